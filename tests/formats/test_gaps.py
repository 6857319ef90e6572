"""A text that is rendered once and filled in many times."""

from __future__ import annotations

from streekagenda.formats.gaps import gap, pattern


def test_gaps_are_filled_by_their_names() -> None:
    text = pattern(f'<li data-day="{gap("day")}">100% {gap("next_day")}, {gap("day")}</li>')
    assert text % {"day": "2026-11-22", "next_day": "2026-11-23"} == (
        '<li data-day="2026-11-22">100% 2026-11-23, 2026-11-22</li>'
    )


def test_what_looks_like_a_gap_in_a_text_is_text() -> None:
    assert pattern(f"%(day)s %s {gap('day')}") % {"day": "vandaag"} == "%(day)s %s vandaag"
