"""Postcodes: those of the Netherlands are known; a region elsewhere writes its own."""

from pathlib import Path

import pytest

from tests.content_files import EVENT, REGION, validated

PLACE = "---\nnaam: Het Huis\nstraat: Dorpsstraat 1\npostcode: 12\nwoonplaats: Gronau\nwijk: zandweerd\n---\nWelkom.\n"


@pytest.mark.parametrize(("country", "found"), [("NL", ["bad-postcode"]), ("DE", [])])
def test_postcode_of_a_place_is_that_of_the_country_of_the_region(
    tmp_path: Path, country: str, found: list[str]
) -> None:
    files = {
        "region.yaml": f"{REGION.rstrip()}\ncountry: {country}\n",
        "places/het-huis.md": PLACE,
        "events/de-kern/koffie.md": EVENT,
    }
    result = validated(tmp_path, files)
    assert [one.code for one in result.diagnostics if one.location.path == "places/het-huis.md"] == found
