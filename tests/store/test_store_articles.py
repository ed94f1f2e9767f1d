from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from store_records import T0, annotate, at, capture, claim, made, put, stone

from dateline.errors import InputError
from dateline.model.article import Published
from dateline.model.outlet import Outlet, OutletKind
from dateline.store.base import Store


def test_what_is_put_is_held_whole(store: Store) -> None:
    item = made("a", "Łódź — 北京\x00\n\n“quoted” 😀", headline='Say "no"')
    revision = dataclasses.replace(
        item.revision, byline="A. Writer", modified_at=at(3), notes=("encoding guessed",), withdrawn=True
    )
    store.articles.put(item.outlet, item.article, revision, None, at(0))
    held = store.articles.get(item.id)
    assert held is not None
    assert (held.outlet, held.article, held.revision, held.recorded_at) == (item.outlet, item.article, revision, at(0))
    assert store.articles.revision(revision.id) == held
    assert list(store.articles.all()) == [held]


def test_missing_things_are_none(store: Store) -> None:
    assert store.articles.get("article-0") is None
    assert store.articles.revision("revision-0") is None
    assert store.articles.tombstone("article-0") is None
    assert list(store.articles.revisions("article-0")) == []
    assert list(store.articles.captures("article-0")) == []
    assert list(store.articles.all()) == []
    assert list(store.articles.tombstones()) == []


def test_missing_publication_stays_missing(store: Store) -> None:
    item = put(store, made("a", day=None))
    held = store.articles.get(item.id)
    assert held is not None
    assert held.revision.published_at is None


def test_a_day_without_moment_stays_so(store: Store) -> None:
    item = made("a", day=None)
    revision = dataclasses.replace(item.revision, published_at=Published(date(2026, 2, 3)))
    store.articles.put(item.outlet, item.article, revision, None, at(0))
    held = store.articles.get(item.id)
    assert held is not None
    assert held.revision.published_at == Published(date(2026, 2, 3))


def test_putting_twice_changes_nothing(store: Store) -> None:
    item = put(store, made("a", content=b"bytes"))
    annotate(store, item, [claim(item, 0)])
    before = (store.counts(), store.articles.get(item.id), list(store.annotations.pending()))
    put(store, item, 5)
    assert (store.counts(), store.articles.get(item.id), list(store.annotations.pending())) == before
    assert [h.recorded_at for h in store.articles.revisions(item.id)] == [at(0)]


def test_new_text_is_a_new_revision_and_the_old_stays(store: Store) -> None:
    old, new = made("a", "Old text here."), made("a", "New text here.")
    put(store, old, 0)
    put(store, new, 10)
    assert [h.revision.text for h in store.articles.revisions(old.id)] == ["Old text here.", "New text here."]
    current, former = store.articles.get(old.id), store.articles.get(old.id, at(9))
    assert current is not None and current.revision == new.revision and current.recorded_at == at(10)
    assert former is not None and former.revision == old.revision and former.recorded_at == at(0)
    assert store.articles.get(old.id, at(-1)) is None
    assert store.counts()["revisions"] == 2
    assert store.counts()["articles"] == 1


def test_known_at_is_the_very_moment(store: Store) -> None:
    old, new = put(store, made("a", "Old."), 0), put(store, made("a", "New."), 10)
    for moment, text in ((at(0), "Old."), (at(10) - timedelta(microseconds=1), "Old."), (at(10), "New.")):
        held = store.articles.get(old.id, moment)
        assert held is not None and held.revision.text == text
    east = timezone(timedelta(hours=9))
    held = store.articles.get(new.id, at(9).astimezone(east))
    assert held is not None and held.revision.text == "Old."


def test_a_state_that_comes_back_is_recorded_anew(store: Store) -> None:
    first, second = made("a", "First."), made("a", "Second.")
    for minutes, item in enumerate((first, second, first)):
        put(store, item, minutes)
    assert [h.revision.text for h in store.articles.revisions(first.id)] == ["First.", "Second.", "First."]
    texts = [h.revision.text for m in range(3) if (h := store.articles.get(first.id, at(m)))]
    assert texts == ["First.", "Second.", "First."]
    assert store.counts()["revisions"] == 2


def test_a_clock_that_goes_back_is_held_still(store: Store) -> None:
    first, second = put(store, made("a", "First."), 10), put(store, made("a", "Second."), 5)
    assert [h.recorded_at for h in store.articles.revisions(first.id)] == [at(10), at(10)]
    held = store.articles.get(first.id)
    assert held is not None and held.revision == second.revision


def test_all_goes_by_id_and_may_be_walked_while_writing(store: Store) -> None:
    items = [put(store, made(f"page-{n}")) for n in range(12)]
    seen = []
    for held in store.articles.all():
        seen.append(held.article.id)
        put(store, made("page-0", f"Text {len(seen)}."), len(seen))
    assert seen == sorted(i.id for i in items)
    assert [h.article.id for h in store.articles.all(at(-1))] == []


def test_naive_moments_are_refused(store: Store) -> None:
    item = made("a")
    with pytest.raises(ValueError, match="time zone"):
        store.articles.put(item.outlet, item.article, item.revision, None, datetime(2026, 1, 1))
    assert store.counts()["articles"] == 0


def test_records_that_do_not_belong_together_are_refused(store: Store) -> None:
    a, b = made("a"), made("b")
    with pytest.raises(ValueError, match="belong"):
        store.articles.put(a.outlet, a.article, b.revision, None, T0)
    with pytest.raises(ValueError, match="belong"):
        store.articles.put(Outlet("other.example", "Other"), a.article, a.revision, None, T0)


def test_an_outlet_gains_knowledge_and_loses_none(store: Store) -> None:
    known = Outlet("herald.example", "The Herald", "KE", "en", OutletKind.PUBLIC, "founded 1990")
    put(store, made("a", outlet=known))
    put(store, made("b", outlet=Outlet("herald.example", "herald.example")))
    put(store, made("c", outlet=Outlet("herald.example", "Herald", "UG")))
    held = store.articles.get(made("a").id)
    assert held is not None
    assert held.outlet == Outlet("herald.example", "Herald", "UG", "en", OutletKind.PUBLIC, "founded 1990")
    assert store.counts()["outlets"] == 1


def test_captures_keep_the_bytes(store: Store) -> None:
    item = put(store, made("a", content=b"\x00\xffbytes"))
    assert list(store.articles.captures(item.id)) == [capture(b"\x00\xffbytes")]
    later = dataclasses.replace(capture(b"\x00\xffbytes"), id="capture-again", fetched_at=at(60))
    store.articles.put(item.outlet, item.article, item.revision, later, at(60))
    assert store.counts()["captures"] == 1
    store.articles.put(item.outlet, item.article, item.revision, capture(b"other"), at(61))
    assert {c.content for c in store.articles.captures(item.id)} == {b"\x00\xffbytes", b"other"}


def test_captures_are_of_all_revisions(store: Store) -> None:
    item = put(store, made("a", "One.", content=b"one"))
    put(store, made("a", "Two.", content=b"two"), 1)
    assert sorted(c.content for c in store.articles.captures(item.id)) == [b"one", b"two"]


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    items = [put(store, made(f"page-{n}")) for n in range(30)]
    ids = sorted(i.id for i in items)
    assert list(store.articles.resolve("article-")) == ids[:20]
    assert list(store.articles.resolve(ids[7])) == [ids[7]]
    assert list(store.articles.resolve(ids[7][:14])) == [i for i in ids if i.startswith(ids[7][:14])]
    assert list(store.articles.resolve("herald")) == ["herald.example"]
    assert list(store.articles.resolve(items[3].revision.id)) == [items[3].revision.id]
    assert len(store.articles.resolve("")) == 20
    for nothing in ("article-%", "zzz", "ARTICLE", "'; DROP TABLE articles; --", "\ud800", "\U0010ffff", "a\x00b"):
        assert list(store.articles.resolve(nothing)) == []


def test_ids_of_every_kind_are_found(store: Store) -> None:
    from store_records import correction, event, judgement, link, relation

    a, b = (put(store, made(name, content=name.encode())) for name in "ab")
    (one,), (two,) = (annotate(store, i, [claim(i, 0)]) for i in (a, b))
    link(store, events=[event(one, two)], relations=[relation(one.id, two.id)])
    store.decisions.add(judgement(one, two))
    store.decisions.add(correction(one))
    assert a.capture is not None
    named = [a.id, a.revision.id, a.capture.id, one.id, event(one, two).id, relation(one.id, two.id).id]
    for known in [*named, judgement(one, two).id, correction(one).id]:
        assert list(store.articles.resolve(known)) == [known]


def test_counts_name_every_kind(store: Store) -> None:
    kinds = ["outlets", "articles", "revisions", "captures", "claims", "events", "relations", "decisions", "tombstones"]
    assert dict(store.counts()) == dict.fromkeys(kinds, 0)


def test_closing_twice_is_safe(store: Store) -> None:
    store.close()
    store.close()


def test_moments_are_kept_to_the_microsecond(store: Store) -> None:
    moment = datetime(2026, 3, 1, 12, 0, 0, 1, tzinfo=UTC)
    item = made("a")
    store.articles.put(item.outlet, item.article, item.revision, None, moment)
    held = store.articles.get(item.id)
    assert held is not None and held.recorded_at == moment and held.recorded_at.utcoffset() == timedelta(0)


def test_a_text_that_cannot_be_written_is_refused_with_nothing_kept(store: Store) -> None:
    item = made("a")
    broken = dataclasses.replace(item.revision, text="half a \ud800 character")
    with pytest.raises(InputError, match="UTF-8"):
        store.articles.put(item.outlet, item.article, broken, None, T0)
    assert store.counts()["articles"] == 0


def test_articles_are_found_by_shared_keys_and_forgotten_when_removed(store: Store) -> None:
    items = [put(store, made(f"page-{n}")) for n in range(4)]
    ids = [item.id for item in items]
    for article, keys in zip(ids, ([1, 2, -3], [2, -3, 2], [-3], [2**63 - 1]), strict=True):
        store.articles.put_keys(article, keys)
    store.articles.put_keys("article-0", [-3])
    assert list(store.articles.with_keys({2, -3}, 9)) == [*sorted(ids[:2]), ids[2]]
    assert list(store.articles.with_keys({2, -3}, 1)) == [min(ids[:2])]
    assert list(store.articles.with_keys({9}, 9)) == []
    store.articles.put_keys(ids[1], {2**63 - 1})
    assert list(store.articles.with_keys({2**63 - 1}, 9)) == sorted([ids[1], ids[3]])
    store.articles.remove(stone(items[3]))
    assert list(store.articles.with_keys({2**63 - 1}, 9)) == [ids[1]]


def test_keys_are_found_while_recent_and_once_they_went_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.articles.RECENT", 3)
    items = [put(store, made(f"page-{n}")) for n in range(9)]
    for number, item in enumerate(items):
        store.articles.put_keys(item.id, [number, 100])
        assert sorted(store.articles.with_keys([100], 99)) == sorted(i.id for i in items[: number + 1])
    store.articles.put_keys(items[0].id, [8])
    assert sorted(store.articles.with_keys([8], 99)) == sorted([items[0].id, items[8].id])
    assert list(store.articles.with_keys([0], 99)) == []
    for item in items[:8]:
        store.articles.remove(stone(item))
    assert list(store.articles.with_keys([*range(9), 100], 99)) == [items[8].id]
