"""The media of content as they are published: pictures in several sizes, everything else as it is."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda.model.media import Copies, Sizes
from streekagenda.rendering.layouts import packaged
from streekagenda.store.compiled import file_in, keep, recall
from streekagenda.urls import copy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from streekagenda.store import Store
    from streekagenda.urls import Addresses

_HERE = Path(__file__).resolve().parent
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


def published(
    media: Mapping[str, bytes], addresses: Addresses, store: Store, jobs: int
) -> tuple[dict[str, bytes], dict[str, Sizes]]:
    """Return the files to publish by their paths on the site, and the sizes of those that are pictures.

    Pictures are made by at most ``jobs`` threads, since Pillow lets go of the interpreter while it works; what the store
    knows is not made again. A picture that cannot be read, which validation has told, is published as it is.
    """
    files = {addresses.media(file): content for file, content in media.items()}
    sizes: dict[str, Sizes] = {}
    found = {file: content for file, content in sorted(media.items()) if file.lower().endswith(_SUFFIXES)}
    for file, copies in zip(found, _made(list(found.values()), store, jobs), strict=True):
        if copies is None:
            continue
        path = addresses.media(file)
        sizes[path] = Sizes(width=copies.width, height=copies.height, webp=tuple(width for width, _ in copies.webp))
        files[path] = copies.own
        files |= {copy_of(path, width): copy for width, copy in copies.webp}
    return files, sizes


def _made(pictures: Sequence[bytes], store: Store, jobs: int) -> list[Copies | None]:
    if not pictures:
        return []
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- with logging, for nothing where there is no picture

    with ThreadPoolExecutor(max_workers=max(1, jobs)) as threads:
        return list(threads.map(partial(_copies, store), pictures))


def as_they_are(files: Iterable[tuple[str, bytes]], store: Store) -> dict[str, Sizes]:
    """Return the sizes of the pictures among the static files, by their paths on the site."""
    pictures = {path: content for path, content in files if path.endswith(_SUFFIXES)}
    measured = {path: _told_size_of(path, content, store) for path, content in pictures.items()}
    return {path: Sizes(width=width, height=height, webp=()) for path, (width, height) in measured.items()}


def _told_size_of(path: str, content: bytes, store: Store) -> tuple[int, int]:
    """Return the size of a picture; of one that came with the program it is kept there, for all regions."""
    if not _is_packaged(path, content):
        return _told_size(store, content)
    checksum = blake2b(content, digest_size=16).hexdigest()
    file = file_in(_HERE, "size", f"{checksum}.json")
    kept = recall(file, checksum)
    width, height = json.loads(kept) if kept else _told_size(store, content)
    if not kept:
        keep(file, checksum, json.dumps((width, height)).encode("ascii"))
    return width, height


def _is_packaged(path: str, content: bytes) -> bool:
    with suppress(OSError):
        return (packaged() / path).read_bytes() == content
    return False


def _told_size(store: Store, content: bytes) -> tuple[int, int]:
    known = (store.blobs.recall("told size", content) or b"").split()
    if len(known) == 2:
        return int(known[0]), int(known[1])
    from streekagenda.formats import pictures  # noqa: PLC0415 -- Pillow, which what was seen before does not need

    width, height = pictures.told_size(content)
    store.blobs.learn("told size", content, b"%d %d" % (width, height))
    return width, height


def _copies(store: Store, content: bytes) -> Copies | None:
    known = _unpacked(store.blobs.recall("copies", content))
    if known:
        return known
    from streekagenda.formats import pictures  # noqa: PLC0415 -- as above

    try:
        copies = pictures.copies(content)
    except (pictures.UnreadableError, pictures.TooLargeError):
        return None
    store.blobs.learn("copies", content, _packed(copies))
    return copies


def _packed(copies: Copies) -> bytes:
    from zipfile import ZipFile  # noqa: PLC0415 -- few content folders have pictures

    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(f"{copies.width}x{copies.height}", copies.own)
        for width, copy in copies.webp:
            archive.writestr(str(width), copy)
    return stream.getvalue()


def _unpacked(packed: bytes | None) -> Copies | None:
    if packed is None:
        return None
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415 -- as above

    try:
        with ZipFile(BytesIO(packed)) as archive:
            own, *copies = archive.namelist()
            width, _, height = own.partition("x")
            return Copies(
                width=int(width), height=int(height), own=archive.read(own),
                webp=tuple((int(name), archive.read(name)) for name in copies),
            )  # fmt: skip
    except (BadZipFile, KeyError, ValueError):
        return None
