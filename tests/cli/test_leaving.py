import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build.py"


def test_nobody_looks_for_rubbish_when_a_command_leaves() -> None:
    program = (
        "import atexit, gc, streekagenda.cli as cli\n"
        "cli.commands.main = lambda **_: 1\n"
        "atexit.register(lambda: print(any(isinstance(one, type) for one in gc.get_objects())))\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=BUILD.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "False\n", "")
