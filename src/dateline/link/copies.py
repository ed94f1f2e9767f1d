"""Articles that are runs of one text: wire copy under several outlets, with cuts, new headlines and new dates.

Near-duplicates are found by word shingles (Broder 1997), candidates by the smallest hashes of the shingles (bottom-k
sketch), and decided by the exact share of shingles that are common.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.ids import content_id
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind

PRODUCER = "same_copy_v1"
SHINGLE = 5  # words a shingle
LONGEST = 20_000  # words of a text that are looked at
SKETCH = (
    16  # smallest hashes that serve as keys: two texts with half their shingles in common share some, nearly surely
)
SHORTEST = 12  # shingles below which a text is too short to be told from a formula
ALIKE = 0.5  # shared share of all shingles (Jaccard) from which two texts are runs of one
HELD = 0.8  # share of the shorter text that stands in the longer one: a cut run
WORD = re.compile(r"[^\W\d_]+")
Asked = Callable[[Sequence[str]], Iterable[Relation]]  # the relations with any of these articles at an end


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one article, as far as copies are concerned."""

    article_id: str
    shingles: frozenset[int]

    @property
    def keys(self) -> tuple[int, ...]:
        """Blocking keys, as signed numbers of 64 bits: texts that are runs of one share at least one."""
        return tuple(h - (h >> 63 << 64) for h in heapq.nsmallest(SKETCH, self.shingles))


def body(article_id: str, text: str) -> Body:
    """The shingles of a text: hashes of each run of SHINGLE words, without case, digits and punctuation."""
    words = [m.group().lower() for m in _words(text)]
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(0, len(words) - SHINGLE + 1)))
    return Body(article_id, frozenset(_hash(run) for run in runs))


def _words(text: str) -> Iterator[re.Match[str]]:
    for at, match in enumerate(WORD.finditer(text)):
        if at == LONGEST:
            return
        yield match


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")


def same_copy(a: Body, b: Body) -> Relation | None:
    """The relation of two articles that are runs of one text, None if they are not."""
    fewer = min(len(a.shingles), len(b.shingles))
    if a.article_id == b.article_id or fewer < SHORTEST:
        return None
    common = len(a.shingles & b.shingles)
    alike, held = common / (len(a.shingles) + len(b.shingles) - common), common / fewer
    if alike < ALIKE and held < HELD:
        return None
    first, second = sorted((a.article_id, b.article_id))
    words = f"{held:.0%} of the shorter text stands word for word in the other"
    named = content_id("relation", RelationKind.SAME_COPY, first, second, f"{alike:.3f}", f"{held:.3f}")
    reason = Reason("shingles", round(max(alike, held), 3), words)
    return Relation(named, RelationKind.SAME_COPY, first, second, reason.score, (reason,), producer=PRODUCER)


def copies(new: Sequence[Body], near: Iterable[Body]) -> tuple[Relation, ...]:
    """The relations of new articles to one another and to held ones that share a key, by id."""
    held = {b.article_id: b for b in near} | {b.article_id: b for b in new}
    fresh = sorted({b.article_id for b in new})
    pairs = {(min(a, b), max(a, b)) for a in fresh for b in held if a != b}
    found = (same_copy(held[a], held[b]) for a, b in sorted(pairs))
    return tuple(sorted((r for r in found if r), key=lambda r: r.id))


def copy_groups(article_ids: Iterable[str], relations_of: Asked) -> dict[str, str]:
    """The copy group of each of these articles that has copies, and of those copies, directly or through others: the
    smallest id of those that hang together. `relations_of` is asked for each article once, for many at a time."""
    return grouped(copy_relations(article_ids, relations_of))


def copy_relations(article_ids: Iterable[str], relations_of: Asked) -> list[Relation]:
    """The relations by which these articles and others are copies of one another, directly or through others."""
    found, seen, edge = list[Relation](), set[str](), set(article_ids)
    while edge:
        seen |= edge
        came = [r for r in relations_of(sorted(edge)) if r.kind is RelationKind.SAME_COPY]
        edge = {end for r in came for end in (r.a, r.b)} - seen
        found += came
    return found


def grouped(copies: Iterable[Relation]) -> dict[str, str]:
    """The smallest id of those that hang together, for each article at an end of these relations."""
    near: dict[str, set[str]] = {}
    for relation in copies:
        near.setdefault(relation.a, set()).add(relation.b)
        near.setdefault(relation.b, set()).add(relation.a)
    return hanging_together(near)


def hanging_together(near: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The smallest id of those that can be reached from each."""
    group: dict[str, str] = {}
    for least in sorted(near):
        edge = set() if least in group else {least}
        while edge:
            group.update(dict.fromkeys(edge, least))
            edge = set[str]().union(*[near[one] for one in edge]).difference(group)
    return dict(sorted(group.items()))
