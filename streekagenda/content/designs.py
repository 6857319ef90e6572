"""What region.yaml asks of the layouts that they do not have: words of a language, a drawing, a key of the theme.

The site can do without, so each is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.nearest import nearest, slip
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from streekagenda.content.declarations.files import RegionFile
    from streekagenda.content.findings import Findings


class Design(Struct, frozen=True, kw_only=True):
    """What the layouts have."""

    languages: frozenset[str]
    """Languages that have words, as folders in ``translations/``."""
    icons: frozenset[str]
    """Names of drawings, in ``icons.svg``."""


def check_design(written: RegionFile, design: Design | None, findings: Findings) -> None:
    """Say what the layouts do not have."""
    _check_theme(written, findings)
    if design is None:
        return
    known = ", ".join(sorted(design.languages))
    for index, language in enumerate(written.languages):
        if language not in design.languages:
            findings.add(
                "language-without-words",
                ("languages", index),
                severity=Severity.WARNING,
                language=language,
                known=known,
            )
    for key, terms in (
        ("topics", written.topics),
        ("audiences", written.audiences),
        ("facilities", written.facilities),
    ):
        for index, term in enumerate(terms):
            if term.icon is not None and term.icon not in design.icons:
                near = nearest(term.icon, design.icons)
                findings.add(
                    "unknown-icon-near" if near else "unknown-icon",
                    (key, index, "icon"),
                    severity=Severity.WARNING,
                    suggestion=near,
                    certain=near is not None and slip(term.icon, near, design.icons),
                    value=term.icon,
                    near=near or "",
                    known=", ".join(sorted(design.icons)),
                )


def _check_theme(written: RegionFile, findings: Findings) -> None:
    known = type(written.theme).model_fields if written.theme else {}
    for key in (written.theme.model_extra or {}) if written.theme else {}:
        near = nearest(key, known)
        findings.add(
            "unknown-key-near" if near else "unknown-key",
            ("theme", key),
            at_key=True,
            severity=Severity.WARNING,
            suggestion=near,
            certain=near is not None and slip(key, near, known),
            key=key,
            near=near or "",
            known=", ".join(known),
            dutch=", ".join(known),
        )
