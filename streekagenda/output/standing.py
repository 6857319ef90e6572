"""How the site stands when something is raised: a note on the exception, for whoever has to say it."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum


class Standing(StrEnum):
    """How the site stands."""

    OLD = "as it was"
    PARTLY = "partly new"
    """File by file, where a folder cannot be exchanged: the next build goes on with it."""
    NEW = "new"


@contextmanager
def standing(how: Standing) -> Iterator[None]:
    """Have what is raised meanwhile say that the site stands so."""
    try:
        yield
    except BaseException as error:
        error.add_note(how)
        raise


def how_it_stands(error: BaseException) -> Standing:
    """Return how the site stands, by what was raised and what that was raised of, as Ctrl-C becomes another exception."""
    notes: set[str] = set()
    cause: BaseException | None = error
    while cause is not None:
        notes.update(getattr(cause, "__notes__", ()))
        cause = cause.__cause__ or cause.__context__
    return next((one for one in (Standing.NEW, Standing.PARTLY) if one in notes), Standing.OLD)
