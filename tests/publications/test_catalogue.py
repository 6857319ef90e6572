"""Looking at a site page by page shows what a build would write, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from streekagenda import preparing, publications
from streekagenda.builds import Settings
from streekagenda.output import Output, ready
from streekagenda.publications.catalogue import Catalogue, Group, Listing
from streekagenda.publications.site import Site
from tests.content_files import EVENT, GOOD, written
from tests.test_unchanged import LAYOUTS, NOON


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    content = tmp_path_factory.mktemp("region") / "content"
    written(
        content,
        GOOD | {"events/de-kern/koffie.md": EVENT.replace("titel: Koffie", "titel: Koffie\naliases: [de-kern/thee]")},
    )
    made = preparing.prepare(Settings(content=content, layouts=LAYOUTS, output=Path("never"), now=NOON)).site
    assert made
    return made


@pytest.fixture(scope="module")
def built(site: Site) -> dict[str, bytes]:
    found = [(one.path, one.content) for one in publications.outputs(site)]
    assert len(dict(found)) == len(found) > 100
    return dict(found)


def test_every_group_says_with_what_its_paths_begin(site: Site, built: dict[str, bytes]) -> None:
    beside = [
        (group.name, one.path)
        for group in publications.groups(site)
        for one in group.outputs()
        if not one.path.startswith(group.below)
    ]
    assert (beside, len(site.words)) == ([], 2)


def test_page_of_an_event_is_found_without_listing_any_other(site: Site, built: dict[str, bytes]) -> None:
    shown = publications.catalogue(site)
    path = "activiteiten/de-kern/koffie/index.html"
    assert shown.read(path) == built[path]
    assert set(shown._found) == {path}


def test_home_page_is_found_without_listing_what_there_are_many_of(site: Site, built: dict[str, bytes]) -> None:
    shown = publications.catalogue(site)
    assert shown.read("index.html") == built["index.html"]
    assert set(shown._found) == {"index.html"}


@pytest.mark.parametrize("backwards", [False, True])
def test_every_file_of_a_build_is_there_with_the_same_bytes_in_whatever_order(
    backwards: bool, site: Site, built: dict[str, bytes]
) -> None:
    shown = publications.catalogue(site)
    assert [path for path in sorted(built, reverse=backwards) if shown.read(path) != built[path]] == []


@pytest.mark.parametrize(
    "first", ["sitemap.xml", "_headers", "abonneren/index.html", "feeds/index.json", "404.html", "embed.js"]
)
def test_file_that_is_asked_for_first_is_as_it_was_built(first: str, site: Site, built: dict[str, bytes]) -> None:
    assert publications.catalogue(site).read(first) == built.get(first)


def test_nothing_else_is_there(site: Site, built: dict[str, bytes]) -> None:
    shown = publications.catalogue(site)
    others = (
        "",
        "index.htm",
        "feeds",
        "feeds/",
        "feeds/none.ics",
        "../content/region.yaml",
        "static/../index.html",
        "/index.html",
    )
    assert [path for path in others if path in shown or shown.read(path) is not None] == []
    assert [path for path in built if path not in shown] == []
    assert set(shown._found) == set(built)


def test_fifty_who_ask_at_once_get_whole_files(site: Site, built: dict[str, bytes]) -> None:
    shown = publications.catalogue(site)
    asked = sorted(built)[::3] * 2
    with ThreadPoolExecutor(50) as threads:
        assert list(threads.map(shown.read, asked)) == [built[path] for path in asked]


def test_what_could_not_be_made_costs_no_other_file_and_is_tried_again() -> None:
    failing = True

    def fails() -> None:
        if failing:
            raise ValueError("broken")

    def listed() -> Iterator[Output]:
        yield ready("a/one", b"1")
        fails()
        yield ready("a/two", b"2")

    def made() -> bytes:
        fails()
        return b"3"

    shown = Catalogue(
        [
            Group(name="a", below=("a/",), outputs=listed),
            Group(name="b", below=("",), outputs=lambda: iter([Output(path="b", make=made), ready("c", b"4")])),
        ],
        [
            Listing(
                below=("list",), of="", outputs=lambda paths: iter([ready("list", " ".join(sorted(paths)).encode())])
            )
        ],
    )
    for path in ("a/two", "b", "list", "a/two"):
        with pytest.raises(ValueError, match="broken"):
            shown.read(path)
    assert shown.read("c") == b"4"
    failing = False
    assert [shown.read(path) for path in ("list", "a/one", "a/two", "b")] == [b"a/one a/two b c", b"1", b"2", b"3"]
