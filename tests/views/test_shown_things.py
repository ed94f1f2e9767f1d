from __future__ import annotations

import pytest
from small_matter import RECORDED

from dateline.errors import NothingFound, UsageError
from dateline.model.relation import Correction, Target
from dateline.store.base import Tombstone
from dateline.views.base import Reading
from dateline.views.show import show


def claim_id(small: Reading, anchor: str) -> str:
    return next(c.id for c in small.store.claims.all() if c.anchor.exact == anchor)


def test_an_article_with_its_marks_in_the_order_of_its_text(small: Reading) -> None:
    held = next(h for h in small.store.articles.all() if h.outlet.name == "Coast Post" and h.revision.published_at)
    told = show(small, held.article.id).article
    assert told is not None
    starts = [m.start for m in told.marks]
    assert starts == sorted(starts)
    assert all(told.text[m.start : m.end] == m.words for m in told.marks)
    assert {m.kind for m in told.marks} == {"date", "actor", "place"}
    assert "late 2021" in {m.meaning for m in told.marks}
    assert len(told.claims) == 4


def test_why_tells_how_marks_were_found(small: Reading) -> None:
    article = next(small.store.articles.all()).article.id
    plain, told = show(small, article).article, show(small, article, why=True).article
    assert plain is not None
    assert told is not None
    assert all(m.why == () for m in plain.marks)
    assert any("rule by hand" in why for m in told.marks for why in m.why)


def test_a_claim_in_its_surroundings_with_event_and_relations(small: Reading) -> None:
    claim = claim_id(small, "put membership of the League into the constitution")
    told = show(small, claim.removeprefix("claim-")[:10], why=True).claim
    assert told is not None
    assert told.after.strip().startswith("The League will decide")
    assert told.event.startswith("event-")
    assert [r.kind for r in told.relations] == ["contradiction", "contradiction"]
    assert told.relations[0].reasons[0].name == "dates"
    assert [p.name for p in told.parties] == ["Norland"]


def test_decisions_about_a_claim_are_told(small: Reading) -> None:
    claim = small.store.claims.get([claim_id(small, "decide")])[0]
    target = Target(claim.article_id, claim.anchor)
    small.store.decisions.add(Correction("correction-1", target, "ada", RECORDED, "2024", "planned", note="misread"))
    told = show(small, claim.id).claim
    assert told is not None
    assert [(d.by, d.words, d.note) for d in told.decisions] == [("ada", "time: 2024, status: planned", "misread")]


def test_an_event_and_a_relation(small: Reading) -> None:
    relation = next(r for r in small.store.links.relations() if r.kind == "contradiction")
    event = small.store.links.events_of([relation.a])[0]
    shown = show(small, event.id).event
    assert shown is not None
    assert len(shown.relations) == 2
    told = show(small, relation.id, why=True).relation
    assert told is not None
    assert {c.claim for c in told.claims} == {relation.a, relation.b}
    assert told.producer == "by-hand/1"


def test_a_relation_of_copies_names_the_articles(small: Reading) -> None:
    copy = next(r for r in small.store.links.relations() if r.kind == "same_copy")
    told = show(small, copy.id).relation
    assert told is not None
    assert [a.article for a in told.articles] == [copy.a, copy.b]


def test_a_removed_article_keeps_its_reason(small: Reading) -> None:
    article = next(small.store.articles.all()).article.id
    small.store.articles.remove(Tombstone(article, RECORDED, "ada", "asked for by the outlet"))
    with pytest.raises(NothingFound):
        show(small, article)


@pytest.mark.parametrize("typed", ["claim-ffffffff", "nonsense", "article-zz"])
def test_unknown_ids_say_what_to_do(small: Reading, typed: str) -> None:
    with pytest.raises(NothingFound) as found:
        show(small, typed)
    assert found.value.what == typed
    assert "search" in found.value.do


def test_an_ambiguous_id_names_those_it_could_be(small: Reading) -> None:
    with pytest.raises(UsageError, match="could be"):
        show(small, "article-")
    with pytest.raises(UsageError):
        show(small, " ")
