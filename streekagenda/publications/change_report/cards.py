"""The card of an event that changed, in Markdown: how residents will see it, and what becomes different for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.markdown_text import as_text, fenced
from streekagenda.formats.plain_text import line
from streekagenda.publications.change_report.facts import Facts, facts, name, next_dates, story
from streekagenda.publications.change_report.followers import MOST, told
from streekagenda.publications.change_report.other_differences import others
from streekagenda.publications.change_report.where_shown import feeds_with
from streekagenda.recurrence.differences import DateKind, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.region import Region
    from streekagenda.recurrence.differences import EventChange
    from streekagenda.rendering.words import Words

ONE_LINE = 80
"""Characters of two facts that are said in one line."""
MOST_FEEDS = 12
"""Names of feeds on a card; the rest is counted."""


class Cards(Struct, frozen=True, kw_only=True):
    """Writes cards in one language."""

    region: Region
    words: Words
    today: date
    file: Callable[[str], str]
    """Shows the path of a file below the content folder, in Markdown."""

    def kind(self, change: EventChange) -> str:
        """``Nieuw``, ``1 keer afgelast``: say in a few words what becomes of an event."""
        say = self.words
        if change.event.draft:
            return say.pgettext("change", "Draft")
        off, moved = (change.dates_that(kind) for kind in (DateKind.CANCELLED, DateKind.MOVED))
        match change.kind:
            case Kind.NEW:
                return say.pgettext("change", "New")
            case Kind.REMOVED:
                return say.pgettext("change", "Removed")
            case Kind.CANCELLED if off == len(change.coming):
                return say.pgettext("change", "Cancelled")
            case Kind.CANCELLED:
                called = say.ngettext("Cancelled %(n)s time", "Cancelled %(n)s times", off) % {"n": off}
                return f"{called}, {self._moved(moved).lower()}" if moved else called
            case Kind.MOVED if moved == len(change.coming):
                return say.pgettext("change", "At another time")
            case Kind.MOVED:
                return self._moved(moved)
            case Kind.CHANGED:
                return say.pgettext("change", "Changed")

    def _moved(self, n: int) -> str:
        return self.words.ngettext("Moved %(n)s time", "Moved %(n)s times", n) % {"n": n}

    def lines(self, change: EventChange) -> Iterator[str]:
        """Yield a card, from its heading to the empty line behind it: first what is different, then all of it."""
        yield f"### {self.kind(change)}: {as_text(name(change.event.title, self.words))}"
        yield ""
        yield from self._what_is_different(change)
        if self._reads_alike(change):
            yield f"- **{self.words.gettext('File')}:** {self.file(change.path)}"
            yield ""
            return
        if change.before is not None and change.after is not None:
            yield f"**{self.words.gettext('This is how it will be:')}**"
            yield ""
        elif said := story(change.event, self.words):
            yield f"> {as_text(said)}"
            yield ""
        shown = facts(change.event, change.coming, self.words, self.today)
        if change.kind is Kind.REMOVED:  # its dates were named above
            shown.pop(self.words.gettext("Next dates"), None)
        yield from (f"- **{label}:** {as_text(fact)}" for label, fact in shown.items())
        yield from self._feeds(change)
        yield f"- **{self.words.gettext('File')}:** {self.file(change.path)}"
        yield ""

    # ------------------------------------------------------------------------------------------------------- feeds

    def _feeds(self, change: EventChange) -> Iterator[str]:
        say = self.words.gettext
        if change.event.draft:
            return
        now, was = (feeds_with(dates, self.region, self.words) for dates in (change.becomes_coming, change.was_coming))
        match change.kind:
            case Kind.NEW:
                yield from self._named(say("Comes in the feeds"), now)
            case Kind.REMOVED:
                yield from self._named(say("Leaves the feeds"), was)
            case _:
                yield from self._named(say("Changes in the feeds"), [one for one in now if one in was])
                yield from self._named(say("Comes in the feeds"), [one for one in now if one not in was])
                yield from self._named(say("Leaves the feeds"), [one for one in was if one not in now])

    def _named(self, label: str, names: Iterable[str]) -> Iterator[str]:
        listed = list(names)
        if listed:
            shown = [as_text(one) for one in listed[:MOST_FEEDS]]
            if len(listed) > MOST_FEEDS:
                shown.append(self.words.gettext("and %(n)s more") % {"n": len(listed) - MOST_FEEDS})
            yield f"- **{label}:** {' · '.join(shown)}"

    # --------------------------------------------------------------------------------------------- what is different

    def _what_is_different(self, change: EventChange) -> Iterator[str]:
        say = self.words.gettext
        if change.event.draft:
            yield say("This is a draft: nobody sees it yet.")
            yield ""
        elif change.kind is Kind.REMOVED:
            yield from self._removed(change)
        elif change.before is not None and change.after is not None:
            if self._reads_alike(change):
                yield self._only_looked_at(change.after, change.before)
                yield ""
            yield from _list(say("What is different:"), self.differences(change))
            yield from _list(say("Who follows this calendar sees:"), map(as_text, told(change.dates, self.words)))
            yield from self._rather_cancel(change)
            yield from self._renamed(change.before, change.after)

    def _reads_alike(self, change: EventChange) -> bool:
        """Whether people will see no difference."""
        before, after = change.before, change.after
        if before is None or after is None or after.draft or change.dates:
            return False
        return not any(self.differences(change)) and not any(self._renamed(before, after))

    def _only_looked_at(self, after: Event, before: Event) -> str:
        if after.checked is not None and after.checked != before.checked:
            return self.words.gettext("Looked at on %(day)s: it is still right.") % {
                "day": self.words.day(after.checked)
            }
        return self.words.gettext("Nothing that people see is different.")

    def differences(self, change: EventChange) -> Iterator[str]:
        """Yield each fact that is another one than before, and what it was; dates that are told one by one are not."""
        before, after = change.before, change.after
        if before is None or after is None:
            return
        say = self.words.gettext
        was = self._all_facts(before, change.was_coming)
        becomes = self._all_facts(after, change.becomes_coming)
        told_by_date = {say("Next dates"), *([say("When")] if 0 < len(change.dates) <= MOST else [])}
        for label in {**was, **becomes}:
            if label not in told_by_date and was.get(label) != becomes.get(label):
                yield self._was_becomes(label, was.get(label, ""), becomes.get(label, ""))
        yield from others(before, after, self.words)

    def _all_facts(self, event: Event, coming: Sequence[Occurrence]) -> Facts:
        title = {self.words.gettext("Title"): name(event.title, self.words)}
        return title | facts(event, coming, self.words, self.today)

    def _was_becomes(self, label: str, before: str, after: str) -> str:
        say = self.words.gettext
        was, becomes = (as_text(one or say("nothing")) for one in (before, after))
        if len(before) + len(after) <= ONE_LINE and not before.endswith("."):
            return f"**{label}:** {say('was %(before)s, becomes %(after)s') % {'before': was, 'after': becomes}}"
        return f"**{label}:**\n  - {say('was: %(before)s') % {'before': was}}\n  - {say('becomes: %(after)s') % {'after': becomes}}"

    def _rather_cancel(self, change: EventChange) -> Iterator[str]:
        gone = sum(one.kind is DateKind.GONE for one in change.dates)
        if gone and not any(one.kind is DateKind.ADDED for one in change.dates):
            yield self.words.gettext(
                "Does a date not take place? Then cancel it, rather than leave it out: who follows the calendar sees it then."
            )
            yield ""

    def _removed(self, change: EventChange) -> Iterator[str]:
        say = self.words
        if not change.coming:
            yield say.gettext("There are no more dates to come, so nobody misses it. Its page goes too.")
            yield ""
            return
        count = say.ngettext("%(n)s date is still to come", "%(n)s dates are still to come", len(change.coming))
        dates = next_dates(change.coming, say, self.today)
        yield f"**{count % {'n': len(change.coming)}}:** {as_text(dates)}"
        yield ""
        yield say.gettext(
            "Who follows the calendar gets no word: it is just gone. Does it not take place? Then leave the file and "
            "write this line in it. Everybody sees then that it is off. Remove the file after the last date."
        )
        yield ""
        yield from fenced([say.gettext("status: cancelled")], "yaml")
        yield ""

    def _renamed(self, before: Event, after: Event) -> Iterator[str]:
        """Say what a new name of the file does, where the former one is not kept."""
        lines = []
        if before.id != after.id and before.id not in after.aliases:
            lines.append(f"aliases: [{before.id}]")
        # another site gives other UIDs to all: that is told of the region
        if before.uid != after.uid and not (before.id == after.id and after.uid.startswith(f"{after.id}@")):
            lines.append(f"uid: {line(before.uid)}")
        if lines:
            yield self.words.gettext(
                "The file has another name, so the page has another address, and who follows the calendar sees everything "
                "once more as new. Write this in the file to keep what was:"
            )
            yield ""
            yield from fenced(lines, "yaml")
            yield ""


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield f"**{heading}**"
        yield ""
        yield from (f"- {one}" for one in listed)
        yield ""
