"""Markdown to HTML; html5lib, which shares no code with the sanitiser, says what a browser would make of the result."""

from __future__ import annotations

from itertools import pairwise
from time import process_time
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from streekagenda.formats.plain_text import one_space
from streekagenda.rendering import prose
from streekagenda.rendering.prose import first_paragraph, media_in, plain, to_html
from streekagenda.rendering.sanitiser import ELEMENTS, SCHEMES, sanitised, without_tags

PREFIX = "{http://www.w3.org/1999/xhtml}"
HTML_ROOT = "../../"
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img alt='' src='media/x.png' onerror=alert(1)>",
    "<svg onload=alert(1)><animate attributeName=href values=javascript:alert(1)></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><annotation-xml encoding='text/html'><p onclick=alert(1)>x</annotation-xml></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>body{background:url(//evil.example)}</style>",
    "<title><a href='</title><img src=x onerror=alert(1)>'>x</a></title>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<iframe src='https://evil.example'></iframe>",
    "<object data='x.swf'></object><embed src='x.swf'><applet>",
    "<form action='https://evil.example'><input name=q><button formaction='javascript:alert(1)'>x</button></form>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=//evil.example'><link rel=stylesheet href=x>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='  java\tscript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.gif)",
    "![x](//evil.example/pixel.gif)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![x](media/x.png"onerror="alert(1))',
    '![x](media/x.png "t" onerror=alert(1))',
    "<p id=top name=x class=admin style='position:fixed'>x</p>",
    "<a href='https://x.example' target=_top rel=opener ping='https://evil.example'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='\\\\evil.example'>x</a>",
    "<a href='/\t/evil.example'>x</a>",
    "<a href='/%2e%2e/%2E%2E/elders'>x</a>",
    "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<template><script>alert(1)</script></template>",
    "<table background='//evil.example'><td style='x:expression(alert(1))'>x",
    "<h2><h2><h5>x</h1>",
    "`<script>alert(1)</script>`\n\n    <script>alert(1)</script>",
    "<ScRiPt\n>alert(1)</sCrIpT\n>",
    "<p/onclick=alert(1)>x",
    "<img/src='x'/onerror='alert(1)'/>",
    "\x00<script>alert(1)</script>\ufeff<scr\x00ipt>",
]


def elements(html: str) -> list[Element]:
    """Every element that a browser makes of a fragment."""
    fragment = html5lib.parseFragment(html, treebuilder="etree")
    return [element for element in fragment.iter() if element is not fragment]


def assert_harmless(html: str) -> None:
    for element in elements(html):
        assert isinstance(element.tag, str), "a comment"
        name = element.tag.removeprefix(PREFIX)
        assert name in ELEMENTS, html
        allowed = {"a": {"href", "title", "rel"}, "img": {"src", "alt"}}.get(name, set())
        assert set(element.keys()) <= allowed, html
        if name == "img":
            assert set(element.keys()) == {"src", "alt"}, html
            assert element.attrib["src"].startswith(f"{HTML_ROOT}media/"), html
        if name == "a":
            assert element.attrib["rel"] == "noopener ugc"
            address = element.attrib["href"]
            scheme = address.split(":")[0] if ":" in address.split("/")[0] else None
            assert scheme in SCHEMES or (scheme is None and address.startswith(HTML_ROOT)), html
            assert ".." not in address.removeprefix(HTML_ROOT).split("/"), html
            assert "\\" not in address, html


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_out_harmless(attack: str) -> None:
    for text in (attack, f"Kom *ook*!\n\n{attack}\n\n- en {attack}", f"| a |\n|---|\n| {attack} |"):
        assert_harmless(to_html(text, root=HTML_ROOT))


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *ATTACKS,
            "<p>",
            "</p>",
            "<table>",
            "<td>",
            "<a href=x>",
            "</a>",
            "<h3>",
            "<img alt=a src=media/a>",
            "<li>",
            "*",
            "`",
            "[",
            "](",
        ]
    )
    | st.text(max_size=8),
    max_size=8,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS)
def test_whatever_is_nested_in_whatever_comes_out_harmless(text: str) -> None:
    assert_harmless(to_html(text, root=HTML_ROOT))


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS, st.integers(2, 4))
@example("<h2><ul><li><h3>x</h3></li></ul></h2>", 2)
@example("<a title=x><p>q</a><img src=x alt='<b>'>", 3)
def test_sanitising_twice_is_sanitising_once(html: str, level: int) -> None:
    once = sanitised(html, heading_level=level, root=HTML_ROOT)
    assert sanitised(once, heading_level=level, root=HTML_ROOT) == once


@settings(max_examples=200, deadline=None)
@given(FRAGMENTS, st.integers(2, 6))
def test_headings_skip_no_level(text: str, level: int) -> None:
    found = [
        int(e.tag[-1])
        for e in elements(to_html(text, heading_level=level))
        if e.tag[-2:] in {"h2", "h3", "h4", "h5", "h6"}
    ]
    assert found[:1] in ([], [level])
    assert all(after <= before + 1 for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("text", "level", "html"),
    [
        (
            "# A\n\n### B\n\n###### C\n\n## D",
            2,
            "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h3>D</h3>",
        ),
        ("### A\n\n# B", 3, "<h3>A</h3>\n<h3>B</h3>"),
        ("# A\n\n## B\n\n### C", 5, "<h5>A</h5>\n<h6>B</h6>\n<h6>C</h6>"),
        ("<h1>A</h1>\n\n<h4>B</h4>", 2, "<h2>A</h2>\n\n<h3>B</h3>"),
    ],
)
def test_headings_begin_below_that_of_the_page(text: str, level: int, html: str) -> None:
    assert to_html(text, heading_level=level) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kom **vooral** *ook*!", "<p>Kom <strong>vooral</strong> <em>ook</em>!</p>"),
        ("een  \ntwee", "<p>een<br>\ntwee</p>"),
        ("{{ config }} {% include 'x' %} {# y #}", "<p>{{ config }} {% include 'x' %} {# y #}</p>"),
        ("Fish & chips < 5 euro", "<p>Fish &amp; chips &lt; 5 euro</p>"),
        ("Neem mee:\n- jas\n- tas", "<p>Neem mee:</p>\n<ul>\n<li>jas</li>\n<li>tas</li>\n</ul>"),
        ("Eerst:\n1. jas\n2. tas", "<p>Eerst:</p>\n<ol>\n<li>jas</li>\n<li>tas</li>\n</ol>"),
        ("5 euro\n- of meer", "<p>5 euro</p>\n<ul>\n<li>of meer</li>\n</ul>"),
        ("Van 10\n-12 uur", "<p>Van 10\n-12 uur</p>"),
        (
            "[site](https://x.example/a?b=1&c=2)",
            '<p><a href="https://x.example/a?b=1&amp;c=2" rel="noopener ugc">site</a></p>',
        ),
        ("[plek](plekken/de-kern/)", '<p><a href="../../plekken/de-kern/" rel="noopener ugc">plek</a></p>'),
        ("[agenda](/agenda/?x=a:b#c)", '<p><a href="../../agenda/?x=a:b#c" rel="noopener ugc">agenda</a></p>'),
        ("[thuis](/)", '<p><a href="../../" rel="noopener ugc">thuis</a></p>'),
        (
            "[flyer](../../media/een flyer.pdf)",
            '<p><a href="../../media/een%20flyer.pdf" rel="noopener ugc">flyer</a></p>',
        ),
        ("[bel](tel:+31570123456)", '<p><a href="tel:+31570123456" rel="noopener ugc">bel</a></p>'),
        ("<info@x.example>", '<p><a href="mailto:info@x.example" rel="noopener ugc">info@x.example</a></p>'),
        ("[nergens](javascript:x) [elders](//x.example) [hier](#top)", "<p>nergens elders hier</p>"),
        ("![De zaal](media/zaal.jpg)", '<p><img alt="De zaal" src="../../media/zaal.jpg"></p>'),
        ("![](../../media/zaal.jpg)", '<p><img alt="" src="../../media/zaal.jpg"></p>'),
        ("![De zaal](https://x.example/zaal.jpg)", "<p>De zaal</p>"),
        ("![De zaal](foto/zaal.jpg)", "<p>De zaal</p>"),
        ("<img src='media/zonder-alt.jpg'>!", "<p>!</p>"),
        (
            "| wie | prijs |\n|---|--:|\n| kind | 2 |",
            (
                "<table>\n<thead>\n<tr>\n<th>wie</th>\n<th>prijs</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>kind</td>\n<td>2</td>\n"
                "</tr>\n</tbody>\n</table>"
            ),
        ),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert to_html(text, root="../../") == html


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Kop\n\nEen *zin* &\nnog een.\n\nTwee.", "Kop\n\nEen zin & nog een.\n\nTwee."),
        ("Neem mee:\n- jas\n- tas\n\nTot dan!", "Neem mee:\n\n- jas\n- tas\n\nTot dan!"),
        ("| wie | prijs |\n|---|--:|\n| kind | 2 |\n\nTot dan!", "wie, prijs\nkind, 2\n\nTot dan!"),
        ("een  \ntwee", "een\ntwee"),
        ("[site](https://x.example/a) en <https://x.example/>", "site (https://x.example/a) en https://x.example/"),
        (
            "[020 123](tel:020123), [mail](mailto:a@x.example), [a@x.example](mailto:a@x.example)",
            "020 123, mail (a@x.example), a@x.example",
        ),
        ("[plek](plekken/x/)", "plek (https://agenda.example.nl/plekken/x/)"),
        ("5 < 6 &amp;amp; `<b>` <b>vet</b><script>x</script>", "5 < 6 &amp; <b> vet"),
        ("", ""),
    ],
)
def test_markdown_becomes_plain_text(text: str, said: str) -> None:
    assert plain(text, base="https://agenda.example.nl/") == said


def test_a_link_within_the_site_has_no_address_where_the_site_is_unknown() -> None:
    assert plain("[plek](plekken/x/)") == "plek"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Kop\n\nKom *ook*  \nkoffie [drinken](https://x.example)!\n\nTwee.", "Kom ook koffie drinken!"),
        ("- alleen\n- een lijst", "- alleen - een lijst"),
        ("", ""),
        ("woord " * 60, "woord " * 49 + "woord…"),
        ("x" * 400, "x" * 299 + "…"),
        ("a" * 290 + ", en dan nog iets", "a" * 290 + ", en dan…"),
    ],
)
def test_the_first_paragraph_is_one_line_cut_at_a_word(text: str, said: str) -> None:
    assert first_paragraph(text) == said
    assert len(said) <= 300


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Kom erbij,",
                    "**vet**",
                    "**Let op:** ja",
                    "**",
                    "****",
                    "*en*",
                    "**niet **",
                    "a**b**c",
                    "**een**twee**",
                ),
                *("[x](y.html)", "[x][1]", "\n", "\n\n", "- een", "# kop", "---", "[1]: z"),
            ]
        )
    )
)
def test_the_first_paragraph_is_that_of_the_whole_text(pieces: list[str]) -> None:
    text = " ".join(pieces).replace(" \n", "\n").replace("\n ", "\n")
    whole = prose._PARAGRAPH.search(sanitised(prose._converted(text)))
    if whole:
        assert first_paragraph(text, limit=10_000) == one_space(without_tags(whole[1]))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Kom erbij",
                    "om tien uur.",
                    "é",
                    " ",
                    "  ",
                    "\t",
                    "\n",
                    "\n\n",
                    "\n \n",
                    "**vet**",
                    "[x](y)",
                    "[x]",
                    "[x]: z",
                ),
                *(
                    "- een",
                    "\n- **twee** en drie\n",
                    "- 3",
                    "1. een",
                    "# kop",
                    "---",
                    "===",
                    "> zegt",
                    "    code",
                    "`code`",
                    "<b>",
                    "<div>",
                    "| a | b |",
                    "&",
                ),
            ]
        ),
        max_size=12,
    ).map("".join)
)
@example("Een.\n\nTwee,\nen drie.\n\n- vier")
@example("Een  \nTwee\n\n    drie")
@example("Een\n- twee")
@example("**Een**\n\n- twee\n- drie **vier**\n\nVijf")
@example("- een\n\n- twee")
@example("- een\n\n1. twee")
@example("- een\n\n    twee")
@example("- een\ntwee")
@example("- een\n\nTwee\n===")
@example("- een\n \n")
@example("**een****twee** ***drie*** **vier **")
def test_what_is_not_given_to_the_converter_comes_out_as_if_it_were(text: str) -> None:
    html = prose._converter().reset().convert(prose._LIST_AFTER_TEXT.sub(r"\1\n\n", text))
    assert prose._converted(text) == html
    assert plain(text) == prose.plain_of_html(html)
    assert to_html(text, heading_level=3, root="../").strip() == sanitised(html, heading_level=3, root="../").strip()


def test_what_is_words_alone_is_not_given_to_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    converted: list[str] = []
    monkeypatch.setattr(prose._converter(), "convert", lambda text: converted.append(text) or "")
    said = "Kom erbij, om 10.00 uur.\n\n**Neem** mee:\n\n- een mok\n- een **jas**\n\nTot dan, op 22 november!\n\n"
    assert plain(f"{said}- een *stoel*\n\nEn kom.") == (
        "Kom erbij, om 10.00 uur.\n\nNeem mee:\n\n- een mok\n- een jas\n\nTot dan, op 22 november!"
    )
    assert converted == ["- een *stoel*\n\nEn kom."]


def test_a_text_names_the_media_that_it_needs() -> None:
    text = "![a](media/b/een%20foto.jpg) [f](/media/flyer.pdf?x) ![a](media/b/een%20foto.jpg) [e](https://x.example/media/x.pdf)"
    assert media_in(text) == ("b/een foto.jpg", "flyer.pdf")


def test_a_text_that_would_keep_the_converter_busy_is_shown_as_it_is_written() -> None:
    text = "[" * 5_000 + "\n\n<b>"
    assert to_html(text) == f"<p>{'[' * 5_000}</p>\n<p>&lt;b&gt;</p>\n"
    assert prose.too_slow(text) == "run"


def test_a_thousand_texts_become_html_within_a_second() -> None:
    body = (
        "Kom *koffie* drinken in [De Kern](https://x.example/{0}).\n\n- {0} jas\n- tas\n\n## Kop\n\nTot dan, **{0}**!\n"
    )
    texts = [body.format(number) for number in range(1_000)]
    began = process_time()
    for text in texts:
        to_html(text)
    # Twice the promise, for a machine that others use too.
    assert process_time() - began < 2
