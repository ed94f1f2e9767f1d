"""Places: which words of a text name which place, decided by the context; precision first."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import Lexicon, lexicon
from dateline.annotate.actors.tokens import Token, tokens
from dateline.annotate.base import ACTORS, BLOCKS, DATELINES, PLACES, SENTENCES, Annotator, Document, PerDocument
from dateline.annotate.gazetteer import Lookup, packed_places
from dateline.annotate.places.candidate import Candidate
from dateline.annotate.places.candidates import find_candidates
from dateline.annotate.places.choice import choose
from dateline.annotate.places.context import Context, note_context
from dateline.model.mark import PlaceMark
from dateline.model.provenance import Producer
from dateline.model.text import BlockKind, select

PRODUCER = Producer("places", "2")
RUNNERS_UP = 5
HEADING = -1  # instead of a sentence's number


def places(lists: Lookup | None = None, actors: Lexicon | None = None) -> Annotator[PlaceMark]:
    """Marks of places in the order of the text, without overlap; the dateline's own place is not among them.

    `lists` is the list to look names up in; by default the one that comes along. Runners-up are place ids.
    """
    return PerDocument(
        PRODUCER,
        (BLOCKS, SENTENCES, DATELINES, ACTORS),
        PLACES,
        lambda d: _of_document(d, lists or packed_places(), actors or lexicon()),
    )


def _of_document(document: Document, lists: Lookup, actors: Lexicon) -> list[PlaceMark]:
    words = _words(document)
    candidates = find_candidates(document.text, words, document[ACTORS], lists, actors)
    context = note_context(document, candidates, lists)
    return [mark for c in candidates if (mark := _mark(document.text, c, context, lists))]


def _words(document: Document) -> list[Token]:
    """The words of headings and sentences in the order of the text, without those of the dateline."""
    filed = [(m.words.start, m.words.end) for m in document[DATELINES]]
    spans = [(s.start, s.end, number) for number, s in enumerate(document[SENTENCES])]
    spans += [(b.start, b.end, HEADING) for b in document[BLOCKS] if b.kind is BlockKind.HEADING]
    found: list[Token] = []
    for start, end, number in sorted(spans):
        begin = max((stop for first, stop in filed if start <= first < end), default=start)
        found.extend(tokens(document.text, begin, end, number))
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
