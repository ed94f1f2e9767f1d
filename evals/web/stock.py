"""A store with very many articles, written in minutes: rows as the store itself writes them, with its own statements.

Each article has its text in the full-text index, its marks, claims, acts, the happenings and the story that it stands
in, copies and disagreements. What is left out: captured bytes, and the blocking keys of claims and copies, by which
linking alone finds others.
"""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.desk import open_desk
from dateline.model.feed import Feed, FeedHealth
from dateline.model.outlet import Outlet
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.story import Story, StoryProfile
from dateline.run.gisting import gist_pending
from dateline.store.base import Store
from dateline.store.base_stories import weights_of
from dateline.store.codec import decode, encode, stamp
from dateline.store.open import open_store
from dateline.store.sqlite import Database, queries
from evals.shared import ROOT
from evals.web.telling import Source, Telling, claim_id, scattered, sources, tellings

NOW = datetime(2026, 1, 1, 18, tzinfo=UTC)
FEEDS = 500
BATCH = 2_000  # happenings written in one transaction
DISPUTED = 25  # of so many happenings that several tell one is told in two ways
MATTERS = (("Ukraine and NATO", "Ukraine NATO"), ("Iran deal", "Iran nuclear deal"))
FORM = 1  # changes when a store that was made before no longer serves
Row = dict[str, Any]


def stocked(folder: Path, articles: int) -> Path:
    """The store with so many articles, made now or before; one process makes it, others wait."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"web-{FORM}-{articles}.sqlite"
    with (folder / "making.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _make(folder, path, articles)
        with open_desk(path, now=lambda: NOW) as desk:  # brought up to the schema of today
            gist_pending(desk.working)
    return path


def _make(folder: Path, path: Path, articles: int) -> None:
    half = path.with_suffix(".half")
    for left in folder.glob(half.name + "*"):
        left.unlink()
    told, outlets = _told(folder / "sample.sqlite")
    with closing(open_store(half)) as store:
        _feeds(store, outlets)
    database = Database(half)
    database.row("PRAGMA synchronous = OFF")
    database.row("PRAGMA cache_size = -1000000")
    Stock(database, outlets).fill(tellings(told, NOW.date(), articles), articles)
    database.rows("ANALYZE")
    database.close()
    with open_desk(half, now=lambda: NOW) as desk:
        for name, query in MATTERS:
            print(f"dossier: {name}", file=sys.stderr)
            desk.job("dossier.new", name=name, query=query)
    half.rename(path)


def _told(path: Path) -> tuple[list[Source], list[Outlet]]:
    """The sample corpus, annotated once."""
    made = path.exists()
    with open_desk(path, now=lambda: NOW) as desk:
        if not made:
            desk.add([ROOT / "sample" / "articles"])
        return sources(desk.store), list(desk.store.outlets.all())


def _feeds(store: Store, outlets: Sequence[Outlet]) -> None:
    with store.transaction():
        for n in range(FEEDS):
            outlet = outlets[n % len(outlets)]
            feed = Feed(f"feed-{scattered(n)}", f"https://{outlet.id}/{n}.xml", outlet)
            store.feeds.put(feed)
            store.feeds.put_health(FeedHealth(feed.id, NOW, NOW, NOW, NOW, failures=int(n % 50 == 7), status=200))


class Stock:
    """Writes happenings with all that is kept of them."""

    def __init__(self, database: Database, outlets: Sequence[Outlet]) -> None:
        self._db, self._outlets = database, outlets
        self._at = stamp(NOW)
        self._rows: dict[tuple[str, str], list[Row]] = {}
        self._revisions = self._claims = self._events = self._stories = self._relations = 0

    def fill(self, told: Iterator[Telling], articles: int) -> None:
        """Writes them all; tells now and then how far it is."""
        with self._db.transaction():
            self._many("articles", "put_outlet", ({"id": o.id, "body": encode(o)} for o in self._outlets))
            self._flush()
        while batch := list(islice(told, BATCH)):
            for one in batch:
                self._happening(one)
            with self._db.transaction():
                self._flush()
            print(f"stored {self._revisions} of {articles}", file=sys.stderr)

    def _put(self, noun: str, statement: str, **row: Any) -> None:
        self._rows.setdefault((noun, statement), []).append(row)

    def _many(self, noun: str, statement: str, rows: Iterable[Row]) -> None:
        self._rows.setdefault((noun, statement), []).extend(rows)

    def _flush(self) -> None:
        for (noun, statement), rows in self._rows.items():
            self._db.run_many(queries(noun)[statement], rows)
        for waiting in ("story_waiting", "matter_waiting"):
            self._db.run(f"DELETE FROM {waiting}")
        self._rows = {}

    def _happening(self, told: Telling) -> None:
        ids = [self._article(told, j) for j in range(told.tellers)]
        fill = told.value(0)
        for n, made in enumerate(told.source.events[told.tellers]):
            self._events += 1
            event = f"event-{scattered(told.number * 16 + n)}"
            self._put("links", "put_event", id=event, at=self._at, body=made.fill(fill).encode())
            claims = [claim_id(told.number, j, n) for j in range(told.tellers)]
            self._many("links", "put_event_claim", ({"claim": c, "event": self._events} for c in claims))
        self._story(told, ids)
        for relation in _relations(told, ids):
            row = {"id": relation.id, "a": relation.a, "b": relation.b, "at": self._at, "body": encode(relation)}
            self._put("links", "put_relation", **row)
            self._relations += 1
            if relation.kind is RelationKind.CONTRADICTION:
                ends = {"relation": self._relations, "a": relation.a, "b": relation.b}
                self._put("links", "put_difference", **ends)

    def _article(self, told: Telling, teller: int) -> str:
        source, fill, day = told.source, told.value(teller), told.published(teller)
        outlet = self._outlets[(told.number + teller) % len(self._outlets)] if teller else source.held.outlet
        article = told.article(teller, outlet.id)
        revision = f"revision-{scattered(told.number * 8 + teller)}"
        self._revisions += 1
        self._put("articles", "put_article", id=article.id, outlet=outlet.id, body=encode(article))
        body = source.revision.fill(fill).encode()
        self._put("articles", "put_revision", id=revision, article=article.id, day=day.isoformat(), body=body)
        self._put("articles", "put_state", article=article.id, revision=revision, at=self._at)
        headline, text = (part.fill(fill) for part in source.folded)
        self._put("search", "put", row=self._revisions, headline=headline, text=text)
        self._marks(told, teller, revision)
        self._said(told, teller, article.id, revision)
        self._profile(told, teller, article.id, revision, day)
        return article.id

    def _marks(self, told: Telling, teller: int, revision: str) -> None:
        fill = told.value(teller)
        self._put("annotations", "put_annotated", revision=revision, producers="bench/1", at=self._at)
        for name, kind, made in told.source.layers:
            body = made.fill(fill).encode()
            self._put("annotations", "put_layer", revision=revision, name=name, kind=kind, body=body)
        self._put("annotations", "put_tags", revision=revision, tags=told.source.tags)
        self._many("annotations", "put_place", ({"code": c, "revision": revision} for c in told.source.places))

    def _said(self, told: Telling, teller: int, article: str, revision: str) -> None:
        fill, first = told.value(teller), self._claims + 1
        for n, made in enumerate(told.source.claims):
            self._claims += 1
            claim, body = claim_id(told.number, teller, n), made.fill(fill).encode()
            self._put("claims", "put", id=claim, article=article, revision=revision, at=self._at, body=body)
        for act in told.source.acts:
            own = {"claim": first + act.claim, "id": claim_id(told.number, teller, act.claim), "article": article}
            days = {"day": fill(("day", act.day)), "published": fill(("day", act.published))}
            self._put("acts", "put", **own, **days, type=act.type, actor=act.actor, recipient=act.recipient)

    def _profile(self, told: Telling, teller: int, article: str, revision: str, day: date) -> None:
        fill = told.value(teller)
        body = told.source.profile.fill(fill).encode()
        self._put("stories", "put_profile", article=article, revision=revision, at=self._at, body=body)
        weights = encode(weights_of(decode(StoryProfile, body)))
        self._put("stories", "put_weights", article=article, body=weights)
        keys = {k.fill(fill) for k in told.source.keys}
        self._many("stories", "put_key", ({"key": k, "day": day.toordinal(), "article": article} for k in sorted(keys)))

    def _story(self, told: Telling, ids: Sequence[str]) -> None:
        self._stories += 1
        days = [told.published(j) for j in range(told.tellers)]
        order = [a for _, a in sorted(zip(days, ids, strict=True))]
        story = Story(f"story-{scattered(told.number)}", tuple(order), min(days), max(days))
        self._put("stories", "put", id=story.id, day=max(days).toordinal(), at=self._at, body=encode(story))
        self._many("stories", "put_article", ({"article": a, "story": self._stories} for a in ids))


def _relations(told: Telling, ids: Sequence[str]) -> Iterator[Relation]:
    """Of five tellers the last copies the first; some happenings are told in two ways."""
    if told.tellers == 1:
        return
    first, second = sorted(claim_id(told.number, j, 0) for j in range(2))
    why = (Reason("words", 0.9, "the same words"),)
    same = Relation(f"relation-{scattered(told.number * 2)}", RelationKind.SAME_EVENT, first, second, 0.9, why)
    if told.number % DISPUTED < 2:
        same = replace(same, kind=RelationKind.CONTRADICTION, slot=Slot.NUMBER, values=("eleven", "twelve"))
    yield same
    if told.tellers > 2:
        a, b = sorted((ids[0], ids[-1]))
        number = f"relation-{scattered(told.number * 2 + 1)}"
        yield Relation(number, RelationKind.SAME_COPY, a, b, 0.95, why, producer="bench")
