"""What stands in brackets in a line: what its pronouns, roles and relative dates stand for, by marks on these words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.mark import ActorMark, DateMark, TimexType
from dateline.model.time import Days
from dateline.views.dossier.reading import Marked
from dateline.views.wording import LONG, SHORT, worded

PRONOUNS = frozenset("he she it they him them".split())
BY_ROLE = (", named before", "of the country of the text", "that the text speaks of", "named just before", "held that")
YEAR = re.compile(r"\b\d{4}(?:s|\b)")
MONTHS = dict(zip(SHORT, LONG, strict=True))
SHORT_MONTH = re.compile(r"\b(?:" + "|".join(SHORT) + r")\b")
GENITIVES = ("'s ", "’s ")
NOW = frozenset("now currently nowadays presently still already recently soon later earlier then".split())
SAME = re.compile(r"\b(?:same|that)\s+(?:day|night|morning|afternoon|evening|week|month|year)\b", re.IGNORECASE)
DAY = re.compile(r"\b(?:day|night|morning|afternoon|evening)\b", re.IGNORECASE)
ONLY_ONE = "the only person named just before"
TWO_WORDS = re.compile(
    r"(?!(?:The|This|That|These|Those|In|On|At|By|For|From|After|Before|When|While|As|But|And|Its?|His|Her|Their|An?)\s)"
    r"[A-Z][a-z’'-]+\s[A-Z][a-z’'-]+"
)
OF_TEXT = "of the country of the text"
DAYLESS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|(?:last|next|this)\s+(?:\w+\s+)?"
    r"(?:night|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|"
    + "|".join(m.lower() for m in LONG)
    + r")|(?:"
    + "|".join(m.lower() for m in LONG)
    + r")\s+\d{1,2}|\d{1,2}\s+(?:"
    + "|".join(m.lower() for m in LONG)
    + r"))\b",
    re.IGNORECASE,
)
MOST = 60  # parties of a sentence that are looked at
LONGEST = 3700  # days of a span that is worth telling


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words to add at character `at` of a text; `start`..`end` are the words that they explain."""

    at: int
    start: int
    end: int
    words: str
    why: str


def brackets(marked: Marked, start: int, end: int) -> list[Bracket]:
    """The brackets for text[start:end], in order."""
    return sorted([*_dates(marked, start, end), *_actors(marked, start, end)], key=lambda b: (b.at, b.start))


def unsure(mark: DateMark, marked: Marked) -> bool:
    """Whether nobody can be sure of a day: "on Saturday" in a text without date, "the same day" after one that tells
    of several days, "that night" that would be a month."""
    days, words = mark.days, mark.words.exact
    if days is None:
        return dayless(mark)
    if not SAME.search(words):
        return False
    if DAY.search(words) and (days.length() or LONGEST) > 2:
        return True
    before = marked.before_word(mark.words.start)
    if mark.anchor_at is None or before is None or not before.start <= mark.anchor_at < before.end:
        return False
    told = {m.days for m in marked.dates if before.start <= m.words.start < before.end and m.days}
    return len([d for d in told if d.length() == days.length()]) > 1


def dayless(mark: DateMark) -> bool:
    """Whether words for a day or a month of some year are such that nobody can tell which."""
    dated = mark.type in (TimexType.DATE, TimexType.TIME) and not mark.vague and not mark.names
    return dated and mark.days is None and DAYLESS.search(mark.words.exact) is not None


def doubtful(mark: ActorMark, marked: Marked) -> bool:
    """Whether words may mean another than the mark says: "the bloc" where more than one so called is named, "he" where
    a name that no mark covers stands right before."""
    if mark.how.endswith(", named before"):
        return bool(mark.others)
    return ONLY_ONE in mark.how and _unmarked_name(mark, marked)


def _unmarked_name(mark: ActorMark, marked: Marked) -> bool:
    """Whether the sentence before begins with a name of two words that is neither party nor place nor time."""
    before = marked.before_word(mark.words.start)
    found = TWO_WORDS.match(marked.text, before.start, before.end) if before else None
    if found is None:
        return False
    spans = [(m.words.start, m.words.end) for m in marked.actors if m.words.start < found.end()]
    return not any(a < found.end() and found.start() < b for a, b in (*spans, *marked.apart))


def _of_no_named_country(mark: ActorMark, marked: Marked) -> bool:
    """Whether "the army" is taken for that of a country that nothing names before it."""
    if OF_TEXT not in mark.how:
        return False
    at = mark.words.start
    return not any(land == mark.country for start, land in marked.lands if start < at)


def _dates(marked: Marked, start: int, end: int) -> Iterable[Bracket]:
    found: dict[str, DateMark] = {}
    for mark in marked.dates:
        inside = start <= mark.words.start and mark.words.end <= end and not unsure(mark, marked)
        if inside and (words := date_words(mark)):
            held = found.setdefault(words, mark)
            if held.type is TimexType.TIME and mark.type is TimexType.DATE:  # "before dawn on Thursday"
                found[words] = mark
    for words, mark in found.items():
        why = f"“{mark.words.exact}”: {f'counted from {mark.anchor}' if mark.anchor else mark.rule}"
        at = mark.words.end + (2 if marked.text[mark.words.end : end].startswith(GENITIVES) else 0)
        yield Bracket(at, mark.words.start, mark.words.end, f" [{words}]", why)


def date_words(mark: DateMark) -> str:
    """What a relative date stands for in words; "" for one that stands for itself, or that nobody can resolve.

    "On April 21" lacks only its year: [2010]; "on Thursday" stands for [1 July 2010].
    """
    days = mark.days
    stands = (
        YEAR.search(mark.words.exact)
        or mark.words.exact.casefold() in NOW
        or mark.type not in (TimexType.DATE, TimexType.TIME)
        or mark.complement
    )
    if stands or days is None or mark.names or mark.vague or not days.start or not days.end:
        return ""
    if (days.length() or 0) > LONGEST:
        return ""
    if _lacks_year(mark.words.exact, days):
        return str(days.start.year)
    words = worded(days, mark.granularity, mark.modifier)
    if "month" in mark.words.exact and (days.start.year, days.start.month) == (days.end.year, days.end.month):
        return f"{LONG[days.start.month - 1]} {days.start.year}"
    return SHORT_MONTH.sub(lambda m: MONTHS[m[0]], words)


def _lacks_year(words: str, days: Days) -> bool:
    """Whether the words name the month (and the day, if it is one) of these days."""
    if not days.start or not days.end or (days.start.year, days.start.month) != (days.end.year, days.end.month):
        return False
    names = (LONG[days.start.month - 1], SHORT[days.start.month - 1])
    month = any(re.search(rf"\b{n}\b", words) for n in names)
    return month and (days.start != days.end or re.search(rf"\b{days.start.day}(?:st|nd|rd|th)?\b", words) is not None)


def _actors(marked: Marked, start: int, end: int) -> Iterable[Bracket]:
    inside = [m for m in marked.actors if start <= m.words.start and m.words.end <= end][:MOST]
    seen: set[str] = set()
    countries: set[str] = set()
    for mark in inside:
        if mark.actor in seen or doubtful(mark, marked) or _of_no_named_country(mark, marked):
            continue
        seen.add(mark.actor)
        found = actor_bracket(mark, inside, marked.text, end)
        if found and not (mark.country in countries and OF_TEXT in mark.how):
            countries |= {mark.country}
            yield found


def actor_bracket(mark: ActorMark, inside: Sequence[ActorMark], text: str, end: int) -> Bracket | None:
    """What is added to words for a party, if they do not stand for themselves in a line of these marks."""
    if "the only one named just before" in mark.how:  # of two countries it may be the other one
        return None
    why, place = f"“{mark.words.exact}”: {mark.how}", (mark.words.start, mark.words.end)
    given, _, last = mark.name.rpartition(" ")
    told = text[max(0, mark.words.start - len(given) - 2) : mark.words.start].rstrip().endswith(given)
    if mark.how.startswith("surname of") and last == mark.words.exact and given and not told:
        return Bracket(mark.words.start, *place, f"[{given}] ", why)
    pronoun = mark.words.exact.casefold() in PRONOUNS
    if not pronoun and (_by_name(mark, inside) or not any(w in mark.how for w in BY_ROLE)):
        return None
    if OF_TEXT in mark.how and _of_named_country(mark, inside):
        return None
    genitive = next((g for g in GENITIVES if text[mark.words.end : end].startswith(g)), "")
    return Bracket(mark.words.end + len(genitive.rstrip()), *place, f" [{mark.name}{genitive.rstrip()}]", why)


def resolved(marked: Marked, start: int, end: int) -> list[ActorMark]:
    """The marks of parties in text[start:end], without pronouns that a line of these words cannot explain."""
    inside = [m for m in marked.actors if start <= m.words.start and m.words.end <= end]
    first = {m.actor: m for m in reversed(inside) if m.words.exact.casefold() in PRONOUNS}
    return [
        m
        for m in inside
        if first.get(m.actor) is not m or _by_name(m, inside) or actor_bracket(m, inside, marked.text, end)
    ]


def _by_name(mark: ActorMark, inside: Sequence[ActorMark]) -> bool:
    """Whether the line has the party by its name, too."""
    names = [m.words.exact.casefold() for m in inside if m.words.start != mark.words.start]
    return any(mark.name.casefold() in name for name in names) or any(
        m.actor == mark.actor and m.how in ("name", "demonym") for m in inside
    )


def _of_country(how: str) -> bool:
    return " of " in how and OF_TEXT not in how


def _of_named_country(mark: ActorMark, inside: Sequence[ActorMark]) -> bool:
    """Whether the line names the country whose parliament, army or court is meant."""
    by_name = ("name", "demonym", "seat of the government, by the verb")
    return any(m.country == mark.country and (m.how in by_name or _of_country(m.how)) for m in inside if m != mark)
