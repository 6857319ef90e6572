"""Addresses of the web as every program takes them: URIs (RFC 3986), in which a letter such as é is written out."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

_NOT_IN_A_URI = re.compile(r"[^!#-;=?-Z_a-z~]|%(?![0-9A-Fa-f]{2})|#")
"""What path, query and fragment do not hold: other characters than those of RFC 3986, and a % that begins nothing."""
_FOR_EXAMPLES = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)")
_NOT_WRITTEN = re.compile(r"[\x00-\x20<>\"'`{}|\\^]")
"""What browsers take out of an address, or what ends it where it stands in a text or a page."""
_NOT_IN_A_VALUE = re.compile(r"[^A-Za-z0-9_.~ -]")


def web_address(written: str) -> str:
    """Return what somebody wrote as the address of a page, as :func:`uri` gives it.

    Raises:
        ValueError: if it is none.
    """
    parts = urlsplit(written)
    if _NOT_WRITTEN.search(written) or parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError(written)
    return uri(written)


def uri(address: str) -> str:
    """Return an absolute http or https address with ASCII characters alone, as a browser asks for it.

    What is no character of an address is percent-encoded UTF-8 (RFC 3987 section 3.1), and in the name of the host Punycode (RFC 3490).
    Scheme and host come in small letters; the rest stays as it is.

    Raises:
        ValueError: if the host cannot be a name, or the port is no number.
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = "" if parts.port is None else f":{parts.port}"
    netloc = (f"[{host}]" if ":" in host else host) + port
    return urlunsplit((parts.scheme, netloc, *map(_written_out, (parts.path, parts.query, parts.fragment))))


def _written_out(text: str) -> str:
    return _NOT_IN_A_URI.sub(lambda found: quote(found[0]), text)


@lru_cache(maxsize=256)
def in_query(text: str) -> str:
    """Return a text as a value within the query of an address: all but unreserved characters is percent-encoded UTF-8.

    A space is ``%20``, since mail programs and Outlook show ``+`` as it is. What a page offers to several calendars, or as a
    message and as mail, is written out once.
    """
    written = text.replace("%", "%25")
    for character in set(_NOT_IN_A_VALUE.findall(text)) - {"%"}:
        written = written.replace(character, _octets(character))
    return written.replace(" ", "%20")


@lru_cache(maxsize=1_024)
def _octets(character: str) -> str:
    return quote(character, safe="")


def is_example(address: str) -> bool:
    """Whether the host of an address is reserved for examples, as in starter files (RFC 2606): nobody needs to be asked."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return _FOR_EXAMPLES.fullmatch(host.casefold()) is not None
