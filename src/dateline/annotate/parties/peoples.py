"""Roles that only seem to be a state's: people of a country, teams, things called after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from dateline.annotate.actors.lexicon import words
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.parties.wording import DEALS
from dateline.model.claim import Claim, Role
from dateline.model.mark import ActorMark

SPORTY = 2  # words of sport in a sentence that make the states in it teams, with a verb of playing
REACH = 20  # characters before a state's name in which the preposition stands that makes it a way
MOVES = frozenset(
    """
fly flee travel go come return arrive escape sail drive walk head depart emigrate immigrate migrate move relocate
defect commute hitchhike cycle
""".split()
)
_WAY = re.compile(r"(?i)\b(?:to|from|into|for|via|through|toward|towards)\s+(?:the\s+|\w+ern\s+)?\Z")
ON_SPORT = 6  # words of sport that make a text one on sport
_BOTH = ("ese", "ish", "ch", "ss")  # ends of names of peoples that are adjectives too: "the Chinese", "the British"
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_NAME = re.compile(r"\b(?!The |And |But |For )[A-Z][a-z]+ ([A-Z][a-z]+s)\b")  # its second word
_WORD = re.compile(r"[^\W\d_]+")
_MANY = re.compile(
    r"(?i)(?:an?|one|some|many|several|few|most|other|another|no|two|three|four|five|six|seven|eight|nine|ten|dozens|\d[\d,.]*)\s"
)


class Peoples:
    """One text, in which roles are asked for whether a state itself acts in them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def settle(self, claim: Claim) -> Claim:
        """The claim without the party in roles that people, teams or things of a state have."""
        if not any(r.actor for r in claim.roles):
            return claim
        sport = self._of_sport(claim)
        roles = tuple(replace(r, actor="") if self._seeming(claim, r, sport) else r for r in claim.roles)
        return claim if roles == claim.roles else replace(claim, roles=roles)

    def _seeming(self, claim: Claim, role: Role, sport: bool) -> bool:
        mark = self._mark(claim, role) if role.actor else None
        if mark is None or mark.kind != "state":
            return False
        dealing = claim.head in DEALS and any(
            r.actor not in ("", role.actor) for r in claim.roles if r.name == role.name
        )
        dealing = dealing and not _MANY.match(role.words)
        people = mark.how == "demonym" and (self._team(mark) or (not dealing and self._of_people(role, mark)))
        return sport or people or self._travelled(claim, role, mark)

    def _travelled(self, claim: Claim, role: Role, mark: ActorMark) -> bool:
        """Whether a state is only where persons go to or come from: "flew to Norway"."""
        if claim.head not in MOVES or role.name not in ("other", "recipient", "topic") or mark.how != "name":
            return False
        goers = {r.actor for r in claim.roles if r.name in ("agent", "patient") and r.actor}
        before = self._document.text[max(0, mark.words.start - REACH) : mark.words.start]
        return goers <= self._persons and _WAY.search(before) is not None

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(m.actor for m in self._document[ACTORS] if m.kind == "person")

    def _of_people(self, role: Role, mark: ActorMark) -> bool:
        """Whether a role that a people's name stands in is one of its people, or what they have: "ten Americans", "a
        Russian bank"; "the Chinese" and "Russian demands" are the state's."""
        name, said = mark.words.exact, role.words.rstrip("'’").removesuffix("'s").removesuffix("’s")
        if said.endswith(name):
            plural = name.endswith("s") or (name.endswith(_BOTH) and said != name)
            return said.lower() != f"the {name}".lower() if plural else said != name
        alone = role.head in words("persons") and role.head not in words("servants")
        return role.head in words("people_only") or (alone and bool(_MANY.match(said)))

    def _team(self, mark: ActorMark) -> bool:
        """Whether the name of a people is a team's: behind its town somewhere, or in a text that is all on sport."""
        return mark.words.exact in self._teams or (self._on_sport and mark.words.exact.endswith("s"))

    @cached_property
    def _on_sport(self) -> bool:
        told = set(_WORD.findall(self._document.text.lower()))
        return len(told & words("sports")) >= ON_SPORT and bool(told & words("playing"))

    @cached_property
    def _teams(self) -> frozenset[str]:
        """The names of peoples that are a team's in the text, somewhere behind its town: "the Oldford Indians"."""
        text = self._document.text
        marks = [m.words for m in self._document[ACTORS] if m.how == "demonym"]
        peoples, known = {w.exact for w in marks if w.exact.endswith("s")}, {w.start for w in marks}
        behind = (m for m in _NAME.finditer(text) if m[1] in peoples and m.start(1) not in known) if peoples else ()
        named = frozenset(m[1] for m in behind)
        told = words("sports") & set(_WORD.findall(text.lower())) if named else ()
        return named if len(told) >= SPORTY else frozenset()

    def _mark(self, claim: Claim, role: Role) -> ActorMark | None:
        """The mark that gives a role its party: the one inside its words, else the nearest in the sentence."""
        first, last = (bisect_left(self._starts, at) for at in (claim.sentence.start, claim.sentence.end))
        marks = [m for m in self._document[ACTORS][first:last] if m.actor == role.actor]
        at = self._document.text.find(role.words, claim.sentence.start, claim.sentence.end)
        inside = [m for m in marks if at <= m.words.start < at + len(role.words)]
        return next(iter(inside or marks), None)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.words.start for m in self._document[ACTORS]]

    def _of_sport(self, claim: Claim) -> bool:
        """Whether a sentence tells of a game, in which names of states are those of teams."""
        return sporty(claim.sentence.exact)


def sporty(sentence: str) -> bool:
    """Whether a sentence tells of a game: two words of sport and a verb of playing, or one and a result."""
    told = set(_WORD.findall(sentence.lower()))
    found = told & words("sports")
    return (len(found) >= SPORTY and bool(told & words("playing"))) or (
        bool(found) and _SCORE.search(sentence) is not None
    )


def settled(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims without parties in roles that are no party's."""
    peoples = Peoples(document)
    return [peoples.settle(c) for c in claims]
