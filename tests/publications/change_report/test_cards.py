"""The card of an event that changed, as it is read."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda.formats.markdown_text import code_span
from streekagenda.model.details import Booking
from streekagenda.model.event import Event
from streekagenda.model.media import Link
from streekagenda.publications.change_report.cards import Cards
from streekagenda.publications.change_report.side_by_side import side_by_side
from streekagenda.recurrence.differences import Days, event_change
from streekagenda.rendering.translations import load
from streekagenda.rendering.words import Words
from tests.examples import change, event, organisation, place, region, rule, series, single, term, text

DAYS = Days(region=region(), now=datetime(2026, 11, 22, 12), last=date(2027, 11, 22))
LAYOUTS = Path(__file__).resolve().parents[3] / "layouts"
WEEKLY = event(series(), body="Kom erbij!")


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(
        region=region(),
        words=Words(language="nl", translations=load(LAYOUTS)),
        today=date(2026, 11, 22),
        file=code_span,
    )


def card(cards: Cards, before: Event | None, after: Event | None) -> str:
    return "\n".join(cards.lines(event_change("events/de-kern/koffie.md", before, after, DAYS)))


def what_is_new(cards: Cards, before: Event | None, after: Event | None) -> str:
    """Return a card without the facts that stand there anyway."""
    return card(cards, before, after).partition("**Zo staat het er dan:**")[0].rstrip("\n")


FACTS = """\
- **Waar:** Huis van de wijk, Dorpsplein 1, Deventer
- **Aanmelden:** Loop gewoon binnen. Je hoeft je niet aan te melden.
- **Organisatie:** De kern
- **Onderwerpen:** Ontmoeten
"""
FEEDS = "Streekagenda · Deventer · Zandweerd · De kern · Huis van de wijk · Ontmoeten"


def test_new_event_is_shown_as_people_will_see_it(cards: Cards) -> None:
    booking = Booking(required=True, phone="0570 00 00 19", capacity=12, note=text("Bel voor woensdag."))
    new = event(single("2026-12-03"), summary="Met taart.", price=None, booking=booking, audiences=(term("ouderen"),))
    assert card(cards, None, new) == (
        "### Nieuw: Koffie\n\n> Met taart.\n\n"
        "- **Wanneer:** Donderdag 3 december 2026 van 19.30 tot 21.00 uur.\n"
        "- **Komende data:** do 3 dec\n"
        "- **Waar:** Huis van de wijk, Dorpsplein 1, Deventer\n"
        "- **Aanmelden:** Meld je eerst aan. Er is plek voor 12 mensen. Via 0570 00 00 19. Bel voor woensdag.\n"
        "- **Organisatie:** De kern\n"
        "- **Voor wie:** Ouderen\n"
        "- **Onderwerpen:** Ontmoeten\n"
        f"- **Komt in de agenda’s:** {FEEDS} · Ouderen\n"
        "- **Bestand:** `events/de-kern/koffie.md`\n"
    )


def test_draft_is_in_no_feed(cards: Cards) -> None:
    draft = event(single("2026-12-03"), draft=True)
    assert card(cards, None, draft) == (
        "### Concept: Koffie\n\nDit is een concept. Niemand ziet het nog.\n\n"
        "- **Wanneer:** Donderdag 3 december 2026 van 19.30 tot 21.00 uur.\n"
        f"- **Komende data:** do 3 dec\n{FACTS}"
        "- **Bestand:** `events/de-kern/koffie.md`\n"
    )


def test_removed_event_says_that_cancelling_is_better(cards: Cards) -> None:
    assert card(cards, event(single("2026-12-03"), single("2026-12-10", key="b")), None) == (
        "### Weggehaald: Koffie\n\n"
        "**Er komen nog 2 data:** do 3 dec · do 10 dec\n\n"
        "Wie de agenda volgt, krijgt geen bericht: de activiteit is gewoon weg. Gaat het niet door? Laat het bestand dan "
        "staan en zet deze regel erin. Dan ziet iedereen dat het is afgelast. Haal het bestand pas weg na de laatste datum."
        "\n\n```yaml\nstatus: afgelast\n```\n\n"
        "- **Wanneer:** Donderdag 3 en donderdag 10 december 2026 van 19.30 tot 21.00 uur.\n"
        f"{FACTS}"
        f"- **Gaat uit de agenda’s:** {FEEDS}\n"
        "- **Bestand:** `events/de-kern/koffie.md`\n"
    )


def test_removed_event_of_the_past_is_missed_by_nobody(cards: Cards) -> None:
    said = card(cards, event(single("2026-11-03")), None)
    assert said.splitlines()[2] == "Er komen geen data meer, dus niemand mist iets. De pagina verdwijnt ook."


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            event(series(changes=[change("2027-01-03", status="cancelled")])),
            ("### 1 keer afgelast: Koffie\n\n**Wie deze agenda volgt, ziet:**\n\n"
            "- “AFGELAST: Koffie” op zondag 3 januari 2027 van 14.00 tot 16.00 uur."),
        ),
        (
            event(series(changes=[change("2027-01-03", moved_to="2027-01-04", at="15:00-17:00")])),
            ("### 1 keer verplaatst: Koffie\n\n**Wie deze agenda volgt, ziet:**\n\n"
            "- “Koffie” is nu op maandag 4 januari 2027 van 15.00 tot 17.00 uur. "
            "Het was op zondag 3 januari 2027 van 14.00 tot 16.00 uur."),
        ),
        (
            event(series(changes=[change("2027-01-03", status="cancelled"), change("2027-01-10", moved_to="2027-01-11")])),
            ("### 1 keer afgelast, 1 keer verplaatst: Koffie\n\n**Wie deze agenda volgt, ziet:**\n\n"
            "- “AFGELAST: Koffie” op zondag 3 januari 2027 van 14.00 tot 16.00 uur.\n"
            "- “Koffie” is nu op maandag 11 januari 2027 van 14.00 tot 16.00 uur. "
            "Het was op zondag 10 januari 2027 van 14.00 tot 16.00 uur."),
        ),
        (
            event(series(changes=[change("2027-01-03", place=place("de-kade", street="Kade 2"))])),
            ("### Gewijzigd: Koffie\n\n**Wat er anders wordt:**\n\n- **Waar:**\n"
            "  - was: Huis van de wijk, Dorpsplein 1, Deventer\n"
            "  - wordt: Huis van de wijk, Dorpsplein 1, Deventer · De kade, Kade 2, Deventer\n\n"
            "**Wie deze agenda volgt, ziet:**\n\n"
            "- “Koffie” op zondag 3 januari 2027 van 14.00 tot 16.00 uur is op een andere plek: De kade, Kade 2, Deventer. "
            "Het was: Huis van de wijk, Dorpsplein 1, Deventer."),
        ),
        (
            event(series(exclusions=["2027-01-03"])),
            ("### Gewijzigd: Koffie\n\n**Wie deze agenda volgt, ziet:**\n\n"
            "- “Koffie” op zondag 3 januari 2027 van 14.00 tot 16.00 uur is weg, zonder bericht.\n\n"
            "Gaat een datum niet door? Schrap hem dan niet, maar zet hem op afgelast. Dan ziet wie de agenda volgt het ook."),
        ),
        (
            event(series(), status="cancelled"),
            ("### Afgelast: Koffie\n\n**Wat er anders wordt:**\n\n- **Wanneer:**\n"
            "  - was: Elke zondag van 14.00 tot 16.00 uur.\n"
            "  - wordt: Afgelast. Elke zondag van 14.00 tot 16.00 uur.\n\n"
            "**Wie deze agenda volgt, ziet:**\n\n"
            "- 53 keer “AFGELAST: Koffie”: van 22 november 2026 tot en met 21 november 2027."),
        ),
        (
            event(series(at="15:00-17:00")),
            ("### Op een ander moment: Koffie\n\n**Wat er anders wordt:**\n\n- **Wanneer:**\n"
            "  - was: Elke zondag van 14.00 tot 16.00 uur.\n"
            "  - wordt: Elke zondag van 15.00 tot 17.00 uur.\n\n"
            "**Wie deze agenda volgt, ziet:**\n\n"
            "- 53 keer “Koffie” is op een ander moment: van 22 november 2026 tot en met 21 november 2027."),
        ),
        (
            event(series(), title="Thee", price=None, body="Anders."),
            ("### Gewijzigd: Thee\n\n**Wat er anders wordt:**\n\n- **Titel:** was Koffie, wordt Thee\n- De tekst is anders.\n\n"
            "**Wie deze agenda volgt, ziet:**\n\n- 53 keer is de naam nu “Thee”: van 22 november 2026 tot en met 21 november 2027."),
        ),
        (
            event(series()),
            "### Gewijzigd: Koffie\n\nEr verandert niets dat mensen zien.\n\n- **Bestand:** `events/de-kern/koffie.md`",
        ),
        (
            event(series(), checked=date(2026, 11, 20)),
            "### Gewijzigd: Koffie\n\nNagekeken op vrijdag 20 november 2026: het klopt nog.\n\n- **Bestand:** `events/de-kern/koffie.md`",
        ),
    ],
)  # fmt: skip
def test_changed_event_says_first_what_is_different(cards: Cards, after: Event, said: str) -> None:
    assert what_is_new(cards, event(series()), after) == said


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (replace(WEEKLY, body=text("Kom erbij!", en="Join us!")), ["De vertaling is anders."]),
        (replace(WEEKLY, body=text("Welkom!")), ["De tekst is anders."]),
        (replace(WEEKLY, links=(Link(url="https://x.nl", title=text("X")),)), ["Ook anders: links."]),
        (
            replace(WEEKLY, languages=("tr",), facilities=(term("rolstoel"),)),
            ["Ook anders: toegankelijkheid en talen."],
        ),
        (
            event(series(changes=[change("2027-01-03", price=5)]), body="Kom erbij!"),
            ["Bij losse data is iets anders: de prijs of het aanmelden."],
        ),
    ],
)
def test_what_cannot_be_shown_beside_what_it_was_is_named(cards: Cards, after: Event, said: list[str]) -> None:
    assert list(cards.differences(event_change("x.md", WEEKLY, after, DAYS))) == said


def test_renamed_file_says_how_address_and_subscriptions_are_kept(cards: Cards) -> None:
    renamed = event(series(), id="de-kern/zondagkoffie")
    assert what_is_new(cards, event(series()), renamed).endswith(
        "Het bestand heet anders. Daardoor krijgt de pagina een ander adres, en ziet wie de agenda volgt alles opnieuw. "
        "Zet dit in het bestand, dan blijft alles zoals het was:\n\n"
        "```yaml\naliases: [de-kern/koffie]\nuid: de-kern/koffie@agenda.example.nl\n```"
    )
    kept = replace(renamed, aliases=("de-kern/koffie",), uid="de-kern/koffie@agenda.example.nl")
    assert "Het bestand heet anders" not in card(cards, event(series()), kept)


def test_feeds_that_an_event_leaves_and_joins_are_named(cards: Cards) -> None:
    said = card(
        cards, event(series()), event(series(), topics=(term("bewegen"),), organisers=(organisation("raster"),))
    )
    assert [line for line in said.splitlines() if "agenda’s" in line] == [
        "- **Verandert in de agenda’s:** Streekagenda · Deventer · Zandweerd · Huis van de wijk",
        "- **Komt in de agenda’s:** Raster · Bewegen",
        "- **Gaat uit de agenda’s:** De kern · Ontmoeten",
    ]


def test_next_dates_have_hours_and_year_only_where_they_tell_something(cards: Cards) -> None:
    monthly = series(rule("MONTHLY", "2026-12-01", "1TU"), changes=[change("2027-01-05", at="20:00-22:00")])
    said = card(cards, None, event(monthly, single("2027-11-20", "10:00", key="x")))
    assert "- **Komende data:** di 1 dec 14.00–16.00 · di 5 jan 20.00–22.00 (andere tijd) · " in said
    assert "- **Komende data:** za 20 nov 2027\n" in card(cards, None, event(single("2027-11-20", "10:00")))


def test_two_events_stand_beside_each_other(cards: Cards) -> None:
    one = event(single("2026-12-03"))
    two = event(single("2026-12-03"), id="raster/koffie", title="Koffie | thee", organisers=(organisation("raster"),))
    shown = [(each, DAYS.coming(each)) for each in (one, two)]
    assert list(side_by_side(shown, cards.words, cards.today, code_span)) == [
        "|  | Koffie | Koffie \\| thee |",
        "| --- | --- | --- |",
        "| **Wanneer** | Donderdag 3 december 2026 van 19.30 tot 21.00 uur. | Donderdag 3 december 2026 van 19.30 tot 21.00 uur. |",
        "| **Komende data** | do 3 dec | do 3 dec |",
        "| **Waar** | Huis van de wijk, Dorpsplein 1, Deventer | Huis van de wijk, Dorpsplein 1, Deventer |",
        "| **Aanmelden** | Loop gewoon binnen. Je hoeft je niet aan te melden. | Loop gewoon binnen. Je hoeft je niet aan te melden. |",
        "| **Organisatie** | De kern | Raster |",
        "| **Onderwerpen** | Ontmoeten | Ontmoeten |",
        "| **Bestand** | `events/de-kern/koffie.md` | `events/raster/koffie.md` |",
    ]  # fmt: skip
