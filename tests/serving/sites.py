"""A small site as the preview would show it."""

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


class Files(dict[str, str]):
    """Files as texts."""

    def read(self, path: str) -> bytes | None:
        return self[path].encode() if path in self else None


def shown(*, base: str = "/agenda/", version: str = "een-1", notice: Notice | None = None) -> Shown:
    return Shown(base=base, version=version, language="nl", files=Files(SITE), notice=notice)
