"""ical.js, through node: what Thunderbird and Nextcloud show."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streekagenda.conformance.dates import Date
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

_SCRIPT = Path(__file__).with_name("ical_js.mjs")


def _run(feeds: Sequence[bytes], *arguments: str) -> Any:
    """Ask the script about all feeds at once: starting node takes longer than reading one."""
    said = json.dumps([feed.decode("utf-8", "replace") for feed in feeds]).encode()
    run = subprocess.run([_node(), str(_SCRIPT), *arguments], input=said, capture_output=True, check=False)
    if run.returncode:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    return json.loads(run.stdout)


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        raise ImportError("node")
    return node


def _complaints(feeds: Sequence[bytes]) -> list[list[str]]:
    found: list[list[str]] = _run(feeds, "complaints")
    return found


def _dates(feeds: Sequence[bytes], first: date, last: date, zone: ZoneInfo) -> list[Date]:  # noqa: ARG001 -- the feed explains its zone
    found = _run(feeds, "dates", first.isoformat(), (last + timedelta(days=1)).isoformat())
    return sorted(Date(_local(begin), _local(end), title) for begin, end, title in found)


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=None)


try:
    _run((), "complaints")
except RuntimeError as error:
    raise ImportError(str(error)) from None

JUDGE = Judge(name="ical.js (Thunderbird, Nextcloud)", complaints=_complaints, dates=_dates)
