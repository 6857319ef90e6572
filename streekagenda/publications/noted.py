"""What was asked of a site while each of its files was made: for a build that makes only what may have become another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from streekagenda.recurrence.asked import ALL, LISTED, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from streekagenda.output import Output, Place, Placed
    from streekagenda.recurrence.asked import Asked, Question

    Questions = frozenset[Question]


@dataclass(frozen=True, slots=True)
class Made:
    """The questions behind each file that was made, by its path."""

    questions: dict[str, Questions] = field(default_factory=dict)
    _alike: dict[Questions, Questions] = field(default_factory=dict)

    def add(self, path: str, questions: Questions | None) -> None:
        """Take what was asked for a file; ``None`` for one that stays."""
        if questions is not None:
            self.questions[path] = self._alike.setdefault(questions, questions)


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

    def __init__(self, asked: Asked, place: Place, staying: Collection[str]) -> None:
        self._asked, self._place, self._staying = asked, place, staying
        self._alike: dict[Questions, Questions] = {}

    def __call__(self, output: Output) -> tuple[Placed, Questions | None]:
        """Place a file, and return what was asked; ``None`` of one that stays, which is not made."""
        if output.path in self._staying:
            return self._place(replace(output, stays=True)), None
        with self._asked.during():
            placed = self._place(output)
            questions = self._asked.until_now()
        return placed, self._alike.setdefault(questions, questions)
