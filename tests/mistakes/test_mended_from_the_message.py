"""What somebody writes who does just what the message says, and knows nothing else: then the file is right.

Beside these, each line behind an arrow mends its mistake; see ``test_mistakes.py``.
"""

from pathlib import Path

import pytest

from tests.mistakes.test_mistakes import CASE, HERE, found_in

TOLD = {
    # “Zet aan het eind hetzelfde aanhalingsteken.”
    "aanhalingsteken-open": [("'Koffie", "'Koffie'")],
    # “Schrijf het zo: aanmelden: {verplicht: ja, telefoon: 0570 12 34 56}”
    "aanmelden-ja": [("aanmelden: ja", "aanmelden: {verplicht: ja, telefoon: 0570 12 34 56}")],
    # “Schrijf een getal van 1 tot en met 100000.”
    "aantal-plekken": [("ongeveer 20", "20")],
    # “Alle dagen vallen onder “behalve”. … Haal daar iets weg.”
    "alles-uitgezonderd": [("[2027-01-15..2027-01-22]", "[2027-01-22]")],
    # “Schrijf één tijd” … “Welke tijd klopt niet?”
    "deur-na-begin": [("10:30", "9:45")],
    # “31 februari” bestaat niet … Schrijf ook het jaar erbij.”
    "dag-bestaat-nooit": [("31 februari", "28 februari 2027")],
    # “Is iedereen welkom? Haal dan de hele regel “doelgroepen” weg.”
    "doelgroep-iedereen": [("doelgroepen: [iedereen]\n", "")],
    # “Is het voor een bepaalde groep? Kies dan uit: …”
    "doelgroep-onbekend": [("ruiters", "kinderen")],
    # “Voor elk jaar? Schrijf dan: “Oudejaarsdag”.”
    "feestdag-zonder-jaar": [("31 december", "Oudejaarsdag")],
    # “Bijvoorbeeld: titel: Koffie”
    "geen-dubbele-punt": [("titel Koffie", "titel: Koffie")],
    # “Voeg een regel toe, zoals: onderwerpen: [ontmoeten].”
    "geen-onderwerp": [("titel: Koffie\n", "titel: Koffie\nonderwerpen: [ontmoeten]\n")],
    # “Voeg een regel toe …, zoals: plek: buurthuis-de-linde.”
    "geen-plek": [("titel: Koffie\n", "titel: Koffie\nplek: buurthuis-de-linde\n")],
    # “Schrijf de tijd erbij, zoals: “2027-01-15 14:00-16:00”.”
    "geen-tijd-bij-op": [("2027-01-15", "2027-01-15 14:00-16:00")],
    # “Schrijf de tijd erbij, zoals: “15 januari 2027 14:00-16:00”.”
    "geen-tijd": [("15 januari 2027", "15 januari 2027 14:00-16:00")],
    # “Zet de eerste dag achter de herhaling, met het jaar. Bijvoorbeeld: vrijdag 10.00-12.00 uur vanaf 15 januari 2027”
    "geen-vanaf": [("vrijdag 10.00-12.00 uur", "vrijdag 10.00-12.00 uur vanaf 15 januari 2027")],
    # “Een lijst ziet er zo uit: [koffie, spelletjes]”
    "haakje-open": [("[ontmoeten", "[ontmoeten]")],
    # “Schrijf ja of nee.”
    "ja-of-nee": [("misschien", "ja")],
    # “Klopt de datum? Schrijf dan: …”
    "jaar-en-weekdag": [("dinsdag 1 februari 10.00-12.00 uur", "maandag 1 februari 2027 10.00-12.00 uur")],
    # “Bijvoorbeeld: [52.253, 6.162]”
    "lat-lon": [("[noord, oost]", "[52.253, 6.162]")],
    # “Het ziet er zo uit: naam@voorbeeld.nl”
    "mailadres": [("balie at example.org", "balie@example.org")],
    # “Zet die datum erachter, met het jaar. Zoals: vanaf woensdag 25 november 2026.”
    "om-de-week": [("10.00-12.00 uur", "10.00-12.00 uur vanaf woensdag 25 november 2026")],
    # “Dit zijn er een paar: ontmoeten, samen-eten.”
    "onderwerp-anders": [("paardrijden", "ontmoeten")],
    # “Haal het weg: typ deze regel opnieuw.”
    "onzichtbaar-teken": [("titel: Koffie \u202e eiffok", "titel: Koffie")],
    # “met voor elk een streepje en een spatie: “- op: …” en op de volgende regel “- elke: …””
    "op-en-elke": [
        (
            "  op: 2027-01-15\n  elke: vrijdag\n  tijd: 10:00-12:00\n",
            "- op: 2027-01-15\n  tijd: 10:00-12:00\n- elke: vrijdag\n  tijd: 10:00-12:00\n  vanaf: 2027-01-22\n",
        )
    ],
    # “Laat er één staan.”
    "op-met-andere-tijd": [("  tijd: 10.00-12.00\n", "")],
    # “Haal deze regel weg.”
    "op-met-vanaf": [("  vanaf: 2027-01-01\n", "")],
    # “Schrijf het erbij, en vul in wat er op de puntjes hoort.”
    "plaatje-zonder-beschrijving": [("{bestand: waslijn.png}", "{bestand: waslijn.png, beschrijving: Een waslijn}")],
    # “Is er een fout? Haal die regel dan weg.”
    "plek-dubbel": [("plek: bibliotheek\n", "")],
    # “Of haal deze regel weg, en zet bij “wanneer” voor elke plek een eigen streepje, zoals: …”
    "plek-twee": [
        (
            "wanneer: 2027-01-15 10:00-12:00\nplek: De Linde en De Benring\n",
            """wanneer:
- {op: 15 januari 2027 10.00-12.00 uur, plek: buurthuis-de-linde}
- {op: 2027-01-22 10:00-12:00, plek: wijkhuis-de-benring}
""",
        )
    ],
    # “Schrijf bijvoorbeeld 2,50 of gratis.”
    "prijs-negatief": [("prijs: -5", "prijs: 2,50")],
    # “Schrijf in plaats van rrule: in woorden wanneer het is, zoals: …”
    "rrule-elk-uur": [
        (
            "{rrule: FREQ=HOURLY, start: 2027-01-15 10:00, duration: 1 uur}",
            "elke vrijdag van 10.00 tot 12.00 uur, vanaf 15 januari 2027",
        )
    ],
    # “Haal een van de twee weg.”
    "sleutel-dubbel": [("title: Thee\n", "")],
    "sleutel-dubbel-gelijk": [("titel: Thee\n", "")],
    # “Schrijf daar een woord, zoals titel:” … en wat er kan staan, staat in het volgende bericht.
    "sleutel-leeg": [(": gratis", "prijs: gratis")],
    # “Schrijf het erbij, en vul in wat er op de puntjes hoort.”
    "sleutel-ontbreekt": [("{titel: Meer}", "{titel: Meer, url: 'https://www.example.org/'}")],
    # “Schrijf het zo: contact: {telefoon: 0570 00 00 01}”
    "sleutel-verkeerde-plek": [("telefoon: 0570 00 00 01", "contact: {telefoon: 0570 00 00 01}")],
    # “Achter “wanneer:” staat nog niets. Schrijf het erachter.”
    "sleutel-zonder-waarde": [("wanneer:", "wanneer: 2027-01-15 10:00-12:00")],
    # “Kies uit: gaat door, afgelast, uitgesteld, online.”
    "status-onbekend": [("verhuisd", "uitgesteld")],
    # “Haal deze regel weg en schrijf: aanmelden: {stand: vol}”
    "status-volgeboekt": [("status: volgeboekt", "aanmelden: {stand: vol}")],
    # “Haal die taal weg”
    "taal-onbekend": [(", de: Kaffee", "")],
    # “Gebruik spaties om regels te laten inspringen.” … en dan: hoe laat is het?
    "tab": [("\top: 2027-01-15", "  op: 2027-01-15 14:00-16:00")],
    # “Haal een van de twee weg.”
    "tekst-twee-keer": [("omschrijving: Koffie voor iedereen.\n", "")],
    # “Het ziet er zo uit: 0570 12 34 56”
    "telefoonnummer": [("bel de balie", "0570 12 34 56")],
    # “Haal op elke regel de tab weg, en typ daar twee keer de spatiebalk.”
    "tabs": [("\top", "  op"), ("\ttijd", "  tijd")],
    # “Schrijf het zo: contact: {telefoon: 0570 00 00 01}”
    "telefoon-los": [("tel: 0570 00 00 01", "contact: {telefoon: 0570 00 00 01}")],
    # “Haal het hier weg, en zet het op een eigen regel …, zonder spaties ervoor: toestemming: ja”
    "toestemming-in-contact": [("  toestemming: ja", "toestemming: ja")],
    # “Zet de tweede, vanaf regel 9, in een eigen bestand.”
    "twee-activiteiten": [
        (
            """---
titel: Thee
wanneer: 2027-01-22 10:00-12:00
plek: buurthuis-de-linde
onderwerpen: [ontmoeten]
---
Ook thee!
""",
            "",
        )
    ],
    # “Zet ze dan achter elkaar op één regel, en haal de andere weg: …”
    "wanneer-dubbel": [
        (
            "wanneer: 2027-01-15 10:00-12:00\nwanneer: 2027-01-22 10:00-12:00\n",
            "wanneer: 2027-01-15 10:00-12:00; 2027-01-22 10:00-12:00\n",
        )
    ],
    # “Schrijf dan één keer “wanneer:”, en zet beide daaronder, elk met een streepje en een spatie ervoor.”
    "wanneer-dubbel-blok": [
        (
            "wanneer: 2027-01-15 10:00-12:00\nwanneer:\n  op: 2027-01-22\n",
            "wanneer:\n- 2027-01-15 10:00-12:00\n- op: 2027-01-22\n",
        )
    ],
    # “Kies een andere tijd.”
    "tijd-bestaat-niet": [("02:30", "03:30")],
    # “Voeg een regel toe: titel: …”
    "titel-ontbreekt": [("wanneer:", "titel: Koffie\nwanneer:")],
    # “Is het dan al voorbij? Schrijf dan: …”
    "tot-zonder-met": [("van 15 januari tot 18 januari 2027", "van 15 januari t/m 17 januari 2027")],
    # “Haal de regel uid: dan weg.”
    "twee-bestanden-een-uid": [("uid: de-kern/soep@agenda.example.org\n", "")],
    # “Laat er één staan.”
    "twee-tijden": [("  tijd: 14:00-16:00\n", "")],
    # “regels die bij elkaar horen, beginnen even ver van de kant”
    "verkeerd-ingesprongen": [(" plek:", "plek:")],
    # “Haal het weg, en schrijf de datum met het jaar, zoals zondag 4 oktober 2026.”
    "volgende-week": [("volgende week vrijdag 10.00 uur", "vrijdag 27 november 2026 10.00 uur")],
    # “Klopt de dag? Schrijf dan: …”
    "weekdag-klopt-niet": [("donderdag 15 januari", "donderdag 14 januari")],
    # “De dagen eromheen zijn vrijdag 12 februari 2027 en vrijdag 19 februari 2027.”
    "wijziging-op-andere-dag": [("2027-02-18", "vrijdag 19 februari 2027")],
    # “Gaat het toch door? Zet de datum bij “ook”.”
    "wijziging-op-uitzondering": [("  wijzigingen:", "  ook: [2027-02-19]\n  wijzigingen:")],
}


@pytest.mark.parametrize("stem", TOLD)
def test_file_is_right_when_one_does_what_the_message_says(stem: str, tmp_path: Path) -> None:
    shown = CASE.fullmatch((HERE / f"{stem}.md").read_text(encoding="utf-8"))
    assert shown
    content = shown["content"]
    for old, new in TOLD[stem]:
        assert content.count(old) == 1, (old, content)
        content = content.replace(old, new)
    assert [one.code for one in found_in(shown["path"], content.encode(), tmp_path / "content")] == []
