"""Dates at the edges of time, rules that never end, and changes without number."""

from tests.hostile.case import Case, event

_EXTRA = [f"2027-{1 + n // 28 % 12:02}-{1 + n % 28:02} 13:00-14:00" for n in range(336)]
_WHENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "year-0": ("0000-01-01 10:00-12:00", ("when-year-range",)),
    "year-1": ("0001-01-01 10:00-12:00", ("when-year-range",)),
    "year-1999": ("1999-12-31 10:00-12:00", ("when-year-range",)),
    "year-2101": ("2101-01-01 10:00-12:00", ("when-year-range",)),
    "year-9999": ("9999-12-31 10:00-12:00", ("when-year-range",)),
    "year-10000": ("10000-01-01 10:00-12:00", ("when-year-range",)),
    "year-of-a-million": ("1000000-01-01 10:00-12:00", ("when-no-year", "when-not-understood")),
    "year-of-this-day": ("2026-09-15 10:00-12:00", ()),
    "year-2100": ("2100-12-31 10:00-12:00", ()),
    "last-night-of-2100": ("2100-12-31 22:00-02:00", ()),
    "month-13": ("2027-13-01 10:00-12:00", ("when-month-day",)),
    "day-30-of-february": ("2027-02-30 10:00-12:00", ("when-unknown-date",)),
    "day-29-of-no-leap-year": ("2027-02-29 10:00-12:00", ("when-unknown-date",)),
    "day-0": ("2027-01-00 10:00-12:00", ("when-unknown-date",)),
    "hour-24": ("2027-01-15 24:00-25:00", ("when-begins-at-24", "when-unknown-time")),
    "hour-25": ("2027-01-15 25:99", ("when-unknown-time",)),
    "hour-before-nothing": ("2027-01-15 -1:00-2:00", ("when-which-half",)),
    "hour-that-the-clock-skips": ("2027-03-28 02:30-03:30", ("time-does-not-exist",)),
    "hour-that-comes-twice": ("2027-10-31 02:30-03:30", ()),
    "hours-that-end-before-they-begin": ("2027-01-15 12:00-10:00", ("when-which-end",)),
    "phrase-of-ten-thousand-characters": ("elke " + "maandag en " * 900, ("when-too-long",)),
    "phrase-of-half-a-megabyte": ("elke maandag " * 35_000, ("when-too-long",)),
    "phrase-of-figures": ("1 " * 5_000, ("when-too-long",)),
    "phrase-of-dots": (". " * 5_000, ("when-too-long",)),
    "phrase-of-one-word": ("x" * 20_000, ("when-too-long",)),
    "phrase-of-weekdays-without-end": ("elke " + ", ".join(["ma", "di", "wo"] * 2_000) + " 10-12", ("when-too-long",)),
    "phrase-of-dates-without-end": (
        "; ".join(f"{1 + n % 28} januari 2027 10.00 uur" for n in range(2_000)),
        ("when-too-long",),
    ),
    "phrase-with-markup": ("<script>alert(1)</script>", ("when-either", "when-not-understood")),
    "phrase-with-jinja": ("'{{ 7 * 7 }}'", ("when-not-understood",)),
    "phrase-of-an-emoji": ("☕", ("when-not-understood",)),
    "date-of-a-negative-year": ("-2027-01-15 10:00", ()),
    "date-of-five-thousand-figures": ("9" * 5_000, ("when-too-long",)),
    "range-of-a-century": ("{op: 2000-01-01..2100-12-31, tijd: 10:00-11:00}", ("when-range-too-long",)),
    "range-that-goes-back": ("{op: 2027-02-01..2027-01-01, tijd: 10:00-11:00}", ("when-order",)),
    "range-to-the-end-of-time": ("{op: 2027-01-01..9999-12-31, tijd: 10:00-11:00}", ("when-year-range",)),
    "dates-without-number": (
        "{op: ["
        + ", ".join(f"{2027 + n // 300}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(1_200))
        + "], tijd: 10:00-11:00}",
        ("list-too-long",),
    ),
    "dates-one-thousand-times-one-day": (
        "{op: [" + ", ".join(["2027-01-15"] * 1_000) + "], tijd: 10:00-11:00}",
        ("date-twice",),
    ),
    "count-of-nothing": ("{elke: maandag 10-12 uur, vanaf: 2027-01-04, aantal keer: 0}", ("number-out-of-range",)),
    "count-below-nothing": ("{elke: maandag 10-12 uur, vanaf: 2027-01-04, aantal keer: -1}", ("not-a-number",)),
    "count-of-a-thousand-and-one": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, aantal keer: 1001}",
        ("number-out-of-range",),
    ),
    "count-of-a-billion": ("{elke: maandag 10-12 uur, vanaf: 2027-01-04, aantal keer: 1000000000}", ("not-a-number",)),
    "every-day-for-a-century": (
        "{elke: elke dag 10-12 uur, vanaf: 2000-01-01, tot en met: 2100-12-31}",
        ("until-too-far",),
    ),
    "every-day-since-the-first-year": ("{elke: elke dag 10-12 uur, vanaf: 2000-01-01}", ()),
    "every-day-from-the-first-of-all-days": ("{elke: elke dag 10-12 uur, vanaf: 0001-01-01}", ("when-year-range",)),
    "end-before-the-start": (
        "{elke: maandag 10-12 uur, vanaf: 2027-02-01, tot en met: 2027-01-01}",
        ("until-before-from",),
    ),
    "fifth-monday-of-february-alone": ("{elke: 5e maandag van februari 10-12 uur, vanaf: 2027-01-01}", ()),
    "all-days-left-out": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, tot en met: 2027-01-18, behalve: [2027-01-04, 2027-01-11, 2027-01-18]}",
        ("series-all-excepted",),
    ),
    "left-out-for-a-century": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, behalve: [2000-01-01..2100-12-31]}",
        ("series-all-excepted",),
    ),
    "left-out-a-thousand-times": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, behalve: [" + ", ".join(["feestdagen"] * 1_000) + "]}",
        (),
    ),
    "change-on-no-date": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 2027-01-05, status: afgelast}]}",
        ("change-no-occurrence",),
    ),
    "change-to-the-end-of-time": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 2027-01-04, datum: 9999-12-31}]}",
        ("when-year-range",),
    ),
    "change-before-all-time": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 0001-01-01, datum: 2027-01-05}]}",
        ("when-year-range",),
    ),
    "change-twice": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 2027-01-04, status: afgelast}, {op: 2027-01-04, tijd: 12-13}]}",
        ("change-twice",),
    ),
    "changes-by-the-thousand": (
        "{elke: elke dag 10-12 uur, vanaf: 2027-01-01, wijzigingen: ["
        + ", ".join(f"{{op: 2027-{1 + n // 28:02}-{1 + n % 28:02}, tijd: 11:00-12:00}}" for n in range(336))
        + "]}",
        (),
    ),
    "changes-by-the-thousands": (
        "{elke: elke dag 10-12 uur, vanaf: 2027-01-01, wijzigingen: ["
        + ", ".join("{op: 2027-01-01, tijd: 11-12}" for _ in range(3_000))
        + "]}",
        ("list-too-long",),
    ),
    "changes-that-are-all-one": (
        "{elke: elke dag 10-12 uur, vanaf: 2027-01-01, wijzigingen: ["
        + ", ".join("{op: 2027-01-01, tijd: 11-12}" for _ in range(1_000))
        + "]}",
        ("change-twice", "too-many-mistakes"),
    ),
    "changes-that-chase-each-other": (
        "{elke: maandag 10-12 uur, vanaf: 2027-01-04, wijzigingen: [{op: 2027-01-04, datum: 2027-01-11}, {op: 2027-01-11, datum: 2027-01-04}]}",
        (),
    ),
    "extra-dates-by-the-thousand": (
        f"{{elke: maandag 10-12 uur, vanaf: 2027-01-04, ook: [{', '.join(_EXTRA)}]}}",
        (),
    ),
    "extra-dates-by-the-ten-thousand": (
        "["
        + ", ".join(
            f"{{elke: maandag {8 + n // 4}:{n % 4}0-20:00, vanaf: 2027-01-04, ook: [{', '.join(_EXTRA)}]}}"
            for n in range(30)
        )
        + "]",
        ("too-many-dates",),
    ),
    "entries-by-the-hundred": (
        "["
        + ", ".join(f"2027-{1 + n // 28 % 12:02}-{1 + n % 28:02} {10 + n // 336}:00-20:00" for n in range(1_000))
        + "]",
        (),
    ),
    "rules-by-the-hundred": (
        "["
        + ", ".join(f"{{elke: elke dag {4 + n // 60:02}:{n % 60:02}-23:00, vanaf: 2026-12-01}}" for n in range(300))
        + "]",
        ("too-many-dates",),
    ),
}
_RULES: dict[str, tuple[str, tuple[str, ...]]] = {
    "interval-of-nothing": ("FREQ=DAILY;INTERVAL=0", ("rrule-number",)),
    "interval-below-nothing": ("FREQ=DAILY;INTERVAL=-1", ("rrule-number",)),
    "interval-of-a-thousand": ("FREQ=DAILY;INTERVAL=1000", ("rrule-number",)),
    "every-second": ("FREQ=SECONDLY", ("rrule-secondly",)),
    "every-minute": ("FREQ=MINUTELY", ("rrule-minutely",)),
    "every-hour": ("FREQ=HOURLY", ("rrule-hourly",)),
    "count-of-a-billion": ("FREQ=DAILY;COUNT=1000000000", ("rrule-number",)),
    "until-the-end-of-time": ("FREQ=DAILY;UNTIL=99991231", ("rrule-until",)),
    "until-year-0": ("FREQ=DAILY;UNTIL=00000101", ("rrule-until",)),
    "until-a-century": ("FREQ=DAILY;UNTIL=21001231", ("until-too-far",)),
    "all-hours": ("FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2;BYSECOND=0,1,2", ("rrule-part-unsupported",)),
    "all-days-of-the-year": (
        f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(1, 367)))};COUNT=1",
        ("rrule-part-unsupported",),
    ),
    "dense-lists": (
        f"FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY={','.join(map(str, range(1, 32)))};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366;COUNT=1",
        (),
    ),
    "list-of-a-thousand": (f"FREQ=MONTHLY;BYMONTHDAY={','.join(['1'] * 1_000)}", ("rrule-list-too-long",)),
    "day-that-never-is": ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ("series-empty",)),
    "day-that-seldom-is": ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ()),
    "position-that-never-is": ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", ("series-empty",)),
    "part-twice": ("FREQ=DAILY;FREQ=SECONDLY", ("rrule-part-twice",)),
    "part-without-a-name": ("=DAILY", ("rrule-part-unknown",)),
    "part-of-ten-thousand-letters": ("FREQ=" + "X" * 10_000, ("rrule-frequency",)),
    "figures-of-arabic": ("FREQ=DAILY;COUNT=١٠", ("rrule-number",)),
    "dates-inside": ("FREQ=DAILY;EXDATE=20270101", ("rrule-with-dates",)),
    "line-end-inside": ("FREQ=DAILY\\nATTENDEE:mailto:evil@evil.example", ("rrule-frequency",)),
    "nothing": (";;;;", ("rrule-no-frequency",)),
    "week-that-starts-on-sunday": ("FREQ=WEEKLY;WKST=SU", ("rrule-week-start",)),
    "calendar-of-another-world": ("RSCALE=HEBREW;FREQ=YEARLY", ("rrule-part-unsupported",)),
}
_DAYS = {
    "checked-at-the-end-of-time": "9999-12-31",
    "checked-in-year-0": "0000-00-00",
    "checked-with-markup": "'<script>alert(1)</script>'",
}

CASES: tuple[Case, ...] = (
    *(event(f"when-{name}", *says, wanneer=text) for name, (text, says) in _WHENS.items()),
    *(
        event(f"rule-{name}", *says, wanneer=f'{{rrule: "{text}", start: 2027-01-04 10:00, duration: 2 hours}}')
        for name, (text, says) in _RULES.items()
    ),
    *(
        event(name, "when-not-understood" if "markup" in name else "when-year-range", gecontroleerd=text)
        for name, text in _DAYS.items()
    ),
    event("checked-in-a-century", "checked-later", gecontroleerd="2100-12-31"),
    event(
        "rule-that-lasts-a-thousand-years",
        "when-not-a-duration",
        wanneer="{rrule: FREQ=DAILY, start: 2027-01-04 10:00, duration: P1000Y}",
    ),
    event(
        "rule-that-lasts-for-ever",
        "when-not-a-duration",
        wanneer="{rrule: FREQ=DAILY, start: 2027-01-04 10:00, duration: PT999999999999H}",
    ),
    event("rule-that-starts-never", "rrule-no-start", wanneer="{rrule: FREQ=DAILY}"),
    event(
        "rule-that-ends-before-it-starts",
        "rrule-end-before-start",
        wanneer="{rrule: FREQ=DAILY, start: 2027-01-04 10:00, end: 2027-01-03 10:00}",
    ),
    event(
        "rule-of-whole-days-that-lasts-a-week",
        "rrule-all-day-lasting",
        wanneer="{rrule: FREQ=YEARLY;COUNT=2, start: 2027-01-04 hele dag, duration: 7 dagen}",
    ),
    event(
        "rule-of-whole-days-with-an-end",
        "rrule-all-day-lasting",
        wanneer="{rrule: FREQ=YEARLY;COUNT=2, start: 2027-01-04 hele dag, end: 2027-01-06}",
    ),
    event(
        "rule-that-starts-with-three-days",
        "rrule-start-of-days",
        wanneer="{rrule: FREQ=YEARLY;COUNT=2, start: 2027-01-04 t/m 2027-01-06}",
    ),
    event(
        "rule-that-ends-twice",
        "rrule-end-twice",
        wanneer="{rrule: FREQ=DAILY;COUNT=2, start: 2027-01-04 10:00-12:00, duration: 1 uur}",
    ),
    event(
        "rule-of-whole-days-behind-a-door",
        "doors-all-day",
        wanneer="{rrule: FREQ=DAILY;COUNT=2, start: 2027-01-04 hele dag, doors: '9:00'}",
    ),
    event(
        "week-of-whole-days-behind-a-door",
        "doors-all-day",
        wanneer="{elke: zaterdag, tijd: hele dag, vanaf: 2027-01-09, doors: '9:00'}",
    ),
    event(
        "said-whole-days-behind-a-door",
        "doors-all-day",
        wanneer="{elke: zaterdag hele dag, vanaf: 2027-01-09, doors: '9:00'}",
    ),
    event(
        "two-whole-days-behind-a-door",
        "doors-all-day",
        wanneer="{op: [2027-01-09, 2027-01-16], tijd: hele dag, doors: '9:00'}",
    ),
    event(
        "booking-until-the-end-of-time", "when-year-range", aanmelden="{telefoon: 0570 123 456, tot en met: 9999-12-31}"
    ),
    event(
        "letter-before-its-visit",
        "until-before-from",
        uitnodiging="{straten: [A], bezoek vanaf: 2027-02-01, bezoek tot en met: 2027-01-01}",
    ),
    Case(
        name="campaign-that-ends-first",
        files={
            "campaigns/campaign-that-ends-first.md": "---\ntitel: X\nvanaf: 2027-02-01\ntot en met: 2027-01-01\n---\n"
        },
        says=("until-before-from",),
        page="campagnes/campaign-that-ends-first/index.html",
    ),
    event(
        "two-doors",
        "doors-twice",
        wanneer="{elke: 'dinsdag 10:00-12:00 inloop vanaf 9:30', vanaf: 2026-12-01, doors: '09:15'}",
    ),
    *(
        Case(
            name=name,
            files={
                f"places/{name}.md": f"---\nnaam: X\nwijk: zandweerd\nopen: {{elke: maandag 9:00-10:00, {said}}}\n---\n",
            },
            says=("open-key-unused",),
            page=f"plekken/{name}/index.html",
        )
        for name, said in {
            "place-open-elsewhere": "plek: zaal",
            "place-open-elsewhere-once": "changes: [{on: 2026-12-07, place: zaal}]",
            "place-open-but-cancelled": "status: cancelled",
            "place-open-under-another-name": "titel: Zomaar",
            "place-open-and-full": "aanmelden: {stand: vol}",
        }.items()
    ),
    Case(
        name="place-open-for-ever",
        files={
            "places/place-open-for-ever.md": "---\nnaam: X\nwijk: zandweerd\nopen: elke dag 00:00-23:00\ngesloten: [2000-01-01..2100-12-31]\n---\n"
        },
        page="plekken/place-open-for-ever/index.html",
    ),
)
