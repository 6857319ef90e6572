"""``docs/check.md`` names every form and every option, and codes that exist."""

import re
from pathlib import Path

from streekagenda.cli.check import check
from streekagenda.cli.reports import FORMATS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/check.md").read_text(encoding="utf-8")


def test_page_names_every_form_and_option() -> None:
    assert re.findall(r"^\| `--format (\w+)`", PAGE, re.MULTILINE) == list(FORMATS)
    options = {max(one.opts, key=len) for one in check.params if one.param_type_name == "option"}
    assert options - set(re.findall(r"--[a-z-]+", PAGE)) == {"--content", "--layouts", "--now"}


def test_codes_on_the_page_exist() -> None:
    table = PAGE.partition("## `--fix`")[2]
    told = {code for line in table.splitlines() if line.startswith("| `") for code in re.findall(r"`([a-z-]+)`", line)}
    catalogue = (ROOT / "layouts/translations/nl/content.po").read_text(encoding="utf-8")
    assert {code for code in told if f'msgid "{code}"' not in catalogue} == set()
