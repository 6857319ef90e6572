"""Partners' pictures in the sizes and the format that pages show: the door to Pillow.

What a camera writes beside a picture (Exif, with the place where it was taken; XMP; thumbnails) is left behind; its
orientation (Exif 2.32, tag 0x0112) is applied and its colours become those of sRGB (IEC 61966-2-1). What moves keeps its
frames as they are, and loses what stands beside them. The same bytes and the same Pillow give the same bytes.
"""

from __future__ import annotations

import struct
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps, WebPImagePlugin  # noqa: F401 -- else Pillow looks at all formats for it

from streekagenda.formats.picture_files import bare, holds_nothing_else
from streekagenda.model.media import Copies

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (160, 320, 640, 960, 1280)
"""Of the copies in WebP, in pixels: from a logo on a phone to a picture over a whole column on a sharp screen."""
WIDEST = 1280
"""Pixels of the picture under its own name, which older browsers, calendars and social media get."""
MOST_PIXELS = 50_000_000
"""A picture of more than that, 48 megapixels and a bit, could keep a machine busy or take all its memory."""

LONGEST_SIDE = 16_383
"""Pixels: WebP knows no longer one (RFC 9649)."""
_MOST_SCANS = 100
"""Of a JPEG that becomes sharp step by step: cameras and programs write ten, and each may cost as much as the picture."""
_SCAN = b"\xff\xda"

_LARGE = 25_000_000
"""Pixels."""

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
Image.MAX_IMAGE_PIXELS = None  # in place of Pillow's own limit, whose error does not say how large a picture is
_ORIENTATION, _ON_ITS_SIDE = 0x0112, {5, 6, 7, 8}
_QUALITY = {"JPEG": 84, "WEBP": 80}
_HARMLESS = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb"} | {
    "progressive", "progression", "transparency", "interlace", "aspect", "loop", "background", "duration", "timestamp",
})  # fmt: skip
"""What Pillow tells of a file that says nothing of who made it or where."""


class UnreadableError(ValueError):
    """The file cannot be shown by anybody: it is damaged, or no picture."""


class TooLargeError(ValueError):
    """The picture has more than :data:`MOST_PIXELS`, or a side longer than :data:`LONGEST_SIDE`."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(f"{width}x{height}")
        self.width, self.height = width, height


def size(content: bytes) -> tuple[int, int]:
    """Return how wide and how high the picture under its own name is, in pixels, after reading all of the file.

    Raises UnreadableError and TooLargeError.
    """
    with _reading():
        picture = _opened(content)
        width, height = _upright(picture)
        moves = _moves(picture)
        picture.draft(None, (1, 1))  # a JPEG need not be read in full size to know that it is whole
        picture.load()
        if moves:
            _frames(content, picture.format)
    return (width, height) if moves else _within(width, height, WIDEST)


def told_size(content: bytes) -> tuple[int, int]:
    """Return how wide and how high a picture says it is, in pixels: for files of our own, which are whole.

    Raises UnreadableError where it is no picture, and TooLargeError.
    """
    with _reading():
        return _upright(_opened(content))


def copies(content: bytes) -> Copies:
    """Return a picture in all its sizes; raises what :func:`size` raises."""
    with _reading():
        picture = _opened(content)
        kind, said, moves = picture.format or "", frozenset(picture.info), _moves(picture)
        width = picture.width
        picture.load()
        if moves:
            return Copies(width=picture.width, height=picture.height, own=_frames(content, kind), webp=())
    upright = _in_srgb(ImageOps.exif_transpose(_half(picture)))
    clean = said <= _HARMLESS and width <= WIDEST and holds_nothing_else(content, kind)
    first = _scaled(upright, WIDEST)
    own = _written(first, kind)
    widths = [width for width in WIDTHS if width < upright.width]
    if upright.width <= WIDEST:
        widths.append(upright.width)
    return Copies(
        width=first.width,
        height=first.height,
        own=content if clean and len(content) <= len(own) else own,
        webp=tuple((width, _written(_scaled(upright, width), "WEBP")) for width in widths),
    )


@contextmanager
def _reading() -> Iterator[None]:
    """Say of all that Pillow raises for a damaged file that it cannot be read."""
    try:
        yield
    except TooLargeError:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise UnreadableError(str(error)) from error


def _opened(content: bytes) -> Image.Image:
    """Open a file without reading what it shows: its first bytes already say how much that is."""
    picture = Image.open(BytesIO(content), formats=FORMATS)
    if picture.width * picture.height > MOST_PIXELS or max(picture.size) > LONGEST_SIDE:
        raise TooLargeError(*picture.size)
    if picture.format == "JPEG" and content.count(_SCAN) > _MOST_SCANS:
        raise UnreadableError("JPEG: more scans than a picture has")
    return picture


def _upright(picture: Image.Image) -> tuple[int, int]:
    width, height = picture.size
    return (height, width) if picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE else (width, height)


def _moves(picture: Image.Image) -> bool:
    return getattr(picture, "n_frames", 1) > 1


def _frames(content: bytes, kind: str | None) -> bytes:
    """Return what moves without what stands beside its frames."""
    frames = bare(content, kind or "")
    if frames is None:
        raise UnreadableError(f"{kind}: its parts do not fit")
    return frames


def _within(width: int, height: int, widest: int) -> tuple[int, int]:
    return (width, height) if width <= widest else (widest, max(1, round(height * widest / width)))


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    wanted = _within(*picture.size, width)
    return picture if wanted == picture.size else picture.resize(wanted, Image.Resampling.LANCZOS)


def _half(picture: Image.Image) -> Image.Image:
    """Return a very large picture at half its size: what is done with it takes a few times its memory."""
    large = picture.width * picture.height > _LARGE and picture.width > 2 * WIDEST
    return picture.reduce(2) if large and picture.mode in {"RGB", "RGBA", "L", "CMYK"} else picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture as RGB, or RGBA where something shows through; a profile that cannot be read is passed over."""
    profile = picture.info.get("icc_profile")
    see_through = picture.has_transparency_data
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError):
            its, ours = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, its, ours, outputMode="RGB") or picture
    return picture.convert("RGBA" if see_through else "RGB")


def _written(picture: Image.Image, kind: str) -> bytes:
    """Return a picture as a file that holds nothing beside it."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    stream = BytesIO()
    match kind:
        case "JPEG":
            bare.convert("RGB").save(stream, kind, quality=_QUALITY[kind], optimize=True, progressive=True)
        case "WEBP":
            bare.save(stream, kind, quality=_QUALITY[kind], method=4)
        case "GIF":
            bare.save(stream, kind)
        case _:
            bare.save(stream, "PNG", optimize=True)
    return stream.getvalue()
