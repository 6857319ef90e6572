"""The pictures of the guide for partners, taken of the real form: ``python -m tests.browser.guide_pictures SITE``.

SITE is the folder of the example region, as it was built. The pictures are WebP, since Chromium can write that itself.
"""

import base64
import sys
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import started
from tests.browser.serving import served

PICTURES = Path("layouts/static/guide")
PAGES = {"nl": "aanmelden/", "en": "en/submit/"}
TODAY = datetime(2026, 11, 22, 12)
WIDTH = 420
QUALITY = 0.5

TO_WEBP = """async ([picture, quality]) => {
    const image = new Image()
    image.src = 'data:image/png;base64,' + picture
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height})
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', quality).split(',')[1]
}"""

# Chromium without the pack of a language shows dates and hours as in America; who reads the guide sees them otherwise.
AS_AT_HOME = """language => {
    for (const one of document.querySelectorAll('[type=date], [type=time]')) {
        const [value, kind] = [one.value, one.type]
        Object.assign(one.dataset, {value, kind})
        one.type = 'text'
        const day = value ? value.split('-').reverse().join(language === 'nl' ? '-' : '/') : ''
        one.value = kind === 'time' ? value : day || (language === 'nl' ? 'dd-mm-jjjj' : 'dd/mm/yyyy')
    }
}"""
AS_BEFORE = """() => {
    for (const one of document.querySelectorAll('[data-kind]')) {
        one.type = one.dataset.kind
        one.value = one.dataset.value
    }
}"""


def main(site: Path) -> None:
    """Fill in the form in each language, and take its pictures."""
    PICTURES.mkdir(exist_ok=True)
    with served(site) as address, started() as browser:
        for language, path in PAGES.items():
            _pictures(browser, address + path, language)


def _pictures(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 900}, device_scale_factor=1.25, locale=language, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(address)
    page.wait_for_selector("#submit-form:not([hidden])")
    fill_in(page)
    page.evaluate(AS_AT_HOME, language)
    _take(page, f"{language}-1", "#title", "#organisation")
    _take(page, f"{language}-2", "#kind", "#except")
    page.evaluate(AS_BEFORE)
    page.click("#check")
    page.wait_for_selector("#preview:not([hidden])")
    _take(page, f"{language}-3", "#preview-title", "#by-download")
    context.close()


def fill_in(page: Page) -> None:
    """Fill in a weekly activity, as somebody of De Kern would."""
    page.fill("#title", "Koffie op zondag")
    page.fill("#text", "De koffie staat klaar en er ligt een spel op tafel. De gastvrouw staat bij de deur.")
    page.select_option("#organisation", "de-kern")
    page.select_option("#place", "buurthuis-de-linde")
    page.check("#kind-2")
    page.check("#weekdays-7")
    page.fill("#series-start", "14:00")
    page.fill("#series-end", "16:00")
    page.fill("#from", "2026-12-06")
    page.check("#except-1")
    page.check("#price-1")
    page.check("#booking-1")
    page.check("#topics-1")


def _take(page: Page, name: str, first: str, last: str) -> None:
    """Take what stands from one field to the end of another."""
    box = page.evaluate(
        """([first, last]) => {
            const whole = name => { const one = document.querySelector(name); return one.closest('.field, li') || one }
            const [top, bottom] = [whole(first).getBoundingClientRect().top, whole(last).getBoundingClientRect().bottom]
            return {y: top + scrollY - 14, height: bottom - top + 28}
        }""",
        [first, last],
    )
    picture = page.screenshot(full_page=True, clip={"x": 0, "y": box["y"], "width": WIDTH, "height": box["height"]})
    blank = page.context.new_page()  # the policy of the site lets no page make pictures
    webp = blank.evaluate(TO_WEBP, [base64.b64encode(picture).decode(), QUALITY])
    blank.close()
    (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(webp))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
