"""Hostile texts: no exception, and an end."""

from __future__ import annotations

import pytest

from dateline.annotate.base import QUOTES, Document
from dateline.annotate.chain import chain
from dateline.annotate.parses import MODEL
from dateline.annotate.quotes.annotator import quotes
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet

BEFORE = chain(
    [
        a
        for a in standard_chain(MODEL).annotators
        if a.gives.name in {"blocks", "sentences", "datelines", "actors", "parses"}
    ]
)


def prepared(text: str) -> Document:
    revision = Revision("revision-1", "article-1", "", text, "en")
    document = Document(Outlet("o.example", "O"), Article("article-1", "o.example", ""), revision)
    return next(BEFORE.run([document]))


def well_formed(text: str) -> bool:
    marks = quotes().annotate([prepared(text)])[0]
    return all(text[m.words.start : m.words.end] == m.words.exact for m in marks)


@pytest.mark.parametrize(
    "piece",
    [
        '"a" ',
        "'a s' ",
        "he said that ",
        'he said "no" and ',
        '"No," he said. ',
        "according to ",
        "قال «نعم» هو. ",
        "「他说」『好』。",
        "“‘",
    ],
)
def test_repeated_pieces_are_read_to_their_end(piece: str, ends: None) -> None:
    assert well_formed(piece * (16_000 // len(piece)))


def test_a_megabyte_of_capitals_is_read(ends: None) -> None:
    assert well_formed("ABCDE FGH " * 100_000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "said",
        "said.",
        "”“",
        '" said',
        "According to",
        "According to .",
        'He said: "',
        'That "',
        "“\n\n“\n\n“",
        "called as",
        '\u202eقال «\u202c" he said.',
        "\x00 said \x07 that \x00.",
        "He said that that that said that.",
        "🙂 said “🙂”.",
    ],
)
def test_scraps_raise_nothing(text: str) -> None:
    document = prepared(text)
    document.put(QUOTES, quotes().annotate([document])[0])
    for mark in document[QUOTES]:
        assert text[mark.words.start : mark.words.end] == mark.words.exact != ""
