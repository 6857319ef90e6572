"""The types of addresses on the internet, by mail and by telephone, as they are written."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema

from streekagenda.content.declarations.fields import Line, Words, at_most, mistake
from streekagenda.formats.uris import web_address


def _web_address(value: str) -> str:
    try:
        address = web_address(value)  # with é written out: feeds and data know no other addresses
    except ValueError:
        near = re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", value)
        raise mistake("bad-url", value=value, **({"suggestion": f"https://{value}"} if near else {})) from None
    parts = urlsplit(value)
    if parts.username or parts.password:
        raise mistake("url-with-password")
    return address


_NOT_IN_ADDRESS = "\\s<>\"'`{}|\\\\^"
WebAddress = Annotated[
    Words,
    at_most(2000),
    AfterValidator(_web_address),
    WithJsonSchema(
        {
            "type": "string",
            "format": "uri",
            "pattern": f"^https?://[^/?#@{_NOT_IN_ADDRESS}]+([/?#][^{_NOT_IN_ADDRESS}]*)?$",
            "maxLength": 2000,
        }
    ),
]


_EMAIL = r"[A-Za-z0-9_.+'-]+@(?:[A-Za-z0-9_-]+\.)+[A-Za-z]{2,}"


def _email(value: str) -> str:
    if not re.fullmatch(_EMAIL, value):
        raise mistake("bad-email", value=value)
    return value


Email = Annotated[
    Line,
    at_most(254),
    AfterValidator(_email),
    WithJsonSchema({"type": "string", "format": "email", "pattern": f"^{_EMAIL}$", "maxLength": 254}),
]


def _phone(value: str) -> str:
    digits = sum(character in "0123456789" for character in value)
    if not re.fullmatch(r"\+?[0-9 ()./-]+", value, re.ASCII) or not 3 <= digits <= 16:
        raise mistake("bad-phone", value=value)
    return value


Phone = Annotated[
    Line,
    AfterValidator(_phone),
    WithJsonSchema({"type": "string", "pattern": "^\\+?(?:[ ()./-]*[0-9]){3,16}[ ()./-]*$"}),
]
"""A telephone number as people write it."""
