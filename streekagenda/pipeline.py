"""The six stages, in order: read, validate, expand, check, publish, write. Start reading here."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda import publications, remade, reread, unchanged
from streekagenda.ahead import all_found
from streekagenda.builds import Built, Settings, all_to_stay
from streekagenda.content import fixing, sources
from streekagenda.content.calendar import Validated
from streekagenda.content.history import FileHistory, read_history
from streekagenda.content.records import Records, read
from streekagenda.diagnostics import Diagnostic, Severity
from streekagenda.output import publish
from streekagenda.preparing import believed_of, prepare
from streekagenda.publications.lasting import lasts_until
from streekagenda.publications.noted import NOTHING_STAYS, Made
from streekagenda.publications.site import Site
from streekagenda.rendering.layouts import BrokenLayout
from streekagenda.store.keeping import kept_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from streekagenda.ahead import Reading
    from streekagenda.checking import Looked
    from streekagenda.checks.online import Ask
    from streekagenda.content.built_events import Found
    from streekagenda.content.fixing import Fixed
    from streekagenda.content.records import Record
    from streekagenda.output import Held, Kept, Left, Place, Placed, Published, Stood
    from streekagenda.publications.noted import Staying
    from streekagenda.remade import Events, Known
    from streekagenda.unchanged import Looking, Seen


_LARGE = 5_000
"""Events of a region of which nothing is kept while other processes work."""


def build(
    settings: Settings,
    *,
    progress: Callable[[int], None] | None = None,
    seen: Seen | None = None,
    reading: Reading | None = None,
    looking: Looking | None = None,
) -> Built:
    """Turn content and layouts into a site; raises OSError, and what ``output`` raises, when the machine fails.

    What it did is remembered for the next build, where ``seen`` is what it is made of (:mod:`streekagenda.unchanged`).
    ``reading`` is what was read since then (:mod:`streekagenda.ahead`), and ``looking`` what looks at the site meanwhile.
    """
    with ExitStack() as keeping:
        early = reading is not None and reading.waits  # else what is known would lie in memory beside all that is read
        last = remade.recall(settings, seen) if seen and early else None
        ready = _ready(settings, seen, reading, keeping)
        if ready.site is None or (settings.strict and ready.nothing_written.errors):
            return ready.nothing_written
        if seen and not early:
            last = remade.recall(settings, seen)
        if looking:
            looking.look_again()  # what changed while it was read would be half in the site
        try:
            published = _published(ready, ready.site, seen, last, looking, progress)
        except remade.OtherSite:
            published = _published(ready, ready.site, seen, None, looking, progress)
        return replace(ready.nothing_written, published=published)


class _Ready(Struct, frozen=True, kw_only=True):
    """What is left of what was prepared when it is published; the rest takes as much memory as the calendar itself."""

    settings: Settings
    site: Site | None
    prints: Mapping[str, str]
    """A digest of what each event was made of, by its id."""
    wordless: Mapping[str, str]
    """What :func:`~streekagenda.remade.wordless_before` found."""
    nothing_written: Built


def _ready(settings: Settings, seen: Seen | None, reading: Reading | None, keeping: ExitStack) -> _Ready:
    """Read, validate and expand; what is wanted for the next build of all that was read is kept from now on, and let go."""
    kept = reading.kept() if reading else reread.recall(settings, seen) if seen else None
    said = reading.said if reading else bytes
    with all_to_stay():
        before = reread.before_of(kept, settings) if kept else None
        del kept
        if before and before.prepared.site and reading and reading.waits:
            with suppress(BrokenLayout):  # of which no page may ask
                before.prepared.site.renderer.compile(before.prepared.site.calendar.region.languages[0])

        def there() -> Found | None:
            return reread.amended(before, said()) if before else all_found(said, settings)

        found = prepare(settings, before, there, seen.commit if seen else None)
    nothing_written = Built(diagnostics=found.diagnostics, published=None)
    if found.site is None:
        return _Ready(settings=settings, site=None, prints={}, wordless={}, nothing_written=nothing_written)
    prints = remade.prints_of(found.site, found.validated, seen, before) if seen else {}
    wordless = remade.wordless_before(before, prints) if before else {}
    if seen and before is None:
        large = len(found.site.calendar.events) > _LARGE
        keep = partial(reread.remember, settings, seen, found, prints)
        keeping.enter_context(kept_beside(keep, settings.jobs, large=large))
        del keep
    settings.store.let_go()
    return _Ready(settings=settings, site=found.site, prints=prints, wordless=wordless, nothing_written=nothing_written)


def _published(
    ready: _Ready,
    site: Site,
    seen: Seen | None,
    last: Known | None,
    looking: Looking | None,
    progress: Callable[[int], None] | None,
) -> Published:
    """Publish a site; of ``last``, what is known of the site as it stands, the files stay that would be made as they are.

    Raises:
        OtherSite: where it does not stand as ``last`` says; nothing was done.
    """
    publication = _Publication(ready, site, seen, last)
    settings = ready.settings
    return publish(
        publication.making,
        settings.output,
        keep=settings.store.remembers,
        protected=(settings.content, settings.layouts),
        progress=progress,
        held=looking.held if looking else None,
        stood=partial(publication.stood, seen, last, looking) if seen and last else None,
        done=publication.remember,
    )


class _Publication:
    """What one publication asks: what stays, how that stands, what is made, and what is remembered of it."""

    def __init__(self, ready: _Ready, site: Site, seen: Seen | None, last: Known | None) -> None:
        self._ready, self._site, self._seen, self._last = ready, site, seen, last

    @cached_property
    def _plan(self) -> _Plan:
        ready, site, seen, last = self._ready, self._site, self._seen, self._last
        events = remade.events_of(site, ready.prints, last) if last else None
        if seen and seen.certain:
            prints = {event: f"{seen.beside} {own}" for event, own in ready.prints.items()}
            site = replace(site, prints=prints, beside=seen.beside)
        warm = remade.with_former(site, ready.settings, last, events, ready.wordless) if last and events else site
        kept = remade.staying(warm, last) if last else NOTHING_STAYS
        if last and kept.paths:
            left = publications.left_of(warm, kept)
            made = Made.after(last.made, kept.again)
            return _Plan(site=warm, events=events, last=last, kept=kept, left=left, made=made)
        return _Plan(site=site, events=events, last=None, kept=kept, left=None, made=Made())

    def stood(self, seen: Seen, last: Known, looking: Looking | None, held: Held) -> Stood:
        """Find out what of the site stays, while another process is ``looking``; raises OtherSite where it is not as it was left."""
        _ = self._plan
        return remade.stood(self._ready.settings, seen, last, looking if looking and looking.held is held else None)

    def making(self, place: Place) -> Iterator[Placed | Kept]:
        plan = self._plan
        return publications.placed(
            plan.site,
            self._ready.settings.jobs,
            place,
            staying=plan.kept,
            left=plan.left,
            stood=plan.site.former.paths if plan.last and plan.site.former else frozenset(),
            listings=remade.listings(plan.last) if plan.last else frozenset(),
            made=plan.made if self._seen else None,
        )

    def remember(self, published: Published, left: Left) -> None:
        ready, seen, plan = self._ready, self._seen, self._plan
        settings = ready.settings
        if not (seen and seen.certain and settings.store.remembers):
            return
        site = plan.site
        with unchanged.tracing(settings, left) as trace:
            events = plan.events or remade.events_of(site, ready.prints, None)
            known = remade.known_of(plan.made, events, plan.last, plan.kept, lasts_until(site))
            remade.remember(settings, seen, site, known, trace)
            built = replace(ready.nothing_written, published=published)
            unchanged.remember(settings, seen, built, zone=site.region.timezone, until=known.until, site=trace())


class _Plan(Struct, frozen=True, kw_only=True):
    """What stays of a site, and what that is told from."""

    site: Site
    events: Events | None
    last: Known | None
    """``None`` where nothing stays."""
    kept: Staying
    left: publications.Left | None
    """What is listed before it is known how the site stands: who looks at it takes as long."""
    made: Made


def check(
    settings: Settings,
    focus: Collection[str] | None = None,
    ask: Ask | None = None,
    before: Seen | None = None,
) -> Validated:
    """Read, validate and run the checks; nothing is written. Drafts are checked too.

    ``focus`` are the files and folders, below the content folder, whose findings are wanted; what checks find in others
    is not sought. The mistakes of all files are there. With ``ask``, such as an
    :class:`~streekagenda.checks.online.asking.Asker`, links are asked whether they answer. A check of all is remembered
    for the next, where ``before`` is what it looks at (:mod:`streekagenda.rechecking`).
    """
    settings = replace(settings, drafts=True)
    history = read_history(settings.content)
    records = read(settings.content, store=settings.store)
    validated = believed_of(records, settings.content, settings, history)

    def remember(looked: Looked) -> None:
        from streekagenda import rechecking  # noqa: PLC0415 -- as :func:`with_findings`

        if before and focus is None and ask is None:
            rechecking.remember(settings, before, records, history, validated, looked)

    return with_findings(validated, records, settings, focus, ask, done=remember)


def fixes(settings: Settings, wanted: Callable[[str], bool]) -> tuple[Fixed, ...]:
    """Return the files, of ``wanted`` paths, as they are with the corrections of which nothing else can be meant."""
    settings = replace(settings, drafts=True)

    def mistakes(records: Records) -> tuple[Diagnostic, ...]:
        return believed_of(records, settings.content, settings, FileHistory()).diagnostics

    records = read(settings.content, store=settings.store)
    return fixing.fixes(settings.content, records, mistakes(records), mistakes, wanted)


def beside(
    settings: Settings, *, pulled: bool = True
) -> tuple[Records, Validated, Callable[[Sequence[Record]], tuple[Diagnostic, ...]]]:
    """Read and validate, drafts too; also return what says the mistakes of files that are not there yet.

    Without ``pulled`` what came of sources is not there either.
    """
    settings = replace(settings, drafts=True)
    records = read(settings.content, store=settings.store, pulled=pulled)
    validated = believed_of(records, settings.content, settings, FileHistory())

    def found_in(new: Sequence[Record]) -> tuple[Diagnostic, ...]:
        both = replace(records, records=(*records.records, *new))
        tried = believed_of(both, settings.content, settings, FileHistory(), alike=validated.built)
        return with_findings(tried, both, settings, [one.path for one in new], least=Severity.ERROR).diagnostics

    return records, validated, found_in


def with_findings(
    validated: Validated,
    records: Records,
    settings: Settings,
    focus: Collection[str] | None,
    ask: Ask | None = None,
    *,
    least: Severity = Severity.ADVICE,
    done: Callable[[Looked], None] = lambda _: None,
) -> Validated:
    """Run the checks, give each finding its place, and add those of at least a severity to the mistakes."""
    from streekagenda import checking  # noqa: PLC0415 -- brings rapidfuzz with it; a build checks nothing

    calendar = validated.calendar
    if calendar is None:
        return validated
    asked = None if focus is None else records.at_or_below(focus)
    looked = checking.look(checking.day_of(calendar, settings, asked), records, validated, ask)
    done(looked)
    ranks = tuple(Severity)
    wanted = (
        one for one in (*looked.told, *looked.unneeded) if ranks.index(one.diagnostic.severity) <= ranks.index(least)
    )
    found = sources.at_their_source(checking.to_tell(validated.diagnostics, wanted), records.pulled)
    return replace(validated, diagnostics=checking.in_order(found))
