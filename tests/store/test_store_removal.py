from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from store_records import (
    annotate,
    at,
    capture,
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

from dateline.errors import InputError, NothingFound
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.store.base import Store
from dateline.store.open import open_store

SECRET = "Xylophonist Quetzalcoatl confessed yesterday beside Zanzibarian jackdaws, witnesses mumbled."
FORMER = "Plumbago Wernicke recanted everything before the vexillological tribunal at dusk."


def furnish(store: Store) -> tuple[Claim, Claim, Claim]:
    """An article to remove (with a former state, links and decisions) and one that shares an event with it."""
    outlet = Outlet("brigantine.example", "Brigantine Dispatch")
    former = made("gone", FORMER, headline="Plumbago recants", outlet=outlet, content=FORMER.encode())
    put(store, former)
    annotate(store, former, [claim(former, 0)], **marks(FORMER))
    gone = made("gone", SECRET, headline="Xylophonist confesses", outlet=outlet, content=SECRET.encode())
    put(store, gone, 2)
    mine = annotate(store, gone, [claim(gone, 0), claim(gone, 13)], minutes=3, **marks(SECRET))
    stays = put(store, made("stays", content=b"innocent"))
    (other,) = annotate(store, stays, [claim(stays, 0)], minutes=3, **marks())
    happening, clash = event(mine[0], other, label="Xylophonist confession"), relation(mine[1].id, other.id)
    copies = relation(gone.id, stays.id)
    link(store, seen=[*[c.id for c in mine], other.id], events=[happening], relations=[clash, copies], minutes=4)
    store.claims.put_keys({other.id: ["parliament"], **{c.id: ["xylophonist", "parliament"] for c in mine}})
    store.decisions.add(judgement(mine[0], other))
    store.decisions.add(correction(mine[1]))
    store.decisions.add(correction(other))
    return mine[0], mine[1], other


def test_nothing_of_it_stays_but_id_and_reason(store: Store) -> None:
    one, two, other = furnish(store)
    before = store.counts()
    gone = made("gone", outlet=Outlet("brigantine.example", "x"))
    store.articles.remove(stone(gone))
    assert store.articles.tombstone(gone.id) == stone(gone)
    assert list(store.articles.tombstones()) == [stone(gone)]
    assert store.articles.get(gone.id) is None and store.articles.get(gone.id, at(2)) is None
    assert list(store.articles.revisions(gone.id)) == []
    assert list(store.articles.captures(gone.id)) == []
    assert store.articles.revision(one.revision_id) is None
    assert tuple(store.annotations.layer(one.revision_id, "dates")) == ()
    for moment in (None, at(1), at(4)):
        assert {c.id for c in store.claims.all(moment)} <= {other.id}
        assert list(store.claims.of_article(gone.id, moment)) == []
        assert list(store.claims.get([one.id, two.id], moment)) == []
        assert list(store.links.events_of([one.id, other.id], moment)) == []
        assert list(store.links.relations(moment)) == []
        assert list(store.articles.search("xylophonist plumbago", known_at=moment)) == []
    assert list(store.decisions.all()) == [correction(other)]
    assert list(store.articles.resolve(gone.id)) == [gone.id]
    assert list(store.articles.resolve("brigantine")) == []
    assert list(store.articles.resolve(one.id)) == []
    after = store.counts()
    assert (before["articles"], after["articles"]) == (2, 1)
    assert after == {
        "outlets": 1,
        "articles": 1,
        "revisions": 1,
        "captures": 1,
        "claims": 1,
        "events": 0,
        "relations": 0,
        "decisions": 1,
        "tombstones": 1,
    }


def test_what_shared_an_event_or_relation_waits_to_be_linked_again(store: Store) -> None:
    *_, other = furnish(store)
    store.articles.remove(stone(made("gone", outlet=Outlet("brigantine.example", "x"))))
    assert list(store.claims.unlinked()) == [other.id]
    assert list(store.claims.with_keys(["xylophonist", "parliament"], 9)) == [other.id]
    assert dict(store.claims.key_counts(["xylophonist", "parliament"])) == {"parliament": 1, "xylophonist": 0}


def test_a_removed_article_does_not_come_back(store: Store) -> None:
    item = put(store, made("a"))
    store.articles.remove(stone(item, why="a court order"))
    for again in (item, made("a", "Another text.")):
        with pytest.raises(InputError, match="a court order") as told:
            put(store, again, 20)
        assert told.value.what == item.id
    with pytest.raises(InputError, match="no such revision"):
        annotate(store, item, [claim(item, 0)])
    assert store.counts()["articles"] == 0
    assert list(store.annotations.pending()) == []


def test_removing_twice_is_once_and_the_unknown_is_told(store: Store) -> None:
    item = put(store, made("a"))
    store.articles.remove(stone(item, 9, "first"))
    store.articles.remove(stone(item, 10, "second"))
    tombstone = store.articles.tombstone(item.id)
    assert tombstone is not None and tombstone.why == "first"
    with pytest.raises(NothingFound, match="no such article"):
        store.articles.remove(stone(made("unknown")))


def test_bytes_shared_with_other_articles_go_too_and_stay_away(store: Store) -> None:
    shared = capture(b"both texts in one file")
    a, b = made("a"), made("b")
    for item in (a, b):
        store.articles.put(item.outlet, item.article, item.revision, shared, at(0))
    store.articles.remove(stone(a))
    assert list(store.articles.captures(b.id)) == [dataclasses.replace(shared, content=b"")]
    elsewhere = dataclasses.replace(shared, id="capture-2", url="file:copy.txt")
    store.articles.put(b.outlet, b.article, b.revision, elsewhere, at(10))
    assert [c.content for c in store.articles.captures(b.id)] == [b"", b""]


def test_a_removal_that_fails_removes_nothing(store: Store) -> None:
    furnish(store)
    before = store.counts()
    gone = made("gone", outlet=Outlet("brigantine.example", "x"))
    with pytest.raises(RuntimeError), store.transaction():
        store.articles.remove(stone(gone))
        raise RuntimeError
    assert store.counts() == before
    assert len(store.articles.search("xylophonist")) == 1
    assert len(list(store.links.relations())) == 2


def words_left(folder: Path) -> set[str]:
    """Words of the removed texts that stand in any file of the store."""
    data = b"".join(p.read_bytes() for p in sorted(folder.iterdir())).lower()
    rare = {w.strip(".,").lower() for w in (SECRET + " " + FORMER).split() if len(w) > 7}
    return {w for w in rare if w.encode() in data}


def test_no_byte_of_it_stays_in_the_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db")
    furnish(store)
    for n in range(40):
        filler = put(store, made(f"filler-{n}", f"Filler text {n} of some length. " * 30))
        annotate(store, filler, [claim(filler, k) for k in range(20)], **marks(filler.revision.text))
    assert len(words_left(tmp_path)) > 8
    store.articles.remove(stone(made("gone", outlet=Outlet("brigantine.example", "x"))))
    assert words_left(tmp_path) == set()
    assert b"brigantine" not in b"".join(p.read_bytes() for p in tmp_path.iterdir()).lower()
    store.close()
    assert words_left(tmp_path) == set()


def test_bytes_go_as_soon_as_nobody_reads_them(tmp_path: Path) -> None:
    store, reader = open_store(tmp_path / "store.db"), open_store(tmp_path / "store.db")
    furnish(store)
    reader.database.run("BEGIN")  # type: ignore[attr-defined]
    assert len(reader.articles.search("xylophonist")) == 1
    store.database.wait = 0.05  # type: ignore[attr-defined]
    store.articles.remove(stone(made("gone", outlet=Outlet("brigantine.example", "x"))))
    assert store.articles.tombstone(made("gone", outlet=Outlet("brigantine.example", "x")).id) is not None
    assert len(reader.articles.search("xylophonist")) == 1
    reader.database.run("COMMIT")  # type: ignore[attr-defined]
    reader.close()
    put(store, made("next"), 30)
    assert words_left(tmp_path) == set()
    store.close()


def test_a_scrub_that_a_crash_prevented_is_done_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path / "store.db")
    furnish(store)
    with monkeypatch.context() as crash:
        crash.setattr(type(store.database), "scrub", lambda *_: None)  # type: ignore[attr-defined]
        store.articles.remove(stone(made("gone", outlet=Outlet("brigantine.example", "x"))))
    assert words_left(tmp_path)
    again = open_store(tmp_path / "store.db")
    assert words_left(tmp_path) == set()
    assert again.database.rows("SELECT * FROM unscrubbed") == []  # type: ignore[attr-defined]
    again.close()
    store.close()
