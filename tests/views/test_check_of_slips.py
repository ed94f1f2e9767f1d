"""A sentence that articles bear out, with one slip in it: a number, a month, who and whom, "all" for "part".

The files of tests/cases/check/slips go with the drafts of evals/*: a sentence of them that is borne out, and under it
slips of it, each with its kind. What is called supported of them may only become less.
"""

from __future__ import annotations

import pytest
from evals.slips import ROOT, SLIPS, verdicts

CALLED = {"14-niger": 1, "17-seoul": 0, "23-sri-lanka": 0, "34-philippines-sea": 3}  # of 84; 26 at first


def test_every_file_has_its_topic() -> None:
    held = {p.name for p in (ROOT / "evals").glob("*/*") if (p / "docs").exists()}
    shared = {p.stem for p in SLIPS.glob("0*.txt")}  # of the shared cases
    assert {p.stem for p in SLIPS.glob("*.txt")} - shared <= held


@pytest.mark.parametrize("topic", CALLED)
def test_slips_are_not_called_supported(topic: str) -> None:
    assert verdicts(topic)["supported"] <= CALLED[topic]
