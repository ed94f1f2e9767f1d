"""The claims that the standard chain finds in a text: the model is loaded once for all tests."""

from __future__ import annotations

import datetime as dt
from functools import cache

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet


@cache
def chain() -> Chain:
    return standard_chain(MODEL)


def document(text: str, published: str | None = None, language: str = "en") -> Document:
    day = Published(dt.date.fromisoformat(published)) if published else None
    revision = Revision("revision-1", "article-1", "", text, language, published_at=day)
    return Document(Outlet("o", "O"), Article("article-1", "o", ""), revision)


def claims_of(text: str, published: str | None = None, language: str = "en") -> tuple[Claim, ...]:
    (done,) = chain().run([document(text, published, language)])
    return done[CLAIMS]
