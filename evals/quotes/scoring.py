"""How far the quotations found agree with those annotated: spans exactly (but for marks at the edges), and speakers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.base import ACTORS, QUOTES, Document
from dateline.model.mark import QuoteMark
from evals.quotes.gold import Quotation, trimmed

_PART = re.compile(r"\w+")
_EMPTY = frozenset("the a an of mr mrs ms dr president prime minister s".split())


@dataclass(slots=True)
class Tally:
    """Counts over documents; `wrong` names each miss and false find in words."""

    gold: int = 0
    found: int = 0
    spans: int = 0
    both: int = 0
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of spans, and of span and speaker both."""
        told: dict[str, float] = {"gold": self.gold, "found": self.found}
        for name, right in (("span", self.spans), ("both", self.both)):
            precision, recall = right / (self.found or 1), right / (self.gold or 1)
            told[f"{name} precision"], told[f"{name} recall"] = precision, recall
            told[f"{name} f1"] = 2 * precision * recall / ((precision + recall) or 1)
        return told


def score(document: Document, name: str, gold: Sequence[Quotation], tally: Tally) -> None:
    """Adds one document. An optional quotation counts neither way, nor does a find that overlaps only such."""
    text = document.text
    found = {trimmed(text, m.words.start, m.words.end): m for m in document[QUOTES]}
    asked = {(q.start, q.end): q for q in gold if not q.optional}
    spared = [q for q in gold if q.optional]
    tally.gold += len(asked)
    for span, mark in found.items():
        quotation = asked.get(span)
        if quotation is None:
            if not any(q.start < span[1] and span[0] < q.end and _alike(q, span) for q in spared):
                tally.found += 1
                tally.wrong.append(f"{name}: false: {_told(mark)}")
            continue
        tally.found += 1
        tally.spans += 1
        if right_speaker(document, quotation, mark):
            tally.both += 1
        else:
            tally.wrong.append(f"{name}: speaker, wanted {' / '.join(quotation.speakers)}: {_told(mark)}")
    for span, quotation in asked.items():
        if span not in found:
            tally.wrong.append(f"{name}: missed: {quotation.speakers[0]} {quotation.cue}: {text[span[0] : span[1]]!r}")


def _alike(quotation: Quotation, span: tuple[int, int]) -> bool:
    shared = min(quotation.end, span[1]) - max(quotation.start, span[0])
    return shared * 2 > max(quotation.end - quotation.start, span[1] - span[0])


def right_speaker(document: Document, quotation: Quotation, mark: QuoteMark) -> bool:
    """Whether the speaker is one of those annotated: a party by any words that mean it in this text, else by words."""
    wanted = [_parts(w) for w in quotation.speakers]
    if mark.speaker:
        called = [
            _parts(words) for m in document[ACTORS] if m.actor == mark.speaker for words in (m.words.exact, m.name)
        ]
        return any(w <= c or (w and w == c & w) for w in wanted for c in called)
    told = _parts(mark.speaker_words.exact) if mark.speaker_words else frozenset()
    return any(w and w <= told for w in wanted)


def _parts(words: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", words.lower())
    parts = _PART.findall("".join(c for c in plain if not unicodedata.combining(c)))
    return frozenset(p for p in parts if p not in _EMPTY) or frozenset(parts)


def _told(mark: QuoteMark) -> str:
    cue = mark.cue.exact if mark.cue else "-"
    words = mark.speaker_words.exact if mark.speaker_words else "-"
    return f"[{mark.kind} {cue} | {mark.speaker or '?'} | {words}] {mark.words.exact!r}"
