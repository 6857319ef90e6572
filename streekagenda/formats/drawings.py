"""SVG drawings that only draw: no script, no link, nothing of elsewhere (SVG 2, chapters 15 and 16).

A drawing in an ``img`` runs nothing, but whoever opens its address opens a page on the site's own domain. So the file
is read, with a parser that follows no entity, and refused where it holds anything but shapes, texts and their colours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Mapping

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    "svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon text tspan switch "
    "linearGradient radialGradient stop pattern clipPath mask marker filter feGaussianBlur feOffset feBlend feFlood "
    "feColorMatrix feComposite feMerge feMergeNode view".split()
)
_OF_EDITORS = (
    "http://sodipodi.sourceforge.net/",
    "http://www.inkscape.org/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
)
"""What drawing programs write beside a drawing, in names that no browser shows."""
_ENCODINGS = frozenset({"utf-8", "us-ascii", "iso-8859-1"})
"""In others a browser may read a script where the parser reads letters."""
_DEEPEST = 50
_REACHES_OUT = re.compile(r"url\((?!\s*['\"]?#)|@|\\|:\s*expression|javascript:|data:", re.IGNORECASE)
"""In a style or a colour: an address that is not within the drawing, or a way to hide one."""


class NotPlain(ValueError):
    """The drawing holds what it may not; the message is that thing, as short as it stands there."""


def check(content: bytes) -> None:
    """Raise NotPlain for a drawing that holds more than shapes, texts and colours, or that is no SVG at all."""
    parser = ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.XmlDeclHandler = reader.declaration
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(content, True)
    except NotPlain:
        raise
    except (ExpatError, ValueError) as error:  # no XML, or in an encoding that expat does not know
        raise NotPlain(f"XML ({error})") from error


class _Reader:
    def __init__(self) -> None:
        self.open: list[str] = []
        self.style: list[str] = []

    def declaration(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise NotPlain(encoding)

    def start(self, full_name: str, attributes: Mapping[str, str]) -> None:
        space, _, name = full_name.rpartition(" ")
        if len(self.open) >= _DEEPEST:
            raise NotPlain(f"<{name}>")
        first = not self.open
        if (first and (space, name) != (_SVG, "svg")) or not self._known(space, name):
            raise NotPlain(f"<{name}>")
        self.open.append(name)
        for full, value in attributes.items():
            attribute = full.rpartition(" ")[2]
            leads_out = attribute == "href" and not value.strip().startswith("#")
            if attribute.lower().startswith("on") or attribute == "base" or leads_out or _REACHES_OUT.search(value):
                raise NotPlain(f"{attribute}=")

    def _known(self, space: str, name: str) -> bool:
        return name in _ELEMENTS if space == _SVG else space.startswith(_OF_EDITORS)

    def end(self, _: str) -> None:
        if self.open.pop() == "style":
            if _REACHES_OUT.search("".join(self.style)):
                raise NotPlain("<style>")
            self.style.clear()

    def text(self, text: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style.append(text)

    def doctype(self, _: str, __: str | None, ___: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            raise NotPlain("<!DOCTYPE … […]>")

    def instruction(self, target: str, _: str) -> None:
        raise NotPlain(f"<?{target}?>")
