"""Words per second of the annotation chain against the bare parser, one process against two, and memory: one run.

The bare parser, the chain in one process and in two take turns on the same articles, so that ratios hold while the
machine's speed drifts; medians of the rounds are printed. What two processes do is told by how much longer they take
for twice the articles, so that their start-up does not count.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.annotate.base import Document
from dateline.annotate.parses import LEFT_OUT
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.run.pool import annotated
from dateline.settings import Settings
from evals.shared import shared_folder

MODEL = Settings().model


def main(argv: list[str]) -> int:
    """Prints the figures; --json for data, --articles N for a shorter run."""
    options = _options(argv)
    if options.memory:
        print(_own_peak(options.articles))
        return 0
    figures = measure(options.articles, options.rounds)
    print(json.dumps(figures, indent=1) if options.json else _table(figures))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench chain", description=__doc__)
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def measure(articles: int, rounds: int) -> dict[str, Any]:
    """Words per second of each way, their ratios pair by pair, and the chain's peak memory in a process of its own."""
    documents = load(articles)
    words = sum(len(d.text.split()) for d in documents)
    chain = standard_chain(MODEL)
    ways: dict[str, Callable[[], object]] = {
        "whole": _bare(documents, ()),
        "bare": _bare(documents, LEFT_OUT),
        "chain": lambda: list(annotated(fresh(documents), chain, MODEL, 1)),
        "two": lambda: list(annotated(fresh(documents), chain, MODEL, 2)),
        "twice": lambda: list(annotated(fresh([*documents, *documents]), chain, MODEL, 2)),
    }
    ways["whole"](), ways["bare"](), ways["chain"]()  # warm-up: models load here
    times = [{name: _seconds(way) for name, way in ways.items()} for _ in range(rounds)]
    more = [
        t["twice"] - t["two"] for t in times
    ]  # as many articles again: what two processes do once they have started
    return {
        "articles": len(documents),
        "words": words,
        "words_per_second": {
            **{n: round(words / statistics.median(t[n] for t in times)) for n in ("whole", "bare", "chain")},
            "two": round(words / statistics.median(more)),
        },
        "chain_to_whole": round(statistics.median(t["whole"] / t["chain"] for t in times), 3),
        "chain_to_bare": round(statistics.median(t["bare"] / t["chain"] for t in times), 3),
        "two_to_one": round(statistics.median(t["chain"] / m for t, m in zip(times, more, strict=True)), 3),
        "start_up_of_two_seconds": round(statistics.median(t["two"] - m for t, m in zip(times, more, strict=True)), 2),
        "peak_megabytes": _peak_in_child(articles),
    }


def _table(figures: dict[str, Any]) -> str:
    speed = figures["words_per_second"]
    left = f"start-up of {figures['start_up_of_two_seconds']} s left out"
    return "\n".join(
        [
            f"{figures['articles']} articles, {figures['words']} words",
            f"whole pipeline       {speed['whole']:>8} words/s",
            f"the parts it uses    {speed['bare']:>8} words/s",
            f"chain, one process   {speed['chain']:>8} words/s",
            f"chain, two processes {speed['two']:>8} words/s",
            f"chain to the parts it uses {figures['chain_to_bare']:.2f} (asked: 0.70), to the whole pipeline "
            f"{figures['chain_to_whole']:.2f}",
            f"two processes to one {figures['two_to_one']:.2f}, {left} (asked: 1.60)",
            f"peak memory of the chain's process {figures['peak_megabytes']} MB (asked: under 700)",
        ]
    )


def load(articles: int) -> list[Document]:
    """That many articles of the news set, spread evenly over it, as documents."""
    path = shared_folder() / "bench" / "stories" / "news_clusters.jsonl"
    rows = [r for r in map(json.loads, Path(path).read_text("utf-8").splitlines()) if r.get("text")]
    step = max(1, len(rows) // articles)
    return [_document(n, row) for n, row in enumerate(rows[::step][:articles])]


def _document(number: int, row: dict[str, Any]) -> Document:
    outlet = Outlet(row["outlet"], row["outlet"])
    day = date.fromisoformat(row["published_at"][:10]) if row.get("published_at") else None
    revision = Revision(
        f"revision-{number}", f"article-{number}", row["title"], row["text"], "en", "", day and Published(day)
    )
    return Document(outlet, Article(f"article-{number}", outlet.id, row["url"]), revision)


def fresh(documents: Sequence[Document]) -> list[Document]:
    """The same documents without layers."""
    return [Document(d.outlet, d.article, d.revision) for d in documents]


def _bare(documents: Sequence[Document], exclude: tuple[str, ...]) -> Callable[[], object]:
    import spacy

    parser = spacy.load(MODEL, exclude=exclude)
    return lambda: sum(len(d) for d in parser.pipe((d.text for d in documents), batch_size=16))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _own_peak(articles: int) -> int:
    list(annotated(load(articles), standard_chain(MODEL), MODEL, 1))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _peak_in_child(articles: int) -> int:
    command = [sys.executable, "-m", "evals.chain.bench", "--memory", "--articles", str(articles)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
