"""Whether a line can stand alone: which of its pronouns have nobody to stand for. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.model.mark import ActorMark

Spans = Sequence[tuple[int, int]]
PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|its|their|this|these|those|that)\b", re.IGNORECASE)
POINTING = frozenset("this these those that".split())
PERSONAL = frozenset("he she him her his".split())
OBJECTS = frozenset("him her it them".split())
EMPTY_IT = re.compile(
    r"it\s+(?:(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be|seems|seemed|appears|appeared|remains|remained|became"
    r"|becomes)\s+(?:(?:not|still|now|also|too|so|[a-z]+ly)\s+)?[a-z]+\s+(?:that|to|whether|if|when|how|who|why|for)\b"
    r"|(?:took|takes|will\s+take)\b[^.;]{0,80}\b(?:for|to|before|until)\b"
    r"|(?:seems|seemed|appears|appeared|turned\s+out|follows|emerged)\s+(?:that|as)\b"
    r"|(?:is|was)\s+(?:done|over|official|here|finished|time|clear|no\s+secret)\s*[:;.,—–]"
    r"|(?:is|was)\s+[^.,;]{1,60}\s(?:who|that)\s+[a-z])",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\s+(?:says|said|adds|added|recalls|recalled|reports|reported|writes|wrote|notes|noted|argues|argued|quotes"
    r"|concludes|believes|thinks|asks|finds|warns|warned)\b"
)
AHEAD = 60  # characters behind "its" in which the one who is meant is told
FEW = 40  # people of a sentence that are looked at
REACH = 160  # characters in which "it is ... that" is looked for
OPENING = frozenset(
    "After Although As At Because Before Besides By Despite During Following For From Given In Like On Once Since"
    " Though To Under Unlike Until Upon When Whether While With Within Without".split()
)
_SMALL = "|".join(
    (
        *sorted(OPENING),
        *"The A An This That These Those It He She They We You I His Her Its Their But And Or So If Then".split(),
    )
)
NAME = re.compile(rf"\b(?!(?:{_SMALL})\b)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Bb]oth|[Ss]everal|[Mm]any|[Ss]ome|[Mm]ost"
    r"|[Nn]o|[Ee]very|\d{1,3}(?:[.,]\d+)*)\s+(?!(?:of|they|it|he|she|his|her|its|their)\b)[\w’'-]+|\b[A-Z][\w’'-]+"
)
PLURAL = re.compile(r"[A-Z][a-z]{2,}s\b|[A-Z][a-z]+\s+[a-z]{3,}s\b")
_ROLES = (
    r"(?:minister|president|premier|chancellor|leader|chief|head|king|queen|prince|princess|pope|general|commander"
    r"|colonel|officer|soldier|governor|mayor|senator|deputy|lawmaker|judge|lawyer|doctor|nurse|teacher|journalist"
    r"|reporter|spokesman|spokeswoman|spokesperson|envoy|mediator|ambassador|secretary|director|chairman|chairwoman|man"
    r"|woman|boy|girl|child|mother|father|wife|husband|widow|son|daughter|brother|sister|student|worker|farmer|fighter"
    r"|dictator|candidate|winner|suspect|victim|owner|pensioner|survivor|witness|neighbour|neighbor|resident|refugee"
    r"|villager|official|diplomat|analyst|expert|engineer|pilot|driver|priest|bishop|monk|imam|writer|author|historian"
    r"|professor|economist|banker|trader|businessman|shopkeeper|prosecutor|spy|rebel|activist|politician|veteran)\b"
)
PERSON = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Ee]very|[Oo]ne)\s+(?:[\w’'-]+\s+){{0,2}}?{_ROLES}")
ANOTHER = re.compile(rf"\b[Aa]n?(?:other)?\s+(?:[\w’'-]+\s+){{0,2}}?{_ROLES}")  # somebody new, without a name
CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter new year year's year’s eve""".split()
)
CLAUSE = re.compile(
    r"[,;:—–“”\"]|\b(?:that|who|whom|which|when|where|while|after|before|because|since|until|whether|if|and|but|or|as"
    r"|to|though|although|unless|so)\b"
)
BEHIND = re.compile(
    r"\s*(?:$|[.,;:!?)”\"—–]|(?:in|on|at|by|to|for|from|with|as|and|or|but|after|before|when|that|into|up|out|down|back"
    r"|off|over|again|exactly|only|too|there|this|last|\d+)\b|[a-z]+ly\b)"
)
FINITE = re.compile(
    r"\s+(?:(?:is|was|has|had|will|would|can|could|may|might|must|should|does|did|do|are|were|have)\b|[a-z]+(?:ed|s)\b)"
)
_NO_THING = (
    r"(?:who|that|which|of|in|to|with|from|on|at|for|by|is|was|are|were|has|had|have|will|would|can|could|may|might|must"
    r"|should|do|does|did|be|it|he|she|they|we|you|not|said|time|day|night|morning|afternoon|evening|weekend|week|month"
    r"|year|spring|summer|autumn|fall|winter|decade|century|hour|moment|stage|point|way|one|being|taking|living)\b"
)
RELATED = re.compile(
    r"(?:by|since|until|till|before|from)\s+then\b|such\s+(?:[a-z]+\s+)?[a-z]+s\b(?!\s+as\b)|the\s+latter\b"
    r"|the\s+former\b(?!\s+[\w’'-])|the\s+rest\b(?!\s+of\b)|the\s+others\b"
    r"|(?:none|all|some|most|much|part|both|neither)\s+of\s+(?:this|these|that|those|them|it)\b"
    r"|\b(?-i:So|Nor|Neither)\s+(?:do|does|did|is|are|was|were|has|have|had|will|would|can)\b"
    r"|(?:an?|the|another)\s+(?:[a-z]+\s+)?one\b(?!\s+of\b|-)(?=\s+[a-z]|[.,;:])"
    r"|(?:this|these|those)\b(?=\s*[.,;!?]|\s+(?:in|on|at|by|to|from|after|before|as|when)\b)"
    r"|\bthat\b(?=\s*[.;!?]|\s+(?:out|off|up|down|too)\b)"
    rf"|(?:this|these|those)\s+(?!{_NO_THING})(?P<this>[a-z]{{3,}})\b"
    rf"|\bthat\s+(?!{_NO_THING})(?P<that>[a-z]{{3,}})(?=\s*[.,;:!?…]|\s*$|\s+(?:and|but)\b)",
    re.IGNORECASE,
)
FIRST = 30  # characters in which a line begins
TIME = re.compile(r"\d|\b(?:" + "|".join(sorted(CALENDAR - {"may", "new", "eve", "year"})) + r")\b", re.IGNORECASE)


def hanging(text: str, start: int, end: int, actors: Sequence[ActorMark], apart: Spans = ()) -> list[int]:
    """Where in text[start:end] words stand for somebody or something that neither a mark nor the words before tell.

    `actors` are the marks of the text; `apart` are spans of words that name no person, such as places and dates. A
    pronoun is told if a mark resolves it, or if somebody (for "he", "she") or something (for "it") stands before it;
    "them" is not the subject of its own clause. "Since then", "such talks" and "the latter" hang as pronouns do.
    """
    inside = [m for m in actors if start <= m.words.start < end]
    resolved = {m.words.start for m in inside}
    told = _Told(text, start, end, inside, [s for s in apart if start <= s[0] < end])
    found = [
        match.start()
        for match in PRONOUN.finditer(text, start, end)
        if match.start() not in resolved
        and not _empty(match, text, start, end)
        and not told.before(match, match.start(), end)
    ]
    related = (m for m in RELATED.finditer(text, start, end) if m.start() not in resolved)
    return sorted({*found, *(m.start() for m in related if not _relates(m, text, start))})


def _empty(match: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a word that can be a pronoun stands for nothing before it here."""
    word = match[0].lower()
    if word in POINTING:
        return not _points(text, match.end(), match.start(), start)
    return word == "it" and EMPTY_IT.match(text, match.start(), min(end, match.start() + REACH)) is not None


def _relates(match: re.Match[str], text: str, start: int) -> bool:
    """Whether the words before tell what "since then", "such talks", "the latter" or "a revised one" relates to."""
    before, words = text[start : match.start()], match[0].lower()
    if noun := match["this"] or match["that"]:
        return noun.removesuffix("s") in before.lower()
    if words.endswith("then"):
        return TIME.search(before) is not None
    if words.startswith("such"):
        return words.split()[-1].removesuffix("s") in before.lower()
    if words in ("the rest", "the others"):
        return re.search(r"\b(?:part|some|half|most|one|two|three|first|many|several)\b", before.lower()) is not None
    if words in ("the latter", "the former"):
        return len(NAME.findall(before)) > 1 or " and " in before
    return len(before) > FIRST or CLAUSE.search(before) is not None


class _Told:
    """Where in a sentence somebody, and something, is told that a pronoun can stand for."""

    def __init__(self, text: str, start: int, end: int, inside: Sequence[ActorMark], apart: Spans) -> None:
        self._text, self._start = text, start
        people = [(m.words.start, m.words.end) for m in inside if m.kind == "person" and not _is_pronoun(m)]
        things = [m.words.start for m in inside if m.kind != "person" and not _is_pronoun(m)]
        resolved = [m.words.start for m in inside if _is_pronoun(m) and m.kind == "person"]
        marked = sorted((m.words.start, m.words.end) for m in inside)
        names = [
            m.start()
            for m in NAME.finditer(text, start, end)
            if (" " in m[0] or not _begins(m.start(), text, start)) and not _in_calendar(m[0])
        ]
        placed = [n for n in names if _lies_in(n, sorted(apart))]
        free = [n for n in names if not _lies_in(n, marked) and n not in placed]
        roles = [m.start() for m in PERSON.finditer(text, start, end)]
        self._organised = things
        self._named = sorted(things + free)
        self._marked = sorted(a for a, _ in people)
        self._people = sorted({*self._marked, *free, *roles, *resolved})
        self._things = sorted({*things, *self._nouns(start, end, people), *placed})

    def _nouns(self, start: int, end: int, people: Spans) -> list[int]:
        text = self._text
        found = [
            m.start()
            for m in NOUN.finditer(text, start, end)
            if (" " in m[0] or not _begins(m.start(), text, start))
            and not _in_calendar(m[0])
            and not any(a <= m.start() < b for a, b in people[:FEW])
        ]
        return [*found, *([start] if PLURAL.match(text, start, end) else [])]

    def before(self, match: re.Match[str], at: int, end: int) -> bool:
        """Whether somebody or something that the pronoun at a place can stand for is told before it."""
        word = match[0].lower()
        if word in PERSONAL:
            return self._has(self._people, match, at, end) or self._after(at)
        if word == "it" and SAYS.match(self._text, match.end(), end):
            return self._has(self._named, match, at, end)
        return self._has(self._things, match, at, end) or self._ahead(word, at)

    def _has(self, places: Sequence[int], match: re.Match[str], at: int, end: int) -> bool:
        count = bisect_left(places, at)
        if count != 1 or not self._is_object(match, at, end):
            return count > 0
        return CLAUSE.search(self._text, places[0], at) is not None  # the subject of its own clause it is not

    def _is_object(self, match: re.Match[str], at: int, end: int) -> bool:
        word = match[0].lower()
        if word not in OBJECTS or at == self._start:
            return False
        if word == "her":
            return BEHIND.match(self._text, match.end(), end) is not None
        return word != "it" or FINITE.match(self._text, match.end(), end) is None

    def _after(self, at: int) -> bool:
        """Whether the one who is meant is the subject behind an opening phrase: "Since his election, X has"."""
        after = next((p for p in self._marked if p > at), -1)
        opens = self._text[self._start : self._start + 20].split(maxsplit=1)
        return after > 0 and bool(opens) and opens[0] in OPENING and self._text[at:after].rstrip().endswith(",")

    def _ahead(self, word: str, at: int) -> bool:
        """Whether whose a thing is stands right behind an opening phrase: "At their summit last July the allies"."""
        opens = self._text[self._start : self._start + 20].split(maxsplit=1)
        named = next((p for p in self._organised if at < p < at + AHEAD), -1)
        opening = word in ("its", "their") and bool(opens) and opens[0] in OPENING
        return opening and named > 0 and FINITE.search(self._text, at, named) is None


def _begins(at: int, text: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    before = text[max(start, at - 5) : at].rstrip(" \t\"“‘('")
    return at == start or (before[-1:] in tuple(".!?:\n-•*") and before[-1:] != "")


def _is_pronoun(mark: ActorMark) -> bool:
    return PRONOUN.fullmatch(mark.words.exact) is not None


def _in_calendar(words: str) -> bool:
    """Whether all words are of the calendar: "Christmas Eve", "June"."""
    return all(w.lower() in CALENDAR for w in words.split() if not w.isdigit())


def _lies_in(at: int, spans: Spans) -> bool:
    """Whether a place lies in one of these spans, which are sorted by where they begin."""
    n = bisect_left(spans, (at + 1,)) - 1
    return n >= 0 and spans[n][0] <= at < spans[n][1]


def _points(text: str, after: int, at: int, start: int) -> bool:
    """Whether "this" or "these" at the beginning stands for something told before."""
    follows = re.match(r"\s+(\w+)", text[after : after + 30])
    return at - start <= 2 and follows is not None
