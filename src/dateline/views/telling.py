"""Which article speaks for a story: its headline and the first sentence of its text, chosen with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.link.stories.affinity import affinity
from dateline.link.stories.profile import Compared
from dateline.model.outlet import Reliability
from dateline.model.provenance import Reason
from dateline.model.text import BlockKind
from dateline.store.base import Held, Store
from dateline.views.articles import Brief, brief
from dateline.views.evidence import published_day

CENTRAL = 0.5  # what the nearness to the other articles weighs
RECENT = 0.3  # what the day of publication weighs: the last one of the story counts in full
TRUSTED = {Reliability.HIGH: 0.2, Reliability.MIXED: 0.0, Reliability.LOW: -0.3, Reliability.UNRATED: 0.0}
COPY = 0.3  # what an article loses that is a copy of another
LOOKED_AT = 12  # articles that are compared with one another, latest ones
SHORTEST = 40  # characters of a sentence that can lead


@dataclass(frozen=True, slots=True)
class Voice:
    """The article that speaks for a story: `lead` is a sentence of its text, `why` it was chosen in named parts."""

    article: Brief
    lead: str
    why: tuple[Reason, ...]


def speaker(store: Store, articles: Sequence[Held], copies: Mapping[str, str]) -> Voice:
    """The article of a story that stands nearest to the others, is recent, is no copy, and of a trusted outlet."""
    some = articles[-LOOKED_AT:]
    near = _nearness(store, [h.article.id for h in some])
    last = max((d for h in some if (d := published_day(h))), default=None)
    first = min((d for h in some if (d := published_day(h))), default=None)
    trust = {e.outlet_id: e.reliability for e in store.outlets.edits() if e.reliability}
    best = min(some, key=lambda h: (-sum(r.score for r in _why(h, near, (first, last), trust, copies)), h.article.id))
    return Voice(brief(best), lead(store, best), tuple(_why(best, near, (first, last), trust, copies)))


def _why(
    held: Held,
    near: Mapping[str, float],
    span: tuple[date | None, date | None],
    trust: Mapping[str, Reliability],
    copies: Mapping[str, str],
) -> list[Reason]:
    reasons = []
    if len(near) > 1:
        told = f"its words stand nearest to those of {len(near) - 1} other articles ({near[held.article.id]:.2f} of 1)"
        reasons.append(Reason("central", round(CENTRAL * near[held.article.id], 3), told))
    day, (first, last) = published_day(held), span
    if day and first and last:
        share = 1.0 if last == first else (day - first).days / (last - first).days
        reasons.append(Reason("recent", round(RECENT * share, 3), f"published {day}, the story's last day is {last}"))
    if copies.get(held.article.id, held.article.id) != held.article.id:
        reasons.append(Reason("copy", -COPY, "a copy of another article"))
    rated = trust.get(held.outlet.id, Reliability.UNRATED)
    if TRUSTED[rated]:
        reasons.append(Reason("reliability", TRUSTED[rated], f"the desk rates its outlet {rated}"))
    return reasons or [Reason("only", 0.0, "the only article of the story")]


def _nearness(store: Store, articles: Sequence[str]) -> dict[str, float]:
    """The average affinity of each article to the others."""
    made = {a: Compared(p.profile) for a, p in store.stories.profiles(articles).items()}
    summed = dict.fromkeys(articles, 0.0)
    for one, other in combinations(made, 2):
        near = affinity(made[one], made[other])
        summed[one] += near
        summed[other] += near
    return {a: total / max(1, len(made) - 1) for a, total in summed.items()}


def lead(store: Store, held: Held) -> str:
    """The first whole sentence of the text that stands in a paragraph; "" for an empty text."""
    text = held.revision.text
    blocks = store.annotations.layer(held.revision.id, "blocks")
    for sentence in store.annotations.layer(held.revision.id, "sentences"):
        paragraph = sentence.block >= len(blocks) or blocks[sentence.block].kind is not BlockKind.HEADING
        if paragraph and sentence.end - sentence.start >= SHORTEST:
            return text[sentence.start : sentence.end]
    return next((line.strip() for line in text.splitlines() if len(line.strip()) >= SHORTEST), text.strip())[:400]
