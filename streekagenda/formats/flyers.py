"""PDF files that are pages and nothing else (ISO 32000-1): no program, no form that is sent, no file within the file.

A flyer is opened on a reader's own machine, by a program that we do not know. So it may not start anything: actions that
run a script or a program, or send something away (12.6.4), media (13.6), files within (7.11.4) and forms of XFA (12.7.8).

Nothing is made of a file: names are looked for, in all of it and in the objects that are packed in it (7.5.7). Pages,
texts and pictures, which may hold the same letters, are packed too, and those are not opened.
"""

from __future__ import annotations

import re
import zlib

MOST_PACKED = 20_000_000
"""Bytes of all objects that are packed, when they are unpacked: a book of a thousand pages has fewer."""

_ACTIONS = frozenset({b"JavaScript", b"Launch", b"SubmitForm", b"ImportData", b"GoToE", b"Rendition"})
"""Values of the key S that make a reader's program do more than turn a page or open an address."""
_THINGS = frozenset({b"EmbeddedFile", b"EmbeddedFiles", b"FileAttachment", b"RichMedia", b"XFA"})
_NAME = rb"[^\x00\t\n\f\r ()<>\[\]{}/%]"
_WANTED = re.compile(rb"/(" + b"|".join(sorted(_ACTIONS | _THINGS, reverse=True)) + rb")(?!" + _NAME + rb")")
_IN_A_WORD = re.compile(_NAME)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")


class NotPlain(ValueError):
    """The flyer holds what it may not; the message is the name of that thing in the format."""


class Locked(ValueError):
    """Its objects are packed so that they cannot be looked at: with a password, most often."""


def check(content: bytes) -> None:
    """Raise NotPlain or Locked for a PDF that may do more than show its pages, or of which that cannot be seen."""
    for text in (content, *_packed(content)):
        plain = _unescaped(text)
        for match in _WANTED.finditer(plain):
            at = match.start()
            # "/S/JavaScript" is an action; "HTML/JavaScript" is the title of a course
            in_a_word = _IN_A_WORD.match(plain, at - 1) and not plain.endswith(b"/S", 0, at)
            if not in_a_word or match[1] in _THINGS:
                raise NotPlain(match[1].decode("ascii"))


def _packed(content: bytes) -> list[bytes]:
    """Return the objects that are packed in streams of objects, unpacked."""
    found, left, end = [], MOST_PACKED, 0
    for start in _STREAM.finditer(content):
        if start.start() < end:
            continue
        said = _unescaped(content[end : start.start()].rpartition(b"obj")[2])
        end = content.find(b"endstream", start.end()) % (len(content) + 1)
        if b"/First" not in said or b"/Filter" not in said:  # what is packed as it is, is seen as it is
            continue
        reader = zlib.decompressobj()
        try:
            text = reader.decompress(content[start.end() : end], left)
        except zlib.error as error:
            raise Locked(str(error)) from error
        left -= len(text)
        if left <= 0 or not reader.eof or b"/Predictor" in said:
            raise Locked
        found.append(text)
    return found


def _unescaped(text: bytes) -> bytes:
    """Return a text in which names stand in their own letters (7.3.5)."""
    return _ESCAPE.sub(lambda match: bytes.fromhex(match[1].decode("ascii")), text)
