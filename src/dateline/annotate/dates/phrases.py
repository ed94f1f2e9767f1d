"""The phrases for times in a sentence, with their meaning, before anything is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.dates.build import build
from dateline.annotate.dates.grammar import PATTERN
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Calendar, Decade, Meaning, Part, Phrase, Season, Span
from dateline.annotate.dates.sieve import stands
from dateline.annotate.dates.tokens import Token


def phrases(tokens: list[Token], words: Lexicon) -> list[Phrase]:
    """All phrases of a sentence, left to right, spans ("from 1969 to 1985") joined."""
    return joined(list(_atoms(tokens, words)), tokens)


def _atoms(tokens: list[Token], words: Lexicon) -> Iterator[Phrase]:
    letters = "".join(t.letter for t in tokens)
    at = 0
    while m := PATTERN.search(letters, at):
        phrase = _phrase(m.start(), m.start("pre"), m.end("pre"), m.end(), m.lastgroup or "", tokens)
        if phrase is None and m.end("pre") > m.start():
            phrase = _phrase(m.end("pre"), 0, 0, m.end(), m.lastgroup or "", tokens)
        if phrase and stands(phrase, tokens, words):
            yield phrase
            at = phrase.last
        else:
            at = max(m.start() + 1, m.end("pre"))


def _phrase(first: int, pre: int, core: int, last: int, rule: str, tokens: list[Token]) -> Phrase | None:
    meaning = build(rule, tokens[max(core, first) : last], tokens[pre:core])
    return Phrase(first, last, meaning, rule) if meaning else None


def joined(found: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The phrases with those that bound one span ("between 2016 and 2019") made into one."""
    whole: list[Phrase] = []
    for p in found:
        if whole and (span := _span(whole[-1], p, tokens)):
            whole[-1] = span
        else:
            whole.append(p)
    return whole


def _span(a: Phrase, b: Phrase, tokens: list[Token]) -> Phrase | None:
    if a.parts or isinstance(b.meaning, Span) or isinstance(a.meaning, Span) or not _linked(a, b, tokens):
        return None
    first, last = shared(a.meaning, b.meaning)
    parts = (Phrase(a.first, a.last, first, a.rule), Phrase(b.first, b.last, last, b.rule))
    return Phrase(a.first, b.last, Span(first, last), "span", None, parts)


def _linked(a: Phrase, b: Phrase, tokens: list[Token]) -> bool:
    gap = [t.low for t in tokens[a.last : b.first]]
    before = tokens[a.first - 1].low if a.first else ""
    if _grain(a.meaning) is None or _grain(a.meaning) != _grain(b.meaning):
        return False
    if gap in (["-"], ["–"], ["—"]):
        return True
    if gap in (["and"], ["and", "the"]):
        return before == "between" or isinstance(a.meaning, Decade)
    if gap in (["to"], ["through"], ["until"], ["till"], ["up", "to"]):
        return before in ("from", "between") or gap[0] in ("to", "through")
    return False


def _grain(meaning: Meaning) -> int | None:
    """Days with days, months with months: what can bound a span together."""
    if isinstance(meaning, Part):
        return _grain(meaning.of)
    if isinstance(meaning, Calendar):
        return 0 if meaning.day or meaning.weekday is not None else 1
    return 1 if isinstance(meaning, Season) else 2 if isinstance(meaning, Decade) else None


def shared(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Two bounds, the first with the year of the second if it has none ("from March to mid-May 2013")."""
    return _with_year(a, year_stated(b)), b


def year_stated(meaning: Meaning) -> int | None:
    """The year that a meaning states; None if it states none."""
    if isinstance(meaning, Part):
        return year_stated(meaning.of)
    return meaning.year if isinstance(meaning, Calendar | Season) else None


def _with_year(meaning: Meaning, year: int | None) -> Meaning:
    if year is None or year_stated(meaning) is not None:
        return meaning
    if isinstance(meaning, Part):
        return Part(meaning.modifier, _with_year(meaning.of, year))
    if isinstance(meaning, Calendar) and not meaning.which and not meaning.within and meaning.month:
        return Calendar(year, meaning.month, meaning.day, meaning.weekday)
    if isinstance(meaning, Season) and not meaning.which:
        return Season(meaning.name, year)
    return meaning
