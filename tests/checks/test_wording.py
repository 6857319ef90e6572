"""Words that set people apart: found in their inflections, left alone in names, quotations and talks about the subject."""

from pathlib import Path

import pytest

from streekagenda.checks.dutch import rows
from streekagenda.checks.names_and_quotations import is_name_or_quotation
from streekagenda.checks.passages import DESCRIPTION, of_body
from streekagenda.checks.word_advice import avoided, difficult
from streekagenda.model.text import Said, Text
from tests.checks.found import checked, found
from tests.content_files import REGION

KOFFIE = "events/de-kern/koffie.md"
NAMES = (
    "Week tegen Eenzaamheid 2027",
    "De Vrolijke Oudjes",
    "Ouderen Vereniging Almelo",
    "Bejaardensoos Ons Genoegen",
)
HEAD = "---\ntitel: Koffie\nwanneer: 2027-01-15 10:00-12:00\nplek: de-linde\nonderwerpen: [ontmoeten]\n"


def hits(text: str, language: str = "nl") -> list[tuple[str, str]]:
    """What the table finds in a body: the words, and how bad it is."""
    texts = of_body("x.md", (DESCRIPTION, Text(versions=(Said(text=text, language=language),))))
    return [(one.words, one.advice.severity) for one in avoided().hits(texts, NAMES)]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Voor eenzamen uit de buurt.", "eenzamen", "fout"),
        ("Een middag voor eenzame oude mensen.", "eenzame oude mensen", "fout"),
        ("EENZAME OUDEREN OPGELET", "EENZAME OUDEREN", "fout"),
        ("Voor mensen die zich vaak eenzaam voelen.", "mensen die zich vaak eenzaam voelen", "fout"),
        ("Voel je je ook wel eens eenzaam? Kom!", "Voel je je ook wel eens eenzaam", "fout"),
        ("Bent u eenzaam?", "Bent u eenzaam", "fout"),
        ("Wij willen eenzaamheid bestrijden.", "eenzaamheid bestrijden", "fout"),
        ("Onze eenzaamheidsbestrijding.", "eenzaamheidsbestrijding", "fout"),
        ("Om eenzaamheid tegen te gaan.", "eenzaamheid tegen te gaan", "fout"),
        ("In de strijd tegen eenzaamheid.", "strijd tegen eenzaamheid", "fout"),
        ("Soep tegen eenzaamheid.", "tegen eenzaamheid", "waarschuwing"),
        ("Alleen komen is niet zielig.", "zielig", "fout"),
        ("Niemand hoeft met kerst alleen te zijn.", "Niemand hoeft met kerst alleen te zijn", "waarschuwing"),
        ("Met kerst zou niemand alleen moeten zijn.", "niemand alleen moeten zijn", "waarschuwing"),
        ("Voor wie zich weleens eenzaam voelt.", "wie zich weleens eenzaam voelt", "fout"),
        ("Het terugdringen van de eenzaamheid.", "terugdringen van de eenzaamheid", "fout"),
        ("Voor mensen die overschieten.", "mensen die overschieten", "fout"),
        ("Voor kwetsbare ouderen.", "kwetsbare ouderen", "fout"),
        ("Voor kwetsbare inwoners.", "kwetsbare inwoners", "fout"),
        ("In deze achterstandswijk.", "achterstandswijk", "fout"),
        ("Onze doelgroep is iedereen.", "doelgroep", "waarschuwing"),
        ("Wie uit zijn isolement wil komen.", "uit zijn isolement", "fout"),
        ("Ook voor sociaal geïsoleerde buren.", "sociaal geïsoleerde", "fout"),
        ("Voor onze cliënten.", "cliënten", "waarschuwing"),
        ("De bejaardensoos.", "bejaardensoos", "fout"),
        ("Bejaardengym", "Bejaardengym", "fout"),
        ("Cliëntenkoffie", "Cliëntenkoffie", "waarschuwing"),
        ("Wie invalide is, belt even.", "invalide", "fout"),
        ("Voor demente bejaarden.", "demente bejaarden", "fout"),
        ("Voor kansarme gezinnen.", "kansarme gezinnen", "fout"),
        ("Naar de soos.", "soos", "tip"),
        ("Een dag voor onze oudjes.", "oudjes", "fout"),
        ("Voor dementerenden.", "dementerenden", "fout"),
        ("Ook voor gehandicapten.", "gehandicapten", "fout"),
        ("Er is een doventolk.", "doventolk", "fout"),
        ("Rolstoelers kunnen mee.", "Rolstoelers", "waarschuwing"),
        ("Bent u slecht ter been?", "slecht ter been", "tip"),
        ("Een cursus voor laaggeletterden.", "laaggeletterden", "fout"),
        ("Nieuwkomers zijn welkom.", "Nieuwkomers", "waarschuwing"),
        ("Een spel voor statushouders.", "statushouders", "waarschuwing"),
        ("Korting voor minima.", "minima", "fout"),
        ("Voor mensen met een smalle beurs.", "mensen met een smalle beurs", "fout"),
        ("Alleenstaanden zijn welkom.", "Alleenstaanden", "waarschuwing"),
        ("Aanmelden is verplicht.", "Aanmelden is verplicht", "tip"),
        ("Voor slachtoffers van huiselijk geweld.", "slachtoffers van", "waarschuwing"),
        ("Voor wie, ondanks zijn beperking, meedoet.", "ondanks zijn beperking", "fout"),
    ],
)
def test_words_are_found_in_their_forms(text: str, words: str, severity: str) -> None:
    assert hits(text) == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "In de Week tegen Eenzaamheid staat de koffie klaar.",
        "De week tegen eenzaamheid begint.",
        "Eén tegen eenzaamheid doet mee, en Een tegen eenzaamheid ook.",
        "Met de Coalitie tegen eenzaamheid Almelo.",
        "Een actie van Stichting Kwetsbare Ouderen Twente.",
        "Wij zijn lid van de Bond voor Gehandicapten.",
        "Het is een plan van Ouderen Vereniging Almelo, PCOB en de Zonnebloem.",
        "De band De vrolijke oudjes speelt.",
        "Samen met bejaardensoos Ons genoegen.",
        "Wij zongen het lied “Eenzame mensen” van vroeger.",
        'Ze zei: "Ik hoor niet bij de oudjes."',
        "Ze noemen ons 'de bejaarden' of ‘de oudjes’.",
        ",,Wij zijn de oudjes’’, zei ze.",
        "> Wij zijn de oudjes\n\nZo begon het lied.",
        "Een lezing over strijd tegen eenzaamheid.",
        "We praten over eenzaamheid.",
        "Lees meer op https://www.example.org/eenzame-ouderen/kwetsbare ouderen-x.",
        "Mail naar [de redactie](mailto:oudjes@example.org) of oudjes@example.org.",
        "Met De Eenzame Ouderen spelen we jazz.",
        "Een zielig verhaal over een beer.",
        "We herdenken de slachtoffers van de Tweede Wereldoorlog.",
        "Alleenstaande ouders zijn welkom.",
        "We activeren samen je DigiD.",
        "Dames en heren, kom binnen!",
        "We doven het licht om tien uur.",
        "De blinden gaan dicht als de film begint.",
        "De natuur is kwetsbaar, en een kwetsbare plant ook.",
        "Je hoeft je niet verplicht aan te melden.",
        "Parkeren kan op de gehandicaptenparkeerplaats.",
        "Kom vooral niet alleen.",
        "Een eenzame fietser kwam voorbij.",
        "Deze plek is moeilijk bereikbaar met de auto.",
        "De cliëntenraad zet koffie.",
        "VluchtelingenWerk helpt je met papieren.",
    ],
)
def test_names_quotations_and_other_meanings_are_left_alone(text: str) -> None:
    assert hits(text) == []


def test_friendlier_and_simpler_words_are_no_words_to_avoid() -> None:
    offered = [row["instead"].strip("()") for table in ("avoid.tsv", "simple.tsv") for row in rows(table)]
    assert [(text, found) for text in offered if (found := hits(text))] == []
    simple = of_body("x.md", (DESCRIPTION, Text(versions=(Said(text=". ".join(offered), language="nl"),))))
    assert [one.words for one in difficult().hits(simple, ())] == []


def test_only_dutch_is_read() -> None:
    assert hits("The minima of the week", "en") == []


def test_each_row_is_said_once_in_a_file_and_of_two_that_overlap_the_higher() -> None:
    assert hits("Voor kwetsbare ouderen. Ja, kwetsbare ouderen! Onze cliënten, de cliënten.") == [
        ("kwetsbare ouderen", "fout"),
        ("cliënten", "waarschuwing"),
    ]


def test_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    assert hits("Kom. Oudjes zijn welkom.\n- Bejaarden ook") == [("Bejaarden", "fout"), ("Oudjes", "fout")]
    assert not is_name_or_quotation("Bejaarden ook", 0, 9, ())
    assert is_name_or_quotation("Naar Bejaarden toe", 5, 14, ())


def test_finding_stands_at_its_words_with_friendlier_ones(tmp_path: Path) -> None:
    text = HEAD + "---\nSoep en brood.\n\nEenzame\nouderen zijn welkom, en rolstoelers.\n"
    assert found(tmp_path, {KOFFIE: text}, "wording", "friendlier-words") == [
        (KOFFIE, 9, 1, "wording"),
        (KOFFIE, 10, 25, "friendlier-words"),
    ]
    said = {one.code: one for one in checked(tmp_path, {KOFFIE: text})}
    assert said["wording"].severity == "warning"
    assert dict(said["wording"].values) == {
        "found": "Eenzame ouderen",
        "why": "Dit zet een hele groep apart.",
        "instead": "ouderen uit de buurt; mensen vanaf 65 jaar",
    }
    assert (said["friendlier-words"].severity, dict(said["friendlier-words"].values)["instead"]) == (
        "advice",
        "wie een rolstoel gebruikt",
    )


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Wie slecht ter been is, halen we op.", [None]),
        ("De consumpties zijn niet duur.", [None]),
        ("Er komen ook rolstoelgebonden mensen.", [None]),
        ("Verplicht aanmelden is niet fijn.", [None]),
        ("Een dag voor eenzame ouderen.", [None]),
        ("Medio maart begint het.", [None]),
        ("Tevens is er soep.", ["Ook"]),
        ("Voor onze cliënten.", ["bezoekers"]),
        ("Onze cliëntenkoffie.", [None]),
    ],
)
def test_other_words_take_their_place_only_where_the_sentence_stays_as_it_is(
    tmp_path: Path, text: str, suggestions: list[str | None]
) -> None:
    said = checked(tmp_path, {KOFFIE: f"{HEAD}---\n{text}\n"})
    words = {"wording", "friendlier-words", "difficult-word"}
    assert [one.suggestion for one in said if one.code in words] == suggestions


@pytest.mark.parametrize(
    ("key", "line", "column"),
    [
        ("samenvatting: Voor oudjes", 6, 20),
        ("prijs: Gratis voor oudjes", 6, 20),
        ("welkom: {wie: Alle oudjes}", 6, 20),
        ("welkom: {inbegrepen: oudjes}", 6, 22),
        ("aanmelden: {telefoon: 0570 00 00 01, opmerking: Voor oudjes}", 6, 54),
        ("uitnodiging: {tekst: Dag oudjes}", 6, 26),
    ],
)
def test_every_text_of_an_event_is_read(tmp_path: Path, key: str, line: int, column: int) -> None:
    text = f"{HEAD}{key}\n---\nKom erbij!\n"
    assert found(tmp_path, {KOFFIE: text}, "wording") == [(KOFFIE, line, column, "wording")]


def test_texts_of_dates_places_partners_and_pages_are_read(tmp_path: Path) -> None:
    when = "wanneer:\n  elke: vrijdag 10-12 uur\n  vanaf: 2027-01-08\n  wijzigingen:\n"
    change = "    - {op: 2027-01-15, opmerking: Met de oudjes}\n"
    files = {
        KOFFIE: HEAD.replace("wanneer: 2027-01-15 10:00-12:00\n", when + change) + "---\nKom!\n",
        "places/de-linde.md": "---\nname: De Linde\narea: zandweerd\ndirections: Achter de oudjes\n---\nVoor oudjes.\n",
        "organisations/de-kern.md": "---\nname: De Kern\n---\nVoor oudjes.\n",
        "pages/over.md": "---\ntitle: Over\n---\nVoor oudjes.\n",
        "pages/over.en.md": "---\ntitle: About\n---\nFor oudjes.\n",
    }
    assert found(tmp_path, files, "wording") == [
        (KOFFIE, 7, 42, "wording"),
        ("organisations/de-kern.md", 4, 6, "wording"),
        ("pages/over.md", 4, 6, "wording"),
        ("places/de-linde.md", 4, 23, "wording"),
    ]


@pytest.mark.parametrize(
    ("audiences", "codes"),
    [
        ("[professionals]", []),
        ("[professionals, vrijwilligers]", []),
        ("[professionals, ouderen]", ["friendlier-words"]),
        ("[vrijwilligers]", ["friendlier-words"]),
    ],
)
def test_texts_for_professionals_are_left_alone(tmp_path: Path, audiences: str, codes: list[str]) -> None:
    region = REGION.replace(
        "audiences:\n", "audiences:\n  - {id: professionals, name: Pro}\n  - {id: vrijwilligers, name: Vrij}\n"
    )
    text = f"{HEAD}doelgroepen: {audiences}\n---\nVoor wie met cliënten werkt.\n"
    files = {"region.yaml": region, KOFFIE: text}
    assert [code for *_, code in found(tmp_path, files, "wording", "friendlier-words")] == codes


def test_region_adds_its_own_words(tmp_path: Path) -> None:
    avoid = "wording:\n  avoid:\n    - {phrase: soosmiddag, instead: gezellige middag, why: Een soos is van vroeger.}\n"
    text = HEAD + "---\nSoosmiddagen met koffie. Wij heten “De soosmiddag”.\n"
    (one,) = [
        one for one in checked(tmp_path, {"region.yaml": REGION + avoid, KOFFIE: text}) if one.code == "regional-words"
    ]
    assert (one.location.path, one.location.line, one.location.column, one.severity) == (KOFFIE, 7, 1, "advice")
    assert dict(one.values) == {
        "found": "Soosmiddagen",
        "why": "Een soos is van vroeger.",
        "instead": "gezellige middag",
    }
    assert one.suggestion == "Gezellige middag"


def test_author_keeps_a_word_with_a_reason(tmp_path: Path) -> None:
    text = HEAD + "bewust: {wording: Zo heet onze groep}\n---\nVoor oudjes.\n"
    assert found(tmp_path, {KOFFIE: text}, "wording", "accept-unneeded") == []
