"""Words that people write where the format has another one; never taken for it, only asked about: "Do you mean …?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_WORDS = {
    "title": "naam activiteit kop name heading",
    "name": "titel title",
    "when": "datum data datums dag dagen date dates day days",
    "on": "datum data datums dag dagen date dates day days",
    "every": "herhaling herhalen iedere repeat recurrence",
    "time": "tijden tijdstip aanvang times hours",
    "from": "begin begindatum startdatum start",
    "until": "tot t/m einde eind einddatum to till through end",
    "except": "uitzondering uitzonderingen niet exceptions exclude",
    "changes": "wijziging verandering veranderingen change",
    "organiser": "organisatie aanbieder door organisation organization organizer host",
    "place": "plaats locatie lokatie waar zaal adres location venue where address",
    "city": "plaats gemeente dorp stad town village",
    "street": "adres address",
    "area": "buurt gemeente dorp gebied neighbourhood neighborhood district",
    "topics": "thema themas thema's categorie soort theme themes category subject",
    "audiences": "doelgroep voor leeftijd audience",
    "price": "kosten entree toegang bijdrage cost costs fee",
    "booking": "aanmelding inschrijven inschrijving opgave opgeven reserveren registration register signup",
    "note": "reden toelichting bijzonderheden reason remark comment",
    "image": "foto plaatje photo picture",
    "alt": "bijschrift caption",
    "attachments": "bijlage flyer attachment",
    "description": "beschrijving tekst inhoud body text content",
    "facilities": "toegankelijkheid accessibility",
    "phone": "tel tel. telnr telefoonnr telefoonnummer mobiel mobielnummer gsm 06 06-nummer telephone mobile",
    "email": "mail mailadres emailadres e-mailadres e-mail-adres",
    "capacity": "maximum max aantal deelnemers",
    "directions": "routebeschrijving bereikbaarheid",
    "open": "openingstijden",
}

MEANT = {
    word: [key for key, said in _WORDS.items() if word in said.split()] for word in " ".join(_WORDS.values()).split()
}
"""A word, and the English keys that it may stand for, the likeliest first."""


def may_mean(word: str) -> list[str]:
    """Return the keys that somebody may mean who writes a word, the likeliest first."""
    return MEANT.get(word.strip().casefold(), [])


def meant_by(word: str, possible: Container[str]) -> str | None:
    """Return the key, of those that are possible, that somebody means who writes a word."""
    return next((key for key in may_mean(word) if key in possible), None)
