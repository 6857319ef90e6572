"""What a made-up region is told in: names of places and areas, titles, sentences. All of it is made up."""

from __future__ import annotations

AREA_STARTS = (
    "Ooster", "Wester", "Noorder", "Zuider", "Molen", "Linde", "Beuken", "Eiken", "Kerk", "Dijk", "Veen", "Heide", "Weide",
    "Bos", "Brug", "Haven", "Kloos", "Berken", "Rozen", "Zand", "Water", "Spoor", "Hoge", "Lage", "Nieuwe", "Oude",
)  # fmt: skip
AREA_ENDS = (
    "veld", "hoek", "kamp", "broek", "wijk", "horst", "laar", "enk", "kwartier", "park", "mark", "oord", "hof", "kant",
    "buurt", "bergen", "beek", "waard", "donk", "loo",
)  # fmt: skip
TOWN_ENDS = ("dam", "stede", "burg", "voorde", "drecht", "huizen", "kerke", "sluis")

PLACE_KINDS = ("Buurthuis", "Wijkcentrum", "Bibliotheek", "Dorpshuis", "Huiskamer", "Buurtkamer", "Zaal", "Kulturhus")
PLACE_NAMES = (
    "De Linde", "De Brug", "De Kern", "Het Anker", "De Schelp", "De Waaier", "Het Trefpunt", "De Kei", "De Hoeksteen",
    "De Parel", "De Akker", "De Klink", "Het Kompas", "De Zwaan", "De Boei", "De Spil", "De Wissel", "Het Baken",
)  # fmt: skip
PARTNERS = ("Welzijn", "Bibliotheek", "Buurtvereniging", "Dorpsbelangen", "Kerk aan huis", "Sportclub", "Zorggroep")
PARTNER_KINDS = ("welfare", "library", "residents", "residents", "church", "sport", "care")
STREETS = ("Dorpsstraat", "Kerkweg", "Molenlaan", "Stationsstraat", "Lindelaan", "Schoolstraat", "Brinkpad", "Kade")

TOPICS = {
    "ontmoeten": "Ontmoeten en koffie",
    "samen-eten": "Samen eten",
    "spel-kaarten": "Spelletjes en kaarten",
    "lezing-gesprek": "Lezing en gesprek",
    "muziek-dans": "Muziek, dans en theater",
    "repareren": "Repareren",
    "wandelen-fietsen": "Wandelen en fietsen",
    "taal-nederlands": "Nederlands oefenen",
    "creatief-handwerk": "Creatief en handwerk",
    "bewegen-sport": "Bewegen en sport",
    "digitaal": "Hulp met computer en telefoon",
    "natuur-tuin": "Natuur en tuin",
}
AUDIENCES = {
    "ouderen": "Ouderen",
    "kinderen": "Kinderen tot 12 jaar",
    "jongeren": "Jongeren",
    "gezinnen": "Ouders en gezinnen",
    "mantelzorgers": "Wie voor een ander zorgt",
    "nederlands-leren": "Wie Nederlands leert",
}
FACILITIES = {"rolstoel": "Goed bereikbaar met rolstoel", "ringleiding": "Ringleiding", "toilet": "Aangepast toilet"}

TITLES = {
    "ontmoeten": ("Koffie met de buren", "Inloopmiddag", "Huiskamer open", "Praatje bij de thee"),
    "samen-eten": ("Samen aan tafel", "Soep van de buurt", "Eetcafé", "Ontbijt met elkaar"),
    "spel-kaarten": ("Kaarten en klaverjassen", "Spelletjesmiddag", "Biljarten", "Bingo voor iedereen"),
    "lezing-gesprek": ("Verhalen van vroeger", "Gesprek over de toekomst", "Lezing met lichtbeelden"),
    "muziek-dans": ("Zingen zonder noten", "Dansmiddag", "Buurtkoor", "Muziek uit vier landen"),
    "repareren": ("Repaircafé", "Fietsen maken", "Kleren herstellen"),
    "wandelen-fietsen": ("Wandelen met een praatje", "Fietstocht langs de dorpen", "Ommetje met koffie toe"),
    "taal-nederlands": ("Taalcafé", "Nederlands oefenen", "Samen de krant lezen"),
    "creatief-handwerk": ("Breien en haken", "Schildersclub", "Handwerkcafé", "Kaarten maken"),
    "bewegen-sport": ("Bewegen op muziek", "Zitgymnastiek", "Wandelvoetbal", "Yoga op een stoel"),
    "digitaal": ("Vragen over je telefoon", "Computerhulp", "Foto's op orde"),
    "natuur-tuin": ("Werken in de buurttuin", "Stekjes ruilen", "Bollen planten"),
}
SENTENCES = (
    "Kom erbij, de deur staat open.",
    "De koffie staat klaar en de eerste kop is van ons.",
    "Je hoeft niets mee te nemen.",
    "Ken je nog niemand? Aan de lange tafel is altijd een stoel vrij.",
    "Iemand van ons staat bij de deur en wijst je de weg.",
    "We beginnen rustig en ruimen aan het eind samen op.",
    "Een rollator of een scootmobiel past overal door de deuren.",
    "Wie iets lekkers bakt, deelt het uit.",
    "Kinderen mogen mee, er is een hoek met blokken en stiften.",
    "Heb je vragen? Bel gerust, of loop een keer binnen.",
    "Er is plek genoeg, ook als je later komt.",
    "Je mag eerst een keer kijken voor je meedoet.",
    "Na een uur is er pauze met thee.",
    "De groep is gemengd: van twintig tot tachtig, uit alle straten.",
    "We praten Nederlands, langzaam en duidelijk.",
    "Vrijwilligers uit de buurt hebben dit zelf bedacht.",
    "Kun je zelf niet komen? Dan zoeken we samen iemand die je ophaalt.",
    "Neem gerust een buurvrouw of een vriend mee.",
    "Bij mooi weer zitten we buiten onder de bomen.",
    "Trek kleren aan die vies mogen worden.",
    "Gereedschap is er, en iemand die weet hoe het werkt.",
    "Wie wil, blijft nog even zitten voor een spelletje.",
)
LISTED = ("een mok of een beker", "schoenen die lekker lopen", "je eigen werk, als je dat hebt", "een goed verhaal")
