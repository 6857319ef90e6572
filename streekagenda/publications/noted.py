"""What was asked of a site while each of its files was made: for a build that makes only what may have become another."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from msgspec import Struct, field

from streekagenda.output import Kept, Output, Placed, ready
from streekagenda.publications.written import Written
from streekagenda.recurrence.asked import ALL, LISTED, TOLD, digest_of
from streekagenda.recurrence.questions import row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from streekagenda.output import Place
    from streekagenda.publications.written import Set
    from streekagenda.recurrence.asked import Asked, Question

    Questions = frozenset[Question]


_AT_HAND = 1_000
"""So many sets of questions are known again at once: files that are made one after the other ask the same."""
_SPARE = 1.25
"""So many sets are remembered for each that is needed."""


class Staying(NamedTuple):
    """What of a former site stays."""

    paths: Collection[str]
    """Of files that would be made as they are, wherever they are listed."""
    things: Collection[str]
    """Names of things of which that holds for all files: these need not be listed."""
    again: Collection[int] = ()
    """The numbers of the sets of questions behind those that do not."""


NOTHING_STAYS = Staying((), ())


class Noted(NamedTuple):
    """What came of one file."""

    placed: Placed
    questions: Questions | None
    """What was asked to list and to make it; ``None`` of one that stays, or is its former self but for words: it asks the same."""
    thing: str
    """The name of what it was listed for (:meth:`~streekagenda.recurrence.asked.Asked.each`), or nothing."""


class Heard(NamedTuple):
    """What listing a group told, by names of things."""

    met: Sequence[str]
    """Are there still, and stay as they are."""
    passed: Sequence[str]
    """Paths of files of other things that do so."""
    late: Sequence[str]
    """Of which nobody knows whether they stay: they asked something after their last file was listed."""


END = Output(path="", make=bytes)
"""Stands after the last file of a group."""


class Made(Struct):
    """The questions behind each file that was made, with those of a build before where it goes on with its numbers."""

    files: dict[str, int] = field(default_factory=dict)
    """The numbers of their sets, of those that were placed one by one."""
    sets: dict[Set, int] = field(default_factory=dict)
    """Those that are new, in the order of their own numbers; before them those that may be met again."""
    questions: dict[Question, int] = field(default_factory=dict)
    """The same of questions."""
    before: Written = field(default_factory=Written)
    left: dict[str, int] | None = None
    """Of the files before those that are not taken over; ``None`` while none are."""
    _met: tuple[int, int] = (0, 0)
    """So many sets and questions are not new."""
    _first: tuple[int, int] = (0, 0)
    """With the numbers of all sets, and of all questions, it goes on from these."""
    _recent: dict[tuple[str, Questions], int] = field(default_factory=dict)

    def add(self, path: str, questions: Questions, thing: str) -> None:
        """Take what was asked for a file."""
        number = self._recent.get((thing, questions))
        if number is None:
            if len(self._recent) >= _AT_HAND:
                self._recent.clear()
            number = self._recent[thing, questions] = self._number(thing, questions)
        self.files[path] = number

    @classmethod
    def after(cls, before: Written, again: Collection[int] = ()) -> Made:
        """Return one without files yet, that goes on with the numbers of another and can keep files of it.

        ``again`` are the numbers of sets whose files are made again: mostly the same is asked, which is not written twice.
        """
        sets = {before.set_of(one): one for one in again}
        asked = {number for _, *numbers in sets for number in cast("list[int]", numbers)}
        questions = {before.question(one): one for one in sorted(asked)}
        met, many = (len(sets), len(questions)), before.many
        first = (many[0] - met[0], many[1] - met[1])
        return cls(sets=sets, questions=questions, before=before, _met=met, _first=first)

    def take(self, one: Noted) -> None:
        """Take what was asked for a file; of one that stays what was asked when it was made."""
        path = one.placed.path
        if one.questions is not None:
            self.add(path, one.questions, one.thing)
        elif path in self.before.files:
            self.files[path] = self.before.files[path]

    def keep(self, things: AbstractSet[str], some: AbstractSet[str] = frozenset()) -> Kept:
        """Take all files of things, and some others, from the one that this comes after, beside those that were taken so before."""
        files, of = self.before.files, self.before.things
        left = files if self.left is None else self.left
        self.left = {path: number for path, number in left.items() if of[number] not in things and path not in some}
        return Kept(len(files) - len(self.left), self.left.keys())

    def forget(self, things: AbstractSet[str]) -> None:
        """Have nobody believe of things that all of their files stay."""
        written = self.written() if things else Written()
        for path, number in self.files.items() if things else ():
            if written.things[number] in things:
                _, *numbers = written.set_of(number)
                self.files[path] = self._number_of_set(("", *numbers))

    def needed(self) -> Made:
        """Return it without sets and questions that are behind no file any more, when in the build before these had become many."""
        used = self.before.used or frozenset(self.files.values())
        if self._first[0] + len(self.sets) <= len(used) * _SPARE:
            return self
        known, found = self.written(), Made()
        numbers = {}
        for one in sorted(known.used):
            thing, *asked = known.set_of(one)
            numbers[one] = found._number(str(thing), (known.question(int(number)) for number in asked))
        found.files.update({path: numbers[one] for path, one in known.files.items()})
        return found

    def written(self) -> Written:
        """Return it as it is kept."""
        new = islice(self.questions, self._met[1], None)
        rows = [row_of(one, self.questions.__getitem__) for one in new]
        before = self.before
        sets = [*before.sets, *islice(self.sets, self._met[0], None)]
        gone = (before.files if self.left is None else self.left).keys() - self.files.keys()
        files = {path: number for path, number in self.files.items() if before.files.get(path) != number}
        other = {**before.other, **dict.fromkeys(gone), **files}
        return Written(other=other, sets=sets, questions=[*before.questions, *rows], whole=before.whole)

    def _number(self, thing: str, questions: Iterable[Question]) -> int:
        return self._number_of_set((thing, *sorted([self._number_of(one) for one in questions])))

    def _number_of_set(self, one: Set) -> int:
        return self.sets.setdefault(one, self._first[0] + len(self.sets))

    def _number_of(self, question: Question) -> int:
        if question[0] == TOLD and question not in self.questions:
            *_, behind = question
            for one in cast("Questions", behind):
                self._number_of(one)
        return self.questions.setdefault(question, self._first[1] + len(self.questions))


def noted(asked: Asked, outputs: Callable[[], Iterator[Output]]) -> Iterator[Output]:
    """Yield the files of a group, and at last :data:`END`; what is asked to list them concerns each that follows.

    Unless it was asked for each of some things alone (:meth:`~streekagenda.recurrence.asked.Asked.each`).
    """
    with asked.alone():
        for one in outputs():
            asked.listed()
            yield one
    yield END


def list_again(
    asked: Asked, outputs: Callable[[], Iterator[Output]], staying: Collection[str]
) -> tuple[Callable[[], Iterator[Output]], list[Noted | Heard]]:
    """List what is left of a group, and return what gives the files that are to be made, and what came of those that stay."""
    here: list[Noted | Heard] = []
    again: list[tuple[Output, Questions, str]] = []
    for one in outputs():
        if one is END:
            here.append(_heard(asked))
        elif one.path in staying and not one.named_by_content:
            here.append(Noted(Placed(one.path, written=False), None, asked.thing))
        else:
            again.append((one, asked.until_now(), asked.thing))

    def found() -> Iterator[Output]:
        for output, questions, thing in again:
            with asked.alone():
                asked.note_all(questions)
                asked.thing = thing
                yield output

    return found, here


def listed(
    beginning: str, paths: AbstractSet[str], former: AbstractSet[str] = frozenset(), before: Iterable[Question] = ()
) -> Question:
    """Return the question which files there are whose paths begin so; who lists all of them is always made.

    Of ``former`` paths it is among those from ``before``, and the same while none that begins so came or went.
    """
    if not beginning:
        return ALL
    known = [one for one in before if one[:2] == (LISTED, beginning)]
    if len(known) == 1 and not any(path.startswith(beginning) for path in paths ^ former):
        return known[0]
    return (LISTED, beginning, digest_of(frozenset([path for path in paths if path.startswith(beginning)])))


def _heard(asked: Asked) -> Heard:
    found = Heard(tuple(asked.met), tuple(asked.passed), tuple(asked.late))
    asked.met.clear()
    asked.passed.clear()
    asked.late.clear()
    return found


class Noting:
    """Places files, and says what was asked to make each of them, and before, to list it."""

    def __init__(self, asked: Asked, place: Place, staying: Collection[str], stood: Collection[str]) -> None:
        self._asked, self._place, self._staying, self._stood = asked, place, staying, stood
        self._recent: dict[Questions, Questions] = {}

    def __call__(self, output: Output) -> Noted | Heard:
        """Place a file, and return what was asked; at the end what was heard while all of a group was listed."""
        asked = self._asked
        if output is END:
            return _heard(asked)
        thing = asked.thing
        stands = output.named_by_content and output.path in self._stood
        # what lists one that stays is noted, for it may be another thing now
        if output.path in self._staying and not stands:
            return Noted(self._place(output.staying()), None, thing)
        with asked.during():  # what it asks now tells where to look, and not what the file depends on
            renewed = output.renew()
        if renewed:
            return Noted(self._place(ready(output.path, renewed)), None, thing)
        with asked.during():
            placed = self._place(output.staying() if stands else output)
            questions = asked.until_now()
        if len(self._recent) >= _AT_HAND:
            self._recent.clear()
        return Noted(placed, self._recent.setdefault(questions, questions), thing)
