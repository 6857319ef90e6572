"""What belongs to one person: mobile numbers, mailboxes, names. Where it is not sure, it is taken for a group's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.dutch import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_BETWEEN = r"[\s./\-\u2010-\u2015\u2212·]{0,3}"
_MOBILE = re.compile(
    rf"(?<![\d+])(?:(?:\+|00|(?<=wa\.me/))31{_BETWEEN}(?:\(0\)|0)?|0|\(0){_BETWEEN}6\)?(?:{_BETWEEN}\d){{8}}(?!\d)"
)
"""Dutch numbers for mobile telephones begin with 06 and have ten digits (Nummerplan telefoon- en ISDN-diensten)."""
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}", re.ASCII)
_SPELLED = re.compile(
    r"(?<![\w.+'-])(?P<local>[\w.+'-]{1,64})\s{0,2}(?:[\[({<]\s?(?:at|@|apenstaart(?:je)?)\s?[\])}>]|\b(?:at|apenstaart(?:je)?)\b)"
    r"\s{0,2}(?P<domain>[\w-]+(?:(?:\.|\s?[\[({<]\s?(?:punt|dot|\.)\s?[\])}>]\s?|\s(?:punt|dot)\s)[\w-]+)+)",
    re.ASCII | re.IGNORECASE,
)
"""An address that is written so that machines do not find it: ``klaas [at] outlook punt com``."""
_SPELLED_SIGNS = ("[", "(", "{", "<", " at ", "apenstaart")
_DOT = re.compile(r"\s?(?:[\[({<]\s?(?:punt|dot|\.)\s?[\])}>]|\b(?:punt|dot)\b|\.)\s?", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])NL\s?\d{2}\s?[A-Z]{4}(?:[\s.]?\d){10}(?!\d)", re.IGNORECASE)
"""A Dutch bank account: 18 characters (ISO 13616)."""
_CITIZEN_NUMBER = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\b\D{0,20}?(?<!\d)(?P<number>\d(?:[\s.-]?\d){8})(?!\d)", re.IGNORECASE
)
_MAIL_FOR_EVERYBODY = re.compile(
    r"(?:gmail|googlemail|hotmail|live|outlook|msn|yahoo|ymail|icloud|me|mac|aol|gmx|proton|protonmail|pm|tutanota|zoho"
    r"|yandex|mail|ziggo|ziggomail|kpnmail|kpnplanet|planet|hetnet|wxs|home|chello|upcmail|casema|quicknet|multiweb"
    r"|xs4all|telfort|tele2|solcon|onsbrabantnet|zeelandnet|caiway|kabelfoon|online|freeler|zonnet|versatel|orange"
    r"|tiscali|deltamail|filternet|concepts|hccnet|lijbrandt|skynet|telenet|scarlet)\.(?:com|nl|be|net|eu|me|org|ch|de|[a-z]{2})"
)
_OF_A_GROUP = frozenset(
    "aanmelden aanmelding activiteiten administratie admin agenda balie beheer bestuur bewoners bieb bibliotheek bridge"
    " buren buurt cafe centrum club commissie contact cursus dagbesteding dans dorp eetcafe eten evenementen gasten gemeente"
    " groep hallo hello huis huiskamer hulp info informatie inloop inschrijven jeugd jongeren kantoor kassa kerk koffie"
    " kook koor kunst leden loket maatjes mail mantelzorg mee meedoen moskee museum naai natuur nieuws ontmoeting open"
    " ouderen parochie pers planning platform post programma project receptie redactie repair reserveren samen school"
    " secretariaat secretaris senioren soos spel sport stichting straat taal team theater tuin verein vereniging"
    " vrijwilligers vrouwen wandel website welkom welzijn werk wijk winkel workshop zang zorg".split()
)
_PARTS = re.compile(r"[a-z]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HEADS = frozenset(
    "team balie receptie secretariaat redactie bestuur commissie werkgroep stichting vereniging huize huis wijkcentrum"
    " buurthuis dorpshuis gemeenschapshuis kulturhus bibliotheek kerk parochie school basisschool kindcentrum zorgcentrum"
    " woonzorgcentrum verpleeghuis hospice centrum café cafe restaurant theater museum sint st st. san santa prins prinses"
    " koning koningin koor club fanfare harmonie fonds villa zaal residentie flat hof instituut hotel obs cbs rkbs vv sv rk"
    " protestantse katholieke voetbalvereniging sportvereniging".split()
)
_TAILS = tuple(
    "café cafe centrum club dorp fonds gemeenschap groep hof hoeve huis kamer kerk kapel koor loket plein punt residentie"
    " school stee team tuin vereniging winkel woning zaal".split()
)
"""Words of a group or a house, and how such words end; behind them may come the name of a person."""
_ADDRESSED = re.compile(
    r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer|heer)\s+(?:[A-Z]\.\s?)*(?:[a-z']+\s+){0,3}[A-Z]", re.IGNORECASE
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){1,4}(?:(?:van|de|der|den|ter|ten|te|'t|el|al)\s+){0,3}[A-Z][a-zà-ž]{2,}")


def mobile_numbers(text: str) -> Iterator[str]:
    """Yield the numbers of mobile telephones in a text, as they stand there."""
    if "6" in text:
        yield from (found[0] for found in _MOBILE.finditer(text))


def personal_mailboxes(text: str, known: Collection[str] = ()) -> Iterator[str]:
    """Yield the mail addresses of one person; ``known`` are the words of names of partners, places and activities."""
    if "@" in text:
        yield from (found[0] for found in _MAIL.finditer(text) if _is_personal(found[0].lower(), known))
    if any(sign in text for sign in _SPELLED_SIGNS):
        for found in _SPELLED.finditer(text):
            domain = _DOT.sub(".", found["domain"])
            if _is_personal(f"{found['local']}@{domain}".lower(), known):
                yield found[0]


def bank_accounts(text: str) -> Iterator[str]:
    """Yield the Dutch bank accounts in a text, as they stand there; they may be those of an organisation."""
    if "NL" in text or "nl" in text:
        yield from (found[0] for found in _IBAN.finditer(text))


def citizen_numbers(text: str) -> Iterator[str]:
    """Yield nine digits beside the word ``BSN``: the number of one citizen."""
    yield from (found["number"] for found in _CITIZEN_NUMBER.finditer(text))


def _is_personal(address: str, known: Collection[str]) -> bool:
    local, _, domain = address.partition("@")
    parts = _PARTS.findall(local)
    if any(part in _OF_A_GROUP or (part in known and len(part) > 3) for part in parts):
        return False
    first = parts[0] if parts else ""
    if first in listed("first_names.txt") and len(first) > 2:
        return True
    if "." in local and len(first) == 1 and len(parts[-1]) > 3:
        return True
    named = any(len(word) > 3 and word in local for word in (*_OF_A_GROUP, *known))
    return _MAIL_FOR_EVERYBODY.fullmatch(domain) is not None and not named


def is_person(name: str, proper_names: Iterable[str] = ()) -> bool:
    """Whether a name is surely that of a person, rather than a role, a team or a house.

    ``proper_names`` are those of the calendar: who is found in one of them is no person, as in "Huize Anna".
    """
    if not _seems_person(name):
        return False
    for proper in sorted((one for one in proper_names if one in name), key=lambda one: (-len(one), one)):
        name = re.sub(rf"\b{re.escape(proper)}\b", "", name, flags=re.IGNORECASE)
    return _seems_person(name)


def _seems_person(name: str) -> bool:
    if _ADDRESSED.search(name):
        return True
    words = _WORD.findall(name)
    if any(word.lower() in _HEADS or word.lower().endswith(_TAILS) for word in words):
        return False
    if _INITIALS.search(name):
        return True
    names = listed("first_names.txt")
    return any(word[0].isupper() and word.lower() in names for word in words)
