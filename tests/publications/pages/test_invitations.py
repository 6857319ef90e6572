"""The text for a neighbour, to the letter, and the messages that it is put into."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.place import Online
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages.invitations import Invitation, invitation
from tests import examples as ex
from tests.publications.html_sites import site

SPACE = "\N{NO-BREAK SPACE}"
PAGE = "https://agenda.example.nl/activiteiten/de-kern/koffie/"
ENGLISH = "https://agenda.example.nl/en/events/de-kern/koffie/"
PHONE = Booking(phone="0570 00 00 11", email="koffie@example.org", url="https://example.org/")


def invited(*entries: ex.Entry, language: str = "nl", **more: Any) -> Invitation | None:
    """The invitation on the page of an activity on Thursday 1 October 2026, the day after today."""
    more.setdefault("title", ex.text("Koffie", en="Coffee"))
    here = site(ex.event(*entries, **more), in_region={"languages": ("nl", "en")})
    return invitation(edition(here, language), here.timeline.occurrences)


def text(*entries: ex.Entry, language: str = "nl", **more: Any) -> list[str]:
    found = invited(*entries, language=language, **more)
    assert found is not None
    return found.text.replace(SPACE, " ").split("\n")


def priced(price: float | str) -> Any:
    return ex.details(price=price).price


@pytest.mark.parametrize(
    ("more", "dutch", "english"),
    [
        ({"price": priced(0)}, "Het is gratis.", "It is free."),
        ({"price": priced(2.5)}, "Het kost € 2,50.", "It costs €2.50."),
        ({"price": priced("Wat je kunt missen")}, "Prijs: Wat je kunt missen", "Price: Wat je kunt missen"),
    ],
    ids=["free", "paid", "in words"],
)
def test_somebody_who_knows_nothing_of_it_reads_all_that_matters(
    more: dict[str, Any], dutch: str, english: str
) -> None:
    assert text(**more) == [
        "Ga je mee? Koffie",
        "Donderdag 1 oktober 2026 van 19.30 tot 21.00 uur",
        "Huis van de wijk, Dorpsplein 1, Deventer",
        dutch,
        "Loop gewoon binnen. Je hoeft je niet aan te melden.",
        f"{PAGE}#2026-10-01",
    ]
    assert text(language="en", **more) == [
        "Are you coming along? Coffee",
        "Thursday 1 October 2026 from 19:30 to 21:00",
        "Huis van de wijk, Dorpsplein 1, Deventer",
        english,
        "Just walk in. You do not need to sign up.",
        f"{ENGLISH}#2026-10-01",
    ]


@pytest.mark.parametrize(
    ("booking", "dutch", "english"),
    [
        (PHONE, "Aanmelden: 0570 00 00 11", "Sign up: 0570 00 00 11"),
        (Booking(email="koffie@example.org"), "Aanmelden: koffie@example.org", "Sign up: koffie@example.org"),
        (Booking(url="https://example.org/"), "Aanmelden: https://example.org/", "Sign up: https://example.org/"),
    ],
    ids=["phone first", "then mail", "then a page"],
)
def test_who_must_sign_up_reads_one_way_to_do_so(booking: Booking, dutch: str, english: str) -> None:
    assert text(booking=booking)[3:5] == ["Meld je eerst aan.", dutch]
    assert text(booking=booking, language="en")[3:5] == ["Please sign up first.", english]


def test_a_cancelled_activity_is_told_to_who_would_have_gone() -> None:
    off = ex.single(status="cancelled", note="De zaal is dicht.")
    assert text(off) == [
        "Let op: Koffie gaat niet door.",
        "Het zou zijn op donderdag 1 oktober 2026 van 19.30 tot 21.00 uur.",
        "De zaal is dicht.",
        f"{PAGE}#2026-10-01",
    ]
    assert text(off, language="en")[:2] == [
        "Take note: Coffee does not go ahead.",
        "It was to be on Thursday 1 October 2026 from 19:30 to 21:00.",
    ]
    found = invited(off)
    assert found is not None
    assert not found.comes


def test_a_postponed_activity_says_that_there_will_be_another_date() -> None:
    assert text(status="postponed")[:2] == ["Let op: Koffie is uitgesteld.", "De nieuwe datum komt nog."]
    assert text(status="postponed", language="en")[:2] == [
        "Take note: Coffee is postponed.",
        "A new date will follow.",
    ]


def test_one_is_invited_for_the_next_date_to_which_one_can_go() -> None:
    full = Booking(state=BookingState.FULL)
    sundays = ex.series(
        changes=[ex.change("2026-10-04", status="cancelled"), ex.change("2026-10-11", booking=full, title="Feest")]
    )
    assert text(sundays)[0::4] == ["Ga je mee? Koffie", f"{PAGE}#2026-10-18"]


@pytest.mark.parametrize("state", [BookingState.FULL, BookingState.CLOSED])
def test_nobody_is_invited_where_there_is_no_more_room(state: BookingState) -> None:
    assert invited(booking=Booking(state=state)) is None


def test_nobody_is_invited_to_what_is_over() -> None:
    assert invited(ex.single("2026-09-01")) is None
    assert invited(ex.single("2026-09-01", status="cancelled")) is None


def test_online_says_where_on_the_internet() -> None:
    assert text(place=Online(url="https://www.example.org/praat"))[2] == "https://www.example.org/praat"


def test_messages_hold_the_text_as_their_kind_writes_it() -> None:
    found = invited(title="Thee & taart: 100% +1")
    assert found is not None
    mail, message = urlsplit(found.mail), urlsplit(found.message)
    assert (mail.scheme, mail.path, message.scheme, message.path) == ("mailto", "", "sms", "")
    assert parse_qs(mail.query, strict_parsing=True) == {
        "subject": [found.subject],
        "body": [found.text.replace("\n", "\r\n")],
    }
    assert message.query.startswith("&body=")
    assert parse_qs(message.query) == {"body": [found.text]}
    assert not set(found.mail + found.message) & set(' "<>\n')
