"""The content of the example region in some of its languages and months: a build of it takes as much less."""

import shutil
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parents[1] / "content"
LANGUAGES: tuple[str, ...] = tuple(yaml.safe_load((CONTENT / "region.yaml").read_text(encoding="utf-8"))["languages"])


def copied(folder: Path, *languages: str, horizon: str = "1 month", without: tuple[str, ...] = ()) -> Path:
    """Copy the example region to a folder, to be built in these languages and no further than ``horizon``; return that.

    ``without`` are patterns of files and folders that are left out. What is said in another language within a Markdown
    file stays: it is a mistake then.
    """
    others = set(LANGUAGES) - set(languages)
    left_out = (*without, *(f"*.{language}.md" for language in others))
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns(*left_out))
    for file in folder.rglob("*.yaml"):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        if file == folder / "region.yaml":
            said |= {"languages": list(languages), "horizon": horizon, "archive": "1 month"}
        file.write_text(yaml.safe_dump(_without(said, others), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def _without(said: Any, languages: set[str]) -> Any:
    """Return what stands in a file but for what it says in some languages."""
    if isinstance(said, dict):
        return {key: _without(value, languages) for key, value in said.items() if key not in languages}
    return [_without(one, languages) for one in said] if isinstance(said, list) else said
