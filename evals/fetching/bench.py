"""What fetching stands and costs: a thousand feeds of which a third misbehave, and news pages behind feeds.

`python -m evals.fetching.bench [--feeds N] [--pages FOLDER] [--json]`, or `main(argv)`. All servers are on loopback, in
a process of their own. Two rounds over the feeds: what came in, what has a reason, memory, bytes of the second round
beside those of the first. Then pages through fetching to stored and searchable, beside the extraction library alone on
the same pages, both in CPU seconds of this process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.ingest.outlets import outlet
from dateline.model.feed import Feed, feed_id
from dateline.run.fetching import Fetched, fetch
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.base import Store
from dateline.store.open import open_store

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = Settings(allow_hosts=".localhost", pause=0, patience=5, connections=32)
NO_TROUBLE = frozenset({"good"})


@contextmanager
def serving(*words: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The port of a server in another process, and the way of each of its hosts."""
    command = [sys.executable, "-m", "evals.fetching.serving", *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdin
        told = json.loads(process.stdout.readline())
        yield told["port"], told["ways"]
        process.stdin.close()


def keep(store: Store, port: int, hosts: Sequence[str]) -> None:
    """Adds the feeds of the hosts."""
    for host in hosts:
        url = f"http://{host}.localhost:{port}/rss"
        store.feeds.put(Feed(feed_id(url), url, outlet("", url)))


def work(store: Store, at: datetime) -> Working:
    return Working(store, lambda: None, lambda: at, SETTINGS)  # type: ignore[arg-type, return-value]


def rounds(store: Store, total: int) -> dict[str, Any]:
    """Two rounds over feeds of which a third misbehave."""
    with serving(str(total), str(total // 3)) as (port, ways):
        keep(store, port, list(ways))
        began = time.perf_counter()
        first = fetch(work(store, START), later=True)
        seconds = time.perf_counter() - began
        bytes_first = received(store, port, ways)
        active = [f"http://{h}.localhost:{port}/rss" for h, way in ways.items() if way != "gone"]
        second = fetch(work(store, START + timedelta(hours=1)), tuple(active), later=True)
        return {
            **figures(store, port, ways, first),
            "seconds": round(seconds, 1),
            "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "second_round_new": second.new + second.revised,
            "second_round_bytes": round(received(store, port, ways) / bytes_first, 4),
        }


def figures(store: Store, port: int, ways: dict[str, str], told: Fetched) -> dict[str, Any]:
    """Whether every good item is in once, and every feed that cannot be read has a reason."""
    held = Counter(h.revision.headline for h in store.articles.all())
    good = {f"Council {n} of {h} agrees on the harbour" for h, way in ways.items() if way == "good" for n in range(3)}
    silent = [
        f"{h} ({way})"
        for h, way in ways.items()
        if way not in NO_TROUBLE and not way.startswith("odd") and not health(store, port, h).why
    ]
    blamed = [h for h, way in ways.items() if way in NO_TROUBLE and health(store, port, h).why]
    return {
        "feeds": told.feeds,
        "failed": told.failed,
        "articles": told.new,
        "good_items_missing": len(good - set(held)),
        "items_twice": sum(n > 1 for n in held.values()),
        "bad_without_reason": silent,
        "good_with_reason": blamed,
    }


def health(store: Store, port: int, host: str) -> Any:
    return store.feeds.health(feed_id(f"http://{host}.localhost:{port}/rss"))


def received(store: Store, port: int, ways: dict[str, str]) -> int:
    """Bytes that came at the last visit of the feeds that behave."""
    return sum(health(store, port, h).received for h, way in ways.items() if way == "good")


def rate(store: Store, folder: Path) -> dict[str, Any]:
    """Pages a CPU second from feed to stored and searchable, beside the extraction library alone."""
    files = sorted(folder.glob("*/*.html.gz"))
    with serving("0", "0", str(folder)) as (port, ways):
        keep(store, port, list(ways))
        _alone(files[:3])
        began = time.process_time()
        told = fetch(work(store, START), later=True)
        ours = time.process_time() - began
    began = time.process_time()
    _alone(files)
    alone = time.process_time() - began
    return {
        "pages": len(files),
        "articles": told.new,
        "not_whole": len(told.entries),
        "pages_a_second": round(len(files) / ours, 1),
        "alone_a_second": round(len(files) / alone, 1),
        "ratio": round(alone / ours, 3),
    }


def _alone(files: Sequence[Path]) -> None:
    from trafilatura import bare_extraction

    for file in files:
        bare_extraction(gzip.decompress(file.read_bytes()), with_metadata=True, include_comments=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; exit status 1 if a promise of the rounds is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--pages", type=Path, default=Path("../shared/bench/pages"))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        told = {"rounds": rounds(open_store(Path(folder) / "rounds.sqlite"), given.feeds)}
        if given.pages.is_dir():
            told["pages"] = rate(open_store(Path(folder) / "pages.sqlite"), given.pages)
    if given.json:
        print(json.dumps(told, indent=1))
    else:
        for name, row in told.items():
            print(f"{name:8}", "  ".join(f"{k} {v}" for k, v in row.items()))
    return 0 if kept(told["rounds"]) else 1


def kept(told: dict[str, Any]) -> bool:
    """Whether the rounds are as promised."""
    whole = not (told["good_items_missing"] or told["items_twice"] or told["bad_without_reason"])
    frugal = told["second_round_new"] == 0 and told["second_round_bytes"] < 0.05
    return whole and frugal and told["memory_mb"] < 500


if __name__ == "__main__":
    raise SystemExit(main())
