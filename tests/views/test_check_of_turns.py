"""Drafts whose verb no table knows, that tell an end by its term, or something as done that was put off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.views.checking.senses import pieces

TEXT = """---
outlet: Northern Courier
published: 2021-02-01
title: Norland and the Harbour Party
---

Olaf Brandt asked the Baltic Fund for help on 8 May 2018.

Norland's duty on salted herring stayed in place from March 2019 until the autumn of 2020.

Norland's ban on plastic crates, first due on 1 July 2020, was put off on 30 June to October.

Ingrid Solvang, a minister, resigned on 9 September 2019, two days after the cabinet had settled in Skagen on quotas.

A further round of talks planned for the end of March 2020 was put off.

Finland took its envoys out of Norland on Tuesday, 12 January 2021.

The court of audit rejected the Harbour Party's claims of fraud on 4 December 2020.

President Egil Moen fell in Horten in the summer of 2017; the captains who had pushed him out formed a council.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("turns") / "article.md"
    Path(place).write_text(TEXT, "utf-8")
    with open_desk(None) as found:
        found.add([place])
        yield found


def verdict(desk: Desk, draft: str) -> str:
    return str(desk.view("check", draft=draft).sentences[0].verdict.value)


@pytest.mark.parametrize(
    "draft",
    [
        "Olaf Brandt turned to the Baltic Fund in May 2018.",
        "Norland's duty on salted herring was lifted in the autumn of 2020.",
        "Ingrid Solvang gave up her post on 9 September 2019, two days after the cabinet meeting in Skagen.",
        "Helsinki withdrew its envoys from Norland in January 2021.",
    ],
)
def test_what_is_told_in_other_words_is_found(desk: Desk, draft: str) -> None:
    assert verdict(desk, draft) == "supported"


@pytest.mark.parametrize(
    "draft",
    [
        "Norland's ban on plastic crates came into force on 1 July 2020.",
        "The court of audit upheld the Harbour Party's claims of fraud.",
        "The further round of talks took place at the end of March 2020.",
    ],
)
def test_what_was_put_off_or_rejected_was_not_done(desk: Desk, draft: str) -> None:
    assert verdict(desk, draft) == "contradicted"


@pytest.mark.parametrize(
    "draft",
    [
        "Olaf Brandt turned to the Baltic Fund in May 2019.",
        "Olaf Brandt turned to the Arctic Bank in May 2018.",
        "Norland's duty on salted herring was lifted in the spring of 2020.",
        "Ingrid Solvang gave up her post on 9 September 2019, two days after the cabinet meeting in Horten.",
        "Norland's ban on plastic crates came into force in October 2020.",
    ],
)
def test_another_time_place_or_party_is_not(desk: Desk, draft: str) -> None:
    assert verdict(desk, draft) != "supported"


def test_a_verb_that_says_much_is_no_refusal(desk: Desk) -> None:
    assert verdict(desk, "The captains in Horten seized power from Moen in the summer of 2017.") != "contradicted"


def test_the_words_of_a_day_belong_to_no_phrase() -> None:
    assert pieces("The vote was held on Monday.") == ["the", "vot", "be", "hold", "then", "."]
    assert "for" not in pieces("The vote set for 27 July")
