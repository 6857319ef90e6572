"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from streekagenda.output import Kept, Names, Output, Placed
from streekagenda.publications import assets, embeds, exports, feeds, pages, schemas, search, site_files
from streekagenda.publications import map as places_map
from streekagenda.publications.catalogue import Catalogue, Group, Listing
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.noted import NOTHING_STAYS, Heard, Made, Noting, Staying, list_again, listed, noted
from streekagenda.publications.spread import Task, spread
from streekagenda.recurrence.asked import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from types import ModuleType

    from streekagenda.output import Place
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.noted import Noted
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question

One = TypeVar("One", Output, Placed | Kept)

PART = 20
"""Pages that one process makes before it looks what the others have left."""
_AGAIN = 4
"""The same of files that are made again: their lists were looked up by one process before."""


def placed(
    site: Site,
    jobs: int,
    place: Place,
    *,
    staying: Staying = NOTHING_STAYS,
    left: Left | None = None,
    stood: AbstractSet[str] = frozenset(),
    listings: Collection[Question] = (),
    made: Made | None = None,
) -> Iterator[Placed | Kept]:
    """Place every file of a site, by at most ``jobs`` processes; last those that list the others.

    Those that are ``staying`` are not made, and what is ``left`` is known where it was listed before; nor those named by their content that ``stood`` there since the
    last build; of those that list, where what they list is among ``listings``. ``made`` is told of the others what was asked while they were made.
    """
    if not staying.things:
        site.index.look_up()
    if made is None:
        yield from _listed(site, spread(_tasks(site), jobs, place), lambda tasks, _: spread(tasks, jobs, place))
        return
    asked, late = site.index.asked, set[str]()

    def one_by_one(found: Iterable[Noted | Heard]) -> Iterator[Placed | Kept]:
        met, passed = set[str](), set[str]()
        for one in found:
            if isinstance(one, Heard):
                met.update(one.met)
                passed.update(one.passed)
                late.update(one.late)
            else:
                made.take(one)
                yield one.placed
        if met or passed:
            yield made.keep(met, passed)

    def with_listing(tasks: Sequence[Task], question: Question) -> Iterator[Placed | Kept]:
        def asking(number: int, task: Task) -> Iterator[Output]:
            asked.note(question)
            names = [f"{number} of {question}"]  # it is that thing as long as the same files are there
            for _ in asked.each(lambda: names, str) if question != ALL else names:
                yield from task.outputs()

        same = question in listings
        as_listed = Noting(asked, place, staying.paths if same else (), stood)
        tasks = [
            replace(task, outputs=partial(noted, asked, partial(asking, number, task)))
            for number, task in enumerate(tasks)
        ]
        return one_by_one(spread(tasks, 1 if same else jobs, as_listed))

    def everything() -> Iterator[Placed | Kept]:
        tasks, here = left or left_of(site, staying)
        yield from one_by_one(
            chain(here, spread(tasks, jobs, Noting(asked, place, staying.paths, stood), little=left is not None))
        )

    yield from _listed(site, everything(), with_listing, stood, listings)
    made.forget(late)


class Left(NamedTuple):
    """What is left to be made of a site."""

    tasks: list[Task]
    here: list[Noted | Heard]
    """What came of files that were listed and stay."""


def left_of(site: Site, staying: Staying) -> Left:
    """Return what is left where files are staying: of groups that can be divided it is listed now, for all who make it.

    Each group stays a task of its own: processes that work towards each other seldom make the cards of the same days.
    """
    asked, found = site.index.asked, Left([], [])
    asked.staying, asked.files = staying.things, staying.paths
    for task in _tasks(site):
        outputs = partial(noted, asked, task.outputs)
        if task.part and staying.things:
            again, stays = list_again(asked, outputs, staying.paths)
            found.tasks.append(Task(outputs=again, part=_AGAIN))
            found.here.extend(stays)
        else:
            found.tasks.append(replace(task, outputs=outputs))
    return found


def outputs(site: Site) -> Iterator[Output]:
    """Return every file of a site."""
    return _listed(site, spread(_tasks(site), 1, _as_it_is), lambda tasks, _: spread(tasks, 1, _as_it_is))


def _as_it_is(output: Output) -> Output:
    return output


def _tasks(site: Site) -> list[Task]:
    return [Task(outputs=group.outputs, part=group.part) for group in groups(site)]


def _listed(
    site: Site,
    found: Iterator[One],
    place: Callable[[Sequence[Task], Question], Iterator[One]],
    stood: AbstractSet[str] = frozenset(),
    before: Collection[Question] = (),
) -> Iterator[One]:
    """Yield what was found, and what lists it; who places this is told which files it lists.

    Of those that ``stood`` there ``before`` says what was listed.
    """
    left, paths = stood, set[str]()

    def noted(some: Iterator[One]) -> Iterator[One]:
        nonlocal left
        for one in some:
            said: Output | Placed | Kept = one
            if isinstance(said, Kept):
                left = said.but
            else:
                paths.add(said.path)
            yield one

    yield from noted(found)
    for of, listings in groupby(_listings(site), key=attrgetter("of")):
        there = Names(stood, left, frozenset(paths))
        tasks = [Task(outputs=partial(one.outputs, there), part=one.part) for one in listings]
        yield from noted(place(tasks, listed(of, there, stood, before)))


def catalogue(site: Site) -> Catalogue:
    """Return every file of a site, each made when it is asked for."""
    return Catalogue(groups(site), _listings(site))


def groups(site: Site) -> list[Group]:
    """Return the files of a site in groups that know nothing of each other, those of one folder first.

    What is made in one piece stands first and what can be divided last: there processes meet that work towards each
    other. Lists of one language stand side by side at the end, for they show the same cards: most are made in one process.
    """
    languages = site.words
    found: list[tuple[str, tuple[str, ...], Callable[[], Iterator[Output]]]] = [
        ("feeds: calendars", ("feeds/",), partial(feeds.calendars.outputs, site)),
        ("feeds: Atom and JSON", ("feeds/",), partial(feeds.readers.outputs, site)),
        ("feeds: single dates", ("feeds/",), partial(feeds.one_date.outputs, site)),
        ("schemas", ("schema/",), partial(schemas.outputs, site)),
        ("map: code", (places_map.CODE,), partial(places_map.code, site)),
        ("assets", ("static/", "media/", "embed"), partial(assets.outputs, site)),
    ]
    first = (pages.screens, pages.events)
    in_parts = [_map(site, one) for one in languages]
    in_parts += [_pages(edition(site, one), kind) for kind in first for one in languages]
    for one in languages:
        in_parts += [_pages(edition(site, one), kind) for kind in pages.KINDS if kind not in first]
        in_parts.append(_embeds(site, one))
    in_one_piece = [Group(name=name, below=below, outputs=outputs) for name, below, outputs in found]
    by_month = Group(name="data", below=("api/",), outputs=partial(exports.outputs, site), part=1)
    return [*(_search(site, one) for one in languages), *in_one_piece, by_month, *in_parts]


def _search(site: Site, language: str) -> Group:
    below = (site.addresses.page("search", language),)
    return Group(name="search", below=below, outputs=partial(search.outputs, site, language))


def _map(site: Site, language: str) -> Group:
    below = (site.addresses.page("map", language),)
    return Group(name=_name(places_map), below=below, outputs=partial(places_map.outputs, site, language), part=PART)


def _embeds(site: Site, language: str) -> Group:
    below = (site.addresses.embed("", language).rstrip("/"),)
    return Group(name=_name(embeds), below=below, outputs=partial(embeds.outputs, site, language), part=PART)


def _pages(in_language: Edition, kind: ModuleType) -> Group:
    return Group(
        name=_name(kind),
        below=pages.below(kind, in_language.addresses, in_language.language),
        outputs=partial(kind.pages, in_language),
        part=PART,
        find=partial(kind.page_at, in_language) if kind in {pages.agenda, pages.events} else None,
    )


def _name(module: ModuleType) -> str:
    return module.__name__.removeprefix(f"{__name__}.").replace(".", ": ")


def _listings(site: Site) -> list[Listing]:
    found = [
        Listing(
            below=tuple(site.addresses.page(kind, language) for kind in ("subscribe", "sheet")),
            of="feeds/",
            outputs=partial(pages.listing_outputs, site, language),
            part=PART,
        )
        for language in site.words
    ]
    return [*found, Listing(below=site_files.BELOW, of="", outputs=partial(site_files.outputs, site))]
