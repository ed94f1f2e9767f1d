"""What an article's states changed, told paragraph by paragraph and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.errors import UsageError
from dateline.store.base import Held
from dateline.views.articles import removed
from dateline.views.base import Reading

LONGEST = 800  # paragraphs, or words of one, that are matched one by one; comparing more takes too long
ALIKE = 0.4  # share of words in common from which a paragraph counts as reworded and not as replaced


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came in ("new") or went out ("gone")."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was reworded, came in ("new") or went out ("gone"), in pieces; `same` paragraphs stand before
    it unchanged since the passage before."""

    kind: str
    pieces: tuple[Piece, ...]
    same: int


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """From one state of an article to the next: when that was held, its headline and day in both (alike: unchanged),
    whether it is a withdrawal, passages of the text, and notes that came with it."""

    before: str
    revision: str
    recorded_at: datetime
    headlines: tuple[str, str]
    days: tuple[date | None, date | None]
    withdrawn: bool
    passages: tuple[Passage, ...]
    notes: tuple[str, ...]


def changes(reading: Reading, article_id: str, known_at: datetime | None = None) -> tuple[ChangeShown, ...]:
    """The changes of an article, oldest first; () if it has one state. Raises NothingFound if it is not held, and
    UsageError for an id that is no article's."""
    if not article_id.startswith("article-"):
        raise UsageError("only articles change", what=article_id, do="give the id of an article")
    states = reading.store.articles.revisions(article_id)
    if not states:
        raise removed(reading.store, article_id)
    known = [s for s in states if known_at is None or s.recorded_at <= known_at]
    return tuple(_change(one, other) for one, other in pairwise(known))


def _change(one: Held, other: Held) -> ChangeShown:
    a, b = one.revision, other.revision
    days = (a.published_at.day if a.published_at else None, b.published_at.day if b.published_at else None)
    fresh = tuple(n for n in b.notes if n not in a.notes)
    headlines, text = (a.headline, b.headline), tuple(passages(a.text, b.text))
    return ChangeShown(a.id, b.id, other.recorded_at, headlines, days, b.withdrawn and not a.withdrawn, text, fresh)


def passages(before: str, after: str) -> Iterator[Passage]:
    """Where two texts differ, in the order of the later one."""
    old, new = ([p for line in text.split("\n") if (p := line.strip())] for text in (before, after))
    same = 0
    for kind, gone, came in _matched(old, new):
        if kind == "equal":
            same += len(came)
            continue
        for passage in _differing(gone, came):
            yield Passage(passage.kind, passage.pieces, same)
            same = 0


def _differing(gone: Sequence[str], came: Sequence[str]) -> Iterator[Passage]:
    """Paragraphs at one place: those that are alike as reworded, the others as gone and new."""
    for number in range(max(len(gone), len(came))):
        old, new = ("".join(side[number : number + 1]) for side in (gone, came))
        pieces = tuple(_pieces(old.split(), new.split())) if old and new else ()
        if pieces and _share(pieces) >= ALIKE:
            yield Passage("reworded", pieces, 0)
            continue
        yield from (Passage(kind, (Piece(kind, text),), 0) for kind, text in (("gone", old), ("new", new)) if text)


def _share(pieces: Sequence[Piece]) -> float:
    """The share of words that stayed."""
    lengths = {kind: sum(len(p.words) for p in pieces if p.kind == kind) for kind in ("same", "gone", "new")}
    return 2 * lengths["same"] / max(1, 2 * lengths["same"] + lengths["gone"] + lengths["new"])


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for kind, gone, came in _matched(old, new):
        if kind == "equal":
            yield Piece("same", " ".join(came))
            continue
        yield from (Piece(name, " ".join(words)) for name, words in (("gone", gone), ("new", came)) if words)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Stretches of two sequences that are equal or differ, in order. What stands alike at both ends is found in one
    pass; in between, only so much is matched that hostile texts do not take long."""
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    if head:
        yield "equal", old[:head], new[:head]
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(inner_old), len(inner_new)) > LONGEST:
        yield "replace", inner_old, inner_new
    elif inner_old or inner_new:
        for kind, a, b, c, d in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
            yield kind, inner_old[a:b], inner_new[c:d]
    if tail:
        yield "equal", old[len(old) - tail :], new[len(new) - tail :]
