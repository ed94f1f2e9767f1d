"""What the words around a time make of it: since, until, by; a label of a document; a weekday that does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Calendar, Clock, Found, Meaning, Part, Phrase, Season
from dateline.annotate.dates.tokens import Token
from dateline.model import time
from dateline.model.time import Days, Granularity, Modifier

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


@dataclass(frozen=True, slots=True)
class Pointing:
    """How words before a time place things around it: a direction ("since", "until") and a modifier."""

    name: str = ""
    modifier: Modifier | None = None


PREPOSITIONS = {
    "since": Pointing("since", Modifier.ON_OR_AFTER),
    "until": Pointing("until", Modifier.ON_OR_BEFORE),
    "till": Pointing("until", Modifier.ON_OR_BEFORE),
    "by": Pointing("until", Modifier.ON_OR_BEFORE),
    "before": Pointing("until", Modifier.BEFORE),
    "after": Pointing("since", Modifier.AFTER),
    "following": Pointing("since", Modifier.AFTER),
    "about": Pointing("", Modifier.APPROX),
    "around": Pointing("", Modifier.APPROX),
    "circa": Pointing("", Modifier.APPROX),
}
NONE = Pointing()


def direction(p: Phrase, tokens: list[Token]) -> Pointing:
    """What the preposition before the words tells."""
    at = p.first - 1
    if at >= 0 and tokens[at].low in ("the", "at", "about", "around", "late", "early"):
        at -= 1
    told = PREPOSITIONS.get(tokens[at].low, NONE) if at >= 0 else NONE
    within = isinstance(p.meaning, Clock) and told.modifier in (Modifier.BEFORE, Modifier.AFTER)
    return NONE if within else told  # "before dawn on Thursday" is on Thursday


def bounded(p: Phrase, found: Found, pointing: Pointing, tokens: list[Token]) -> tuple[Days | None, Granularity | None]:
    """The days, where "by the end of June" is the last day of June, not its last part, and "before the start of 2018"
    the first of that year; "by late June" is that part."""
    ends = isinstance(p.meaning, Part) and any(t.letter == "B" for t in tokens[p.first : p.last])
    if pointing.name != "until" or not ends or not found.days or found.vague:
        return found.days, found.granularity
    if found.modifier == Modifier.START:
        return time.day(found.days.lower), Granularity.DAY
    if found.modifier == Modifier.END:
        return time.day(found.days.upper), Granularity.DAY
    return found.days, found.granularity


def labels(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether a year is the label of a document or level ("the 2015 agreement", "levels of 1990")."""
    m = p.meaning
    if not (isinstance(m, Calendar) and m.year and m.month is None and p.rule in ("year", "years")):
        return False
    if p.first > 1 and tokens[p.first - 1].low in ("of", "'s"):
        return tokens[p.first - 2].low in words.lists["label"]
    if p.first and tokens[p.first - 1].low in PLACING:
        return False
    for t in tokens[p.last : p.last + 4]:
        if t.low in words.lists["label"]:
            return True
        if t.low in words.lists["stop"] or not (t.low.isalpha() or t.low == "-"):
            return False
    return False


def attributive(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the words stand in a noun phrase and tell which thing ("the Dec. 21, 1988, bombing", "a 1919 try")."""
    if not p.first or tokens[p.first - 1].low not in DETERMINERS:
        return False
    at = p.last + (p.last < len(tokens) and tokens[p.last].low == ",")
    return at < len(tokens) and tokens[at].low.isalpha() and tokens[at].low not in words.lists["stop"]


def adjectival(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the article before the words is that of a noun after them ("the 18th-century castle", "the early October
    battle", "the summer offensive")."""
    following = tokens[p.last] if p.last < len(tokens) else None
    if following is None or p.last - p.first < 2:
        return False
    if following.letter == "-" and p.last + 1 < len(tokens) and tokens[p.last + 1].low in STYLED:
        return following.start == tokens[p.last - 1].end  # "the 1960s-era jail"
    if not _noun(following, words):
        return False
    inside = tokens[p.first + 1 : p.last]
    if any(t.letter == "-" and inside[i - 1].letter not in "Ey" for i, t in enumerate(inside) if i):
        return p.rule in HYPHENED
    if p.rule == "dm":
        return inside[0].letter == "d"  # "the 13 May crisis"
    plain = inside[0].letter in "SMPE" and inside[-1].letter in "SMP"
    return plain and p.rule in BEFORE_NOUNS and not (following.titled and inside[-1].letter == "P")


def of_its_kind(p: Phrase, line: Sequence[Phrase], tokens: list[Token], words: Lexicon) -> Phrase:
    """The phrase, where a season without an article tells a kind of thing ("winter clothes") as one of no year; not
    where the sentence tells a month of it ("launched a summer offensive in June")."""
    m = p.meaning
    if not isinstance(m, Season) or p.last - p.first > 1 or m.year or p.last == len(tokens):
        return p
    pointed = p.first > 0 and tokens[p.first - 1].letter == "D"
    months = {q.meaning.month for q in line if isinstance(q.meaning, Calendar)}
    kind = _noun(tokens[p.last], words) or tokens[p.last].low == "quarters"
    return replace(p, meaning=replace(m, kind=True)) if kind and not pointed and not months & MONTHS[m.name] else p


MONTHS = {"SP": {3, 4, 5}, "SU": {6, 7, 8}, "FA": {9, 10, 11}, "WI": {12, 1, 2}}


def _noun(following: Token, words: Lexicon) -> bool:
    """Whether a word may be a noun: no known verb, adverb or preposition, no word for a time."""
    low = following.low
    idle = low.endswith(("ed", "ing", "ly")) or low in ADVERBS or any(low in words.lists[name] for name in NO_NOUNS)
    return low.isalpha() and following.letter == "_" and not idle


STYLED = frozenset({"era", "style", "vintage", "type", "only", "long", "related", "built", "based", "born"})
NO_NOUNS = ("stop", "was", "has", "is", "did", "will", "would", "past", "arranged")
HYPHENED = frozenset({"century", "quarter", "ends", "daypart", "season", "length"})
BEFORE_NOUNS = frozenset({"season", "month", "daypart"})
ADVERBS = frozenset(
    {
        "there",
        "here",
        "together",
        "even",
        "so",
        "then",
        "too",
        "while",
        "because",
        "if",
        "though",
        "although",
        "just",
        "only",
    }
    | {
        "alone",
        "itself",
        "again",
        "away",
        "back",
        "up",
        "down",
        "out",
        "off",
        "ahead",
        "into",
        "onto",
        "without",
        "within",
    }
    | {
        "throughout",
        "through",
        "like",
        "amid",
        "despite",
        "against",
        "near",
        "not",
        "also",
        "still",
        "now",
        "can",
        "could",
    }
)
DETERMINERS = frozenset({"the", "a", "an", "'s", "'", "his", "her", "its", "their", "our", "this", "that"})
PLACING = frozenset({"in", "since", "until", "by", "during", "between", "till", "before", "after"})


def hemisphere(m: Meaning, tokens: list[Token], words: Lexicon) -> str:
    """A note where a season is told of a place in the south: the days are those of the northern season; "" else."""
    inner = m.of if isinstance(m, Part) else m
    if not isinstance(inner, Season):
        return ""
    southern = words.lists["southern"]
    for t, following in zip(tokens, [*tokens[1:], None], strict=True):
        pair = f"{t.low} {following.low}" if following else ""
        if t.low in southern or pair in southern:
            place = pair.title() if pair in southern else t.low.title()
            return f"northern {SEASONS[inner.name]} by convention, but the sentence tells of the south ({place})"
    return ""


def slip(m: Meaning, found: Found) -> str:
    """A weekday that is not that of the day stated beside it, in words; "" if all is well."""
    inner = m.of if isinstance(m, Clock | Part) else m
    if not isinstance(inner, Calendar) or inner.weekday is None or inner.day is None or found.days is None:
        return ""
    day = found.days.lower
    if day.weekday() == inner.weekday:
        return ""
    return f"{WEEKDAYS[inner.weekday]} is told, but {day.day} {day:%B %Y} was a {WEEKDAYS[day.weekday()]}"
