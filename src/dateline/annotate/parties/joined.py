"""Parties beside a verb that the parser has parted from it: "Roe and Hale, alias Fox, signed", "and by Roe"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.annotate.actors.lexicon import titles
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.parties.implied import is_place
from dateline.annotate.parties.sides import PARTIES, Sides
from dateline.model.claim import Claim, Role
from dateline.model.mark import ActorMark

ALIAS = re.compile(r"\s*(?:,\s+(?:alias|known as|also known as|nicknamed|a\.?k\.?a\.?)\s+[^,.;]{1,40},?)?\s*\Z")
HELPERS = re.compile(r"\s+(?:(?:has|have|had|will|would|did|also|then|later|first|both)\s+){0,3}\Z")
PASSIVE = re.compile(r"(?:was|were|is|are|been)\s")
LEFT_OUT = re.compile(r"(?:(?P<by>by)\s+)?(?:the\s+)?(?:[A-Z][\w.]*(?:['’]s?)?\s+){0,3}\Z")
ALIASED = re.compile(r"\b(?:alias|known as|nicknamed|a\.?k\.?a\.?)\s+\Z")
REACH = 24  # characters before another name in which the word for it stands
OPENING = re.compile(
    r"(?:[,;:.—–\"“(]|\b(?:\d+|[A-Z][\w.]*|and|but|as|when|after|before|while|that|where|if|since|because|until|then|both"
    r"|president|minister|chancellor|premier|leader|general|former|said)(?:['’]s)?)\s+(?:the\s+)?\Z"
)
AROUND = 80  # characters before a verb in which the parties beside it must stand
MAKING = frozenset("declare proclaim name appoint elect make call label brand designate crown choose consider".split())
VERB = re.compile(r"(?:(?:has|have|had|is|was)\s+)?[a-z]+\s+(?:the\s+)?")
TITLED = re.compile(r"(?:[Tt]he\s+)?([A-Za-z]+(?:\s[a-z]+)?)\s+(?:of|for|to)\s+(?:the\s+)?(?:[A-Z][\w.'’-]*\s*)+\Z")
SUBJECTS = frozenset({"agent", "patient"})


class Joined:
    """One text, in which the parties beside the verbs of claims are sought."""

    def __init__(self, document: Document, sides: Sides) -> None:
        self._text = document.text
        self._marks: Sequence[ActorMark] = document[ACTORS]
        self._sides = sides
        self._ends = [m.words.end for m in self._marks]

    def settle(self, claim: Claim) -> Claim:
        """The claim with the parties joined to its subject, or with the only one that its clipped words name."""
        lone = self._left_out(claim)
        if lone is not None:
            return _instead(claim, *lone)
        claim = self._titled(claim)
        found = [Role(*r) for r in (*self._beside(claim), *self._within(claim), *self._made(claim))]
        return replace(claim, roles=(*found, *claim.roles)) if found else claim

    def _beside(self, claim: Claim) -> Iterator[tuple[str, str, str, str]]:
        """Roles of the parties that stand joined right before the words of a claim, if its subject is one of them or
        has no party of its own."""
        group = self._before(claim.anchor.start, claim.sentence.start)
        subjects = [r for r in claim.roles if r.name == _slot(claim)]
        agreed = {r.actor for r in subjects if r.actor} & {m.actor for m in group}
        if len({m.actor for m in group}) < 2 or (not agreed and subjects):
            return
        for mark in group:
            if mark.actor not in claim.actors:
                yield _slot(claim), mark.words.exact, mark.words.exact.split()[-1].lower(), mark.actor

    def _within(self, claim: Claim) -> Iterator[tuple[str, str, str, str]]:
        """Roles of the parties that the words of a subject join to the one that it has: "Presidents Roe and Hale"."""
        for role in claim.roles:
            at = self._text.find(role.words, claim.sentence.start, claim.sentence.end) if role.actor else -1
            if at < 0 or role.name not in SUBJECTS or role.acts_for or " and " not in role.words:
                continue
            marks = self._sides.between(at, at + len(role.words))
            for first, second in pairwise(marks):
                joined = self._sides.joins(self._text[first.words.end : second.words.start])
                alike = first.kind == second.kind and role.actor in (first.actor, second.actor)
                opens = (
                    first.words.start == at and first.kind == "person" and role.actor not in (m.actor for m in marks)
                )
                for mark in (first, second)[: 1 if opens else 2] if joined and (alike or opens) else ():
                    if mark.actor not in claim.actors:
                        yield role.name, mark.words.exact, mark.words.exact.split()[-1].lower(), mark.actor

    def _titled(self, claim: Claim) -> Claim:
        """The claim with the person whose name ends a role that begins with a title: "Mayor of Oldford Jane Roe"."""
        for role in claim.roles:
            named = None if role.actor else self._name_at_end(claim, role)
            if named is not None:
                others = [r for r in claim.roles if r.actor != named.actor]
                roles = (replace(r, actor=named.actor) if r is role else r for r in others)
                return replace(claim, roles=tuple(roles))
        return claim

    def _name_at_end(self, claim: Claim, role: Role) -> ActorMark | None:
        lead = TITLED.match(role.words)
        if lead is None or lead[1].lower() not in titles():
            return None
        at = self._text.find(role.words, claim.sentence.start, claim.sentence.end)
        inside = self._sides.between(at, at + len(role.words)) if at >= 0 else ()
        ends = [m for m in inside if m.kind == "person" and m.words.end == at + len(role.words)]
        return ends[0] if ends else None

    def _made(self, claim: Claim) -> Iterator[tuple[str, str, str, str]]:
        """Whom somebody names or makes something: "declared the league a terrorist group", "made Roe head of it"."""
        lead = VERB.match(claim.anchor.exact) if claim.head in MAKING else None
        if lead is None or any(r.name == "patient" for r in claim.roles):
            return
        at = claim.anchor.start + lead.end()
        named = next((m for m in self._sides.between(at, at + 1) if m.kind in PARTIES), None)
        if named is not None and named.actor not in claim.actors and named.words.end < claim.anchor.end:
            yield "patient", named.words.exact, named.words.exact.split()[-1].lower(), named.actor

    def _before(self, at: int, least: int) -> list[ActorMark]:
        """The marks of parties joined in one row that ends right before a character; one mark alone, too."""
        last = bisect_right(self._ends, at) - 1
        if last < 0 or at - self._ends[last] > AROUND or self._marks[last].words.start < least:
            return []
        if not HELPERS.match(self._text[self._ends[last] : at] or " ") and not self._aliased(last, at):
            return []
        named = [m for m in self._row(last) if m.words.start >= least]
        return named if named and self._opens(named[0].words.start, least) else []

    def _opens(self, at: int, least: int) -> bool:
        """Whether a clause may begin with what is named at a character: no verb or noun of it stands right before."""
        before = OPENING.search(self._text, max(least, at - REACH), at)
        return at - least <= 4 or before is not None

    def _aliased(self, last: int, at: int) -> bool:
        """Whether a comma closes another name right before a character."""
        mark = self._marks[last]
        gap, before = self._text[mark.words.end : at], self._text[max(0, mark.words.start - REACH) : mark.words.start]
        return gap.startswith(",") and HELPERS.match(gap[1:]) is not None and ALIASED.search(before) is not None

    def _row(self, last: int) -> list[ActorMark]:
        """A mark with those joined to it by "and" before it, and with whom it is another name of."""
        row = [self._marks[last]]
        while last > 0:
            before = self._marks[last - 1]
            gap = self._text[before.words.end : row[0].words.start]
            other_name = before.actor == row[0].actor and ALIAS.match(gap + row[0].words.exact + ",")
            joined = self._sides.joins(gap) and (before.kind == "person") is (row[0].kind == "person")
            if not (other_name or joined) or before.kind not in PARTIES or is_place(self._text, before):
                break
            row.insert(0, before)
            last -= 1
        return row

    def _left_out(self, claim: Claim) -> tuple[str, ActorMark] | None:
        """The only party that words without a verb name, behind "by" or not: "and by Norway's Roe a day later"."""
        inside = [m for m in self._sides.between(claim.anchor.start, claim.anchor.end) if m.kind in PARTIES]
        if not inside or inside[-1].actor in claim.actors or inside[-1].words.end < claim.anchor.end:
            return None
        lead = LEFT_OUT.match(self._text[claim.anchor.start : inside[-1].words.start])
        if lead is None:
            return None
        slot = next((r.name for r in claim.roles if r.name in SUBJECTS), "agent")
        return ("agent" if lead["by"] else slot), inside[-1]


def _slot(claim: Claim) -> str:
    """The role that the subject of a claim has."""
    return "patient" if PASSIVE.match(claim.anchor.exact + " ") else "agent"


def _instead(claim: Claim, slot: str, mark: ActorMark) -> Claim:
    """The claim with a party in place of the one that the parser carried over from the clause before."""
    role = Role(slot, mark.words.exact, mark.words.exact.split()[-1].lower(), mark.actor)
    return replace(claim, roles=(role, *(r for r in claim.roles if r.name != slot)))
