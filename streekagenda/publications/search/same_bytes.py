"""The same index, always with the same bytes.

Pagefind keeps filters in hash tables, whose order differs from run to run; what it writes of them is named after its
content, and that name stands in other files. So the filters are written again in the order of their names, with the
files that name them. These few are not compressed: bytes of a compressor differ with its version, and Pagefind's script
takes them as they are. All else is the same each time, whatever the number of threads; a test holds that.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from cbor2 import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAGIC = b"pagefind_dcd"
"""What stands before the content of each file, when it is no longer compressed."""
_ENTRY = "pagefind-entry.json"
_FILTERS = 3
"""Where the filters stand in a meta file: version, pages, chunks of the index, filters, orders, names of metadata."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index, by their names, in an order that content alone decides.

    Raises:
        ValueError: they are not written as Pagefind 1.5 does.
        cbor2.CBORDecodeError: they are broken.
    """
    found = {name: content for name, content in files.items() if not name.startswith("filter/")}
    entry = json.loads(found.pop(_ENTRY))
    for language in entry["languages"].values():
        meta = _read(found.pop(f"pagefind.{language['hash']}.pf_meta"))
        renamed = []
        for name, old in meta[_FILTERS]:
            content = _sorted(_read(files[f"filter/{old}.pf_filter"]))
            new = f"{old.rpartition('_')[0]}_{sha256(content).hexdigest()[:10]}"
            found[f"filter/{new}.pf_filter"] = content
            renamed.append([name, new])
        meta[_FILTERS] = sorted(renamed)
        content = _MAGIC + dumps(meta)
        language["hash"] = f"{language['hash'].rpartition('_')[0]}_{sha256(content).hexdigest()[:10]}"
        found[f"pagefind.{language['hash']}.pf_meta"] = content
    found[_ENTRY] = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return dict(sorted(found.items()))


def _read(content: bytes) -> list[Any]:
    plain = gzip.decompress(content)
    if not plain.startswith(_MAGIC):
        raise ValueError("not a file of Pagefind")
    found: list[Any] = loads(plain.removeprefix(_MAGIC))
    return found


def _sorted(written: list[Any]) -> bytes:
    """Return a filter, its name and its values with the numbers of their pages, in the order of those values."""
    name, values = written
    return _MAGIC + dumps([name, sorted(values)])
