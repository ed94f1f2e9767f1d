"""Claims grouped into happenings, from scored pairs and judgements; the same groups in whatever order claims came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import product

from dateline.link.judgements import Ruled
from dateline.link.profile import Profile
from dateline.link.times import Fit, compare
from dateline.model.claim import Status
from dateline.model.event import Event
from dateline.model.ids import content_id

Edge = tuple[str, str]
SLACK = 0.9  # points by which the mean over two groups may lie below the threshold for one pair
STRONGEST = (
    Status.HAPPENED, Status.ONGOING, Status.CANCELLED, Status.POSTPONED, Status.PLANNED, Status.SAID, Status.DEMANDED,
    Status.DENIED, Status.CONDITIONAL,
)  # fmt: skip


Score = Callable[[str, str], float]


def groups(
    profiles: Mapping[str, Profile], edges: Collection[Edge], score: Score, threshold: float, ruled: Ruled
) -> list[tuple[str, ...]]:
    """The claims in groups that speak of one happening, each sorted, all in order.

    Pairs are joined from the best score down (average-link clustering), if the mean score over both groups holds up;
    a group never holds two claims that a document itself tells apart or that a person judged to be different.
    """
    group: dict[str, tuple[str, ...]] = {c: (c,) for c in sorted(profiles)}
    for edge in sorted(ruled.same):
        if edge[0] in group and edge[1] in group:
            _unite(group, edge)
    for a, b in sorted(edges, key=lambda e: (-score(*e), e)):
        x, y = group[a], group[b]
        if x is not y and _may_join(x, y, profiles, ruled) and _mean(x, y, profiles, score) >= threshold - SLACK:
            _unite(group, (a, b))
    return sorted(set(group.values()))


def _unite(group: dict[str, tuple[str, ...]], edge: Edge) -> None:
    whole = tuple(sorted({*group[edge[0]], *group[edge[1]]}))
    for member in whole:
        group[member] = whole


def _may_join(x: Sequence[str], y: Sequence[str], profiles: Mapping[str, Profile], ruled: Ruled) -> bool:
    for a, b in product(x, y):
        edge = (min(a, b), max(a, b))
        if edge in ruled.different or edge in ruled.unsure or told_apart(profiles[a], profiles[b]):
            return False
    return True


def _mean(x: Sequence[str], y: Sequence[str], profiles: Mapping[str, Profile], score: Score) -> float:
    """The mean score over pairs of different articles; one article's own claims count neither way."""
    across = [(a, b) for a, b in product(x, y) if profiles[a].known.article_id != profiles[b].known.article_id]
    return sum(score(a, b) for a, b in across) / len(across) if across else 0.0


def told_apart(a: Profile, b: Profile) -> bool:
    """Whether one article itself tells the two as two: its dates for them exclude each other, or it numbers them."""
    if a.known.article_id != b.known.article_id:
        return False
    numbered = a.ordinals and b.ordinals and not a.ordinals & b.ordinals
    return bool(numbered) or compare(a.claim.when, b.claim.when).fit in (Fit.APART, Fit.TOUCHING)


def event(members: Iterable[Profile]) -> Event:
    """The event of a group: claims in order of publication, the narrowest time that most voices bear out."""
    ordered = sorted(members, key=_published)
    ids = tuple(p.id for p in ordered)
    best = _dated_best(ordered)
    when = best.claim.when if best else None
    return Event(
        content_id("event", *sorted(ids)),
        ids,
        when.days if when else None,
        when.granularity if when else None,
        _status(ordered),
        len({p.known.voice for p in ordered}),
        (best or ordered[0]).claim.anchor.exact,
    )


def _published(profile: Profile) -> tuple[str, str, int]:
    return (str(profile.known.published or "9999"), profile.known.article_id, profile.place)


def _dated_best(ordered: Sequence[Profile]) -> Profile | None:
    """The claim with the narrowest of the times that most voices agree with (that lie in, or hold, theirs)."""
    dated = [p for p in ordered if p.days is not None]

    def borne_out(p: Profile) -> int:
        return len({o.known.voice for o in dated if p.days and o.days and p.days.overlaps(o.days)})

    def width(p: Profile) -> int:
        return (p.days.length() if p.days else None) or 10**6

    return min(dated, key=lambda p: (-borne_out(p), width(p), _published(p)), default=None)


def _status(ordered: Sequence[Profile]) -> Status:
    """The status that most voices give; on a tie the one nearest to having come to pass."""
    counts = Counter(s for s, _ in {(p.claim.status, p.known.voice) for p in ordered})
    return min(counts, key=lambda s: (-counts[s], STRONGEST.index(s)))
