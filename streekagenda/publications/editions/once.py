"""What is the same in every language is found once for a site."""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.publications.site import Site

Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")


def once(find: Callable[Concatenate[Site, Arguments], Found]) -> Callable[Concatenate[Site, Arguments], Found]:
    """Make a function of a site, and of what can be hashed, remember what it found; the site keeps that."""

    def found(site: Site, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Found:
        key = (find, args, *kwargs.items())
        if key not in site.found:
            site.found[key] = find(site, *args, **kwargs)
        return cast("Found", site.found[key])

    return cast("Callable[Concatenate[Site, Arguments], Found]", update_wrapper(found, find))
