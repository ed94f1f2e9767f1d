"""The phrases for times in a sentence, with their meaning, before anything is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.dates.amounts import length
from dateline.annotate.dates.build import build
from dateline.annotate.dates.grammar import BARE, GREEDY, PATTERN, PLAIN
from dateline.annotate.dates.joining import joined, split_span
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Anniversary, Clock, Deictic, Length, Phrase, Reference, Shift
from dateline.annotate.dates.sieve import stands
from dateline.annotate.dates.tense import BREAKS
from dateline.annotate.dates.tokens import Token

COMPLEMENT = 8  # tokens of "the army's announcement" that are read


def phrases(tokens: list[Token], words: Lexicon) -> list[Phrase]:
    """All phrases of a sentence, left to right, spans ("from 1969 to 1985") joined."""
    return joined([split_span(p, tokens) for p in _based(list(_atoms(tokens, words)), tokens)], tokens)


def _atoms(tokens: list[Token], words: Lexicon) -> Iterator[Phrase]:
    letters = "".join(t.letter for t in tokens)
    at = 0
    while m := PATTERN.search(letters, at):
        phrase = _phrase(m.start(), m.end("pre"), m.end(), m.lastgroup or "", tokens)
        if phrase is None and m.lastgroup in GREEDY and (plain := PLAIN.match(letters, m.start())):
            m = plain
            phrase = _phrase(m.start(), m.end("pre"), m.end(), m.lastgroup or "", tokens)
        if phrase is None and m.end("pre") > m.start() and (bare := BARE.match(letters, m.start())):
            phrase = _phrase(m.start(), m.start(), bare.end(), bare.lastgroup or "", tokens)
        if phrase is None and m.end("pre") > m.start():
            phrase = _phrase(m.end("pre"), m.end("pre"), m.end(), m.lastgroup or "", tokens)
        if phrase and phrase.rule == "from_day" and not stands(phrase, tokens, words):
            phrase = _phrase(m.start(), m.end("pre"), m.end() - 2, "length", tokens)  # "for two weeks from Monday"
        if phrase and phrase.rule == "deictic" and not stands(phrase, tokens, words):
            phrase = _last_of(phrase, tokens)
        if phrase and stands(phrase, tokens, words):
            yield phrase
            at = phrase.last
        else:
            at = max(m.start() + 1, m.end("pre"))


def _last_of(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "the last year of the war": as long as a year."""
    m, of = p.meaning, p.last < len(tokens) and tokens[p.last].low == "of"
    if not (isinstance(m, Deictic) and m.unit in WHOLE and tokens[p.first].letter == "D" and of):
        return None
    return replace(p, meaning=Length(length(1, m.unit)), rule="nth_day")


WHOLE = ("week", "month", "year", "decade")


def _phrase(first: int, core: int, last: int, rule: str, tokens: list[Token]) -> Phrase | None:
    meaning = build(rule, tokens[core:last], tokens[first:core])
    onward = isinstance(meaning, Deictic) and meaning.which == "onward" and meaning.unit != "day"
    if onward and isinstance(meaning, Deictic) and first and tokens[first - 1].low in OVER:
        meaning = replace(meaning, which="next", plural=True)  # "over the next decade" is as long as a decade
    if meaning == Deictic("this", "day") and first and tokens[first - 1].low == "to":
        meaning = Reference("PRESENT_REF")  # "to this day"
    return Phrase(first, last, meaning, rule) if meaning else None


OVER = frozenset({"over", "within", "for"})


def _based(found: list[Phrase], tokens: list[Token]) -> Iterator[Phrase]:
    """The phrases, where "two days before" has taken up what it counts from: a time, or a happening in words."""
    skip = False
    for at, p in enumerate(found):
        if skip:
            skip = False
            continue
        if isinstance(p.meaning, Anniversary):
            yield replace(p, meaning=replace(p.meaning, event=_complement(p.last, tokens)))
            continue
        if p.rule in ("beside", "night_before") and (before_last := _before_last(p, tokens)):
            yield before_last
            continue
        if not isinstance(p.meaning, Shift) or not (tokens[p.last - 1].letter in "bc" or p.rule == "beside"):
            yield p
            continue
        follows = found[at + 1] if at + 1 < len(found) else None
        skip = follows is not None and tokens[p.last - 1].letter != "r" and _adjoins(p, follows, tokens)
        if follows is not None and skip:
            yield Phrase(p.first, follows.last, replace(p.meaning, base=follows.meaning), p.rule)
        else:
            apart = p.first > 0 and tokens[p.first - 1].low == ","
            yield replace(p, meaning=replace(p.meaning, event=_complement(p.last, tokens), apart=apart))


def _before_last(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "the week before last", "the night before last", counted from publication."""
    follows = tokens[p.last].low if p.last < len(tokens) else ""
    after = tokens[p.last + 1].letter if p.last + 1 < len(tokens) else ""
    if follows != "last" or tokens[p.last - 1].letter != "b" or after in NAMING:
        return None
    if isinstance(p.meaning, Clock):
        return replace(p, last=p.last + 1, meaning=replace(p.meaning, of=Shift(2, "day", -1, ago=True)))
    back = replace(p.meaning, count=2, ago=True) if isinstance(p.meaning, Shift) and p.meaning.count == 1 else None
    return replace(p, last=p.last + 1, meaning=back) if back else None


NAMING = ("U", "W", "M", "S", "q", "H", "P")  # what "last" before it belongs to


def _adjoins(p: Phrase, follows: Phrase, tokens: list[Token]) -> bool:
    gap = [t.low for t in tokens[p.last : follows.first]]
    duration = isinstance(follows.meaning, Deictic) and follows.meaning.plural
    return gap in ([], ["the"]) and not duration


def _complement(at: int, tokens: list[Token]) -> tuple[str, ...]:
    """The words of the happening: up to a break, or to an article that starts the next noun phrase."""
    words: list[str] = []
    for t in tokens[at : at + COMPLEMENT]:
        starts = t.letter in "Da" and words and words[-1] not in JOINS
        if t.low in BREAKS or t.low in (",", ".") or starts:
            break
        words.append(t.low)
    return tuple(words)


JOINS = frozenset(
    {"of", "in", "on", "at", "by", "to", "from", "with", "against", "for", "and", "under", "over", "near"}
)
