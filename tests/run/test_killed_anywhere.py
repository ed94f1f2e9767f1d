"""SIGKILL at random moments of adding, annotating and linking: every document is wholly in or wholly out, and the next
run finishes the job with the same outcome as an undisturbed one."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.settings import Settings

KILLS = 50
ARTICLES = 14  # a run of a second or two, so that fifty kills stay quick


def moment() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def desk_on(path: Path | None) -> Desk:
    return open_desk(path, Settings(), now=moment)


def work(path: Path, files: list[Path]) -> None:
    with desk_on(path) as desk:
        desk.add(files)


def held(desk: Desk) -> dict[str, tuple[str, frozenset[str]]]:
    """Each article's text and claims."""
    store = desk.store
    return {
        h.article.id: (h.revision.text, frozenset(c.id for c in store.claims.of_article(h.article.id)))
        for h in store.articles.all()
    }


def linked(desk: Desk) -> tuple[set[str], set[str]]:
    claims = [c.id for c in desk.store.claims.all()]
    return {e.id for e in desk.store.links.events_of(claims)}, {r.id for r in desk.store.links.relations()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the children share the parent's loaded parser by fork")
def test_killed_anywhere_nothing_is_half_done(tmp_path: Path, root: Path) -> None:
    files = sorted((root / "sample" / "articles").glob("*.md"))[:ARTICLES]
    whole = desk_on(None)
    whole.add(files)  # also loads the parser, which the children inherit
    expected, expected_links = held(whole), linked(whole)
    assert len(expected) == ARTICLES
    start = time.perf_counter()
    work(tmp_path / "timing.sqlite", files)
    undisturbed = time.perf_counter() - start

    rng = random.Random(7)
    finished = 0
    path = tmp_path / "0.sqlite"
    for number in range(KILLS):
        child = multiprocessing.get_context("fork").Process(target=work, args=(path, files))
        child.start()
        child.join(rng.uniform(0.0, 0.7 * undisturbed))
        if child.is_alive() and child.pid:
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        with desk_on(path) as desk:
            for article, (text, claims) in held(desk).items():
                assert text == expected[article][0]
                assert claims in (frozenset(), expected[article][1]), f"half annotated after kill {number}"
            done = held(desk) == expected and not desk.store.claims.unlinked()
        if done:
            finished += 1
            path = tmp_path / f"{number + 1}.sqlite"
    work(path, files)
    with desk_on(path) as desk:
        assert held(desk) == expected
        assert linked(desk) == expected_links
        assert not desk.store.annotations.pending()
    assert finished < KILLS, "no kill came before the work was done: the test proves nothing"
