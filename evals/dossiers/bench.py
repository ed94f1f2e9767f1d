"""What a dossier costs: to read one over 3,000 articles, and to bring it up to date when one article comes.

The articles are variants of some of the sample corpus, annotated once: other days, other ids, every third telling the
same happenings, all of one matter. They are stored with their marks, claims and happenings as linking leaves them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.link.base import Known
from dateline.link.events import event
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.ids import content_id
from dateline.model.time import Days
from dateline.run.lookup import known
from dateline.run.mattering import share_out
from dateline.store.base import Held
from evals.shared import ROOT

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PART = ("*bucharest*", "*ukraine-outside*", "*rada*", "*nato-clause*", "*geneva-plan*", "*kyiv-applies*", "*long-road*")
LAYERS = ("blocks", "sentences", "datelines", "dates", "actors", "places", "quotes", "presence")
TELLING = 3  # variants that tell the same happenings
STEP = timedelta(days=9)
MATTER = {"name": "Ukraine and NATO", "query": "Ukraine NATO"}


def main(argv: list[str]) -> int:
    """Prints seconds (of the processor, and by the clock) at two sizes; --json for data."""
    parser = argparse.ArgumentParser(prog="./run.sh bench dossier", description=__doc__)
    parser.add_argument("--small", type=int, default=300)
    parser.add_argument("--large", type=int, default=3_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    figures = [measure(n) for n in (options.small, options.large)]
    print(json.dumps(figures, indent=1) if options.json else "\n".join(map(line, figures)))
    return 0


def line(figures: dict[str, Any]) -> str:
    """The figures of one size in words."""
    read, whole, one = figures["read"], figures["first"], figures["update"]
    return (
        f"{figures['articles']} articles, {figures['happenings']} happenings: read in {read[0]} s ({read[1]} s by the "
        f"clock), made in {whole[0]} s ({whole[1]} s), one more article taken in in {1000 * one[0]:.0f} ms "
        f"({1000 * one[1]:.0f} ms)"
    )


def measure(count: int) -> dict[str, Any]:
    """Seconds to make a dossier over so many articles, to read it, and to take in one more article."""
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "bench.sqlite", now=lambda: NOW) as desk:
        stock = Stock(desk, _annotated())
        stock.fill(0, count)
        first = _timed(lambda: desk.job("dossier.new", **MATTER))
        share_out(desk.working)
        read = min(_timed(lambda: desk.view("dossier.show", name="ukraine-and-nato")) for _ in range(3))
        shown = desk.view("dossier.show", name="ukraine-and-nato")
        updates = []
        for number in range(count, count + 5):
            stock.fill(number, number + 1)
            updates.append(_timed(lambda: share_out(desk.working)))
        update = sorted(updates)[len(updates) // 2]
        return {
            "articles": count,
            "happenings": shown.happenings,
            "first": first,
            "read": read,
            "update": update,
        }


def _timed(call: Callable[[], Any]) -> tuple[float, float]:
    """Seconds of the processor, and by the clock."""
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return round(time.process_time() - processor, 4), round(time.perf_counter() - clock, 4)


@dataclass(frozen=True)
class Source:
    """An annotated article of which variants are stored."""

    held: Held
    layers: dict[str, Sequence[Any]]
    claims: Sequence[Claim]


def _annotated() -> list[Source]:
    paths = sorted({p for pattern in PART for p in (ROOT / "sample" / "articles").glob(pattern)})
    with open_desk(None, now=lambda: NOW) as desk:
        desk.add(paths)
        store = desk.store
        return [
            Source(
                held,
                {name: store.annotations.layer(held.revision.id, name) for name in LAYERS},
                store.claims.of_article(held.article.id),
            )
            for held in store.articles.all()
        ]


class Stock:
    """A store that is filled with variants."""

    def __init__(self, desk: Desk, sources: Sequence[Source]) -> None:
        self._store, self._sources = desk.store, sources

    def fill(self, first: int, last: int) -> None:
        """Adds the variants of these numbers with the happenings that they tell."""
        groups: dict[tuple[str, int], list[Known]] = {}
        with self._store.transaction():
            for number in range(first, last):
                source, turn = self._sources[number % len(self._sources)], number // len(self._sources)
                for original, variant in self._put(source, number, turn // TELLING):
                    groups.setdefault((original, turn // TELLING), []).append(variant)
                if number % 500 == 499:
                    print(f"stored {number + 1} of {last}", file=sys.stderr)
            events = [event(g) for g in groups.values()]
            ids = [c for e in events for c in e.claims]
            self._store.links.put(
                seen=ids, events=events, retired_events=(), relations=(), retired_relations=(), at=NOW
            )

    def _put(self, source: Source, number: int, turn: int) -> list[tuple[str, Known]]:
        shift, held = -STEP * turn, source.held
        article = Article(f"article-{number:016x}", held.outlet.id, f"https://bench.example/{number}")
        was = held.revision.published_at
        published = Published(was.day + shift) if was else None
        revision = replace(
            held.revision, id=f"revision-{number:016x}", article_id=article.id, published_at=published, modified_at=None
        )
        self._store.articles.put(held.outlet, article, revision, None, NOW)
        claims = [_claim(c, article, revision, number, shift) for c in source.claims]
        self._store.annotations.put(revision.id, {**source.layers, "claims": claims}, (), NOW)
        return [(o.id, known(c, held.outlet, revision)) for o, c in zip(source.claims, claims, strict=True)]


def _claim(claim: Claim, article: Article, revision: Revision, number: int, shift: timedelta) -> Claim:
    when = claim.when and replace(claim.when, days=_shifted(claim.when.days, shift))
    named = content_id("claim", claim.id, str(number))
    return replace(claim, id=named, article_id=article.id, revision_id=revision.id, when=when)


def _shifted(days: Days, shift: timedelta) -> Days:
    try:
        return Days(days.start and days.start + shift, days.end and days.end + shift)
    except OverflowError:
        return days


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
