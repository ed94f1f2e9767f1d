"""Parties that a draft calls by other words than the article: by office, by people, or from the other side."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dateline.desk import Desk, open_desk

TEXT = (
    "Josef Brandt, the foreign policy chief of the European Union, demanded on 3 March 2021 that those behind the "
    "killing in Merona be brought to justice.\n\n"
    "In the night of 9 to 10 April 2021 Meronian fighters attacked two bases of the Northern Command.\n\n"
    "Greece had demanded on 7 June 2021 that Turkish troops leave the island of Livadi.\n\n"
    "Pavel Oster formed an interim government in Merona in January 2021. On 28 July 2021 the opposition's deputies "
    "voted by 72 to 29 to end his interim government."
)
SUPPORTED = (
    "The EU's foreign policy chief called for the culprits of Merona to face justice.",
    "Fighters from Merona fell upon the Northern Command in April 2021.",
    "The Greek government had asked in June 2021 that Turkey's soldiers be pulled off the island of Livadi.",
    "Opposition deputies put an end to Oster's interim government in July 2021.",
)
NOT_SUPPORTED = (
    "The EU's budget chief called for the culprits of Merona to face justice.",
    "The Northern Command fell upon the fighters from Merona in April 2021.",
    "Turkey's soldiers were pulled off the island of Livadi in June 2021.",
    "The Turkish government had asked in June 2021 that Greek soldiers be pulled off the island of Livadi.",
    "Oster's interim government put an end to the opposition's deputies in July 2021.",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("merona")
    told = {
        "url": "https://paper.example/merona",
        "outlet": "Paper",
        "published_at": "2021-08-01",
        "language": "en",
        "title": "The year in Merona",
        "text": TEXT,
    }
    (folder / "0.json").write_text(json.dumps(told))
    with open_desk(None) as opened:
        opened.add([folder])
        yield opened


def verdict(desk: Desk, sentence: str) -> str:
    (line,) = desk.view("check", draft=sentence).sentences
    return str(line.verdict.value)


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_a_party_is_known_by_other_words(desk: Desk, sentence: str) -> None:
    assert verdict(desk, sentence) == "supported"


@pytest.mark.parametrize("sentence", NOT_SUPPORTED)
def test_another_party_or_part_is_not(desk: Desk, sentence: str) -> None:
    assert verdict(desk, sentence) != "supported"
