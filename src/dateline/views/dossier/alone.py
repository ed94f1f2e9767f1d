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
    return [
        match.start()
        for match in PRONOUN.finditer(text, start, end)
        if match.start() not in resolved
        and not _empty(match, text, start, end)
        and not _told_before(match[0].lower(), text, start, match.start(), inside)
    ]


def _empty(match: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a word that can be a pronoun stands for nothing before it here."""
    word = match[0].lower()
    if word in POINTING:
        return not _points(text, match.end(), match.start(), start)
    return word == "it" and EMPTY_IT.match(text, match.start(), end) is not None


def _told_before(word: str, text: str, start: int, at: int, inside: Sequence[ActorMark]) -> bool:
    """Whether somebody or something that the pronoun can stand for is told before it."""
    people = [m for m in inside if m.kind == "person" and m.words.start < at]
    if word in PERSONAL:
        named = any(m.start() > start for m in NAME.finditer(text, start, at))
        return bool(people) or named or _told_after(text, start, at, inside)
    if any(m.kind != "person" and m.words.start < at for m in inside):
        return True
    nouns = [m for m in NOUN.finditer(text, start, at) if m.start() > start or " " in m[0]]
    return any(not any(p.words.start <= m.start() < p.words.end for p in people) for m in nouns)


def _told_after(text: str, start: int, at: int, inside: Sequence[ActorMark]) -> bool:
    """Whether the one who is meant is the subject behind an opening phrase: "Since his election, Yanukovich has"."""
    after = min((m.words.start for m in inside if m.kind == "person" and m.words.start > at), default=-1)
    opens = text[start:at].split(maxsplit=1)
    return after > 0 and bool(opens) and opens[0] in OPENING and text[start:after].rstrip().endswith(",")


def _points(text: str, after: int, at: int, start: int) -> bool:
    """Whether "this" or "these" at the beginning stands for something told before."""
    follows = re.match(r"\s+(\w+)", text[after : after + 30])
    return at - start <= 2 and follows is not None
