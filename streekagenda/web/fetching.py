"""Fetches a file from an address that somebody else wrote."""

from __future__ import annotations

import time
import zlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.web import requests
from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.network import INTERNET, Network

if TYPE_CHECKING:
    from http.client import HTTPResponse

LARGEST = 10_000_000
"""Bytes of a file, unpacked."""
PATIENCE = 60.0
"""Seconds for the whole, with all its redirections."""
REDIRECTIONS = 3
_PROGRAM = "Mozilla/5.0 (compatible; streekagenda)"
_PIECE = 65_536
_PACKED = {"gzip", "x-gzip", "deflate"}
_EITHER = zlib.MAX_WBITS | 32
"""Reads gzip and zlib, whichever it is: servers call both "deflate"."""


class Fetched(Struct, frozen=True, kw_only=True):
    """A file from the internet: somebody else's bytes, whatever their media type says."""

    address: str
    """Where it came from in the end."""
    content: bytes
    """At most :data:`LARGEST`, or what was asked; unpacked."""
    media_type: str
    """As ``text/calendar``, in small letters; empty when the server does not say."""
    charset: str | None
    """As the server says it; ``None`` when it does not."""


def fetch(address: str, *, accept: str = "*/*", largest: int = LARGEST, network: Network = INTERNET) -> Fetched:
    """Return what stands at an https address of the public internet.

    Args:
        address: https, without a name or password in it.
        accept: Media types that are wanted (RFC 9110 section 12.5.1).
        largest: Bytes, unpacked; what is larger is not read to its end.
        network: For tests.

    Raises:
        Unanswered: There is nothing, it is too much, or it is not for us to ask; its ``reason`` says which.
    """
    deadline = time.monotonic() + PATIENCE
    headers = {"User-Agent": _PROGRAM, "Accept": accept, "Accept-Encoding": "gzip"}
    for _ in range(REDIRECTIONS + 1):
        with requests.answered("GET", address, headers, deadline=deadline, network=network) as response:
            if response.status == HTTPStatus.OK:
                return Fetched(
                    address=address,
                    content=_content(response, largest, deadline),
                    media_type=response.headers.get_content_type() if response.headers.get("Content-Type") else "",
                    charset=response.headers.get_content_charset(),
                )
            location = response.getheader("Location")
            if response.status not in requests.MOVED or not location:
                raise Unanswered(Reason.STATUS, status=response.status)
            address = requests.onward(address, location)
    raise Unanswered(Reason.REDIRECTIONS)


def _content(response: HTTPResponse, largest: int, deadline: float) -> bytes:
    """Read a body to its end, and never more than ``largest`` of it, packed or unpacked."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().casefold()
    if packing not in {*_PACKED, "identity"}:
        raise Unanswered(Reason.GARBLED)
    if (response.length or 0) > largest:
        raise Unanswered(Reason.TOO_LARGE)
    unpack = zlib.decompressobj(_EITHER) if packing in _PACKED else None
    content = bytearray()
    taken = 0
    while piece := response.read1(_PIECE):
        if time.monotonic() >= deadline:
            raise TimeoutError
        taken += len(piece)
        content += _unpacked(piece, unpack, largest + 1 - len(content)) if unpack else piece
        if max(taken, len(content)) > largest:
            raise Unanswered(Reason.TOO_LARGE)
    if response.length:
        raise Unanswered(Reason.SILENT)  # it promised more: half a calendar is none
    if unpack and taken and not unpack.eof:
        raise Unanswered(Reason.GARBLED)
    return bytes(content)


def _unpacked(piece: bytes, unpack: zlib._Decompress, room: int) -> bytes:
    """Unpack a piece, and no more than there is room for: a bomb is a thousand times what it was sent as."""
    try:
        found = unpack.decompress(piece, room)
    except zlib.error as error:
        raise Unanswered(Reason.GARBLED) from error
    if unpack.unused_data:
        raise Unanswered(Reason.GARBLED)  # more than one file, or something behind it
    return found
