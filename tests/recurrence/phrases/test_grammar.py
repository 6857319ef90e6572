"""The grammar tries a rule only where it can begin: what each rule is said to begin with must leave nothing out."""

from streekagenda.recurrence.phrases import clauses, dates, durations, exceptions, single_days, steps, times
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.normalising import normalise
from streekagenda.recurrence.phrases.reading import in_languages
from streekagenda.recurrence.phrases.tokens import Choice, Cursor
from tests.recurrence.phrases.test_properties import KNOWN

MODULES = (clauses, dates, durations, exceptions, single_days, steps, times)
CHOICES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Choice)]


def test_rule_finds_nothing_at_a_kind_that_it_is_not_said_to_begin_with() -> None:
    """At every token of every known phrase; but for a colon, which joins two parts and belongs to neither."""
    assert len(CHOICES) >= 8
    rules = {(rule, frozenset(kinds)) for choice in CHOICES for rule, kinds in choice.rules}
    for phrase in KNOWN:
        for _, tokens in in_languages(normalise(phrase), None):
            cursor = Cursor(tokens.tokens)
            for place, token in enumerate(tokens.tokens):
                for rule, kinds in rules:
                    if token.kind not in kinds and token.kind is not Kind.COLON:
                        cursor.place = place
                        assert rule(cursor) is None, (phrase, token.text, rule)
