"""From what checks see to what people are told: how bad the region finds it, and what an author did on purpose."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.checks.checked import Checked
    from streekagenda.diagnostics import Diagnostic, Severity


class Check(Struct, frozen=True, kw_only=True):
    """A check, its name for ever, and how bad what it finds is where a region does not say otherwise."""

    code: str
    severity: Severity
    find: Callable[[Checked], Iterator[Finding]]
    most: int | None = None
    """Other files that one file is told of; of more, those that it meets first."""


class Judged(Struct, frozen=True, kw_only=True):
    """A finding, and how bad the region finds it."""

    code: str
    severity: Severity
    finding: Finding


class Placed(Struct, frozen=True, kw_only=True):
    """A finding that knows its place."""

    path: str
    """The file that the check names, whose author can accept it; the place may be in its translation."""
    diagnostic: Diagnostic


def seen(checked: Checked, checks: Iterable[Check]) -> Iterator[Judged]:
    """Run the checks that the region has not turned off, and yield all that they see."""
    levels = dict(checked.calendar.region.checks)
    for check in checks:
        severity = levels.get(check.code, check.severity)
        if severity is not None:
            yield from (Judged(code=check.code, severity=severity, finding=one) for one in check.find(checked))


def told(
    found: Sequence[Placed], accepted: Mapping[str, Collection[str]], most: Mapping[str, int]
) -> tuple[list[Placed], frozenset[tuple[str, str]]]:
    """Return what is to be told, and which acceptances were needed: by the path of a file and the code.

    ``accepted`` holds the codes that the author of a file did on purpose; what is about several files is accepted by
    any of them. ``most`` says of a code of how many other files one file is told.
    """
    left: list[Placed] = []
    needed: set[tuple[str, str]] = set()
    for one in _rationed(found, most):
        code = one.diagnostic.code
        by = {(path, code) for path in _files(one) if code in accepted.get(path, ())}
        needed |= by
        if not by:
            left.append(one)
    return left, frozenset(needed)


def unneeded(
    checked: Checked,
    checks: Iterable[Check],
    accepted: Mapping[str, Collection[str]],
    needed: Collection[tuple[str, str]],
    itself: Check,
) -> Iterator[Judged]:
    """Yield the acceptances of files asked about that nothing needed, under the code of a check for them ``itself``."""
    levels = dict(checked.calendar.region.checks)
    level = levels.get(itself.code, itself.severity)
    if level is None:
        return
    ran = {check.code for check in checks if levels.get(check.code, check.severity) is not None}
    for path, codes in accepted.items():
        for code in codes:
            if code in ran and (path, code) not in needed and checked.asked(path):
                finding = Finding(path=path, key=("accept", code), values={"check": code})
                yield Judged(code=itself.code, severity=level, finding=finding)


def _rationed(found: Sequence[Placed], most: Mapping[str, int]) -> Iterator[Placed]:
    yield from (one for one in found if one.diagnostic.code not in most)
    told: Counter[tuple[str, str]] = Counter()
    for one in sorted((one for one in found if one.diagnostic.code in most), key=_soonest):
        code = one.diagnostic.code
        of_each = [(code, path) for path in _files(one)]
        if max(told[of_file] for of_file in of_each) < most[code]:
            told.update(of_each)
            yield one


def _soonest(one: Placed) -> tuple[object, ...]:
    values = dict(one.diagnostic.values)
    return values["date"], values["hour"], values["minute"], _files(one)


def _files(one: Placed) -> tuple[str, ...]:
    return one.path, *one.diagnostic.others
