"""From what checks see to what people are told: how bad the region finds it, and what an author did on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from streekagenda.checks.checked import Checked
    from streekagenda.diagnostics import Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A check, its name for ever, and how bad what it finds is where a region does not say otherwise."""

    code: str
    severity: Severity
    find: Callable[[Checked], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A finding that people are told."""

    code: str
    severity: Severity
    finding: Finding


Accepted = dict[str, dict[str, str]]
"""For the path of a file, the codes that its author accepts, each with the reason."""


def judged(
    checked: Checked, checks: Sequence[Check], accepted: Mapping[str, Collection[str]], unneeded: Check
) -> Iterator[Judged]:
    """Run checks, and yield what is to be told.

    ``accepted`` holds the codes that the author of a file did on purpose; what is about several files is accepted by
    any of them. An acceptance that nothing needed is told with the code of ``unneeded``; not while some
    files have mistakes, for what it is about may be in those.
    """
    levels = dict(checked.calendar.region.checks)
    needed: set[tuple[str, str]] = set()
    ran: set[str] = set()
    for check in checks:
        severity = levels.get(check.code, check.severity)
        if severity is None:
            continue
        ran.add(check.code)
        for finding in check.find(checked):
            by = {
                (path, check.code) for path in (finding.path, *finding.others) if check.code in accepted.get(path, ())
            }
            needed |= by
            if not by:
                yield Judged(code=check.code, severity=severity, finding=finding)
    level = levels.get(unneeded.code, unneeded.severity)
    if level is None or not checked.whole:
        return
    for path, codes in accepted.items():
        for code in codes:
            if code in ran and (path, code) not in needed and checked.asked(path):
                finding = Finding(path=path, key=("accept", code), values={"check": code})
                yield Judged(code=unneeded.code, severity=level, finding=finding)
