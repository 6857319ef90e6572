"""What a picture's file holds beside the picture: parts of its own, or a page behind its end.

A file that is a picture to one program and a page or an archive to another is harmless in an ``img``, and still does not
belong on a public site: PNG (RFC 2083), JPEG (ITU T.81), WebP (RFC 9649).
"""

from __future__ import annotations

_PNG = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT"})
_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_JPEG = frozenset({0xE0, 0xDB, 0xC4, 0xDD, *range(0xC0, 0xD0)} - {0xC8, 0xCC})
"""JFIF, tables and frames: no other applications, no remarks."""
_SCAN, _END = 0xDA, 0xD9


def holds_nothing_else(content: bytes, kind: str) -> bool:
    """Whether a file that can be shown has no parts but those that are shown; of a kind without a reader here: no."""
    match kind:
        case "PNG":
            return _png(content)
        case "JPEG":
            return _jpeg(content)
        case "WEBP":
            return _webp(content)
        case _:
            return False


def _png(content: bytes) -> bool:
    at = 8
    while at + 12 <= len(content):
        name, size = content[at + 4 : at + 8], int.from_bytes(content[at : at + 4])
        if name not in _PNG:
            return False
        at += 12 + size
        if name == b"IEND":
            return size == 0 and at == len(content)
    return False


def _webp(content: bytes) -> bool:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    while at + 8 <= end:
        if content[at : at + 4] not in _WEBP:
            return False
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return at == end == len(content)


def _jpeg(content: bytes) -> bool:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker == _SCAN:
            break
        if marker not in _JPEG:
            return False
        at += 2 + size
    # Within a scan FF is followed by 00 or by a mark of its own, so that the end can stand there once only.
    return content.find(bytes((0xFF, _END)), at) == len(content) - 2
