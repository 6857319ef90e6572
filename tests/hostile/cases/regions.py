"""A region.yaml, a house style or a logo by which a stranger would reach all pages."""

from tests.hostile.case import Case, Link, region

_TITLE, _URL, _LANGUAGES = "title: Proefagenda\n", "url: https://agenda.example.org/\n", "languages: [nl, en]\n"


def _more(name: str, lines: str, *says: str, **files: str | bytes) -> Case:
    return region(
        name,
        _TITLE,
        f"{_TITLE}{lines}",
        *says,
        files={path.replace("__", "/").replace("_", "."): text for path, text in files.items()},
    )


_URLS = {
    "javascript": "javascript:alert(1)",
    "without-a-lock": "http://agenda.example.org/",
    "with-a-query": "https://agenda.example.org/?a=b/",
    "with-quotes": "'https://agenda.example.org/\"><script>alert(1)</script>/'",
    "with-a-line-end": '"https://agenda.example.org/\\nX: y/"',
    "with-a-name": "https://a:b@agenda.example.org/",
}
_TITLES = {
    "script": "'<script>alert(1)</script>'",
    "end-of-title": "'</title><script>alert(1)</script>'",
    "jinja": "'{{ 7 * 7 }}{% include \"x\" %}'",
    "calendar": '"x\\r\\nMETHOD:REQUEST"',
    "xml": "']]><x/>&x;'",
}
_COLOURS = ("'red;}body{display:none}'", "url(https://evil.example/)", "expression(alert(1))", "'#12345g'", "'#1b5e4b;x:y'",
            "'</style><script>alert(1)</script>'", "var(--x)", "'#fff'", "rgb(0,0,0)", "'#1b5e4b\\n'")  # fmt: skip
_TOKENS: dict[str, tuple[str | bytes, str | None]] = {
    "end-of-style": (":root{--basis-color-action-1-color-default: red</style><script>alert(1)</script>}", "bad-token"),
    "address": (":root{--basis-color-action-1-color-default: url(https://evil.example/x)}", "bad-token"),
    "font-of-elsewhere": (":root{--basis-text-font-family-default: url(https://evil.example/x)}", "bad-token"),
    "font-that-ends": (":root{--basis-text-font-family-default: x;}body{display:none}", None),
    "font-with-a-quote": (':root{--basis-text-font-family-default: "x}', "bad-token"),
    "length-that-ends": (":root{--basis-border-radius-md: 1px;}*{display:none}", None),
    "length-of-a-screen": (":root{--basis-border-radius-md: 100vw}", "bad-token"),
    "import": ("@import url(https://evil.example/x.css);", "no-tokens"),
    "circle": (":root{--basis-color-action-1-color-default: var(--a);--a: var(--b);--b: var(--a)}", "bad-token"),
    "depth": (":root{--basis-color-action-1-color-default: " + "(" * 100_000 + "}", "no-tokens"),
    "braces": ("a{" * 20_000, "no-tokens"),
    "hundred-kilobytes": (":root{" + "--x: 1;" * 20_000 + "}", "no-tokens"),
    "megabyte-and-more": (b" " * 1_000_001, "file-too-large"),
    "bytes": (b"\xff\xfe\x00" * 1_000, "no-tokens"),
    "expression": (":root{--basis-color-action-1-color-default: expression(alert(1))}", "bad-token"),
}
_SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'{}>{}</svg>"
_LOGOS: dict[str, tuple[str | bytes, str | None]] = {
    "plain": (_SVG.format("", "<path d='M0 0h9v9z' fill='#1b5e4b'/>"), None),
    "script": (_SVG.format("", "<script>alert(1)</script>"), "drawing-not-plain"),
    "script-of-another-name": (
        _SVG.format(" xmlns:s='http://www.w3.org/2000/svg'", "<s:script>alert(1)</s:script>"),
        "drawing-not-plain",
    ),
    "handler": (_SVG.format(" onload='alert(1)'", ""), "drawing-not-plain"),
    "handler-in-capitals": (_SVG.format(" ONLOAD='alert(1)'", ""), "drawing-not-plain"),
    "page-inside": (
        _SVG.format(
            "",
            "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></body></foreignObject>",
        ),
        "drawing-not-plain",
    ),
    "link": (_SVG.format("", "<a href='javascript:alert(1)'><path d='M0 0h9v9z'/></a>"), "drawing-not-plain"),
    "link-with-an-entity": (
        _SVG.format("", "<a xlink:href='&#106;avascript:alert(1)'><path d='M0 0h9v9z'/></a>"),
        "drawing-not-plain",
    ),
    "picture-of-elsewhere": (_SVG.format("", "<image href='https://evil.example/x.png'/>"), "drawing-not-plain"),
    "use-of-elsewhere": (_SVG.format("", "<use href='https://evil.example/x.svg#x'/>"), "drawing-not-plain"),
    "fill-of-elsewhere": (
        _SVG.format("", "<path d='M0 0h9v9z' fill='url(https://evil.example/x#y)'/>"),
        "drawing-not-plain",
    ),
    "style": (_SVG.format("", "<style>*{background:url(https://evil.example/x)}</style>"), "drawing-not-plain"),
    "style-of-an-element": (
        _SVG.format("", "<path d='M0 0h9v9z' style='fill:url(https://evil.example/x)'/>"),
        "drawing-not-plain",
    ),
    "animation": (_SVG.format("", "<a><set attributeName='href' to='javascript:alert(1)'/></a>"), "drawing-not-plain"),
    "entities": (
        "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" + _SVG.format("", "<text>&b;</text>"),
        "drawing-not-plain",
    ),
    "billion-laughs": (
        "<!DOCTYPE svg [<!ENTITY l0 'ha'>"
        + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
        + "]>"
        + _SVG.format("", "<text>&l9;</text>"),
        "drawing-not-plain",
    ),
    "entity-of-a-file": (
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + _SVG.format("", "<text>&x;</text>"),
        "drawing-not-plain",
    ),
    "style-sheet": (
        "<?xml version='1.0'?><?xml-stylesheet href='https://evil.example/x.css'?>" + _SVG.format("", ""),
        "drawing-not-plain",
    ),
    "page": (
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
        "drawing-not-plain",
    ),
    "of-utf-16": (
        b"\xff\xfe" + _SVG.format("", "<script>alert(1)</script>").encode("utf-16-le"),
        "media-not-what-it-says",
    ),
    "of-utf-7": (
        "<?xml version='1.0' encoding='UTF-7'?>" + _SVG.format("", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
        "drawing-not-plain",
    ),
    "that-is-broken": ("<svg><path", "drawing-not-plain"),
    "of-a-thousand-depths": ("<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * 100_000, "drawing-not-plain"),
}
_EMBEDS = {
    "anyone": ("'*'", "bad-url"),
    "a-directive": '"https://a.example; script-src *"',
    "a-line-end": '"https://a.example/\\n  X-Evil: 1"',
    "quotes": "\"'none'\"",
    "javascript": "javascript:alert(1)",
}

CASES: tuple[Case, ...] = (
    *(
        region(
            f"region-url-{name}",
            _URL,
            f"url: {text}\n",
            "url-with-password"
            if name == "with-a-name"
            else "bad-site-url"
            if name in {"without-a-lock", "with-a-query"}
            else "bad-url",
        )
        for name, text in _URLS.items()
    ),
    *(region(f"region-title-{name}", _TITLE, f"title: {text}\n") for name, text in _TITLES.items()),
    *(_more(f"region-notice-{name}", f"notice: {text}\n") for name, text in _TITLES.items()),
    *(
        _more(f"region-colour-{number}", f"theme: {{primary: {text}}}\n", "bad-colour")
        for number, text in enumerate(_COLOURS)
    ),
    *(
        _more(f"region-tokens-{name}", "theme: {tokens: stijl.css}\n", *([code] if code else []), media__stijl_css=css)
        for name, (css, code) in _TOKENS.items()
    ),
    *(
        _more(f"region-logo-{name}", "theme: {logo: logo.svg}\n", *([code] if code else []), media__logo_svg=svg)
        for name, (svg, code) in _LOGOS.items()
    ),
    *(
        _more(
            f"region-frames-of-{name}",
            f"embed: {{allowed: [{text if isinstance(text, str) else text[0]}]}}\n",
            "bad-url",
        )
        for name, text in _EMBEDS.items()
    ),
    region("region-language-that-climbs", _LANGUAGES, "languages: [../nl]\n", "bad-language", "unknown-language"),
    region("region-language-with-markup", _LANGUAGES, "languages: ['<b>']\n", "bad-language", "unknown-language"),
    region(
        "region-language-that-is-none",
        _LANGUAGES,
        "languages: [nl, qq]\n",
        "language-without-words",
        "unknown-language",
    ),
    region(
        "region-languages-without-number",
        _LANGUAGES,
        f"languages: [{', '.join(['nl'] * 1_001)}]\n",
        "list-too-long",
        "unknown-language",
    ),
    region("region-languages-none", _LANGUAGES, "languages: []\n", "empty-list", "unknown-language"),
    _more("region-zone-that-climbs", "timezone: ../../etc/passwd\n", "unknown-timezone"),
    _more("region-zone-of-the-root", "timezone: /etc/localtime\n", "unknown-timezone"),
    _more("region-zone-with-markup", "timezone: '<script>'\n", "unknown-timezone"),
    _more("region-zone-of-elsewhere", "timezone: Pacific/Kiritimati\n"),
    _more("region-country-that-climbs", "country: ../..\n", "unknown-country"),
    _more("region-country-of-python", "country: __class__\n", "unknown-country"),
    _more("region-horizon-without-end", "horizon: 999999 months\n", "bad-period"),
    _more("region-horizon-of-a-century", "horizon: 100 years\n", "bad-period"),
    _more("region-archive-in-arabic-figures", "archive: ٩٩ months\n", "bad-period"),
    _more("region-map-of-http", "map: {tiles: 'http://evil.example/{z}/{x}/{y}', bron: x}\n", "bad-tiles"),
    _more(
        "region-map-with-a-directive",
        "map: {tiles: 'https://a.example; script-src */{z}/{x}/{y}', bron: x}\n",
        "bad-tiles",
    ),
    _more(
        "region-map-with-markup", "map: {tiles: 'https://a.example/{z}/{x}/{y}', bron: '<script>alert(1)</script>'}\n"
    ),
    _more("region-map-of-a-name", "map: {tiles: 'https://{z}.example/{x}/{y}', bron: x}\n", "bad-tiles"),
    _more(
        "region-word-that-hangs",
        "wording: {avoid: [{phrase: '(a+)+$'}, {phrase: '(((((((((((((x'}, {phrase: '[a-'}]}\n",
    ),
    _more("region-repository-that-runs", "repository: javascript:alert(1)\n", "bad-url"),
    _more(
        "region-repository-of-a-command",
        "repository: {url: https://github.com/a/b, branch: '--upload-pack=touch /tmp/pwned'}\n",
        "bad-repository-branch",
    ),
    _more("region-check-of-python", "controles: {__class__: uit}\n", "unknown-check"),
    _more("region-logo-that-climbs", "theme: {logo: ../region.yaml}\n", "bad-media-path"),
    Case(name="region-that-is-a-link", files={"region.yaml": Link(to="/etc/passwd")}, says=("file-is-link",)),
    Case(name="region-of-nothing", files={"region.yaml": ""}, says=("missing-key", "missing-key-alike")),
    Case(
        name="region-of-laughs",
        files={
            "region.yaml": "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9))
        },
        says=("yaml-too-large",),
    ),
    _more(
        "region-that-is-a-bomb-of-keys", "".join(f"x{n}: y\n" for n in range(2_000)), "too-many-mistakes", "unknown-key"
    ),
    region("region-area-that-climbs", "id: zandweerd, name", "id: ../../x, name", "bad-name"),
    region("region-area-with-markup", "name: Zandweerd}", "name: '<script>alert(1)</script>'}"),
    region("region-area-of-windows", "id: zandweerd, name", "id: con, name", "reserved-name"),
    region("region-area-twice", "id: rivierenwijk, name", "id: zandweerd, name", "duplicate-term"),
    region("region-topic-of-python", "id: ontmoeten, name", "id: __proto__, name", "bad-name"),
)
