"""Compiled templates: in memory, and those of the program's own layouts beside its compiled modules, as Python's are.

A template of a region lies where anybody may propose a change, and is compiled in every process. One that came with the
program is part of it, and compiling all of them takes longer than importing the rest: so its code is kept in
``__pycache__``, where whoever can write can also write the program itself (``docs/decisions/0048-compiled-templates.md``).
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

HERE = Path(__file__).parent


class CompiledTemplates(BytecodeCache):
    """The second language compiles nothing again, nor does a rebuild while a preview is shown, nor the next process.

    A template that was changed since is compiled anew: a digest of its text stands beside its code. So does the version
    of the program, since jinja2 reckons with our filters where it finds something constant.
    """

    def __init__(self, own: Path, folder: Path = HERE) -> None:
        """Take the folder of the program's own templates, and one whose ``__pycache__`` their code is kept in."""
        self._own = f"{os.path.realpath(own)}/"
        self._folder = folder
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what tells a template from others: where it stands, whatever way led there."""
        return os.path.realpath(filename) if filename else name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where that is known."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else self._kept(bucket)
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; a failure of the machine is no matter."""
        if bucket.code is None:
            return
        self._codes[bucket.key] = (bucket.checksum, bucket.code)
        file = self._file(bucket.key)
        if file is not None:
            keep(file, bucket.checksum, marshal.dumps(bucket.code))

    def _kept(self, bucket: Bucket) -> CodeType | None:
        """Return the code that a former process compiled of the very same text, as the very same program."""
        file = self._file(bucket.key)
        kept = recall(file, bucket.checksum) if file else None
        with suppress(EOFError, ValueError, TypeError):
            return marshal.loads(kept) if kept else None  # noqa: S302 -- as a .pyc
        return None

    def _file(self, template: str) -> Path | None:
        """Return where the code of a template of the program is kept; ``None`` for one of a region."""
        if not template.startswith(self._own):
            return None
        return file_in(self._folder, "template", *template.removeprefix(self._own).split("/"))
