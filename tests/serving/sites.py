"""A small site on disk as the preview would show it."""

from streekagenda.serving.shown import Notice, Shown

PAGE = "<!doctype html><html><head><title>{0}</title></head><body class='p'><h1>{0}</h1></body></html>\n"
SITE = {
    "index.html": PAGE.format("Thuis"),
    "404.html": PAGE.format("Niet gevonden"),
    "plekken/de-brug/index.html": PAGE.format("De Brug"),
    "feeds/all.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "feeds/all.atom": "<feed/>\n",
    "feeds/index.json": "{}\n",
    "static/site.css": "body{}\n",
    "media/flyer met spatie.pdf": "%PDF-\n",
    ".well-known/security.txt": "Contact: mailto:a@example.org\n",
}


def shown(folder: Path, *, base: str = "/agenda/", version: str = "een-1", notice: Notice | None = None) -> Shown:
    for name, text in {**SITE, ".streekagenda": "ours\n"}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return Shown(base=base, version=version, language="nl", files=files_below(folder), notice=notice)
