"""Stage 4: what is valid, but unwise. A check is a small pure function from all that is valid to what it finds.

To add one: write the function, add it to :data:`CHECKS`, and its words to ``layouts/translations/*/checks.po``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks import plain_language, relative_dates, unused, wording
from streekagenda.checks.judging import Check, Judged, judged
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.finding import Finding

CHECKS = (
    Check(code="unused-place", severity=Severity.ADVICE, find=unused.places),
    Check(code="empty-campaign", severity=Severity.ADVICE, find=unused.campaigns),
    Check(code="wording", severity=Severity.WARNING, find=wording.hurtful),
    Check(code="friendlier-words", severity=Severity.ADVICE, find=wording.unfriendly),
    Check(code="regional-words", severity=Severity.ADVICE, find=wording.of_the_region),
    Check(code="difficult-word", severity=Severity.ADVICE, find=plain_language.difficult_words),
    Check(code="long-sentence", severity=Severity.ADVICE, find=plain_language.long_sentences),
    Check(code="unknown-abbreviation", severity=Severity.ADVICE, find=plain_language.unknown_abbreviations),
    Check(code="relative-date", severity=Severity.ADVICE, find=relative_dates.relative_dates),
)
"""Every check, in the order in which they run."""


def _none(_: Checked) -> Iterator[Finding]:
    return iter(())


UNNEEDED = Check(code="accept-unneeded", severity=Severity.ADVICE, find=_none)
"""Not a check of the calendar: said of an acceptance that nothing needs."""
CODES = frozenset(check.code for check in (*CHECKS, UNNEEDED))
"""What a region can give a severity, and an author accept."""


def findings(checked: Checked, accepted: Mapping[str, Collection[str]]) -> Iterator[Judged]:
    """Run every check that the region has not turned off; ``accepted`` is what authors did on purpose, by path."""
    return judged(checked, CHECKS, accepted, UNNEEDED)
