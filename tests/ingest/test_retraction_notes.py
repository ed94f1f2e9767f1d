"""Notes by which outlets take their own articles back, and reports on others who do."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.ingest import items, retraction
from dateline.ingest.base import Given, Item, Told
from dateline.ingest.decide import Change, decide
from dateline.ingest.outlets import outlet
from dateline.store.base import Held

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BODY = "\n\n".join(
    f"The council of district {n} met on Monday and agreed on a budget, the mayor said." for n in range(12)
)


def told(text: str, headline: str = "Council agrees on budget") -> Told:
    return Told("a", "file:a", b"", "text/html", text, headline, "https://x.example/a", "X")


@pytest.mark.parametrize(
    "words",
    [
        "This article has been withdrawn at the request of its author.",
        "Editor's note: This story, first published on Monday, has been removed because it did not meet our standards.",
        "Dieser Artikel wurde von der Redaktion zurückgezogen.",
        "Cet article a été supprimé par la rédaction.",
        "Este artículo ha sido retirado por la redacción.",
        "Questo articolo è stato rimosso.",
        "Este artigo foi retirado do ar.",
        "Dit artikel is door de redactie ingetrokken.",
        "Ten artykuł został usunięty.",
        "Эта статья была удалена по решению редакции.",
        "Denna artikel har tagits bort.",
        "Bu haber yayından kaldırılmıştır.",
    ],
)
def test_a_note_in_place_of_the_article_keeps_the_text_that_is_held(words: str) -> None:
    before = items.item(told(BODY), Given(), NOW)
    after = items.item(told(words), Given(), NOW)
    assert isinstance(before, Item) and isinstance(after, Item)
    first = decide(None, before, NOW)
    held = Held(outlet("X", "https://x.example/a"), first.article, first.revision, NOW)
    decision = decide(held, after, NOW)
    assert decision.change is Change.WITHDRAWN
    assert (decision.revision.text, decision.revision.headline) == (first.revision.text, "Council agrees on budget")
    assert any(words in n for n in decision.revision.notes)


def test_a_note_above_the_text_keeps_both() -> None:
    found = retraction.marked(told(f"Editor’s note: this report has been retracted.\n\n{BODY}"))
    assert found.withdrawn and BODY in found.text and found.headline == "Council agrees on budget"


@pytest.mark.parametrize("line", ["RETRACTED: Council agrees on budget", "WITHDRAWN", "Mandatory Kill – budget"])
def test_a_headline_says_so(line: str) -> None:
    found = retraction.marked(told(BODY, line))
    assert found.withdrawn and found.headline == "" and line in found.notes[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The journal said that the study was retracted in May.",
        "This article was updated on Monday. A statue has been removed from the square.",
        "The ministry has withdrawn its proposal. This story will be updated.",
        f"{BODY}\n\nThis article has been removed from our list of favourites.",
        "Dieser Bericht erschien zuerst am Montag. Die Statue wurde entfernt.",
    ],
)
def test_a_report_of_a_retraction_is_no_retraction(text: str) -> None:
    assert retraction.marked(told(text, "Withdrawn proposal divides council")) == told(
        text, "Withdrawn proposal divides council"
    )


def test_a_withdrawal_that_is_told_as_one_stays_as_it_is() -> None:
    document = replace(told("This article has been withdrawn."), withdrawn=True)
    assert retraction.marked(document) is document


def test_hostile_texts_end() -> None:
    began = time.process_time()
    for part in (
        "this article ",
        "has been " * 3,
        "this article has been ",
        "editor's note: ",
        "dieser artikel wurde ",
        " ",
    ):
        retraction.marked(told(part * (200_000 // len(part)), part * 1000))
        retraction.marked(told((part * 20)[:590] + "\n" + part * 1000, "x"))
    assert time.process_time() - began < 5
