"""Places: which words of a text name which place, decided by the context; precision first."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import Lexicon, lexicon
from dateline.annotate.actors.tokens import Token, tokens
from dateline.annotate.base import ACTORS, DATELINES, PLACES, SENTENCES, Annotator, Document, PerDocument
from dateline.annotate.gazetteer import Lookup, packed_places
from dateline.annotate.places.candidates import Candidate, find_candidates
from dateline.annotate.places.choice import choose
from dateline.annotate.places.context import Context, note_context
from dateline.model.mark import PlaceMark
from dateline.model.provenance import Producer
from dateline.model.text import select

PRODUCER = Producer("places", "1")
RUNNERS_UP = 5


def places(lists: Lookup | None = None, actors: Lexicon | None = None) -> Annotator[PlaceMark]:
    """Marks of places in the order of the text, without overlap; the dateline's own place is not among them.

    `lists` is the list to look names up in; by default the one that comes along. Runners-up are place ids.
    """
    return PerDocument(
        PRODUCER,
        (SENTENCES, DATELINES, ACTORS),
        PLACES,
        lambda d: _of_document(d, lists or packed_places(), actors or lexicon()),
    )


def _of_document(document: Document, lists: Lookup, actors: Lexicon) -> list[PlaceMark]:
    words = _words(document)
    candidates = find_candidates(document.text, words, document[ACTORS], lists, actors)
    context = note_context(document, candidates)
    return [mark for c in candidates if (mark := _mark(document.text, c, context, lists))]


def _words(document: Document) -> list[Token]:
    filed = [(m.words.start, m.words.end) for m in document[DATELINES]]
    found: list[Token] = []
    for number, s in enumerate(document[SENTENCES]):
        begin = max((stop for first, stop in filed if s.start <= first < s.end), default=s.start)
        found.extend(tokens(document.text, begin, s.end, number))
    return found


def _mark(text: str, candidate: Candidate, context: Context, lists: Lookup) -> PlaceMark | None:
    ranked = choose(candidate, context, lists)
    if not ranked:
        return None
    best = ranked[0]
    return PlaceMark(
        select(text, candidate.start, candidate.end),
        best.place,
        best.name,
        best.country,
        best.continent,
        best.latitude,
        best.longitude,
        best.kind,
        tuple(t.place for t in ranked[1 : RUNNERS_UP + 1]),
    )
