from __future__ import annotations

from datetime import date

from streekagenda.model.schedule import PublicHolidays
from streekagenda.publications.editions.exceptions import exceptions
from tests.examples import event, rule, series, single


def test_the_days_that_a_series_leaves_out_are_named_by_its_key() -> None:
    happening = event(
        series(rule("WEEKLY", "2026-09-06", "SU"), key="weekly-su", exclusions=["2026-10-11"]),
        series(rule("WEEKLY", "2026-09-04", "FR"), key="weekly-fr", exclusions=[PublicHolidays(country="NL")]),
        series(rule("WEEKLY", "2026-09-04", "MO"), key="weekly-mo"),
        single("2026-12-25", key="kerst"),
    )
    assert exceptions(happening, date(2026, 9, 1), date(2026, 12, 31)) == {
        "weekly-su": (date(2026, 10, 11),),
        "weekly-fr": (date(2026, 12, 25),),
    }
