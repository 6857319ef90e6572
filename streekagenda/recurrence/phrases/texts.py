"""Free text in what is said of one date: a title in brackets, a note behind a colon. It is taken as it stands.

Words that could say when are no free text, for nothing is guessed: ``op 20 december (om 15.00 uur)`` is a time. What
stands in double quotes is free text whatever it says, and so is the reason behind ``gaat het niet door``.
"""

from __future__ import annotations

from streekagenda.recurrence.phrases.changes import which_day
from streekagenda.recurrence.phrases.lexicon import Kind, Meaning
from streekagenda.recurrence.phrases.quoting import QUOTES, SENTENCE_ENDS, stands_without_quotes
from streekagenda.recurrence.phrases.tokens import Cursor, Token, Tokens


def set_apart(phrase: Tokens, original: str) -> Tokens:
    """Make one token of each free text in a phrase; what is in it is no slip either."""
    cursor = Cursor(phrase.tokens)
    tokens: list[Token] = []
    while not cursor.at(Kind.END):
        begin = cursor.place
        if not cursor.at(Kind.ON, Kind.EXCEPT) or not _of_one_date(cursor):
            cursor.place = begin + 1
        tokens += phrase.tokens[begin : cursor.place]
        if cursor.place > begin + 1:
            tokens += _rest_of_sentence(cursor, original)
    texts = [token for token in tokens if token.kind is Kind.TEXT]
    if not texts:
        return phrase
    slips = tuple(slip for slip in phrase.slips if not any(one.start <= slip.start < one.end for one in texts))
    return Tokens(tokens=(*tokens, cursor.peek()), slips=slips)


def _of_one_date(cursor: Cursor) -> bool:
    """Go past the days that a sentence is about, if it is about days that differ."""
    own_sentence = cursor.begins_sentence
    found = which_day(cursor)
    return found is not None and (own_sentence or found[1] is not None or cursor.at(Kind.STATUS))


def _rest_of_sentence(cursor: Cursor, original: str) -> list[Token]:
    """The tokens up to the end of a sentence, with its texts as one token each."""
    tokens: list[Token] = []
    reason = False
    while not cursor.at(*SENTENCE_ENDS):
        sign = cursor.peek()
        cursor.place += 1
        tokens.append(sign)
        reason = reason or sign.kind is Kind.STATUS
        if sign.kind in {Kind.OPEN, Kind.COLON}:
            text = _quoted(cursor, sign, original) or _unquoted(cursor, sign, original, reason=reason)
            tokens += [text] if text else []
    return tokens


def _quoted(cursor: Cursor, sign: Token, original: str) -> Token | None:
    """Take the text in quotes behind a sign, and go behind it."""
    begin = len(original) - len(original[sign.end :].lstrip())
    end = _closing_quote(original, begin)
    before = cursor.place
    while end is not None and not cursor.at(Kind.END) and cursor.peek().end <= end + 1:
        cursor.place += 1
    if end is None or cursor.peek().start <= end or not cursor.at(*_behind(sign)):
        cursor.place = before
        return None
    return _text(begin + 1, end)


def _closing_quote(original: str, begin: int) -> int | None:
    """Where the quote that opens at ``begin`` closes; quotes within it come in pairs."""
    closing = QUOTES.get(original[begin : begin + 1])
    depth = 0
    for place in range(begin, len(original)) if closing else ():
        if original[place] == closing and depth:
            depth -= 1
            if depth == 0:
                return place
        elif original[place] == original[begin]:
            depth += 1
    return None


def _unquoted(cursor: Cursor, sign: Token, original: str, *, reason: bool) -> Token | None:
    """Take the text behind a sign up to the closing bracket or the end of the sentence."""
    before = cursor.place
    taken: list[Token] = []
    while not cursor.at(*SENTENCE_ENDS, *_behind(sign)):
        taken.append(cursor.peek())
        cursor.place += 1
    rest = original[sign.end : cursor.peek().start]
    text = rest.strip()
    is_reason = reason and sign.kind is Kind.COLON
    if not cursor.at(*_behind(sign)) or not stands_without_quotes(taken, text, reason=is_reason):
        cursor.place = before
        return None
    begin = sign.end + len(rest) - len(rest.lstrip())
    return _text(begin, begin + len(text))


def _behind(sign: Token) -> tuple[Kind, ...]:
    return (Kind.CLOSE,) if sign.kind is Kind.OPEN else SENTENCE_ENDS


def _text(start: int, end: int) -> Token:
    return Token(meaning=Meaning(kind=Kind.TEXT), start=start, end=end)
