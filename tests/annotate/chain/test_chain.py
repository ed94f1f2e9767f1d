from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dateline.annotate.base import BLOCKS, DATES, SENTENCES, Document, Layer, PerDocument
from dateline.annotate.chain import chain
from dateline.errors import ChainError
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer


def annotator(name: str, needs: tuple[Layer[Any], ...], gives: Layer[Any], seen: list[str]) -> PerDocument[Any]:
    def function(document: Document) -> Sequence[str]:
        seen.append(f"{name} {document.revision.id}")
        return [name, *(mark for layer in needs for mark in document[layer])]

    return PerDocument(Producer(name, "1"), needs, gives, function)


def document(number: int) -> Document:
    revision = Revision(f"r{number}", "a", "", "Text.", "en")
    return Document(Outlet("o.example", "O"), Article("a", "o.example", ""), revision)


def test_annotators_run_in_an_order_that_serves_their_needs() -> None:
    seen: list[str] = []
    late = annotator("dates", (SENTENCES,), DATES, seen)
    middle = annotator("sentences", (BLOCKS,), SENTENCES, seen)
    first = annotator("blocks", (), BLOCKS, seen)
    made = chain([late, middle, first])
    assert [p.name for p in made.producers] == ["blocks", "sentences", "dates"]
    (result,) = made.run([document(1)])
    assert result[DATES] == ("dates", "sentences", "blocks")


def test_more_documents_than_a_batch_come_out_in_order() -> None:
    made = chain([annotator("blocks", (), BLOCKS, [])])
    assert [d.revision.id for d in made.run([document(n) for n in range(40)])] == [f"r{n}" for n in range(40)]


@pytest.mark.parametrize(
    ("annotators", "words"),
    [
        ([("a", (SENTENCES,), DATES)], "needs 'sentences'"),
        ([("a", (), DATES), ("b", (), DATES)], "given twice"),
        ([("a", (SENTENCES,), DATES), ("b", (DATES,), SENTENCES)], "wait for one another"),
    ],
)
def test_a_broken_chain_fails_at_start(annotators: list[Any], words: str) -> None:
    with pytest.raises(ChainError, match=words):
        chain([annotator(*a, []) for a in annotators])
