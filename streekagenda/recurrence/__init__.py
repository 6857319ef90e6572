"""From how people say when to the days on which it happens: phrases to rules, rules to occurrences, holidays."""
