"""The same activity in two files, one room for two activities, and the same people asked to two places at once."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from streekagenda.checks.checked import Checked
from streekagenda.checks.clashes import room_taken
from streekagenda.checks.duplicates import alike
from streekagenda.checks.whereabouts import Whereabouts, has_many_rooms
from streekagenda.model.organisation import OrganisationKind
from streekagenda.model.place import Online
from tests.checks.found import checked, found
from tests.content_files import REGION, TODAY
from tests.examples import area, calendar, event, organisation, place, rule, series, text

LINDE = "places/de-linde.md"
KERN, BRUG = "events/de-kern/een.md", "events/de-brug/twee.md"
HOUSE = "---\nname: De Linde\narea: zandweerd\nstreet: Lindehof 1\npostcode: 7412 AA\n---\n"
BASE = {LINDE: HOUSE, "organisations/de-brug.md": "---\nname: De Brug\n---\n"}
CODES = ("duplicate", "room-taken", "same-audience")
MONDAY = "{elke: maandag 10-12 uur behalve feestdagen, vanaf: 2026-01-05}"


def an_event(title: str, when: str, where: str = "de-linde", more: str = "") -> str:
    return f"---\ntitel: {title}\nwanneer: {when}\nplek: {where}\nonderwerpen: [ontmoeten]\n{more}---\nKom!\n"


def two(folder: Path, one: str, other: str, **more: str) -> list[tuple[str, int, int, str]]:
    return found(folder, {**BASE, KERN: one, BRUG: other, **more}, *CODES)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Koffieochtend", "Koffie-ochtend in De Linde", True),
        ("Repair Café", "Repaircafé Zandweerd", True),
        ("Zondagkoffie", "Zondagskoffie", True),
        ("Kerstdiner met muziek", "Kerstdiner", True),
        ("Taalcafé", "Taalcafe De Kern", True),
        ("Koffieochtend", "Koffie-ochtend dinsdag", True),
        ("Samen zingen", "Samen eten", False),
        ("Bingo", "Biljart", False),
        ("Koffie", "Soep", False),
        ("Yoga groep 1", "Yoga groep 2", False),
        ("Yoga groep A", "Yoga groep B", False),
        ("Naaicafé", "Taalcafé", False),
        ("Wandelen met Fikkie", "Wandelen met de buren", False),
    ],
)
def test_titles_that_are_alike(one: str, other: str, same: bool) -> None:
    where = place("de-linde", name="De Linde", area=area("zandweerd"))
    kern, brug = organisation("de-kern"), organisation("de-brug")
    assert (
        alike(
            event(title=one, place=where, organisers=(kern,), id="een"),
            event(title=other, place=where, organisers=(brug,), id="twee"),
        )
        is same
    )


def test_one_partner_has_parallel_groups() -> None:
    kern = (organisation("de-kern"),)
    assert not alike(event(title="Zondagkoffie", organisers=kern), event(title="Zondagskoffie extra", organisers=kern))
    assert alike(event(title="Zondagkoffie", organisers=kern), event(title="Zondag-koffie", organisers=kern))


def test_titles_are_compared_in_every_language() -> None:
    one = event(title=text("Turkse thee", en="Turkish tea"), organisers=(organisation("a"),))
    assert alike(one, event(title="Turkish tea", organisers=(organisation("b"),)))


def test_same_activity_of_two_partners_is_said_in_the_newer_file(tmp_path: Path) -> None:
    files = {
        **BASE,
        KERN: an_event("Koffieochtend", MONDAY),
        BRUG: an_event("Koffie-ochtend De Linde", "maandag 7 december 2026 van 10.30 tot 12.00 uur"),
    }
    (one,) = [one for one in checked(tmp_path, files) if one.code in CODES]
    assert (one.code, one.severity, one.location.path, one.location.line) == ("duplicate", "warning", KERN, 3)
    assert one.others == (BRUG,)
    assert dict(one.values) == {
        "title": "Koffie-ochtend De Linde",
        "file": BRUG,
        "date": "2026-12-07",
        "hour": "10",
        "minute": "30",
        "times": "1",
        "place": "",
    }


@pytest.mark.parametrize("focus", [KERN, BRUG])
def test_who_is_asked_about_is_told_of_the_other(tmp_path: Path, focus: str) -> None:
    files = {**BASE, KERN: an_event("Koffieochtend", MONDAY), BRUG: an_event("Koffie-ochtend", MONDAY)}
    assert [path for path, *_ in found(tmp_path, files, *CODES, focus=[focus])] == [focus]
    assert found(tmp_path, files, *CODES, focus=[LINDE]) == []


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        (an_event("Koffie-ochtend", "maandag 7 december 2026 van 11.00 tot 13.00 uur"), ["duplicate"]),
        (an_event("Koffie-ochtend", "maandag 7 december 2026 van 13.00 tot 15.00 uur"), []),
        (an_event("Koffie-ochtend", "dinsdag 8 december 2026 van 10.00 tot 12.00 uur"), []),
        (an_event("Koffie-ochtend", "2026-12-07 hele dag"), []),
        (an_event("Koffie-ochtend", "2026-12-07 10:00-12:00", more="status: afgelast\n"), []),
        (an_event("Koffie-ochtend", "2026-12-07 10:00-12:00", more="concept: ja\n"), []),
        (an_event("Koffie-ochtend", "2025-12-08 10:00-12:00"), []),
        (an_event("Koffie-ochtend", "2026-12-07 10:00-12:00", "{naam: de linde, wijk: zandweerd}"), ["duplicate"]),
        (
            an_event(
                "Koffie-ochtend", MONDAY, "{naam: Buurthuis, straat: Lindehof 1, postcode: 7412AA, wijk: zandweerd}"
            ),
            ["duplicate"],
        ),
        (an_event("Koffie-ochtend", MONDAY, "{naam: Buurthuis, straat: Lindehof 1, wijk: zandweerd}"), ["duplicate"]),
        (an_event("Koffie-ochtend", MONDAY, "{naam: De Linde, straat: Lindehof 1}"), ["duplicate"]),
        (an_event("Koffie-ochtend", MONDAY, "{naam: Het Anker, straat: Lindehof 1}"), []),
        (an_event("Koffie-ochtend", MONDAY, "{naam: Buurthuis, straat: Lindehof 1, wijk: rivierenwijk}"), []),
        (an_event("Koffie-ochtend", MONDAY, "{naam: De Linde, wijk: rivierenwijk}"), []),
        (an_event("Koffie-ochtend", MONDAY, "de-beuk"), []),
        (an_event("Koffie-ochtend", MONDAY, "de-linde-boven"), ["duplicate"]),
    ],
)
def test_same_activity_is_on_one_day_at_near_hours_in_one_place(tmp_path: Path, other: str, codes: list[str]) -> None:
    more = {
        "places/de-beuk.md": HOUSE.replace("De Linde", "De Beuk").replace("Lindehof 1", "Lindehof 3"),
        "places/de-linde-boven.md": HOUSE.replace("De Linde", "Boven"),
    }
    assert [code for *_, code in two(tmp_path, an_event("Koffieochtend", MONDAY), other, **more)] == codes


@pytest.mark.parametrize(("hours", "codes"), [("11-12 uur", []), ("10.30-12 uur", ["duplicate"])])
def test_one_partner_may_do_it_twice_one_after_the_other(tmp_path: Path, hours: str, codes: list[str]) -> None:
    first = an_event("Yoga", "2026-12-07 10-11 uur")
    second = an_event("Yoga", f"2026-12-07 {hours}", more="organisator: de-kern\n")
    assert [code for *_, code in two(tmp_path, first, second)] == codes


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (KERN, an_event("Koffieochtend", MONDAY, more="bewust: {duplicate: Er zijn er echt twee}\n")),
        (BRUG, an_event("Koffie-ochtend", MONDAY, more="bewust: {duplicate: Er zijn er echt twee}\n")),
    ],
)
def test_either_author_accepts_a_duplicate(tmp_path: Path, file: str, text: str) -> None:
    files = {**BASE, KERN: an_event("Koffieochtend", MONDAY), BRUG: an_event("Koffie-ochtend", MONDAY), file: text}
    assert found(tmp_path, files, *CODES, "accept-unneeded") == []


def test_room_that_two_partners_use_at_one_time(tmp_path: Path) -> None:
    files = {**BASE, KERN: an_event("Koffie", MONDAY), BRUG: an_event("Biljart", "2026-12-07 11:30-13:00")}
    (one,) = [one for one in checked(tmp_path, files) if one.code in CODES]
    assert (one.code, one.severity, one.location.path) == ("room-taken", "warning", KERN)
    assert one.others == (BRUG, LINDE)
    assert {name: dict(one.values)[name] for name in ("date", "hour", "minute", "place")} == {
        "date": "2026-12-07",
        "hour": "11",
        "minute": "30",
        "place": LINDE,
    }


@pytest.mark.parametrize(
    ("night", "morning", "codes"),
    [
        ("2026-12-07 22:00-02:00", "2026-12-08 01:00-03:00", ["room-taken"]),
        ("2026-12-06 22:00-02:00", "2026-12-07 01:00-03:00", ["room-taken"]),
        ("2026-12-07 22:00-02:00", "2026-12-08 02:00-03:00", []),
        ("2026-12-07 22:00-02:00", "2026-12-07 01:00-03:00", []),
        ("2026-12-07 22:00-02:00", "2026-12-07 23:00-03:00", ["room-taken"]),
    ],
)
def test_room_is_taken_past_midnight(tmp_path: Path, night: str, morning: str, codes: list[str]) -> None:
    said = [
        one
        for one in checked(tmp_path, {**BASE, KERN: an_event("Zang", night), BRUG: an_event("Biljart", morning)})
        if one.code in CODES
    ]
    assert [(one.code, dict(one.values)["place"], dict(one.values)["times"]) for one in said] == [
        (code, LINDE, "1") for code in codes
    ]


@pytest.mark.parametrize(
    "house",
    [
        HOUSE.replace("street: Lindehof 1\n", ""),
        HOUSE.replace("---\n", "---\n", 1) + "Er zijn drie zalen.\n",
        HOUSE + "Met een gymzaal en een huiskamer.\n",
        HOUSE.replace("---\n", "---\nbewust: {room-taken: Er zijn drie zalen}\n", 1),
        HOUSE.replace("---\n", "---\norganisation: bieb\n", 1),
    ],
)
def test_house_with_several_rooms_has_room_for_both(tmp_path: Path, house: str) -> None:
    more = {LINDE: house, "organisations/bieb.md": "---\nname: Bieb\nkind: library\n---\n"}
    assert two(tmp_path, an_event("Koffie", MONDAY), an_event("Biljart", MONDAY), **more) == []


@pytest.mark.parametrize(
    ("other", "more"),
    [
        ("{elke: maandag 12-14 uur, vanaf: 2026-01-05}", ""),
        (MONDAY, "organisator: [de-brug, de-kern]\n"),
        (MONDAY, "status: afgelast\n"),
    ],
)
def test_room_is_free_after_the_hour_and_for_a_partner_of_both(tmp_path: Path, other: str, more: str) -> None:
    assert two(tmp_path, an_event("Koffie", MONDAY), an_event("Biljart", other, more=more)) == []


@pytest.mark.parametrize(
    ("house", "many"),
    [
        (place(street="Hof 1", body=text("Een lichte zaal.")), False),
        (place(street="Hof 1", body=text("Een zaal van de flat, met een kleine keuken.")), False),
        (place(street="Hof 1", body=text("Een zaal en een werkplaats.")), True),
        (place(street="Hof 1", directions=text("De zaal is op de eerste verdieping.")), True),
        (place(street="Hof 1", organisation=organisation(kind=OrganisationKind.LIBRARY)), True),
        (place(name="Kroonplein", street=None), True),
    ],
)
def test_place_tells_whether_it_has_several_rooms(house: object, many: bool) -> None:
    assert has_many_rooms(house) is many


def test_place_written_out_is_the_one_with_a_file() -> None:
    known = place("de-linde", name="De Linde", street="Lindehof 1", postcode="7412 AA", area=area("zandweerd"))
    where = Whereabouts([known])
    same = {"area": area("zandweerd"), "place_id": None}
    assert where.key(place(name="de Linde!", street=None, **same)) == "de-linde"
    assert where.key(place(name="Buurthuis", street="lindehof 1", postcode="7412aa", **same)) == "de-linde"
    assert where.key(place(name="Weiland", street=None, **same)) == "zandweerd weiland"
    assert where.key(None) is None
    assert where.key(place(name="De Linde 2", street=None, **same)) == "zandweerd delinde2"


def test_rooms_with_a_file_are_in_one_house() -> None:
    at = {"street": "Lindehof 1", "postcode": "7412 AA", "area": area("zandweerd")}
    below, above = place("beneden", name="Beneden", **at), place("boven", name="Boven", **at)
    where = Whereabouts([below, above])
    assert [where.key(one) for one in (below, above)] == ["beneden", "boven"]
    assert [where.house(one) for one in (below, above, None)] == ["beneden", "beneden", None]
    assert where.house(Online(url="https://meet.example.org/x")) == "https://meet.example.org/x"
    assert where.key(Online(url="https://meet.example.org/x")) is None


def test_same_meeting_on_the_internet_is_one_activity(tmp_path: Path) -> None:
    online = (
        "---\ntitel: Leeskring\nwanneer: 2027-01-15 10-12 uur\nonline: https://meet.example.org/x\nwijk: zandweerd\n"
    )
    text = f"{online}onderwerpen: [ontmoeten]\n---\nKom!\n"
    assert [code for *_, code in two(tmp_path, text, text)] == ["duplicate"]


AUDIENCE = "doelgroepen: [ouderen]\n"


@pytest.mark.parametrize(
    ("where", "audience", "organisers", "codes"),
    [
        ("{naam: De Eik, straat: Eik 1, wijk: zandweerd}", AUDIENCE, "", ["same-audience"]),
        ("{naam: De Eik, straat: Eik 1, wijk: rivierenwijk}", AUDIENCE, "", []),
        ("{naam: De Eik, straat: Eik 1, wijk: zandweerd}", "", "", []),
        ("{naam: De Eik, straat: Eik 1, wijk: zandweerd}", AUDIENCE, "organisator: [de-brug, de-kern]\n", []),
        ("de-linde", AUDIENCE, "", ["room-taken"]),
    ],
)
def test_same_people_are_asked_to_two_places(
    tmp_path: Path, where: str, audience: str, organisers: str, codes: list[str]
) -> None:
    one = an_event("Koffie", MONDAY, more=AUDIENCE)
    other = an_event("Biljart", MONDAY, where, audience + organisers)
    assert [code for *_, code in two(tmp_path, one, other)] == codes


def test_how_often_the_same_people_must_choose_is_counted(tmp_path: Path) -> None:
    elsewhere = "{naam: De Eik, straat: Eik 1, wijk: zandweerd}"
    when = "{elke: 1e maandag van de maand 10-12 uur, vanaf: 2026-12-07, tot en met: 2027-03-01}"
    files = {
        **BASE,
        KERN: an_event("Koffie", MONDAY, more=AUDIENCE),
        BRUG: an_event("Biljart", when, elsewhere, AUDIENCE),
    }
    (one,) = [one for one in checked(tmp_path, files) if one.code in CODES]
    assert (one.severity, dict(one.values)["times"], dict(one.values)["date"]) == ("advice", "4", "2026-12-07")


def test_nobody_is_told_of_more_than_two_others(tmp_path: Path) -> None:
    files = {**BASE, "region.yaml": REGION}
    for number in range(5):
        files[f"organisations/p{number}.md"] = f"---\nname: P{number}\n---\n"
        where = f"{{naam: 'Huis {number}', straat: 'Straat {number}', wijk: zandweerd}}"
        files[f"events/p{number}/a.md"] = an_event(f"Middag {'abcde'[number] * 5}", MONDAY, where, AUDIENCE)
    told = Counter(
        path for one in checked(tmp_path, files) if one.code in CODES for path in (one.location.path, *one.others)
    )
    assert sorted(told.values()) == [1, 1, 2, 2, 2]


def test_only_what_may_be_together_is_expanded() -> None:
    weekly = series(rule("WEEKLY", "2026-01-05", "MO"), "10:00-12:00")
    other_day = series(rule("WEEKLY", "2026-01-06", "TU"), "10:00-12:00")
    events = [
        event(entry, id=f"p{number}/{kind}", title=f"{kind} {number}", place=place(f"huis-{number}"), organisers=(who,))
        for number in range(20)
        for kind, entry, who in (
            ("koffie", weekly, organisation("a")),
            ("soep", weekly, organisation("b")),
            ("zang", other_day, organisation("c")),
        )
    ]
    one = Checked(
        calendar=calendar(*events),
        today=TODAY,
        last=TODAY + timedelta(days=7),
        focus=frozenset({"events/p7/koffie.md"}),
    )
    assert [found.others for found in room_taken(one)] == [("events/p7/soep.md", "places/huis-7.md")]
    assert sorted(one._dates) == ["p7/koffie", "p7/soep"]
