"""Full-text search in memory: BM25 as SQLite's FTS5 counts it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dateline.store.asking import HEADLINE_WEIGHT, Question, question
from dateline.store.base import Held, Hit, SearchFilter
from dateline.store.snippet import occurrences, snippet
from dateline.store.tables import Tables
from dateline.store.words import Phrase, folded

K1, B = 1.2, 0.75  # FTS5's constants
LEAST = 1e-6  # FTS5's weight of a word that most texts have


def find(
    tables: Tables, held: Sequence[Held], query: str, where: SearchFilter | None, limit: int, snippets: bool = True
) -> Sequence[Hit]:
    """The best `limit` of the held articles with any of the phrases, best first, then by id."""
    asked = question(query, where, tables.outlets.values())
    ranks = _ranks(tables, asked.asked)
    fit = [h for h in held if h.revision.id in ranks and _fits(h, asked, tables)]
    fit.sort(key=lambda h: (ranks[h.revision.id], h.article.id))
    return [Hit(h, _shown(h, asked, snippets), ranks[h.revision.id]) for h in fit[: max(0, limit)]]


def _shown(held: Held, asked: Question, snippets: bool) -> str:
    return snippet(held.revision.headline, held.revision.text, asked.asked) if snippets else ""


def _fits(held: Held, asked: Question, tables: Tables) -> bool:
    places, tags = tables.places.get(held.revision.id, ()), tables.tags.get(held.revision.id, ())
    published = held.revision.published_at
    if (asked.since or asked.until) and not published:
        return False
    return (
        not (asked.since and published and published.day < asked.since)
        and not (asked.until and published and published.day > asked.until)
        and (asked.outlets is None or held.outlet.id in asked.outlets)
        and (asked.places is None or not asked.places.isdisjoint(places))
        and (asked.actors is None or not asked.actors.isdisjoint(tags))
        and (asked.status is None or asked.status in tags)
    )


def _ranks(tables: Tables, asked: Sequence[Phrase]) -> dict[str, float]:
    """Revision id -> rank, for those with any of the phrases."""
    texts = {r.id: (folded(r.headline), folded(r.text)) for r in tables.revisions.values()}
    mean = sum(len(h) + len(t) for h, t in texts.values()) / max(1, len(texts))
    ranks: dict[str, float] = {}
    for phrase in asked:
        weights = {i: _weight(phrase, *fields) for i, fields in texts.items()}
        having = {i: w for i, w in weights.items() if w}
        rarity = max(LEAST, math.log((len(texts) - len(having) + 0.5) / (len(having) + 0.5)))
        for i, weight in having.items():
            length = sum(map(len, texts[i]))
            score = rarity * weight * (K1 + 1) / (weight + K1 * (1 - B + B * length / mean))
            ranks[i] = ranks.get(i, 0.0) - score
    return ranks


def _weight(phrase: Phrase, headline: Phrase, text: Phrase) -> float:
    return HEADLINE_WEIGHT * len(occurrences(headline, [phrase])) + len(occurrences(text, [phrase]))
