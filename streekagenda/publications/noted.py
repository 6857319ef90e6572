"""What was asked of a site while each of its files was made: for a build that makes only what may have become another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct, field

from streekagenda.recurrence.asked import ALL, LISTED, TOLD, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from streekagenda.output import Output, Place, Placed
    from streekagenda.recurrence.asked import Asked, Question

    Questions = frozenset[Question]


_AT_HAND = 1_000
"""So many sets of questions are known again at once: files that are made one after the other ask the same."""
_SPARE = 1.25
"""So many sets are remembered for each that is needed."""


class Made(Struct, frozen=True):
    """The questions behind each file that was made.

    There are four files for each set of questions, and four sets for each question: each is there once, by its number.
    """

    files: dict[str, int] = field(default_factory=dict)
    """The number of the set of questions behind a file, by its path."""
    sets: dict[tuple[int, ...], int] = field(default_factory=dict)
    """The sets, as the numbers of their questions in order, in the order of their own numbers."""
    questions: dict[Question, int] = field(default_factory=dict)
    """In the order of their numbers; those behind an answer come before the question that was answered so."""
    _former: Mapping[str, int] = field(default_factory=dict)
    """The files of the one that this comes after, with numbers that hold here."""
    _recent: dict[Questions, int] = field(default_factory=dict)

    def add(self, path: str, questions: Questions | None) -> None:
        """Take what was asked for a file; ``None`` for one that stays."""
        if questions is None:
            return
        number = self._recent.get(questions)
        if number is None:
            if len(self._recent) >= _AT_HAND:
                self._recent.clear()
            number = self._recent[questions] = self._number(questions)
        self.files[path] = number

    @classmethod
    def after(cls, other: Made) -> Made:
        """Return one without files yet, that goes on with the numbers of another and can keep files of it."""
        return cls(sets=dict(other.sets), questions=dict(other.questions), _former=other.files)

    def keep(self, paths: Iterable[str]) -> None:
        """Take files from the one that this comes after: those of these paths which are not there yet."""
        former = self._former
        self.files.update([(path, former[path]) for path in former.keys() & set(paths) - self.files.keys()])

    def needed(self) -> Made:
        """Return it without sets and questions that are behind no file any more, when these have become many."""
        used = set(self.files.values())
        if len(self.sets) <= len(used) * _SPARE:
            return self
        questions, sets, found = list(self.questions), list(self.sets), Made()
        numbers = {one: found._number(questions[asked] for asked in sets[one]) for one in sorted(used)}
        found.files.update({path: numbers[one] for path, one in self.files.items()})
        return found

    def _number(self, questions: Iterable[Question]) -> int:
        numbers = sorted([self._number_of(one) for one in questions])
        return self.sets.setdefault(tuple(numbers), len(self.sets))

    def _number_of(self, question: Question) -> int:
        if question[0] == TOLD and question not in self.questions:
            *_, behind = question
            for one in cast("Questions", behind):
                self._number_of(one)
        return self.questions.setdefault(question, len(self.questions))


def noted(asked: Asked, outputs: Callable[[], Iterator[Output]]) -> Iterator[Output]:
    """Yield the files of a group; what is asked to list them concerns each that follows.

    Unless it was asked for each of some things alone (:meth:`~streekagenda.recurrence.asked.Asked.each`).
    """
    with asked.during():
        yield from outputs()


def listed(beginning: str, paths: Iterable[str]) -> Question:
    """Return the question which files there are whose paths begin so; who lists all of them is always made."""
    if not beginning:
        return ALL
    return (LISTED, beginning, digest_of(frozenset(path for path in paths if path.startswith(beginning))))


class Noting:
    """Places files, and says what was asked to make each of them, and before, to list it."""

    def __init__(self, asked: Asked, place: Place, staying: Collection[str], stood: Collection[str]) -> None:
        self._asked, self._place, self._staying, self._stood = asked, place, staying, stood
        self._recent: dict[Questions, Questions] = {}

    def __call__(self, output: Output) -> tuple[Placed, Questions | None]:
        """Place a file, and return what was asked; ``None`` of one that stays, which is not made."""
        if output.path in self._staying:
            return self._place(output.staying()), None
        stands = output.named_by_content and output.path in self._stood
        with self._asked.during():
            placed = self._place(output.staying() if stands else output)
            questions = self._asked.until_now()
        if len(self._recent) >= _AT_HAND:
            self._recent.clear()
        return placed, self._recent.setdefault(questions, questions)
