"""Commands of the terminal's own: the demonstration, the reference, the version."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from front_process import Dateline

from dateline.serve.cli.reference import reference

PART = ("*bucharest*", "*rada*", "*long-road*", "*bid-stands*")


def test_the_demonstration_shows_the_planted_disagreement_and_a_second_run_finds_all_in_place(
    dateline: Dateline, root: Path, tmp_path: Path
) -> None:
    part = tmp_path / "sample" / "articles"
    part.mkdir(parents=True)
    shutil.copy(root / "sample" / "outlets.toml", part.parent)
    for path in sorted(p for pattern in PART for p in (root / "sample" / "articles").glob(pattern)):
        shutil.copy(path, part)
    words = ("demo", "--sample", str(part), "--store", str(tmp_path / "demo.sqlite"))
    first, second = dateline(*words, "--json"), dateline(*words, "--json")
    assert (first.status, second.status) == (0, 0), first.err
    assert first.data["data"] == second.data["data"]
    assert first.data["data"]["coverage"]["articles"] == len(list(part.iterdir()))
    values = [side["value"] for side in first.data["data"]["disagreements"]["disagreements"][0]["sides"]]
    assert any("2018" in value for value in values) and any("2019" in value for value in values)
    page = dateline(*words)
    assert page.out.startswith("The outlets of this corpus are invented")
    assert all(value in page.out for value in values)


def test_the_reference_is_printed_as_it_is_kept(dateline: Dateline) -> None:
    said = dateline("docs")
    assert (said.status, said.out) == (0, reference())


def test_the_version_is_that_of_the_project(dateline: Dateline, root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert dateline("version", "--json").data["data"] == {"dateline": project["version"]}
