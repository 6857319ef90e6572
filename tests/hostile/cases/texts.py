"""Attacks in every text of an event and in the files beside it: they come out as text, or are refused."""

import json
from typing import Any

from tests.hostile.case import Case, event, front_matter

_ATTACKS = {
    "script": "<script>alert(1)</script>",
    "end-of-title": "</title><script>alert(1)</script>",
    "end-of-script": "</script><script>alert(1)</script>",
    "script-that-swallows": "<!--<script>",
    "end-of-textarea": "</textarea></template></style><img src=x onerror=alert(1)>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "attribute-in-apostrophes": "' onmouseover='alert(1)' x='",
    "attribute-without-quotes": "x onfocus=alert(1) autofocus tabindex=1",
    "backticks": "`${alert(1)}`",
    "entities": "&lt;img src=x onerror=alert(1)&gt; &quot; &#39; &amp;amp;",
    "jinja": "{{ 7 * 7 }} {% include '/etc/passwd' %} {# x #}",
    "jinja-that-climbs": "{{ ''.__class__.__mro__[1].__subclasses__() }} {{ config }} {{ cycler.__init__.__globals__.os }}",
    "format": "{0.__class__} {region} %(title)s %s %n %d ${HOME} #{7*7} $(id) `id`",
    "percent": "100% %(x)s %%(y)s % d %",
    "json": '","@type":"Person","x":"\\u003c/script\\u003e',
    "prototype": "__proto__",
    "calendar": "x\\nATTENDEE:mailto:evil@evil.example\\nBEGIN:VALARM",
    "calendar-in-a-parameter": "x\":mailto:a;ROLE=CHAIR^n^'",
    "calendar-of-marks": ';,\\:"^\\;\\,\\N\\n',
    "formula": '=HYPERLINK("https://evil.example","klik")',
    "formula-that-runs": "=cmd|'/c calc'!A1",
    "formula-plus": "+31+cmd|' /c calc'!A0",
    "formula-minus": "-2+3+cmd|' /c calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /c calc'!A0",
    "markdown": "[klik](javascript:alert(1)) ![x](https://evil.example/x.png) **vet** <b>x</b>",
    "sql": "'; DROP TABLE events; --",
    "shell": "; rm -rf / #",
    "xml": "]]><x/><![CDATA[ <?xml version='1.0'?> &x;",
    "path": "../../../../etc/passwd",
    "workflow-command": "::error file=x::y ##[group] ::set-output name=x::y",
    "mention": "@everyone #1 !2 [x](y) <!-- z -->",
}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _everywhere(name: str, text: str) -> Case:
    """One attack in every text that an event and the files beside it may have."""
    said = _quoted(text)
    texts: dict[str, Any] = {
        "titel": said,
        "samenvatting": f"{{nl: {said}}}",
        "plek": f"{{naam: {said}, straat: {said}, postcode: 7411 AB, woonplaats: {said}, wijk: zandweerd}}",
        "prijs": said,
        "aanmelden": f"{{telefoon: 0570 123 456, opmerking: {said}}}",
        "welkom": f"{{wie: {said}, ingang: {said}, inbegrepen: {said}}}",
        "contact": f"{{naam: {said}, telefoon: 0570 123 456}}",
        "afbeelding": f"{{bestand: klein.png, beschrijving: {said}}}",
        "bijlagen": f"[{{bestand: klein.pdf, titel: {said}}}]",
        "links": f"[{{url: https://example.org/, titel: {said}}}]",
        "uitnodiging": f"{{straten: [{said}], bezoek vanaf: 2027-01-10, afzender: {said}, tekst: {said}}}",
        "wanneer": (
            f"[{{op: 2027-01-15 10:00-12:00, titel: {said}, opmerking: {said}}}, "
            f"{{elke: zaterdag 10:00-12:00, vanaf: 2027-01-16, tot en met: 2027-02-16, opmerking: {said}, "
            f"wijzigingen: [{{op: 2027-01-23, status: afgelast, opmerking: {said}}}]}}]"
        ),
    }
    return event(f"text-{name}", **texts)


_LONG = "woord " * 150_000
_LONG_LINES = {
    "street-of-a-megabyte": {"plek": f"{{naam: X, wijk: zandweerd, straat: '{_LONG}'}}"},
    "town-of-a-megabyte": {"plek": f"{{naam: X, wijk: zandweerd, woonplaats: '{_LONG}'}}"},
    "contact-of-a-megabyte": {"contact": f"{{naam: '{_LONG}', telefoon: 0570 123 456}}"},
    "phone-of-brackets": {"contact": f"{{naam: de balie, telefoon: '0570 123{'(' * 900_000}456'}}"},
    "letter-of-a-megabyte": {"uitnodiging": f"{{straten: [A], bezoek vanaf: 2027-01-10, tekst: '{_LONG}'}}"},
    "reason-of-a-megabyte": {"bewust": f"{{no-price: '{_LONG}'}}"},
    "topic-of-a-megabyte": {"onderwerpen": f"['{_LONG}']"},
    "status-of-a-megabyte": {"status": f"'{_LONG}'"},
}
"""Lines that nobody thinks of, and that come out on many pages or in a message."""
_TRANSLATIONS = {
    "title": ("title: " + "w" * 121, "too-long"),
    "summary": ("summary: " + "w" * 301, "too-long"),
    "price": ("price: " + _LONG, "too-long"),
    "description": ("description: " + "<a " * 6_000, "body-tags"),
    "no-letter": ("title: ''", "empty-text"),
}

CASES: tuple[Case, ...] = (
    *(_everywhere(name, text) for name, text in _ATTACKS.items()),
    *(
        Case(
            name=f"partner-{name}",
            files={f"organisations/partner-{name}.md": f"---\nnaam: {_quoted(text)}\n---\n{text}\n"},
            page=f"organisaties/partner-{name}/index.html",
        )
        for name, text in list(_ATTACKS.items())[:12]
    ),
    *(
        Case(
            name=f"place-{name}",
            files={
                f"places/place-{name}.md": (
                    f"---\nnaam: {_quoted(text)}\nwijk: zandweerd\nstraat: {_quoted(text)}\ngeo: [52.25, 6.16]\n"
                    f"route: {_quoted(text)}\n---\n{text}\n"
                )
            },
            page=f"plekken/place-{name}/index.html",
        )
        for name, text in list(_ATTACKS.items())[:12]
    ),
    *(
        Case(
            name=f"campaign-{name}",
            files={f"campaigns/campaign-{name}.md": f"---\ntitel: {_quoted(text)}\nvanaf: 2027-01-01\n---\n{text}\n"},
            page=f"campagnes/campaign-{name}/index.html",
        )
        for name, text in list(_ATTACKS.items())[:12]
    ),
    *(
        Case(
            name=f"page-{name}",
            files={f"pages/page-{name}.md": f"---\ntitel: {_quoted(text)}\n---\n{text}\n"},
            page=f"page-{name}/index.html",
        )
        for name, text in list(_ATTACKS.items())[:12]
    ),
    event("feed-lines-of-windows", titel='"Koffie\\r\\nATTENDEE:mailto:evil@evil.example"'),
    event("feed-lines-of-old-macs", titel='"Koffie\\rBEGIN:VALARM\\rTRIGGER:-PT1M"'),
    event("feed-lines-alone", titel='"Koffie\\nEND:VEVENT\\nBEGIN:VEVENT"'),
    event("feed-uid-with-a-line-end", "bad-uid", uid='"x\\nATTENDEE:mailto:a@b.nl"'),
    event("feed-uid-that-is-a-list", "not-text", uid="[a, b]"),
    event("feed-uid-with-marks", uid='"x;y,z:\\"^@example.org"'),
    event("feed-uid-of-a-kilobyte", "bad-uid", uid="x" * 1_000),
    event("feed-uid-of-another", "duplicate-uid", uid="de-kern/gewoon@agenda.example.org"),
    *(event(name, "unknown-value" if "status" in name else "too-long", **keys) for name, keys in _LONG_LINES.items()),
    *(
        Case(
            name=f"translation-of-{name}",
            files={
                f"events/de-kern/translation-of-{name}.md": f"---\n{front_matter()}---\n",
                f"events/de-kern/translation-of-{name}.en.md": f"---\n{text}\n---\n",
            },
            says=(code,),
        )
        for name, (text, code) in _TRANSLATIONS.items()
    ),
    event("title-of-120-characters", titel="w" * 120),
    event("title-of-121-characters", "too-long", titel="w" * 121),
    event("title-without-a-letter", titel='"!?"'),
    event("title-that-is-a-number", titel="2026"),
    event("markup-in-a-language-code", "bad-language", talen='["<script>alert(1)</script>"]'),
    event("alias-of-another", "alias-taken", aliases="[de-kern/gewoon]"),
    event("alias-that-climbs", "bad-name", aliases="[../../../index]"),
    event("alias-of-a-page", "bad-name", aliases="['/index.html']"),
    event("alias-of-its-own-event", "alias-taken", aliases="[de-kern/alias-of-its-own-event]"),
    event("accept-with-markup", "unknown-check", bewust='{"<script>": "<script>alert(1)</script>"}'),
)
