"""Whether a line can stand alone: which of its pronouns have nobody to stand for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.mark import ActorMark

PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|its|their|this|these|those|that)\b", re.IGNORECASE)
POINTING = frozenset("this these those that".split())
PERSONAL = frozenset("he she him her his".split())
EMPTY_IT = re.compile(
    r"it\s+(?:is|was|has\s+been|seems|seemed|appears|appeared|remains|remained|took|takes|will\s+be|would\s+be)\b"
    r"[^.;]*\b(?:that|to|whether|if|when|how|who|clear|unclear)\b",
    re.IGNORECASE,
)
FEW = 40  # people of a sentence that are looked at
REACH = 160  # characters in which "it is ... that" is looked for
OPENING = frozenset(
    "After Although As At Because Before Besides By Despite During Following For From Given In Like On Once Since"
    " Though To Under Unlike Until Upon When Whether While With Within Without".split()
)
NAME = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
NOUN = re.compile(r"\b(?:[Tt]he|[Aa]n?|\d+(?:[.,]\d+)*)\s+[\w’'-]+|[A-Z][\w’'-]+")


def hanging(text: str, start: int, end: int, actors: Sequence[ActorMark]) -> list[int]:
    """Where in text[start:end] pronouns stand for somebody or something that neither a mark nor the words before tell.

    `actors` are the marks of the text. A pronoun is told if a mark resolves it, or if somebody (for "he", "she") or
    something (for "it") stands before it.
    """
    inside = [m for m in actors if start <= m.words.start < end]
    resolved = {m.words.start for m in inside}
    told = _Told(text, start, end, inside)
    return [
        match.start()
        for match in PRONOUN.finditer(text, start, end)
        if match.start() not in resolved
        and not _empty(match, text, start, end)
        and not told.before(match[0].lower(), match.start())
    ]


def _empty(match: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a word that can be a pronoun stands for nothing before it here."""
    word = match[0].lower()
    if word in POINTING:
        return not _points(text, match.end(), match.start(), start)
    return word == "it" and EMPTY_IT.match(text, match.start(), min(end, match.start() + REACH)) is not None


class _Told:
    """From where on in a sentence somebody, and something, has been told that a pronoun can stand for."""

    def __init__(self, text: str, start: int, end: int, inside: Sequence[ActorMark]) -> None:
        self._text, self._start = text, start
        people = [(m.words.start, m.words.end) for m in inside if m.kind == "person"]
        things = [m.words.start for m in inside if m.kind != "person"]
        names = (m.start() for m in NAME.finditer(text, start, end) if m.start() > start or " " in m[0])
        nouns = (
            m.start()
            for m in NOUN.finditer(text, start, end)
            if (m.start() > start or " " in m[0]) and not any(a <= m.start() < b for a, b in people[:FEW])
        )
        self._people = sorted(a for a, _ in people)
        self._somebody = min([*self._people[:1], next(names, end)])
        self._something = min([*things[:1], next(nouns, end)])

    def before(self, word: str, at: int) -> bool:
        """Whether somebody or something that the pronoun at a place can stand for is told before it."""
        if word in PERSONAL:
            return self._somebody < at or self._after(at)
        return self._something < at

    def _after(self, at: int) -> bool:
        """Whether the one who is meant is the subject behind an opening phrase: "Since his election, X has"."""
        after = next((p for p in self._people if p > at), -1)
        opens = self._text[self._start : self._start + 20].split(maxsplit=1)
        return after > 0 and bool(opens) and opens[0] in OPENING and self._text[at:after].rstrip().endswith(",")


def _points(text: str, after: int, at: int, start: int) -> bool:
    """Whether "this" or "these" at the beginning stands for something told before."""
    follows = re.match(r"\s+(\w+)", text[after : after + 30])
    return at - start <= 2 and follows is not None
