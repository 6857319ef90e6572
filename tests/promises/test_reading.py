"""Promises 1 to 4: what is read of a file, and what is said of it."""

from pathlib import Path

from tests.promises.region import FROM_STRANGERS, TYPED, Site, codes, event, told


def test_promise_01_every_value_is_the_text_that_was_typed(site: Site) -> None:
    for number, typed in enumerate(TYPED):
        assert f"<h1>{typed}</h1>" in site.page(f"waarde-{number}")


def test_promise_02_no_tag_no_reference_to_itself_no_key_twice_and_a_limit_on_levels_nodes_and_bytes(
    tmp_path: Path,
) -> None:
    many = ", ".join(["*veel"] * 200)
    assert codes(
        tmp_path,
        tag=event("!!python/object/apply:os.system [ls]"),
        itself=event("&a [*a]"),
        twice=event("Een", titel="Twee"),
        in_dutch_and_english=event("Een", title="Twee"),
        deep=event("Een", contact="[" * 21 + "]" * 21),
        nodes=event("Een", welkom=f"[&veel [{', '.join(['x'] * 150)}], {many}]"),
        large=event("Een", body="x" * 1_000_001),
    ) == {
        "tag": ["yaml-tag"],
        "itself": ["yaml-alias-loop"],
        "twice": ["duplicate-key-alike"],
        "in_dutch_and_english": ["duplicate-key"],
        "deep": ["yaml-too-deep"],
        "nodes": ["yaml-too-large"],
        "large": ["file-too-large"],
    }


def test_promise_03_one_files_mistakes_hide_no_others_and_all_are_said_at_their_line(
    site: Site, tmp_path: Path
) -> None:
    assert told(tmp_path, FROM_STRANGERS) == {
        "events/de-kern/fout.md": [(4, "unknown-place-near"), (6, "unknown-key-near")]
    }
    assert site.code == 1
    assert "activiteiten/de-kern/fout/index.html" not in site.files
    assert "<h1>Koffie</h1>" in site.page("koffie")


def test_promise_04_utf8_only_and_nothing_that_controls_or_turns_text_around(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        {
            "events/de-kern/bytes.md": event("Een").encode() + b"\xff",
            "events/de-kern/half.md": event('"\\ud800"'),
            "events/de-kern/bel.md": event('"Een\\a"'),
            "events/de-kern/keert.md": event('"Een \\u202e"'),
            "events/de-kern/keert-onder.md": event("Een", body="Kom\u2067 erbij!"),
            "events/de-kern/familie.md": event("👨\u200d👩\u200d👧 می\u200cخواهم"),
        },
    )
    assert found == {
        "events/de-kern/bytes.md": [(8, "file-not-utf8")],
        "events/de-kern/half.md": [(2, "yaml-broken")],
        "events/de-kern/bel.md": [(2, "forbidden-character")],
        "events/de-kern/keert.md": [(2, "forbidden-character")],
        "events/de-kern/keert-onder.md": [(7, "forbidden-character")],
    }
