"""Numbers that are none, and numbers that are too much."""

from tests.hostile.case import Case, event

_GEO = ("[.nan, .nan]", "[.inf, 6.1]", "[1e999999999, 6.1]", "[91, 6.1]", "[52.2, 181]", "[52.2]", "[52.2, 6.1, 3]",
        "52.2", "[a, b]", "['', '']", "{lat: 1}", f"[{'9' * 50_000}, 6.1]", "['52,2', '6,1']", "[[52.2], 6.1]", "[sNaN, 6.1]", "[0x10, 6.1]")  # fmt: skip
_CAPACITY = ("0", "-1", "1e3", "1.5", "99999999999999999999", "9" * 5_000, "'١٢'", "tien", "0x10", "1_000")
_PRICE = {"below-nothing": ("-5", ("negative-price",)), "beyond-counting": ("99999999999", ()), "of-an-exponent": ("1e400", ()),
          "of-two-commas": ("2,5,0", ()), "of-nan": (".nan", ())}  # fmt: skip

CASES: tuple[Case, ...] = (
    *(
        event(f"geo-{number}", "bad-geo", plek=f"{{naam: Ergens, wijk: zandweerd, geo: {text}}}")
        for number, text in enumerate(_GEO)
    ),
    *(
        event(
            f"capacity-{number}",
            "number-out-of-range" if text == "0" else "not-a-number",
            aanmelden=f"{{telefoon: 0570 123 456, plekken: {text}}}",
        )
        for number, text in enumerate(_CAPACITY)
    ),
    *(event(f"price-{name}", *says, prijs=text) for name, (text, says) in _PRICE.items()),
)
