"""What linking one new article costs against 1,000 and against 10,000 stored ones, in one run.

The stored articles are made from real news claims: each variant of an article carries other names and other days, so
that the vocabulary is that of news while the happenings differ. They are stored with their keys, each claim in an event
of its own, as linking would leave them, but not linked one by one; CLAIMS_KEPT of each are kept, to fill the store
in minutes. The same new articles, whole, are linked by the real `link` against both sizes of a real SQLite store.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.link.candidates import profile_keys
from dateline.link.events import event
from dateline.link.profile import telling
from dateline.link.step import link
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.ids import content_id
from dateline.model.text import Selector
from dateline.model.time import Days
from dateline.run.lookup import StoreLookup, known
from dateline.store.open import open_store
from evals.chain.bench import MODEL, load

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NEW = 24  # articles that are linked and timed; not stored
TEXTS = 144  # articles that are annotated: the new ones, and those of which variants are stored
CLAIMS_KEPT = 12  # claims of a stored article
BATCH = 500  # articles stored in one transaction
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre vin wol".split()


def main(argv: list[str]) -> int:
    """Prints milliseconds per article at both sizes and their ratio; --json for data."""
    options = _options(argv)
    figures = measure(options.small, options.large)
    print(json.dumps(figures, indent=1) if options.json else _table(figures))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench link", description=__doc__)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(argv)


def _table(figures: dict[str, Any]) -> str:
    return (
        f"linking one article: {figures['small_ms']} ms against {figures['small']}, {figures['large_ms']} ms against "
        f"{figures['large']}: {figures['ratio']} times, article by article "
        f"({figures['ratio_of_medians']} by the medians; asked: at most 2)"
    )


def measure(small: int, large: int) -> dict[str, Any]:
    """Median milliseconds to link one new article at each size, and the median of the ratios article by article."""
    chain = standard_chain(MODEL)
    documents = [d for d in chain.run(load(TEXTS)) if d[CLAIMS]]
    new, stored = documents[:NEW], documents[NEW:]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bench.sqlite")
        variants = _variants(stored)
        store.fill(variants, small)
        at_small = [store.seconds(d) for d in new]
        store.fill(variants, large - small)
        at_large = [store.seconds(d) for d in new]
    ratios = [b / a for a, b in zip(at_small, at_large, strict=True)]
    return {
        "small": small,
        "large": large,
        "small_ms": round(1000 * statistics.median(at_small), 1),
        "large_ms": round(1000 * statistics.median(at_large), 1),
        "ratio": round(statistics.median(ratios), 2),
        "ratio_of_medians": round(statistics.median(at_large) / statistics.median(at_small), 2),
    }


class Store:
    """A store that is filled with variants and asked what linking costs."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path)

    def fill(self, variants: Iterator[Variant], count: int) -> None:
        """Adds that many articles with the keys and events of their claims."""
        for first in range(0, count, BATCH):
            with self.store.transaction():
                for variant in islice(variants, min(BATCH, count - first)):
                    self._put(variant)
            print(f"stored {min(first + BATCH, count)} of {count}", file=sys.stderr)

    def _put(self, variant: Variant) -> None:
        self.store.articles.put(variant.of.outlet, variant.article, variant.revision, None, NOW)
        self.store.annotations.put(variant.revision.id, {"claims": variant.claims}, (), NOW)
        held = [known(c, variant.of.outlet, variant.revision) for c in variant.claims]
        self.store.claims.put_keys({p.id: profile_keys(p) for p in telling(held).profiles})
        seen = [c.id for c in variant.claims]
        alone = [event([k]) for k in held]
        self.store.links.put(seen=seen, events=alone, retired_events=(), relations=(), retired_relations=(), at=NOW)

    def seconds(self, document: Document) -> float:
        """The best of three times to link an article that is not stored (nothing is written)."""
        times = []
        for _ in range(3):
            start = time.perf_counter()
            lookup = StoreLookup(self.store)
            link([known(c, document.outlet, document.revision) for c in document[CLAIMS]], lookup)
            times.append(time.perf_counter() - start)
        return min(times)


@dataclass(frozen=True)
class Variant:
    """An article with other names and days, and its claims."""

    of: Document
    article: Article
    revision: Revision
    claims: tuple[Claim, ...]


def _variants(documents: Sequence[Document]) -> Iterator[Variant]:
    number = 0
    while True:
        for document in documents:
            number += 1
            yield _variant(document, number)


def _variant(document: Document, number: int) -> Variant:
    article = Article(f"article-{number}", document.outlet.id, f"https://bench.example/{number}")
    day = NOW.date() - timedelta(days=number * 7 % 3000)
    revision = Revision(
        f"revision-{number}",
        article.id,
        _renamed(document.revision.headline, number),
        "Text.",
        "en",
        "",
        Published(day),
    )
    was = document.revision.published_at
    shift = day - was.day if was else timedelta(0)
    claims = tuple(_claim(c, article.id, revision.id, number, shift) for c in document[CLAIMS][:CLAIMS_KEPT])
    return Variant(document, article, revision, claims)


def _claim(claim: Claim, article: str, revision: str, number: int, shift: timedelta) -> Claim:
    roles = tuple(
        replace(r, words=_renamed(r.words, number), actor=r.actor and f"{r.actor}-{number}") for r in claim.roles
    )
    renamed = {n.lower(): _name(n, number).lower() for n in NAME.findall(claim.sentence.exact[1:])}
    when = claim.when and replace(claim.when, days=_shifted(claim.when.days, shift))
    return replace(
        claim,
        id=content_id("claim", claim.id, str(number)),
        article_id=article,
        revision_id=revision,
        sentence=_selector(claim.sentence, number),
        anchor=_selector(claim.anchor, number),
        roles=roles,
        when=when,
        terms=tuple(renamed.get(t, t) for t in claim.terms),
    )


def _selector(words: Selector, number: int) -> Selector:
    return replace(words, exact=_renamed(words.exact, number))


def _shifted(days: Days, shift: timedelta) -> Days:
    try:
        return Days(days.start and days.start + shift, days.end and days.end + shift)
    except OverflowError:
        return days


def _renamed(text: str, number: int) -> str:
    return NAME.sub(lambda m: _name(m.group(), number), text)


def _name(name: str, number: int) -> str:
    """Another name for a name, the same one within one variant."""
    digest = hashlib.blake2b(f"{name}{number}".encode(), digest_size=3).digest()
    return "".join(SYLLABLES[b % len(SYLLABLES)] for b in digest).capitalize()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
