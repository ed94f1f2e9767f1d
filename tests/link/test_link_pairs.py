"""Pairs of short articles of our own through the whole chain: what linking finds between them, and what it must not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from held_claims import Memory

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.annotate.standard import standard_chain
from dateline.link.base import Known
from dateline.link.step import link
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.model.relation import RelationKind
from dateline.settings import Settings

PAIRS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]
TOLD = {RelationKind.UPDATE, RelationKind.LOOSER, RelationKind.SUPERSEDES}


@pytest.fixture(scope="module")
def chain() -> Chain:
    return standard_chain(Settings().model)


def documents(pair: Mapping[str, Any]) -> Iterator[Document]:
    for name, day, text in zip("ab", pair["published"], pair["texts"], strict=True):
        published = Published(date.fromisoformat(day))
        revision = Revision(f"revision-{name}", name, "News", text, "en", published_at=published)
        yield Document(Outlet(name, name), Article(name, name, f"https://{name}.example/"), revision)


def findings(pair: Mapping[str, Any], chain: Chain) -> list[str]:
    """The slots of all contradictions, and the other kinds but for the same event, in order."""
    memory = Memory()
    for made in chain.run(list(documents(pair))):
        stated = made.revision.published_at
        claims = [Known(c, made.outlet.id, stated and stated.day) for c in made[CLAIMS]]
        memory.take(claims, link(claims, memory))
    slots = [r.slot.value for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION and r.slot]
    return sorted({*slots, *(r.kind.value for r in memory.relations.values() if r.kind in TOLD)})


@pytest.mark.parametrize("pair", PAIRS, ids=[p["what"] for p in PAIRS])
def test_what_is_found_between_two_articles(pair: Mapping[str, Any], chain: Chain) -> None:
    assert findings(pair, chain) == ([pair["find"]] if pair["find"] else [])
