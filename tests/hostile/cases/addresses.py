"""Addresses that run, lead elsewhere than they say, or carry something along."""

from tests.hostile.case import Case, event

_URLS = {
    "javascript": ("javascript:alert(1)", "bad-url"),
    "javascript-in-capitals": ("JAVASCRIPT:alert(1)", "bad-url"),
    "javascript-with-a-host": ("javascript://example.org/%0aalert(1)", "bad-url"),
    "javascript-behind-a-space": ("' javascript:alert(1)'", "bad-url"),
    "javascript-with-a-tab": ('"java\\tscript:alert(1)"', "bad-url"),
    "javascript-behind-a-mark": ("\u200bjavascript:alert(1)", "bad-url"),
    "data": ("data:text/html,<script>alert(1)</script>", "bad-url"),
    "vbscript": ("vbscript:msgbox(1)", "bad-url"),
    "file": ("file:///etc/passwd", "bad-url"),
    "ftp": ("ftp://example.org/", "bad-url"),
    "without-a-scheme": ("//evil.example/", "bad-url"),
    "behind-a-backslash": ("https:\\\\evil.example/", "bad-url"),
    "one-slash": ("https:/evil.example", "bad-url"),
    "no-host": ("https://", "bad-url"),
    "host-of-a-port": ("https://:443/", "bad-url"),
    "port-beyond-counting": ("https://example.org:99999/", "bad-url"),
    "port-of-letters": ("https://example.org:x/", "bad-url"),
    "name-and-password": ("https://naam:geheim@example.org/", "url-with-password"),
    "name-that-looks-like-a-host": ("https://www.deventer.nl@evil.example/", "url-with-password"),
    "quotation-mark": ("'https://example.org/\"onmouseover=\"alert(1)'", "bad-url"),
    "apostrophe": ("\"https://example.org/'onmouseover='alert(1)\"", "bad-url"),
    "angle-bracket": ("https://example.org/<script>alert(1)</script>", "bad-url"),
    "braces": ("'https://example.org/{{7*7}}'", "bad-url"),
    "line-end": ('"https://example.org/\\r\\nSet-Cookie: x=1"', "bad-url"),
    "space": ("https://example.org/a b", "bad-url"),
    "bracket-of-ipv6": ("'https://['", "bad-url"),
    "ipv6-that-is-none": ("'https://[::g]/'", "bad-url"),
    "host-of-dots": ("https://../", "bad-url"),
    "host-of-300-letters": (f"https://{'a' * 300}.nl/", "bad-url"),
    "three-thousand-characters": (f"https://example.org/{'a' * 3_000}", "too-long"),
    "text": ("klik hier", "bad-url"),
    "list": ("[https://a.nl, https://b.nl]", "not-text"),
    "full-stop-that-is-none": ("https://evil。example/", None),
    "letters-of-cyrillic": ("https://dеventer.nl/", None),
    "capitals": ("HTTPS://EXAMPLE.ORG/A", None),
    "percent-that-begins-nothing": ("https://example.org/%zz%", None),
    "fragment-of-a-script": ("https://example.org/#javascript:alert(1)", None),
}
_MAILS = {
    "with-a-copy": "a@example.org?bcc=evil@evil.example",
    "with-a-line-end": '"a@example.org\\nBcc: evil@evil.example"',
    "with-markup": "'\"><script>alert(1)</script>@example.org'",
    "with-a-comma": "'a@example.org,evil@evil.example'",
    "with-quotation-marks": "'\"a b\"@example.org'",
    "with-an-address-of-a-machine": "'a@[127.0.0.1]'",
    "of-300-letters": f"{'a' * 300}@example.org",
    "without-a-dot": "a@localhost",
    "with-a-script": "javascript:alert(1)@example.org",
    "with-percents": "a%0aBcc:b@example.org",
}
_PHONES = {
    "with-a-script": "javascript:alert(1)",
    "with-a-parameter": "'0570123456;phone-context=evil.example'",
    "with-an-extension": "'0570123456,,,1#'",
    "of-a-trick": "'*21*0900123456#'",
    "with-markup": "'<script>alert(1)</script>'",
    "of-figures-without-end": "0" * 500,
    "in-arabic-figures": "٠٥٧٠١٢٣٤٥٦",
    "of-letters": "0900-KOFFIE",
    "with-a-line-end": '"0570 123456\\nX: y"',
}

CASES: tuple[Case, ...] = (
    *(
        event(f"url-{name}", *([code] if code else []), links=f"[{{url: {text}, titel: Lees meer}}]")
        for name, (text, code) in _URLS.items()
    ),
    *(
        event(f"booking-url-{name}", *([code] if code else []), aanmelden=f"{{url: {text}}}")
        for name, (text, code) in list(_URLS.items())[:10]
    ),
    *(
        event(f"online-{name}", *([code] if code else []), plek=None, online=text)
        for name, (text, code) in list(_URLS.items())[:10]
    ),
    *(
        event(
            f"mail-{name}",
            "too-long" if name == "of-300-letters" else "bad-email",
            contact=f"{{naam: de balie, e-mail: {text}}}",
        )
        for name, text in _MAILS.items()
    ),
    *(
        event(f"phone-{name}", "bad-phone", contact=f"{{naam: de balie, telefoon: {text}}}")
        for name, text in _PHONES.items()
    ),
    Case(
        name="website-that-runs",
        files={"organisations/website-that-runs.md": "---\nnaam: X\nwebsite: javascript:alert(1)\n---\n"},
        says=("bad-url",),
        page="organisaties/website-that-runs/index.html",
    ),
    Case(
        name="source-with-a-password",
        files={
            "organisations/source-with-a-password.md": "---\nnaam: X\nsources: [{ical: 'https://a:b@example.org/x.ics'}]\n---\n"
        },
        says=("url-with-password",),
        page="organisaties/source-with-a-password/index.html",
    ),
    Case(
        name="source-of-a-file",
        files={"organisations/source-of-a-file.md": "---\nnaam: X\nsources: [{ical: 'file:///etc/passwd'}]\n---\n"},
        says=("bad-url",),
        page="organisaties/source-of-a-file/index.html",
    ),
)
