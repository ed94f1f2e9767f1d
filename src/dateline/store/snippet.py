"""The stretch of a text that best shows why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from dateline.store.words import Phrase, bounds, folded

OPEN, CLOSE = "\x02", "\x03"  # around each found phrase
WIDTH = 32  # words in a snippet

_GAP = re.compile(r"\s+")
_FENCES = str.maketrans("", "", OPEN + CLOSE)


def snippet(headline: str, text: str, asked: Sequence[Phrase]) -> str:
    """About WIDTH words with as many of the phrases as can be had, from the text, else the headline; on one line."""
    for field in (text, headline):
        forms = folded(field)
        spans = occurrences(forms, asked)
        if spans:
            return _cut(field, len(forms), spans)
    return _plain(headline)


def occurrences(forms: Sequence[str], asked: Sequence[Phrase]) -> list[tuple[int, int, int]]:
    """Where the phrases stand among the forms: (first, end, number of the phrase), half-open, in order, not
    overlapping."""
    starts: dict[str, list[int]] = {}
    for number, phrase in enumerate(asked):
        starts.setdefault(phrase[0], []).append(number)
    spans: list[tuple[int, int, int]] = []
    free = 0
    for at, form in [(at, form) for at, form in enumerate(forms) if form in starts]:
        if at < free:
            continue
        fits = [n for n in starts[form] if tuple(forms[at : at + len(asked[n])]) == asked[n]]
        if fits:
            best = max(fits, key=lambda n: (len(asked[n]), -n))
            free = at + len(asked[best])
            spans.append((at, free, best))
    return spans


def _cut(field: str, count: int, spans: Sequence[tuple[int, int, int]]) -> str:
    first = _best(spans)
    low = max(0, min(first - WIDTH // 4, count - WIDTH))
    high = min(count, low + WIDTH)
    found = list(islice(bounds(field), high))
    inside = [(a, min(b, high)) for a, b, _ in spans if low <= a < high]
    at = 0 if low == 0 else found[low][0]
    parts = ["…" if low else ""]
    for a, b in inside:
        parts += [_plain(field[at : found[a][0]]), OPEN, _plain(field[found[a][0] : found[b - 1][1]]), CLOSE]
        at = found[b - 1][1]
    end = len(field) if high == count else found[high - 1][1]
    parts += [_plain(field[at:end]), "" if high == count else "…"]
    return "".join(parts).strip()


def _best(spans: Sequence[tuple[int, int, int]]) -> int:
    """The first word of the window with the most different phrases; the earliest of these."""
    counts: dict[int, int] = {}
    best, most, left = spans[0][0], 0, 0
    for first, _, number in spans:
        counts[number] = counts.get(number, 0) + 1
        while first - spans[left][0] > WIDTH * 3 // 4 - 1:
            gone = spans[left][2]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            left += 1
        if len(counts) > most:
            best, most = spans[left][0], len(counts)
    return best


def _plain(text: str) -> str:
    return _GAP.sub(" ", text.translate(_FENCES))
