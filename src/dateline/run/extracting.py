"""Reads kept pages again with this version of the program: what comes out differently is a new revision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from dateline.errors import UsageError
from dateline.ingest.decide import Change, decide
from dateline.ingest.reader import PAGE, READER
from dateline.ingest.reread import reread
from dateline.model.article import Capture
from dateline.run.adding import catch_up
from dateline.run.annotating import Marked
from dateline.run.base import job
from dateline.run.copying import mark_copies
from dateline.run.linking import Linking
from dateline.run.working import Working
from dateline.store.resolving import one_of

NOTHING_MARKED = Marked(0, 0, Linking(0, 0, 0))


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many kept pages were read again: those that gave another text, headline or byline (with the ids of their
    articles), those that gave the same, and those in which no text is found any more, whose articles stay as they
    are. `reader` is the version that read them."""

    reader: str
    revised: int
    same: int
    without_text: int
    articles: tuple[str, ...]
    annotated: Marked


@job(
    "extract",
    doc="Read kept pages again: with --stale those that an older version of the program read, else those named.",
    sample={"stale": True},
)
def extract(
    working: Working,
    article: Annotated[tuple[str, ...], "Ids of articles, or their first characters."] = (),
    *,
    stale: Annotated[bool, "All pages that an older version read."] = False,
    later: Annotated[bool, "Only read; `dateline annotate` does the rest later."] = False,
) -> Extracted:
    """Brings texts up to what this version makes of the bytes that were kept. Raises UsageError if nothing is named."""
    if not article and not stale:
        raise UsageError("which pages?", what="extract", do="name articles by id, or say --stale")
    named = [one_of(working.store, a, ("article",)) for a in article]
    total = len(named) + (working.store.captures.count_stale(READER, PAGE) if stale else 0)
    revised: list[str] = []
    same = empty = 0
    for done, (article_id, capture) in enumerate(_kept(working, named, stale), 1):
        outcome = _again(working, article_id, capture)
        revised += [article_id] * (outcome is Change.REVISED)
        same += outcome is Change.SAME
        empty += outcome is None
        working.progress.step("extracting", done, total)
    marked = NOTHING_MARKED if later else catch_up(working)
    return Extracted(READER, len(revised), same, empty, tuple(revised), marked)


def _kept(working: Working, named: list[str], stale: bool) -> Iterator[tuple[str, Capture]]:
    """Article ids with the pages whose bytes are still kept: the latest of each named article, then the stale ones."""
    for article_id in named:
        pages = [c for c in working.store.articles.captures(article_id) if c.media_type == PAGE and c.content]
        if pages:
            yield article_id, pages[-1]
    if stale:
        yield from working.store.captures.stale(READER, PAGE)


def _again(working: Working, article_id: str, capture: Capture) -> Change | None:
    """Reads one page again and keeps what came of it, in one transaction; None if there is no text in it."""
    store, now = working.store, working.now()
    held = store.articles.get(article_id)
    made = reread(held, capture, now) if held else None
    with store.transaction():
        store.captures.read_by(capture.id, READER)
        if held is None or made is None:
            return None
        decision = decide(held, made, now)
        if decision.change is not Change.SAME:
            store.articles.put(made.outlet, decision.article, decision.revision, made.capture, now)
            mark_copies(working, article_id)
        return decision.change
