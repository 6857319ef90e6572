"""How somebody is reached, found in an answer: telephone number, mail and web address; and how many people can come.

Only what is sure is taken: one number, one address of a sort, in a shape that nothing else has.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.cli.issues.unclear import NOWHERE
from streekagenda.diagnostics import Diagnostic
from streekagenda.recurrence.phrases import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.content.yaml_text import Value

_PHONE = re.compile(r"(?<![\w+.-])(?:0|\+31[ -]?)[1-9](?:[ -]?[0-9]){8}(?![\w-])")
"""Ten digits, or nine behind the number of the country: a Dutch number, which no date or amount looks like."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|(?<![\w@.-])www\.)[^\s,;<>()]*[^\s,;<>().?!:]", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:max(?:imaal|imum)?\.?|hoogstens|at most)\s+(?P<number>[1-9][0-9]{0,3})\s+"
    r"(?:personen|mensen|deelnemers|people|persons)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"(?:\s|[,;:/().&-]|\b(?:ja|via|bij|op|naar|of|en|bel|bellen|mail|mailen|tel|telefoon|e-mail|website|yes|or|and|at|by|call)\b)*",
    re.IGNORECASE,
)
"""What stands between ways to reach somebody and says no more than they do."""
_NO_AND_CALL = re.compile(
    r"(?:nee|no)[,.!]?\s*(?:(?:je kunt )?(?:gewoon|zo|vrij|gerust) binnenlopen|vrije inloop|just walk in)?[.!]\s*"
    r"(?:(?:vragen|meer weten|questions)\?\s*)(?:bel|mail|call)?\s*(?P<reached>\S.*?)[.!]?",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b[0-9]{1,2} [^\W\d_]+\b(?! *[0-9]{4})")


class Found(Struct, frozen=True, kw_only=True):
    """What an answer says, taken apart."""

    keys: dict[str, Value]
    before: str
    """What stands before the first of them."""
    more: bool
    """Whether the answer says more than that."""


def found_in(said: str) -> Found:
    """Take an answer of one line apart; of what stands in it twice neither is taken."""
    keys: dict[str, Value] = {}
    spans: list[tuple[int, int]] = []
    for key, shape in (("phone", _PHONE), ("email", _EMAIL), ("url", _URL), ("capacity", _MOST)):
        there = list(shape.finditer(said))
        if len(there) != 1:
            continue
        (one,) = there
        keys[key] = one["number"] if key == "capacity" else _address(one[0]) if key == "url" else one[0]
        spans.append(one.span())
    rest, start = [], 0
    for begin, end in sorted(spans):
        rest.append(said[start:begin])
        start = max(start, end)
    rest.append(said[start:])
    more = [one for one in rest if not _JOINTS.fullmatch(one)]
    before = rest[0] if not more or more == rest[:1] else ""
    return Found(keys=keys, before=before.strip(" ,;:-("), more=bool(more))


def reached_without_booking(said: str) -> dict[str, Value] | None:
    """Return whom to call about an activity into which one walks: "No, just walk in. Questions? Call …"."""
    whole = _NO_AND_CALL.fullmatch(said)
    found = found_in(whole["reached"]) if whole else None
    return found.keys if found and found.keys and not found.more and found.keys.keys() <= {"phone", "email"} else None


def without_year(said: str, today: date) -> Iterator[Diagnostic]:
    """Yield what is asked of days of which the year is not said."""
    for one in _DAY.finditer(said):
        day = read_date(one[0], NOWHERE, today=today)
        if isinstance(day, Diagnostic) and day.code.startswith("when-no-year"):
            yield day


def _address(said: str) -> str:
    return said if "://" in said else f"https://{said}"
