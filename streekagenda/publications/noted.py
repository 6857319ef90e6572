"""What was asked of a site while each of its files was made: for a build that makes only what may have become another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from streekagenda.output import ready

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator

    from streekagenda.output import Output
    from streekagenda.recurrence.asked import Asked, Question

    Questions = frozenset[Question]


@dataclass(frozen=True, slots=True)
class Made:
    """The questions behind each file that was made, by its path."""

    questions: dict[str, Questions] = field(default_factory=dict)

    def add(self, told: object) -> None:
        """Take what one group of files tells when it is made."""
        self.questions.update(cast("dict[str, Questions]", told))


def noted(
    asked: Asked, outputs: Callable[[], Iterator[Output]], staying: Collection[str]
) -> Generator[Output, None, dict[str, Questions]]:
    """Make a group of files, but for those that stay; return the questions behind each of them.

    These are all that was asked while it was made, and before, since the first of its group was listed, unless for each of
    some things alone (:meth:`~streekagenda.recurrence.asked.Asked.each`).
    """
    found: dict[str, Questions] = {}
    alike: dict[Questions, Questions] = {}
    with asked.during():
        for output in outputs():
            if output.path in staying:
                yield replace(output, stays=True)
                continue
            with asked.during():
                content = output.make()
                questions = asked.until_now()
            found[output.path] = alike.setdefault(questions, questions)
            yield ready(output.path, content)
    return found
