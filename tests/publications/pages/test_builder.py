"""The page on which another site makes its code: what stands there before a script has run, and for who has none."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from streekagenda.publications.editions import host_script
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import builder, statement
from tests import examples as ex
from tests.publications.html_sites import find, main, page, parsed, site, texts, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from streekagenda.publications.site import Site

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
FRAME = (
    '<iframe src="https://agenda.example.nl/{src}" title="{title}" width="600" height="600" '
    'style="border:0;display:block;width:100%" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
    f'sandbox="{SANDBOX}"></iframe>'
)
ODD = 'Café "De Dijk" & <b>Zo</b>'


@cache
def whole() -> Site:
    region = {
        "languages": ("nl", "en"),
        "topics": (ex.term("praten", ODD), ex.term("bewegen", ex.text("Bewegen", en="Moving"))),
        "audiences": (ex.term("ouderen", "كبار السن"),),
        "embed_allowed": ("https://www.example.org", "https://bieb.example.org/"),
    }
    return site(ex.event(ex.series(), languages=("nl", "ar"), place=ex.place("de-dijk", ODD)), in_region=region)


def made(language: str = "nl") -> Element:
    (html,) = texts(builder.pages(edition(whole(), language))).values()
    return parsed(html)


def test_the_code_of_the_whole_agenda_is_there_on_arrival() -> None:
    code = next(one for one in made().iter("textarea") if one.get("id") == "code")
    assert code.text == FRAME.format(src="embed/agenda/", title="Streekagenda")
    assert code.get("readonly") is not None
    example = next(made().iter("iframe"))
    assert (example.get("src"), example.get("title")) == ("../embed/agenda/", "Voorbeeld")


def test_a_list_is_chosen_by_what_its_feed_is_called() -> None:
    (what,) = [one for one in made().iter("select") if one.get("id") == "what"]
    found = {group.get("label"): [(one.get("value"), one.text) for one in group] for group in what.iter("optgroup")}
    assert found == {
        "Wijken en dorpen": [
            ("area/deventer", "Deventer"),
            ("area/zandweerd", "\u2003Zandweerd"),
            ("area/rivierenwijk", "\u2003Rivierenwijk"),
        ],
        "Onderwerpen": [("topic/praten", ODD), ("topic/bewegen", "Bewegen")],
        "Voor wie": [("audience/ouderen", "كبار السن")],
        "Organisaties": [("organisation/de-kern", "De kern")],
        "Plekken": [("place/de-dijk", ODD)],
    }


def test_two_villages_of_one_name_are_told_apart() -> None:
    loo = [ex.area(f"loo-{above}", "Loo", above=(above,)) for above in ("bathmen", "duiven")]
    areas = tuple(replace(ex.municipality(one.above[0]), areas=(one,)) for one in loo)
    tree = page("insluiten/", ex.event(ex.series()), in_region={"areas": areas})
    names = [option.text for option in tree.iter("option") if (option.get("value") or "").startswith("area/loo")]
    assert names == ["\u2003Loo (Bathmen)", "\u2003Loo (Duiven)"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nl",
            [
                FRAME.format(
                    src="embed/onderwerpen/praten/",
                    title="Agenda: Café &quot;De Dijk&quot; &amp; &lt;b&gt;Zo&lt;/b&gt;",
                ),
                FRAME.format(src="embed/onderwerpen/bewegen/", title="Agenda: Bewegen"),
                FRAME.format(src="embed/doelgroepen/ouderen/", title="Agenda: كبار السن"),
            ],
        ),
        (
            "en",
            [
                FRAME.format(
                    src="en/embed/topics/praten/", title="Agenda: Café &quot;De Dijk&quot; &amp; &lt;b&gt;Zo&lt;/b&gt;"
                ),
                FRAME.format(src="en/embed/topics/bewegen/", title="Agenda: Moving"),
                FRAME.format(src="en/embed/audiences/ouderen/", title="Agenda: كبار السن"),
            ],
        ),
    ],
)
def test_the_code_of_each_list_is_ready_for_who_has_no_script(language: str, expected: list[str]) -> None:
    ready = [one for noscript in main(made(language)).iter("noscript") for one in noscript.iter("textarea")]
    assert [one.text for one in ready][3:] == expected
    assert all(parsed(str(one.text)).find(".//iframe") is not None for one in ready)


def test_the_frame_that_is_pasted_has_the_name_of_the_list() -> None:
    code = next(one.text for one in main(made()).iter("textarea") if "praten" in (one.text or ""))
    (frame,) = parsed(str(code)).iter("iframe")
    assert frame.get("title") == f"Agenda: {ODD}"


def test_the_script_gets_every_address_and_the_newest_version() -> None:
    script = next(one for one in main(made("en")).iter("script"))
    data = json.loads(script.text or "")
    newest = host_script.newest(whole())
    assert {key: data[key] for key in ("base", "lang", "newest", "checked", "integrity", "fragment", "dates")} == {
        "base": "https://agenda.example.nl/",
        "lang": "en",
        "newest": "embed.js",
        "checked": newest.path,
        "integrity": newest.integrity,
        "fragment": "fragment.html",
        "dates": ".rss",
    }
    assert (data["embeds"]["area"], data["pages"]["area"]) == ("en/embed/areas/", "en/areas/")
    assert data["screens"] == {
        "agenda": "en/screen/",
        "area": "en/screen/areas/",
        "place": "en/screen/places/",
        "organisation": "en/screen/organisations/",
    }


def test_a_list_can_be_narrowed_down_by_all_that_the_region_knows() -> None:
    ticks = [one for one in made().iter("input") if one.get("type") == "checkbox"]
    found: dict[str, list[str]] = {}
    for one in ticks:
        found.setdefault(str(one.get("name")), []).append(str(one.get("value")))
    assert {name: values for name, values in found.items() if name not in {"newest", "heading", "night", "qr"}} == {
        "topic": ["praten", "bewegen"],
        "audience": ["ouderen"],
        "part": ["morning", "afternoon", "evening"],
        "weekday": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        "walk-in": ["1"],
        "free": ["1"],
        "facility": ["rolstoel"],
        "language": ["ar", "nl"],
        "area": ["deventer", "zandweerd", "rivierenwijk"],
    }


def test_who_may_show_the_calendar_is_said_where_not_everybody_may() -> None:
    assert "Deze sites mogen de agenda laten zien: www.example.org en bieb.example.org." in words(main(made()))
    anyone = page("insluiten/", ex.event(ex.series()))
    assert "Deze sites mogen" not in words(main(anyone))


def test_every_page_and_every_list_lead_to_it() -> None:
    tree = page("wijken/zandweerd/", ex.event(ex.series()))
    links = {words(one): one.get("href") for one in tree.iter("a")}
    assert links["Deze agenda op je eigen site"] == "../../insluiten/"
    assert links["Laat deze lijst op je eigen site zien"] == "../../insluiten/?what=area/zandweerd"


def test_the_statement_has_a_text_for_each_statement_of_the_host() -> None:
    (html,) = texts(statement.pages(edition(whole(), "nl"))).values()
    tree = parsed(html)
    privacy, accessibility = [one.text for one in tree.iter("textarea")]
    assert privacy == (
        "Onze site laat een deel zien van de agenda ‘Streekagenda’. Je browser haalt die op bij agenda.example.nl. "
        "De agenda plaatst geen cookies, bewaart niets in je browser en volgt je niet. Om de agenda te kunnen sturen krijgt "
        "de computer van die site je IP-adres, het soort browser dat je gebruikt en het adres van onze site. "
        "Meer hierover lees je op https://agenda.example.nl/insluiten/verklaring/."
    )
    assert accessibility == (
        "Onze site laat in een kader een deel zien van de agenda ‘Streekagenda’ van agenda.example.nl. De makers streven "
        "naar WCAG 2.2, niveau A en AA, en controleren dat met programma’s. Mensen met een beperking hebben de agenda nog "
        "niet onderzocht. Wat nog niet in orde is, staat op https://agenda.example.nl/insluiten/verklaring/."
    )
    assert find(tree, "lead")
