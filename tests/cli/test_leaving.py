import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build.py"


def leaving(work: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run the command line, of which all commands do this work."""
    program = f"import atexit, sys, streekagenda.cli as cli\ncli.commands.main = lambda **_: {work}\ncli.main()"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=BUILD.parent, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False
    )


def test_a_command_leaves_what_is_there_to_the_system() -> None:
    done = leaving("atexit.register(print, 'Python takes all apart') and 1")
    assert (done.stdout, done.stderr) == ("", "")


def test_a_command_says_all_before_it_leaves() -> None:
    done = leaving("[sys.stdout.write('out'), sys.stderr.write('err')] and 1")
    assert (done.returncode, done.stdout, done.stderr) == (1, "out", "err")


def test_what_cannot_be_said_at_the_end_is_a_failure_of_the_machine() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = leaving("sys.stdout.write('x') and 0", full.fileno())
    assert done.returncode == 3
