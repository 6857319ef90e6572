"""The script that other sites load: small, never changed once released, and the same as what one can read."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from streekagenda.publications import assets
from streekagenda.publications.editions import host_script
from tests.publications.html_sites import site

SMALL = 3_000
"""Bytes, as they are sent to who takes nothing compressed."""

RELEASED = {
    "embed-1.0.0.js": "sha384-G57IzNa5BAlIMwCaj4iQX5ff8LXXfD3b6vwRZIx+pHrAtyzvLn4ffUQm1300B9NO",
}
"""What stands in the snippets of other sites, for ever: a line is added for a new version, and none is ever changed."""

TERSER = Path("node_modules/terser/bin/terser")
WITHOUT_WHAT_PEOPLE_READ = ["--compress", "ecma=2020,passes=3", "--mangle", "--comments", "/^!/"]


def test_every_version_stays_as_it_was_released() -> None:
    assert {one.path: one.integrity for one in host_script.released(site())} == RELEASED


def test_the_newest_stands_at_an_address_without_a_number_too() -> None:
    whole = site()
    newest = host_script.newest(whole)
    published = list(assets.outputs(whole))
    assert newest.path == list(RELEASED)[-1]
    assert {one.path: one.content for one in published}["embed.js"] == newest.content
    assert {one.path: one.content for one in published}[newest.path] == newest.content


def test_versions_are_in_the_order_of_their_numbers() -> None:
    whole = site()
    others = tuple((f"embed-{number}.js", b"") for number in ("1.10.0", "1.9.0", "0.1.0"))
    known = type(whole)(
        timeline=whole.timeline,
        index=whole.index,
        addresses=whole.addresses,
        renderer=whole.renderer,
        words=whole.words,
        static=(*others, ("static/embed-2.0.0.js", b""), ("embed.css", b"")),
    )
    assert [one.path for one in host_script.released(known)] == ["embed-0.1.0.js", "embed-1.9.0.js", "embed-1.10.0.js"]


def test_every_version_is_small() -> None:
    assert {one.path: len(one.content) for one in host_script.released(site()) if len(one.content) >= SMALL} == {}


@pytest.mark.skipif(not TERSER.exists() and not os.environ.get("CI"), reason="not installed: terser; `make setup` does")
def test_the_newest_is_what_one_can_read_in_the_folder_of_static_files() -> None:
    made = subprocess.run(
        ["node", TERSER, "layouts/static/embed.js", *WITHOUT_WHAT_PEOPLE_READ], capture_output=True, check=True
    )
    assert made.stdout == host_script.newest(site()).content
