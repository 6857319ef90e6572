"""The preview in a real browser: open pages reload, under the policy that pages have."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.regions import FILES, written
from tests.serving.test_preview import KOFFIE, seen

NOW = datetime(2026, 11, 22, 12)


@pytest.mark.browser
def test_open_page_shows_each_save_and_each_mistake(browser: Browser, tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    complaints: list[str] = []
    with seen(content) as site, browser.new_context() as reader:
        page = reader.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site.preview.address + "activiteiten/de-brug/koffie/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Koffie")

        (content / KOFFIE).write_text(FILES[KOFFIE].replace("Koffie", "Thee"), encoding="utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("Thee", timeout=10_000)

        home = reader.new_page()
        home.goto(site.preview.address)
        (content / KOFFIE).write_text(FILES[KOFFIE].replace("koffie", "x"), encoding="utf-8")
        bar = home.locator(".streekagenda-preview")
        (content / "places/wijkgebouw.md").write_text("---\nnaam: Wijkgebouw\n---\n", encoding="utf-8")
        expect(bar).to_contain_text("1 fout", timeout=10_000)
        expect(bar.locator("li")).to_contain_text("content/places/wijkgebouw.md:")
        assert bar.evaluate("bar => getComputedStyle(bar).position") == "sticky"
    assert complaints == []
