"""Of all that two histories of one matter tell of one time, are the two the likest?

Each tells a happening once, as a rule; a report of the day, which tells of a few times, passes over most that happened.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.link.profile import Profile
from dateline.link.reasons.loose import told_loosely
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.pair import Crowd, Ground, Pair
from dateline.link.reasons.parties import other_actors, same_place, shared_actors, swapped
from dateline.link.reasons.standing import other_polarity, other_status
from dateline.link.reasons.wording import opposed, same_head, shared_words, unlike_head
from dateline.link.times import Fit
from dateline.model.claim import Status

YEAR = 366  # days of a time, at most, of which it is asked what else is told
HISTORY = 10  # times that a history tells of, at least; of thirty reports of the day one tells of so many
CROWD = 60  # claims of one time, at most, among which it is looked for the nearest
BY = 1.5  # points by which two are nearer to each other than to all others, that tell as much as can be
LEAST = -0.25  # points from which two are ahead where nothing else of that time is told
LOOSE = 0.3  # what that tells of a long time and words that do not name the same
POINTS = {
    same_head: 1.6, shared_words: 1.9, shared_actors: 0.7, same_place: 0.6, unlike_head: 0.5, opposed: 1.4,
    other_actors: 0.5, swapped: 0.7, other_status: 2.4, other_polarity: 1.0,
}  # fmt: skip


def closest(pair: Pair) -> Ground | None:
    """The two are nearer to each other than to all else of their time, which meets; or another of it is nearer."""
    if not _asked(pair):
        return None
    ahead = _common(pair.a, pair.b, pair.crowd) - max(_rivals(pair), default=LEAST)
    strength = round(max(-1.0, min(1.0, ahead / BY)), 3)
    if strength <= 0:
        return Ground("nearer", strength, lambda: "others of that time are nearer") if strength else None
    if Status.SAID in (pair.a.status, pair.b.status):
        return None
    share = LOOSE if told_loosely(pair) else 1.0
    return Ground(
        "closest", round(strength * share, 3), lambda: "of all that is told of that time these are the nearest"
    )


def _asked(pair: Pair) -> bool:
    """Whether two histories of one matter tell of times that meet, of a year at most."""
    if pair.times.fit not in (Fit.EQUAL, Fit.NESTED) or pair.a.known.article_id == pair.b.known.article_id:
        return False
    if not 0 < (pair.times.coarse or 0) <= YEAR or pair.crowd.kinship < USUAL:
        return False
    if any(len(t.dated) < HISTORY for t in pair.crowd.tellings):
        return False
    return all(len(_then(x, y, pair)) <= CROWD for x, y in ((pair.a, pair.b), (pair.b, pair.a)))


def _rivals(pair: Pair) -> Iterator[float]:
    """How alike each of the two is to all else that the other's article tells of its time."""
    for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for rival in _then(own, other, pair):
            if rival is not other:
                yield _common(own, rival, pair.crowd)


def _then(own: Profile, other: Profile, pair: Pair) -> list[Profile]:
    """What the article of one tells of the time of the other."""
    telling = next(t for t in pair.crowd.tellings if t.article_id == other.known.article_id)
    return [telling.profiles[place] for place in telling.then(own.days, YEAR)] if own.days else []


def _common(a: Profile, b: Profile, crowd: Crowd) -> float:
    """How alike two claims are but for their times; worked out once for each pair of claims."""
    key = (min(a.id, b.id), max(a.id, b.id))
    if key not in crowd.common:
        pair = Pair.of(a, b, crowd)
        crowd.common[key] = math.fsum(x * g.strength for s, x in POINTS.items() if (g := s(pair)) is not None)
    return crowd.common[key]
