"""Drafts that tell in quite other words what four texts on a matter tell, or its contrary.

The files of tests/cases/check/paraphrases and of rewordings (written later, when the rules for the first were set) go
with the texts of evals/topics and evals/fresh; a blank line parts two drafts.
Such a reader's figures are kept from falling, and nothing that is told otherwise may be called supported.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.desk import open_desk

ROOT = Path(__file__).parents[2]
CASES = sorted(p for name in ("paraphrases", "rewordings") for p in (ROOT / "tests/cases/check" / name).glob("*.txt"))
LEAST_RIGHT = 0.58  # of all; 0.36 of the first before acts were compared by their side, 0.58 of the second at first
FALSE_SUPPORT = 0  # contradicted sentences that may be called supported, of 124
FALSE_ALARMS = 7  # supported sentences that may be called contradicted, of 130


def drafts(case: Path) -> list[list[tuple[str, str]]]:
    blocks = case.read_text("utf-8").strip().split("\n\n")
    parts = [[line.partition(" | ") for line in block.splitlines()] for block in blocks]
    return [[(verdict, sentence) for verdict, _, sentence in block] for block in parts]


@pytest.fixture(scope="module")
def verdicts() -> Counter[tuple[str, str]]:
    """How often sentences of each verdict got each verdict."""
    found: Counter[tuple[str, str]] = Counter()
    for case in CASES:
        with open_desk(None) as desk:
            desk.add(sorted((ROOT / "evals").glob(f"*/{case.stem}/docs")))
            for draft in drafts(case):
                got = desk.view("check", draft=" ".join(s for _, s in draft)).sentences
                assert [c.sentence for c in got] == [s for _, s in draft]
                found.update((want, c.verdict.value) for (want, _), c in zip(draft, got, strict=True))
    return found


def test_many_are_told_right(verdicts: Counter[tuple[str, str]]) -> None:
    right = sum(n for (want, got), n in verdicts.items() if want == got)
    assert right >= LEAST_RIGHT * sum(verdicts.values()), verdicts


def test_what_is_told_otherwise_is_not_called_supported(verdicts: Counter[tuple[str, str]]) -> None:
    assert verdicts["contradicted", "supported"] <= FALSE_SUPPORT
    assert verdicts["not_found", "supported"] == 0


def test_what_is_told_is_seldom_called_contradicted(verdicts: Counter[tuple[str, str]]) -> None:
    assert verdicts["supported", "contradicted"] <= FALSE_ALARMS
    assert verdicts["not_found", "contradicted"] <= 1
