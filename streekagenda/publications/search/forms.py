"""In which forms a word is found: what Pagefind makes of each word of a site, asked once and remembered.

It takes the stem of a word, its letters without accents, and the parts of what is joined by signs. That depends on the
word and its language alone. So we ask it for all words that are new, in one record, and read in the index that it makes
of this where each of them came. The browser asks the same of the words of a question.
"""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cbor2 import loads
from msgspec import MsgspecError, json

from streekagenda.publications.search.pagefind import indexed, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from streekagenda.store.blobs import Blobs

MAGIC = b"pagefind_dcd"
"""What stands before the content of each file, when it is no longer compressed."""
_FUNCTION = "forms of words"
_PAGES = 1
"""Where the records stand in a meta file, each with its digest and how many words it has."""
_NUMBER = re.compile(r"([0-9]+)\.?")
"""A word that is found as it stands in every language: it has no letters, and nothing that divides it."""
_WHOLE = 24
"""The weight of a word that stands there as such."""
_USUAL = 25
"""The weight of a place until another one is said."""


class Form(NamedTuple):
    """One form in which a word is found."""

    stem: str
    accents: str
    """The form with its accents and in full, where that is another one."""
    weight: int
    """:data:`_WHOLE` for a whole word, less for a part of one."""


Forms = dict[str, tuple[Form, ...]]


def forms_of(words: Iterable[str], language: str, program: Path, blobs: Blobs, site: str) -> Forms:
    """Return the forms of words, as they stand between spaces; of all that a site ever had they are remembered.

    Raises:
        ChildProcessError: the program ended before its work was done, or does not understand words as we do.
    """
    asked = f"{site}\0{language}".encode()
    wanted, known = set(words), _read(blobs.recall(_FUNCTION, asked))
    numbers = {word: (Form(found[1], "", _WHOLE),) for word in wanted if (found := _NUMBER.fullmatch(word))}
    if new := sorted(wanted - known.keys() - numbers.keys()):
        known |= _told(new, language, program)
        blobs.learn(_FUNCTION, asked, json.encode(known))
    return {word: numbers.get(word) or known[word] for word in wanted}


def _read(remembered: bytes | None) -> Forms:
    try:
        return json.decode(remembered or b"{}", type=Forms)
    except (MsgspecError, ValueError):
        return {}


def _told(words: Sequence[str], language: str, program: Path) -> Forms:
    """Ask for the forms of words: all in one record, or each in its own where one of them is divided into several places."""
    sent = [word.lstrip("_") or "-" for word in words]  # some that begin so are commands to Pagefind
    files = indexed(program, [record(" ".join(sent))], language)
    meta = [content for name, content in files.items() if name.endswith(".pf_meta")]
    if not meta:  # they are all signs, of which none can be sought
        return dict.fromkeys(words, ())
    ((_, places),) = contents(meta[0])[_PAGES]
    apart = places != len(sent)
    if apart:
        files = indexed(program, list(map(record, sent)), language)
    found: dict[int, list[Form]] = {}
    for page, place, form in _places(files):
        found.setdefault(page if apart else place, []).append(form)
    return {word: tuple(sorted(found.get(number, ()))) for number, word in enumerate(words)}


def _places(files: Mapping[str, bytes]) -> Iterator[tuple[int, int, Form]]:
    """Yield for each place of each form the number of its record, that of the word in it, and the form."""
    for name, content in files.items():
        if name.startswith("index/"):
            (found,) = contents(content)
            for stem, pages, variants in found:
                for accents, own in (("", pages), *variants):
                    page = 0
                    for step, steps, _ in own:
                        page += step
                        yield from ((page, place, Form(stem, accents, weight)) for weight, place in _unpacked(steps))


def _unpacked(steps: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield weights and places, which stand there as steps; what is less than zero says the weight of the next ones."""
    weight, place = _USUAL, 0
    for step in steps:
        if step < 0:
            weight, place = -step - 1, 0
        else:
            place += step
            yield weight, place


def contents(file: bytes) -> list[Any]:
    """Return what a file of an index holds, which is CBOR.

    Raises:
        ValueError: it is not one.
    """
    plain = gzip.decompress(file)
    if not plain.startswith(MAGIC):
        raise ValueError("not a file of Pagefind")
    found: list[Any] = loads(plain.removeprefix(MAGIC))
    return found
