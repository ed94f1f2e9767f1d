"""How fast articles come in, from archives through to stored and searchable, without annotation.

`python -m evals.ingest.bench [FOLDER] [--most N] [--json]`, or `main(argv)`. Two ratios of one run: our articles a
second from a WARC file of the pages in FOLDER, against the extraction library alone on the same pages; and the rate at
which a store that holds many articles takes more, against one that holds 1,000.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dateline.ingest.base import Given, Item
from dateline.ingest.decide import Change, article_of, decide
from dateline.ingest.files import read
from dateline.store.base import Store
from dateline.store.open import open_store
from evals.pages.bench import cases, plain
from evals.shared import shared_folder

NOW = datetime(2100, 1, 1, tzinfo=UTC)
FEW = 1000
STEP = 500  # articles that a rate is measured on
COPIES = 3  # of each page, at addresses of their own: enough to measure, little enough to wait for


def warc(pages: Sequence[bytes]) -> Iterator[bytes]:
    """Records of WARC 1.1 with the pages, each COPIES times."""
    for number, page in enumerate(_renamed(p, n) for n in range(COPIES) for p in pages):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = (
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2099-01-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://x.example/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        yield head.encode() + block + b"\r\n\r\n"


def _renamed(page: bytes, copy: int) -> bytes:
    """A page with other addresses in it, so that each copy is an article of its own."""
    return page.replace(b"https://", b"https://c%d." % copy) if copy else page


def take(store: Store, paths: Sequence[Path]) -> int:
    """Reads files into a store, one transaction an article, as `dateline add` does; how many came."""
    came = 0
    for item in read(paths, Given(), NOW):
        if isinstance(item, Item):
            came += 1
            with store.transaction():
                decision = decide(store.articles.get(article_of(item).id), item, NOW)
                if decision.change is not Change.SAME:
                    store.articles.put(item.outlet, decision.article, decision.revision, item.capture, NOW)
    return came


def archive(folder: Path, pages: Sequence[bytes]) -> dict[str, float]:
    """Articles a second from a WARC to stored, and of the library alone on the same pages, processor time."""
    path = folder / "pages.warc"
    path.write_bytes(b"".join(warc(pages)))
    store = open_store(folder / "archive.sqlite")
    took = time.process_time()
    taken = take(store, [path])
    took = time.process_time() - took
    store.close()
    alone = time.process_time()
    for page in pages:
        plain(page)
    alone = (time.process_time() - alone) * COPIES
    return {
        "articles": taken,
        "per_second": round(taken / took, 1),
        "library_per_second": round(len(pages) * COPIES / alone, 1),
        "ratio": round((taken / took) / (len(pages) * COPIES / alone), 3),
    }


def synthetic(path: Path, first: int, count: int) -> Path:
    """A .jsonl file of made-up articles of about 300 words, the same for the same numbers."""
    words = [f"w{n}" for n in range(20_000)]
    with path.open("w", encoding="utf-8") as out:
        for number in range(first, first + count):
            chosen = random.Random(number).choices(words, k=300)
            told = {"url": f"https://x{number % 200}.example/{number}", "title": " ".join(chosen[:8]), "language": "en"}
            out.write(json.dumps({**told, "published": "2099-01-01", "text": " ".join(chosen)}) + "\n")
    return path


def growth(folder: Path, most: int) -> dict[str, float]:
    """Articles a second into a store that holds FEW, and into one that holds `most`."""
    store, rates = open_store(folder / "growth.sqlite"), {}
    held = 0
    for size in (FEW, most):
        take(store, [synthetic(folder / "fill.jsonl", held, size - held)])
        path = synthetic(folder / "step.jsonl", size, STEP)
        began = time.perf_counter()
        take(store, [path])
        rates[size] = STEP / (time.perf_counter() - began)
        held = size + STEP
    store.close()
    return {
        f"per_second_at_{FEW}": round(rates[FEW], 1),
        f"per_second_at_{most}": round(rates[most], 1),
        "ratio": round(rates[most] / rates[FEW], 3),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Prints both ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=None)
    parser.add_argument("--most", type=int, default=20_000, help="articles held when the second rate is measured")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(argv)
    pages = [case.content for case in cases(given.folder or shared_folder() / "bench" / "pages")]
    with tempfile.TemporaryDirectory() as made:
        figures = {"archive": archive(Path(made), pages), "growth": growth(Path(made), given.most)}
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, row in figures.items():
            print(f"{name:8}", "  ".join(f"{k} {v}" for k, v in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
