"""Stage 4: what is valid, but unwise. A check is a small pure function from all that is valid to what it finds.

To add one: write the function, add it to :data:`CHECKS`, and its words to ``layouts/translations/*/checks.po``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from streekagenda.checks import judging
from streekagenda.checks.judging import Check
from streekagenda.checks.online import link_checks
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.finding import Finding
    from streekagenda.checks.judging import Judged, Placed
    from streekagenda.checks.online import Ask


def _in(module: str, name: str) -> Callable[[Checked], Iterator[Finding]]:
    """Return a check of a module, which is imported when it runs: a build needs the codes alone."""

    def find(checked: Checked) -> Iterator[Finding]:
        found: Iterator[Finding] = getattr(import_module(f"{__name__}.{module}"), name)(checked)
        return found

    return find


CHECKS = (
    Check(code="on-holiday", severity=Severity.WARNING, find=_in("public_holidays", "going_on")),
    Check(code="no-price", severity=Severity.ADVICE, find=_in("facts", "price")),
    Check(code="no-way-to-sign-up", severity=Severity.WARNING, find=_in("facts", "way_to_sign_up")),
    Check(code="sign-up-in-text", severity=Severity.ADVICE, find=_in("facts", "sign_up_in_text")),
    Check(code="no-phone", severity=Severity.ADVICE, find=_in("facts", "phone")),
    Check(code="no-facilities", severity=Severity.ADVICE, find=_in("facts", "accessibility")),
    Check(code="picture-unsaid", severity=Severity.WARNING, find=_in("descriptions", "pictures")),
    Check(code="picture-silent", severity=Severity.WARNING, find=_in("descriptions", "without_words")),
    Check(code="link-unsaid", severity=Severity.WARNING, find=_in("descriptions", "links")),
    Check(code="unconfirmed", severity=Severity.ADVICE, find=_in("lasting", "unconfirmed")),
    Check(code="faded", severity=Severity.WARNING, find=_in("lasting", "faded")),
    Check(code="ends-soon", severity=Severity.ADVICE, find=_in("lasting", "ends_soon")),
    Check(code="outside-campaign", severity=Severity.WARNING, find=_in("campaigns", "events_outside")),
    Check(code="empty-campaign", severity=Severity.ADVICE, find=_in("campaigns", "without_events")),
    Check(code="unused-place", severity=Severity.ADVICE, find=_in("unused", "places")),
    Check(code="area-without-code", severity=Severity.ADVICE, find=_in("areas", "without_code")),
    Check(code="mobile-number", severity=Severity.ERROR, find=_in("privacy", "mobiles")),
    Check(code="personal-mailbox", severity=Severity.ERROR, find=_in("privacy", "mailboxes")),
    Check(code="person-as-contact", severity=Severity.ERROR, find=_in("privacy", "persons")),
    Check(code="citizen-number", severity=Severity.ERROR, find=_in("privacy", "of_citizens")),
    Check(code="personal-details", severity=Severity.ADVICE, find=_in("privacy", "elsewhere")),
    Check(code="sign-up-too-late", severity=Severity.WARNING, find=_in("sign_up_days", "too_late")),
    Check(code="sign-up-over", severity=Severity.WARNING, find=_in("sign_up_days", "over_from_the_start")),
    Check(code="duplicate", severity=Severity.WARNING, find=_in("duplicates", "same_activity")),
    Check(code="room-taken", severity=Severity.WARNING, find=_in("clashes", "room_taken")),
    Check(code="same-audience", severity=Severity.ADVICE, find=_in("clashes", "same_audience"), most=2),
    Check(code="wording", severity=Severity.WARNING, find=_in("wording", "hurtful")),
    Check(code="friendlier-words", severity=Severity.ADVICE, find=_in("wording", "unfriendly")),
    Check(code="regional-words", severity=Severity.ADVICE, find=_in("wording", "of_the_region")),
    Check(code="difficult-word", severity=Severity.ADVICE, find=_in("plain_language", "difficult_words")),
    Check(code="long-sentence", severity=Severity.ADVICE, find=_in("plain_language", "long_sentences")),
    Check(code="unknown-abbreviation", severity=Severity.ADVICE, find=_in("plain_language", "unknown_abbreviations")),
    Check(code="relative-date", severity=Severity.ADVICE, find=_in("relative_dates", "relative_dates")),
)
"""Every check, in the order in which they run."""


def _none(_: Checked) -> Iterator[Finding]:
    return iter(())


UNNEEDED = Check(code="accept-unneeded", severity=Severity.ADVICE, find=_none)
"""Not a check of the calendar: said of an acceptance that nothing needs."""
CODES = frozenset(check.code for check in (*CHECKS, *link_checks(lambda _: {}), UNNEEDED))
"""What a region can give a severity, and an author accept."""


OF_A_WHOLE = frozenset({"empty-campaign", "unused-place", UNNEEDED.code})
"""What is not told while any file has a mistake: that one may well name what nothing else names."""
_MOST = {check.code: check.most for check in CHECKS if check.most is not None}


def seen(checked: Checked, ask: Ask | None = None) -> Iterator[Judged]:
    """Run every check that the region has not turned off.

    With ``ask``, such as an :class:`~streekagenda.checks.online.asking.Asker`, links are asked too.
    """
    return judging.seen(checked, _all(ask))


def told(
    found: Sequence[Placed], accepted: Mapping[str, Collection[str]]
) -> tuple[list[Placed], frozenset[tuple[str, str]]]:
    """Return what is to be told of what was :func:`seen`, and the acceptances that it needed.

    ``accepted`` is what authors did on purpose, by path.
    """
    return judging.told(found, accepted, _MOST)


def unneeded(
    checked: Checked,
    accepted: Mapping[str, Collection[str]],
    needed: Collection[tuple[str, str]],
    ask: Ask | None = None,
) -> Iterator[Judged]:
    """Yield the acceptances that nothing needed."""
    return judging.unneeded(checked, _all(ask), accepted, needed, UNNEEDED)


def _all(ask: Ask | None) -> tuple[Check, ...]:
    return (*CHECKS, *(link_checks(ask) if ask else ()))
