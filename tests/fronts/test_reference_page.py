from __future__ import annotations

from pathlib import Path

from dateline.run.jobs import JOBS
from dateline.serve.cli.reference import reference
from dateline.serve.parameters import parameters
from dateline.views.every import VIEWS


def test_the_reference_page_is_up_to_date(root: Path) -> None:
    written = (root / "docs" / "reference.md").read_text("utf-8")
    assert written == reference(), "run: dateline docs > docs/reference.md"


def test_every_view_and_job_is_in_it_with_all_its_parameters() -> None:
    page = reference()
    for declared in (*VIEWS.values(), *JOBS.values()):
        section = page.split(f"\n### {declared.name}\n")[1].split("\n### ")[0]
        assert declared.doc in section
        for parameter in parameters(declared):
            assert parameter.positional or parameter.option in section


def test_every_parameter_of_a_view_is_documented_or_a_query() -> None:
    silent = [f"{v.name} {p.name}" for v in VIEWS.values() for p in parameters(v) if not (p.doc or p.words)]
    assert silent == []
