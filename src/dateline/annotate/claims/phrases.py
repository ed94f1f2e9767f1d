"""Parties and things of a claim in words that a reader can take by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.claims.terms import whole_words
from dateline.model.claim import Role

LONGEST = 120  # characters, as roles are cut
EMPTY = frozenset({
    "their", "its", "his", "her", "my", "our", "your", "what", "which", "who", "whom", "there", "n't", "not", "’s",
    "'s", "something", "anything", "everything", "nothing", "itself", "themselves", "himself", "herself", "place",
    "that", "this", "these", "those", "such",
})  # fmt: skip
LOOSE = frozenset({"the group", "group", "the pair", "the two", "the team"})  # whom they mean is anybody's guess
SIDE = ("other", "topic")
_CLAUSE = re.compile(
    r"[ ,]+(?:that|who|which|whom|whose|where|when|while|because|how|why|whether|if|as it|as they)\b.*\Z", re.DOTALL
)
_TAIL = re.compile(
    r"\s+(?:to|of|in|on|for|with|by|at|from|as|and|or|the|an?|is|was|were|are|be|been|has|have|had|will|would|can|could|may"
    r"|might|should|not|than)\Z"
)
_LAST = re.compile(
    r"\s(?:to|of|in|on|for|with|by|at|from|and|or)\s(?:(?!\s(?:to|of|in|on|for|with|by|at|from|and|or)\s).){0,60}\Z"
)
_CLOCK = re.compile(r"\d ?(?:am|pm|a\.m|p\.m|GMT)\b|\blocal time\b|o['’]clock")
_MADE = re.compile(
    r"[a-z]+ed|[a-z]+ing|time and (?:time )?again|(?:once|yet) again|public|free|clear|open|dead|possible"
)
_PERSON_OF = re.compile(r"[Aa]n?\s(?:[\w-]+\s)?(?:[A-Z][\w-]*\s)?[A-Z]\w+\Z")


def readable(roles: Sequence[Role], text: str) -> tuple[Role, ...]:
    """The roles with what trails behind their words taken off, and without those that name nothing by themselves."""
    kept: list[Role] = []
    for role in _apart([_worded(r, text) for r in roles]):
        if (
            _names_something(role)
            and "”" not in role.words.partition("“")[0]
            and not any(_within(role, other) and role.actor in ("", other.actor) for other in kept)
            and role not in kept
        ):
            kept.append(role)
    return tuple(kept)


def _apart(roles: Sequence[Role]) -> list[Role]:
    """Joined parties by their own words alone: not "Chad and Niger" beside "Niger"."""
    return [_alone(role, roles[i + 1 :]) for i, role in enumerate(roles)]


def _alone(role: Role, others: Sequence[Role]) -> Role:
    words = role.words
    for other in others:
        for joint in (" and ", ", "):
            if role.name == other.name:
                words = words.removesuffix(joint + other.words).rstrip(" ,")
    return replace(role, words=words)


def phrase(found: str) -> str:
    """Some words without a clause behind them, words that lead to nothing, and quotation marks that stand alone."""
    words = _CLAUSE.sub("", found)
    if ")" in words and "(" not in words.partition(")")[0]:
        words = words.partition(")")[2].lstrip(" -–—:,")  # "Reuters) - The mayor"
    if len(found) >= LONGEST:
        words = words.rpartition(" ")[0] or words
        words = _LAST.sub("", words)
    while (shorter := _TAIL.sub("", words)) != words:
        words = shorter
    return _paired(words)


def _worded(role: Role, text: str) -> Role:
    words = phrase(role.words)
    at = text.find(words)
    if words and at >= 0:
        first, last = whole_words(text, at, at + len(words))
        words = text[first:last]
    demonym = role.actor and _PERSON_OF.fullmatch(words) and " " in words and words[0] in "aA"
    name = "other" if role.name == "recipient" and not role.actor else role.name
    return replace(role, name=name, words=words, actor="" if demonym or words.lower() in LOOSE else role.actor)


def _paired(words: str) -> str:
    """Without quotation marks at the edges that stand alone."""
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        odd = words.count(opening) % 2 == 1 if opening == closing else words.count(opening) > words.count(closing)
        words = words.replace(opening, "") if odd else words
    words = words.strip(" -–—:;,(")
    return words.removesuffix("’s").removesuffix("'s")


def _names_something(role: Role) -> bool:
    words = role.words.strip()
    if not words or (words.lower() in EMPTY and not role.actor):
        return False
    if words.isupper() and " " in words and not role.actor:
        return False  # the place of a dateline, or a title run into the text
    if role.name == "patient" and _MADE.fullmatch(words):
        return False
    if role.name in SIDE and _CLOCK.search(words):
        return False
    if words[0] in ".,;:!?/)]|*" and not role.actor:
        return False  # a piece of a name or a number that has been cut
    if role.name not in SIDE:
        return any(c.isalnum() for c in words)
    return " " in words or words[0].isupper()


def _within(role: Role, other: Role) -> bool:
    """Whether a side role only repeats words of one before it."""
    return role.name in SIDE and role.words in other.words
