"""A picture in a page: the HTML that lets a browser choose, and that keeps its place."""

import pytest
from markupsafe import Markup

from streekagenda.model.media import Sizes
from streekagenda.rendering.pictures import picture, with_sizes

KNOWN = {
    "media/de-kern/zaal.jpg": Sizes(width=1280, height=960, webp=(160, 320)),
    "media/vuur.gif": Sizes(width=40, height=30, webp=()),
}
SRCSET = "../media/de-kern/zaal.jpg~160.webp 160w, ../media/de-kern/zaal.jpg~320.webp 320w"


def up(path: str) -> str:
    return "../" + path


def test_browser_chooses_a_copy_and_everybody_else_has_the_picture_itself() -> None:
    assert picture("media/de-kern/zaal.jpg", "De zaal", known=KNOWN, link=up) == (
        f'<picture><source type="image/webp" srcset="{SRCSET}" sizes="(min-width: 48em) 45em, 92vw">'
        '<img src="../media/de-kern/zaal.jpg" alt="De zaal" width="1280" height="960" loading="lazy" decoding="async">'
        "</picture>"
    )


def test_first_picture_does_not_wait() -> None:
    made = picture("media/vuur.gif", '"<b>', known=KNOWN, link=up, sizes="44px", look="logo", first=True)
    assert made == (
        '<img src="../media/vuur.gif" alt="&#34;&lt;b&gt;" width="40" height="30" class="logo" '
        'fetchpriority="high" decoding="async">'
    )


def test_drawing_of_which_no_size_is_known_is_shown_all_the_same() -> None:
    made = picture("media/logo.svg", "", known=KNOWN, link=up)
    assert made == '<img src="../media/logo.svg" alt="" loading="lazy" decoding="async">'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Kom!</p>", "<p>Kom!</p>"),
        ('<p><img alt="" src="../media/nieuw.jpg"></p>', '<p><img alt="" src="../media/nieuw.jpg"></p>'),
        (
            '<p><img alt="x" src="../static/guide/nl-1.webp"></p>',
            '<p><img alt="x" src="../static/guide/nl-1.webp"></p>',
        ),
        (
            '<img alt="A &amp; B" src="../media/vuur.gif">!',
            '<img src="../media/vuur.gif" alt="A &amp; B" width="40" height="30" loading="lazy" decoding="async">!',
        ),
    ],
)
def test_pictures_of_a_text_have_their_sizes(html: str, shown: str) -> None:
    assert with_sizes(Markup(html), root="../", known=KNOWN) == shown


def test_copies_of_a_text_are_those_of_a_page() -> None:
    html = Markup('<img alt="De zaal" src="../media/de-kern/zaal.jpg">')
    alone = picture("media/de-kern/zaal.jpg", "De zaal", known=KNOWN, link=up)
    assert with_sizes(html, root="../", known=KNOWN) == alone
