"""Which characters no text of a file may hold: who looks at texts alone does without what reads YAML."""

import re

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""What may not stand in content: controls, lone surrogates, what is no character, and marks that turn text around.

The marks are those of Trojan Source (CVE-2021-42574); U+200C and U+200D stay, Persian and emoji need them.
"""
