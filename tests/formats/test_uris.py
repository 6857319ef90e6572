from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rfc3986_validator import validate_rfc3986  # type: ignore[import-untyped]

from streekagenda.formats.uris import in_query, uri


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://bellen.example.nl/koffie", "https://bellen.example.nl/koffie"),
        (
            "https://bellen.example.nl/één?naam=Zoë#über",
            "https://bellen.example.nl/%C3%A9%C3%A9n?naam=Zo%C3%AB#%C3%BCber",
        ),
        ("https://één.example.nl/x", "https://xn--n-9faa.example.nl/x"),
        ("HTTPS://Bellen.Example.NL/Koffie", "https://bellen.example.nl/Koffie"),
        ("https://bellen.example.nl:8443/x", "https://bellen.example.nl:8443/x"),
        ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
        ("https://bellen.example.nl/a%20b?c=d,e;f&g=100%", "https://bellen.example.nl/a%20b?c=d,e;f&g=100%25"),
        ("https://bellen.example.nl/a?b[]=c#d[e]#f", "https://bellen.example.nl/a?b%5B%5D=c#d%5Be%5D%23f"),
        ("https://bellen.example.nl/!$&'()*+,;=:@~-._", "https://bellen.example.nl/!$&'()*+,;=:@~-._"),
        ("https://bellen.example.nl", "https://bellen.example.nl"),
        ("https://bellen.example.nl/😀", "https://bellen.example.nl/%F0%9F%98%80"),
    ],
)
def test_an_address_is_written_as_every_program_takes_it(address: str, expected: str) -> None:
    assert uri(address) == expected
    assert uri(expected) == expected


@pytest.mark.parametrize("address", ["https://a..example.nl/", f"https://{'é' * 70}.nl/", "https://example.nl:x/"])
def test_what_can_be_no_host_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        uri(address)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=40))
def test_any_path_gives_an_address_that_a_judge_takes(path: str) -> None:
    assert validate_rfc3986(uri(f"https://example.nl/{path}"))


def test_a_value_in_a_query_has_no_character_that_means_something_there() -> None:
    assert (
        in_query("Koffie & thee?\nCafé a+b/c_d.e~f-1%") == "Koffie%20%26%20thee%3F%0ACaf%C3%A9%20a%2Bb%2Fc_d.e~f-1%25"
    )


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_value_is_written_out_as_python_does(text: str) -> None:
    assert in_query(text) == quote(text, safe="")
