"""Labelled news through the whole flow: annotated, placed one by one in order of publication, then BCubed of stories.

`bench stories` compares words and days of publication; here the days of happenings count as well. Days of publication
that lie far from those of the other articles of an event are often those of a later visit to the page: --near N leaves
articles out that lie more than N days from the middle of their event.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from statistics import median_low

from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.run.annotating import annotate_pending
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.open import open_store
from evals.shared import shared_folder
from evals.stories.bench import Labelled, read
from evals.stories.scoring import Score, bcubed
from evals.stories.stream import OUTLET

LATE = datetime(2100, 1, 1, tzinfo=UTC)  # when articles without a day come


def main(argv: list[str]) -> int:
    """Prints precision, recall and F; --json for data."""
    parser = argparse.ArgumentParser(prog="python -m evals.stories.flow", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--near", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    articles = read(options.file or shared_folder() / "bench" / "stories" / "news_clusters.jsonl")
    kept = articles if options.near is None else near(articles, options.near)
    score = measure(kept)
    told = {"articles": len(kept), **asdict(score), "f1": score.f1}
    print(json.dumps(told) if options.json else "  ".join(f"{k} {v:.4g}" for k, v in told.items()))
    return 0


def near(articles: Sequence[Labelled], days: int) -> list[Labelled]:
    """The articles that were published within some days of the middle of their event."""
    known: dict[str, list[int]] = defaultdict(list)
    for one in articles:
        if one.day:
            known[one.event].append(one.day.toordinal())
    middle = {event: median_low(found) for event, found in known.items()}
    return [a for a in articles if a.day and abs(a.day.toordinal() - middle[a.event]) <= days]


def measure(articles: Sequence[Labelled]) -> Score:
    """BCubed of the stories that the flow makes of these articles."""
    store, clock, chain = open_store(None), [LATE], standard_chain(MODEL)
    working = Working(store, lambda: chain, lambda: clock[0])
    for one in sorted(articles, key=lambda a: (a.day or date.max, a.id)):
        clock[0] = datetime.combine(one.day, time(12), UTC) if one.day else LATE
        _put(store, one, clock[0])
        annotate_pending(working)
        story_pending(working)
    label = {article: s.id for s in store.stories.all() for article in s.articles}
    return bcubed([a.event for a in articles], [label.get(a.id, a.id) for a in articles])


def _put(store: Store, one: Labelled, at: datetime) -> None:
    published = Published(one.day) if one.day else None
    revision = Revision(f"revision-{one.id}", one.id, one.headline, one.text, "en", one.byline, published_at=published)
    store.articles.put(OUTLET, Article(one.id, OUTLET.id, f"https://stream.example/{one.id}"), revision, None, at)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
