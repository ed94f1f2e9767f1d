"""Drafts that borrow the words of an article and say something else: none may be called supported.

Each file of tests/cases/check has articles of our own and drafts with their verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk

CASES = sorted((Path(__file__).parents[1] / "cases" / "check").glob("*.txt"))
# Of other ships, and to the second of two places of one sentence: known, and not yet told apart.
MISSED = {
    "More than 400 ships ran aground in the canal.",
    "Rajapaksa fled to Singapore on 13 July 2022.",
}


def drafts(case: Path) -> list[tuple[str, str]]:
    lines = case.read_text("utf-8").partition("\n---\n")[2].strip().splitlines()
    return [(verdict, sentence) for verdict, _, sentence in (line.partition(" | ") for line in lines)]


@pytest.fixture(scope="module", params=CASES, ids=[c.stem for c in CASES])
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Path]]:
    folder = tmp_path_factory.mktemp(request.param.stem)
    articles = request.param.read_text("utf-8").partition("\n---\n")[0].split("== ")[1:]
    for number, article in enumerate(articles):
        head, _, text = article.partition("\n")
        outlet, _, day = head.partition(" | ")
        told = f"---\noutlet: {outlet}\npublished: {day}\ntitle: News\n---\n\n{text.strip()}\n"
        (folder / f"{number}.txt").write_text(told, "utf-8")
    with open_desk(None) as desk:
        desk.add([folder])
        yield desk, request.param


def test_what_articles_do_not_say_is_not_supported(checked: tuple[Desk, Path]) -> None:
    desk, case = checked
    wrong = [
        sentence
        for verdict, sentence in drafts(case)
        if verdict != "supported"
        and sentence not in MISSED
        and desk.view("check", draft=sentence).sentences[0].verdict.value == "supported"
    ]
    assert not wrong


def test_what_articles_say_is_supported_or_contradicted(checked: tuple[Desk, Path]) -> None:
    desk, case = checked
    told = [(v, s) for v, s in drafts(case) if v != "unsupported"]
    found = [desk.view("check", draft=s).sentences[0].verdict.value for _, s in told]
    missed = [s for (verdict, s), got in zip(told, found, strict=True) if verdict != got]
    assert len(missed) <= len(told) // 5, missed  # a miss costs less than a false support
