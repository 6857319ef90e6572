"""Values of our own types, made up by hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

Kind = TypeVar("Kind")


def made(kind: Callable[..., Kind], **said: SearchStrategy[object]) -> SearchStrategy[Kind]:
    """Values of a Struct: ``builds`` of hypothesis asks for the types of its fields, which are there for mypy alone."""
    return st.fixed_dictionaries(said).map(lambda chosen: kind(**chosen))
