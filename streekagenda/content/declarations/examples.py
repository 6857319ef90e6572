"""How each key is written, in English and in Dutch: shown by editors that know the schemas.

An example stands by the name of its key, or by declaration and key where a key means something else there. A key that is
not here has the examples of its field, the same in both languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.content.yaml_text import Value

_PLACE: Value = {"name": "Het Plein", "street": "Dorpsstraat 1", "city": "Deventer"}

EXAMPLES: dict[str, tuple[Value, Value]] = {
    "title": ("Coffee at the long table", "Koffie aan de lange tafel"),
    "summary": ("Coffee and a chat.", "Koffie en een praatje."),
    "description": ("Come as you are.", "Kom zoals je bent."),
    "when": ("Thursday 1 October 2026 19:30-21:00", "donderdag 1 oktober 2026 van 19.30 tot 21.00 uur"),
    "organiser": ("de-kern", "de-kern"),
    "place": ("buurthuis-de-linde", "buurthuis-de-linde"),
    "online": ("https://www.example.org/praat", "https://www.example.org/praat"),
    "area": ("zandweerd", "zandweerd"),
    "topics": (["ontmoeten"], ["ontmoeten"]),
    "audiences": (["ouderen"], ["ouderen"]),
    "price": ("free", "gratis"),
    "booking": ({"phone": "0570 00 00 00"}, {"phone": "0570 00 00 00"}),
    "status": ("cancelled", "afgelast"),
    "facilities": (["rolstoel"], ["rolstoel"]),
    "languages": (["nl", "ar"], ["nl", "ar"]),
    "contact": (
        {"name": "the host", "phone": "0570 00 00 00"},
        {"name": "de gastvrouw", "phone": "0570 00 00 00"},
    ),
    "campaign": ("week-tegen-eenzaamheid", "week-tegen-eenzaamheid"),
    "image": (
        {"file": "koffie.jpg", "alt": "People at a long table"},
        {"file": "koffie.jpg", "alt": "Mensen aan een lange tafel"},
    ),
    "links": (
        [{"url": "https://www.example.org/", "title": "More about us"}],
        [{"url": "https://www.example.org/", "title": "Meer over ons"}],
    ),
    "uid": ("koffie-2026@example.org", "koffie-2026@example.org"),
    "aliases": (["de-kern/koffie-oud"], ["de-kern/koffie-oud"]),
    "draft": ("yes", "ja"),
    "consent": ("yes", "ja"),
    "note": ("At the supermarket.", "Bij de supermarkt."),
    "name": ("De Linde", "De Linde"),
    "kind": ("welfare", "welzijn"),
    "website": ("https://www.example.org/", "https://www.example.org/"),
    "url": ("https://www.example.org/", "https://www.example.org/"),
    "email": ("balie@example.org", "balie@example.org"),
    "phone": ("0570 00 00 00", "0570 00 00 00"),
    "logo": ("logo.svg", "logo.svg"),
    "logo_alt": ("Logo of De Kern", "Logo van De Kern"),
    "sources": (
        [{"ical": "https://www.example.org/agenda.ics"}],
        [{"ical": "https://www.example.org/agenda.ics"}],
    ),
    "street": ("Dorpsstraat 1", "Dorpsstraat 1"),
    "postcode": ("7411 AA", "7411 AA"),
    "city": ("Deventer", "Deventer"),
    "geo": (["52.253", "6.162"], ["52.253", "6.162"]),
    "organisation": ("de-kern", "de-kern"),
    "open": ("Monday 10:00-12:00", "maandag van 10.00 tot 12.00 uur"),
    "closed": (["holidays"], ["feestdagen"]),
    "directions": ("Beside the church.", "Naast de kerk."),
    "checked": ("2026-09-01", "2026-09-01"),
    "from": ("2026-09-24", "2026-09-24"),
    "until": ("2026-10-01", "2026-10-01"),
    "on": ("2026-10-01", "2026-10-01"),
    "every": ("Sunday 14:00-16:00", "zondag van 14.00 tot 16.00 uur"),
    "time": ("19:30-21:00", "van 19.30 tot 21.00 uur"),
    "except": (["holidays", "2026-11-15"], ["feestdagen", "2026-11-15"]),
    "also": ("2026-12-26 14:00-17:00", "26 december 2026 van 14.00 tot 17.00 uur"),
    "count": ("10", "10"),
    "changes": (
        [{"on": "2026-12-20", "status": "cancelled"}],
        [{"on": "2026-12-20", "status": "afgelast"}],
    ),
    "required": ("yes", "ja"),
    "capacity": ("20", "20"),
    "state": ("full", "vol"),
    "who": ("The host stands at the door.", "De gastvrouw staat bij de deur."),
    "way_in": ("Take the door at the square.", "Neem de deur aan het plein."),
    "included": ("Coffee and tea.", "Koffie en thee."),
    "file": ("koffie.jpg", "koffie.jpg"),
    "alt": ("People at a long table", "Mensen aan een lange tafel"),
    "streets": (["Dorpsstraat", "Kerkstraat"], ["Dorpsstraat", "Kerkstraat"]),
    "visit_from": ("2026-10-05", "2026-10-05"),
    "visit_until": ("2026-10-09", "2026-10-09"),
    "sender": ("De Kern", "De Kern"),
    "text": ("We ring at your door next week.", "Volgende week bellen we bij je aan."),
    "timezone": ("Europe/Amsterdam", "Europe/Amsterdam"),
    "country": ("NL", "NL"),
    "school_region": ("noord", "noord"),
    "horizon": ("12 months", "12 maanden"),
    "archive": ("24 months", "24 maanden"),
    "areas": ([{"id": "zandweerd", "name": "Zandweerd"}], [{"id": "zandweerd", "name": "Zandweerd"}]),
    "code_year": ("2026", "2026"),
    "also_known_as": (["Rivierenbuurt"], ["Rivierenbuurt"]),
    "id": ("ontmoeten", "ontmoeten"),
    "icon": ("coffee", "coffee"),
    "forge": ("forgejo", "forgejo"),
    "branch": ("main", "main"),
    "content": ("content", "content"),
    "theme": ({"primary": "#1b5e4b"}, {"primary": "#1b5e4b"}),
    "embed": ({"allowed": ["https://www.example.org"]}, {"allowed": ["https://www.example.org"]}),
    "allowed": (["https://www.example.org"], ["https://www.example.org"]),
    "wording": (
        {"avoid": [{"phrase": "eenzame ouderen", "instead": "mensen die graag gezelschap hebben"}]},
        {"avoid": [{"phrase": "eenzame ouderen", "instead": "mensen die graag gezelschap hebben"}]},
    ),
    "avoid": (
        [{"phrase": "eenzame ouderen", "instead": "mensen die graag gezelschap hebben"}],
        [{"phrase": "eenzame ouderen", "instead": "mensen die graag gezelschap hebben"}],
    ),
    "phrase": ("eenzame ouderen", "eenzame ouderen"),
    "instead": ("mensen die graag gezelschap hebben", "mensen die graag gezelschap hebben"),
    "why": ("Niemand noemt zichzelf zo.", "Niemand noemt zichzelf zo."),
    "notice": ("This is an example site.", "Dit is een voorbeeldsite."),
    "ical": ("https://www.example.org/agenda.ics", "https://www.example.org/agenda.ics"),
    "csv": ("agenda.csv", "agenda.csv"),
    "include": (["koffie"], ["koffie"]),
    "exclude": (["besloten"], ["besloten"]),
    "RegionFile.title": ("Neighbourhood calendar", "Streekagenda"),
    "RegionFile.url": ("https://www.example.org/agenda/", "https://www.example.org/agenda/"),
    "RegionFile.topics": ([{"id": "ontmoeten", "name": "Meeting"}], [{"id": "ontmoeten", "name": "Ontmoeten"}]),
    "RegionFile.audiences": ([{"id": "ouderen", "name": "Older people"}], [{"id": "ouderen", "name": "Ouderen"}]),
    "RegionFile.facilities": ([{"id": "rolstoel", "name": "Wheelchair"}], [{"id": "rolstoel", "name": "Rolstoel"}]),
    "RegionFile.closed": (
        [{"name": "Summer stop", "from": "2027-07-12", "until": "2027-08-15"}],
        [{"name": "Zomerstop", "from": "2027-07-12", "until": "2027-08-15"}],
    ),
    "RegionFile.contact": (
        {"name": "the editors", "email": "redactie@example.org"},
        {"name": "de redactie", "email": "redactie@example.org"},
    ),
    "OrganisationFile.name": ("De Kern", "De Kern"),
    "PageFile.title": ("About this calendar", "Over deze agenda"),
    "CampaignFile.title": ("Week against Loneliness", "Week tegen Eenzaamheid"),
    "WrittenEntry.title": ("Long table", "Lange tafel"),
    "WrittenEntry.place": (_PLACE, _PLACE),
    "WrittenChange.title": ("Christmas dinner", "Kerstdiner"),
    "WrittenContact.name": ("the host", "de gastvrouw"),
    "WrittenImage.file": ("koffie.jpg", "koffie.jpg"),
    "WrittenAttachment.file": ("flyer.pdf", "flyer.pdf"),
    "WrittenAttachment.title": ("Flyer", "Flyer"),
    "WrittenLink.title": ("More about us", "Meer over ons"),
    "WrittenInlinePlace.name": ("Het Plein", "Het Plein"),
    "WrittenClosure.name": ("Summer stop", "Zomerstop"),
    "WrittenClosure.id": ("zomerstop", "zomerstop"),
    "WrittenArea.id": ("zandweerd", "zandweerd"),
    "WrittenArea.name": ("Zandweerd", "Zandweerd"),
    "WrittenTerm.name": ("Meeting and coffee", "Ontmoeten en koffie"),
    "WrittenBooking.note": ("Ask at the desk.", "Vraag het aan de balie."),
    "WrittenRepository.url": ("https://github.com/owner/repository", "https://github.com/owner/repository"),
}
"""English and Dutch; keys in a mapping are English in both, and come out in their own language."""


def examples(declaration: str, key: str, own: list[Value]) -> tuple[list[Value], list[Value]]:
    """Return the examples of a key in English and in Dutch; ``own`` are those that stand in its field."""
    found = EXAMPLES.get(f"{declaration}.{key}") or EXAMPLES.get(key)
    return ([found[0]], [found[1]]) if found else (own, own)
