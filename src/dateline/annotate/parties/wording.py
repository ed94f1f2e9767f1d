"""Words that stand for parties without naming them: "both sides", "the two leaders", "their third summit"."""

from __future__ import annotations

import re
from enum import StrEnum

_PEOPLE = "men|women|leaders|presidents|premiers|chancellors|kings|generals|commanders|chiefs|rivals"
_OFFICIALS = r"(?:\w+\s+)?ministers|negotiators|envoys|delegations|delegates|diplomats|governments|officials"
_STATES = (
    "countries|nations|states|neighbours|neighbors|powers|koreas|congos|sudans|chinas|germanys|allies|republics|capitals"
    "|foes|enemies|juntas|regimes"
)
_SIDES = "sides|parties|camps|groups|factions|sites"
_ANY = f"{_PEOPLE}|{_OFFICIALS}|{_STATES}|{_SIDES}"
_EACH = r"each\s+(?:of\s+(?:them|the\s+two)|side|party|camp|country|nation|state|government|delegation)"
_TWO = re.compile(
    rf"{_EACH}|(?:(?:the|these|those)\s+two|both(?:\s+of\s+(?:them|the))?)(?:\s+(?:{_ANY}))?", re.IGNORECASE
)
_THREE = re.compile(
    rf"(?:(?:(?:none|each|all|any)\s+of\s+)?(?:the|all|these|those)\s+three(?:\s+of\s+them)?|three|(?:the\s+)?(?:{_ANY})\s+of\s+the\s+three)"
    rf"(?:\s+(?:\w+\s+)?(?:{_ANY}))?(?:\s+of\s+the\s+\w+)?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"the\s+(?:leaders|presidents|rivals|sides|parties|{_OFFICIALS})", re.IGNORECASE)
_THEY = re.compile(r"they|them|each other|one another", re.IGNORECASE)
_THEIR = re.compile(r"their\s", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w\s.'’-]{0,40}\Z")  # that names the place and nobody
_PERSONS = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
_ORGANS = re.compile(rf"\b(?:{_OFFICIALS}|{_STATES})\b", re.IGNORECASE)

MUTUAL = frozenset(
    """
talk talks negotiation negotiations negotiators dialogue summit meeting truce ceasefire cease-fire armistice
accord pact treaty agreement deal hostilities fighting clashes war thaw detente rapprochement
""".split()
)
_DEALING = re.compile(
    r"\b(?:between|met|meets?|meeting|signed?|signs|agreed?|negotiat\w+|talks?|summit|fought|fight\w*|war|rivals?|both|each"
    r"|truce|ceasefire|accord|treaty|deal|sides)\b",
    re.IGNORECASE,
)
PAIRS = {  # states of one name, when there are two of them
    "koreas": ("north-korea", "south-korea"),
    "congos": ("dr-congo", "republic-of-congo"),
    "sudans": ("south-sudan", "sudan"),
    "chinas": ("china", "taiwan"),
    "germanys": ("east-germany", "west-germany"),
}
BETWEEN_PEOPLE = frozenset("summit meeting meetings visit lunch dinner handshake call".split())
DEALS = frozenset("agree negotiate meet clash reconcile".split())  # verbs of what takes two
INTERNAL = frozenset(
    """
coup putsch mutiny revolution uprising revolt rebellion insurgency election elections vote referendum ballot poll polls
census constitution junta curfew emergency protests riots independence soldiers generals
""".split()
)
ONGOING = frozenset("talk talks negotiation negotiations dialogue truce ceasefire cease-fire".split())


class Standing(StrEnum):
    """What words stand for."""

    TWO = "two"
    THREE = "three"
    SEVERAL = "several"
    THEY = "they"
    THEIR = "their"


class Sort(StrEnum):
    """Which sort of parties words can stand for."""

    PERSONS = "persons"
    STATES = "states"
    ANY = "any"


def standing(words: str) -> Standing | None:
    """What an argument stands for: "the two men", "the leaders", "they", "their summit"; None if it names its own."""
    words = _WHERE.sub("", words)
    if _TWO.fullmatch(words):
        return Standing.TWO
    if _THREE.fullmatch(words):
        return Standing.THREE
    if _SEVERAL.fullmatch(words):
        return Standing.SEVERAL
    if _THEY.fullmatch(words):
        return Standing.THEY
    return Standing.THEIR if _THEIR.match(words) else None


def sort_of(words: str) -> Sort:
    """Which sort of parties an argument can stand for, by its noun."""
    if _PERSONS.search(words):
        return Sort.PERSONS
    return Sort.STATES if _ORGANS.search(words) else Sort.ANY


def mutual(words: str, among: frozenset[str] = MUTUAL) -> bool:
    """Whether words name what takes two: talks, a truce, a treaty."""
    return any(w in among for w in re.findall(r"[a-z]+(?:-[a-z]+)?", words.lower()))


def internal(words: str) -> bool:
    """Whether words name what happens within one state: a coup, an election."""
    return any(w in INTERNAL for w in re.findall(r"[a-z]+", words.lower()))


def deals(sentence: str) -> bool:
    """Whether a sentence tells of parties' dealings with each other: a meeting, a war, a treaty."""
    return _DEALING.search(sentence) is not None
