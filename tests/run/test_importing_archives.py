"""Bulk imports: every document once, from where an earlier call stood, and what cannot be taken stays told."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from loopback import Loopback, page
from newsroom import article, stories

from dateline.desk import Desk, open_desk
from dateline.run import importing
from dateline.settings import Settings

HTML = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
PART = "<p>The council of district {0} met on Monday and agreed on a budget for the coming year, the mayor said.</p>"


def moment() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "s.sqlite", Settings(allow_hosts=".localhost", pause=0), now=moment) as opened:
        yield opened


def dump(path: Path, count: int, broken: tuple[int, ...] = ()) -> Path:
    lines = (
        "{" if n in broken else json.dumps({"url": f"https://x.example/{n}", "title": f"T {n}", "text": f"Text {n}."})
        for n in range(1, count + 1)
    )
    data = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def warc(path: Path, count: int) -> Path:
    records = []
    for n in range(count):
        body = HTML.format(f"District {n} agrees", PART.format(n) * 4).encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/{n}\r\n"
        records.append(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")
    path.write_bytes(b"".join(map(gzip.compress, records)) if path.suffix == ".gz" else b"".join(records))
    return path


def bring(desk: Desk, *paths: Path | str, **more: bool) -> importing.Imported:
    done: importing.Imported = desk.job("import", path=tuple(map(str, paths)), later=True, **more)
    return done


class Stop(Exception):
    """The end of a call in the middle."""


def stop_after(desk: Desk, batches: int, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Imports until so many batches are kept, then falls over."""
    kept = importing._keep
    left = [batches]

    def keep(*given: object) -> object:
        if not left[0]:
            raise Stop
        left[0] -= 1
        return kept(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(importing, "_keep", keep)
        with pytest.raises(Stop):
            bring(desk, path)


@pytest.mark.parametrize("name", ["dump.jsonl", "dump.jsonl.gz"])
def test_a_dump_that_was_broken_off_goes_on_where_it_stood(
    name: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    path = dump(tmp_path / name, 95, broken=(7, 50))
    stop_after(desk, 4, monkeypatch, path)
    state = desk.store.imports.get(str(path))
    assert state and (state.number, state.new, state.refused, state.finished) == (40, 39, 1, False)
    done = bring(desk, path)
    assert done.resumed == (str(path),) and done.documents == 55
    assert (done.imports[0].new, done.imports[0].same, done.imports[0].refused) == (93, 0, 2)
    assert [r.what for r in done.refused] == [f"{path}, line 7", f"{path}, line 50"]
    assert desk.store.counts()["revisions"] == 93 and done.exit_status == 2


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_an_archive_of_pages_that_was_broken_off_goes_on(
    name: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 3)
    path = warc(tmp_path / name, 10)
    stop_after(desk, 2, monkeypatch, path)
    done = bring(desk, path)
    assert (done.imports[0].new, done.imports[0].same, done.documents) == (10, 0, 4)
    assert {h.revision.headline for h in desk.store.articles.all()} == {f"District {n} agrees" for n in range(10)}


def test_a_folder_that_was_broken_off_goes_on(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 4)
    folder = tmp_path / "papers"
    folder.mkdir()
    for n in range(9):
        (folder / f"{n}.txt").write_text(f"Paper {n}.\n\nThe council met.")
    dump(folder / "z.jsonl", 9)
    stop_after(desk, 3, monkeypatch, folder)
    done = bring(desk, folder)
    assert (done.imports[0].new, done.imports[0].same, done.documents) == (18, 0, 6)


def test_what_was_read_whole_is_passed_over_unless_it_changed(desk: Desk, tmp_path: Path) -> None:
    path = dump(tmp_path / "dump.jsonl", 5)
    bring(desk, path)
    second = bring(desk, path)
    assert (second.held, second.documents) == ((str(path),), 0) and "--again" in second.warnings[0]
    assert (bring(desk, path, again=True).imports[0].same, desk.store.counts()["articles"]) == (5, 5)
    dump(path, 6)
    third = bring(desk, path)
    assert (third.held, third.imports[0].new, third.imports[0].same) == ((), 1, 5)


def test_progress_tells_how_many_are_left(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 100)
    told: list[tuple[int, int | None]] = []

    class Telling:
        def step(self, task: str, done: int, total: int | None) -> None:
            if task == "importing":
                told.append((done, total))

    path = dump(tmp_path / "dump.jsonl", 1000)
    with open_desk(tmp_path / "t.sqlite", Settings(), now=moment, progress=Telling()) as telling:
        bring(telling, path)
    assert told[-1] == (1000, 1000) and [d for d, _ in told] == list(range(100, 1001, 100))
    assert all(total and abs(total - 1000) < 350 for _, total in told)


def test_a_path_that_is_not_there_is_told_and_the_others_go_on(desk: Desk, tmp_path: Path) -> None:
    done = bring(desk, tmp_path / "no.jsonl", dump(tmp_path / "dump.jsonl", 2))
    assert [i.new for i in done.imports] == [0, 2] and "does not exist" in done.refused[0].message


def sitemap(*urls: str) -> bytes:
    listed = "".join(f"<url><loc>{u}</loc></url>" for u in urls)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'.encode()


def test_a_sitemap_and_all_below_it_are_taken_page_by_page(desk: Desk) -> None:
    told = stories("one", 6)
    with Loopback() as server:
        below = [server.url(f"/map{n}.xml", "one") for n in range(5)]
        index = "".join(f"<sitemap><loc>{u}</loc></sitemap>" for u in (*below, server.url("/no.xml", "one")))
        server.on("/index.xml", page(f"<sitemapindex>{index}</sitemapindex>".encode()), "one")
        for n, story in enumerate(told):
            server.on(f"/a/{story.number}", page(article(story), Content_Type="text/html"), "one")
            if n < 5:
                listed = [server.url(f"/a/{s.number}", "one") for s in (told if n == 4 else [story])]
                server.on(f"/map{n}.xml", page(sitemap(*listed)), "one")
        done = bring(desk, server.url("/index.xml", "one"))
        assert {h.revision.headline for h in desk.store.articles.all()} == {s.headline for s in told}
        assert (done.imports[0].new, done.imports[0].finished) == (6, True)
        assert [r.message for r in done.refused] == ["answered with status 404"]
        asked = len(server.log)
        again = bring(desk, server.url("/index.xml", "one"))
        assert again.imports[0].new == 0 and all("/a/" not in a.path for a in server.log[asked:])
        nowhere = bring(desk, server.url("/nowhere.xml", "one"), server.url("/map1.xml", "one"))
        assert [i.finished for i in nowhere.imports] == [False, True]
        assert [r.message for r in nowhere.refused] == ["answered with status 404"] and nowhere.exit_status == 2
