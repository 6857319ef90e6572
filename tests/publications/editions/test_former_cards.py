"""Cards out of the former self of a page: those of events that are as they were, and only where no other date can be meant."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from streekagenda.model.occurrence import Occurrence
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.cards import cards_of
from streekagenda.publications.former import Former
from streekagenda.publications.site import Site
from streekagenda.recurrence.footprints import Touched
from tests import examples as ex
from tests.publications.html_sites import site

TODAY = date(2026, 9, 30)
PAGE = "agenda/2026/10/"
TEA, COFFEE, SOUP = (ex.event(ex.single("2026-10-04", hours), id=f"de-kern/{name}", title=name) for name, hours in (
    ("thee", "10:00-11:00"), ("koffie", "12:00-13:00"), ("soep", "14:00-15:00")
))  # fmt: skip


def listed(whole: Site, occurrences: tuple[Occurrence, ...], *, embedded: bool = False) -> str:
    made = cards_of(whole, "nl", embedded=embedded)
    return made.laid.put_in(made.days(occurrences, PAGE, first=TODAY).sections(2)).decode()


def page_of(*events: ex.Event, embedded: bool = False, at_most: int = 100) -> str:
    whole = site(*events)
    return listed(whole, whole.index.select(Selection())[:at_most], embedded=embedded)


def after(former: str, *events: ex.Event, changed: str, embedded: bool = False, at_most: int = 100) -> str:
    """Return the list of events of which one changed, where the page was another one."""
    whole = replace(site(*events), former=before(former, changed))
    return listed(whole, whole.index.select(Selection())[:at_most], embedded=embedded)


def before(page: str, changed: str) -> Former:
    return Former(
        paths=(),
        changed={f"de-kern/{changed}"},
        touched=Touched((), ()),
        remarks={},
        read={f"{PAGE}index.html": page.encode()}.__getitem__,
    )


def twice() -> ex.Event:
    """Return an event with two dates on one day."""
    both = [ex.single("2026-10-04", hours) for hours in ("10:00-11:00", "16:00-17:00")]
    return ex.event(*both, id="de-kern/dans", title="dans")


def marked(page: str) -> str:
    """Return a page on which each card can be told from one that is made now."""
    return page.replace('class="card-time"', 'class="card-time" data-former')


def lines(whole: Site) -> str:
    made = cards_of(whole, "nl", embedded=False)
    page = made.laid.put_in(made.later(whole.index.select(Selection()), PAGE)).decode()
    return f'<ul class="later">\n{page}</ul>\n'


@pytest.mark.parametrize("changed", ["thee", "koffie", "soep"])
def test_line_of_the_event_that_changed_is_made_and_the_others_stay(changed: str) -> None:
    now = [replace(one, title=ex.text("Anders")) if changed in one.id else one for one in (TEA, COFFEE, SOUP)]
    former = lines(site(TEA, COFFEE, SOUP)).replace("<br>", "<br data-former>")
    found = lines(replace(site(*now), former=before(former, changed)))
    assert found.count("data-former") == 2
    assert found.replace(" data-former", "") == lines(site(*now))


def test_line_of_an_event_with_two_dates_on_a_day_is_made_anew() -> None:
    former = lines(site(twice(), COFFEE)).replace("<br>", "<br data-former>")
    found = lines(replace(site(twice(), COFFEE), former=before(former, "soep")))
    assert found.count("data-former") == 1
    assert found.replace(" data-former", "") == lines(site(twice(), COFFEE))


def test_list_of_lines_that_is_not_as_we_write_it_gives_none() -> None:
    former = lines(site(TEA, COFFEE)).replace("<br>", "<br data-former>")
    for other in ("", former.replace("<br data", "<ul><li>x</li></ul><br data"), former.replace("</li>\n", "</li>")):
        assert lines(replace(site(TEA, COFFEE), former=before(other, "soep"))) == lines(site(TEA, COFFEE))


@pytest.mark.parametrize("embedded", [False, True])
@pytest.mark.parametrize("changed", ["thee", "koffie", "soep"])
def test_card_of_the_event_that_changed_is_made_and_the_others_stay(changed: str, embedded: bool) -> None:
    now = [replace(one, title=ex.text("Anders")) if changed in one.id else one for one in (TEA, COFFEE, SOUP)]
    found = after(marked(page_of(TEA, COFFEE, SOUP, embedded=embedded)), *now, changed=changed, embedded=embedded)
    assert found.count("data-former") == 2
    assert found.replace(" data-former", "") == page_of(*now, embedded=embedded)


@pytest.mark.parametrize(
    ("was", "now"), [((TEA, SOUP), (TEA, COFFEE, SOUP)), ((TEA, COFFEE, SOUP), (TEA, SOUP)), ((TEA,), (TEA, COFFEE))]
)
def test_event_that_came_or_went_leaves_the_others(was: tuple[ex.Event, ...], now: tuple[ex.Event, ...]) -> None:
    found = after(marked(page_of(*was)), *now, changed="koffie")
    assert found.replace(" data-former", "") == page_of(*now)


def test_event_that_went_on_beside_one_with_two_dates_on_the_day_stands_once() -> None:
    both = ex.event(*(ex.single("2026-10-04", hours) for hours in ("16:00-17:00", "17:00-18:00")), id="de-kern/dans")
    later = replace(COFFEE, schedule=ex.event(ex.single("2026-10-04", "19:00-20:00")).schedule)
    found = after(marked(page_of(TEA, COFFEE, SOUP, both)), TEA, later, SOUP, both, changed="koffie")
    assert found.count("data-former") == 2
    assert found.replace(" data-former", "") == page_of(TEA, later, SOUP, both)


@pytest.mark.parametrize("at_most", [1, 2, 3])
def test_end_of_a_page_that_another_event_left_or_came_to(at_most: int) -> None:
    first = replace(SOUP, schedule=ex.event(ex.single("2026-10-04", "08:00-09:00")).schedule)
    for was, now in ((SOUP, first), (first, SOUP)):
        former = marked(page_of(TEA, COFFEE, was, at_most=at_most))
        found = after(former, TEA, COFFEE, now, changed="soep", at_most=at_most)
        assert found.replace(" data-former", "") == page_of(TEA, COFFEE, now, at_most=at_most)


def test_card_that_stood_behind_the_list_of_its_day_is_made_anew() -> None:
    left = replace(COFFEE, schedule=ex.event(ex.single("2026-10-11", "12:00-13:00")).schedule)
    # of what the page does not hold it says what is on later, by the same links
    further = f"<section>{lines(site(TEA, COFFEE, SOUP))}</section>\n"
    former = marked(page_of(TEA, COFFEE, SOUP, at_most=2)) + further
    found = after(former, TEA, left, SOUP, changed="koffie", at_most=2)
    assert found.count("data-former") == 1
    assert found.replace(" data-former", "") == page_of(TEA, left, SOUP, at_most=2)


def test_card_that_a_page_lacks_is_made() -> None:
    found = after(marked(page_of(TEA)), TEA, SOUP, changed="koffie")
    assert found.count("data-former") == 1
    assert found.replace(" data-former", "") == page_of(TEA, SOUP)


def test_of_two_cards_with_one_link_nobody_knows_which_is_which() -> None:
    former = page_of(TEA, COFFEE)
    card = former[former.index('<li class="card') : former.rindex('<li class="card')]
    twice_there = former.replace(card, card + card.replace('class="card-time"', 'class="card-time" data-former'))
    assert after(twice_there, TEA, COFFEE, changed="soep") == page_of(TEA, COFFEE)


def test_page_that_is_not_as_we_write_it_gives_none() -> None:
    former = marked(page_of(TEA, COFFEE))
    for other in (
        "",
        "x",
        former.replace('"card"', '"own"'),
        former.replace('<ul class="cards">', "<ul>"),
        former[:900],
    ):
        assert after(other, TEA, COFFEE, changed="soep") == page_of(TEA, COFFEE)


def test_event_with_two_dates_on_a_day_is_made_anew() -> None:
    former = marked(page_of(twice(), COFFEE))
    found = after(former, twice(), COFFEE, changed="soep")
    assert found.count("data-former") == 1
    assert found.replace(" data-former", "") == page_of(twice(), COFFEE)
    later = former.replace("10.00", "16.00")
    assert after(later, twice(), COFFEE, changed="soep", at_most=1) == page_of(twice(), COFFEE, at_most=1)


def test_page_of_templates_that_are_not_ours_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    former = marked(page_of(TEA, COFFEE))
    whole = replace(site(TEA, COFFEE), former=before(former, "soep"))
    monkeypatch.setattr(whole.renderer, "is_ours", False)
    assert listed(whole, whole.index.select(Selection())) == page_of(TEA, COFFEE)


def test_run_of_days_is_made_anew_beside_what_stays() -> None:
    run = ex.event(ex.single("2026-10-04", None, last="2026-10-06"), id="de-kern/markt", title="markt")
    found = after(marked(page_of(run, COFFEE)), run, COFFEE, changed="soep")
    assert found.count("data-former") == 1
    assert found.replace(" data-former", "") == page_of(run, COFFEE)


def renewed(page: str, *events: ex.Event, changed: str, embedded: bool = False, same_but_words: bool = True) -> str:
    """Return a page of which only words of an event changed, or nothing."""
    former = replace(before(page, changed), paths={f"{PAGE}index.html"}, same_but_words=same_but_words)
    return cards_of(replace(site(*events), former=former), "nl", embedded=embedded).renewed(PAGE).decode()


@pytest.mark.parametrize("embedded", [False, True])
@pytest.mark.parametrize("changed", ["thee", "koffie", "soep"])
def test_of_a_page_only_the_cards_of_an_event_are_made_of_which_words_changed(changed: str, embedded: bool) -> None:
    weeks = [ex.single(f"2026-10-{day}", "12:00-13:00") for day in ("04", "11", "18")]
    was = (TEA, replace(COFFEE, schedule=ex.event(*weeks).schedule), SOUP)
    now = [replace(one, title=ex.text("Anders")) if changed in one.id else one for one in was]
    former = page_of(*was, embedded=embedded).replace("</a></p>", "</a></p><!-- former -->")
    found = renewed(former, *now, changed=changed, embedded=embedded)
    assert found.count("former") == (2 if changed == "koffie" else 4)
    assert found.replace("<!-- former -->", "") == page_of(*now, embedded=embedded)


def test_of_later_dates_only_the_line_of_an_event_is_made_of_which_words_changed() -> None:
    former = page_of(TEA, COFFEE) + lines(site(COFFEE, SOUP)).replace("</li>", "<!-- former --></li>")
    now = replace(COFFEE, title=ex.text("Anders"))
    found = renewed(former, TEA, now, SOUP, changed="koffie")
    assert found.count("former") == 1
    assert found.replace("<!-- former -->", "") == page_of(TEA, now) + lines(site(now, SOUP))


def test_page_that_does_not_name_the_event_is_as_it_was() -> None:
    assert renewed("<p>x</p>", TEA, COFFEE, changed="koffie") == "<p>x</p>"


def test_page_is_made_where_more_than_words_changed_or_it_is_not_known() -> None:
    former = page_of(TEA, COFFEE)
    now = (TEA, replace(COFFEE, title=ex.text("Anders")))
    assert renewed(former, *now, changed="koffie", same_but_words=False) == ""
    assert cards_of(replace(site(*now), former=before(former, "koffie")), "nl", embedded=False).renewed(PAGE) == b""


def test_page_is_made_where_it_says_more_of_the_event_than_by_its_cards() -> None:
    former = page_of(TEA, COFFEE)
    now = (TEA, replace(COFFEE, title=ex.text("Anders")))
    for other in (
        f'{former}<p><a href="../../../activiteiten/de-kern/koffie/#2026-10-04">x</a></p>',
        former + lines(site(COFFEE)).replace("<br>", '<a href="../../../activiteiten/de-kern/koffie/">x</a><br>'),
        former.replace("#2026-10-04", "").replace("2026-10-04", "2026-10-05"),
        former.replace("#2026-10-04", "#2026-10-05"),
        former.replace("12.00", "12.30"),
        former.replace('class="card"', 'class="own"'),
        former[: former.rindex("</div>\n</li>")],
    ):
        assert renewed(other, *now, changed="koffie") == ""


def test_page_is_made_where_two_dates_of_the_event_are_on_one_day() -> None:
    former = page_of(twice(), COFFEE)
    assert renewed(former, replace(twice(), title=ex.text("Anders")), COFFEE, changed="dans") == ""


def behind(whole: Site, first: date) -> str:
    """Return a list that lies behind, from its first day on."""
    made = cards_of(whole, "nl", embedded=False)
    return made.laid.put_in(made.days(whole.index.select(Selection()), PAGE, first=first).sections(2)).decode()


def test_card_of_a_day_that_lies_behind_is_known_by_the_day_of_its_list() -> None:
    was = (TEA, replace(COFFEE, schedule=ex.event(ex.single("2026-09-20", "12:00-13:00")).schedule))
    now = (TEA, replace(was[1], title=ex.text("Anders")))
    former = behind(site(*was), date(2026, 9, 1))
    assert 'koffie/">' in former
    assert renewed(former, *now, changed="koffie") == behind(site(*now), date(2026, 9, 1))


def test_page_is_made_where_a_run_that_began_before_it_stands_beside_one_that_begins() -> None:
    runs = [
        ex.single(day, None, last="2026-09-25", place=ex.place(place))
        for day, place in (("2026-08-30", "huis"), ("2026-09-18", "zaal"))
    ]
    was = replace(COFFEE, schedule=ex.event(*runs).schedule)
    former = behind(site(was), date(2026, 9, 18))
    assert former.count('koffie/">') == 2
    assert renewed(former, replace(was, title=ex.text("Anders")), changed="koffie") == ""
