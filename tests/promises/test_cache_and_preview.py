"""Promises 45 to 50: what is kept between runs, files that change meanwhile, and the preview."""

import http.client
import os
import re
import shutil
import socket
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda import pipeline, preparing
from streekagenda.serving.reload import Channel
from streekagenda.serving.server import serving
from streekagenda.serving.watching import differences, scan
from streekagenda.store import open_store
from tests.promises.region import FROM_STRANGERS, GOOD, LAYOUTS, NOW, Site, build, event, photo, saved, written
from tests.serving.sites import shown


def settings(content: Path, output: Path) -> pipeline.Settings:
    return pipeline.Settings(content=content, layouts=LAYOUTS, output=output, now=datetime.fromisoformat(NOW))


def warm(content: Path, output: Path, cache: Path) -> pipeline.Built:
    with open_store(content, {"XDG_CACHE_HOME": str(cache)}) as store:
        return pipeline.build(replace(settings(content, output), store=store))


def bytes_in(folder: Path) -> Mapping[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_promise_45_the_cache_can_only_save_time(tmp_path: Path) -> None:
    content = written(tmp_path / "content", {**GOOD, **FROM_STRANGERS})
    clean = pipeline.check(settings(content, tmp_path / "site"))
    for damage in (0, 1, 2):
        with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
            assert pipeline.check(replace(settings(content, tmp_path / "site"), store=store)) == clean, damage
        for file in (file for file in (tmp_path / "cache").rglob("*") if file.is_file()):
            held = bytearray(file.read_bytes().replace(b"10", b"11").replace(b"2026", b"2027"))  # another day and hour
            held[200::997] = bytes(len(held[200::997])) if damage else held[200::997]
            file.write_bytes(held)
    wanted = re.compile(r"(?m)^\s*(?:import|from) (?:pickle|marshal|shelve|dill)\b")
    program = Path(pipeline.__file__).parent
    found = sorted(file.name for file in program.rglob("*.py") if wanted.search(file.read_text("utf-8")))
    # the first is no cache: it stands beside Python's own compiled modules (decision 48); the second names data only (49);
    # in the third a copy of this process says through a nameless pipe what it made: nobody else can write there
    assert found == ["compiled_templates.py", "packed.py", "spread.py"]


def test_promise_46_edits_one_by_one_equal_a_clean_build(tmp_path: Path) -> None:
    content = written(tmp_path / "content", {**GOOD, **FROM_STRANGERS})
    koffie = content / "events/de-kern/koffie.md"
    warm(content, tmp_path / "warm", tmp_path / "cache")
    before = koffie.stat()
    koffie.write_text(koffie.read_text("utf-8").replace("10.00", "10.30"), encoding="utf-8")
    os.utime(koffie, ns=(before.st_atime_ns, before.st_mtime_ns))  # an edit of the same size and moment
    (content / "events/de-kern/waarde-0.md").rename(content / "events/de-kern/waarde-9.md")
    (content / "events/de-kern/kwaad.md").unlink()
    warm(content, tmp_path / "warm", tmp_path / "cache")
    pipeline.build(settings(content, tmp_path / "clean"))
    assert bytes_in(tmp_path / "warm") == bytes_in(tmp_path / "clean")


def test_promise_47_what_did_not_change_keeps_its_mtime(site: Site, tmp_path: Path) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    before = {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in folder.rglob("*")}
    assert build(site.content, folder) == 1
    assert {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in folder.rglob("*")} == before


def test_promise_48_a_file_that_is_edited_during_a_build_is_either_version_and_never_a_mix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written(tmp_path / "content", GOOD)
    validate = preparing.believed_of

    def edited_behind(*given: object, **named: object) -> object:
        found = validate(*given, **named)  # type: ignore[arg-type]
        green = saved("JPEG").replace(photo()[-40:], b"")
        written(content, {"events/de-kern/koffie.md": event("Thee"), "media/zaal.jpg": green[:200]})
        return found

    monkeypatch.setattr(preparing, "believed_of", edited_behind)
    pipeline.build(settings(content, tmp_path / "site"))
    monkeypatch.undo()
    written(content, GOOD)
    pipeline.build(settings(content, tmp_path / "quiet"))
    assert bytes_in(tmp_path / "site") == bytes_in(tmp_path / "quiet")


def test_promise_49_serve_believes_a_scan_and_no_events(tmp_path: Path) -> None:
    content = written(tmp_path / "content", GOOD)
    file = content / "events/de-kern/koffie.md"
    before = scan([content])
    moment = file.stat()
    beside = content / ".koffie.swp"  # as vim and VS Code save: beside it, then in its place; same size, same moment
    beside.write_text(file.read_text("utf-8").replace("Koffie", "Theeee"), encoding="utf-8")
    os.utime(beside, ns=(moment.st_atime_ns, moment.st_mtime_ns))
    beside.rename(file)
    assert differences(before, scan([content])) == (str(file),)


def test_promise_50_serve_answers_this_machine_alone_and_with_what_was_built(tmp_path: Path) -> None:
    (tmp_path / "kluis.txt").write_text("kluis", encoding="utf-8")
    with serving(Channel(shown()), [0]) as port:
        assert asked(port, "/agenda/", f"127.0.0.1:{port}")[0] == 200
        assert "<h1>Thuis</h1>" in asked(port, "/agenda/", f"localhost:{port}")[1]
        assert asked(port, "/agenda/", "evil.example")[0] in {400, 403, 421}
        for path in ("/agenda/../kluis.txt", "/agenda/..%2fkluis.txt", "/agenda/%2e%2e/kluis.txt", "/etc/passwd"):
            status, body = asked(port, path, f"127.0.0.1:{port}")
            assert (status, "kluis" in body, "root:" in body) == (404, False, False), path
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.2", port), timeout=2)


def asked(port: int, path: str, host: str) -> tuple[int, str]:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        with http.client.HTTPResponse(connection) as reply:
            reply.begin()
            return reply.status, reply.read().decode()
