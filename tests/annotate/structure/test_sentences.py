"""Sentences by rules: abbreviations, initials, datelines, quotations, items; every gold sentence is one of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.annotate.base import BLOCKS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.sentences import sentences, split
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


def of_document(text: str) -> list[str]:
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    document.put(BLOCKS, blocks().annotate([document])[0])
    return [text[s.start : s.end] for s in sentences().annotate([document])[0]]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State John Roe met Gen. A. B. Smith on Jan. 5 in St. Paul.",
        "The talks began at 8 p.m. EDT and Mr. Roe left.",
        "KYIV, Feb. 24 (Daily Reader) - The chamber voted on No. 10 of the list.",
        "They met, e.g. in May, and parted vs. all advice.",
        "The firm, Roe Inc. of Dallas, closed.",
        "Five voted yes; three voted no; one slept.",
        '"Why now?" Mr. Roe asked on Friday.',
        "He was elected with 3.5 percent... in the end.",
    ],
)
def test_stays_one_sentence(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He left the U.S.", "The vote followed."),
        ("It ended at 7 p.m.", "Police said nothing."),
        ('"We are leaving."', "He closed the door."),
        ("Nobody came!", "Why?"),
        ("The war began in 1914.", "It ended in 1918."),
        ("(He was alone.)", "Then she came."),
        ("They signed in Washington, D.C.", "But nothing changed."),
    ],
)
def test_two_sentences_are_parted(first: str, second: str) -> None:
    assert parts(f"{first} {second}") == [first, second]


def test_headings_are_no_sentences_and_items_and_lead_ins_are() -> None:
    text = "Background\nIn the year before:\n- talks opened\n- They failed. Nobody was surprised."
    assert of_document(text) == ["In the year before:", "talks opened", "They failed.", "Nobody was surprised."]


def test_scripts_without_spaces_are_parted() -> None:
    assert parts("会议开始了。代表们投票。") == ["会议开始了。", "代表们投票。"]


def test_every_gold_sentence_is_one_of_ours(shared: Path) -> None:
    missing = []
    for topic in sorted((shared / "cases").glob("*/gold.json")):
        found = {
            document["id"]: set(of_document(document["text"]))
            for file in sorted((topic.parent / "docs").glob("*.json"))
            for document in [json.loads(file.read_text("utf-8"))]
        }
        gold = json.loads(topic.read_text("utf-8"))
        missing += [f["sentence"] for f in gold["facts"] if f["sentence"] not in found[f["doc"]]]
    assert missing == []


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("piece", [".", "a.", '."', "A. ", "?!", "U.S. "])
def test_a_megabyte_of_stops_is_read_to_its_end(piece: str) -> None:
    assert parts(piece * (1_000_000 // len(piece)))
