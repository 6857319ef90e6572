from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from streekagenda.model.details import Booking, BookingState, Price, Status
from streekagenda.model.occurrence import Circumstances, Moved, Occurrence
from streekagenda.model.text import Said
from streekagenda.rendering.words import Words, direction, own_name
from tests.examples import day, event, moment, single, text
from tests.rendering.languages import EN, NL


@pytest.mark.parametrize(
    ("price", "nl", "en"),
    [
        (None, "", ""),
        (Price(amount=Decimal(0)), "Gratis", "Free"),
        (Price(amount=Decimal(5)), "€ 5", "€5"),
        (Price(amount=Decimal("5.00")), "€ 5", "€5"),
        (Price(amount=Decimal("12.5")), "€ 12,50", "€12.50"),
        (Price(amount=Decimal(1250)), "€ 1.250", "€1,250"),
        (Price(text=text("vrije gift", en="pay as you like")), "vrije gift", "pay as you like"),
        (Price(text=text("vrije gift")), "vrije gift", "vrije gift"),
    ],
)
def test_prices(price: Price | None, nl: str, en: str) -> None:
    assert (NL.price(price), EN.price(price)) == (nl, en)


@pytest.mark.parametrize(
    ("booking", "nl", "en"),
    [
        (None, "Loop gewoon binnen. Je hoeft je niet aan te melden.", "Just walk in. You do not need to sign up."),
        (Booking(), "Meld je eerst aan.", "Please sign up first."),
        (
            Booking(until=day("2026-10-01"), capacity=20),
            "Meld je eerst aan, uiterlijk op donderdag 1 oktober 2026. Er is plek voor 20 mensen.",
            "Please sign up first, by Thursday 1 October 2026 at the latest. There is room for 20 people.",
        ),
        (Booking(required=False), "Aanmelden mag, maar hoeft niet.", "You can sign up, but you do not have to."),
        (Booking(state=BookingState.FULL), "Vol. Je kunt je niet meer aanmelden.", "Full. You can no longer sign up."),
        (
            Booking(state=BookingState.CLOSED, capacity=8),
            "Je kunt je niet meer aanmelden.",
            "You can no longer sign up.",
        ),
    ],
)
def test_signing_up(booking: Booking | None, nl: str, en: str) -> None:
    assert (NL.booking(booking), EN.booking(booking)) == (nl, en)


def test_status_says_only_what_is_not_as_planned() -> None:
    planned = moment("2026-10-01", "19:30-21:00")
    other_day, later = moment("2026-10-02", "19:30-21:00"), moment("2026-10-01", "20:00-21:00")
    happening = event()
    usual = Circumstances(
        event=happening,
        entry=single(),
        title=happening.title,
        place=None,
        price=None,
        status=Status.SCHEDULED,
        booking=None,
    )
    plain = Occurrence(moment=planned, circumstances=usual)
    trace = Moved(moment=planned, planned=planned, moved_to=other_day, circumstances=usual)

    def with_status(status: Status) -> Occurrence:
        return replace(plain, circumstances=replace(usual, status=status))

    said = {
        NL.status(plain): "as planned",
        NL.status(with_status(Status.CANCELLED)): "off",
        NL.status(with_status(Status.POSTPONED)): "postponed",
        NL.status(with_status(Status.ONLINE)): "online",
        NL.status(trace): "trace on the old day",
        NL.status(replace(trace, moment=other_day, moved_to=None)): "on its new day",
        NL.status(replace(trace, moment=later, moved_to=None)): "at another hour",
    }
    assert said == {
        "": "as planned",
        "Afgelast": "off",
        "Uitgesteld": "postponed",
        "Online": "online",
        "Verplaatst naar vrijdag 2 oktober 2026": "trace on the old day",
        "Verplaatst van donderdag 1 oktober 2026": "on its new day",
        "Andere tijd": "at another hour",
    }
    assert [EN.status_name(status) for status in Status] == ["Takes place", "Cancelled", "Postponed", "Online"]


def test_languages_have_names() -> None:
    assert [NL.language_name(code) for code in ("ar", "uk", "nds", "qqx")] == [
        "Arabisch",
        "Oekraïens",
        "Nedersaksisch",
        "qqx",
    ]
    assert [own_name(code) for code in ("nl", "en", "tr", "ar", "qqx")] == [
        "Nederlands",
        "English",
        "Türkçe",
        "العربية",
        "qqx",
    ]
    assert [direction(code) for code in ("nl", "ar", "fa", "he")] == ["ltr", "rtl", "rtl", "rtl"]


def test_a_text_says_the_language_that_it_is_really_in() -> None:
    coffee = text("Koffie", en="Coffee")
    turkish = Words(language="tr", translations=NL.translations)
    assert (NL.text(coffee), EN.text(coffee), turkish.text(coffee)) == (
        Said(text="Koffie", language="nl"),
        Said(text="Coffee", language="en"),
        Said(text="Koffie", language="nl"),
    )
