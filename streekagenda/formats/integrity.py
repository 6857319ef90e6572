"""The value by which a browser knows that a script is the one it was promised (Subresource Integrity, section 3.1)."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha384


def integrity(content: bytes) -> str:
    """Return what stands in the attribute ``integrity`` of the element that loads these bytes: ``sha384-…``, 71 characters."""
    return "sha384-" + b64encode(sha384(content).digest()).decode("ascii")
