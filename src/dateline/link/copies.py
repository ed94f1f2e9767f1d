"""Articles that are runs of one text: wire copy under several outlets, with cuts, new headlines and new dates.

Near-duplicates are found by word shingles (Broder 1997), candidates by the smallest hashes of the shingles (bottom-k
sketch), and decided by the exact share of shingles that are common.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one article, as far as copies are concerned."""

    article_id: str
    shingles: frozenset[int]

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: texts that are runs of one share at least one."""
        return tuple(f"copy:{h:016x}" for h in sorted(self.shingles)[:SKETCH])


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


def copy_groups(articles: Collection[str], relations: Iterable[Relation]) -> Mapping[str, str]:
    """The copy group of each article that has copies: the smallest id of those that hang together."""
    group = {a: a for a in articles}
    pairs = [(r.a, r.b) for r in relations if r.kind is RelationKind.SAME_COPY and r.a in group and r.b in group]
    changed = True
    while changed:
        changed = False
        for a, b in pairs:
            least = min(group[a], group[b])
            changed = changed or group[a] != least or group[b] != least
            group[a] = group[b] = least
    with_copies = {x for pair in pairs for x in pair}
    return {a: group[a] for a in sorted(with_copies)}
