"""What a picture's file holds beside the picture: parts of its own, or a page behind its end.

A file that is a picture to one program and a page or an archive to another is harmless in an ``img``, and still does not
belong on a public site: PNG (third edition, with the chunks of what moves), JPEG (ITU T.81), WebP (RFC 9649), GIF89a.
"""

from __future__ import annotations

_PNG = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT"})
_PNG_MOVING = frozenset({b"acTL", b"fcTL", b"fdAT"})
_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_SHOWN = 0b0001_0010
"""Of the marks of VP8X those of seeing through and of moving; not those of a profile, Exif and XMP."""
_JPEG = frozenset({0xE0, 0xDB, 0xC4, 0xDD, *range(0xC0, 0xD0)} - {0xC8, 0xCC})
"""JFIF, tables and frames: no other applications, no remarks."""
_SCAN, _END = 0xDA, 0xD9

_GIF_EXTENSION, _GIF_PICTURE, _GIF_END = 0x21, 0x2C, b";"
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Applications that say how often it begins again; XMP and profiles are of others."""


def holds_nothing_else(content: bytes, kind: str) -> bool:
    """Whether a file that can be shown has no parts but those that are shown; of a kind without a reader here: no."""
    return _jpeg(content) if kind == "JPEG" else bare(content, kind) == content


def bare(content: bytes, kind: str) -> bytes | None:
    """Return a PNG, WebP or GIF with the parts that are shown, each as it was; ``None`` where its parts do not fit."""
    try:
        match kind:
            case "PNG":
                return _png(content)
            case "WEBP":
                return _webp(content)
            case "GIF":
                return _gif(content)
            case _:
                return None
    except IndexError:
        return None


def _png(content: bytes) -> bytes | None:
    parts, at = [content[:8]], 8
    while at + 12 <= len(content):
        name, end = content[at + 4 : at + 8], at + 12 + int.from_bytes(content[at : at + 4])
        if end > len(content):
            return None
        if name in _PNG or name in _PNG_MOVING:
            parts.append(content[at:end])
        if name == b"IEND":
            return b"".join(parts) if end == at + 12 else None
        at = end
    return None


def _webp(content: bytes) -> bytes | None:
    chunks = _webp_chunks(content[12 : 8 + int.from_bytes(content[4:8], "little")])
    if chunks is None:
        return None
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WEBP" + chunks


def _webp_chunks(content: bytes) -> bytes | None:
    """Return the chunks that are shown; a frame (ANMF) has sixteen bytes of its own, and chunks behind them."""
    parts, at = [], 0
    while at + 8 <= len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        data: bytes | None = content[at + 8 : at + 8 + size]
        if data is None or len(data) != size:
            return None
        if name == b"VP8X":
            data = bytes((data[0] & _WEBP_SHOWN,)) + data[1:]
        if name == b"ANMF":
            frame = _webp_chunks(data[16:])
            data = None if frame is None else data[:16] + frame
        if data is None:
            return None
        if name in _WEBP:
            parts.append(name + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2))
        at += 8 + size + size % 2
    return b"".join(parts)


def _gif(content: bytes) -> bytes | None:
    """Return a GIF without remarks, texts and what applications say; one that lacks its end gets it."""
    at = 13 + _gif_colours(content[10])
    parts = [content[:at]]
    while at < len(content) and content[at : at + 1] != _GIF_END:
        if content[at] == _GIF_EXTENSION:
            end = _gif_blocks(content, at + 2)
            label, first = content[at + 1], content[at + 3 : at + 14]
            shown = label == _GIF_CONTROL or (label == _GIF_APPLICATION and first in _GIF_LOOPS)
        elif content[at] == _GIF_PICTURE:
            end = _gif_blocks(content, at + 10 + _gif_colours(content[at + 9]) + 1)
            shown = True
        else:
            return None
        if shown:
            parts.append(content[at:end])
        at = end
    return b"".join((*parts, _GIF_END))


def _gif_colours(marks: int) -> int:
    """Return how many bytes a table of colours has, if there is one."""
    return 3 << ((marks & 0b111) + 1) if marks & 0b1000_0000 else 0


def _gif_blocks(content: bytes, at: int) -> int:
    """Return where a row of blocks ends, each with its length before it; raises IndexError where it does not."""
    while size := content[at]:
        at += 1 + size
    return at + 1


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
