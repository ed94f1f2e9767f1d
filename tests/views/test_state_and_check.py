"""The state of a matter on a day, and drafts checked, on a small matter of our own, through the whole chain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from dateline.desk import Desk, open_desk
from dateline.errors import NothingFound, UsageError
from dateline.views.check import Check
from dateline.views.ruling import Verdict

QUERY = "Lake Mirren water treaty"
DOCS = (
    (
        "2021-05-12",
        "Ministers of Norland and Estmark signed a treaty on the water of Lake Mirren on Monday after three years of "
        "talks. The two presidents are to meet in Velden on 20 May to launch the joint commission. President Ilse "
        "Brandt of Norland said on Tuesday that the treaty would end a quarrel of two generations.",
    ),
    (
        "2021-05-21",
        "The meeting of the presidents of Norland and Estmark in Velden, planned for 20 May, was postponed on "
        "Wednesday because of a strike at the airport. The presidents will meet in June instead. Estmark's parliament "
        "ratified the water treaty on Thursday by 88 votes to 12.",
    ),
    (
        "2021-09-30",
        "Norland suspended the water treaty with Estmark on 28 September 2021, saying that its neighbour had drawn "
        "more from Lake Mirren than was agreed. Estmark denied that it had broken the treaty on Wednesday.",
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("mirren")
    for number, (day, text) in enumerate(DOCS):
        told = {
            "url": f"https://paper{number}.example/mirren",
            "outlet": f"Paper {number}",
            "published_at": day,
            "language": "en",
            "title": "The water treaty of Lake Mirren",
            "text": text,
        }
        (folder / f"{number}.json").write_text(json.dumps(told))
    with open_desk(None) as opened:
        opened.add([folder])
        yield opened


def latest(desk: Desk, day: date) -> list[str]:
    state = desk.view("state", query=QUERY, as_of=day)
    return [e.sentence[slice(*e.anchor)] for h in state.latest for e in h.line.evidence if e.claim == h.claim]


def test_nothing_later_than_the_day_is_told(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=date(2021, 5, 15))
    starts = [h.line.occurred.start for h in state.latest if h.line.status.value == "happened"]
    assert starts
    assert max(starts) <= date(2021, 5, 15)
    assert any("signed" in words for words in latest(desk, date(2021, 5, 15)))
    assert not any("suspended" in words or "ratified" in words for words in latest(desk, date(2021, 5, 15)))


def test_what_was_then_planned_is_told_and_lapses(desk: Desk) -> None:
    planned = desk.view("state", query=QUERY, as_of=date(2021, 5, 13)).planned
    assert [line.occurred.start for line in planned] == [date(2021, 5, 20)]
    assert not desk.view("state", query=QUERY, as_of=date(2021, 12, 1)).planned


def test_a_later_turn_comes_first_and_every_line_has_its_sentence(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=date(2021, 10, 1))
    assert "suspended" in latest(desk, date(2021, 10, 1))[0]
    texts = [text for _, text in DOCS]
    for held in state.latest:
        assert held.why
        assert all(any(e.sentence in text for text in texts) for e in held.line.evidence)


def test_before_anything_was_dated_nothing_is_told(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=date(1990, 1, 1))
    assert not state.latest
    assert state.exit_status == 1


def test_a_query_of_another_matter_finds_nothing(desk: Desk) -> None:
    with pytest.raises(NothingFound):
        desk.view("state", query="zinc tariffs", as_of=date(2021, 10, 1))


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Estmark's parliament ratified the water treaty by 88 votes to 12.", Verdict.SUPPORTED),
        ("Norland suspended the treaty with Estmark in September 2021.", Verdict.SUPPORTED),
        ("Estmark admitted that it had broken the treaty.", Verdict.CONTRADICTED),
        ("Estmark's parliament rejected the water treaty on 20 May 2021.", Verdict.CONTRADICTED),
        ("The presidents of Norland and Estmark met in Velden on 20 May 2021.", Verdict.CONTRADICTED),
        ("Sudland offered to mediate between Norland and Estmark.", Verdict.NOT_FOUND),
        ("Ilse Brandt suspended the water treaty in September 2021.", Verdict.NOT_FOUND),
        ("Norland built a dam on Lake Mirren in 2019.", Verdict.NOT_FOUND),
    ],
)
def test_a_sentence_is_judged_with_evidence(desk: Desk, sentence: str, verdict: Verdict) -> None:
    report: Check = desk.view("check", draft=sentence)
    (checked,) = report.sentences
    assert checked.verdict is verdict, checked.why
    assert checked.why
    assert bool(checked.evidence) == (verdict is not Verdict.NOT_FOUND)


def test_a_sentence_that_stands_in_an_article_is_supported_by_it(desk: Desk) -> None:
    sentence = "The presidents will meet in June instead."
    (checked,) = desk.view("check", draft=sentence).sentences
    assert (checked.verdict, checked.why) == (Verdict.SUPPORTED, ("the very words",))
    assert checked.evidence[0].sentence == sentence


def test_a_contradiction_asks_for_exit_status_four(desk: Desk) -> None:
    assert desk.view("check", draft="Estmark's parliament ratified the water treaty.").exit_status == 0
    assert desk.view("check", draft="Estmark's parliament rejected the water treaty on 20 May 2021.").exit_status == 4
    assert desk.view("check", draft="Penguins marched on Tuesday.").exit_status == 1


def test_an_empty_draft_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="empty"):
        desk.view("check", draft="  \n")
