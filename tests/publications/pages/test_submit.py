"""The page on which one submits, the guide, and “Klopt dit niet?” on the page of an activity."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from streekagenda.diagnostics import Location
from streekagenda.model.organisation import Contact
from streekagenda.model.repository import Forge, Repository
from tests import examples as ex
from tests.publications.html_sites import find, main, page, parsed, published, site, words

EDITORS = Contact(name="De redactie", phone="0570 00 00 10", email="redactie@example.org")
KEPT = Repository(url="https://github.com/kom/erbij", forge=Forge.GITHUB)
WAYS = [
    "Met het formulier",
    "Bel of mail ons",
    "Met een account op github.com",
    "Lees de handleiding (opent in een nieuw tabblad)",
]


def submitting(path: str = "aanmelden/", language: str = "nl", **region: object) -> ex.Any:
    here = site(ex.event(), in_region={"contact": EDITORS, "repository": KEPT, "languages": ("nl", "en"), **region})
    return parsed(published(here, language)[f"{path}index.html"])


def block(tree: ex.Any, name: str) -> ex.Any:
    (script,) = [one for one in tree.iter("script") if one.get("id") == name]
    return json.loads(script.text)


def test_ways_stand_in_the_order_in_which_people_choose_them() -> None:
    tree = submitting()
    (chips,) = find(main(tree), "chips")
    assert [words(one) for one in chips.iter("a")] == WAYS
    assert [words(one) for one in main(tree).iter("h2")] == [*WAYS[:3], "Is er iets veranderd?"]


def test_without_javascript_the_form_is_hidden_and_the_other_ways_are_there() -> None:
    tree = submitting()
    (form,) = tree.iter("form")
    (preview,) = find(tree, "preview")
    assert form.get("hidden") is not None
    assert preview.get("hidden") is not None
    (notice,) = [one for one in tree.iter("p") if one.get("id") == "no-form"]
    text = words(main(tree))
    assert "Zie je hier geen formulier?" in words(notice)
    assert "De redactie zet het voor je in de agenda." in text
    assert "0570 00 00 10" in text


def test_what_a_region_does_not_have_is_not_offered() -> None:
    tree = submitting(contact=None, repository=None)
    (chips,) = find(main(tree), "chips")
    assert [words(one) for one in chips.iter("a")] == [WAYS[0], WAYS[3]]
    assert [one.get("id") for one in find(tree, "ending")] == ["by-download"]
    assert block(tree, "submit-data")["forge"] is None
    assert block(tree, "submit-data")["editors"] is None


def test_form_offers_the_places_organisations_and_words_of_the_region() -> None:
    tree = submitting()
    options = {one.get("value") for one in tree.iter("option")}
    assert {"huis-van-de-wijk", "de-kern", "zandweerd", "new", "online"} <= options
    (place,) = [one for one in tree.iter("option") if one.get("value") == "huis-van-de-wijk"]
    assert (place.get("data-name"), place.get("data-area")) == ("Huis van de wijk", "Zandweerd")


def test_holidays_of_the_form_are_runs_of_days() -> None:
    sets = block(submitting(school_region="noord"), "submit-data")["sets"]
    assert ["2026-12-25", "2026-12-26"] in sets["feestdagen"]
    assert ["2026-12-19", "2027-01-03"] in sets["schoolvakanties noord"]


def test_holidays_have_their_names_and_the_hours_that_do_not_exist_are_known() -> None:
    data = block(submitting(), "submit-data")
    assert data["holidays"]["2027-03-29"] == "Tweede paasdag"
    assert ["2027-03-28", "02:00", "03:00"] in data["gaps"]


def test_ids_that_are_taken_stand_beside_the_page_once() -> None:
    here = site(ex.event(), in_region={"languages": ("nl", "en")})
    assert json.loads(published(here)["aanmelden/ids.json"]) == ["de-kern/koffie"]
    english = published(here, "en")
    assert not [path for path in english if path.endswith("ids.json")]
    (form,) = parsed(english["en/submit/index.html"]).iter("form")
    assert form.get("data-ids") == "../../aanmelden/ids.json"


def test_hours_are_said_as_on_the_site() -> None:
    assert block(submitting(), "submit-data")["clock"] == "{h}.{m}"
    assert block(submitting("en/submit/", "en"), "submit-data")["clock"] == "{h}:{m}"


@pytest.mark.parametrize(("path", "language"), [("aanmelden/", "nl"), ("en/submit/", "en")])
def test_every_field_has_a_label_and_room_for_what_is_wrong(path: str, language: str) -> None:
    tree = submitting(path, language)
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    labelled = {one.get("for") for one in tree.iter("label")}
    for field in [one for kind in ("input", "select", "textarea") for one in tree.iter(kind)]:
        if field.get("type") not in {"radio", "checkbox"}:
            assert field.get("id") in labelled, field.attrib
            assert f"{field.get('id')}-wrong" in ids, field.attrib
    described = {name for one in tree.iter() for name in (one.get("aria-describedby") or "").split()}
    assert described - ids == set()


def test_menu_at_the_foot_leads_to_the_page() -> None:
    (foot,) = page("wijken/", ex.event()).iter("footer")
    assert [one.get("href") for one in foot.iter("a") if words(one) == "Activiteit aanmelden"] == ["../aanmelden/"]


@pytest.mark.parametrize(("path", "language"), [("aanmelden/handleiding/", "nl"), ("en/submit/guide/", "en")])
def test_guide_has_pictures_with_words_for_who_cannot_see_them(path: str, language: str) -> None:
    tree = submitting(path, language)
    pictures = list(main(tree).iter("img"))
    assert len(pictures) >= 3
    assert all(f"static/guide/{language}-" in one.get("src") and len(one.get("alt")) > 40 for one in pictures)
    assert len(list(main(tree).iter("h1"))) == 1


def test_examples_of_the_guide_stand_there_as_they_are_written() -> None:
    examples = ["".join(one.itertext()) for one in main(submitting("aanmelden/handleiding/")).iter("pre")]
    assert len(examples) == 6
    assert examples[0].startswith("---\ntitel: Koffie op zondag\nwanneer: zondag 3 oktober 2027")
    assert "    - op: 2027-12-26\n      status: afgelast\n" in examples[3]


def test_guide_in_a_language_without_one_is_english() -> None:
    here = site(ex.event(), in_region={"languages": ("nl", "ar")})
    assert "Put your activity into the calendar" in published(here, "ar")["ar/submit/guide/index.html"]


# ── Klopt dit niet? ───────────────────────────────────────────────────────────────────────────────────────────────────


def mending(event: ex.Any = None, **region: object) -> dict[str, str]:
    event = event or ex.event(ex.series(), source=Location(path="events/de-kern/koffie.md"))
    tree = page("activiteiten/de-kern/koffie/", event, in_region=region)
    found = [one for one in tree.iter("section") if one.get("id") == "mend"]
    return {words(link): link.get("href") for one in found for link in find(one, "button")}


def test_page_of_an_activity_leads_to_mail_forms_and_file() -> None:
    ways = mending(contact=EDITORS, repository=KEPT, url="https://agenda.example.nl/")
    assert list(ways) == [
        "Mail de redactie",
        "Geef een wijziging door",
        "Geef door dat het niet doorgaat",
        "Verander het bestand",
    ]
    mail = urlsplit(ways["Mail de redactie"])
    assert (mail.scheme, mail.path) == ("mailto", "redactie@example.org")
    assert parse_qs(mail.query)["subject"] == ["Klopt dit niet? Koffie"]
    assert "https://agenda.example.nl/activiteiten/de-kern/koffie/" in unquote(mail.query)
    form = parse_qs(urlsplit(ways["Geef een wijziging door"]).query)
    assert form == {"template": ["wijzigen.yml"], "event": ["https://agenda.example.nl/activiteiten/de-kern/koffie/"]}
    assert ways["Verander het bestand"] == "https://github.com/kom/erbij/edit/main/content/events/de-kern/koffie.md"


def test_forms_that_are_named_exist() -> None:
    named = {address for address in mending(repository=KEPT).values() if "issues" in address}
    links = {one.get("href") for one in submitting().iter("a") if "issues" in (one.get("href") or "")}
    forms = {parse_qs(urlsplit(one).query)["template"][0] for one in named | links}
    assert forms == {"nieuw.yml", "wijzigen.yml", "afgelasten.yml"}
    assert all((Path(".github/ISSUE_TEMPLATE") / form).is_file() for form in forms)
    assert "id: event" in Path(".github/ISSUE_TEMPLATE/wijzigen.yml").read_text(encoding="utf-8")


def test_title_of_an_activity_cannot_break_out_of_the_subject() -> None:
    event = ex.event(ex.series(), title=ex.text('A&body=x" ?b%0D%0ABcc: c@example.org'))
    mail = urlsplit(mending(event, contact=EDITORS)["Mail de redactie"])
    assert parse_qs(mail.query)["subject"] == ['Klopt dit niet? A&body=x" ?b%0D%0ABcc: c@example.org']


def test_organiser_with_mail_is_asked_too() -> None:
    event = ex.event(ex.series(), organisers=(ex.organisation(email="kern@example.org"),))
    assert list(mending(event, contact=EDITORS)) == ["Mail de redactie", "Mail De kern"]


def test_nothing_is_asked_where_nobody_answers_and_of_what_is_over() -> None:
    assert mending() == {}
    over = ex.event(ex.single("2026-09-01"))
    assert mending(over, contact=EDITORS) == {}
