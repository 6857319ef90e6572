"""A browser opens every page of hostile texts: nothing of an author runs or is asked for, also without the policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.hostile.cases import markup, texts
from tests.hostile.test_cases import built

AT_ONCE = 8
"""Frames that are open beside each other."""
RAN = "an author's script ran"
TRAP = f"window.alert = () => console.error({RAN!r})"
OPEN = """
addresses => Promise.all(addresses.map(address => new Promise(done => {
    const frame = document.createElement('iframe')
    frame.onload = () => { frame.remove(); done() }
    frame.src = address
    document.body.append(frame)
})))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cases = tuple(case for case in (*markup.CASES, *texts.CASES) if not case.name.startswith("slow-"))
    folder = built(tmp_path_factory.mktemp("texts"), cases).site
    (folder / "frames.html").write_text("<!doctype html><title>x</title><body>", encoding="utf-8")
    (folder / "harm.html").write_text("<!doctype html><title>x</title><script>alert(1)</script>", encoding="utf-8")
    return folder


@pytest.mark.browser
@pytest.mark.parametrize("policy", [True, False], ids=["policy", "no-policy"])
def test_nothing_of_an_author_runs_or_is_asked_for(site: Path, browser: Browser, *, policy: bool) -> None:
    pages = sorted(
        str(file.parent.relative_to(site)) + "/"
        for folder in ("activiteiten", "organisaties", "plekken", "campagnes", "wijken", "embed/wijken")
        for file in site.glob(f"{folder}/**/index.html")
    )
    assert len(pages) > 150
    with served(site, base="/agenda/") as address:
        context = browser.new_context(bypass_csp=not policy)
        context.add_init_script(TRAP)
        complaints: list[str] = []
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if RAN in said.text else None)
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "data:")) else complaints.append(asked.url),
        )
        try:
            page.goto(f"{address}frames.html")
            page.evaluate(OPEN, [f"{address}harm.html"])
            assert complaints == [RAN], "the trap is set"
            for start in range(0, len(pages), AT_ONCE):
                page.evaluate(OPEN, [f"{address}{path}" for path in pages[start : start + AT_ONCE]])
            assert complaints == [RAN]
        finally:
            context.close()
