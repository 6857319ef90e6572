"""Whether links still lead somewhere: the only checks that use the internet, and only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from streekagenda.checks.judging import Check
from streekagenda.checks.online.addresses import findings_of
from streekagenda.checks.online.answer import Answer
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.finding import Finding

Ask = Callable[[Sequence[str]], Mapping[str, Answer]]
"""Asks web addresses, and says what became of each; see :class:`streekagenda.checks.online.asking.Asker`."""


def link_checks(ask: Ask) -> tuple[Check, ...]:
    """Return the checks of links; they share one round of questions."""
    asked: dict[str, Answer] = {}

    def find(wanted: Answer, checked: Checked) -> Iterator[Finding]:
        links = findings_of(checked)
        asked.update(ask(sorted(links.keys() - asked.keys())))
        for address, findings in links.items():
            if asked[address] is wanted:
                yield from findings

    return (
        Check(code="link-gone", severity=Severity.WARNING, find=partial(find, Answer.GONE)),
        Check(code="link-silent", severity=Severity.WARNING, find=partial(find, Answer.SILENT)),
    )
