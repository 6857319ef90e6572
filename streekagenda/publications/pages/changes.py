"""What became different in the last week: new, moved, full or called off, by day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.recent import recent_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the page of what became different."""
    yield edition.later(edition.path("changes"), _changes)


def _changes(edition: Edition) -> Output:
    say, addresses = edition.words.gettext, edition.addresses
    head = Head(
        title=say("New and changed"),
        where=partial(addresses.page, "changes"),
        description=say("What is new, moved, full or called off this week."),
        atom=addresses.changes_feed("atom"),
    )
    return edition.page("changes.html", head, **recent_contents(edition, edition.path("changes")))
