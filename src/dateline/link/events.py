"""Claims grouped into happenings, from scored pairs and judgements; the same groups in whatever order claims came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import product

from dateline.link.base import Known
from dateline.link.judgements import Ruled
from dateline.link.profile import Profile
from dateline.link.reasons.one_text import elsewhere
from dateline.link.times import Fit, compare
from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.time import Days

Edge = tuple[str, str]
LABEL = 120  # characters of an event's label
SLACK = 0.9  # points by which the mean over two groups may lie below the threshold for one pair
STRONGEST = (
    Status.HAPPENED, Status.ONGOING, Status.CANCELLED, Status.POSTPONED, Status.PLANNED, Status.SAID, Status.DEMANDED,
    Status.DENIED, Status.CONDITIONAL,
)  # fmt: skip


Score = Callable[[str, str], float]


def groups(
    profiles: Mapping[str, Profile],
    edges: Collection[Edge],
    score: Score,
    threshold: float,
    ruled: Ruled,
    given: Collection[Edge] = (),
) -> list[tuple[str, ...]]:
    """The claims in groups that speak of one happening, each sorted, all in order.

    Pairs are joined from the best score down, if the mean score over both groups holds up (between average-link and
    single-link clustering: half is the mean of all pairs, half that of each claim's best);
    a group never holds two claims that a document itself tells apart or that a person judged to be different. Pairs
    judged the same, and `given` ones, are joined first.
    """
    group: dict[str, tuple[str, ...]] = {c: (c,) for c in sorted(profiles)}
    for edge in sorted(ruled.same | frozenset(given)):
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
    """The mean score over pairs of different articles, and over each claim's best such pair, half each; one article's
    own claims count neither way."""
    across = {(a, b): score(a, b) for a, b in product(x, y) if _two_articles(profiles[a], profiles[b])}
    if not across:
        return 0.0
    best: dict[str, float] = {}
    for edge, points in across.items():
        for end in edge:
            best[end] = max(best.get(end, points), points)
    return (sum(across.values()) / len(across) + sum(best.values()) / len(best)) / 2


def _two_articles(a: Profile, b: Profile) -> bool:
    return a.known.article_id != b.known.article_id


def told_apart(a: Profile, b: Profile) -> bool:
    """Whether one article itself tells the two as two: its dates for them exclude each other, it numbers them, it has
    other parties do it elsewhere, or one sentence has each done by another party."""
    if a.known.article_id != b.known.article_id:
        return False
    if elsewhere(a, b) or (a.claim.sentence == b.claim.sentence and _done_by_two(a, b)):
        return True
    numbered = a.ordinals and b.ordinals and not a.ordinals & b.ordinals
    return bool(numbered) or compare(a.claim.when, b.claim.when).fit in (Fit.APART, Fit.TOUCHING)


def _done_by_two(a: Profile, b: Profile) -> bool:
    x, y = ({r.actor for r in p.claim.roles if r.name == "agent" and r.actor} for p in (a, b))
    return bool(x and y) and not x & y


def event(members: Iterable[Known]) -> Event:
    """The event of a group: claims in order of publication, the narrowest time that most voices bear out."""
    ordered = sorted(members, key=_published)
    best = _dated_best(ordered)
    when = best.claim.when if best else None
    return Event(
        content_id("event", *sorted(k.claim.id for k in ordered)),
        tuple(k.claim.id for k in ordered),
        when.days if when else None,
        when.granularity if when else None,
        _status(ordered),
        len({k.voice for k in ordered}),
        _label((best or ordered[0]).claim),
    )


def _label(claim: Claim) -> str:
    """The words of the whole clause, or of the happening alone where that is too long for a line or two."""
    return claim.words.exact if len(claim.words.exact) <= LABEL else claim.anchor.exact


def _published(known: Known) -> tuple[str, str, int, str]:
    return (str(known.published or "9999"), known.article_id, known.claim.anchor.start, known.claim.id)


def _dated_best(ordered: Sequence[Known]) -> Known | None:
    """The claim with the narrowest of the times that most voices agree with (that lie in, or hold, theirs)."""
    times = Counter((k.claim.when.days, k.voice) for k in ordered if k.claim.when)

    def rank(k: Known) -> tuple[int, int, tuple[str, str, int, str]]:
        days = k.claim.when.days if k.claim.when else Days(None, None)
        borne_out = len({voice for other, voice in times if days.overlaps(other)})
        return (-borne_out, days.length() or 10**6, _published(k))

    return min((k for k in ordered if k.claim.when), key=rank, default=None)


def _status(ordered: Sequence[Known]) -> Status:
    """The status that most voices give; on a tie the one nearest to having come to pass."""
    counts = Counter(s for s, _ in {(k.claim.status, k.voice) for k in ordered})
    return min(counts, key=lambda s: (-counts[s], STRONGEST.index(s)))
