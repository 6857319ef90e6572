"""What becomes of a picture: smaller, upright, in its colours, and silent about who made it and where."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

from streekagenda.formats import pictures
from streekagenda.model.media import Copies
from tests.photos import PNG, halves, opened, photo, saved

AMSTERDAM = {1: "N", 2: (52.0, 22.0, 12.0), 3: "E", 4: (4.0, 53.0, 42.0)}
GPS, ORIENTATION, CAMERA = 0x8825, 0x0112, 0x010F


def exif(*, orientation: int = 1) -> Image.Exif:
    said = Image.Exif()
    said[CAMERA], said[ORIENTATION] = "Telefoon van Anneke", orientation
    said[GPS] = {
        key: TiffImagePlugin.IFDRational(1) if isinstance(one, float) else one for key, one in AMSTERDAM.items()
    }
    return said


def shades(content: bytes) -> tuple[str, str]:
    """Which of red and blue is at the left and at the right."""
    picture = opened(content).convert("RGB")
    row = picture.height // 2
    ends = [picture.getpixel((column, row)) for column in (2, picture.width - 3)]
    assert all(isinstance(one, tuple) for one in ends)
    left, right = ("red" if one[0] > one[2] else "blue" for one in ends)  # type: ignore[index]
    return left, right


@pytest.mark.parametrize(
    ("width", "height", "own", "webp"),
    [
        (100, 50, (100, 50), [(100, 50)]),
        (160, 90, (160, 90), [(160, 90)]),
        (640, 480, (640, 480), [(160, 120), (320, 240), (640, 480)]),
        (1200, 630, (1200, 630), [(160, 84), (320, 168), (640, 336), (960, 504), (1200, 630)]),
        (4000, 3000, (1280, 960), [(160, 120), (320, 240), (640, 480), (960, 720), (1280, 960)]),
        (2000, 3, (1280, 2), [(160, 1), (320, 1), (640, 1), (960, 1), (1280, 2)]),
    ],
)
def test_sizes_are_those_of_screens_and_never_larger_than_the_picture(
    width: int, height: int, own: tuple[int, int], webp: list[tuple[int, int]]
) -> None:
    content = photo(width, height)
    made = pictures.copies(content)
    assert (made.width, made.height) == opened(made.own).size == pictures.size(content) == own
    assert pictures.told_size(content) == (width, height)
    assert [opened(one).size for _, one in made.webp] == webp
    assert [one for one, _ in made.webp] == [one for one, _ in webp]


@pytest.mark.parametrize(
    ("orientation", "size", "seen"),
    [
        (1, (400, 300), ("red", "blue")),
        (2, (400, 300), ("blue", "red")),
        (3, (400, 300), ("blue", "red")),
        (6, (300, 400), None),
        (8, (300, 400), None),
    ],
)
def test_picture_stands_upright(orientation: int, size: tuple[int, int], seen: tuple[str, str] | None) -> None:
    content = photo(400, 300, exif=exif(orientation=orientation))
    made = pictures.copies(content)
    assert (made.width, made.height) == pictures.size(content) == pictures.told_size(content) == size
    for one in (made.own, made.webp[-1][1]):
        assert opened(one).size == size
        assert seen is None or shades(one) == seen


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_says_who_made_it_or_where(kind: str) -> None:
    content = photo(300, 200, kind, exif=exif(), **({"comment": b"Anneke thuis"} if kind == "JPEG" else {}))
    assert b"Telefoon van Anneke" in content
    made = pictures.copies(content)
    for one in (made.own, *(copy for _, copy in made.webp)):
        assert b"Anneke" not in one
        assert not opened(one).getexif()
        assert set(opened(one).info) & {"exif", "xmp", "icc_profile", "comment", "photoshop"} == set()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_own_name_keeps_its_own_format(kind: str) -> None:
    assert opened(pictures.copies(photo(2000, 100, kind)).own).format == kind


def test_small_picture_without_anything_beside_it_stays_as_it_is() -> None:
    for content in (PNG, Path("content/media/wintersoep.jpg").read_bytes()):
        assert pictures.copies(content).own == content


def test_colours_become_those_of_screens() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    swapped = saved(halves(400, 100).convert("CMYK"), "JPEG")
    assert shades(pictures.copies(swapped).own) == ("red", "blue")
    # a profile that does not fit is passed over; the picture stays
    assert shades(pictures.copies(photo(400, 100, icc_profile=lab)).own) == ("red", "blue")
    assert shades(pictures.copies(photo(400, 100, icc_profile=b"stuk")).own) == ("red", "blue")


def test_what_can_be_seen_through_stays_so() -> None:
    picture = halves(400, 100).convert("RGBA")
    picture.putpixel((5, 5), (0, 0, 0, 0))
    for content in (saved(picture, "PNG"), saved(picture.convert("P"), "PNG", transparency=0)):
        made = pictures.copies(content)
        assert opened(made.webp[-1][1]).mode == "RGBA"


SAID = b"Telefoon van Anneke"


def moving(kind: str, **how: Any) -> bytes:
    frames: dict[str, Any] = {"save_all": True, "append_images": [halves(2000, 100, "#00c000")], "duration": 300}
    return photo(2000, 100, kind, loop=3, **frames, **how)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_keeps_its_frames(kind: str) -> None:
    content = moving(kind)
    assert pictures.copies(content) == Copies(width=2000, height=100, own=content, webp=())
    assert pictures.size(content) == (2000, 100)


def with_remarks(kind: str) -> bytes:
    """What moves, with all that can stand beside its frames, and a page behind its end."""
    match kind:
        case "GIF":
            block = bytes((len(SAID),)) + SAID + b"\0"
            extensions = b"!\xfe" + block + b"!\xff\x0bXMP DataXMP" + block + b"!\x01" + block
            whole = moving(kind, comment=SAID)
            return whole[:-1] + extensions + b";" + SAID
        case "WEBP":
            whole = moving(kind, exif=exif(), xmp=b"<x>" + SAID + b"</x>", icc_profile=SAID)
            return whole + SAID
        case _:
            told = PngImagePlugin.PngInfo()
            told.add_text("Author", SAID)
            return moving(kind, pnginfo=told, exif=exif(), icc_profile=SAID) + SAID


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_says_nothing_of_who_made_it(kind: str) -> None:
    content = with_remarks(kind)
    assert content.count(SAID) >= 3
    own = pictures.copies(content).own
    assert own == moving(kind)
    assert own.count(SAID) == 0
    assert (Image.open(BytesIO(own)).n_frames, opened(own).info["loop"]) == (2, 3)  # type: ignore[attr-defined]


def test_gif_that_lacks_its_end_gets_it_and_one_that_stops_within_a_frame_is_damaged() -> None:
    whole = moving("GIF")
    assert pictures.copies(whole[:-1]).own == whole
    for content in (whole[:-40], whole[:-1] + b"!\xfe\xff" + SAID):
        with pytest.raises(pictures.UnreadableError):
            pictures.size(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"<svg></svg>",
        photo(300, 200)[:-300],
        photo(300, 200, "PNG")[:120],
        photo(300, 200, "WEBP")[:60],
    ],
    ids=["nothing", "three bytes", "only a signature", "svg", "half a jpeg", "half a png", "half a webp"],
)
def test_what_cannot_be_shown_is_told(content: bytes) -> None:
    for ask in (pictures.size, pictures.copies):
        with pytest.raises(pictures.UnreadableError):
            ask(content)


def test_picture_that_is_far_too_large_is_not_even_read() -> None:
    header = PNG[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + PNG[24:]
    for content in (photo(10_000, 5_001, "PNG"), header):
        with pytest.raises((pictures.TooLargeError, pictures.UnreadableError)):
            pictures.size(content)
    with pytest.raises(pictures.TooLargeError) as caught:
        pictures.copies(photo(10_000, 5_001, "PNG"))
    assert (caught.value.width, caught.value.height) == (10_000, 5_001)


def test_copies_are_the_same_bytes_again() -> None:
    content = photo(1000, 400, exif=exif(orientation=6))
    assert pictures.copies(content) == pictures.copies(content)
