"""How fast articles come in, from archives through to stored and searchable, without annotation.

`python -m evals.ingest.bench [FOLDER] [--most N] [--json]`, or `main(argv)`. Three figures of one run: our articles a
second by `dateline import` from a WARC file of the pages in FOLDER, and from a feed that brings their texts, against
the extraction library alone on the same pages; and the rate at which a store that holds many articles takes more,
against one that holds 1,000, for lines of JSON, which cost nothing to read, and for pages. Rates that are compared are
of processor time: other work on the machine changes little.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from itertools import product
from pathlib import Path

from dateline.desk import Desk, open_desk
from dateline.settings import Settings
from evals.pages.bench import Case, cases, plain
from evals.shared import shared_folder

NOW = datetime(2100, 1, 1, tzinfo=UTC)
FEW = 1000
STEP = 2000  # articles that a rate is measured on, TURNS times
TURNS = 3
COPIES = 3  # of each page, at addresses of their own: enough to measure, little enough to wait for


def warc(pages: Sequence[bytes], copies: range = range(COPIES)) -> Iterator[bytes]:
    """Records of WARC 1.1 with the pages, each once for each of the copies."""
    for copy, number in product(copies, range(len(pages))):
        page = _renamed(pages[number], copy)
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = (
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2099-01-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://x.example/{copy}/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        yield head.encode() + block + b"\r\n\r\n"


def _renamed(page: bytes, copy: int) -> bytes:
    """A page with other addresses in it, so that each copy is an article of its own."""
    return page.replace(b"https://", b"https://c%d." % copy) if copy else page


def feed(pages: Sequence[Case], copies: range = range(1)) -> bytes:
    """A feed in RSS 2.0 whose entries have their whole texts, each once for each of the copies."""
    entries = (
        f"<item><link>https://x.example/f{copy}/{n}</link><title>{escape(p.title)}</title>"
        f"<content:encoded>{escape(''.join(f'<p>{line}</p>' for line in p.body.splitlines()))}</content:encoded></item>"
        for copy, (n, p) in product(copies, enumerate(pages))
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {space}><channel><title>X</title>{"".join(entries)}</channel></rss>'.encode()


def take(desk: Desk, path: Path) -> int:
    """Imports a file through to stored and searchable, as `dateline import --later` does; how many articles came."""
    done = desk.job("import", path=(str(path),), later=True, again=True)
    return sum(i.new + i.same + i.revised for i in done.imports)


def timed(desk: Desk, path: Path) -> tuple[int, float, float]:
    """Articles, seconds of processor time, and seconds by the clock."""
    began, spent = time.perf_counter(), time.process_time()
    taken = take(desk, path)
    return taken, time.process_time() - spent, time.perf_counter() - began


def archive(folder: Path, pages: Sequence[Case]) -> dict[str, float]:
    """Articles a second from a WARC and from a feed to stored, and of the library alone on the same pages."""
    contents = [p.content for p in pages]
    (folder / "pages.warc").write_bytes(b"".join(warc(contents)))
    (folder / "feed.xml").write_bytes(feed([p for p in pages if p.body.strip()]))
    with open_desk(folder / "archive.sqlite", Settings(), now=lambda: NOW) as desk:
        taken, took, by_clock = timed(desk, folder / "pages.warc")
        fed, feeding, _ = timed(desk, folder / "feed.xml")
    alone = time.process_time()
    for page in contents:
        plain(page)
    alone = (time.process_time() - alone) * COPIES
    rate, library = taken / took, len(contents) * COPIES / alone
    return {
        "articles": taken,
        "per_second": round(rate, 1),
        "per_second_by_clock": round(taken / by_clock, 1),
        "library_per_second": round(library, 1),
        "ratio": round(rate / library, 3),
        "feed_per_second": round(fed / feeding, 1),
        "feed_ratio": round(fed / feeding / library, 3),
    }


def synthetic(path: Path, first: int, count: int) -> Path:
    """A .jsonl file of made-up articles of about 300 words, the same for the same numbers."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(letters[n // 26**place % 26] for place in range(4)) for n in range(20_000)]
    with path.open("w", encoding="utf-8") as out:
        for number in range(first, first + count):
            chosen = random.Random(number).choices(words, k=300)
            told = {"url": f"https://x{number % 200}.example/{number}", "title": " ".join(chosen[:8]), "language": "en"}
            out.write(json.dumps({**told, "published": "2099-01-01", "text": " ".join(chosen)}) + "\n")
    return path


@dataclass(slots=True)
class Turns:
    """What the same files cost in a small and in a large store: articles, processor time, time by the clock."""

    taken: int = 0
    spent: list[float] = field(default_factory=lambda: [0.0, 0.0])
    clocked: list[float] = field(default_factory=lambda: [0.0, 0.0])

    def add(self, small: Desk, large: Desk, path: Path) -> None:
        """Lets both take one more file."""
        for which, desk in enumerate((small, large)):
            taken, took, by_clock = timed(desk, path)
            self.spent[which] += took
            self.clocked[which] += by_clock
        self.taken += taken

    @property
    def held(self) -> float:
        """The rate of processor time into the large store by that into the small one."""
        return round(self.spent[0] / self.spent[1], 3)

    @property
    def held_by_clock(self) -> float:
        """The same by the clock."""
        return round(self.clocked[0] / self.clocked[1], 3)


def growth(folder: Path, most: int, pages: Sequence[Case]) -> dict[str, float]:
    """How the rate into a store that holds `most` compares with that into one that holds FEW: of pages in a WARC, of
    feeds that bring their texts, and of made-up lines of JSON, which cost next to nothing to read. Both stores take the
    same in turns, so that what else the machine does falls on both alike; each turn has texts of its own, so that the
    large store does not hold more copies of them."""
    lines, archives, feeds = Turns(), Turns(), Turns()
    with open_desk(folder / "large.sqlite", Settings(), now=lambda: NOW) as large:
        take(large, synthetic(folder / "fill.jsonl", 0, most))
        for turn in range(TURNS):
            path, archived = folder / f"step{turn}.jsonl", folder / f"turn{turn}.warc"
            synthetic(path, most + turn * STEP, STEP)
            fed, own = folder / f"turn{turn}.xml", pages[turn::TURNS]
            copies = range(turn * COPIES, (turn + 1) * COPIES)
            archived.write_bytes(b"".join(warc([p.content for p in own], copies)))
            fed.write_bytes(feed([p for p in own if p.body.strip()], copies))
            with open_desk(folder / f"small{turn}.sqlite", Settings(), now=lambda: NOW) as small:
                take(small, synthetic(folder / f"fill{turn}.jsonl", 0, FEW))
                lines.add(small, large, path)
                archives.add(small, large, archived)
                feeds.add(small, large, fed)
    return {
        f"per_second_at_{FEW}": round(lines.taken / lines.spent[0], 1),
        f"per_second_at_{most}": round(lines.taken / lines.spent[1], 1),
        "lines_ratio": lines.held,
        "lines_ratio_by_clock": lines.held_by_clock,
        "pages_ratio": archives.held,
        "pages_ratio_by_clock": archives.held_by_clock,
        "feeds_ratio": feeds.held,
        "feeds_ratio_by_clock": feeds.held_by_clock,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=None)
    parser.add_argument("--most", type=int, default=100_000, help="articles held when the second rate is measured")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(argv)
    pages = list(cases(given.folder or shared_folder() / "bench" / "pages"))
    with tempfile.TemporaryDirectory() as made:
        figures = {
            "archive": archive(Path(made), pages),
            "growth": growth(Path(made), given.most, pages),
        }
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, row in figures.items():
            print(f"{name:8}", "  ".join(f"{k} {v}" for k, v in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
