"""The gist of one article: a pure function of its text, marks and claims, linear in their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from dateline.link.gatherings import gathering
from dateline.model.article import Revision
from dateline.model.claim import Claim
from dateline.model.gist import Gathering, Gist, Land, Outline, Report
from dateline.model.mark import PlaceMark, PresenceMark
from dateline.model.position import Position
from dateline.model.text import Block, BlockKind, Sentence

SHORTEST = 40  # characters of a sentence that can lead
LONGEST = 400  # characters of what stands in for one

Reading = Callable[[str, str], Sequence[Any]]  # the marks of a revision in the layer of a name
Taking = Callable[[str, Sequence[Any], Sequence[Any], Sequence[Any], Sequence[Claim]], Iterable[Position]]


def gist(outlet_id: str, revision: Revision, layer: Reading, claims: Sequence[Claim], taking: Taking) -> Gist:
    """The gist of an article's current revision. `taking` gives the positions that are taken in a text, from its
    sentences, actors, quotes and claims."""
    sentences, presence = layer(revision.id, "sentences"), layer(revision.id, "presence")
    own = [c for c in claims if c.revision_id == revision.id]
    report = _report(revision.text, sentences, presence[0]) if presence else None
    actors, quotes = (layer(revision.id, name) if own else () for name in ("actors", "quotes"))
    taken = tuple(taking(revision.text, sentences, actors, quotes, own)) if own else ()
    return Gist(
        outline(outlet_id, revision, layer, own),
        lead(revision.text, layer(revision.id, "blocks"), sentences),
        report,
        taken,
    )


def outline(outlet_id: str, revision: Revision, layer: Reading, claims: Iterable[Claim]) -> Outline:
    """What is counted of an article's revision; without its claims no gathering is told."""
    day = revision.published_at.day if revision.published_at else None
    return Outline(
        article_id=revision.article_id,
        revision_id=revision.id,
        outlet_id=outlet_id,
        language=revision.language,
        published_at=revision.published_at,
        withdrawn=revision.withdrawn,
        reported=bool(layer(revision.id, "presence")),
        lands=_lands(layer(revision.id, "places")),
        gatherings=_gatherings(claims, day),
    )


def lead(text: str, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> str:
    """The first whole sentence of the text that stands in a paragraph; "" for an empty text."""
    for sentence in sentences:
        paragraph = sentence.block >= len(blocks) or blocks[sentence.block].kind is not BlockKind.HEADING
        if paragraph and sentence.end - sentence.start >= SHORTEST:
            return text[sentence.start : sentence.end]
    return next((line.strip() for line in text.splitlines() if len(line.strip()) >= SHORTEST), text.strip())[:LONGEST]


def _lands(places: Sequence[PlaceMark]) -> tuple[Land, ...]:
    counted = Counter((m.continent, m.country) for m in places)
    return tuple(Land(continent, country, n) for (continent, country), n in counted.items())


def _gatherings(claims: Iterable[Claim], day: date | None) -> tuple[Gathering, ...]:
    found = ((c, gathering(c, day)) for c in claims)
    return tuple(Gathering(c.id, stands, c.sentence.start) for c, stands in found if stands)


def _report(text: str, sentences: Sequence[Sentence], mark: PresenceMark) -> Report:
    at = mark.words.start
    holding = next((s for s in sentences if s.start <= at < s.end), None)
    return Report(mark.place, text[holding.start : holding.end] if holding else "", mark.reasons)
