import subprocess
import sys
import zoneinfo
from pathlib import Path

from streekagenda.formats import zones

HERE = Path(__file__).resolve().parents[2]


def test_zones_are_those_of_the_package_all_of_them_and_read_as_files() -> None:
    program = (
        "import sys, zoneinfo\n"
        "from streekagenda.formats import zones\n"
        "zones.take_locked_zones()\n"
        "found = {name for name in zones.names() if zoneinfo.ZoneInfo(name)}\n"
        "assert 'importlib.resources' not in sys.modules\n"
        "assert found == zones.names() == zoneinfo.available_timezones()\n"
        "print(*zoneinfo.TZPATH)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=HERE, capture_output=True, text=True, check=True)
    assert [Path(one).parts[-2:] for one in done.stdout.split()] == [("tzdata", "zoneinfo")]


def test_zones_are_said_to_be_what_the_package_says_of_itself() -> None:
    path = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(())
    try:
        assert zones.names() == zoneinfo.available_timezones()
    finally:
        zoneinfo.reset_tzpath(path)
