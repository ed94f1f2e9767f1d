"""Names of parties in the gold, and the ids that they lead to."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotate.actors.annotator import actors
from dateline.annotate.actors.lexicon import lexicon, slug
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet

ORGANS = frozenset({"government", "ministry", "parliament", "court", "military"})


def annotated(text: str, published: str | None = None) -> Document:
    """A text with the layers up to the parties."""
    day = Published(date.fromisoformat(published)) if published else None
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en", published_at=day))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return document


def gold_id(name: str, country: str = "") -> str:
    """The id that a name in the gold leads to: by the lists, else by reading it in a sentence of its own."""
    plain = re.sub(r"\s*\(.*\)", "", name).strip()
    marks = [
        m for m in annotated(f"We heard that yesterday {plain} met.")[ACTORS] if len(m.words.exact) >= len(plain) - 4
    ]
    if marks:
        return marks[0].actor
    return f"{country}-{slug(plain)}" if country and plain.endswith("Court") else slug(plain)


def country_of(actor: str) -> str:
    """The country of an organ of a state by its id ("sudan-army"), "" for other parties."""
    named = lexicon().named.get(actor)
    if named is not None:
        return named.country if named.kind in ORGANS else ""
    states = {a.id: a.country for a in lexicon().countries.values()}
    ends = tuple(f"-{part}" for part, _ in lexicon().institutions.values() if actor.endswith(f"-{part}"))
    return next((c for end in ends if (c := states.get(actor.removesuffix(end), ""))), "")
