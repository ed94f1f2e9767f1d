"""Whatever is done in whatever order, both back ends hold the same at every moment."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_records import (
    PRODUCERS,
    Made,
    annotate,
    at,
    claim,
    correction,
    event,
    judgement,
    link,
    made,
    marks,
    put,
    relation,
    stone,
)

from dateline.errors import DatelineError
from dateline.model.provenance import Producer
from dateline.store.base import SearchFilter, Store
from dateline.store.memory import MemoryStore
from dateline.store.open import open_store

NAMES = st.sampled_from("ab")
TEXTS = st.sampled_from(["The council met in the harbour today.", "Łódź council voted: 北京 agreed with it."])
NUMBERS = st.lists(st.integers(0, 3), max_size=3, unique=True)
ITEMS = st.builds(made, NAMES, TEXTS, content=st.sampled_from([None, b"one", b"two"]))
CLAIMS = st.builds(claim, ITEMS, st.integers(0, 3), negated=st.booleans())
NEWER = (Producer("claims", "2"),)


class Both(RuleBasedStateMachine):
    """Does everything twice: in memory and in a file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.stores: tuple[Store, Store] = (MemoryStore(), open_store(Path(self.folder.name) / "store.db"))
        self.minutes = 0.0

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    def both(self, do: Callable[[Store], Any]) -> None:
        """The same outcome, or the same error, in both."""
        outcomes = []
        for store in self.stores:
            try:
                outcomes.append(do(store))
            except DatelineError as e:
                outcomes.append((type(e), str(e)))
        assert outcomes[0] == outcomes[1]

    @initialize()
    def start(self) -> None:
        self.both(lambda s: put(s, made("a", "The council met in the harbour today."), 0))

    @rule(step=st.sampled_from([0, 1, 2, -3]))
    def time_goes_on(self, step: float) -> None:
        self.minutes += step

    @rule(item=ITEMS)
    def put_article(self, item: Made) -> None:
        self.both(lambda s: put(s, item, self.minutes))

    @rule(item=ITEMS, numbers=NUMBERS, negated=st.booleans(), producers=st.sampled_from([PRODUCERS, NEWER]))
    def annotate_article(self, item: Made, numbers: list[int], negated: bool, producers: tuple[Producer, ...]) -> None:
        claims = [claim(item, n, negated=negated) for n in numbers]
        layers = marks(item.revision.text) if negated else {}
        self.both(lambda s: annotate(s, item, claims, self.minutes, producers, **layers))

    @rule(claims=st.lists(CLAIMS, max_size=3), keys=st.lists(st.sampled_from("xyz")))
    def put_keys(self, claims: list[Any], keys: list[str]) -> None:
        self.both(lambda s: s.claims.put_keys({c.id: keys for c in claims}))
        for c in claims:
            self.both(lambda s, a=c.article_id: s.articles.put_keys(a, [ord(k) for k in keys]))

    @rule(a=CLAIMS, b=CLAIMS, retire=st.booleans(), label=st.sampled_from(["one", "two"]))
    def put_links(self, a: Any, b: Any, retire: bool, label: str) -> None:
        happening, clash = event(a, b, label=label), relation(a.id, b.id)
        fields = {"retired_events": [happening.id], "retired_relations": [clash.id], "seen": [a.id]}
        if not retire:
            fields = {**fields, "events": [happening], "relations": [clash, relation(a.article_id, b.article_id)]}
        self.both(lambda s: link(s, self.minutes, **fields))

    @rule(claims=st.lists(CLAIMS, max_size=2))
    def wait(self, claims: list[Any]) -> None:
        self.both(lambda s: s.claims.wait([c.id for c in claims]))

    @rule(a=CLAIMS, b=CLAIMS)
    def decide(self, a: Any, b: Any) -> None:
        self.both(lambda s: s.decisions.add(judgement(a, b, self.minutes)))
        self.both(lambda s: s.decisions.add(correction(a, minutes=self.minutes)))

    @rule()
    def undo(self) -> None:
        self.both(lambda s: s.decisions.undo(None, at(self.minutes), "ada"))

    @rule(name=NAMES, really=st.booleans())
    def remove(self, name: str, really: bool) -> None:
        if really and self.minutes > 2:
            self.both(lambda s: s.articles.remove(stone(made(name), self.minutes)))

    @rule(item=ITEMS)
    def fail_halfway(self, item: Made) -> None:
        def attempt(store: Store) -> None:
            try:
                with store.transaction():
                    put(store, item, self.minutes)
                    annotate(store, item, [claim(item, 0)], self.minutes)
                    raise ZeroDivisionError
            except ZeroDivisionError:
                pass

        self.both(attempt)

    @invariant()
    def alike(self) -> None:
        self.both(lambda s: (dict(s.counts()), list(s.claims.unlinked()), list(s.articles.tombstones())))
        self.both(lambda s: (dict(s.annotations.producers()), list(s.articles.resolve(""))))
        self.both(lambda s: (list(s.annotations.pending()), list(s.annotations.stale(PRODUCERS))))
        self.both(lambda s: (list(s.claims.with_keys("xyz", 5)), dict(s.claims.key_counts("xyz"))))
        self.both(lambda s: list(s.articles.with_keys([ord(k) for k in "xyz"], 5)))
        self.both(lambda s: [list(s.articles.revisions(h.article.id)) for h in s.articles.all()])
        self.both(lambda s: [list(s.articles.captures(h.article.id)) for h in s.articles.all()])
        for known_at in (None, at(self.minutes), at(self.minutes - 1), at(0)):
            self.both(lambda s, t=known_at: (list(s.articles.all(t)), list(s.claims.all(t))))
            self.both(lambda s, t=known_at: (list(s.links.relations(t)), list(s.decisions.all(t))))
            self.both(lambda s, t=known_at: list(s.links.events_of([c.id for c in s.claims.all()], t)))
            self.both(
                lambda s, t=known_at: [
                    (h.held, h.snippet, round(h.rank, 9))
                    for h in s.articles.search("council harbour 北京", SearchFilter(), known_at=t)
                ]
            )


TestBoth = Both.TestCase
TestBoth.settings = settings(max_examples=25, stateful_step_count=14, deadline=None)
