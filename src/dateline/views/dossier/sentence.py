"""The text of a line: a stored sentence word for word, with what its pronouns and relative dates stand for in brackets.

Nothing is rewritten: brackets are added after (or, for a given name, before) words of the sentence, and only what a
mark on these words says is added. A dateline in front is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, DateMark, TimexType
from dateline.views.dossier.parts import Piece, PieceKind
from dateline.views.dossier.reading import Marked
from dateline.views.wording import LONG, SHORT, worded

PRONOUNS = frozenset("he she it they him her them his its their hers theirs i we us our my".split())
BY_ROLE = (" named before", "of the country of the text", "that the text speaks of", "named just before", "held that")
YEAR = re.compile(r"\b\d{4}\b")
MONTHS = dict(zip(SHORT, LONG, strict=True))
SHORT_MONTH = re.compile(r"\b(?:" + "|".join(SHORT) + r")\b")


@dataclass(frozen=True, slots=True)
class Added:
    """Words to add at a place of the text: `at` is where, `start`..`end` are the words that they explain."""

    at: int
    start: int
    end: int
    words: str
    why: str


def pieces(claim: Claim, marked: Marked) -> tuple[Piece, ...]:
    """The sentence of a claim, with its brackets."""
    start, end = claim.sentence.start, claim.sentence.end
    line = next((d.words for d in marked.datelines if d.words.start <= start < d.words.end < end), None)
    first = _after_dateline(marked.text, line.end, end) if line else start
    cut = (Piece(PieceKind.CUT, "", start, first, "the dateline"),) if first > start else ()
    return (*cut, *quoted(marked, first, end))


def _after_dateline(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isspace() or text[at] in "-–—:()."):
        at += 1
    return at


def quoted(marked: Marked, start: int, end: int) -> tuple[Piece, ...]:
    """text[start:end] with its brackets."""
    found: list[Piece] = []
    at = start
    for added in sorted([*_dates(marked, start, end), *_actors(marked, start, end)], key=lambda a: (a.at, a.start)):
        if added.at > at:
            found.append(Piece(PieceKind.QUOTED, _flat(marked.text[at : added.at]), at, added.at))
        found.append(Piece(PieceKind.ADDED, added.words, added.start, added.end, added.why))
        at = added.at
    if end > at:
        found.append(Piece(PieceKind.QUOTED, _flat(marked.text[at:end]), at, end))
    return tuple(found)


def _flat(words: str) -> str:
    return re.sub(r"\s", " ", words)


def text_of(found: Iterable[Piece]) -> str:
    """The words of all pieces together."""
    return "".join(p.text for p in found)


def _dates(marked: Marked, start: int, end: int) -> Iterable[Added]:
    told: set[str] = set()
    for mark in marked.dates:
        if not start <= mark.words.start or mark.words.end > end:
            continue
        words = date_words(mark)
        if words and words not in told:
            told.add(words)
            why = f"“{mark.words.exact}”, {f'counted from {mark.anchor}' if mark.anchor else mark.rule}"
            yield Added(mark.words.end, mark.words.start, mark.words.end, f" [{words}]", why)


def date_words(mark: DateMark) -> str:
    """What a relative date stands for in words; "" for one that stands for itself, or that nobody can resolve."""
    alone = YEAR.search(mark.words.exact) or mark.type not in (TimexType.DATE, TimexType.TIME)
    if alone or mark.days is None or mark.names or mark.vague or not mark.days.start or not mark.days.end:
        return ""
    if (mark.days.length() or 0) > 3700:
        return ""
    words = worded(mark.days, mark.granularity, mark.modifier)
    return SHORT_MONTH.sub(lambda m: MONTHS[m[0]], words)


def _actors(marked: Marked, start: int, end: int) -> Iterable[Added]:
    inside = [m for m in marked.actors if start <= m.words.start and m.words.end <= end]
    named: set[str] = set()
    for mark in inside:
        if mark.actor in named:
            continue
        words, before = actor_words(mark, inside)
        if words:
            at = mark.words.start if before else _after(marked.text, mark.words.end, end)
            yield Added(at, mark.words.start, mark.words.end, words, f"“{mark.words.exact}”: {mark.how}")
        named.add(mark.actor)


def _after(text: str, at: int, end: int) -> int:
    """Behind a genitive: "the alliance's [NATO] door"."""
    return at + 2 if text[at:end].startswith(("'s ", "’s ")) else at


def actor_words(mark: ActorMark, inside: Sequence[ActorMark]) -> tuple[str, bool]:
    """What is added to words for a party, and whether it stands before them; "" where they stand for themselves."""
    words, last = mark.words.exact, mark.name.rpartition(" ")
    if mark.how.startswith("surname of") and last[2] == words and last[0]:
        return f"[{last[0]}] ", True
    by_name = any(m.actor == mark.actor and m.how in ("name", "demonym") for m in inside)
    if words.casefold() in PRONOUNS or (any(w in mark.how for w in BY_ROLE) and not by_name):
        of_country = any(m.country == mark.country and m.kind == "country" for m in inside) and mark.country
        told_by_country = "of the country of the text" in mark.how and of_country
        return ("", False) if told_by_country or by_name else (f" [{mark.name}]", False)
    return "", False
