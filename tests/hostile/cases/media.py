"""Pictures that are bombs, programs or no pictures, and paths that lead out of media/."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from tests.hostile.case import Case, File, Folder, Link, Pipe, event

_HTML = b"<html><script>alert(1)</script></html>"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, data: bytes = b"", *more: bytes) -> bytes:
    """Return a PNG (RFC 2083) that says that it is so large, whatever is in it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(data, 1)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + b"".join(more) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    )


def _written(kind: str, **more: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8), "#1b5e4b").save(stream, kind, **more)
    return stream.getvalue()


def _moving(kind: str, frames: int) -> bytes:
    stream = BytesIO()
    pictures = [Image.new("RGB", (2, 2), (n % 256, n // 256, 0)) for n in range(frames)]
    pictures[0].save(stream, kind, save_all=True, append_images=pictures[1:])
    return stream.getvalue()


_SMALL = _png(2, 2, b"\0" + b"\1\2\3" * 2 + b"\0" + b"\1\2\3" * 2)
_JPEG = _written("JPEG")
_EXIF = (
    b"Exif\0\0" + b"II*\0\x08\0\0\0\x01\0\x0e\x01\x02\0\x20\0\0\0\x1a\0\0\0\0\0\0\0<script>alert('exif')</script>\0\0\0"
)

_PICTURES: dict[str, tuple[str, File, str | None]] = {
    "bomb-of-2500-million-pixels": ("bom.png", _png(50_000, 50_000), "picture-too-large"),
    "bomb-of-two-sides": ("lang.png", _png(2_147_483_647, 1), "picture-too-large"),
    "bomb-that-unpacks": ("dik.png", _png(7_000, 7_000, b"\0" * (21_001 * 7_000)), None),
    "bomb-of-a-remark": (
        "opmerking.png",
        _png(2, 2, b"\0" * 14, _chunk(b"zTXt", b"x\0\0" + zlib.compress(b"x" * 50_000_000, 1))),
        "picture-unreadable",
    ),
    "bomb-of-a-profile": (
        "profiel.png",
        _png(2, 2, b"\0" * 14, _chunk(b"iCCP", b"x\0\0" + zlib.compress(b"x" * 50_000_000, 1))),
        "picture-unreadable",
    ),
    "bomb-of-a-gif": ("bom.gif", b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\0\0\0;", "picture-unreadable"),
    "bomb-of-frames": ("beelden.gif", _moving("GIF", 400), None),
    "bomb-of-a-webp": (
        "bom.webp",
        b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\xff\xff\xff\x0f\0\0\0\0\0\0\0\0\0",
        "picture-too-large",
    ),
    "bomb-of-a-jpeg": (
        "bom.jpg",
        b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9",
        "picture-too-large",
    ),
    "picture-of-no-size": ("leeg.png", _png(0, 0), "picture-unreadable"),
    "picture-that-stops": ("half.png", _SMALL[:40], "picture-unreadable"),
    "picture-that-stops-early": ("half.jpg", _JPEG[: len(_JPEG) // 2], "picture-unreadable"),
    "picture-of-one-byte": ("byte.png", b"\x89", "media-not-what-it-says"),
    "picture-of-nothing": ("niets.png", b"", "media-not-what-it-says"),
    "page-as-a-picture": ("pagina.png", _HTML, "media-not-what-it-says"),
    "page-behind-a-head-of-a-picture": ("kop.png", b"\x89PNG\r\n\x1a\n" + _HTML, "picture-unreadable"),
    "page-behind-a-head-of-a-gif": ("kop.gif", b"GIF89a" + _HTML, "picture-unreadable"),
    "script-as-a-gif": ("script.gif", b"GIF89a/*" + b"\0" * 8 + b"*/=alert(1)//;", "picture-unreadable"),
    "drawing-as-a-picture": (
        "tekening.png",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "media-not-what-it-says",
    ),
    "drawing-as-itself": ("tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "media-kind"),
    "jpeg-as-a-png": ("wissel.png", _JPEG, "media-not-what-it-says"),
    "tiff-as-a-jpeg": ("wissel.jpg", b"II*\0" + b"\0" * 100, "media-not-what-it-says"),
    "zip-as-a-webp": ("wissel.webp", b"PK\x03\x04" + b"\0" * 100, "media-not-what-it-says"),
    "sound-as-a-webp": ("geluid.webp", b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 28, "picture-unreadable"),
    "page-as-itself": ("pagina.html", _HTML, "media-kind"),
    "script-as-itself": ("script.js", b"alert(1)", "media-kind"),
    "program-of-php": ("plaatje.png.php", _SMALL, "media-kind"),
    "picture-of-eleven-megabytes": ("groot.png", _SMALL + b"\0" * 11_000_000, "file-too-large"),
    "picture-behind-a-link": ("link.png", Link(to="/etc/passwd"), "file-is-link"),
    "picture-in-a-linked-folder": ("map/x.png", _SMALL, None),
    "picture-that-is-a-pipe": ("pijp.png", Pipe(), "file-not-regular"),
    "picture-that-is-a-folder": ("map.png", Folder(), "file-not-regular"),
    "picture-with-a-page-behind-it": ("staart.png", _SMALL + _HTML, None),
    "picture-with-a-zip-behind-it": ("staart.jpg", _JPEG + b"PK\x03\x04" + _HTML, None),
    "picture-with-a-remark": ("tekst.jpg", _written("JPEG", comment=_HTML), None),
    "picture-with-a-text": ("tekst.png", _png(2, 2, b"\0" * 14, _chunk(b"tEXt", b"Comment\0" + _HTML)), None),
    "picture-with-a-chunk-of-its-own": ("eigen.png", _png(2, 2, b"\0" * 14, _chunk(b"evIl", _HTML)), None),
    "picture-with-a-place": ("plek.jpg", _written("JPEG", exif=_EXIF), None),
}
_PATHS = {
    "climbs": "../region.yaml",
    "climbs-far": "../../../../etc/passwd",
    "climbs-in-the-middle": "a/../../../region.png",
    "climbs-with-percents": "'%2e%2e/%2e%2e/etc/passwd.png'",
    "climbs-with-backslashes": "..\\..\\region.png",
    "of-the-root": "/etc/passwd",
    "of-the-root-twice": "//evil.example/x.png",
    "of-a-drive": "C:\\x.png",
    "of-an-address": "https://evil.example/x.png",
    "of-data": "data:image/png;base64,AAAA",
    "of-a-script": "'javascript:alert(1)'",
    "of-a-hidden-file": ".htaccess.png",
    "of-markup": "'\"><script>alert(1)</script>.png'",
    "of-a-nul": '"x\\0.png"',
    "of-a-line-end": '"x\\n.png"',
    "of-jinja": "'{{ 7 * 7 }}.png'",
    "of-a-device": "/dev/zero",
    "of-ten-thousand-letters": "a" * 10_000 + ".png",
    "of-a-stream": "klein.png:evil",
    "of-dots": "....png",
}


def _shown(name: str, file: str, content: File, code: str | None) -> Case:
    path = f"media/{name}/{file}"
    return event(
        f"media-{name}",
        *([code] if code else []),
        afbeelding=f"{{bestand: {name}/{file}, beschrijving: Een plaatje}}",
        files={path: content},
    )


CASES: tuple[Case, ...] = (
    *(_shown(name, file, content, code) for name, (file, content, code) in _PICTURES.items()),
    *(
        event(
            f"media-path-{name}",
            "forbidden-character"
            if name == "of-a-nul"
            else "name-too-long"
            if name == "of-ten-thousand-letters"
            else "bad-media-path",
            afbeelding=f"{{bestand: {path}, beschrijving: Een plaatje}}",
        )
        for name, path in _PATHS.items()
    ),
    *(
        event(f"media-flyer-{name}", "bad-media-path", bijlagen=f"{{bestand: {path}, titel: Flyer}}")
        for name, path in list(_PATHS.items())[:8]
    ),
    event(
        "media-folder-that-is-a-link",
        "file-is-link",
        afbeelding="{bestand: elders/hosts.png, beschrijving: Een plaatje}",
        files={"media/elders": Link(to="/etc")},
    ),
    event(
        "media-flyer-that-is-a-page",
        "media-not-what-it-says",
        bijlagen="{bestand: flyer-pagina.pdf, titel: Flyer}",
        files={"media/flyer-pagina.pdf": _HTML},
    ),
    event(
        "media-flyer-of-word",
        "media-kind",
        bijlagen="{bestand: flyer.docm, titel: Flyer}",
        files={"media/flyer.docm": b"PK\x03\x04"},
    ),
    event(
        "media-in-a-body-that-is-a-page",
        body="![x](media/in-een-tekst.png)",
        files={"media/in-een-tekst.png": _HTML},
    ),
    event("media-in-a-body-that-climbs", body="![x](media/../../../etc/passwd) ![y](media/..%2f..%2fregion.yaml)"),
    Case(
        name="media-that-nobody-asks-for",
        files={"media/achterdeur.php": b"<?php system($_GET[0]); ?>", "media/.htaccess": b"AddType text/html .png"},
    ),
)
SHARED: dict[str, File] = {"media/klein.png": _SMALL, "media/klein.pdf": b"%PDF-1.4\n%%EOF\n"}
"""What cases about other things show."""
