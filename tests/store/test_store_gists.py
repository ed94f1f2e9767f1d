"""Gists, differences and weights, as a store keeps them: never those of another text or other marks."""

from __future__ import annotations

from datetime import date

from store_records import annotate, claim, link, made, marks, put, relation, stone
from test_store_acts import CHAD, SPAIN, TODAY, told
from test_store_stories import DAY, profile

from dateline.link.gists import gist, outline
from dateline.model.claim import Status
from dateline.model.coding import EventType
from dateline.model.gist import Gathering, Gist, Land, Outline
from dateline.model.relation import RelationKind
from dateline.store.base import Store
from dateline.store.base_gists import LandTally, Tally


def of(store: Store, article: str, *lands: Land) -> Gist:
    held = store.articles.get(article)
    assert held is not None
    made_ = gist(
        held.outlet.id, held.revision, store.annotations.layer, store.claims.of_article(article), lambda *_: ()
    )
    if not lands:
        return made_
    own = made_.outline
    outlined = Outline(own.article_id, own.revision_id, own.outlet_id, own.language, own.published_at, lands=lands)
    return Gist(outlined, made_.lead, made_.report, made_.positions)


def kept(store: Store, name: str, *lands: Land, day: date | None = DAY) -> str:
    item = put(store, made(name, day=day))
    store.gists.put([of(store, item.id, *lands)])
    return item.id


def test_articles_wait_for_their_gist_the_latest_first(store: Store) -> None:
    old, new = put(store, made("old")), put(store, made("new", day=date(2026, 5, 1)))
    undated = put(store, made("undated", day=None))
    assert list(store.gists.waiting()) == [new.id, old.id, undated.id]
    assert list(store.gists.waiting(1)) == [new.id]
    store.gists.put([of(store, new.id)])
    assert list(store.gists.waiting()) == [old.id, undated.id]


def test_a_gist_comes_back_as_it_was_put(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, [claim(item, 0)], **marks(item.revision.text))
    whole = of(store, item.id)
    store.gists.put([whole])
    assert store.gists.get([item.id, "article-0"]) == {item.id: whole}
    assert store.gists.outlines([item.id]) == {item.id: whole.outline}
    assert whole.outline.published_at == item.revision.published_at
    assert whole.outline.lands != ()


def test_another_text_other_marks_and_a_removal_make_it_wait_again(store: Store) -> None:
    item = put(store, made("a"))
    store.gists.put([of(store, item.id)])
    annotate(store, item, [], minutes=1)
    assert (dict(store.gists.outlines([item.id])), list(store.gists.waiting())) == ({}, [item.id])
    store.gists.put([of(store, item.id)])
    other = put(store, made("a", "Another text of this article, with more words in it."), 2)
    assert (dict(store.gists.get([item.id])), list(store.gists.waiting())) == ({}, [item.id])
    store.gists.put([of(store, item.id)])
    annotate(store, item, [], minutes=3)  # the marks of the text before are nobody's business
    assert list(store.gists.outlines([item.id])) == [item.id]
    assert store.gists.outlines([item.id])[item.id].revision_id == other.revision.id
    store.articles.remove(stone(item))
    assert (dict(store.gists.outlines([item.id])), list(store.gists.waiting())) == ({}, [])
    assert store.gists.tallies() == ([], [])


def test_a_text_that_comes_back_waits_again(store: Store) -> None:
    item = put(store, made("a"))
    store.gists.put([of(store, item.id)])
    put(store, made("a", "Another text of this article, with more words in it."), 2)
    put(store, item and made("a"), 4)
    assert list(store.gists.waiting()) == [item.id]


def test_a_gist_of_another_text_is_passed_over(store: Store) -> None:
    item = put(store, made("a"))
    before = of(store, item.id)
    put(store, made("a", "Another text of this article, with more words in it."), 2)
    store.gists.put([before])
    assert dict(store.gists.get([item.id])) == {}


def test_what_fails_leaves_the_gist_and_all_can_be_dropped(store: Store) -> None:
    item = put(store, made("a"))
    store.gists.put([of(store, item.id)])
    try:
        with store.transaction():
            annotate(store, item, [], minutes=1)
            raise RuntimeError
    except RuntimeError:
        pass
    assert list(store.gists.waiting()) == []
    store.gists.drop()
    assert list(store.gists.waiting()) == [item.id]


def test_outlines_are_counted_by_outlet_and_by_land(store: Store) -> None:
    africa = (Land("AF", "KE", 2), Land("EU", "FR", 1), Land("AF", "UG", 1), Land("", "", 4))
    kept(store, "a", *africa)
    kept(store, "b", Land("AF", "KE", 1), day=date(2026, 2, 9))
    kept(store, "c", Land("EU", "FR", 1), day=None)
    by_outlet, by_land = store.gists.tallies()
    assert list(by_outlet) == [
        Tally("herald.example", "en", "AF", 2, date(2026, 2, 9)),
        Tally("herald.example", "en", "EU", 1, None),
    ]
    assert list(by_land) == [
        LandTally("FR", "", 1, DAY),
        LandTally("FR", "EU", 1, None),
        LandTally("KE", "AF", 2, date(2026, 2, 9)),
        LandTally("UG", "AF", 1, DAY),
    ]


def test_a_gist_tells_of_gatherings_by_claim(store: Store) -> None:
    item = put(store, made("a"))
    own = claim(item, 0, status=Status.CANCELLED)
    annotate(store, item, [own, claim(item, 5, negated=True, status=Status.CANCELLED)])
    found = outline("herald.example", item.revision, store.annotations.layer, store.claims.of_article(item.id))
    assert found.gatherings == (Gathering(own.id, Status.CANCELLED, own.sentence.start),)


def test_where_claims_differ_is_found_by_their_articles(store: Store) -> None:
    one, other, third = (put(store, made(n, f"{n} voted on Tuesday in the hall.")) for n in ("a", "b", "c"))
    claims = [claim(item, 0) for item in (one, other, third)]
    for item, own in zip((one, other, third), claims, strict=True):
        annotate(store, item, [own])
    clash = relation(claims[0].id, claims[1].id)
    same = relation(claims[1].id, claims[2].id, RelationKind.SAME_EVENT)
    link(store, 1, relations=[clash, same])
    assert list(store.links.differing([one.id])) == [clash] == list(store.links.differing([other.id, one.id]))
    assert list(store.links.differing([third.id])) == []
    link(store, 2, retired_relations=[clash.id])
    assert list(store.links.differing([one.id])) == []
    link(store, 3, relations=[clash])
    annotate(store, other, [], minutes=4)
    assert list(store.links.differing([one.id])) == []


def test_the_weights_of_a_profile_are_kept_apart(store: Store) -> None:
    item = put(store, made("a"))
    store.stories.put_profile(profile(item.id), item.revision.id, ["ferry"], stone(item).at)
    assert store.stories.weights([item.id, "article-0"]) == {item.id: {"ferry": 1.0}}
    store.stories.put_profile(profile(item.id, word="levy"), item.revision.id, ["levy"], stone(item).at)
    assert store.stories.weights([item.id]) == {item.id: {"levy": 1.0}}
    store.articles.remove(stone(item))
    assert store.stories.weights([item.id]) == {}


def test_later_articles_are_left_out_where_nobody_asks_for_them(store: Store) -> None:
    ids = []
    for name, day in (("old", date(2026, 1, 1)), ("new", date(2026, 5, 1)), ("undated", None)):
        item = put(store, made(name, day=day))
        store.stories.put_profile(profile(item.id, day), item.revision.id, ["ferry"], stone(item).at)
        ids.append(item.id)
    assert sorted(store.stories.near(["ferry"], DAY, 9)) == sorted(ids)
    assert sorted(store.stories.near(["ferry"], DAY, 9, later=False)) == sorted([ids[0], ids[2]])


def test_types_of_acts_are_told_once_a_day(store: Store) -> None:
    item = put(store, made("a"))
    acts = [told(item, 0, EventType.AID), told(item, 3, EventType.AID), told(item, 6, EventType.ACCUSE, back=2)]
    annotate(store, item, [*acts, told(item, 9, EventType.AID, by=CHAD, to=SPAIN)])
    found = store.acts.types("ES", "TD", date(2026, 1, 1), TODAY)
    assert list(found) == [(TODAY, EventType.AID), (date(2026, 2, 1), EventType.ACCUSE)]
    assert list(store.acts.types("ES", "TD", TODAY, TODAY)) == [(TODAY, EventType.AID)]
    assert list(store.acts.types("ES", "TD", date(2026, 1, 1), date(2026, 2, 2))) == []
