"""Do the words for the happening agree, and do the claims share words that few others have?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from dateline.link.naming import acting
from dateline.link.profile import Profile
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.words import WORD, faint, kin, opposite, rarity, stem
from dateline.model.claim import Claim

ENOUGH = 2.5  # shared rarity that counts in full
NAMED = 4  # shared words that a reason quotes
KNOWN = re.compile(r"(?i)(?!(?:an?|some|any|no|one|two|three|several|another|more|other)\b)(?!\S*\d)")
OBJECT = 0.25  # rarity of a noun for a thing that tells which
WON, LOST = frozenset({"elected", "win"}), frozenset({"lose"})
TAKEN, LEFT = frozenset({"capture", "recapture", "enter"}), frozenset({"retreat", "lose-ground", "withdraw-troops"})
LIGHT = 0.12  # below this rarity a head word ("have", "make", "say") says nothing


def same_head(pair: Pair) -> Ground | None:
    """The happening is named by the same word, or by words of one group, or of two kindred groups."""
    a, b = pair.a, pair.b
    if a.head == b.head and rarity(a.head) > LIGHT and not (a.groups and faint(a.groups)):
        return Ground("head", 1.0, lambda: _akin(pair))
    strength = next((x for x, holds in _kinship(a, b) if holds), 0.0)
    return Ground("head", strength, lambda: _akin(pair)) if strength else None


def _kinship(a: Profile, b: Profile) -> tuple[tuple[float, bool], ...]:
    """How near two happenings are by the groups of their words: strengths, strongest first, and whether they hold."""
    shared = a.groups & b.groups
    return (
        (0.85, not faint(shared) or bool(shared and objects(a.claim) & objects(b.claim))),
        (0.6, bool(a.groups & b.theme or b.groups & a.theme)),
        (0.45, kin(a.groups, b.groups) is not None),
        (0.3, bool(shared)),
        (0.25, bool(a.theme & b.theme or a.groups & b.around or b.groups & a.around)),
    )


def objects(claim: Claim, least: float = OBJECT) -> frozenset[str]:
    """Stems of the nouns, no names, for the one thing that it is done to, so far as they tell which: a thing told as
    known, or of which there is no other ("the result", "martial law")."""
    things = (r for r in claim.roles if r.name == "patient" and r.head and not r.actor and r.head in r.words)
    ones = (stem(r.head) for r in things if KNOWN.match(r.words) and not r.head.endswith("s"))
    return frozenset(w for w in ones if rarity(w) >= least)


def unlike_head(pair: Pair) -> Ground | None:
    """Both name known kinds of happening, and these are neither akin nor in the other's sentence."""
    a, b = pair.a, pair.b
    if not a.groups or not b.groups or same_head(pair):
        return None
    return Ground(
        "unlike", -1.0, lambda: f"“{a.claim.anchor.exact}” and “{b.claim.anchor.exact}” name different things"
    )


def opposed(pair: Pair) -> Ground | None:
    """The words exclude each other (opened and closed, approved and rejected)."""
    a, b = pair.a, pair.b
    if a.groups & b.groups or not opposite(a.groups, b.groups) or _two_sides(a, b):
        return None
    return Ground("opposed", -1.0, lambda: f"“{a.claim.head}” and “{b.claim.head}” are opposites")


def _two_sides(a: Profile, b: Profile) -> bool:
    """Whether two parties are told to have come off well and badly in one thing: a contest, or a fight for a place."""
    x, y = (acting(p.claim) for p in (a, b))
    if not x or not y or x & y:
        return False
    contest = _sides(a, b, WON, LOST) and bool(objects(a.claim, 0.0) & objects(b.claim, 0.0))
    return contest or (_sides(a, b, TAKEN, LEFT) and bool(a.places & b.places))


def _sides(a: Profile, b: Profile, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two is named by a group of each kind."""
    return any(x.groups & one and not x.groups & other and y.groups & other for x, y in ((a, b), (b, a)))


def shared_words(pair: Pair) -> Ground | None:
    """Words that both claims have, weighed by how rare they are in news and among the claims of both articles."""
    a, b, crowd = pair.a.weights, pair.b.weights, pair.crowd
    worth = {w: math.sqrt(a[w] * b[w]) * crowd.word(w) for w in a.keys() & b.keys()}
    total = math.fsum(worth.values())
    if total < 0.1:
        return None
    return Ground("words", min(1.0, round(total / ENOUGH, 6)), lambda: _shared(pair, worth))


def _shared(pair: Pair, worth: Mapping[str, float]) -> str:
    best = sorted(worth, key=lambda w: (-round(worth[w], 6), w))[:NAMED]
    spelled = {stem(w): w for w in reversed(WORD.findall(pair.a.claim.sentence.exact))}
    return f"they share: {', '.join(spelled.get(w, w) for w in best)}"


def _akin(pair: Pair) -> str:
    a, b = pair.a.claim.head, pair.b.claim.head
    return f"both name it by “{a}”" if a == b else f"“{a}” and “{b}” can name the same"
