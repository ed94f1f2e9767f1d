"""Sentences without a time that tell on what the dated sentence before them told: of which claim's time they are.

"Voters rejected the draft on Sunday. With all votes counted, 61.9 per cent had said No." The second sentence names no
day, and yet its figure is that of Sunday's vote: compared with what others tell of it, it has Sunday's time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.link.naming import DEFINITE
from dateline.link.times import exact
from dateline.link.units import CAST, unit_of
from dateline.link.words import WORD, faint, groups_in, groups_of, stem, stems
from dateline.model.claim import Role, Status

if TYPE_CHECKING:
    from dateline.link.profile import Profile

REACH = 280  # characters between the dated sentence and one that tells on
MOST = 12  # claims of one sentence that are looked at
VOTED = frozenset({"vote", "election", "elected", "approve", "reject", "ratify", "amend", "legislate", "no-confidence"})
OTHERWISE = frozenset({"turnout"})  # what else is told of a vote in shares
SHARE = "percent"
CORE = ("agent", "patient")
ONE_TOWN = frozenset({"sign", "meet", "talk", "inaugurate", "bury"})
SHORT_OF = frozenset({"need", "require", "lack", "want", "expect", "seek", "miss", "hope"})  # told of what was not so
ELSEWHERE = re.compile(
    r"(?i)\b(?:[12]\d{3}s?|ago|earlier|previous(?:ly)?|last|since|until|ever|now|so far|later|next|already|"
    r"first|second|third|again|years?|months?|weeks?|polls?|surveys?|alone|among|of (?:them|whom))\b"
)  # words for another time, or for a part
BARE = frozenset({"yes", "no"})  # answers, written as names
PLAIN = frozenset(
    """a an the this that these those he she it they him her them his its their who all both no yes not of in on for
    against and or with by to than more fewer less about some nearly almost over under per cent percent votes vote
    voters ballots ballot seats people lawmakers deputies members camp camps side sides majority minority half third
    thirds quarter quarters two three four five six seven eight nine ten""".split()
)  # words for those who vote and their answers, and that tell nothing by themselves


def elaborated(told: Sequence[Profile]) -> dict[int, int]:
    """The places of the claims that tell on, each with that of the dated claim it belongs to; `told` in the order of
    the text."""
    found: dict[int, int] = {}
    dated: list[Profile] = []
    for _, group in groupby(told, key=lambda p: p.claim.sentence.start):
        sentence = list(group)
        if any(p.days for p in sentence):
            dated = [p for p in sentence if p.days]
        elif dated and _near(dated[0], sentence[0]) and not ELSEWHERE.search(sentence[0].claim.sentence.exact):
            found.update(_of_sentence(sentence[:MOST], dated[:MOST]))
    return found


def _near(dated: Profile, later: Profile) -> bool:
    return later.claim.sentence.start - dated.claim.sentence.end <= REACH


def _of_sentence(sentence: Iterable[Profile], dated: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    for own in sentence:
        if _done(own) and (first := _first(own, dated)):
            yield own.place, first.place


def _done(own: Profile) -> bool:
    return own.status is Status.HAPPENED and not own.claim.negated and own.claim.head not in SHORT_OF


def _first(own: Profile, dated: Iterable[Profile]) -> Profile | None:
    """The claim on which one tells on; None if there are several of several days."""
    found = [d for d in dated if _tells_on(own, d)]
    return found[0] if len({d.days for d in found}) == 1 else None


def _tells_on(own: Profile, dated: Profile) -> bool:
    """Whether both are one happening, which the later one tells on: of one kind, and of nobody and no place besides."""
    if not exact(dated.claim.when) or not _done(dated):
        return False
    if own.ordinals != dated.ordinals or own.core - dated.names - BARE or not _adds(own, dated):
        return False
    return _of_one_kind(own, dated) or _result(own, dated)


def _adds(own: Profile, dated: Profile) -> bool:
    """Whether it tells a figure, and no place of its own, or where that took place which takes place in one town."""
    if own.places - dated.places:
        return not dated.places and not ONE_TOWN.isdisjoint(own.groups & dated.groups)
    numbers = own.numbers
    return bool(numbers.quantities or numbers.tally or numbers.unanimous or numbers.sides)


def _of_one_kind(own: Profile, dated: Profile) -> bool:
    """Whether one kind of word names both, and one does it or it is done to one, or the later one points back to it."""
    shared = own.groups & dated.groups
    if shared and not faint(shared) and any(_known(own, x) & _known(dated, x) for x in ("agent", "patient")):
        return not another(own, dated)
    return any(_kinds(role) & dated.groups and not faint(_kinds(role) & dated.groups) for role in _definite(own))


def _known(profile: Profile, name: str) -> frozenset[str]:
    """The stems of those who are known parties, or told as known."""
    known = (r for r in profile.claim.roles if r.name == name and r.head and (r.actor or DEFINITE.match(r.words)))
    return frozenset(stem(r.head) for r in known)


def _definite(profile: Profile) -> list[Role]:
    """Who acts and is acted on, told as known: "the attack"."""
    return [r for r in profile.claim.roles if r.name in CORE and DEFINITE.match(r.words)]


def _kinds(role: Role) -> frozenset[str]:
    """The kinds of happening that the head, or the phrase that hides it ("death toll"), can name."""
    return groups_in(stems(role.words)) & (frozenset(groups_of(stem(role.head))) or groups_in(stems(role.words)))


def _result(own: Profile, dated: Profile) -> bool:
    """Whether it tells how many votes, or which share of them, made up what was voted."""
    if dated.groups.isdisjoint(VOTED) or not OTHERWISE.isdisjoint(own.groups | own.theme) or another(own, dated):
        return False
    units = {unit_of(q) for q in own.numbers.quantities}
    return bool(units & CAST) or (SHARE in units and not VOTED.isdisjoint(own.groups | own.theme | own.around))


def another(own: Profile, other: Profile, sides: Collection[str] = CORE) -> bool:
    """Whether somebody does it, or it is done to a thing, of whom the other's sentence does not tell ("her rival won",
    "the harbour bill passed")."""
    known = frozenset(stems(other.claim.sentence.exact))
    return any(r.name in sides and not _told_before(r, known) for r in own.claim.roles)


def _told_before(role: Role, known: Collection[str]) -> bool:
    """Whether a role is a pronoun, a count, an answer or a vote, or all its telling words are known; a lone noun that
    it is done to is ("the draft")."""
    words = [w for w in WORD.findall(role.words) if w.lower() not in PLAIN]
    unknown = [w for w in words if stem(w) not in known and VOTED.isdisjoint(groups_of(stem(w)))]
    lone = role.name == "patient" and len(words) == 1 and bool(DEFINITE.match(role.words))
    return not unknown or lone
