"""A worker that ingests beside the server: python -m evals.web.working STORE SECONDS takes in one new article a second,
through everything that `add` does: annotators, linking, stories, dossiers."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.desk import Desk, open_desk
from evals.shared import ROOT
from evals.web.stock import NOW

EVERY = 1.0  # seconds between two articles: 86,400 a day


@contextmanager
def ingesting(store: Path) -> Iterator[None]:
    """A worker that has begun to take articles in; it is ended when the block is left."""
    words = [sys.executable, "-m", "evals.web.working", str(store)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    try:
        assert process.stdout
        process.stdout.readline()
        yield
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def arriving(store: Path) -> Iterator[Callable[[], None]]:
    """What takes in one new article each time that it is called, as the worker does."""
    with tempfile.TemporaryDirectory() as folder, open_desk(store, now=lambda: NOW) as desk:
        chance = random.Random(desk.store.counts()["articles"])
        texts = sorted((ROOT / "sample" / "articles").glob("*.md"))
        yield lambda: _take(desk, Path(folder) / "new.txt", chance.choice(texts).read_text("utf-8"), chance)


def main(argv: list[str]) -> int:
    """Takes articles in until it is ended; prints a line after the first one."""
    with arriving(Path(argv[0])) as take:
        while True:
            begun = time.monotonic()
            take()
            print("took one", flush=True)
            time.sleep(max(0.0, EVERY - (time.monotonic() - begun)))


def _take(desk: Desk, path: Path, text: str, chance: random.Random) -> None:
    """A sample text under another headline, at another address, of today."""
    body = text.partition("---")[2].partition("---")[2] or text
    sentences = body.split(". ")
    chance.shuffle(sentences)
    path.write_text(f"Report {chance.randrange(10**6)}\n\n{'. '.join(sentences)}", "utf-8")
    url = f"https://worker.example/{chance.randrange(10**12)}"
    desk.add([path], outlet="worker.example", url=url, published=NOW.date())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
