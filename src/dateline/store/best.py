"""The best texts for a query, without ranking all that it finds: what a common word finds is far more than is shown.

Texts are ranked in parts (MaxScore; Turtle and Flood 1995): first those that have telling words and common ones, then
those with telling ones alone, then the rest. BM25 gives a word no more than its rarity times (k1 + 1), so that a part
is passed over once enough texts rank above all that it can reach.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from dateline.store.asking import HEADLINE_WEIGHT
from dateline.store.codec import EVER
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries
from dateline.store.words import Phrase

SQL = queries("search")
MARGIN = 1000  # texts looked up besides twice as many as are wanted: agencies' texts come in many copies of one rank
FEW = 3000  # texts that are ranked faster at once than in parts
MOST_EACH = 2.2 * 1.000_001  # what BM25 of FTS5 (k1 is 1.2) multiplies a word's rarity with, at most; and rounding

Ranked = tuple[float, str, int]  # rank (smaller is better), article, row of the text


def best(db: Database, asked: Sequence[Phrase], limit: int, at: str) -> list[Ranked]:
    """The best `limit` texts that are held at a moment and have any of the phrases, best first, then by article."""
    found: list[Ranked] = []
    for match, reach in _parts(db, asked):
        found = sorted([*found, *_best_of(db, match, limit, at)])[:limit]
        if len(found) == limit and found[-1][0] < -reach:
            break
    return found


def any_of(asked: Iterable[Phrase]) -> str:
    """The phrases as an FTS5 expression; the words hold no mark that means anything there."""
    return " OR ".join('"' + " ".join(phrase) + '"' for phrase in asked)


def _parts(db: Database, asked: Sequence[Phrase]) -> Iterator[tuple[str, float]]:
    """Expressions that together find each text once, each with what the texts of those behind it can score at most."""
    hits = {phrase: _number(db, "hits", match=any_of([phrase])) for phrase in asked}
    if len(asked) < 2 or sum(hits.values()) < FEW:
        yield any_of(asked), 0.0
        return
    texts = _number(db, "texts")
    most = {phrase: MOST_EACH * _rarity(texts, hits[phrase]) for phrase in asked}
    telling = _telling(sorted(asked, key=lambda phrase: -most[phrase]), most)
    common = [phrase for phrase in asked if phrase not in telling]
    one, other = any_of(telling), any_of(common)
    reach, reach_of_common = sum(most[p] for p in telling), sum(most[p] for p in common)
    yield f"({one}) AND ({other})", max(reach, reach_of_common)
    yield f"({one}) NOT ({other})", reach_of_common
    yield f"({other}) NOT ({one})", 0.0


def _telling(ordered: Sequence[Phrase], most: dict[Phrase, float]) -> list[Phrase]:
    """The first phrases, beside which the others weigh no more; never all."""
    half, weight = sum(most.values()) / 2, 0.0
    for number, phrase in enumerate(ordered[:-1], 1):
        weight += most[phrase]
        if weight >= half:
            return list(ordered[:number])
    return list(ordered[:-1])


def _rarity(texts: int, hits: int) -> float:
    """The inverse document frequency as FTS5 counts it; of more texts than there are it is larger."""
    return max(1e-6, math.log((max(texts, hits) - hits + 0.5) / (hits + 0.5)))


def _number(db: Database, query: str, **params: str) -> int:
    row = db.row(SQL[query], params)
    return int(row[0] or 0) if row else 0


def _best_of(db: Database, match: str, limit: int, at: str) -> list[Ranked]:
    """The best of one expression. If too few of the best texts of the index are held (earlier states of a text are in
    it, too), or the last of them may stand beside others of its rank, more are taken."""
    params = {"match": match, "headline_weight": HEADLINE_WEIGHT}
    some = 2 * limit + MARGIN
    while True:
        ranked = db.rows(SQL["ranked"], {**params, "limit": some})
        found = _first_held(db, ranked, limit, at)
        last = ranked[-1][1] if len(ranked) == some else math.inf
        if last == math.inf or (len(found) == limit and found[-1][0] < last):
            return found
        some *= 16


def _first_held(db: Database, ranked: Sequence[tuple[int, float]], limit: int, at: str) -> list[Ranked]:
    """The best of these texts that are held; no more of them are looked up than it takes."""
    found: list[Ranked] = []
    looked, some = 0, 2 * limit
    while looked < len(ranked) and not (len(found) >= limit and found[limit - 1][0] < ranked[looked - 1][1]):
        ranks = dict(ranked[looked : looked + some])
        held = db.rows(SQL["current" if at == EVER else "held_then"], {"rows": listed(ranks), "at": at})
        found = sorted([*found, *((ranks[row], article, row) for row, article in held)])
        looked, some = min(len(ranked), looked + some), 4 * some
    return found[:limit]
