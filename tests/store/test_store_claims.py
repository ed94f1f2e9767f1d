from __future__ import annotations

from store_records import annotate, at, claim, link, made, put

from dateline.model.claim import Claim
from dateline.store.base import Store


def several(store: Store, count: int = 5, name: str = "a") -> list[Claim]:
    item = put(store, made(name))
    return list(annotate(store, item, [claim(item, 3 * n) for n in range(count)]))


def test_claims_come_back_whole_in_the_order_asked(store: Store) -> None:
    claims = several(store)
    order = [claims[3], claims[0], claims[3], claims[4]]
    assert list(store.claims.get([c.id for c in order])) == order
    assert list(store.claims.get(["claim-0", claims[1].id])) == [claims[1]]
    assert list(store.claims.get(iter([]))) == []
    assert list(store.claims.get([claims[0].id], at(0))) == []


def test_claims_of_an_article_go_by_its_text(store: Store) -> None:
    item = put(store, made("a"))
    backwards = [claim(item, n) for n in (30, 12, 3)]
    annotate(store, item, backwards)
    several(store, 2, "b")
    assert list(store.claims.of_article(item.id)) == list(reversed(backwards))
    assert list(store.claims.of_article(item.id, at(0))) == []
    assert list(store.claims.of_article("article-0")) == []


def test_all_goes_by_id_over_many_pages(store: Store) -> None:
    claims = [c for n in range(60) for c in several(store, 20, f"page-{n}")]
    assert [c.id for c in store.claims.all()] == sorted(c.id for c in claims)


def test_those_sharing_most_keys_come_first(store: Store) -> None:
    a, b, c, d, e = several(store)
    store.claims.put_keys({a.id: ["x", "y", "z"], b.id: ["x"], c.id: ["x", "y"], d.id: ["w"], e.id: {"y", "x"}})
    second = sorted([c.id, e.id])
    assert list(store.claims.with_keys(["x", "y", "z"], 10)) == [a.id, *second, b.id]
    assert list(store.claims.with_keys({"x", "y", "z"}, 2)) == [a.id, second[0]]
    assert list(store.claims.with_keys(["x", "x", "nothing"], 10)) == sorted([a.id, b.id, c.id, e.id])
    assert list(store.claims.with_keys([], 10)) == []
    assert list(store.claims.with_keys(["x"], 0)) == []


def test_keys_are_counted(store: Store) -> None:
    a, b, *_ = several(store)
    store.claims.put_keys({a.id: ["x", "y", "x"], b.id: ["x"]})
    assert dict(store.claims.key_counts(["x", "y", "z"])) == {"x": 2, "y": 1, "z": 0}


def test_keys_are_set_not_added(store: Store) -> None:
    a, b, *_ = several(store)
    store.claims.put_keys({a.id: ["x"], b.id: ["x"]})
    store.claims.put_keys({a.id: ["y"], "claim-0": ["y"]})
    assert dict(store.claims.key_counts(["x", "y"])) == {"x": 1, "y": 1}
    assert list(store.claims.with_keys(["x", "y"], 10)) == sorted([a.id, b.id])
    store.claims.put_keys({a.id: []})
    assert dict(store.claims.key_counts(["x", "y"])) == {"x": 1, "y": 0}


def test_odd_keys_are_only_text(store: Store) -> None:
    a, *_ = several(store)
    odd = ["", "'", '"', "%", "日本", "key:with:colons", "\U0001f600"]
    store.claims.put_keys({a.id: odd})
    assert dict(store.claims.key_counts(odd)) == dict.fromkeys(sorted(odd), 1)
    assert list(store.claims.with_keys(odd, 10)) == [a.id]


def test_retired_claims_carry_no_keys(store: Store) -> None:
    item = put(store, made("a"))
    stays, goes = claim(item, 0), claim(item, 5)
    annotate(store, item, [stays, goes])
    store.claims.put_keys({stays.id: ["x"], goes.id: ["x"]})
    annotate(store, item, [stays], minutes=3)
    assert dict(store.claims.key_counts(["x"])) == {"x": 1}
    assert list(store.claims.with_keys(["x"], 10)) == [stays.id]
    annotate(store, item, [stays, goes], minutes=4)
    assert list(store.claims.with_keys(["x"], 10)) == [stays.id]
    assert list(store.claims.unlinked()) == sorted([stays.id, goes.id])


def test_new_claims_wait_until_linking_has_seen_them(store: Store) -> None:
    claims = several(store)
    ids = sorted(c.id for c in claims)
    assert list(store.claims.unlinked()) == ids
    link(store, seen=[ids[0], ids[1], "claim-0"])
    assert list(store.claims.unlinked()) == ids[2:]
    link(store, seen=ids)
    assert list(store.claims.unlinked()) == []
    store.claims.wait([ids[4], ids[2], ids[2], "claim-0"])
    assert list(store.claims.unlinked()) == [ids[2], ids[4]]
