"""The display in a hall, on a clock of our own: a day, a week without news, the network gone and back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests import examples as ex
from tests.browser import axe
from tests.browser.serving import served
from tests.publications.pages import halls
from tests.publications.pages.halls import Hall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MORNING = "2026-11-23T07:00:00+01:00"
WALK, TALK, FILM, MARKET = (
    ("10.00", "", "Wandelen"),
    ("19.30", "", "Lezing"),
    ("22.00", "", "Nachtfilm"),
    ("Hele dag", "", "Wintermarkt"),
)
CARDS = ("14.00", "Gaat niet door", "Kaarten")


@pytest.fixture(scope="module")
def hall(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One display, in a zone that is not the region's."""
    whole = halls.made(languages=("nl", "ar"))
    with served(halls.written(whole, tmp_path_factory.mktemp("hall")), base="/agenda/") as address:
        context = browser.new_context(
            viewport={"width": 1920, "height": 1080}, timezone_id="America/New_York", reduced_motion="reduce"
        )
        context.clock.install(time=MORNING)
        found = Hall(page=context.new_page(), address=address)
        context.route("**/*", found.respond)
        found.page.on("pageerror", lambda error: pytest.fail(str(error)))
        yield found
        assert context.cookies() == []
        assert found.page.evaluate("localStorage.length + sessionStorage.length") == 0
        context.close()


def said(one: tuple[str, str, str], words: str) -> tuple[str, str, str]:
    return one[0], words, one[2]


def test_a_day_goes_by_with_what_is_on_at_each_hour(hall: Hall) -> None:
    coffee, lunch = ("10.00", "", "Koffie"), ("12.00", "Vol", "Lunch")
    now, soon, begun = "Nu bezig", "Straks", "Is begonnen"
    rest = [CARDS, TALK, FILM, MARKET]
    day = {
        "7.00": [said(coffee, soon), said(WALK, soon), lunch, *rest],
        "8.00": [said(coffee, soon), said(WALK, soon), lunch, *rest],
        "9.00": [said(coffee, soon), said(WALK, soon), lunch, *rest],
        "10.00": [said(coffee, now), said(WALK, now), said(lunch, f"{soon} Vol"), *rest],
        "11.00": [said(coffee, now), said(WALK, now), said(lunch, f"{soon} Vol"), *rest],
        "12.00": [said(lunch, f"{now} Vol"), CARDS, said(TALK, soon), FILM, MARKET],
        "13.00": [said(lunch, f"{now} Vol"), CARDS, said(TALK, soon), FILM, MARKET],
        **{f"{hour}.00": [CARDS, said(TALK, soon), FILM, MARKET] for hour in (14, 15)},
        **{f"{hour}.00": [said(TALK, soon), FILM, MARKET] for hour in (16, 17, 18, 19)},
        **{f"{hour}.00": [said(TALK, begun), said(FILM, soon), MARKET] for hour in (20, 21)},
        **{f"{hour}.00": [said(TALK, begun), said(FILM, now), MARKET] for hour in (22, 23)},
    }
    hall.open(MORNING, "scherm/?pace=60&size=60&days=1")
    found = {}
    for _ in range(17):
        found[hall.text(".clock bdi")] = hall.seen()
        hall.jump(1)
    assert found == day


def test_a_night_ends_what_lasted_past_midnight(hall: Hall) -> None:
    hall.open("2026-11-23T23:59:00+01:00", "scherm/?pace=60&size=60&days=1")
    assert hall.seen() == [said(TALK, "Is begonnen"), said(FILM, "Nu bezig"), MARKET]
    hall.jump(1 / 60)
    assert hall.text(".clock") == "00.00 Dinsdag 24 november"
    assert hall.seen() == [said(FILM, "Nu bezig"), said(WALK, "Straks"), MARKET]
    assert hall.text(".part h2") == "Vandaag"
    hall.jump(1)
    assert [row for page in hall.rounds() for row in page][:2] == [said(WALK, "Straks"), MARKET]


def test_a_week_without_news_shows_nothing_past_and_says_how_old_it_is(hall: Hall) -> None:
    hall.open("2026-11-23T12:00:00+01:00")
    found = {}
    for number in range(9):
        day = datetime(2026, 11, 23, 12) + timedelta(days=number)
        shown = [row for page in hall.rounds() for row in page]
        assert hall.page.evaluate(halls.BEHIND, day.isoformat(timespec="minutes")) == []
        found[f"{day.day}"] = (hall.text(".warning strong"), len(shown), hall.text(".made-on"))
        hall.jump(24)
    made = "Bijgewerkt op maandag 23 november om 00.00 uur."
    old = "Deze lijst is al meer dan een dag niet vernieuwd. Er kan iets veranderd zijn. 0570 12 34 56"
    over = "Alles wat op dit scherm stond, is voorbij. Daarna kwam er geen nieuws meer binnen. 0570 12 34 56"
    assert found == {
        "23": ("", 14, made),
        "24": (old, 9, made),
        "25": (old, 8, made),
        "26": (old, 6, made),
        "27": (old, 5, made),
        "28": (old, 4, made),
        "29": (old, 3, made),
        "30": (old, 1, made),
        "1": (over, 0, made),
    }


def test_what_is_new_is_taken_over_and_what_does_not_go_on_says_so(hall: Hall) -> None:
    hall.open("2026-11-23T09:00:00+01:00")
    assert hall.seen()[0] == ("10.00", "Straks", "Koffie")
    later = halls.made(*halls.events(coffee="cancelled"), now=datetime(2026, 11, 23, 9, 30))
    hall.ask(halls.page(later))
    assert hall.seen()[:2] == [("10.00", "Gaat niet door", "Koffie"), said(WALK, "Straks")]
    assert hall.text(".made-on") == "Bijgewerkt op maandag 23 november om 9.00 uur."
    assert hall.page.locator(".row s", has_text="Koffie").count() == 1
    hall.ask(halls.page(halls.made()))  # an older one, from a cache on the way
    assert hall.seen()[0] == ("10.00", "Gaat niet door", "Koffie")


def test_it_asks_every_ten_minutes_and_sooner_where_nobody_answers(hall: Hall) -> None:
    hall.open("2026-11-23T09:00:00+01:00")
    hall.wait(59)
    assert hall.asked == []
    hall.answer = None
    hall.wait(1)
    hall.hear(1)
    assert len(hall.asked) == 1
    hall.answer = halls.page(halls.made())
    hall.wait(60)
    hall.hear(2)
    assert len(hall.asked) == 2
    hall.wait(595)
    assert len(hall.asked) == 2
    hall.wait(10)
    hall.hear(3)
    assert len(hall.asked) == 3
    assert set(hall.asked) == {f"{hall.address}scherm/"}


@pytest.mark.parametrize("answer", [None, "", "<title>Welkom op onze wifi</title>", "<div class='screen'></div>"])
def test_without_network_or_with_another_page_in_its_place_it_goes_on(hall: Hall, answer: str | None) -> None:
    hall.open("2026-11-23T09:00:00+01:00")
    before = hall.seen()
    hall.ask(answer)
    assert hall.seen() == before
    hall.jump(4)
    assert hall.seen()[0] == ("12.00", "Nu bezig Vol", "Lunch")
    assert hall.text(".warning") == ""
    hall.jump(12)
    assert hall.text(".warning") == ""
    hall.jump(2)
    assert hall.text(".warning").startswith("Deze lijst is al meer dan een dag niet vernieuwd.")
    hall.ask(halls.page(halls.made(now=datetime(2026, 11, 24, 10))))
    assert hall.text(".warning") == ""


def test_a_site_that_is_itself_old_is_old(hall: Hall) -> None:
    hall.open("2026-11-25T09:00:00+01:00")
    hall.ask(halls.page(halls.made()), "2026-11-25T09:00:00+01:00")
    assert hall.text(".warning").startswith("Deze lijst is al meer dan een dag niet vernieuwd.")


def test_a_clock_that_cannot_be_right_is_not_believed(hall: Hall) -> None:
    wrong = "De klok van dit scherm staat verkeerd. Daarom zie je hier nu geen activiteiten."
    hall.open("2026-11-22T23:59:00+01:00")
    assert (hall.text(".warning strong").startswith(wrong), hall.seen(), hall.text(".clock")) == (True, [], "")
    hall.open("2026-11-23T11:00:00+01:00")
    told = {
        "2026-11-23T11:06:00+01:00": True,
        "2026-11-23T11:04:00+01:00": False,
        "2026-11-23T10:01:00+01:00": False,  # an answer that lay in a cache
        "2026-11-23T09:59:00+01:00": True,
        "2026-11-23T11:00:00+01:00": False,
    }
    for host_clock, is_wrong in told.items():
        hall.ask(halls.page(halls.made()), host_clock)
        assert (hall.text(".warning strong").startswith(wrong), hall.seen() == []) == (is_wrong, is_wrong), host_clock


def test_no_page_cuts_a_row_and_all_of_them_are_shown_once(hall: Hall) -> None:
    long = "Samen eten en daarna wandelen door het park bij de Rivierenwijkse watertoren met de hele buurt"
    some = tuple(
        ex.event(
            ex.single(f"2026-11-{23 + number // 14}", f"{8 + number % 14:02}:00-{9 + number % 14:02}:30"),
            id=f"de-kern/n{number}",
            title=f"{number} {long[: 11 * (number % 9) + 5]}",
        )
        for number in range(40)
    )
    full = halls.page(halls.made(*some))
    hall.open(MORNING, "scherm/")
    hall.ask(full)
    for width, height in ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768), (320, 900)):
        hall.resize(width, height)
        pages = hall.rounds()
        titles = [int(title.split()[0]) for rows in pages for _, _, title in rows]
        assert titles == list(range(40)), (width, height)
        assert hall.page.evaluate("document.documentElement.scrollWidth") == width
    hall.resize(1920, 1080)
    for query in ("columns=2", "size=160"):
        hall.open(MORNING, f"scherm/?{query}")
        hall.ask(full)
        assert [int(title.split()[0]) for rows in hall.rounds() for _, _, title in rows] == list(range(40)), query


def test_its_address_says_what_it_shows_and_how(hall: Hall) -> None:
    def titles(query: str) -> list[str]:
        hall.open(MORNING, f"scherm/?size=60&days=1&{query}")
        return [title for _, _, title in hall.seen()]

    everything = ["Koffie", "Wandelen", "Lunch", "Kaarten", "Lezing", "Nachtfilm", "Wintermarkt"]
    assert titles("") == everything
    assert hall.text(".only") == ""
    assert titles("free=1") == ["Koffie"]
    assert hall.text(".only") == "Alleen: Gratis"
    assert titles("area=rivierenwijk&part=morning") == ["Koffie"]
    assert titles("part=afternoon&part=evening") == everything[2:]
    assert titles("weekday=sunday") == ["Wintermarkt"]
    assert titles("area=nergens&n=3") == everything
    hall.open(MORNING, "scherm/?topic=bewegen")
    assert hall.seen() == []
    assert hall.text(".stage").startswith(
        "Vandaag Vandaag staat er niets meer gepland. Morgen Dinsdag 24 november Morgen"
    )
    assert hall.text(".stage").endswith("Daarna staat er tot en met maandag 30 november niets gepland.")
    assert (titles(""), hall.text(".number")) == (everything, "")
    assert titles("qr=0") == everything
    assert hall.page.locator(".qr:visible").count() == 0
    titles("qr=1")
    assert (
        hall.page.locator(".qr title").text_content() == "QR-code die je brengt naar https://agenda.example.nl/agenda/"
    )
    assert hall.text(".read-on") == "Alles over deze activiteiten: agenda.example.nl/agenda"


@pytest.mark.parametrize(
    ("query", "moment", "night"),
    [
        ("open=9-17", "2026-11-23T08:59:00+01:00", True),
        ("open=9-17", "2026-11-23T09:00:00+01:00", False),
        ("open=9-17", "2026-11-23T17:00:00+01:00", True),
        ("open=mon-fri:9.30-20,sat:10-16", "2026-11-23T19:59:00+01:00", False),
        ("open=mon-fri:9.30-20,sat:10-16", "2026-11-28T17:00:00+01:00", True),
        ("open=mon-fri:9.30-20,sat:10-16", "2026-11-29T12:00:00+01:00", True),
        ("open=sun:20-2", "2026-11-23T01:00:00+01:00", False),
        ("open=altijd", "2026-11-23T03:00:00+01:00", False),
    ],
)
def test_outside_opening_hours_only_a_dim_clock_is_left(hall: Hall, query: str, moment: str, night: bool) -> None:
    hall.open(moment, f"scherm/?{query}")
    assert (hall.text("h1") == "", hall.text(".clock bdi") != "") == (night, True)
    if night:
        hall.open(moment, f"scherm/?{query}&night=black")
        assert hall.page.locator("body :visible").count() == 0 or hall.page.locator("body").inner_text() == ""


def test_the_clock_of_the_night_moves_and_the_morning_finds_its_pages(hall: Hall) -> None:
    hall.open("2026-11-23T08:57:00+01:00", "scherm/?open=9-17&size=60")
    places = []
    for _ in range(3):
        places.append(hall.page.locator(".clock bdi").bounding_box())
        hall.wait(60)
    hall.wait(5)
    assert len({(one["x"], one["y"]) for one in places if one}) == 3
    assert sum(map(len, hall.rounds())) == 16


def test_it_turns_by_itself_and_waits_for_who_wants_to_read(hall: Hall) -> None:
    hall.open(MORNING, "scherm/?pace=10")
    number = hall.page.locator(".number")
    first = number.inner_text()
    hall.wait(9)
    assert number.inner_text() == first
    hall.wait(1)
    assert number.inner_text() == first.replace("1", "2", 1)
    hall.page.keyboard.press("ArrowLeft")
    hall.page.keyboard.press("Space")
    assert hall.text(".paused") == "Gepauzeerd. Druk op de spatiebalk of raak het scherm aan om verder te gaan."
    hall.wait(200)
    assert number.inner_text() == first
    hall.wait(111)  # nobody comes back
    assert number.inner_text() == first.replace("1", "2", 1)
    hall.page.mouse.click(400, 400)
    hall.wait(60)
    assert number.inner_text() == first.replace("1", "2", 1)
    hall.page.mouse.click(400, 400)
    hall.page.keyboard.press("PageUp")
    assert (number.inner_text(), hall.text(".paused")) == (first, "")


def test_buttons_and_pointer_are_there_while_somebody_moves_it(hall: Hall) -> None:
    hall.open(MORNING)
    look = "() => [getComputedStyle(document.querySelector('.controls')).opacity, getComputedStyle(document.querySelector('.screen')).cursor]"
    assert hall.page.evaluate(look) == ["0", "none"]
    hall.page.mouse.move(10, 10)
    hall.page.mouse.move(200, 210)
    assert hall.page.evaluate(look) == ["1", "auto"]
    hall.wait(5)
    assert hall.page.evaluate(look) == ["0", "none"]
    hall.page.keyboard.press("Tab")
    assert hall.page.evaluate(look) == ["1", "none"]


def test_languages_take_turns(hall: Hall) -> None:
    hall.open(MORNING, "scherm/?size=60&pace=10")
    hall.answer = halls.page(halls.made(languages=("nl", "ar")), "ar/screen/index.html")
    hall.page.goto(f"{hall.address}scherm/?size=60&pace=10&also=ar,xx")
    hall.hear(1)
    assert hall.asked == [f"{hall.address}ar/screen/"]
    number = hall.page.locator(".number").inner_text()
    hall.wait(10 * int(number.split()[-1]))
    assert hall.page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert [title for _, _, title in hall.seen()][:2] == ["Koffie", "Wandelen"]
    assert hall.text(".clock bdi").startswith("07:")
    hall.page.keyboard.press("ArrowLeft")  # onward, from right to left
    assert hall.page.locator(".number").inner_text() != ""


def test_a_newer_program_is_loaded_when_all_of_it_is_there(hall: Hall) -> None:
    hall.open(MORNING)
    later = halls.page(halls.made(now=datetime(2026, 11, 23, 6)))
    with hall.page.expect_navigation():
        hall.ask(later.replace("screen.css?v=", "screen.css?v=0"))
    assert [one.partition("?")[0].rpartition("/")[2] for one in hall.asked] == [
        "", "site.css", "screen.css", "display.js", "screen.js",
    ]  # fmt: skip


def test_it_can_hang_for_years(hall: Hall) -> None:
    hall.open(MORNING, "scherm/?pace=6")
    tools = hall.page.context.new_cdp_session(hall.page)

    def nodes() -> int:
        tools.send("HeapProfiler.collectGarbage")
        return int(tools.send("Memory.getDOMCounters")["nodes"])

    hall.wait(60)
    before = nodes()
    for hour in range(5):
        hall.ask(halls.page(halls.made(now=datetime(2026, 11, 23, 1, hour))))
        hall.wait(120)
    assert nodes() <= before * 1.2


@pytest.mark.parametrize("query", ["contrast=high", "contrast=dark", "contrast=light"])
def test_axe_finds_nothing_in_any_colours(hall: Hall, query: str) -> None:
    hall.open("2026-11-23T11:00:00+01:00", f"scherm/?{query}&size=60")
    assert axe.asked(hall.page, axe.ALL) == []
    hall.jump(24)
    hall.page.keyboard.press("Space")
    assert axe.asked(hall.page, axe.ALL) == []


def test_without_script_it_is_a_large_list(browser: Browser, hall: Hall) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hall.address}scherm/")
    assert page.locator(".row:visible").count() == 16
    assert page.locator("h2:visible").count() == 8
    assert page.locator(".warning:visible, .controls:visible, .clock:visible").count() == 0
    context.close()
