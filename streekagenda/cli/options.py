"""Options that several commands share, and the edge at which the clock is read."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec.structs import replace

from streekagenda.builds import Settings, from_epoch
from streekagenda.cli.refusals import DEFAULT_LANGUAGE, LANGUAGES, Refused
from streekagenda.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")
EARLIEST_YEAR, LATEST_YEAR = 1969, 2100
"""Of a build: from the first that SOURCE_DATE_EPOCH knows, in any zone, to the last that content may name."""
FOLDER = click.Path(path_type=Path, file_okay=False)


class Moment(click.ParamType[datetime]):
    """An ISO 8601 date or date and time."""

    name = "iso-datetime"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment; without a zone it is in that of the region."""
        if isinstance(value, datetime):
            return value
        try:
            return _buildable(datetime.fromisoformat(str(value)))
        except ValueError:
            self.fail("write a moment such as 2026-10-01T12:00.", param, ctx)


def _buildable(moment: datetime) -> datetime:
    """Return a moment that leaves room for its archive and its horizon; raises ValueError for any other."""
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValueError
    return moment


class Day(click.ParamType[date]):
    """An ISO 8601 date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail("write a date such as 2026-10-01.", param, ctx)


DAY = Day()

content_option = click.option(
    "--content", type=FOLDER, default=Path("content"), show_default=True, help="Folder with the content."
)
layouts_option = click.option(
    "--layouts",
    type=FOLDER,
    default=Path("layouts"),
    show_default=True,
    help="Folder with templates, styles and translations.",
)
output_option = click.option(
    "--output", type=FOLDER, default=Path("site"), show_default=True, help="Folder to write the site to."
)
base_url_option = click.option("--base-url", help="Publish at this address instead of the region's own.")
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=DEFAULT_LANGUAGE,
    show_default=True,
    help="Language in which we answer.",
)
now_option = click.option(
    "--now", type=Moment(), help="Moment of the build [default: SOURCE_DATE_EPOCH, else the clock]."
)
no_cache_option = click.option("--no-cache", is_flag=True, help="Do not use what former runs have found.")


def moment_of_build(now: datetime | None) -> datetime:
    """Return the moment that was asked for, else SOURCE_DATE_EPOCH, else the clock."""
    if now is not None:
        return now
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return _buildable(from_epoch(int(epoch)))
        except (ValueError, OverflowError, OSError):
            raise Refused("SOURCE_DATE_EPOCH must be a number of seconds, not “%(value)s”.", value=epoch) from None
    return datetime.now(UTC)


def moment_of_files() -> int:
    """Return the moment that a file gets which is written now, in nanoseconds since the epoch; nothing shows it."""
    return time.time_ns()


def settings_of(
    *,
    content: Path,
    layouts: Path,
    now: datetime | None,
    output: Path = Path("site"),
    base_url: str | None = None,
    jobs: int = 1,
    strict: bool = False,
    drafts: bool = False,
) -> Settings:
    """Return the settings that options make; usage errors are said."""
    if not content.is_dir():
        raise Refused("There is no folder “%(folder)s” with content.", folder=content)
    return Settings(
        content=content,
        layouts=layouts,
        output=output,
        now=moment_of_build(now),
        base_url=None if base_url is None else _site_address(base_url),
        jobs=jobs,
        strict=strict,
        drafts=drafts,
    )


def _site_address(written: str) -> str:
    from streekagenda.formats.uris import web_address  # noqa: PLC0415 -- few commands are given one

    try:
        address = "" if {"?", "#", "@"} & {*written} else web_address(written)
    except ValueError:
        address = ""
    if not address:
        raise Refused(
            "“%(address)s” is no address of a site. Write one such as https://agenda.example.nl/.", address=written
        )
    return address.rstrip("/") + "/"


def remembering(settings: Settings, *, no_cache: bool = False) -> Settings:
    """Return settings with what former runs have found; when the command ends, what it found is kept for the next."""
    if no_cache:
        return settings
    store = open_store(settings.content, os.environ, moment_of_files())
    return replace(settings, store=click.get_current_context().with_resource(store))
