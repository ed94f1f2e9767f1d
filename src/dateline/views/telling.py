"""Which article speaks for a story: its headline and the first sentence of its text, chosen with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.link.stories.speaking import nearness
from dateline.model.gist import Outline
from dateline.model.outlet import Reliability
from dateline.model.provenance import Reason
from dateline.store.base import Store
from dateline.views.articles import Brief, brief
from dateline.views.gists import gists
from dateline.views.unchanged import Unchanged

CENTRAL = 0.5  # what the nearness to the other articles weighs
RECENT = 0.3  # what the day of publication weighs: the last one of the story counts in full
TRUSTED = {Reliability.HIGH: 0.2, Reliability.MIXED: 0.0, Reliability.LOW: -0.3, Reliability.UNRATED: 0.0}
COPY = 0.3  # what an article loses that is a copy of another
LOOKED_AT = 12  # articles that are compared with one another, latest ones
CHOSEN: Unchanged[tuple[str, tuple[Reason, ...]]] = Unchanged(1 << 10)  # by the last of the articles


@dataclass(frozen=True, slots=True)
class Voice:
    """The article that speaks for a story: `lead` is a sentence of its text, `why` it was chosen in named parts."""

    article: Brief
    lead: str
    why: tuple[Reason, ...]


def speaker(store: Store, articles: Sequence[Outline], copies: Mapping[str, str]) -> Voice:
    """The article of a story that stands nearest to the others, is recent, is no copy, and of a trusted outlet."""
    return speakers(store, [articles], copies)[0]


def speakers(store: Store, stories: Sequence[Sequence[Outline]], copies: Mapping[str, str]) -> list[Voice]:
    """The same for many stories, in as few questions to the store as for one."""
    latest = [articles[-LOOKED_AT:] for articles in stories]
    weights = store.stories.weights([o.article_id for some in latest if len(some) > 1 for o in some])
    trust = {e.outlet_id: e.reliability for e in store.outlets.edits() if e.reliability}
    chosen = [_chosen(some, weights, trust, copies) for some in latest]
    leads = gists(store, [best for best, _ in chosen])
    return [
        Voice(brief(held), leads[best].lead, why)
        for best, why in chosen
        if (held := store.articles.get(best)) is not None
    ]


def _chosen(
    some: Sequence[Outline],
    weights: Mapping[str, Mapping[str, float]],
    trust: Mapping[str, Reliability],
    copies: Mapping[str, str],
) -> tuple[str, tuple[Reason, ...]]:
    own = {o.article_id: weights[o.article_id] for o in some if o.article_id in weights}
    ours = {o.outlet_id: trust[o.outlet_id] for o in some if o.outlet_id in trust}
    runs = {o.article_id: copies[o.article_id] for o in some if o.article_id in copies}
    of = (tuple(some), tuple(own), *own.values(), ours, runs)
    return CHOSEN.get(some[-1].article_id, of, lambda: _nearest(some, own, ours, runs))


def _nearest(
    some: Sequence[Outline],
    weights: Mapping[str, Mapping[str, float]],
    trust: Mapping[str, Reliability],
    copies: Mapping[str, str],
) -> tuple[str, tuple[Reason, ...]]:
    near = nearness(weights)
    days = [o.day for o in some if o.day]
    span = (min(days, default=None), max(days, default=None))
    why = {o.article_id: _why(o, near, span, trust, copies) for o in some}
    best = min(why, key=lambda a: (-sum(r.score for r in why[a]), a))
    return best, tuple(why[best])


def _why(
    one: Outline,
    near: Mapping[str, float],
    span: tuple[date | None, date | None],
    trust: Mapping[str, Reliability],
    copies: Mapping[str, str],
) -> list[Reason]:
    reasons = []
    if len(near) > 1 and one.article_id in near:
        words = f"its words stand nearest to those of {len(near) - 1} other articles ({near[one.article_id]:.2f} of 1)"
        reasons.append(Reason("central", round(CENTRAL * near[one.article_id], 3), words))
    day, (first, last) = one.day, span
    if day and first and last:
        share = 1.0 if last == first else (day - first).days / (last - first).days
        reasons.append(Reason("recent", round(RECENT * share, 3), f"published {day}, the story's last day is {last}"))
    if copies.get(one.article_id, one.article_id) != one.article_id:
        reasons.append(Reason("copy", -COPY, "a copy of another article"))
    rated = trust.get(one.outlet_id, Reliability.UNRATED)
    if TRUSTED[rated]:
        reasons.append(Reason("reliability", TRUSTED[rated], f"the desk rates its outlet {rated}"))
    return reasons or [Reason("only", 0.0, "the only article of the story")]
