"""Names of parties in the gold, and the ids that they lead to."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotate.actors.annotator import actors
from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import lexicon, slug
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet

PRONOUNS = frozenset({"he", "she", "it", "they", "we"})  # where nobody knows who speaks: they name nobody
OWNED = re.compile(r"(.+?)['’]s? [a-z]")
ORGANS = frozenset({"government", "ministry", "parliament", "court", "military"})


def annotated(text: str, published: str | None = None) -> Document:
    """A text with the layers up to the parties."""
    day = Published(date.fromisoformat(published)) if published else None
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en", published_at=day))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return document


def gold_ids(name: str) -> list[str]:
    """The ids that a name in the gold leads to; "X and Y" are two, "X's mission" is X unless a list knows better,
    "as in the sentence" is none."""
    plain = re.sub(r"\s*\(.*?\)", "", name).strip()
    if not plain or plain.lower().startswith("as in") or plain.lower() in PRONOUNS:
        return []
    found = called(lexicon(), plain)
    if found:
        return [found[0].id]
    parts = re.split(r",\s+|\s+and\s+", plain)
    if len(parts) > 1:
        return [i for part in parts for i in gold_ids(part)]
    actor, owner = gold_id(plain), OWNED.match(plain)
    return gold_ids(owner[1]) if owner and actor == slug(plain) else [actor]


def unlisted(actor: str) -> bool:
    """Whether no list knows a party of that id."""
    return not called(lexicon(), actor)


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
