"""Pictures as partners send them, made here."""

from io import BytesIO
from typing import Any

from PIL import Image

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6338010000ca00c999ca5d7e00"
    "00000049454e44ae426082"
)
"""One grey pixel."""


def photo(width: int, height: int, kind: str = "JPEG", **how: Any) -> bytes:
    """A picture, red at the left and blue at the right; ``how`` is for Pillow."""
    return saved(halves(width, height), kind, **how)


def halves(width: int, height: int, left: str = "#c00000", right: str = "#0000c0") -> Image.Image:
    picture = Image.new("RGB", (width, height), left)
    picture.paste(right, (width // 2, 0, width, height))
    return picture


def saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **how)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture
