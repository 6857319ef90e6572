"""What belongs to one person is not public by accident; what belongs to a group is left alone."""

from pathlib import Path

import pytest

from streekagenda.checks.dutch import listed
from streekagenda.checks.personal import (
    bank_accounts,
    citizen_numbers,
    is_person,
    mobile_numbers,
    personal_mailboxes,
)
from tests.checks.found import checked, found
from tests.content_files import REGION

KOFFIE = "events/de-kern/koffie.md"
HEAD = "---\ntitel: Koffie\nwanneer: 2027-01-15 10:00-12:00\nplek: de-linde\nonderwerpen: [ontmoeten]\n"
CODES = ("mobile-number", "personal-mailbox", "person-as-contact", "personal-details", "citizen-number")
KNOWN = frozenset({"linde", "almelo", "kern", "oranjebuurt"})


@pytest.mark.parametrize(
    "number",
    [
        "0612345678",
        "06 12345678",
        "06-12 34 56 78",
        "06 12 34 56 78",
        "(06) 12345678",
        "06/12345678",
        "06.1234.5678",
        "06–12 34 56 78",
        "06—12·34·56·78",
        "+31612345678",
        "+31 6 12 34 56 78",
        "+31 (0)6 12345678",
        "0031 6 12345678",
    ],
)
def test_mobile_number_is_known_however_it_is_written(number: str) -> None:
    assert list(mobile_numbers(f"Bel {number}, graag.")) == [number]


def test_mobile_number_is_known_in_an_address_of_a_messenger() -> None:
    assert list(mobile_numbers("Zie https://wa.me/31612345678?text=dag")) == ["31612345678"]
    assert list(mobile_numbers("Zie https://example.org/31612345678")) == []


@pytest.mark.parametrize(
    "text",
    [
        "0570 06 12 34",
        "088 612 34 56",
        "+31 570 612345",
        "0612 maal",
        "06123456789",
        "10612345678",
        "0800 0612",
        "1-6-2027",
    ],
)
def test_other_numbers_are_no_mobile_numbers(text: str) -> None:
    assert list(mobile_numbers(text)) == []


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("jan.jansen@welzijn.example.org", True),
        ("fatima.el.amrani@welzijn.example.org", True),
        ("j.jansen@welzijn.example.org", True),
        ("a.b.de.vries@welzijn.example.org", True),
        ("anneke@welzijn.example.org", True),
        ("anneke-bakker@welzijn.example.org", True),
        ("bloempje57@hotmail.com", True),
        ("vandervelde@kpnmail.nl", True),
        ("jan.huisman@gmail.com", True),
        ("familie.smit@ziggo.nl", True),
        ("info@welzijn.example.org", False),
        ("taalpunt@example.org", False),
        ("bewoners.dekade@example.org", False),
        ("moskee.noor@example.org", False),
        ("repair.charlois@example.org", False),
        ("e-loket@example.org", False),
        ("anna.linde@example.org", False),
        ("buurttuinassendorp@gmail.com", False),
        ("oranjebuurt2027@hotmail.com", False),
        ("naaicafe.twello@gmail.com", False),
        ("wijdeventer@example.org", False),
    ],
)
def test_mailbox_of_one_person(address: str, personal: bool) -> None:
    assert list(personal_mailboxes(f"Mail naar {address}.", KNOWN)) == ([address] if personal else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("klaas [at] outlook punt com. Tot dan", ["klaas [at] outlook punt com"]),
        ("klaas(at)gmail.com", ["klaas(at)gmail.com"]),
        ("klaas apenstaartje ziggo punt nl", ["klaas apenstaartje ziggo punt nl"]),
        ("info [at] dekern punt nl", []),
        ("Kom op tijd (at last)", []),
    ],
)
def test_mailbox_that_is_spelled_out(text: str, found: list[str]) -> None:
    assert list(personal_mailboxes(text, KNOWN)) == found


def test_bank_account_and_number_of_a_citizen() -> None:
    assert list(bank_accounts("Maak over op NL91 ABNA 0417 1643 00.")) == ["NL91 ABNA 0417 1643 00"]
    assert list(bank_accounts("NL91ABNA04171643001 of 1234567890")) == []
    assert list(citizen_numbers("Mijn BSN is 111.222.333.")) == ["111.222.333"]
    assert list(citizen_numbers("Bel 0570 12 34 56, 111222333")) == []


@pytest.mark.parametrize(
    "name",
    [
        "Anneke",
        "Anneke de Vries",
        "anneke en Jan van den Berg",
        "Gastvrouw Anneke",
        "Fatima El Amrani",
        "Zeynep",
        "mevrouw De Vries",
        "mw. Jansen",
        "de heer A. Bakker",
        "J. Jansen",
        "A.B. van der Velde",
        "Coördinator Piet Bakker",
    ],
)
def test_name_of_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Team Ouderen",
        "De gastvrouw",
        "De gastheer van MEE",
        "Balie",
        "De balie van Huize Anna",
        "Receptie St. Joseph",
        "Sint Jan",
        "Stichting Willem Drees",
        "Team Marijke",
        "Het Voor Elkaar-team",
        "De opbouwwerker van Avedan",
        "De redactie bij Bibliotheek Deventer",
        "De wijkverpleegkundige",
        "Taalpunt Deventer",
        "Taalcafé Anna Paulowna",
        "Huiskamer Betty",
        "Bewoners van De Kade",
        "Buurt's Winkel",
        "De vrienden van de Annakapel",
        "O.B.S. De Vlinder",
        "Club Cactus",
        "",
    ],
)
def test_role_team_or_house_is_no_person(name: str) -> None:
    assert not is_person(name)


def test_name_within_a_name_of_the_calendar_is_no_person() -> None:
    assert is_person("De gastheer van Annie")
    assert not is_person("De gastheer van Bij Annie", ["Bij Annie"])
    assert is_person("Annie van Bij Annie", ["Bij Annie"])


def test_first_names_are_no_ordinary_words_of_contacts() -> None:
    ordinary = (
        "balie buurt gastheer gastvrouw groep huis ouderen redactie roos team wil wij zorg linde mei door".split()
    )
    assert listed("first_names.txt").isdisjoint(ordinary)
    assert len(listed("first_names.txt")) == 983


@pytest.mark.parametrize(
    ("key", "code", "column"),
    [
        ("contact: {telefoon: 06 12 34 56 78}", "mobile-number", 21),
        ("contact: {naam: 'Bel 0612345678'}", "mobile-number", 22),
        ("aanmelden: {telefoon: 06-12345678}", "mobile-number", 23),
        ("aanmelden: {telefoon: 0570 00 00 01, opmerking: 'Of app naar 06 12345678'}", "mobile-number", 62),
        ("aanmelden: {url: 'https://wa.me/31612345678'}", "mobile-number", 33),
        ("contact: {e-mail: jan.jansen@example.org}", "personal-mailbox", 19),
        ("aanmelden: {e-mail: bloempje57@hotmail.com}", "personal-mailbox", 21),
        ("contact: {naam: Anneke de Vries}", "person-as-contact", 17),
        ("samenvatting: Bel 06 12 34 56 78", "mobile-number", 19),
        ("welkom: {wie: Mail jan.jansen@gmail.com}", "personal-mailbox", 20),
    ],
)
def test_contact_and_booking_need_consent(tmp_path: Path, key: str, code: str, column: int) -> None:
    said = [one for one in checked(tmp_path, {KOFFIE: f"{HEAD}{key}\n---\nKom!\n"}) if one.code in CODES]
    assert [(one.code, one.severity, one.location.line, one.location.column) for one in said] == [
        (code, "error", 6, column)
    ]
    for consent in ("consent: true", "toestemming: ja"):
        agreed = f"{HEAD}{key}\n{consent}\n---\nKom!\n"
        assert found(tmp_path, {KOFFIE: agreed}, *CODES) == []


def test_body_of_an_event_needs_consent_too(tmp_path: Path) -> None:
    body = "---\nApp naar 06 12 34 56 78 of mail [Jan](mailto:jan.jansen@example.org).\n"
    said = [one for one in checked(tmp_path, {KOFFIE: HEAD + body}) if one.code in CODES]
    assert [(one.code, one.severity, one.location.line, one.location.column) for one in said] == [
        ("mobile-number", "error", 7, 10),
        ("personal-mailbox", "error", 7, 46),
    ]
    assert found(tmp_path, {KOFFIE: f"{HEAD}toestemming: ja\n{body}"}, *CODES) == []


def test_number_of_a_citizen_is_refused_with_consent_too(tmp_path: Path) -> None:
    text = f"{HEAD}toestemming: ja\n---\nMijn BSN is 111222333.\n"
    assert found(tmp_path, {KOFFIE: text}, *CODES) == [(KOFFIE, 8, 13, "citizen-number")]


def test_booking_of_one_date_needs_consent_too(tmp_path: Path) -> None:
    when = "wanneer:\n  - {op: 2027-01-15, tijd: 10-12 uur, aanmelden: {telefoon: 0612345678}}\n"
    text = HEAD.replace("wanneer: 2027-01-15 10:00-12:00\n", when) + "---\nKom!\n"
    assert found(tmp_path, {KOFFIE: text}, *CODES) == [(KOFFIE, 4, 61, "mobile-number")]


def test_title_of_the_activity_explains_its_mailbox(tmp_path: Path) -> None:
    text = (
        HEAD.replace("titel: Koffie", "titel: Zonnestraaltjes") + "contact: {e-mail: zonnestraaltjes@gmail.com}\n---\n"
    )
    assert found(tmp_path, {KOFFIE: text}, *CODES) == []


def test_elsewhere_it_is_an_advice(tmp_path: Path) -> None:
    files = {
        "region.yaml": f"{REGION}contact: {{email: jan.jansen@example.org}}\n",
        KOFFIE: HEAD + "---\nDoneren kan op NL91 ABNA 0417 1643 00.\n",
        "organisations/de-kern.md": "---\nname: De Kern\nphone: 0612345678\nemail: j.jansen@example.org\n---\n",
        "places/de-linde.md": "---\nname: De Linde\narea: zandweerd\nphone: 06-12345678\n---\n",
    }
    said = [one for one in checked(tmp_path, files) if one.code in CODES]
    assert {one.severity for one in said} == {"advice"}
    assert [(one.location.path, one.location.line, one.location.column, dict(one.values)["found"]) for one in said] == [
        (KOFFIE, 7, 16, "NL91 ABNA 0417 1643 00"),
        ("organisations/de-kern.md", 3, 8, "0612345678"),
        ("organisations/de-kern.md", 4, 8, "j.jansen@example.org"),
        ("places/de-linde.md", 4, 8, "06-12345678"),
        ("region.yaml", 18, 18, "jan.jansen@example.org"),
    ]


def test_region_makes_it_milder(tmp_path: Path) -> None:
    files = {
        "region.yaml": REGION + "checks: {mobile-number: advice}\n",
        KOFFIE: HEAD + "contact: {telefoon: 0612345678}\n---\n",
    }
    assert [one.severity for one in checked(tmp_path, files) if one.code in CODES] == ["advice"]
