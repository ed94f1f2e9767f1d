"""A whole sentence of a draft with each of its words, names, figures and times, whatever claims it makes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.annotate.base import ACTORS, DATES, PARSES, PLACES, SENTENCES, Document
from dateline.model.mark import DateMark
from dateline.model.text import Sentence
from dateline.views.checking.drafted import whole_claim
from dateline.views.checking.meant import Item, Side, meant
from dateline.views.checking.senses import acts, pieces
from dateline.views.saying import Page, sayings
from dateline.views.tokens import Marks

WHICH = frozenset(  # adjectives that tell which of several is meant
    "first second third fourth last final next previous former new old other same only main whole entire".split()
)


@dataclass(frozen=True, slots=True)
class Whole:
    """What a drafted sentence tells: its words and names in order, the part of speech of each word (Universal
    Dependencies, by the word in lower case; "EPITHET" for what is only added to a noun that is known, "the ousted
    president", "AIM" for what a thing is for, "notice to end it"), the words for times, and the acts that its words
    tell, each by the stem of one of its words. `start` is where it stands in the draft."""

    text: str
    start: int
    items: tuple[Item, ...]
    kinds: Mapping[str, str]
    dates: tuple[DateMark, ...]
    sides: Mapping[str, frozenset[Side]]


def whole(document: Document, sentence: Sentence) -> Whole:
    """What a sentence of an annotated draft tells."""
    marks = Marks(document[ACTORS], document[PLACES], document[DATES])
    claim = whole_claim(document, sentence, None)
    (said,) = sayings(Page("", document.text, marks, [claim]))
    dates = tuple(d for d in document[DATES] if sentence.start <= d.words.start < sentence.end)
    return Whole(
        said.claim.sentence.exact,
        sentence.start,
        meant(said).items,
        _kinds(document, sentence),
        dates,
        _sides(said.claim.sentence.exact),
    )


def _sides(text: str) -> dict[str, frozenset[Side]]:
    words = pieces(text)
    found: dict[str, set[Side]] = {}
    for act in acts(words):
        for place in act.places:
            found.setdefault(words[place], set()).add((act.axis, act.side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _kinds(document: Document, sentence: Sentence) -> dict[str, str]:
    parse = next((p for p, s in zip(document[PARSES], document[SENTENCES], strict=False) if s == sentence), ())
    return {t.text.lower(): _kind(t) for t in parse}


def _kind(token: object) -> str:
    pos, dep, tag = (str(getattr(token, name)) for name in ("pos_", "dep_", "tag_"))
    if dep == "acl" and tag == "VB":
        return "AIM"
    return "EPITHET" if dep == "amod" and (tag == "VBN" or _known(token)) else pos


def _known(token: Any) -> bool:
    """Whether an adjective describes what is named as known: "the rival government", no "the first"."""
    noun = token.head
    return (
        str(token.tag_) == "JJ"
        and token.lower_ not in WHICH
        and any(str(k.lower_) == "the" for k in noun.children if k.i < token.i)
    )
