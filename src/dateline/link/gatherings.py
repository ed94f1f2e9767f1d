"""Meetings and votes that are to come, or were to and were put off or called off."""

from __future__ import annotations

import re
from datetime import date

from dateline.link.words import groups_in, stems
from dateline.model.claim import Claim, Status

GATHERINGS = frozenset({"meet", "talk", "vote", "visit", "elect"})
ASSEMBLING = frozenset({"meet", "vote", "elect"})  # what a verb tells by itself
PLANS = (Status.CANCELLED, Status.POSTPONED, Status.PLANNED)
ACTS = {
    **dict.fromkeys(("postpone", "put-off", "delay", "reschedule", "defer", "push-back"), Status.POSTPONED),
    **dict.fromkeys(("cancel", "call-off", "scrap", "abandon", "axe"), Status.CANCELLED),
}  # what is done to a gathering, by the heads of claims
_OFF = r"(?:postpon|delay|defer|reschedul)\w*|mov(?:e|es|ed|ing)|(?:put(?:s|ting)?|push(?:es|ed|ing)?) (?:off|back)"
_THE = r"(?: (?:the|an?|its|his|her|their|this|that|\w+['’]s?))?"
PUT_OFF = re.compile(  # a gathering, for which a bar stands, that is put off
    rf"\b(?:{_OFF}){_THE} ?\||\b(?:put|push)\w*{_THE} ?\| (?:off|back)\b"
    rf"|\|[^.,;:]{{0,60}}? (?:was|were|been|be|being|is|are) (?:{_OFF}) (?:to|until|till|from)\b",
    re.IGNORECASE,
)
NEAR = 40  # characters before a gathering, and BEHIND behind it, in which it is told that it is put off
BEHIND = 100


def gathering(claim: Claim, day: date | None) -> Status | None:
    """How a meeting or vote stands that a claim of a day tells to lie ahead, or to have been put off or called off;
    None for a claim of anything else."""
    done = _done_to(claim)
    if claim.negated or (claim.status not in PLANS and not done):
        return None
    stands = ACTS[claim.head] if done else Status.POSTPONED if _to_another_day(claim) else claim.status
    if stands is not Status.PLANNED:
        return None if GATHERINGS.isdisjoint(groups_in(stems(claim.sentence.exact))) else stands
    return stands if claim.when and day and claim.when.days.lower > day and _gathers(claim) else None


def _gathers(claim: Claim) -> bool:
    sides = groups_in(stems(" ".join(r.head for r in claim.roles if r.name in ("agent", "patient"))))
    own = groups_in(stems(claim.head))
    travels = "visit" in own and any(r.actor for r in claim.roles)
    return travels or not (GATHERINGS - {"visit"}).isdisjoint(sides) or not ASSEMBLING.isdisjoint(own)


def _done_to(claim: Claim) -> bool:
    """Whether a claim tells that a gathering was put off or called off, as an act: "parties postponed the vote", or
    "agreed to postpone it"."""
    done = claim.status in (Status.HAPPENED, Status.ONGOING, Status.PLANNED) and claim.head in ACTS
    return done and any(
        not GATHERINGS.isdisjoint(groups_in(stems(r.words))) for r in claim.roles if r.name == "patient"
    )


def _to_another_day(claim: Claim) -> bool:
    """Whether a claim of a new day stands where the gathering is put off to it: "postponed the vote to May"."""
    if claim.status is not Status.PLANNED or not claim.when:
        return False
    at, text = claim.anchor.start - claim.sentence.start, claim.sentence.exact.replace("|", " ")
    behind = text[at + len(claim.anchor.exact) :][:BEHIND]
    return PUT_OFF.search(f"{text[max(0, at - NEAR) : at]}|{behind}") is not None
