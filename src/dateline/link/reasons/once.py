"""Where dates differ: is it something that happens once, or something that happens again and again?"""

from __future__ import annotations

from dateline.link.profile import Profile
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.reasons.parties import same_place
from dateline.link.reasons.standing import same_order
from dateline.link.reasons.wording import objects, same_head, shared_words
from dateline.link.times import Fit, exact
from dateline.link.words import faint, kin, many, once, once_a_thing, rarity, stem, stems

GENERAL = frozenset({"vote", "approve", "reject", "talk", "meet", "say", "begin", "open", "end", "close"})
TELLING = 0.4  # rarity of a word that tells one thing from another of its kind
NEAR = 0.18  # kinship that articles need for two dates of what happens once; what they lack of the usual counts besides
ALIKE = 0.85  # likeness of the words for the happening that two dates of one happening need
SIMILAR = 0.6  # the same, and the place's weight, for claims that share a place and words
AKIN = 0.45  # the same for what happens once
SHARED = 0.4  # shared words and place that two dates of one happening need


def only_once(pair: Pair) -> Ground | None:
    """Both name what happens to the same parties only once."""
    if pair.times.fit is not Fit.APART or not named_once(pair):
        return None
    return Ground("once", 1.0, lambda: "such a thing happens once")


def repeats(pair: Pair) -> Ground | None:
    """What they name happens again and again, so that two dates are likely two happenings; coarse ones more so."""
    if pair.times.fit is not Fit.APART or named_once(pair):
        return None
    fine = exact(pair.a.claim.when) and exact(pair.b.claim.when)
    shared = pair.a.groups & pair.b.groups
    if fine and (not many(shared or pair.a.groups | pair.b.groups) or (faint(shared) and _one_object(pair))):
        return None
    return Ground("many", -1.0, lambda: "such things happen again and again")


def _one_object(pair: Pair) -> bool:
    return bool(objects(pair.a.claim) & objects(pair.b.claim))


def too_little(pair: Pair) -> Ground | None:
    """Two dates, and not so much in common that it must be one happening: other kinds of words, or few shared ones."""
    if pair.times.fit is not Fit.APART:
        return None
    head = same_head(pair)
    likeness = head.strength if head else 0.0
    if same_order(pair) and likeness >= ALIKE:
        enough = pair.crowd.kinship >= USUAL
    elif named_once(pair):
        enough = likeness >= AKIN and pair.crowd.kinship >= NEAR
    else:
        words, place = (g.strength if (g := s(pair)) else 0.0 for s in (shared_words, same_place))
        enough = likeness >= ALIKE and words + place >= SHARED
        enough = enough or (likeness >= SIMILAR and words >= SHARED and place >= SIMILAR)
    return None if enough else Ground("too-little", -1.0, lambda: "too little in common for two dates of one happening")


def named_once(pair: Pair) -> bool:
    """Whether both name what happens to the same parties only once, or one does and the other a kindred act on it."""
    a, b = pair.a, pair.b
    shared = (a.groups & (b.groups | b.theme)) | (b.groups & a.theme)
    if once(shared) or (once_a_thing(shared) and one_thing(pair)):
        return True
    if kin(a.groups, b.groups) is None:
        return False
    both = once(a.groups) and once(b.groups)
    return both or ((once(a.groups) or once(b.groups)) and bool(shared - GENERAL))


def one_thing(pair: Pair) -> bool:
    """Whether both name what it is done to by the same noun with a telling word in common, and none of its own."""
    a, b = pair.a, pair.b
    x, y = _things(a), _things(b)
    if not x.keys() & y.keys():
        return False
    mine, other = (frozenset(w for ws in t.values() for w in ws if rarity(w) >= TELLING) for t in (x, y))
    return bool(mine & other) and not (mine - b.weights.keys() and other - a.weights.keys())


def _things(profile: Profile) -> dict[str, tuple[str, ...]]:
    """The stems of the objects' heads, and of all their words."""
    return {stem(r.head): stems(r.words) for r in profile.claim.roles if r.name == "patient" and r.head}
