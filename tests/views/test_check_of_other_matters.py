"""Sentences about one matter, checked against texts of another: like happenings elsewhere prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk

TEXT = """---
outlet: Northern Courier
published: 2020-02-01
title: Norland after the vote
---

At the general election of 12 December 2019 the Harbour Party of Norland won a majority of 80 seats.

The second vote on the treaty, due on 14 January 2020, was postponed because of a storm.

In 2010, under Olaf Brandt, it ruled out joining any military bloc.

Norland's parliament rejected the budget on 30 January 2020.
"""


@pytest.fixture(scope="module")
def norland(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("norland") / "article.md"
    Path(place).write_text(TEXT, "utf-8")
    with open_desk(None) as desk:
        desk.add([place])
        yield desk


@pytest.mark.parametrize(
    "draft",
    [
        "The general election due on 29 August 2020 was postponed on 31 March because of the pandemic.",
        "The general election was held on 4 May 2021.",
        "It took power in 1962 and kept it; in 1990 it lost an election and declined to notice.",
        "Parliament approved the budget.",
    ],
)
def test_what_names_nothing_of_the_text_is_not_found(norland: Desk, draft: str) -> None:
    assert [s.verdict.value for s in norland.view("check", draft=draft).sentences] == ["not_found"]


@pytest.mark.parametrize(
    "draft",
    [
        "Norland's parliament approved the budget on 30 January 2020.",
        "The budget of Norland came before parliament. It approved the budget on 30 January 2020.",
    ],
)
def test_a_name_of_the_draft_puts_it_on_the_matter(norland: Desk, draft: str) -> None:
    assert norland.view("check", draft=draft).sentences[-1].verdict.value == "contradicted"


def test_a_day_that_is_put_off_is_held_against_no_new_day(norland: Desk) -> None:
    draft = "The second vote of Norland on the treaty planned for 14 January 2020 was postponed."
    assert norland.view("check", draft=draft).sentences[0].verdict.value != "contradicted"
