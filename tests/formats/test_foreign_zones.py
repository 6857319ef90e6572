"""The time zone that a calendar of somebody else names."""

import pytest

from streekagenda.formats.foreign_zones import described_zone, named_zone
from streekagenda.formats.ical_reading import parse
from tests.importing.feeds import crlf


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("/freeassociation.sourceforge.net/Europe/Amsterdam", "Europe/Amsterdam"),
        ("/mozilla.org/20050126_1/Europe/Brussels", "Europe/Brussels"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ('"Romance Standard Time"', "Europe/Paris"),
        ("UTC", "UTC"),
        ("Mars/Olympus", None),
        ("../../etc/passwd", None),
        ("Europe", None),
        ("", None),
    ],
)
def test_a_name(name: str, zone: str | None) -> None:
    found = named_zone(name)
    assert (found.key if found else None) == zone


@pytest.mark.parametrize(
    ("lines", "zone"),
    [
        ("TZID:Kantoor\nX-LIC-LOCATION:Europe/Amsterdam", "Europe/Amsterdam"),
        (
            "TZID:Eigen\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nTZOFFSETTO:+0200\nEND:DAYLIGHT",
            "Europe/Berlin",
        ),
        ("TZID:Vast\nBEGIN:STANDARD\nTZOFFSETTO:+0300\nEND:STANDARD", "Etc/GMT-3"),
        ("TZID:Nul\nBEGIN:STANDARD\nTZOFFSETTO:+0000\nEND:STANDARD", "UTC"),
        ("TZID:Vreemd\nBEGIN:STANDARD\nTZOFFSETTO:+0545\nEND:STANDARD", None),
        ("TZID:Niets", None),
    ],
)
def test_a_description(lines: str, zone: str | None) -> None:
    (component,) = parse(crlf(f"BEGIN:VTIMEZONE\n{lines}\nEND:VTIMEZONE\n")).root.below("VTIMEZONE")
    found = described_zone(component)
    assert (found.key if found else None) == zone
