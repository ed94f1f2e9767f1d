"""The two briefings that the project began with, through the whole chain: one disagreement, and no other."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from held_claims import Memory

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.link.base import Known
from dateline.link.step import link
from dateline.model.article import Article, Published, Revision, article_id, revision_id
from dateline.model.outlet import Outlet
from dateline.model.relation import RelationKind
from dateline.settings import Settings


def document(file: Path) -> Document:
    told = json.loads(file.read_text("utf-8"))
    day = told["published_at"] and Published(date.fromisoformat(told["published_at"]))
    article = article_id(told["outlet"], told["url"], told["title"])
    revision = Revision(
        revision_id(article, told["title"], told["text"], day), article, told["title"], told["text"], "en",
        published_at=day,
    )  # fmt: skip
    return Document(Outlet(told["outlet"], told["outlet"]), Article(article, told["outlet"], told["url"]), revision)


def test_the_constitution_is_the_only_disagreement_of_the_seeds(shared: Path) -> None:
    files = [shared / "cases" / "01-ukraine-nato" / "docs" / f"seed-{n}.json" for n in ("000", "002")]
    memory = Memory()
    for made in standard_chain(Settings().model).run([document(f) for f in files]):
        claims = [Known(c, made.outlet.id) for c in made[CLAIMS]]
        memory.take(claims, link(claims, memory))
    found = [r for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION]
    told = {frozenset(memory.held[c].claim.sentence.exact for c in (r.a, r.b)) for r in found}
    assert {frozenset(r.values) for r in found} == {frozenset(("2018", "2019"))}
    assert all(any("its constitution in 2019" in s for s in pair) for pair in told)
    assert len(told) == 2, "both the vote of 2018 and its being enshrined in 2018"
