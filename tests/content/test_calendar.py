"""Records become a calendar: what is believed, what is left out, and what never suffers from it."""

from decimal import Decimal
from pathlib import Path

import pytest

from streekagenda.content.calendar import validate
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.model.details import BookingState, Status
from streekagenda.model.place import Online, Place
from streekagenda.model.text import Said, Text
from tests.content_files import EVENT, GOOD, REGION, TODAY, codes, only_event, validated, written
from tests.photos import PNG, photo

KOFFIE = "events/de-kern/koffie.md"
THEE = "events/de-kern/thee.md"


def test_event_takes_its_organiser_from_its_folder_and_its_uid_from_its_id(tmp_path: Path) -> None:
    event = only_event(tmp_path, EVENT)
    assert [organiser.id for organiser in event.organisers] == ["de-kern"]
    assert event.uid == "de-kern/koffie@agenda.example.org"
    assert event.title == Text(versions=(Said(text="Koffie", language="nl"),))
    assert event.body == Text(versions=(Said(text="Kom erbij!", language="nl"),))
    assert isinstance(event.place, Place)
    assert event.place.area is not None
    assert event.place.area.line == ("deventer", "zandweerd")


def test_dutch_values_are_read(tmp_path: Path) -> None:
    event = only_event(
        tmp_path,
        EVENT.replace(
            "onderwerpen:",
            "status: afgelast\nprijs: gratis\naanmelden: {verplicht: nee, stand: vol, plekken: 20,"
            " tot en met: 14-1-2027}\nonderwerpen:",
        ),
    )
    assert event.status is Status.CANCELLED
    assert event.price is not None
    assert event.price.free
    assert event.booking is not None
    assert (event.booking.required, event.booking.state, event.booking.capacity) == (False, BookingState.FULL, 20)
    assert str(event.booking.until) == "2027-01-14"


@pytest.mark.parametrize(
    ("written", "amount"),
    [("5", "5"), ("2,50", "2.50"), ("€ 12,50", "12.50"), ("3 euro", "3"), ("0", "0"), ("free", "0")],
)
def test_price_in_figures_is_an_amount(tmp_path: Path, written: str, amount: str) -> None:
    event = only_event(tmp_path, EVENT.replace("onderwerpen:", f"prijs: {written}\nonderwerpen:"))
    assert event.price is not None
    assert event.price.amount == Decimal(amount)


def test_price_in_words_stays_words(tmp_path: Path) -> None:
    event = only_event(tmp_path, EVENT.replace("onderwerpen:", "prijs: Wat je kunt missen\nonderwerpen:"))
    assert event.price is not None
    assert event.price.text == Text(versions=(Said(text="Wat je kunt missen", language="nl"),))


def test_translation_beside_a_file_completes_its_texts(tmp_path: Path) -> None:
    event = only_event(tmp_path, EVENT, **{"events/de-kern/koffie.en.md": "---\ntitle: Coffee\n---\nCome in!\n"})
    assert event.title.in_language("en") == Said(text="Coffee", language="en")
    assert event.body is not None
    assert event.body.in_language("en") == Said(text="Come in!", language="en")
    assert event.title.in_language("tr") == Said(text="Koffie", language="nl")


def test_text_per_language_puts_the_default_language_first(tmp_path: Path) -> None:
    event = only_event(tmp_path, EVENT.replace("titel: Koffie", "titel: {en: Coffee, nl: Koffie}"))
    assert [said.language for said in event.title.versions] == ["nl", "en"]


def test_event_may_be_online_or_in_a_place_that_is_written_out(tmp_path: Path) -> None:
    online = only_event(tmp_path / "a", EVENT.replace("plek: de-linde", "online: https://www.example.org/praat"))
    assert online.place == Online(url="https://www.example.org/praat")
    inside = only_event(tmp_path / "b", EVENT.replace("plek: de-linde", "plek: {naam: Het plein, wijk: zandweerd}"))
    assert isinstance(inside.place, Place)
    assert (inside.place.id, inside.place.name.first) == (None, "Het plein")


def test_file_with_a_mistake_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT, "events/de-kern/stuk.md": EVENT.replace("[ontmoeten]", "[dansen]")})
    assert codes(result) == [("events/de-kern/stuk.md", 5, "unknown-topic")]
    assert result.calendar is not None
    assert [event.id for event in result.calendar.events] == ["de-kern/koffie"]


def test_all_mistakes_of_a_file_are_said_in_one_run(tmp_path: Path) -> None:
    broken = EVENT.replace("plek: de-linde", "plek: de-lind").replace("[ontmoeten]", "[ontmoetn]")
    result = validated(tmp_path, {KOFFIE: broken})
    assert codes(result) == [(KOFFIE, 4, "unknown-place-near"), (KOFFIE, 5, "unknown-topic-near")]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("places/de-linde.md", "---\nname: De Linde\narea: nergens\n---\n"),
        ("places/de-linde.md", "---\nname: De Linde\nname: twee\n---\n"),
        ("organisations/de-kern.md", "---\nname: De Kern\nkind: iets\n---\n"),
        ("organisations/de-kern.md", "geen streepjes"),
    ],
)
def test_mistake_in_a_place_or_partner_does_not_cost_anothers_event(tmp_path: Path, path: str, content: str) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT, path: content})
    assert [found[0] for found in codes(result)] == [path]
    assert result.calendar is not None
    (event,) = result.calendar.events
    assert isinstance(event.place, Place)
    kept = (event.place.id, event.organisers[0].id)
    assert kept == ((None, "de-kern") if path.startswith("places") else ("de-linde", None))
    published = {*(one.id for one in result.calendar.places), *(one.id for one in result.calendar.organisations)}
    assert published == {"de-linde", "de-kern"} - ({"de-linde"} if path.startswith("places") else {"de-kern"})


def test_campaign_with_a_mistake_is_dropped_from_the_events_that_name_it(tmp_path: Path) -> None:
    event = EVENT.replace("plek:", "campagne: winter\nplek:")
    result = validated(tmp_path, {KOFFIE: event, "campaigns/winter.md": "---\ntitle: Winter\nfrm: x\n---\n"})
    assert codes(result) == [("campaigns/winter.md", 3, "unknown-key-near")]
    assert result.calendar is not None
    assert result.calendar.events[0].campaigns == ()


def test_draft_is_checked_and_only_there_when_asked_for(tmp_path: Path) -> None:
    files = {KOFFIE: EVENT.replace("plek:", "concept: ja\nplek:")}
    without, with_drafts = validated(tmp_path, files), validated(tmp_path, files, drafts=True)
    assert without.calendar is not None
    assert without.calendar.events == ()
    assert with_drafts.calendar is not None
    assert [event.draft for event in with_drafts.calendar.events] == [True]


def test_renamed_file_keeps_its_uid_by_its_alias_or_by_its_uid(tmp_path: Path) -> None:
    alias = only_event(tmp_path / "a", EVENT.replace("plek:", "aliases: [de-kern/thee]\nplek:"))
    assert alias.uid == "de-kern/thee@agenda.example.org"
    uid = only_event(tmp_path / "b", EVENT.replace("plek:", "uid: oud-1@example.org\nplek:"))
    assert uid.uid == "oud-1@example.org"


def test_two_events_cannot_share_a_uid_or_an_old_address(tmp_path: Path) -> None:
    uid = EVENT.replace("plek:", "uid: een\nplek:")
    result = validated(tmp_path / "a", {KOFFIE: uid, "events/de-kern/thee.md": uid})
    assert codes(result) == [("events/de-kern/thee.md", 2, "duplicate-uid")]
    alias = EVENT.replace("plek:", "aliases: [de-kern/koffie]\nplek:")
    result = validated(tmp_path / "b", {KOFFIE: EVENT, "events/de-kern/thee.md": alias})
    assert codes(result) == [("events/de-kern/thee.md", 2, "alias-taken")]


def test_region_with_a_mistake_leaves_nothing_to_publish_but_other_files_are_still_checked(tmp_path: Path) -> None:
    result = validated(
        tmp_path,
        {
            "region.yaml": REGION.replace("https://", "http://"),
            KOFFIE: EVENT,
            "events/de-kern/x.md": "---\ntitel: X\n---\n",
        },
    )
    assert result.calendar is None
    assert ("region.yaml", 2, "bad-site-url") in codes(result)
    assert ("events/de-kern/x.md", 2, "missing-key") in codes(result)


def test_region_that_says_something_in_a_language_that_it_does_not_have_is_told_so(tmp_path: Path) -> None:
    """A build that writes nothing has to say why."""
    result = validated(tmp_path, {"region.yaml": REGION.replace("languages: [nl, en]", "languages: [nl]")})
    assert result.calendar is None
    assert [(path, code) for path, _, code in codes(result)] == [("region.yaml", "unknown-language")]


def test_missing_region_is_said(tmp_path: Path) -> None:
    written(tmp_path, {path: text for path, text in {**GOOD, KOFFIE: EVENT}.items() if path != "region.yaml"})
    result = validate(read(tmp_path), tmp_path, history=FileHistory(), today=TODAY)
    assert result.calendar is None
    assert codes(result) == [("region.yaml", 1, "no-region")]


def test_media_is_published_only_when_something_refers_to_it(tmp_path: Path) -> None:
    with_image = EVENT.replace("plek:", "afbeelding: {bestand: a.png, beschrijving: Koffie}\nplek:")
    result = validated(tmp_path, {KOFFIE: with_image, "media/a.png": PNG, "media/b.png": PNG})
    assert codes(result) == []
    assert result.media == {"a.png": PNG}


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("a.png", b"<html>", "media-not-what-it-says"),
        ("a.png", PNG[:40], "picture-unreadable"),
        ("a.jpg", photo(300, 200)[:-300], "picture-unreadable"),
        ("a.png", photo(10_000, 5_001, "PNG"), "picture-too-large"),
        ("a.html", b"<html>", "media-kind"),
        ("../region.yaml", b"", "bad-media-path"),
    ],
)
def test_media_that_is_no_picture_is_refused(tmp_path: Path, file: str, content: bytes, code: str) -> None:
    event = EVENT.replace("plek:", f"afbeelding: {{bestand: {file}, beschrijving: Koffie}}\nplek:")
    files: dict[str, str | bytes] = {KOFFIE: event}
    if not file.startswith(".."):
        files[f"media/{file}"] = content
    assert codes(validated(tmp_path, files)) == [(KOFFIE, 4, code)]


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [("Koffie.png", "koffie.PNG", "Koffie.png"), ("Map/a.png", "map/b.png", "Map"), ("A.png/b.png", "a.png", "A.png")],
)
def test_media_whose_name_differs_from_another_in_capitals_alone_is_refused(
    tmp_path: Path, first: str, second: str, other: str
) -> None:
    """A site can hold one of them, on whatever disk it comes to stand: the other activity is there, and all others."""
    of = {
        file: EVENT.replace("plek:", f"afbeelding: {{bestand: {file}, beschrijving: Koffie}}\nplek:")
        for file in (first, second)
    }
    files = {KOFFIE: of[first], THEE: of[second], f"media/{first}": PNG, f"media/{second}": PNG}
    result = validated(tmp_path, files)
    assert [(one.location.path, one.code, dict(one.values)["other"]) for one in result.diagnostics] == [
        (THEE, "media-same-name", other)
    ]
    assert result.media == {first: PNG}


def test_mistake_in_the_shape_of_a_file_hides_none_of_its_other_mistakes(tmp_path: Path) -> None:
    broken = """\
---
titel:
wanneer: donderdag 15 januari 2027 10.00-12.00 uur
plek: de-lind
onderwerpen: [ontmoeten]
prijs: -5
foo: 1
---
"""
    assert codes(validated(tmp_path, {KOFFIE: broken})) == [
        (KOFFIE, 2, "missing-key-empty"),
        (KOFFIE, 3, "when-wrong-weekday"),
        (KOFFIE, 4, "unknown-place-near"),
        (KOFFIE, 6, "negative-price"),
        (KOFFIE, 7, "unknown-key"),
    ]


def test_broken_region_hides_no_mistake_that_does_not_depend_on_it(tmp_path: Path) -> None:
    files = {"region.yaml": "title: [\n", KOFFIE: EVENT.replace("2027-01-15 10:00-12:00", "2027-01-15")}
    assert codes(validated(tmp_path, files)) == [(KOFFIE, 3, "when-no-time"), ("region.yaml", 2, "yaml-bracket")]


@pytest.mark.parametrize("key", ["wanneer: []", "wanneer: {op: [], tijd: '10:00'}", "titel: {}", "onderwerpen: []"])
def test_empty_value_is_as_bad_as_none(tmp_path: Path, key: str) -> None:
    name = key.partition(":")[0]
    lines = [key if line.startswith(name) else line for line in EVENT.splitlines()]
    result = validated(tmp_path, {KOFFIE: "\n".join(lines)})
    assert [code for _, _, code in codes(result)] in (["empty-list"], ["empty-text"])


def test_more_than_200_mistakes_in_a_file_are_counted(tmp_path: Path) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace("plek:", "".join(f"x{n}: 1\n" for n in range(250)) + "plek:")})
    assert len(result.diagnostics) == 201
    assert (result.diagnostics[-1].code, result.diagnostics[-1].values) == ("too-many-mistakes", (("count", "50"),))


def test_former_id_that_is_given_twice_counts_once(tmp_path: Path) -> None:
    assert only_event(tmp_path, EVENT.replace("plek:", "aliases: [oud, oud]\nplek:")).aliases == ("oud",)


def test_place_by_its_name_gets_its_id(tmp_path: Path) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace("plek: de-linde", "plek: De Linde")})
    assert [(one.code, one.suggestion) for one in result.diagnostics] == [("place-not-by-id", "de-linde")]


def test_same_moment_twice_is_said(tmp_path: Path) -> None:
    twice = EVENT.replace("2027-01-15 10:00-12:00", "[2027-01-15 10:00-12:00, 15-1-2027 10.00-12.00 uur]")
    assert codes(validated(tmp_path, {KOFFIE: twice})) == [(KOFFIE, 3, "date-twice")]


def test_words_that_say_no_are_never_corrected_into_yes(tmp_path: Path) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace("plek:", "status: gaat nog niet door\nplek:")})
    assert [(one.code, one.suggestion) for one in result.diagnostics] == [("unknown-value", None)]


@pytest.mark.parametrize(
    "word",
    [
        "afgelast",
        "gaat niet door",
        "Gaat  niet door",
        "geannuleerd",
        "vervalt",
        "vervallen",
        "komt te vervallen",
        "cancelled",
        "canceled",
        "called off",
        "off",
    ],
)
def test_words_that_can_only_mean_cancelled_are_understood(tmp_path: Path, word: str) -> None:
    event = only_event(tmp_path, EVENT.replace("plek:", f"status: {word}\nplek:"))
    assert event.status is Status.CANCELLED


@pytest.mark.parametrize("word", ["vol", "volgeboekt", "uitverkocht", "full", "fully booked", "booked up", "sold out"])
def test_full_is_a_word_of_booking(tmp_path: Path, word: str) -> None:
    event = only_event(tmp_path / "booking", EVENT.replace("plek:", f"aanmelden: {{stand: {word}}}\nplek:"))
    assert event.booking is not None
    assert event.booking.state is BookingState.FULL
    result = validated(tmp_path / "status", {KOFFIE: EVENT.replace("plek:", f"status: {word}\nplek:")})
    assert [one.code for one in result.diagnostics] == ["full-is-booking"]
