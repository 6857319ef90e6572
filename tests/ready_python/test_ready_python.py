"""What is asked of a Python that is ready is as with a fresh one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

BUILD = str(Path("build.py").resolve())
PROGRAM = """\
import os, sys
print(os.getcwd(), os.environ["WHO"], sys.stdin.read(), *sys.argv[1:], flush=True)
print("done", file=sys.stderr)
os.kill(os.getpid(), int(sys.argv[1]))
"""


@pytest.mark.parametrize("words", ["--version", "build --horizon never", "nonsense"])
def test_words_and_exit_code_are_those_of_a_fresh_one(words: str, tmp_path: Path, ready_python: Sequence[str]) -> None:
    found = [
        subprocess.run(
            [*python, BUILD, *words.split()], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        for python in ([sys.executable], ready_python)
    ]
    assert len({(done.returncode, done.stdout, done.stderr) for done in found}) == 1


def test_folder_surroundings_and_streams_are_of_who_asks(tmp_path: Path, ready_python: Sequence[str]) -> None:
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    for signal, code in ((0, 0), (9, 137)):
        done = subprocess.run(
            [*ready_python, "program.py", str(signal)], cwd=tmp_path, env={**os.environ, "WHO": "Wil"}, input="Koffie?",
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = (f"{tmp_path} Wil Koffie? {signal}\n", "done\n")
        assert (done.returncode, done.stdout, done.stderr) == (code, *said)
