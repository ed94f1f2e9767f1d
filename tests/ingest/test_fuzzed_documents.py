"""Mutated feeds, pages and archives: a bounded set of what `./run.sh fuzz` does at length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from evals.fuzz import targets
from evals.fuzz.__main__ import CASES, CHANGES
from evals.fuzz.mutants import LARGEST, Change, mutant, seeds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SOUND = sorted(seeds(CASES).items())


@settings(
    max_examples=100,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.sampled_from(SOUND), CHANGES)
def test_mutants_are_read_or_refused(chosen: tuple[str, bytes], changes: list[Change]) -> None:
    assert targets.trouble(chosen[0], mutant(chosen[1], changes)) == ""


PARAGRAPH = b"<p>Crews of the northern ferries go back to work on Friday, both sides said late on Tuesday evening.</p>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b'<html><head><link rel="canonical" href="https://[x/a"></head><body>' + PARAGRAPH * 3),
        ("a.html", b"<html><body><article>" + (b"<p>" + b'<a href="/x">word</a>' * 1600) * 10 + PARAGRAPH * 3),
        ("a.html", b'<html><base href="https://[x/"><body><a href="/rss">RSS</a>' + PARAGRAPH * 3),
        ("a.json", b'<{"text": "x"}' + b"\n" * 100_000),
        ("a.jsonl", b'{"id": "7", "text": "The first of them is here."}' + b"\n\xef\n" * 5000),
        ("a.xml", b'<rss version="2.0"><channel><item><title>a<b&#x000D800;>&#56000;</title></item></channel></rss>'),
        ("a.xml", '<rss version="2.0"><channel><item><título>x</título></item></channel></rss>'.encode()),
        ("a.xml", b'<rss version="2.0"><channel><link rel="next"/><item><link>http://[x</link></item></channel></rss>'),
    ],
)
def test_what_once_was_trouble_is_none_any_more(name: str, data: bytes) -> None:
    assert targets.trouble(name, data) == ""


def test_every_form_is_mutated() -> None:
    assert {Path(name).suffix for name, _ in SOUND} >= {".xml", ".html", ".json", ".jsonl", ".warc"}
    assert len(SOUND) > 80


def test_mutants_differ_and_stay_small() -> None:
    seed = SOUND[0][1]
    made = {mutant(seed, [Change(kind, place, 40, 9)]) for kind in range(8) for place in (0, 30_000, 65_535)}
    assert len(made) > 15 and all(len(m) <= LARGEST for m in made)


def test_a_reader_that_falls_over_or_hangs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(data: bytes) -> None:
        raise RecursionError("too deep")

    def hangs(data: bytes) -> None:
        while time.process_time() >= 0:
            pass

    monkeypatch.setattr(targets, "LONGEST", 0.1)
    monkeypatch.setitem(targets.TARGETS, ".xml", (falls,))
    monkeypatch.setitem(targets.TARGETS, ".html", (hangs,))
    assert "falls over: RecursionError" in targets.trouble("a.xml", b"")
    assert "takes over 0.1 s" in targets.trouble("a.html", b"")
