"""Small regions on disk, as a partner would write them."""

from collections.abc import Mapping
from pathlib import Path

REGION = """\
title: Streekagenda
url: https://agenda.example.org/agenda/
school_region: noord
areas:
  - id: deventer
    name: Deventer
    areas:
      - {id: zandweerd, name: Zandweerd}
      - {id: rivierenwijk, name: Rivierenwijk, also_known_as: [Rivierenbuurt]}
topics:
  - {id: ontmoeten, name: Ontmoeten en koffie}
  - {id: bewegen, name: Bewegen}
audiences:
  - {id: ouderen, name: Ouderen}
facilities:
  - {id: rolstoel, name: Rolstoel welkom}
"""
FILES = {
    "region.yaml": REGION,
    "organisations/de-brug.md": "---\nnaam: De Brug\n---\n",
    "organisations/buurthuis-oost.md": "---\nnaam: Buurthuis Oost\n---\n",
    "places/huis-van-de-wijk.md": "---\nnaam: Huis van de Wijk\nwijk: zandweerd\n---\n",
    "places/wijkgebouw.md": "---\nnaam: Wijkgebouw De Kade\nwijk: rivierenwijk\n---\n",
    "campaigns/week.md": "---\ntitel: Week van de buur\n---\n",
    "events/de-brug/koffie.md": (
        "---\ntitel: Koffie\nwanneer: donderdag 3 december 2026 van 10.00 tot 12.00 uur\n"
        "plek: huis-van-de-wijk\nonderwerpen: [ontmoeten]\n---\nKom erbij.\n"
    ),
}


def written(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write a region below ``folder`` and return that; ``files`` come in the place of its own, or beside them."""
    for name, text in {**FILES, **(files or {})}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder
