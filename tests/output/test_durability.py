"""What was written is on the disk."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.output import durability, publish
from tests.output.sites import NEW, OLD, ROOT, big, files_in, outputs


def test_publish_works_where_there_is_no_syncfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durability, "_syncfs", None)
    publish(outputs(OLD), tmp_path / "site")
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "site") == NEW


PUBLISH_TWO = """
import sys
from pathlib import Path
from streekagenda.output import durability, publish
from tests.output.sites import NEW, OLD, big, outputs

if sys.argv[2] == "each":
    durability._syncfs = None
for version in OLD, NEW:
    publish(outputs(big(version)), Path(sys.argv[1]))
    print("published", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("way", ["at once", "each"])
def test_published_site_survives_a_power_cut(way: str, mount: Callable[..., Path], tmp_path: Path) -> None:
    """What a disk holds the moment that publish returns, without what the system still keeps in memory."""
    image = tmp_path / "image"
    with image.open("wb") as file:
        file.truncate(64 << 20)
    if not shutil.which("mkfs.ext4"):
        pytest.skip("needs mkfs.ext4")
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    disk = mount("disk", "-o", "loop,commit=300", str(image))
    command = [sys.executable, "-c", PUBLISH_TWO, str(disk / "site"), way]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as publishing:
        assert publishing.stdout
        assert publishing.stdin
        for name, version in ("old", OLD), ("new", NEW):
            assert publishing.stdout.readline() == "published\n"
            shutil.copyfile(image, tmp_path / f"{name}.image")
            publishing.stdin.write("\n")
            publishing.stdin.flush()
            after = mount(f"after-{name}", "-o", "loop", str(tmp_path / f"{name}.image"))
            assert files_in(after / "site") == big(version)
