"""QR codes are read back, as a phone does, from how a browser would paint them."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from streekagenda.formats.qr_code import qr_code

ADDRESSES = [
    "https://agenda.example.nl/abonneren/",
    "webcal://agenda.example.nl/feeds/all.ics",
    "https://www.streekagenda-van-een-lange-naam.example.nl/een/pad/uk/subscribe/areas/rivierenwijk-bergweide/",
    *(f"https://agenda.example.nl/abonneren/wijken/wijk-{number}/" for number in range(12)),
]


def painted(svg: str, pixels: int = 6) -> Image.Image:
    """Paint the lines of a code: moves and lines to the right on rows of one module."""
    drawing = ET.fromstring(svg)
    _, _, width, height = map(int, drawing.get("viewBox", "").split())
    light, dark = drawing.findall("path")
    assert (light.get("fill"), dark.get("stroke")) == ("#fff", "#000")
    image = Image.new("L", (width * pixels, height * pixels), 255)
    draw, x, y = ImageDraw.Draw(image), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", dark.get("d", "")):
        values = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            top = (y - 0.5) * pixels
            draw.rectangle((x * pixels, top, (x + values[0]) * pixels - 1, top + pixels - 1), fill=0)
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return image


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_reads_the_address(address: str) -> None:
    (read,) = zxingcpp.read_barcodes(painted(qr_code(address, "QR-code")))
    assert (read.text, read.format) == (address, zxingcpp.BarcodeFormat.QRCode)


def test_a_code_has_a_name_and_nothing_that_a_policy_refuses() -> None:
    svg = qr_code("https://agenda.example.nl/", 'Adres van <deze> & "die" pagina')
    drawing = ET.fromstring(svg)
    assert (drawing.get("role"), drawing.findtext("title")) == ("img", 'Adres van <deze> & "die" pagina')
    assert {name for one in drawing.iter() for name in one.attrib} == {
        "role",
        "viewBox",
        "class",
        "fill",
        "stroke",
        "d",
    }
