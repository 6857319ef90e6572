"""A running activity that nobody confirms is flagged after six months, and leaves the lists after twelve."""

from __future__ import annotations

from datetime import date

import pytest

from streekagenda.model.freshness import faded, unconfirmed
from tests import examples as ex

CASES = [
    # confirmed, unconfirmed, faded on 15 October 2026
    ("2026-10-01", False, False),
    ("2026-04-15", False, False),
    ("2026-04-14", True, False),
    ("2025-10-15", True, False),
    ("2025-10-14", True, True),
    (None, False, False),
]


@pytest.mark.parametrize(("confirmed", "flagged", "gone"), CASES)
def test_series_fades_by_months_since_it_was_confirmed(confirmed: str | None, flagged: bool, gone: bool) -> None:
    event = ex.event(ex.series(), history=ex.history(confirmed=confirmed))
    today = date(2026, 10, 15)
    assert (unconfirmed(event, today), faded(event, today)) == (flagged, gone)


def test_single_date_passes_by_itself() -> None:
    event = ex.event(ex.single("2026-12-01"), history=ex.history(confirmed="2020-01-01"))
    assert (unconfirmed(event, date(2026, 10, 15)), faded(event, date(2026, 10, 15))) == (False, False)
