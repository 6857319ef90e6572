"""``schema``: the JSON Schemas of content files."""

from __future__ import annotations

from pathlib import Path

import click

from streekagenda.content.schema import schemas


@click.command()
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True)
def schema(*, output: Path) -> int:
    """Write the JSON Schema of every kind of content file."""
    output.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (output / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
        click.echo(output / f"{name}.schema.json", err=True)
    return 0
