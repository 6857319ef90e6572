"""Style sheets in fewer bytes mean the same to a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from streekagenda.rendering.assets import static_files

RULES = """style => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    // the values of custom properties are shown as they were written
    return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(/, +/g, ','))
}"""


@pytest.mark.browser
def test_every_published_style_sheet_means_what_was_written(browser: Browser) -> None:
    page = browser.new_page()
    for path, published in static_files(Path("layouts")):
        if path.endswith(".css"):
            written = Path("layouts", path).read_text(encoding="utf-8")
            assert len(published) < len(written.encode())
            assert page.evaluate(RULES, published.decode()) == page.evaluate(RULES, written), path
    page.close()
