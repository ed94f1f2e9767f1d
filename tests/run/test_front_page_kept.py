"""What is kept for front pages is what would be worked out anew, whatever happened to the articles before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim, Status, When
from dateline.model.event import Event
from dateline.model.mark import PlaceMark, PresenceMark
from dateline.model.outlet import Outlet, OutletEdit, Reliability
from dateline.model.provenance import Producer, Reason
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.model.time import Granularity
from dateline.model.time import day as one_day
from dateline.run.copying import mark_copies
from dateline.run.gisting import gist_pending
from dateline.run.removing import remove
from dateline.run.stories import merge, mute, pin
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.coverage import By, coverage
from dateline.views.gists import worked_out
from dateline.views.glance import glance
from dateline.views.stories import stories

TODAY = date(2024, 3, 8)
NOON = datetime(2024, 3, 8, 12, tzinfo=UTC)
OUTLETS = (
    Outlet("herald.example", "The Herald", "KE", "en"),
    Outlet("reef.example", "Reef Radio", "TO", "en"),
    Outlet("andes.example", "Andes Daily", "", "es"),
)
TEXTS = (
    "The ferry Malaita Star sank off Mombasa with ninety passengers aboard, guards said. The talks were put off.",
    "Divers found the wreck of the ferry Malaita Star off Mombasa; ninety passengers were aboard when it sank there.",
    "Miners of the Esperanza pit near Calama downed tools over unpaid bonuses, their union told reporters there.",
    "The union of the Esperanza pit near Calama called off its talks over bonuses; miners stay out, it told reporters.",
)
LANDS = (("KE", "AF"), ("CL", "SA"), ("TO", "OC"), None)
NUMBERS = st.integers(0, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tell"), st.integers(0, 3), NUMBERS, st.integers(-1, 9), NUMBERS, st.integers(0, 2)),
        st.tuples(st.just("mark"), st.integers(0, 3), NUMBERS),
        st.tuples(st.just("withdraw"), st.integers(0, 3)),
        st.tuples(st.just("remove"), st.integers(0, 3)),
        st.tuples(st.just("rate"), st.integers(0, 2), st.sampled_from([Reliability.HIGH, Reliability.LOW])),
        st.tuples(st.just("move"), st.integers(0, 2), st.sampled_from(["CL", "FR"])),
        st.tuples(st.just("differ"), st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.just("say"), st.sampled_from(["pin", "mute", "merge"]), st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.just("keep"), st.sampled_from([None, 1])),
    ),
    min_size=1,
    max_size=8,
)


BEGUN = (
    ("tell", 0, 0, 0, 0, 1), ("tell", 1, 1, 1, 0, 1), ("tell", 2, 3, 0, 1, 1), ("tell", 3, 2, 5, 2, 0),
    ("differ", 0, 1),
)  # fmt: skip


class Telling:
    """Does to a store what happens to articles; six of them, by number."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = 0

    @property
    def working(self) -> Working:
        at = NOON + timedelta(minutes=self.clock)
        return Working(self.store, lambda: pytest.fail("no annotators are needed"), lambda: at)

    def does(self, step: tuple[object, ...]) -> None:
        self.clock += 1
        name, *given_ = step
        doing: Callable[..., None] = getattr(self, str(name))
        doing(*given_)

    def tell(self, number: int, text: int, back: int, land: int, outlet: int) -> None:
        """An article, or another state of it; told of tomorrow, too, and without a day."""
        article = Article(f"article-{number}", OUTLETS[number % 3].id, f"https://paper.example/{number}")
        if self.store.articles.tombstone(article.id):
            return
        published = None if back == 9 else Published(TODAY - timedelta(days=back))
        body = TEXTS[text] if outlet else f"{TEXTS[text]} It was told for the {number + 2}th time."
        name = f"revision-{number}-{text}-{back}-{outlet}"
        revision = Revision(name, article.id, body[:40], body, "en", published_at=published)
        self.store.articles.put(OUTLETS[number % 3], article, revision, None, self.working.now())
        mark_copies(self.working, article.id)
        self.mark(number, land)

    def mark(self, number: int, land: int) -> None:
        held = self.store.articles.get(f"article-{number}")
        if held is None or held.revision.withdrawn:
            return
        revision, text, place = held.revision, held.revision.text, LANDS[land]
        words = select(text, 0, 3)
        places = [PlaceMark(words, f"geonames:{place[0]}", place[0], *place, 0.0, 0.0)] if place else []
        presence = [PresenceMark(words, "CL", "Calama", (Reason("dateline", 1.0, "says so"),))] if land == 1 else []
        sentences = [Sentence(0, text.find(".") + 1, 0), Sentence(text.find(".") + 2, len(text), 0)]
        layers = {"places": places, "presence": presence, "sentences": sentences}
        claims = () if revision.withdrawn else self.claims(revision, number, land)
        layers |= {"blocks": [Block(0, len(text), BlockKind.PARAGRAPH)], "claims": claims}
        self.store.annotations.put(revision.id, layers, (Producer("bench", str(land)),), self.working.now())
        story_pending(self.working)

    def claims(self, revision: Revision, number: int, land: int) -> list[Claim]:
        words = select(revision.text, 0, len(revision.text))
        status = (Status.HAPPENED, Status.CANCELLED, Status.POSTPONED, Status.PLANNED)[land]
        when = When(one_day(TODAY + timedelta(days=20)), Granularity.DAY, "stated")
        name = f"claim-{number}-{revision.id}-{land}"
        return [Claim(name, revision.article_id, revision.id, words, words, "meet", status, when)]

    def withdraw(self, number: int) -> None:
        held = self.store.articles.get(f"article-{number}")
        if held is not None:
            gone = Revision(f"{held.revision.id}-gone", held.article.id, "", "", "en", withdrawn=True)
            self.store.articles.put(held.outlet, held.article, gone, None, self.working.now())
            story_pending(self.working)

    def remove(self, number: int) -> None:
        if self.store.articles.get(f"article-{number}"):
            remove(self.working, f"article-{number}", why="a takedown")

    def rate(self, outlet: int, how: Reliability) -> None:
        edit = OutletEdit(f"edit-{self.clock}", OUTLETS[outlet].id, "ada", self.working.now(), reliability=how)
        self.store.outlets.edit(edit)

    def move(self, outlet: int, country: str) -> None:
        edit = OutletEdit(f"edit-{self.clock}", OUTLETS[outlet].id, "ada", self.working.now(), country=country)
        self.store.outlets.edit(edit)

    def differ(self, one: int, other: int) -> None:
        """Both articles tell one happening, and another number."""
        claims = [c for n in {one, other} for c in self.store.claims.of_article(f"article-{n}")[:1]]
        if len(claims) == 2:
            a, b = sorted(c.id for c in claims)
            clash = Relation(f"r-{a}-{b}", RelationKind.CONTRADICTION, a, b, 1.0, (), Slot.NUMBER, ("9", "12"))
            event = Event(f"event-{a}-{b}", (a, b), None, None, Status.HAPPENED, 2)
            self.store.links.put(
                seen=(a, b), events=[event], retired_events=(), relations=[clash], retired_relations=(),
                at=self.working.now(),
            )  # fmt: skip

    def say(self, what: str, one: int, other: int) -> None:
        a, b = (next(iter(self.store.stories.of_articles([f"article-{n}"])), None) for n in (one, other))
        if what == "merge" and a and b and a.id != b.id:
            merge(self.working, a.id, b.id)
        elif what != "merge" and a:
            (pin if what == "pin" else mute)(self.working, a.id)

    def keep(self, most: int | None) -> None:
        gist_pending(self.working, most)


def shown(store: Store) -> list[object]:
    reading = Reading(store, lambda: pytest.fail("no annotators are needed"), TODAY, NOON)
    pages: list[object] = [
        glance(reading, since=since, as_of=as_of, region=region, why=True)
        for since, region in (("24h", ""), ("7d", ""), ("30d", "africa"))
        for as_of in (None, TODAY - timedelta(days=2), TODAY + timedelta(days=1))
    ]
    return [*pages, *(coverage(reading, by=by) for by in By), stories(reading), coverage(reading, NOON)]


Steps = list[tuple[object, ...]]


def is_what_would_be_worked_out(store: Store, before: Steps, after: Steps) -> None:
    telling = Telling(store)
    for step in (*BEGUN, *before, ("keep", None), *after):
        telling.does(step)
    every = [h.article.id for h in store.articles.all()]
    for article, kept in store.gists.get(every).items():
        assert kept == worked_out(store, article)
    partly = shown(store)
    gist_pending(telling.working)
    assert list(store.gists.waiting()) == []
    whole = shown(store)
    store.gists.drop()
    assert sorted(store.gists.waiting()) == every
    assert partly == whole == shown(store)


@given(STEPS, STEPS)
@settings(max_examples=40, deadline=None)
def test_in_memory(before: Steps, after: Steps) -> None:
    is_what_would_be_worked_out(open_store(None), before, after)


@given(STEPS, STEPS)
@settings(max_examples=12, deadline=None)
def test_in_a_file(before: Steps, after: Steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "store.db")
        try:
            is_what_would_be_worked_out(store, before, after)
        finally:
            store.close()


def test_the_steps_come_to_something() -> None:
    telling = Telling(open_store(None))
    for step in (*BEGUN, ("tell", 4, 2, 4, 1, 1), ("say", "pin", 2, 2), ("keep", None)):
        telling.does(step)
    page = glance(Reading(telling.store, lambda: pytest.fail("none"), TODAY, NOON), since="24h")
    assert (page.held, len(page.breaking)) == (2, 2)
    assert {i.kind.value for i in page.insights} == {"cancelled", "disagreement"}
