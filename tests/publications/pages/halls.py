"""A small town whose screen hangs in a hall, and what somebody who stands in front of it sees."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.organisation import Contact
from streekagenda.publications import assets
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import screens
from tests import examples as ex
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Request, Route

    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

MADE = datetime(2026, 11, 23, 0, 7)
"""A Monday, just after midnight: when a site is made every night."""
KADE = ex.place("de-kade", "De Kade", area=ex.area("rivierenwijk"))

SEEN = """() => [...document.querySelectorAll('.stage .row')].filter(one => one.checkVisibility()).map(one => [
    one.querySelector('.hours b').textContent,
    [...one.querySelectorAll('.badge')].map(it => it.textContent).join(' '),
    one.querySelector('.title').textContent,
])"""
CUT = """() => {
    const box = document.querySelector('.stage').getBoundingClientRect()
    return [...document.querySelectorAll('.stage .row, .stage h2, .stage p')].filter(one => {
        const own = one.getBoundingClientRect()
        return own.bottom > box.bottom + 1 || own.top < box.top - 1 || own.left < box.left - 1 || own.right > box.right + 1
    }).map(one => one.textContent)
}"""
BEHIND = """now => [...document.querySelectorAll('.stage .row')].filter(one => one.dataset.until <= now).map(one => one.textContent)"""


def events(*, coffee: str | None = None) -> tuple[Event, ...]:
    """A Monday with all that can be said of an activity, and a little later in the week; ``coffee`` is its status."""
    off = [ex.change("2026-11-23", status=coffee)] if coffee else []
    monday = ex.rule("WEEKLY", "2026-09-07", "MO")
    return (
        ex.event(
            ex.series(monday, "10:00-12:00", changes=off), id="de-kern/koffie", title="Koffie",
            price=ex.details(price=0).price, place=KADE,
        ),
        ex.event(ex.series(ex.rule("DAILY", "2026-09-07"), "10:00-11:30"), id="de-kern/wandelen", title="Wandelen"),
        ex.event(
            ex.single("2026-11-23", "12:00-13:30"), id="de-kern/lunch", title="Lunch",
            booking=Booking(state=BookingState.FULL),
        ),
        ex.event(
            ex.series(monday, "14:00-16:00", changes=[ex.change("2026-11-23", status="cancelled", note="Iedereen is ziek.")]),
            id="de-kern/kaarten", title="Kaarten",
        ),
        ex.event(ex.single("2026-11-23", "19:30"), id="de-kern/lezing", title="Lezing"),
        ex.event(ex.single("2026-11-23", "22:00-01:00"), id="de-kern/film", title="Nachtfilm"),
        ex.event(ex.single("2026-11-22", None, last="2026-11-25"), id="de-kern/markt", title="Wintermarkt"),
    )  # fmt: skip


def made(*some: Event, now: datetime = MADE, **more: Any) -> Site:
    return site(*(some or events()), now=now, in_region={"contact": Contact(phone="0570 12 34 56"), **more})


def page(whole: Site, path: str = "scherm/index.html") -> str:
    """One screen as it is published."""
    language = path.partition("/")[0] if path.partition("/")[0] in whole.words else "nl"
    return next(one.content.decode() for one in screens.pages(edition(whole, language)) if one.path == path)


def written(whole: Site, folder: Path) -> Path:
    """Write the screens, and what they load."""
    for one in (
        *assets.outputs(whole),
        *(it for language in whole.words for it in screens.pages(edition(whole, language))),
    ):
        (folder / one.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / one.path).write_bytes(one.content)
    return folder


class Hall(Struct, kw_only=True, dict=True):
    """A display, its clock, and the host that it asks for something newer."""

    page: Page
    address: str
    answer: str | None = None
    """What the host answers; ``None``: the network is gone."""
    host_clock: str | None = None
    """The time that it gives with that; ``None``: none."""
    asked: list[str] = field(default_factory=list)
    ended: list[Request] = field(default_factory=list)
    """What was asked and is over: answered, or given up."""

    def __post_init__(self) -> None:
        self.page.on("requestfinished", self._end)
        self.page.on("requestfailed", self._end)

    def _end(self, request: Request) -> None:
        if request.resource_type == "fetch":
            self.ended.append(request)

    def open(self, now: str, path: str = "scherm/?pace=60&size=60") -> Hall:
        """Open a screen at a moment of the display's clock."""
        self.asked.clear()
        self.ended.clear()
        self.answer = self.host_clock = None
        self.page.goto("about:blank")
        self.page.clock.set_system_time(now)
        self.page.goto(self.address + path)
        return self

    def wait(self, seconds: float) -> None:
        """Let time go by, with all that happens in it."""
        self.page.clock.run_for(int(seconds * 1000))

    def jump(self, hours: float) -> None:
        """Let time go by as if nobody had looked at the clock in between."""
        self.page.clock.fast_forward(int(hours * 3_600_000))

    def ask(self, answer: str | None, host_clock: str | None = None) -> None:
        """Have the display ask its host, which answers so."""
        self.answer, self.host_clock = answer, host_clock
        before = len(self.asked)
        self.page.evaluate("dispatchEvent(new Event('online'))")
        self.hear(before + 1)

    def hear(self, number: int) -> None:
        """Wait until the display has asked so often since it was opened, and done something with each answer."""
        while min(len(self.asked), len(self.ended)) < number:
            self.page.wait_for_timeout(5)
        self.page.wait_for_timeout(30)

    def resize(self, width: int, height: int) -> None:
        """Give the display another size, and wait until its page has heard of it."""
        if self.page.viewport_size != {"width": width, "height": height}:
            self.page.evaluate("void addEventListener('resize', () => { self.resized = true }, { once: true })")
            self.page.set_viewport_size({"width": width, "height": height})
            while not self.page.evaluate("self.resized === true"):
                self.page.wait_for_timeout(5)
            self.page.evaluate("void delete self.resized")

    def seen(self) -> list[tuple[str, str, str]]:
        """The hour, what is said beside it, and the title of what stands on the display."""
        return [(hour, said, title) for hour, said, title in self.page.evaluate(SEEN)]

    def rounds(self) -> list[list[tuple[str, str, str]]]:
        """The same for each page of a round, from the one that is shown."""
        number = self.page.locator(".number").inner_text().split()
        found = []
        for _ in range(int(number[-1]) if number else 1):
            found.append(self.seen())
            assert self.page.evaluate(CUT) == []
            self.page.keyboard.press("ArrowRight")
        return found

    def text(self, selector: str) -> str:
        """What stands in an element that can be seen; nothing where it cannot."""
        return " ".join(" ".join(self.page.locator(f"{selector}:visible").all_inner_texts()).split())

    def respond(self, route: Route) -> None:
        """Answer in the place of the host."""
        if route.request.resource_type != "fetch":
            route.continue_()
            return
        self.asked.append(route.request.url)
        if self.answer is None:
            route.abort()
            return
        at = datetime.fromisoformat(self.host_clock).astimezone(UTC) if self.host_clock else None
        headers = {"date": format_datetime(at, usegmt=True)} if at else {}
        route.fulfill(body=self.answer, content_type="text/html", headers=headers)
