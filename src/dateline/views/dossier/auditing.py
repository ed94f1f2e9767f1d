"""Re-reads the lines of a dossier against what is stored: which words nothing covers.

It trusts nothing that made the line: sentences, marks and claims are read anew from the store, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, DateMark
from dateline.store.base import Held, Store
from dateline.views.dossier.brackets import date_words
from dateline.views.dossier.choosing import HEADING, SUBJECT
from dateline.views.dossier.naming import WHY, sole
from dateline.views.dossier.parts import Cited, DossierLine, Piece, PieceKind
from dateline.views.dossier.questions import RULE, statement
from dateline.views.dossier.sentence import flat
from dateline.views.gather import first_runs
from dateline.views.wording import stated

EDGE = re.compile(r"[,;:—–]")  # punctuation at which a sentence may be cut
BETWEEN = " \t\r\n-–*•"  # what may stand between two sentences: white space, and the marker of an item of a list
GAP = 4  # characters of white space between two sentences that are told together


class Auditor:
    """Checks lines; each revision is read once."""

    def __init__(self, store: Store, known_at: datetime | None) -> None:
        self._store, self._known_at = store, known_at
        self._held: dict[str, Held | None] = {}
        self._marks: dict[str, tuple[Sequence[ActorMark], Sequence[DateMark]]] = {}

    def faults(self, line: DossierLine) -> list[str]:
        """What is wrong with a line, in words; nothing for a covered one."""
        if not line.cited:
            return ["it rests on no sentence"]
        found = [fault for cited in line.cited for fault in self._citation(cited)]
        if line.text != "".join(p.text for p in line.pieces):
            found.append("its text is not that of its pieces")
        told = any(p.kind is PieceKind.TOLD for p in line.pieces)
        found += self._statement(line) if told else [f for f in self._words(line) if f]
        return found + self._time(line) + self._voices(line)

    def _revision(self, revision: str) -> Held | None:
        if revision not in self._held:
            self._held[revision] = self._store.articles.revision(revision)
        return self._held[revision]

    def _claims(self, line: DossierLine) -> list[Claim]:
        return list(self._store.claims.get([c.evidence.claim for c in line.cited], self._known_at))

    def _citation(self, cited: Cited) -> Iterator[str]:
        held = self._revision(cited.revision)
        if held is None or held.article.id != cited.evidence.article:
            yield f"{cited.revision} is not held"
            return
        words = held.revision.text[cited.sentence.start : cited.sentence.end]
        if words != cited.sentence.exact or not words:
            yield f"“{cited.sentence.exact}” does not stand in {cited.evidence.article}"
        if cited.evidence.sentence != words:
            yield f"{cited.evidence.claim} has another sentence"
        claims = self._store.claims.get([cited.evidence.claim], self._known_at)
        if not claims or claims[0].sentence.exact != words or claims[0].status is not cited.evidence.status:
            yield f"{cited.evidence.claim} does not say so"

    def _statement(self, line: DossierLine) -> list[str]:
        if line.rule != RULE:
            return [f"nothing is known of the rule “{line.rule}”"]
        return [] if line.text == statement(line.cited[0]) else ["its evidence does not give this statement"]

    def _words(self, line: DossierLine) -> Iterator[str]:
        first = line.cited[0]
        held = self._revision(first.revision)
        text = held.revision.text if held else ""
        begins = next((p.start for p in line.pieces if p.kind is PieceKind.QUOTED), first.sentence.start)
        for piece in line.pieces:
            if piece.kind is PieceKind.QUOTED and _plain(text[piece.start : piece.end]) != _plain(piece.text):
                yield f"“{piece.text}” does not stand at {piece.start}"
            if piece.kind is PieceKind.ADDED and not self._explained(piece, first, begins, text):
                yield f"nothing stands for “{piece.text.strip()}”"
            if piece.kind is PieceKind.CUT and piece.text.strip() and not _at_edge(piece, first, text):
                yield f"it is cut inside a clause at {piece.start}"
        yield from _continuity(line.pieces, first, text)

    def _explained(self, piece: Piece, cited: Cited, begins: int, text: str) -> bool:
        """Whether a mark on the words that a bracket explains says what the bracket says."""
        words = piece.text.strip().removeprefix("[").removesuffix("]")
        actors, dates = self._layers(cited.revision)
        names = [m.name for m in actors if (m.words.start, m.words.end) == (piece.start, piece.end)]
        if any(words in (n, f"{n}'s", f"{n}’s") or n.startswith(f"{words} ") for n in names):
            return True
        if any(date_words(m) == words for m in dates if (m.words.start, m.words.end) == (piece.start, piece.end)):
            return True
        if piece.why == WHY:
            person = sole(text, piece.start, begins, actors)
            return person is not None and person.words == words
        before = text[max(0, cited.sentence.start - 600) : cited.sentence.start].casefold()
        return piece.why in (SUBJECT, HEADING) and words.casefold() in before

    def _layers(self, revision: str) -> tuple[Sequence[ActorMark], Sequence[DateMark]]:
        if revision not in self._marks:
            layer = self._store.annotations.layer
            self._marks[revision] = (layer(revision, "actors"), layer(revision, "dates"))
        return self._marks[revision]

    def _time(self, line: DossierLine) -> list[str]:
        """A line's time is that of one of its claims, of their event, or the day of publication of its sentence."""
        if line.occurred is None:
            return []
        times = {stated(c.when).edtf for c in self._claims(line) if c.when}
        event = self._store.links.event(line.event)
        times |= {event.days.edtf()} if event and event.days else set()
        times |= {c.evidence.published_at.isoformat() for c in line.cited if c.evidence.published_at}
        return [] if line.occurred.edtf in times else [f"no claim gives {line.occurred.words}"]

    def _voices(self, line: DossierLine) -> list[str]:
        articles = {c.evidence.article for c in line.cited}
        first: Mapping[str, str] = first_runs(self._store, articles, self._known_at)
        count = len({first.get(a, a) for a in articles})
        return [] if count == line.voices else [f"{line.voices} sources are told, {count} stand behind it"]


def _plain(words: str) -> str:
    return flat(words).strip()


def _at_edge(piece: Piece, cited: Cited, text: str) -> bool:
    """Whether words were left out at punctuation: up to it from the beginning, or from it to the end."""
    start, end = cited.sentence.start, cited.sentence.end
    left = text[piece.start : piece.end]
    if piece.start == start:
        return EDGE.search(left) is not None
    return piece.end == end and EDGE.match(left.lstrip()) is not None


def _continuity(pieces: Sequence[Piece], cited: Cited, text: str) -> Iterator[str]:
    """Quoted and left out words follow one another without a gap, and reach over the whole sentence."""
    spans = [(p.start, p.end) for p in pieces if p.kind in (PieceKind.QUOTED, PieceKind.CUT)]
    if not spans or spans[0][0] > cited.sentence.start or spans[-1][1] != cited.sentence.end:
        yield "words of the sentence are missing"
    for (_, last), (start, _) in pairwise(spans):
        if start < last or start - last > GAP or text[last:start].strip(BETWEEN):
            yield f"words are missing at {last}"


def faulty(lines: Iterable[DossierLine], auditor: Auditor) -> list[tuple[DossierLine, list[str]]]:
    """The lines that something is wrong with, and what."""
    return [(line, faults) for line in lines if (faults := auditor.faults(line))]
