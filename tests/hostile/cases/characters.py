"""Encodings that are none, and characters that hide, obey, or turn a line around."""

from tests.hostile.case import Case, event, front_matter, raw

_GOOD = f"---\n{front_matter()}---\nKom erbij!\n"
_BYTES = {
    "utf-16-little": (_GOOD.encode("utf-16"), ("file-not-utf8",)),
    "utf-16-big": (b"\xfe\xff" + _GOOD.encode("utf-16-be"), ("file-not-utf8",)),
    "utf-16-without-mark": (_GOOD.encode("utf-16-le"), ("no-front-matter",)),
    "utf-32": (_GOOD.encode("utf-32"), ("file-not-utf8",)),
    "latin-1": (_GOOD.replace("Koffie", "Café").encode("latin-1"), ("file-not-utf8",)),
    "windows-1252": (_GOOD.replace("Koffie", "’s Morgens").encode("cp1252"), ("file-not-utf8",)),
    "overlong-slash": (_GOOD.encode().replace(b"Koffie", b"\xc0\xaf"), ("file-not-utf8",)),
    "surrogate-in-bytes": (_GOOD.encode().replace(b"Koffie", b"\xed\xa0\x80"), ("file-not-utf8",)),
    "beyond-unicode": (_GOOD.encode().replace(b"Koffie", b"\xf4\x90\x80\x80"), ("file-not-utf8",)),
    "half-a-character": (_GOOD.encode() + b"\xe2\x82", ("file-not-utf8",)),
    "lone-continuation": (_GOOD.encode().replace(b"erbij", b"\x80\x80"), ("file-not-utf8",)),
    "nul-in-the-front-matter": (_GOOD.encode().replace(b"Koffie", b"Kof\0fie"), ("forbidden-character",)),
    "nul-in-the-body": (_GOOD.encode().replace(b"erbij", b"er\0bij"), ("forbidden-character",)),
    "nothing-but-nul": (b"\0" * 4_096, ("no-front-matter",)),
    "bytes-of-a-program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, ("file-not-utf8",)),
    "mark-at-the-start": (b"\xef\xbb\xbf" + _GOOD.encode(), ()),
    "mark-twice": (b"\xef\xbb\xbf\xef\xbb\xbf" + _GOOD.encode(), ("no-front-matter",)),
    "line-ends-of-windows": (_GOOD.replace("\n", "\r\n").encode(), ()),
    "line-ends-of-old-macs": (_GOOD.replace("\n", "\r").encode(), ()),
    "line-ends-mixed": (_GOOD.replace("\n", "\r\n", 2).replace("\nKom", "\rKom").encode(), ()),
    "line-ends-doubled": (_GOOD.replace("\n", "\r\r\n").encode(), ()),
    "utf-7": (
        b"---\ntitel: +ADw-script+AD4-alert(1)+ADw-/script+AD4-\n" + front_matter(titel=None).encode() + b"---\n",
        (),
    ),
}
_REFUSED = {
    "nul": "\\0",
    "bell": "\\a",
    "backspace": "\\b",
    "escape": "\\e[31m",
    "vertical-tab": "\\v",
    "form-feed": "\\f",
    "delete": "\\x7f",
    "control-sequence-of-one-byte": "\\x9b31m",
    "next-line": "\\N",
    "line-separator": "\\L",
    "paragraph-separator": "\\P",
    "override-from-the-right": "\\u202e",
    "override-from-the-left": "\\u202d",
    "embedding-from-the-right": "\\u202b",
    "pop-direction": "\\u202c",
    "isolate-from-the-right": "\\u2067",
    "isolate-first-strong": "\\u2068",
    "pop-isolate": "\\u2069",
    "no-character": "\\uffff",
    "no-character-of-another-plane": "\\U0001fffe",
    "no-character-of-the-arabic-block": "\\ufdd0",
}
_NO_SCALARS = {"lone-high-surrogate": "\\ud800", "lone-low-surrogate": "\\udc00", "two-surrogates": "\\ud83d\\ude00"}
_AS_THEY_ARE = {
    "override-as-it-is": "\u202e",
    "isolate-as-it-is": "\u2067",
    "escape-as-it-is": "\x1b[2J",
    "bell-as-it-is": "\x07",
}
_INVISIBLE = {
    "zero-width-space": "\u200b",
    "word-joiner": "\u2060",
    "soft-hyphen": "\u00ad",
    "mark-in-the-middle": "\ufeff",
    "no-break-space": "\u00a0",
    "hangul-filler": "\u3164",
    "braille-of-nothing": "\u2800",
    "mongolian-separator": "\u180e",
    "tags": "\U000e0041\U000e0042",
    "variation-selectors": "\ufe0f\ufe0e",
    "joiners-alone": "\u200d\u200c",
    "left-to-right-mark": "\u200e\u200f",
}

CASES: tuple[Case, ...] = (
    *(raw(name, content, *says) for name, (content, says) in _BYTES.items()),
    *(
        event(f"character-{name}", "forbidden-character", samenvatting=f'"Kof{escape}fie"')
        for name, escape in _REFUSED.items()
    ),
    *(
        event(f"character-{name}", "yaml-broken", samenvatting=f'"Kof{escape}fie"')
        for name, escape in _NO_SCALARS.items()
    ),
    *(
        event(f"body-{name}", "forbidden-character", body=f"Kof{text}fie drinken")
        for name, text in _AS_THEY_ARE.items()
    ),
    *(
        event(f"summary-{name}", "forbidden-character", samenvatting=f"Kof{text}fie")
        for name, text in _AS_THEY_ARE.items()
    ),
    *(event(f"title-of-{name}", "empty-text", titel=f'"{text}"') for name, text in _INVISIBLE.items()),
    event("title-of-spaces", "empty-text", titel='"   "'),
    event("tower-of-accents", titel=f"Z{chr(0x0301) * 80}algo"),
    event("letters-of-persian", titel="می\u200cخواهم", shows=("می\u200cخواهم",)),
    event("emoji-of-a-family", titel="Gezin 👨\u200d👩\u200d👧", shows=("👨\u200d👩\u200d👧",)),
    event("title-with-a-hidden-space", titel="Kof\u200bfie", shows=("<h1>Kof",)),
    event("place-with-a-letter-of-cyrillic", "unknown-place-near", plek="dе-linde"),
    event("place-with-wide-letters", "place-not-by-id", plek="ｄｅ-linde"),
    event("topic-with-a-letter-of-greek", "unknown-topic-near", onderwerpen="[οntmoeten]"),
    event("key-with-a-letter-of-cyrillic", "unknown-key-near", plek=None, plеk="de-linde"),
    event("hours-in-arabic-figures", wanneer="٢٠٢٧-٠١-١٥ ١٠:٠٠-١٢:٠٠"),
    event("hours-in-wide-figures", wanneer="２０２７-０１-１５ １０:００-１２:００"),
)
