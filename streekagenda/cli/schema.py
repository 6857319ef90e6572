"""``schema``: the JSON Schemas of content files."""

from __future__ import annotations

from pathlib import Path

import click

from streekagenda.checks import CODES
from streekagenda.cli.options import layouts_option
from streekagenda.content.schema import schemas
from streekagenda.rendering.translations import in_dutch, load


@click.command()
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True)
@layouts_option
def schema(*, output: Path, layouts: Path) -> int:
    """Write the JSON Schema of every kind of content file, by the names that they have on the site."""
    output.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(in_dutch(load(layouts)), checks=CODES).items():
        file = output / f"{name}.json"
        file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(file, err=True)
    return 0
