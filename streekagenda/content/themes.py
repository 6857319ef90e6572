"""The house style of a region: a colour that cannot be read is refused, with the nearest one that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.media import LOGOS
from streekagenda.formats import design_tokens, house_styles
from streekagenda.model.region import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.content.declarations.files import WrittenTheme
    from streekagenda.content.findings import Findings
    from streekagenda.content.media import Media
    from streekagenda.content.yaml_text import Path


def theme(written: WrittenTheme | None, media: Media, findings: Findings) -> Theme:
    """Return the theme; what is no colour, or cannot be read, goes to ``findings``."""
    if written is None:
        return Theme()
    tokens = _tokens(written.tokens, media, findings) if written.tokens else ()
    background = _colour(
        written.background, findings, ("theme", "background"), design_tokens.nearest_background, "unreadable-background"
    )
    base = house_styles.light(Theme(background=background, tokens=tokens))
    return Theme(
        primary=_colour(written.primary, findings, ("theme", "primary"), lambda one: _action(base, one)),
        background=background,
        tokens=tokens,
        logo=media.check(written.logo, LOGOS, findings, ("theme", "logo")) if written.logo else None,
    )


def accent(written: str | None, of_region: Theme, findings: Findings) -> str | None:
    """Return the colour of a campaign; one that cannot be read on the pages of the region goes to ``findings``."""
    base = house_styles.light(of_region)
    return _colour(written, findings, ("colour",), lambda one: design_tokens.nearest_accent(base, one))


def _action(base: design_tokens.Tokens, colour: str) -> str:
    return design_tokens.nearest_action(base, colour)


def _colour(
    colour: str | None,
    findings: Findings,
    path: Path,
    nearest: Callable[[str], str],
    code: str = "unreadable-colour",
) -> str | None:
    """Return a colour, or the nearest that can be read, after saying so: what else is proposed fits it."""
    if colour is None:
        return None
    near = nearest(colour)
    if near != colour:
        findings.add(code, path, suggestion=near, value=colour, near=near)
    return near


def _tokens(file: str, media: Media, findings: Findings) -> tuple[tuple[str, str], ...]:
    """Return the tokens of a house style, after saying which are not understood, and which cannot be read."""
    path = ("theme", "tokens")
    css = media.text(file, "css", findings, path)
    if css is None:
        return ()
    from streekagenda.formats.token_files import read_tokens  # noqa: PLC0415 -- a reader of style sheets, which few regions need

    tokens, strange = read_tokens(css)
    if not tokens and not strange:
        findings.add("no-tokens", path, file=file)
    for name, value in strange.items():
        findings.add("bad-token", path, file=file, name=f"--basis-{name}", value=value)
    colours = {**design_tokens.LIGHT, **{name: one for name, one in tokens.items() if name in design_tokens.LIGHT}}
    for name, background, near in design_tokens.mended(colours):
        findings.add(
            "unreadable-token", path, file=file, name=f"--basis-{name}", value=colours[name],
            background=f"--basis-{background}", near=near,
        )  # fmt: skip
    return tuple(sorted(tokens.items()))
