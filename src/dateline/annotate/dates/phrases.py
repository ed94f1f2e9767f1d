"""The phrases for times in a sentence, with their meaning, before anything is resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.annotate.dates.amounts import length
from dateline.annotate.dates.build import build
from dateline.annotate.dates.grammar import BARE, GREEDY, PATTERN, PLAIN
from dateline.annotate.dates.joining import joined, split_span
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import (
    Anniversary,
    Calendar,
    Clock,
    Deictic,
    Length,
    Named,
    Phrase,
    Reference,
    Season,
    Shift,
    Then,
)
from dateline.annotate.dates.pointers import no_pointing
from dateline.annotate.dates.remembered import remembered
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
        if phrase and phrase.rule == "deictic" and no_pointing(phrase, tokens, words):
            m = PATTERN.match(letters, m.start() + 1) or m
            phrase = _phrase(m.start(), m.end("pre"), m.end(), m.lastgroup or "", tokens)
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
        if taken := _taken_up(p, tokens):
            yield _on_its_day(taken, found[at + 1 : at + 2], tokens)
            continue
        if not isinstance(p.meaning, Shift) or not (tokens[p.last - 1].letter in "bc" or p.rule == "beside"):
            yield p
            continue
        follows = found[at + 1] if at + 1 < len(found) else None
        skip = follows is not None and tokens[p.last - 1].letter != "r" and _adjoins(p, follows, tokens)
        if follows is not None and skip:
            yield Phrase(p.first, follows.last, replace(p.meaning, base=follows.meaning), p.rule)
        else:
            happening = _of_happening(p, p.meaning, tokens)
            dated = follows.meaning if follows is not None and _tells(follows, p.last, p.meaning.unit, tokens) else None
            yield replace(p, meaning=replace(happening, base=dated))


def _on_its_day(p: Phrase, follows: list[Phrase], tokens: list[Token]) -> Phrase:
    """ "The night of the quake on Tuesday" is that of Tuesday."""
    m = p.meaning
    if isinstance(m, Clock) and m.event and follows and _dates(follows[0], p.last + 1, "night", tokens):
        return replace(p, meaning=replace(m, of=follows[0].meaning))
    return p


def _taken_up(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """The phrase with what the words behind it make of it; None if they make nothing."""
    if isinstance(p.meaning, Anniversary):
        return replace(p, meaning=replace(p.meaning, event=_complement(p.last, tokens)))
    taking = TAKING.get(p.rule)
    return (taking(p, tokens) if taking else None) or _part_beside(p, tokens)


def _part_beside(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """A time of day so long before or after a happening: "at 6 a.m. ten days before the murder"."""
    m = p.meaning
    if not isinstance(m, Clock) or not isinstance(m.of, Shift) or tokens[p.last - 1].letter not in "bc":
        return None
    return replace(p, meaning=replace(m, of=replace(m.of, event=_complement(p.last, tokens))))


def _day_of(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "The day of the vote"."""
    return replace(p, meaning=Then(event=_complement(p.last + 1, tokens))) if isinstance(p.meaning, Then) else None


def _lasting(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "For ten years before they parted" and "a year earlier than planned" tell a length, and no time."""
    m, last = p.meaning, tokens[p.last - 1]
    during = last.letter in "bc" and p.first > 0 and tokens[p.first - 1].low == "for"
    compared = last.letter in "el" and p.last < len(tokens) and tokens[p.last].low == "than"
    if not isinstance(m, Shift) or m.count is None or not (during or compared):
        return None
    return replace(p, last=p.last - 1, meaning=Length(length(m.count, m.unit)), rule="length")


def _dates(follows: Phrase, after: int, unit: str, tokens: list[Token]) -> bool:
    """Whether a time dates the happening named before it, exactly enough to count from ("two days after the vote of
    8 June")."""
    gap = tokens[after : follows.first]
    plain = all(t.low.isalpha() and t.letter in "_DOi" for t in gap)
    if not (3 <= len(gap) <= DATED and plain and gap[0].low in POINTING and gap[-1].low in ("of", "on", "in")):
        return False
    m = follows.meaning
    named = m.day or (unit == "night" and m.weekday is not None) if isinstance(m, Calendar) else None
    exact = named or (isinstance(m, Calendar) and m.month is not None and unit in ("month", "year"))
    return bool(exact) and not follows.parts


def _tells(p: Phrase, after: int, unit: str, tokens: list[Token]) -> bool:
    """Whether the time of a happening stands behind its name, or at the head of it ("the July 7 bombings")."""
    head = [t.low for t in tokens[after : p.first]] == ["the"] and isinstance(p.meaning, Calendar | Named)
    return head or _dates(p, after, unit, tokens)


DATED = 5  # tokens that name a happening, up to its own time


def _of_happening(p: Phrase, m: Shift, tokens: list[Token]) -> Shift:
    """The count with the happening that it is told from, and how that stands to the clause."""
    before = [t.low for t in tokens[max(0, p.first - 2) : p.first]]
    came = any(low in COMING for low in (before[1:] if before[-1:] and before[-1] not in ADVERBS else before[:1]))
    waits = p.first == 0 and _told_now(p.last, tokens)
    return replace(m, event=_complement(p.last, tokens), apart=before[-1:] == [","], came=came, waits=waits)


COMING = frozenset({"comes", "came", "come", "coming"})
ADVERBS = frozenset({"just", "only", "barely", "less", "over", "almost", "nearly", "some"})


def _told_now(at: int, tokens: list[Token]) -> bool:
    """Whether the first verb behind the comma that ends a clause is one of the present ("..., people are waiting")."""
    comma = next((i for i in range(at, min(len(tokens), at + CLAUSE)) if tokens[i].low == ","), None)
    verbs = (t.low for t in tokens[comma + 1 : comma + 1 + CLAUSE]) if comma is not None else iter(())
    found = next((low for low in verbs if low in NOW or low in THEN or low.endswith("ed")), "")
    return found in NOW


CLAUSE = 16  # tokens
NOW = frozenset({"is", "are", "has", "have", "remain", "remains", "'re", "'s", "continue", "continues", "still"})
THEN = frozenset({"was", "were", "had", "did", "would", "could", "will", "came", "went", "took", "made", "said"})


def _day_of_happening(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "The evening of that assault", "the morning of the vote": a part of the day of a happening."""
    m = p.meaning
    told = isinstance(m, Clock) and not m.of and m.which == "that" and tokens[p.first].letter == "D"
    if not told or p.last + 2 >= len(tokens) or tokens[p.last].low != "of" or tokens[p.last + 1].low not in POINTING:
        return None
    event = _complement(p.last + 1, tokens)
    named = len(event) > 1 and event[1].isalpha() and tokens[p.last + 2].letter == "_"
    return replace(p, meaning=replace(m, event=event), rule="day_of") if named and isinstance(m, Clock) else None


def _weekday_after(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "The Saturday after that", "the Friday before": counted from the day told last; "the Friday before last" from
    publication."""
    m = p.meaning
    behind = [t.low for t in tokens[p.last : p.last + 2]]
    if not isinstance(m, Calendar) or m.which or p.first == 0 or tokens[p.first - 1].letter != "D":
        return None
    if behind == ["before", "last"]:
        back = Shift(1, "week", -1, base=replace(m, which="last"), exact=True)
        return replace(p, last=p.last + 2, meaning=back)
    if behind[:1] not in (["after"], ["before"]) or not (behind[1:] in (["that"], ["this"]) or behind[1:] in ENDS):
        return None
    return replace(p, meaning=replace(m, which="after" if behind[0] == "after" else "before"))


def _season_beside(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """ "The autumn before", "the summer after": counted from the time told last."""
    m = p.meaning
    behind = [t.low for t in tokens[p.last : p.last + 2]]
    plain = isinstance(m, Season) and not (m.year or m.which or m.within) and tokens[p.first].letter == "D"
    if not isinstance(m, Season) or not plain or behind[:1] not in (["after"], ["before"]):
        return None
    if behind[1:] not in (*ENDS, ["had"], ["was"], ["were"]):
        return None
    which = "following" if behind[0] == "after" else "previous"
    return replace(p, last=p.last + 1, meaning=replace(m, which=which))


ENDS: tuple[list[str], ...] = ([","], ["."], [";"], [])
POINTING = frozenset({"the", "that", "this", "his", "her", "its", "their"})


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
    if gap == ["the"] and follows.rule in DAYS and follows.last < len(tokens) and _names(tokens[follows.last]):
        return False  # "a month before the July 7 bombings"
    duration = isinstance(follows.meaning, Deictic) and follows.meaning.plural
    return gap in ([], ["the"]) and not duration


DAYS = ("md", "dm", "month")


def _names(t: Token) -> bool:
    """Whether a word may be the noun that a day stands before."""
    return t.letter == "_" and t.low.isalpha() and not t.low.endswith("ly") and t.low not in NO_NOUNS


NO_NOUNS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "with", "when", "where", "which", "who", "as", "was", "were", "is"}
    | {"had", "has", "he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "but", "after", "because"}
)


def _complement(at: int, tokens: list[Token]) -> tuple[str, ...]:
    """The words of the happening: up to a break, or to an article that starts the next noun phrase; none behind "the
    day after" that stands alone ("charged him the day after with theft")."""
    words: list[str] = []
    if at < len(tokens) and (tokens[at].low in ALONE or _reports(at, tokens)):
        return ()
    for t in tokens[at : at + COMPLEMENT]:
        starts = words and words[-1] not in JOINS and (t.letter in "Da" or _begins(t, words))
        if t.low in BREAKS or t.low in (",", ".") or starts:
            break
        words.append(t.low)
    return tuple(words)


def _reports(at: int, tokens: list[Token]) -> bool:
    """ "said the day before that he would go": what was said."""
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    told = any(t.low in SAID for t in tokens[max(0, at - SAYING) : at])
    return tokens[at].low == "that" and told and (follows in OWNERS or follows in ("the", "a", "an", "there", "no"))


SAYING = 5  # tokens before "that"
SAID = frozenset(
    {"said", "told", "announced", "warned", "wrote", "reported", "insisted", "vowed", "argued", "admitted"}
)


def _begins(t: Token, words: list[str]) -> bool:
    """Whether a clause begins behind what names the happening: "two days after the vote Roe left", "five years after
    the opening of the gate her party won"."""
    return (t.titled and len(words) == 2 and words[0] in POINTING) or (t.low in OWNERS and "of" in words)


TAKING: dict[str, Callable[[Phrase, list[Token]], Phrase | None]] = {
    "md": remembered,
    "dm": remembered,
    "weekday": _weekday_after,
    "season": _season_beside,
    "day_event": _day_of,
    "daypart": _day_of_happening,
    "beside": _before_last,
    "night_before": _before_last,
    "shift": _lasting,
}
ALONE = frozenset({"with", "to", "by", "for", "at", "on", "from", "in"})
OWNERS = frozenset({"his", "her", "its", "their", "he", "she", "they", "it", "we", "i"})
JOINS = frozenset(
    {"of", "in", "on", "at", "by", "to", "from", "with", "against", "for", "and", "under", "over", "near"}
)
