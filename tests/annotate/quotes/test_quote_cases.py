"""Cases of quotations: what is speech, whose, and how far it goes; and quoted words that are nobody's speech."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dateline.annotate.base import QUOTES, Document
from dateline.annotate.chain import Chain, chain
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.mark import QuoteMark, Speech
from dateline.model.outlet import Outlet

CASES = Path(__file__).parents[2] / "cases" / "quotes"
NEEDED = frozenset({"blocks", "sentences", "datelines", "actors", "parses", "quotes"})


@cache
def _chain() -> Chain:
    return chain([a for a in standard_chain(MODEL).annotators if a.gives.name in NEEDED])


def quotes_of(text: str, language: str = "en") -> tuple[QuoteMark, ...]:
    revision = Revision("revision-1", "article-1", "", text, language)
    document = Document(Outlet("o.example", "O"), Article("article-1", "o.example", ""), revision)
    return next(_chain().run([document]))[QUOTES]


def _paragraphs(name: str) -> list[list[str]]:
    whole = (CASES / name).read_text("utf-8").split("\n\n")
    return [[line for line in p.splitlines() if not line.startswith("#")] for p in whole]


def _told(mark: QuoteMark) -> str:
    speaker = mark.speaker or (mark.speaker_words.exact if mark.speaker_words else "")
    return f"{mark.kind}{'+' * mark.nested} | {speaker} | {mark.words.exact}"


@pytest.mark.parametrize("case", [p for p in _paragraphs("speech.txt") if p], ids=lambda case: case[0][:60])
def test_speech_has_its_words_and_its_speaker(case: list[str]) -> None:
    text, *expected = case
    assert [_told(m) for m in quotes_of(text.replace("⏎", "\n\n"))] == expected


def _traps() -> list[str]:
    lines = (CASES / "not_speech.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", _traps())
def test_quoted_words_that_nobody_said_are_no_speech(line: str) -> None:
    start = line.index("⟦")
    end = line.index("⟧") - 1
    marks = quotes_of(line.replace("⟦", "").replace("⟧", ""))
    assert not [m for m in marks if m.kind is not Speech.INDIRECT and m.words.start < end and start < m.words.end]


@pytest.mark.parametrize("text", ["Der Minister sagte: „Wir kommen.“", 'He said: "We are coming."'])
def test_a_language_without_parses_has_no_quotations(text: str) -> None:
    assert quotes_of(text, "de") == ()


def test_marks_stand_in_the_order_of_the_text_with_outer_speech_first() -> None:
    marks = quotes_of('Anna Berg said that Jan Wolf had told her the mill was shut. "It is," said Jan Wolf.')
    assert [(m.words.start, m.nested) for m in marks] == sorted((m.words.start, m.nested) for m in marks)
    assert [m.nested for m in marks] == [False, True, False]
    assert marks[0].words.covers(marks[1].words)


def test_every_mark_says_why_and_points_into_the_text() -> None:
    text = '"We are late," said Anna Berg. "So are you." According to the police, nobody was hurt.'
    for mark in quotes_of(text):
        assert mark.how
        for words in (mark.words, mark.cue, mark.speaker_words):
            assert words is None or text[words.start : words.end] == words.exact
