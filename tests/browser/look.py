"""Every kind of page on a few sheets, to look at: ``python -m tests.browser.look SITE FOLDER --languages nl ar``.

SITE is a built site. FOLDER gets each page whole (``nl/phone-light/home.png``) and sheets with many beside each other
(``nl-phone-light-1.png``), for a phone and a desktop, in the light and in the dark.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser

from tests.browser.chromium import set_text_size, started
from tests.browser.kinds import KINDS, languages, page_of
from tests.browser.serving import served

Scheme = Literal["light", "dark"]
WIDTHS = {"narrow": 320, "phone": 360, "tablet": 820, "desktop": 1280}
HEIGHTS = {"narrow": 640, "phone": 740, "tablet": 1180, "desktop": 900}
SHEETS = {"narrow": (6, 320, 1600), "phone": (6, 320, 1600), "tablet": (4, 480, 1200), "desktop": (3, 660, 900)}
"""How many pages stand beside each other on a sheet, how wide each is and how much of its height is shown, in pixels."""
TALLEST = 12_000
"""A page is taken to this depth: a whole agenda says nothing more."""
GAP, LABEL = 16, 28


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the pictures that were asked for, and put them on sheets."""
    asked = _parser().parse_args(arguments)
    site, folder = Path(asked.site), Path(asked.folder)
    with served(site, base="/agenda/") as address, started() as browser:
        for language in asked.languages or languages(site):
            kinds = {
                kind: path for kind in asked.kinds if (path := page_of(kind, site=site, language=language)) is not None
            }
            pages = {**kinds, **{path: path for path in asked.pages}}
            for screen in asked.screens:
                for scheme in asked.schemes:
                    name = f"{language}-{screen}-{scheme}" + (f"-{asked.text}" if asked.text != 100 else "")
                    own = folder / language / name.removeprefix(f"{language}-")
                    own.mkdir(parents=True, exist_ok=True)
                    pictures = list(_pictures(browser, address, pages, own, screen, scheme, asked))
                    for sheet in _sheets(pictures, folder / name, screen):
                        print(sheet)  # noqa: T201 -- a command for people


def _pictures(
    browser: Browser, address: str, pages: dict[str, str], folder: Path, screen: str, scheme: Scheme,
    asked: argparse.Namespace,
) -> Iterator[Path]:  # fmt: skip
    context = browser.new_context(
        viewport={"width": WIDTHS[screen], "height": HEIGHTS[screen]},
        color_scheme=scheme, reduced_motion="reduce", locale="nl-NL", java_script_enabled=not asked.no_script,
    )  # fmt: skip
    page = context.new_page()
    set_text_size(page, asked.text)
    if not asked.no_script:
        page.clock.set_fixed_time(datetime.fromisoformat(asked.at) if asked.at else _noon_of_build(Path(asked.site)))
    for name, path in pages.items():
        page.goto(address + path)
        picture = folder / f"{name.strip('/').replace('/', '-').replace(' ', '-')}.png"
        height = min(TALLEST, page.evaluate("() => document.documentElement.scrollHeight"))
        page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": WIDTHS[screen], "height": height})
        yield picture
    context.close()


def _noon_of_build(site: Path) -> datetime:
    made = re.search(r'data-made="?([0-9-]{10})', (site / "index.html").read_text(encoding="utf-8"))
    return datetime.fromisoformat(f"{made[1] if made else '2026-11-22'}T12:00")


def _sheets(pictures: Sequence[Path], name: Path, screen: str) -> Iterator[Path]:
    across, width, height = SHEETS[screen]
    font = ImageFont.load_default(20)
    for number, start in enumerate(range(0, len(pictures), across), start=1):
        row = pictures[start : start + across]
        sheet = Image.new("RGB", (GAP + (width + GAP) * across, LABEL + height + GAP), "#808080")
        draw = ImageDraw.Draw(sheet)
        for column, picture in enumerate(row):
            left = GAP + (width + GAP) * column
            draw.text((left, 2), picture.stem, fill="white", font=font)
            with Image.open(picture) as whole:
                whole.thumbnail((width, whole.height), Image.Resampling.LANCZOS)
                sheet.paste(whole.crop((0, 0, width, min(height, whole.height))), (left, LABEL))
        path = name.with_name(f"{name.name}-{number}.png")
        sheet.save(path)
        yield path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.look", description=__doc__)
    parser.add_argument("site")
    parser.add_argument("folder")
    parser.add_argument("--languages", nargs="+", help="all of the site, unless given")
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--pages", nargs="+", default=[], help="addresses of further pages, as zoeken/?q=koffie")
    parser.add_argument("--screens", nargs="+", choices=WIDTHS, default=["phone", "desktop"])
    parser.add_argument("--schemes", nargs="+", choices=("light", "dark"), default=["light", "dark"])
    parser.add_argument("--text", type=int, default=100, help="the size of text, in per cent")
    parser.add_argument("--at", help="the clock of the browser; noon on the day of the build, unless given")
    parser.add_argument("--no-script", action="store_true", help="as a reader without JavaScript sees it")
    return parser


if __name__ == "__main__":
    main()
