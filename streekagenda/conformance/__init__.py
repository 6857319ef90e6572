"""What calendar programs make of our feeds: the ten rules, and every program that can be had, beside the dates we show.

The one home of independent judges: the tests ask them, and ``check --feeds`` does. A judge knows nothing of how a feed was
made, and we know nothing of how it reads.
"""

from __future__ import annotations

from streekagenda.conformance.compared import Fault, Verdict, judge
from streekagenda.conformance.dates import Date
from streekagenda.conformance.judges import judges

__all__ = ["Date", "Fault", "Verdict", "judge", "judges"]
