"""A style sheet in fewer bytes, that means the same to a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from streekagenda.formats.css import slim

RULES = """style => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    // the values of custom properties are shown as they were written
    return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(/, +/g, ','))
}"""


@pytest.mark.parametrize(
    ("style", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* groet */ a , b > c { margin : 0 } /* dag */", "a ,b > c{margin :0}"),
        ("a :first-child { inset: calc(1rem + 2px) 0; }", "a :first-child{inset:calc(1rem + 2px) 0}"),
        ("a::after { content: ' {;}  /* geen */ : , '; }", "a::after{content:' {;}  /* geen */ : , '}"),
        ('a::after { content: "\\"  ;"; }', 'a::after{content:"\\"  ;"}'),
        ("@media (min-width: 16em) and (hover) { a { b: c } }", "@media (min-width:16em) and (hover){a{b:c}}"),
        ("a { background: url( x;y.png ) }", "a{background:url( x;y.png )}"),
        ("a{--x: ;--y:{ }}", "a{--x:;--y:{}}"),
        ("a/* */b, c /* */ { d: e /* f */ g;/* h */ }", "a b,c{d:e g}"),
    ],
)
def test_only_what_means_nothing_goes(style: str, short: str) -> None:
    assert slim(style) == short
    assert slim(short) == short


@pytest.mark.browser
def test_every_style_sheet_means_the_same_to_a_browser(browser: Browser) -> None:
    page = browser.new_page()
    for file in sorted(Path("layouts/static").rglob("*.css")):
        style = file.read_text(encoding="utf-8")
        assert page.evaluate(RULES, slim(style)) == page.evaluate(RULES, style), file
    page.close()
