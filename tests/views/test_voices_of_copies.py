"""Voices as views count them are those of linking: copies of copies are one text."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.link.copies import copy_groups
from dateline.model.relation import Relation, RelationKind
from dateline.store.open import open_store
from dateline.views.gather import first_runs

NOW = datetime(2026, 2, 3, tzinfo=UTC)


def test_a_copy_of_a_copy_speaks_with_one_voice_whichever_is_asked_for() -> None:
    store = open_store(None)
    pairs = (("article-a", "article-b"), ("article-b", "article-c"), ("article-x", "article-y"))
    held = [Relation(f"relation-{a[-1]}", RelationKind.SAME_COPY, a, b, 1.0, ()) for a, b in pairs]
    store.links.put(seen=(), events=(), retired_events=(), relations=held, retired_relations=(), at=NOW)
    whole = dict.fromkeys(("article-a", "article-b", "article-c"), "article-a")
    for asked in whole:
        assert first_runs(store, [asked]) == whole == copy_groups([asked], store.links.relations_of)
    assert first_runs(store, ["article-z"]) == {}
