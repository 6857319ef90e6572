"""The words of the program in both its languages."""

from __future__ import annotations

from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load
from streekagenda.rendering.words import Words

TRANSLATIONS = load(packaged())
NL = Words(language="nl", translations=TRANSLATIONS)
EN = Words(language="en", translations=TRANSLATIONS)
