"""The dataflow as told is the dataflow as it is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from dateline.flow import FLOW
from dateline.run.jobs import JOBS


def test_each_stage_is_a_folder_and_wakes_the_next(root: Path) -> None:
    assert all((root / "src" / "dateline" / stage.name).is_dir() for stage in FLOW)
    assert [stage.wakes for stage in FLOW] == [after.name for _, after in pairwise(FLOW)] + [""]


def test_stages_are_driven_by_jobs_that_there_are() -> None:
    assert {job for stage in FLOW for job in stage.driven_by} <= set(JOBS)
    assert all(stage.driven_by for stage in FLOW if stage.wakes)


def test_the_front_pages_open_with_the_same_line(root: Path) -> None:
    line = "ingest -> annotate -> link -> views -> serve"
    for page in ("README.md", "ARCHITECTURE.md", "src/dateline/flow.py"):
        assert line in (root / page).read_text("utf-8")
