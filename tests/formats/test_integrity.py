from __future__ import annotations

import subprocess

import pytest

from streekagenda.formats.integrity import integrity


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"),
        # the example of the recommendation itself, section 3.1
        (b"alert('Hello, world.');", "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"),
    ],
)
def test_the_value_is_that_of_the_recommendation(content: bytes, expected: str) -> None:
    assert integrity(content) == expected


def test_openssl_says_the_same() -> None:
    content = "(() => 'Café ☕')()".encode()
    digest = subprocess.run(["openssl", "dgst", "-sha384", "-binary"], input=content, capture_output=True, check=True)
    said = subprocess.run(["openssl", "base64", "-A"], input=digest.stdout, capture_output=True, check=True)
    assert integrity(content) == f"sha384-{said.stdout.decode()}"
