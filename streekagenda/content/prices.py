"""``price``: free, an amount in euro, or a text that says it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.model.details import Price

if TYPE_CHECKING:
    from streekagenda.content.declarations.fields import WrittenText
    from streekagenda.content.findings import Findings
    from streekagenda.content.texts import Languages
    from streekagenda.content.yaml_text import Path

_FREE = frozenset({"free", "gratis"})
_AMOUNT = re.compile(r"(?:€|eur)?\s*(?P<amount>-?\d{1,5}(?:[.,]\d{1,2})?)(?:,-)?\s*(?:euro|eur)?", re.IGNORECASE)


def price(written: WrittenText | None, languages: Languages, findings: Findings, path: Path) -> Price | None:
    """Return what it costs, or ``None`` when nothing is said about it."""
    if written is None:
        return None
    if isinstance(written, str):
        if written.casefold() in _FREE:
            return _of("0")
        found = _AMOUNT.fullmatch(written)
        if found:
            price = _of(found["amount"].replace(",", "."))
            if price.amount is not None and price.amount < 0:
                findings.add("negative-price", path, value=written)
            return price
    return Price(text=languages.text(written, findings, path))


@lru_cache(maxsize=1024)
def _of(amount: str) -> Price:
    """Return the price of an amount, for all that cost as much: thousands do."""
    return Price(amount=Decimal(amount))
