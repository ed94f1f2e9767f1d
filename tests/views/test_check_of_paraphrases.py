"""Drafts that tell in quite other words what four texts on a matter tell, or its contrary.

The files of tests/cases/check/paraphrases go with the texts of evals/topics and evals/fresh; a blank line parts two
drafts.
Such a reader's figures are kept from falling; what may not be called supported is held to a few that are known.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.desk import open_desk

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "check" / "paraphrases").glob("*.txt"))
LEAST_RIGHT = 0.54  # of all; 0.36 before acts were compared by their side
FALSE_SUPPORT = 2  # contradicted sentences that may be called supported, of 84
FALSE_ALARMS = 8  # supported sentences that may be called contradicted, of 91


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
