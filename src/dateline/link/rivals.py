"""Two dates of one happening, or two happenings? What else both articles tell decides: is there a better match?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.link.figures import clash, turned
from dateline.link.naming import acting
from dateline.link.profile import AGES, Profile, Telling
from dateline.link.reasons.pair import Ground
from dateline.link.times import Fit, compare

Content = Callable[[Profile, Profile], float]
"""The points of two claims but for what their times tell."""

CLEAR = 1.2  # points that two claims share beside their times before it tells anything that no other shares more
AHEAD = 0.15  # points by which they are nearer to each other than to all others
WEAK = 0.6  # share of their points that another claim of the very time may have
BETTER = 1.0  # points by which a claim of the same sentence is nearer, so that it and not the other is meant
LONG = 12  # claims to each side that may be of one sentence
NEARER = 0.3  # points by which another claim has to be nearer, wherever it stands
CLOSE = 0.3  # points by which such a claim may be less near and still be the one that is meant


def rivalry(a: Profile, b: Profile, tellings: tuple[Telling, Telling], content: Content) -> Ground | None:
    """For the two if each is the other's nearest in both articles; against them if one has as near a claim of its own
    time in the other's article. `tellings` are those of a and of b; both times exclude each other. Two whose figures
    differ as well, and not by a slip, are not asked for."""
    if clash(a, b) and not turned(a, b):
        return None
    own = content(a, b)
    of_time = max((content(a, q) for q in _then(a, tellings[1])), default=0.0)
    of_time = max(of_time, max((content(p, b) for p in _then(b, tellings[0])), default=0.0))
    if of_time > 0 and of_time >= own - CLOSE:
        return Ground("rival", -1.0, lambda: "another claim of the very time fits as well")
    others = [content(a, q) for q in _others(a, b, tellings[1])] + [content(p, b) for p in _others(b, a, tellings[0])]
    if own < CLEAR or of_time > WEAK * own or max(others, default=0.0) > own - AHEAD:
        return None
    return Ground("nearest", 1.0, lambda: "nothing else in either article is as near to one of them")


def undisputed(a: Profile, b: Profile, tellings: tuple[Telling, Telling]) -> bool:
    """Whether neither article tells anything akin of the time that the other gives: then one of both times is mistaken,
    or they are two happenings of which each article tells but one."""
    return not (any(True for _ in _then(a, tellings[1])) or any(True for _ in _then(b, tellings[0])))


def sibling(a: Profile, b: Profile, tellings: tuple[Telling, Telling], score: Content, points: float) -> Ground | None:
    """Against two claims if another of the sentence of one of them is so much nearer to the other, or about as near and
    of the one who acts there: a sentence tells a happening once. `score` are points in all, `points` those of both."""
    beside = [(p, b, a, score(p, b)) for p in _beside(a, tellings[0])]
    beside += [(q, a, b, score(a, q)) for q in _beside(b, tellings[1])]
    for other, matched, own, there in beside:
        if there >= points + BETTER or (there >= points - BETTER and _acts_there(other, matched, own)):
            return Ground("sibling", -1.0, lambda: "another claim of the same sentence is nearer")
    return None


def outdone(points: float, others: Iterable[float]) -> Ground | None:
    """Against two claims of so many points if one of them has clearly more with another claim of the other's article:
    of two histories of one matter each tells a happening once, as a rule."""
    if not any(other > points + NEARER for other in others):
        return None
    return Ground("outdone", -1.0, lambda: "another claim of the other article is nearer")


def _acts_there(other: Profile, matched: Profile, own: Profile) -> bool:
    """Whether the other claim has the agent of the one matched, and the own claim an agent who has no part in that."""
    mine, there = acting(own.claim), acting(matched.claim)
    return bool(acting(other.claim) & there and mine) and not mine & matched.actors


def _beside(own: Profile, telling: Telling) -> Iterator[Profile]:
    """The other claims of its sentence."""
    around = telling.profiles[max(0, own.place - LONG) : own.place + LONG + 1]
    return (p for p in around if p.claim.sentence == own.claim.sentence and p is not own)


def _sharing(own: Profile, telling: Telling) -> Iterator[Profile]:
    """The claims of the other article that share some of the sketch."""
    places = {place for key in own.sketch & telling.index.keys() for place in telling.index[key]}
    return (telling.profiles[place] for place in sorted(places))


def _then(own: Profile, telling: Telling) -> Iterable[Profile]:
    """Those of them whose time, a month at most, equals or holds one's own or lies in it."""
    for other in _sharing(own, telling):
        fit = compare(own.claim.when, other.claim.when).fit
        if other.days and 0 < (other.days.length() or 0) <= AGES and fit in (Fit.EQUAL, Fit.NESTED):
            yield other


def _others(own: Profile, matched: Profile, telling: Telling) -> Iterable[Profile]:
    """Those of them that are told neither of the time of the one matched nor in its sentence."""
    for other in _sharing(own, telling):
        if other.days != matched.days and other.claim.sentence != matched.claim.sentence:
            yield other
