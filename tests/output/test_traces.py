"""Whatever is changed in a site, it stands otherwise; looked at by one process, or by two."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.output import Left, Whole, publish, stands, traces
from streekagenda.output.traces import Rows
from tests.output.sites import NEW, OLD, outputs


def edited(path: Path) -> None:
    """Other text of the same length, and the same time as before."""
    status = path.stat()
    path.write_bytes(path.read_bytes().swapcase())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    **{f"{name} taken away": (lambda site, name=name: (site / name).unlink()) for name in OLD},  # type: ignore[misc]
    **{f"{name} written over": (lambda site, name=name: edited(site / name)) for name in OLD},  # type: ignore[misc]
    "cut off": lambda site: os.truncate(site / "same.html", 3),
    "mode": lambda site: (site / "same.html").chmod(0o600),
    "mode of a folder": lambda site: (site / "agenda").chmod(0o700),
    "mode of the site": lambda site: site.chmod(0o700),
    "folder of folders taken away": lambda site: (site / "agenda").rename(site.parent / "elsewhere"),
    "file of others": lambda site: (site / "agenda/2026/note.txt").touch(),
    "file of others at the top": lambda site: (site / "note.txt").touch(),
    "folder of others": lambda site: (site / "agenda/2026/leeg").mkdir(),
    "folder of others at the top": lambda site: (site / "leeg").mkdir(),
    "link to another": lambda site: (site / "over").unlink() or (site / "over").symlink_to("plekken"),  # type: ignore[func-returns-value]
    "replaced by one that is the same": lambda site: (
        (site / "x").write_text("a file"),
        (site / "x").rename(site / "over"),
    ),
}


@pytest.fixture(params=["one process", "two processes"])
def _processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two processes":
        monkeypatch.setattr(traces, "_SHARED", 1)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.usefixtures("_processes")
def test_any_change_of_a_site_shows(change: str, tmp_path: Path) -> None:
    site, left = tmp_path / "site", list[Left]()
    publish(outputs(OLD), site, done=lambda _, found: left.append(found))
    trace, packed = left[0].trace()
    assert packed
    whole = Whole.unpacked(packed)
    assert stands(site, whole, trace)
    CHANGES[change](site)
    assert stands(site, whole, trace) is None


def test_what_is_packed_is_unpacked_and_damage_shows() -> None:
    row = bytes(range(48))
    whole = Whole(Rows(["a/b", "caf\udce9"], row * 2), (Rows(["a"], row), Rows([], b"")))
    assert Whole.unpacked(whole.packed()) == whole
    twins = Whole(whole.files, (Rows(["a"], row), Rows(["a"], row[::-1])))
    assert Whole.unpacked(twins.packed()) == twins
    for damaged in (b"", b"x" * 48, whole.packed()[:60]):
        with pytest.raises(ValueError, match=r"."):
            Whole.unpacked(damaged)


def test_rows_with_other_traces_stand_in_order() -> None:
    rows = Rows(["b", "d"], b"b" * 48 + b"d" * 48)
    other = {"a": b"A" * 48, "b": None, "c": None, "d": b"D" * 48, "e": b"E" * 48}
    found = rows.after({path: trace and trace.hex() for path, trace in other.items()})
    assert found == Rows(["a", "d", "e"], b"A" * 48 + b"D" * 48 + b"E" * 48)
    assert rows.after({}) == rows


def test_publication_tells_all_names_that_the_site_holds(tmp_path: Path) -> None:
    told: list[str] = []
    publish(outputs(OLD), tmp_path / "site")
    publish(outputs(NEW), tmp_path / "site", done=lambda _, left: told.extend(left.files))
    assert sorted(told) == sorted({*NEW, ".streekagenda"})
