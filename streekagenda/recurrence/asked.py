"""What was asked of a timeline while something was made of it: that alone can make it another thing when events change.

Nobody says what he depends on: the index notes what it is asked, and who reads all events or all dates depends on all of
them. So who forgets something here costs time, and no page is ever wrong.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import blake2b
from itertools import compress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

One = TypeVar("One")

Question = tuple[object, ...]
"""One of :data:`ALL`, ``(HELD, selection, first day, last day)``, ``(OF, id of an event)``, ``(TOLD, function, what it was
given, digest of what it said, questions behind that)``, ``(LISTED, beginning of paths, digest of the paths of files)``, or
``(IN_FEED, path of a calendar)``: what it holds, of which some may lie beyond all dates of the timeline. And
``(REMARKED, id of an event, text)``, which asks nothing: it keeps for the next build what was found out of the event."""
HELD, OF, TOLD, LISTED, IN_FEED, REMARKED = "held", "of", "told", "listed", "in feed", "remarked"
ALL: Question = ("all",)
"""Asked for more than a question can say."""
_SHORT = 15
"""Characters; a digest has more."""


class Asked:
    """Notes questions for who wants to know them; of one thread at a time."""

    def __init__(self) -> None:
        self._open: list[set[Question]] = []
        self.staying: Collection[str] = ()
        """Names of things that are not listed, since of these all files stay."""
        self.met: list[str] = []
        """Those of them that were come upon."""
        self.files: Collection[str] = ()
        """Paths of files that stay, of whatever they are listed for."""
        self.passed: list[str] = []
        """Those of them that were come upon, and not listed."""
        self.late: list[str] = []
        """Names of things of which something was asked after their last file was listed."""
        self.thing = ""
        """The name of what is listed now; nothing of what has none."""
        self._told = -1

    def note(self, question: Question) -> None:
        """Note a question for who listens."""
        if self._open:
            self._open[-1].add(question)

    def note_all(self, questions: Iterable[Question]) -> None:
        """Note questions that were asked before, when what is given now was found."""
        if self._open:
            self._open[-1].update(questions)

    @contextmanager
    def during(self) -> Iterator[set[Question]]:
        """Lend what is asked meanwhile; nobody else hears of it."""
        own: set[Question] = set()
        self._open.append(own)
        try:
            yield own
        finally:
            self._open.pop()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Note nothing meanwhile for what is being made: a process that was forked in the midst of that makes another thing."""
        others, self._open = self._open, []
        self.met, self.passed, self.late, self.thing = [], [], [], ""
        try:
            with self.during():
                yield
        finally:
            self._open = others

    def each(self, things: Callable[[], Iterable[One]], name: Callable[[One], str] | None = None) -> Iterator[One]:
        """Yield things, of which each is listed for itself: what is asked for one does not concern the next ones.

        Nor does it concern one of them which others there are: only for things that are all that their own paths and
        what is asked for them say. ``name`` gives the name of a thing, which no other one of the site has; those are
        left out that are known to stay.
        """
        if not self._open:
            yield from things()
            return
        with self.during():
            found = tuple(self.left(things(), name) if name else things())
        for one in found:
            with self.during() as own:
                self.thing, self._told = name(one) if name else "", -1
                yield one
                if name and 0 <= self._told < len(own):
                    self.late.append(name(one))
        self.thing = ""

    def left(self, things: Iterable[One], name: Callable[[One], str]) -> Iterable[One]:
        """Return things without those that are known to stay, by their names."""
        if not self.staying:
            return things
        found = list(things)
        names = list(map(name, found))
        stay = list(map(self.staying.__contains__, names))  # of a hundred thousand, each looked up once
        self.met += compress(names, stay)
        return [one for one, stays in zip(found, stay, strict=True) if not stays]

    def passes(self, path: str) -> bool:
        """Whether a file need not be listed, since it stays; it is taken note of."""
        stays = path in self.files
        if stays:
            self.passed.append(path)
        return stays

    def until_now(self) -> frozenset[Question]:
        """Return what was asked by all that is being done, and by what it is part of."""
        return frozenset().union(*self._open)

    def listed(self) -> None:
        """Take note that a file was listed: what was asked until now concerns it."""
        self._told = len(self._open[-1])


class Watched:
    """Stands for a value, and notes a question when certain things of it are read."""

    __slots__ = ("_asked", "_names", "_question", "_value")

    def __init__(self, value: object, asked: Asked, question: Callable[[], Question], names: frozenset[str]) -> None:
        self._value, self._asked, self._question, self._names = value, asked, question, names

    def __getattr__(self, name: str) -> object:
        if name in self._names:
            self._asked.note(self._question())
        return getattr(self._value, name)

    def __eq__(self, other: object) -> bool:
        """Whether the values are equal; who compares has read all of it."""
        self._asked.note(self._question())
        return self._value == (other._value if isinstance(other, Watched) else other)

    __hash__ = None  # type: ignore[assignment]


def digest_of(value: object) -> str:
    """Return a digest of texts, numbers, days, the model, tuples and sets of these; of what is short, that itself."""
    said = repr(sorted(value) if isinstance(value, frozenset) else value)  # sets have no order of their own
    return said if len(said) <= _SHORT else blake2b(said.encode(), digest_size=8).hexdigest()
