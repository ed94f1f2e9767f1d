"""Who acted toward whom, and how that changed: acts of the window against those of the weeks before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import lexicon
from dateline.model.act import Act
from dateline.model.coding import EventType, Quad, quad
from dateline.store.base import Store
from dateline.views.coverage import continents
from dateline.views.insights import Basis, Insight, InsightKind, basis
from dateline.views.runs import first_runs

PAIRS = 24  # pairs of parties that are looked at, those of most acts
AT_ONCE = 8  # of these, as long as too little is found
LEAST_BEFORE = 28  # days before the window that it is compared with; four times the window, if that is longer
MOST = 300  # acts of one pair that are read
SOME = 2  # acts, of a type once a day, that make a habit
MANY = 3  # acts of one class in the window from which their becoming more is told
TIMES = 2.0  # how much more often than before
WINDOW = 92  # days: over a longer one, acts with nothing before are no news
WEEK = 7  # days; a shorter past tells nothing of how often
SHOWN = 3  # sentences of one insight
CONFLICT = frozenset({Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT})

Typed = tuple[date, EventType]  # an act of a type on a day


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed: the name of the rule, and the acts of the window that show it."""

    rule: str
    acts: tuple[Act, ...]


def acted(store: Store, first: date, until: date, region: str = "", most: int = PAIRS) -> list[Insight]:
    """Changes in who does what to whom, in order of how much was done, so many at most; of a region, if one is named,
    those that have a country of it on either side."""
    span = max(LEAST_BEFORE, 4 * ((until - first).days + 1))
    start = date.fromordinal(max(1, first.toordinal() - span))
    found: list[Insight] = []
    sides = [p for p in store.acts.pairs(first, until, PAIRS) if not region or region in map(continents().get, p)]
    for some in (sides[n : n + AT_ONCE] for n in range(0, len(sides), AT_ONCE)):
        fresh = [store.acts.between(*pair, first, until, MOST) for pair in some] if len(found) < most else []
        runs = first_runs(store, {a.article_id for acts in fresh for a in acts})
        for pair, acts in zip(some, fresh, strict=False):
            now = _own_words(acts, runs)
            before = store.acts.types(*pair, start, first - timedelta(days=1)) if len(now) >= SOME else ()
            change = _change(now, before, (until - first).days + 1, _since(before, first))
            if change is not None:
                found.append(_insight(store, change, before, first))
    return found[:most]


def _since(before: Sequence[Typed], first: date) -> int:
    """The days from the first act that is held up to the window, a week at least: what was not held tells no rate."""
    return max(WEEK, (first - min((day for day, _ in before), default=first)).days)


def _own_words(acts: Sequence[Act], runs: Mapping[str, str]) -> list[Act]:
    """The acts as independent articles tell them: of copies of one text, those of one."""
    speaking: dict[str, str] = {}
    for article in sorted({a.article_id for a in acts}, key=lambda a: (runs.get(a, a) != a, a)):
        speaking.setdefault(runs.get(article, article), article)
    told = set(speaking.values())
    return [a for a in acts if a.article_id in told]


def _change(now: Sequence[Act], before: Sequence[Typed], days: int, span: int) -> _Change | None:
    """The weightiest change, None if nothing is clear: one claim alone never tells a change."""
    if len({a.claim for a in now}) < SOME or len({a.article_id for a in now}) < SOME:
        return None
    new, old = _counted(_typed(now)), _counted(before)
    hostile, was_hostile = bool(new.keys() & CONFLICT), bool(old.keys() & CONFLICT)
    one_sided = len({q in CONFLICT for q in new}) == 1 and len({q in CONFLICT for q in old}) == 1
    if old.total() >= SOME and one_sided and hostile != was_hostile:
        return _Change(
            "turned from cooperation to conflict" if hostile else "turned from conflict to cooperation", tuple(now)
        )
    for kind in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION):
        if new[kind] and old.total() >= SOME and not old[kind]:
            return _Change(f"first {kind}", _of(now, kind))
    for kind in Quad:
        if new[kind] >= MANY and old[kind] and new[kind] / days >= TIMES * old[kind] / span:
            return _Change(f"more {kind}", _of(now, kind))
    if not before and new.total() >= SOME and days <= WINDOW:
        return _Change("nothing held between them before", tuple(now))
    return None


def _typed(acts: Iterable[Act]) -> list[Typed]:
    return [(a.day, a.type) for a in acts]


def _counted(acts: Iterable[Typed]) -> Counter[Quad]:
    """How many acts of each class, of a type once a day."""
    return Counter(quad(kind) for _, kind in set(acts))


def _of(acts: Iterable[Act], kind: Quad) -> tuple[Act, ...]:
    return tuple(a for a in acts if quad(a.type) is kind)


def _insight(store: Store, change: _Change, before: Sequence[Typed], first: date) -> Insight:
    one = change.acts[0]
    now = _listed(_typed(change.acts))
    told = f"{named(one.actor)} toward {named(one.recipient)}: {now} since {first}; {_past(before)}"
    return Insight(InsightKind.ACTED, told, _evidence(store, change.acts), "", change.rule)


def _evidence(store: Store, acts: Sequence[Act]) -> tuple[Basis, ...]:
    """Sentences of different articles first."""
    articles: dict[str, Act] = {}
    for one in acts:
        articles.setdefault(one.article_id, one)
    order = [*articles.values(), *(a for a in acts if a not in articles.values())]
    found = [(c, h) for c in store.claims.get([a.claim for a in order]) if (h := store.articles.get(c.article_id))]
    seen: dict[str, Basis] = {}
    for claim, held in found:
        seen.setdefault(claim.sentence.exact, basis(claim, held))
    return tuple(list(seen.values())[:SHOWN])


def _past(before: Sequence[Typed]) -> str:
    if not before:
        return "before, nothing between them is held"
    return f"from {min(day for day, _ in before)} until then: {_listed(before)}"


def _listed(acts: Iterable[Typed]) -> str:
    """The types with how often, most frequent first, and the classes that they are of."""
    counted: Counter[EventType] = Counter(kind for _, kind in set(acts))
    ranked = sorted(counted, key=lambda t: (-counted[t], list(EventType).index(t)))
    classes = dict.fromkeys(quad(t) for t in ranked)
    return f"{', '.join(f'{t} {counted[t]}' for t in ranked)} ({', '.join(classes)})"


def named(party: str) -> str:
    """The name of a party: a country by its code, others by id."""
    lists = lexicon()
    if party in lists.countries:
        return lists.countries[party].name
    return next((a.name for a in called(lists, party)), party.replace("-", " ").title())
