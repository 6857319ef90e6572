"""Pictures and links for who cannot see them: what a screen reader says must tell what is there (WCAG 2.2, 1.1.1, 2.4.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.media import Image, Link
    from streekagenda.model.text import Text

_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>[^\[\]]*)\](?:\((?P<address>[^()\s]*)(?:\s[^()]*)?\)|\[(?P<reference>[^\[\]]*)\])"
)
"""A link or a picture in Markdown, with its address beside it or by reference."""
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|heic|pdf)|(?:img|dsc|dscn|pxl|whatsapp|screenshot)[\s_-]*[\d_-]+\S*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_ONLY_A_PICTURE = frozenset(
    "foto foto's afbeelding plaatje illustratie tekening logo flyer poster banner beeld sfeerbeeld sfeerfoto"
    " photo picture image illustration drawing"
    " een de het van bij onze ons mooie leuke activiteit a an the of our".split()
)
"""Words that do not say what there is to see."""
_SAYS_NOTHING = frozenset(
    (
        "hier|klik hier|klik|kijk hier|lees hier|via hier|deze link|via deze link|deze pagina|link|de link|linkje"
        "|meer|lees meer|lees verder|meer lezen|verder lezen|meer info|meer informatie|info|informatie|klik hier voor meer"
        "|klik hier voor meer info|klik hier voor meer informatie|lees hier meer|hier meer info|hier meer informatie|ga naar"
        "|here|click here|click|this link|this page|read more|more|more info|more information|learn more|see here"
    ).split("|")
)


def pictures(checked: Checked) -> Iterator[Finding]:
    """A picture whose description says nothing of what there is to see."""
    return (one for one in _pictures(checked) if one.values["words"].strip())


def without_words(checked: Checked) -> Iterator[Finding]:
    """A picture in a text without any description."""
    return (one for one in _pictures(checked) if not one.values["words"].strip())


def _pictures(checked: Checked) -> Iterator[Finding]:
    for event in checked.events:
        yield from _picture(event.source.path, event.image, event.title)
    for campaign in checked.campaigns:
        yield from _picture(campaign.source.path, campaign.image, campaign.title)
    yield from _in_bodies(checked, picture=True)


def links(checked: Checked) -> Iterator[Finding]:
    """A link whose words say nothing of what one finds behind it, such as "klik hier"."""
    for event in checked.events:
        yield from _titles(event.source.path, event.links)
    for campaign in checked.campaigns:
        yield from _titles(campaign.source.path, campaign.links)
    yield from _in_bodies(checked, picture=False)


def _picture(path: str, image: Image | None, title: Text) -> Iterator[Finding]:
    for said in image.alt.versions if image else ():
        words = said.text
        if _says_no_picture(words) or words.casefold() == title.in_language(said.language).text.casefold():
            yield Finding(
                path=path, key=("image", "alt"), language=said.language, excerpt=words, values={"words": words}
            )


def _titles(path: str, links: tuple[Link, ...]) -> Iterator[Finding]:
    for index, link in enumerate(links):
        for said in link.title.versions:
            if _says_no_link(said.text):
                key = ("links", index, "title")
                yield Finding(
                    path=path, key=key, language=said.language, excerpt=said.text, values={"words": said.text}
                )


def _in_bodies(checked: Checked, *, picture: bool) -> Iterator[Finding]:
    for texts in checked.texts:
        for passage in texts.passages:
            for found in _LINK.finditer(passage.text) if "](" in passage.text or "][" in passage.text else ():
                says_nothing = _says_no_picture if picture else _says_no_link
                if bool(found["picture"]) is picture and says_nothing(found["text"]):
                    yield Finding(
                        path=texts.path,
                        key=passage.key,
                        language=passage.language,
                        excerpt=found[0],
                        values={"words": found["text"], "picture": _file_name(found)},
                    )


def _file_name(found: re.Match[str]) -> str:
    return (found["address"] or found["reference"] or found[0]).rpartition("/")[2]


def _says_no_picture(words: str) -> bool:
    telling = [word for word in _WORD.findall(words.casefold()) if word not in _ONLY_A_PICTURE]
    return not telling or _FILE_NAME.fullmatch(words.strip()) is not None


def _says_no_link(words: str) -> bool:
    return " ".join(_WORD.findall(words.casefold())) in _SAYS_NOTHING or not words.strip()
