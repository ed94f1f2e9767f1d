"""Annotation in several processes gives the very layers that one process gives, in the order of the documents."""

from __future__ import annotations

from datetime import date

from dateline.annotate.base import Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.run.pool import SHARE, annotated
from dateline.settings import Settings

TEXT = "LIMA, March 5 (Wire) - “We agree,” President Dina Boluarte said on Tuesday. Peru signed {} accords in 2023."


def _documents() -> list[Document]:
    outlet = Outlet("wire", "Wire", language="en")
    published = Published(date(2024, 3, 5))
    return [
        Document(
            outlet,
            Article(f"article-{n}", "wire", ""),
            Revision(f"revision-{n}", f"article-{n}", "Accords", TEXT.format(n + 2), "en", "", published),
        )
        for n in range(SHARE + 3)
    ]


def test_two_processes_give_what_one_gives() -> None:
    model = Settings().model
    one = list(annotated(_documents(), standard_chain(model), model, 1))
    two = list(annotated(_documents(), standard_chain(model), model, 2))
    assert [d.article.id for d in two] == [d.article.id for d in one]
    assert [{k: tuple(v) for k, v in d.layers.items()} for d in two] == [
        {k: tuple(v) for k, v in d.layers.items()} for d in one
    ]
    assert all(d.layers["claims"] for d in two)
