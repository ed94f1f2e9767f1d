"""Claims for the tests of linking, and an in-memory lookup that takes in one step after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from dateline.link.base import Known, Linked
from dateline.model.claim import Claim, Quantity, Role, Status, When
from dateline.model.edtf import read_edtf
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.relation import Judgement, Relation
from dateline.model.text import select


def known(
    article: str,
    sentence: str,
    anchor: str,
    when: str = "",
    *,
    head: str = "",
    actors: Sequence[str] = (),
    status: Status = Status.HAPPENED,
    places: Sequence[str] = (),
    numbers: Sequence[tuple[float, str]] = (),
    published: date | None = None,
    copy_group: str = "",
    at: int = 0,
    why: str = "",
) -> Known:
    """A claim as annotation would make it, from its sentence, its anchor's words and an EDTF date."""
    text = " " * at + sentence
    start = text.index(anchor, at)
    words = [w.strip(".,;").lower() for w in sentence.split() if w[:1].islower() and len(w) > 3]
    claim = Claim(
        id=content_id("claim", article, sentence, anchor, when, status),
        article_id=article,
        revision_id=f"revision-{article}",
        sentence=select(text, at, len(text)),
        anchor=select(text, start, start + len(anchor)),
        head=head or anchor.split(maxsplit=1)[0].lower(),
        status=status,
        when=When(*read_edtf(when), "stated", why) if when else None,
        roles=tuple(Role("agent" if i == 0 else "patient", a, a, a) for i, a in enumerate(actors)),
        places=tuple(places),
        quantities=tuple(Quantity(v, u, f"{v:g} {u}") for v, u in numbers),
        terms=tuple(words),
    )
    return Known(claim, f"outlet-{article}", published, (), copy_group)


class Memory:
    """A Lookup over dictionaries; `take` applies a step's outcome as a store would."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        self.held: dict[str, Known] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.relations: dict[str, Relation] = {}
        self.events: dict[str, Event] = {}
        self.decided = list(judgements)

    def take(self, new: Sequence[Known], linked: Linked) -> None:
        self.held.update({k.claim.id: k for k in new})
        self.keys.update(linked.keys)
        for gone in linked.retired_relations:
            del self.relations[gone]
        for gone in linked.retired_events:
            del self.events[gone]
        self.relations.update({r.id: r for r in linked.relations})
        self.events.update({e.id: e for e in linked.events})

    def groups(self) -> set[frozenset[str]]:
        return {frozenset(e.claims) for e in self.events.values()}

    def together(self, *claims: Known) -> bool:
        return any({c.claim.id for c in claims} <= group for group in self.groups())

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        counts = Counter(k for ks in self.keys.values() for k in ks)
        return {k: counts[k] for k in keys}

    def claims_with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        shared = {c: len(set(keys) & set(ks)) for c, ks in self.keys.items()}
        return sorted((c for c in shared if shared[c]), key=lambda c: (-shared[c], c))[:limit]

    def known(self, ids: Collection[str]) -> Sequence[Known]:
        return [self.held[i] for i in ids if i in self.held]

    def of_articles(self, article_ids: Collection[str]) -> Sequence[Known]:
        return [k for k in self.held.values() if k.article_id in set(article_ids)]

    def relations_of(self, ids: Collection[str]) -> Sequence[Relation]:
        return [r for r in self.relations.values() if {r.a, r.b} & set(ids)]

    def events_of(self, ids: Collection[str]) -> Sequence[Event]:
        return [e for e in self.events.values() if set(e.claims) & set(ids)]

    def judgements(self) -> Sequence[Judgement]:
        return self.decided
