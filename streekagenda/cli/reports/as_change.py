"""The report of a change (``check --since REV --format markdown``): for who sent it, and for who decides on it.

First what matters: can it go in, and what must be mended? Then what to look at again, how residents will see it, what
changes with it, and tips. Forges take 65,536 characters as a comment and 1 MiB as the summary of a job.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.cli.reports.as_markdown import by_file
from streekagenda.cli.reports.printable import printable
from streekagenda.cli.reports.rationing import Block, Section, within
from streekagenda.diagnostics import Severity
from streekagenda.formats.markdown_text import as_text, code_span
from streekagenda.formats.plain_text import line, shortened
from streekagenda.publications.change_report.cards import Cards
from streekagenda.publications.change_report.facts import name
from streekagenda.publications.change_report.followers import told
from streekagenda.publications.change_report.region_changes import moves_everything, region_changes
from streekagenda.publications.change_report.side_by_side import side_by_side
from streekagenda.rendering.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.comparison import Broken, Comparison
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.recurrence.differences import EventChange

LONGEST = 60_000
"""Characters of a report, but for the sentences that count what is left out."""
TOGETHER = 5
"""Things found in one file that are left out together, where there is no room."""
MOST_OF_TITLE = 200
"""Octets of a title in a file that has a mistake."""
MOST_FILES = 10
"""Other files that are named."""


def lines(report: Report, change: Comparison) -> Iterator[str]:
    """Yield the lines of the report; ``report`` holds the diagnostics of the change."""
    written = list(within(_Sections(report, change).all(), LONGEST))
    while written and not written[-1]:
        written.pop()
    yield from written


class _Sections:
    """The parts of a report, in the order in which they are read."""

    def __init__(self, report: Report, change: Comparison) -> None:
        self._report = report
        self._change = change
        self._words = Words(language=report.language, translations=report.translations)
        days = change.days
        self._cards = (
            Cards(region=days.region, words=self._words, today=days.now.date(), file=self._file) if days else None
        )

    def all(self) -> Iterator[Section]:
        say = self._words
        yield self._section([], [Block(lines=self._verdict())], "")
        yield self._section([], self._overview(), say.gettext("and %(n)s more"))
        found = self._report.diagnostics
        touched = self._change.files.touched | self._change.files.gone
        errors = [one for one in found if one.severity is Severity.ERROR]
        more = say.gettext("%(n)s more things that we found do not fit here. The command `check` tells them all.")
        yield self._section(
            [f"## {say.gettext('Mend this first')}", ""],
            self._by_file(one for one in errors if one.location.path in touched),
            more,
        )
        yield self._section(
            [
                f"## {say.gettext('This goes wrong elsewhere')}",
                "",
                say.gettext("In files that you did not change:"),
                "",
            ],
            self._by_file(one for one in errors if one.location.path not in touched),
            more,
        )
        yield self._section(
            [f"## {say.gettext('Is this right?')}", ""],
            self._by_file(one for one in found if one.severity is Severity.WARNING),
            more,
        )
        yield self._section(
            [f"## {say.gettext('This is how people will see it')}", ""],
            self._each(self._change.events, lambda cards, one: [*cards.lines(one)]),
            say.gettext("%(n)s more cards do not fit here."),
        )
        yield self._section(
            [f"## {say.gettext('This changes too')}", ""],
            self._each(self._change.affected, self._affected),
            say.gettext("and %(n)s more"),
        )
        yield self._section(
            [f"## {say.gettext('Tips')}", ""],
            self._by_file(one for one in found if one.severity is Severity.ADVICE),
            more,
        )

    def _section(self, opening: list[str], blocks: Iterable[Block], rest: str) -> Section:
        return Section(opening=opening, blocks=blocks, left_out=lambda n: rest % {"n": n})

    def _file(self, path: str) -> str:
        """Return the path of a file as a forge shows it, as code."""
        return code_span(printable(self._report.in_repository(path)))

    # ----------------------------------------------------------------------------------------------------- opening

    def _verdict(self) -> list[str]:
        say, report = self._words, self._report
        errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
        if errors and self._change.days is None:
            verdict = say.gettext("Almost: something must be mended first")
            then = say.ngettext(
                "There is %(n)s mistake in it. As long as region.yaml is not right, no site can be made.",
                "There are %(n)s mistakes in it. As long as region.yaml is not right, no site can be made.",
                errors,
            )
        elif errors:
            verdict = say.gettext("Almost: something must be mended first")
            then = say.ngettext(
                "Thank you! There is still %(n)s mistake in it. Once that is mended, this can go into the calendar.",
                "Thank you! There are still %(n)s mistakes in it. Once they are mended, this can go into the calendar.",
                errors,
            )
        elif warnings:
            verdict = self._if_right()
            then = say.ngettext(
                "Thank you! There is no mistake in it. We do have %(n)s question.",
                "Thank you! There is no mistake in it. We do have %(n)s questions.",
                warnings,
            )
        elif self._asks():
            verdict, then = self._if_right(), say.gettext("Thank you! There is no mistake in it.")
        else:
            verdict, then = say.gettext("This can go into the calendar"), say.gettext("Thank you! All is right.")
        asked = [] if errors else self._asks()
        return [f"# {verdict}", "", " ".join([then % {"n": errors or warnings}, *asked]), ""]

    def _if_right(self) -> str:
        say = self._words
        return say.gettext("Look at this once more") if self._asks() else say.gettext("This can go into the calendar")

    def _asks(self) -> list[str]:
        """Return what is asked of a change without a mistake that may do more than its sender meant."""
        say, before, after = self._words, self._change.former_region, self._change.validated.calendar
        asked = []
        if after is None:
            asked.append(say.gettext("But no site can be made: region.yaml already had a mistake before this."))
        if before and after and moves_everything(before, after.region):
            asked.append(say.gettext("But it changes the calendar of everybody who follows one. Is that meant?"))
        if any(one.disappears for one in (*self._change.events, *self._change.affected)):
            asked.append(say.gettext("But dates disappear, without a word to who follows the calendar. Is that meant?"))
        return asked

    def _overview(self) -> Iterator[Block]:
        """Yield a line for each event, so that one sees at a glance what this is about."""
        say = self._words
        items = [
            *self._of_region(),
            *map(self._broken, self._change.broken),
            *map(self._headline, self._change.events),
        ]
        if not items and not self._change.affected:
            items = [say.gettext("No event is changed.")]
        if others := self._other_files():
            items.append(f"**{say.gettext('Changed beside that')}:** {others}")
        yield from (Block(lines=[f"- {item}"]) for item in items)
        yield Block(lines=[""], things=0)

    def _of_region(self) -> Iterator[str]:
        say, before, after = self._words, self._change.former_region, self._change.validated.calendar
        if after is None:
            yield f"**{say.gettext('The region')}:** {say.gettext('No site can be made, so nothing can be shown of the events.')}"
        elif before is not None:
            for one in region_changes(before, after.region, say):
                yield f"**{say.gettext('The region')}:** {as_text(one)}"

    def _broken(self, broken: Broken) -> str:
        say = self._words
        file = self._file(broken.path)
        title = shortened(line(broken.title), MOST_OF_TITLE)
        what = f"{as_text(title)} ({file})" if title else file
        consequence = (
            say.gettext("As long as it is not mended, this disappears from the calendar.")
            if broken.before
            else say.gettext("As long as it is not mended, this does not come into the calendar.")
        )
        return f"**{say.gettext('With a mistake')}:** {what}. {consequence}"

    def _headline(self, change: EventChange) -> str:
        kind = self._cards.kind(change) if self._cards else ""
        return f"**{kind}:** {as_text(name(change.event.title, self._words))}"

    def _other_files(self) -> str:
        """Name the files that are not of an event, such as that of a place."""
        files = self._change.files
        paths = sorted(path for path in files.touched | files.gone if not path.startswith("events/"))
        named = [self._file(path) for path in paths[:MOST_FILES]]
        if len(paths) > MOST_FILES:
            named.append(self._words.gettext("and %(n)s more") % {"n": len(paths) - MOST_FILES})
        return ", ".join(named)

    # ------------------------------------------------------------------------------------------------------- blocks

    def _by_file(self, found: Iterable[Diagnostic]) -> Iterator[Block]:
        for _, of_file in groupby(found, key=lambda one: one.location.path):
            listed = list(of_file)
            for start in range(0, len(listed), TOGETHER):
                some = listed[start : start + TOGETHER]
                _, *written = by_file(self._report, some)  # without the empty line before them
                yield Block(lines=[*written, "", *self._twins(some)], things=len(some))

    def _twins(self, found: Iterable[Diagnostic]) -> Iterator[str]:
        """Yield a table of the events that a finding is about, beside each other."""
        days, calendar = self._change.days, self._change.validated.calendar
        if days is None or calendar is None:
            return
        for paths in dict.fromkeys((one.location.path, *one.others) for one in found if one.others):
            events = {event.source.path: event for event in calendar.events if event.source.path in paths}
            if len(events) > 1:
                shown = [(events[path], days.coming(events[path])) for path in paths if path in events]
                yield from side_by_side(shown, self._words, days.now.date(), self._file)
                yield ""

    def _each(
        self, changes: Iterable[EventChange], written: Callable[[Cards, EventChange], list[str]]
    ) -> Iterator[Block]:
        if self._cards is not None:
            yield from (Block(lines=written(self._cards, change)) for change in changes)

    def _affected(self, cards: Cards, change: EventChange) -> list[str]:
        seen = [as_text(one) for one in told(change.dates, self._words)] or list(cards.differences(change))
        return [
            f"- {as_text(name(change.event.title, self._words))} ({self._file(change.path)})",
            *(f"  - {one}" for one in seen),
        ]
