"""Actors: which words of a text mean which party, and why; unsure stays out."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.actors.blocs import find_blocs
from dateline.annotate.actors.hints import find_hints
from dateline.annotate.actors.institutions import (
    find_administrations,
    find_institutions,
    find_unknown_organisations,
    settle_short_names,
)
from dateline.annotate.actors.its import find_it
from dateline.annotate.actors.kin import find_kin
from dateline.annotate.actors.lands import find_lands
from dateline.annotate.actors.lexicon import Lexicon, lexicon
from dateline.annotate.actors.names import find_names, find_seats, note_grounds, note_headline, settle_names
from dateline.annotate.actors.namesakes import enter_headline
from dateline.annotate.actors.nominals import find_called
from dateline.annotate.actors.people import Cast, enter_own, find_people
from dateline.annotate.actors.pronouns import find_pronouns
from dateline.annotate.actors.reference import (
    enter_apposed,
    find_aliases,
    find_country,
    find_roles,
    find_surnames,
)
from dateline.annotate.actors.regional import find_regional
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.styled import styled
from dateline.annotate.actors.tokens import Token, tokens
from dateline.annotate.base import ACTORS, BLOCKS, DATELINES, SENTENCES, Annotator, Document, PerDocument
from dateline.model.actor import OwnName, fingerprint
from dateline.model.mark import ActorMark
from dateline.model.provenance import Producer
from dateline.model.text import BlockKind, select

VERSION = "10"


def actors(own: tuple[OwnName, ...] = ()) -> Annotator[ActorMark]:
    """Marks of parties in the order of the text, without overlap, in headings too; none inside the dateline.

    `own` are names that the desk added: they stand above the lists, and their fingerprint is part of the version.
    """
    mark = fingerprint(own)
    producer = Producer("actors", f"{VERSION}+{mark}" if mark else VERSION)
    return PerDocument(producer, (BLOCKS, SENTENCES, DATELINES), ACTORS, lambda d: _of_document(d, lexicon(own)))


def _of_document(document: Document, lists: Lexicon) -> list[ActorMark]:
    published = document.revision.published_at
    scan = Scan(list(_words(document)), published.day if published else None, document.outlet.country)
    _note_dateline(scan, document)
    cast = Cast()
    note_grounds(scan, lists)
    note_headline(scan, document.revision.headline, lists)
    unsure = find_names(scan, lists)
    enter_own(scan, cast)
    find_people(scan, lists, cast, known=True)
    settle_names(scan, unsure, lists)
    enter_headline(scan, cast, document.revision.headline, lists)
    find_people(scan, lists, cast, known=False)
    find_hints(scan, lists)
    find_seats(scan, lists)
    find_lands(scan, lists, document.revision.headline)
    find_aliases(scan, lists, cast)
    find_institutions(scan, lists)
    find_kin(scan, lists, cast)
    find_surnames(scan, lists, cast)
    find_administrations(scan, lists)
    find_regional(scan, lists)
    find_unknown_organisations(scan)
    settle_short_names(scan)
    enter_apposed(scan, cast)
    find_roles(scan, lists, cast)
    find_called(scan)
    find_blocs(scan, lists)
    find_country(scan, lists)
    numbers = [s.block for s in document[SENTENCES]]
    find_pronouns(scan, numbers)
    find_it(scan, numbers)
    return [_mark(document.text, scan, find) for find in scan.ordered()]


def _words(document: Document) -> Iterator[Token]:
    """All words of headings and sentences, in order, but those of the dateline."""
    filed = [(m.words.start, m.words.end) for m in document[DATELINES]]
    spans = [(b.start, b.end, -1) for b in document[BLOCKS] if b.kind is BlockKind.HEADING]
    spans += [(s.start, s.end, number) for number, s in enumerate(document[SENTENCES])]
    for start, end, number in sorted(spans):
        begin = max((stop for first, stop in filed if start <= first < end), default=start)
        yield from tokens(document.text, begin, end, number)


def _note_dateline(scan: Scan, document: Document) -> None:
    for mark in document[DATELINES]:
        if mark.country:
            scan.countries[mark.country] += 1


def _mark(text: str, scan: Scan, find: Found) -> ActorMark:
    words = select(text, scan.tokens[find.first].start, scan.tokens[find.last - 1].end)
    actor = find.actor
    return ActorMark(words, actor.id, actor.name, actor.kind, actor.country, find.how, find.others, styled(scan, find))
