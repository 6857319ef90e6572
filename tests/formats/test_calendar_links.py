"""What Google Calendar and Outlook are asked to propose, to the letter."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from streekagenda.formats.calendar_links import DateToAdd, google, outlook
from tests.examples import moment

ZONE = "Europe/Amsterdam"


def date(*when: str | None, last: str | None = None, **more: str) -> DateToAdd:
    said = {"title": "Koffie", "location": "", "details": "", **more}
    return DateToAdd(moment=moment(*when, last=last), zone=ZONE, **said)


@pytest.mark.parametrize(
    ("when", "last", "wall_clock", "start", "end"),
    [
        (("2026-10-24", "14:00-16:00"), None, "20261024T140000/20261024T160000", "2026-10-24T12:00:00Z", "2026-10-24T14:00:00Z"),
        (("2026-10-25", "14:00-16:00"), None, "20261025T140000/20261025T160000", "2026-10-25T13:00:00Z", "2026-10-25T15:00:00Z"),
        (("2026-10-24", "22:00-06:00"), None, "20261024T220000/20261025T060000", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
        (("2027-03-27", "22:00-06:00"), None, "20270327T220000/20270328T060000", "2027-03-27T21:00:00Z", "2027-03-28T04:00:00Z"),
        (("2026-12-31", "20:00-00:30"), None, "20261231T200000/20270101T003000", "2026-12-31T19:00:00Z", "2026-12-31T23:30:00Z"),
        (("2026-10-01", "14:00"), None, "20261001T140000/20261001T140000", "2026-10-01T12:00:00Z", "2026-10-01T12:00:00Z"),
        (("2026-10-01", None), None, "20261001/20261002", "2026-10-01", "2026-10-02"),
        (("2026-12-30", None), "2027-01-02", "20261230/20270103", "2026-12-30", "2027-01-03"),
    ],
    ids=["summer", "winter", "night to winter time", "night to summer time", "past midnight", "no end", "a day", "days"],
)  # fmt: skip
def test_times_are_those_of_the_region(
    when: tuple[str, str | None], last: str | None, wall_clock: str, start: str, end: str
) -> None:
    one = date(*when, last=last)
    assert google(one) == (
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=Koffie&dates="
        f"{wall_clock.replace('/', '%2F')}&ctz=Europe%2FAmsterdam"
    )
    whole_days = "&allday=true" if "T" not in start else ""
    at_home, _ = outlook(one)
    assert at_home == (
        "https://outlook.live.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
        f"&startdt={start.replace(':', '%3A')}&enddt={end.replace(':', '%3A')}{whole_days}&subject=Koffie"
    )


def test_work_and_school_have_a_host_of_their_own_and_the_same_question() -> None:
    one = date("2026-10-01", "14:00-16:00")
    at_home, at_work = outlook(one)
    assert at_work.startswith("https://outlook.office.com/calendar/deeplink/compose?path=")
    assert at_work == at_home.replace("//outlook.live.com/", "//outlook.office.com/")


def test_words_arrive_as_they_were_written() -> None:
    said = {
        "title": "Thee & taart: 100% +1 #zin",
        "location": "’t Hof, Plein 1",
        "details": "Kom erbij.\nÇay?  قهوة\nhttps://x.nl/?a=1#b",
    }
    one = date("2026-10-01", "14:00-16:00", **said)
    for address, names in (
        (google(one), {"text": "title", "location": "location", "details": "details"}),
        (outlook(one)[0], {"subject": "title", "location": "location", "body": "details"}),
    ):
        assert address.isascii()
        assert not set(address) & set(' +<>"\n')
        asked = dict(parse_qsl(urlsplit(address).query, strict_parsing=True))
        assert {field: asked[name] for name, field in names.items()} == said
