"""Content types by suffix: our own list, since that of the standard library depends on the machine."""

from __future__ import annotations

_TEXT = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "ics": "text/calendar",
    "json": "application/json",
    "geojson": "application/geo+json",
    "atom": "application/atom+xml",
    "webmanifest": "application/manifest+json",
}
_BINARY = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
}


def media_type(name: str) -> str:
    """Return the Content-Type of a file; text is UTF-8."""
    suffix = name.rpartition(".")[2].lower()
    if suffix in _TEXT:
        return f"{_TEXT[suffix]}; charset=utf-8"
    return _BINARY.get(suffix, "application/octet-stream")
