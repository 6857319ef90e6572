"""The names of checks, as a region and as authors write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from streekagenda.content.findings import Findings


def check_codes(key: str, codes: Iterable[str], known: Collection[str] | None, findings: Findings) -> None:
    """Say which of the codes under a key no check has, and which is probably meant; without ``known`` say nothing."""
    if known is None:
        return
    for code in codes:
        if code in known:
            continue
        near = nearest(code, known)
        if near:
            findings.add("unknown-check-near", (key, code), check=code, near=near, suggestion=near)
        else:
            findings.add("unknown-check", (key, code), check=code, known=", ".join(sorted(known)))
