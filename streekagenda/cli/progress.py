"""Shows on a terminal that work goes on; silent elsewhere."""

from __future__ import annotations

import sys
import time

import click


class Progress:
    """Counts on stderr while work goes on, and leaves nothing behind."""

    INTERVAL = 0.1
    """Seconds between two prints."""

    def __init__(self, label: str) -> None:
        """Show ``label`` before the count."""
        self.label = label
        self.shown = sys.stderr.isatty()
        self.last = 0.0

    def __enter__(self) -> Progress:
        """Begin, with the label alone."""
        self._print(f"{self.label} …")
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        self._print("")

    def update(self, count: int, of: int | None = None, label: str | None = None) -> None:
        """Show how many are done, ``of`` how many where that is known, at most ten times a second."""
        if self.shown and time.monotonic() - self.last > self.INTERVAL:
            self.last = time.monotonic()
            self._print(f"{label or self.label}: {count}" + (f"/{of}" if of is not None else ""))

    def _print(self, text: str) -> None:
        if self.shown:
            click.echo(f"\r\x1b[2K{text}", nl=False, err=True)
