"""Parties that the words of a claim name outside of its roles: "the members loyal to Roe left", "a Norwegian plan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.annotate.base import Document
from dateline.annotate.parties.implied import is_place
from dateline.annotate.parties.peoples import MOVES
from dateline.annotate.parties.sides import Sides
from dateline.model.claim import Claim, Status
from dateline.model.mark import ActorMark

NEITHER = frozenset({"media", "instrument"})  # who reports, and what is no party
SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})
_TITLE = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:president|premier|chancellor|leader|king|queen|\w*minister|ambassador|envoy|[A-Z])"
)
_FORCE = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:drones?|missiles?|rockets?|aircraft|warplanes?|jets?|bombers?|planes?|helicopters?|warships?|air"
    r"\s?strikes?|strikes?|bombs?|shells?|artillery|tanks|soldiers|negotiators?|delegations?|diplomats|officials|envoys"
    r"|vessels?|ships?|boats?|trawlers?|frigates?|corvettes?|destroyers?|submarines?|cutters?|troops|forces|sailors?)\b"
)
_GROUND = re.compile(
    r"(?i)['’]?s?\s+(?:\w+\s+)?(?:capital|city|town|village|resort|port|border|province|region|island|coast|soil|territory"
    r"|waters|airspace|embassy|side|desert|countryside|mountains|hotel|currency|newspaper|paper|media|bank|banks|compan(?:y|ies))\b"
)


def inside(document: Document, sides: Sides, claim: Claim) -> tuple[str, ...]:
    """The ids of the parties that the words of a claim name, but for places, papers and what is only called after a
    state; in the order of the text."""
    first = min(claim.words.start, claim.anchor.start)
    last = max(claim.words.end, claim.anchor.end)
    marks = sides.between(first, last)
    return tuple(dict.fromkeys(m.actor for m in _acting(document.text, marks)))


def main_beside(document: Document, sides: Sides, claim: Claim, main: str) -> tuple[str, ...]:
    """The party that the text is on, if the words of a deed name it outside of its roles, and by name; () else."""
    if claim.status in SPOKEN or claim.head in MOVES:
        return ()
    first, last = min(claim.words.start, claim.anchor.start), max(claim.words.end, claim.anchor.end)
    marks = (m for m in sides.between(first, last) if m.actor == main and m.how == "name")
    named = any(not is_place(document.text, m) and not _TITLE.match(document.text, m.words.end) for m in marks)
    return (main,) if named else ()


def in_what_is_said(document: Document, sides: Sides, claim: Claim) -> tuple[str, ...]:
    """The parties named in what the only party of a claim says, demands or denies: "demanded that Norway sign"; () of
    other claims."""
    if claim.status not in SPOKEN or len(claim.actors) != 1:
        return ()
    marks = sides.between(claim.anchor.start, max(claim.words.end, claim.anchor.end))
    return tuple(dict.fromkeys(m.actor for m in _acting(document.text, marks)))


def forces(document: Document, sides: Sides, claim: Claim) -> tuple[str, ...]:
    """The states whose arms or envoys the words of a deed name: "killed by a Norwegian missile"."""
    if claim.status in SPOKEN:
        return ()
    first, last = min(claim.words.start, claim.anchor.start), max(claim.words.end, claim.anchor.end)
    marks = (m for m in sides.between(first, last) if m.kind == "state" and m.how == "demonym")
    return tuple(dict.fromkeys(m.actor for m in marks if _FORCE.match(document.text, m.words.end)))


def _acting(text: str, marks: Iterable[ActorMark]) -> Iterator[ActorMark]:
    for mark in marks:
        if mark.kind in NEITHER or is_place(text, mark):
            continue
        if mark.kind == "state" and _GROUND.match(text, mark.words.end):
            continue
        yield mark
