"""What pages of the desk cost over 100,000 stored articles: made anew, kept, under load beside a worker, in a browser.

Everything runs on this machine's loopback. Every figure is the median of five runs; times stand by the clock and of the
server's processor, and as ratios to an empty page of the same server in the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evals.web.asking import Asked, at_a_rate, one_by_one
from evals.web.mixing import Pages, pages
from evals.web.painting import largest_paint
from evals.web.serving import Served, served
from evals.web.stock import stocked
from evals.web.working import arriving, ingesting

EMPTY = "/work"  # a page with its head and frame, and nothing in it
EACH = {"glance": 3, "story": 6, "dossier": 1, "search": 6, "article": 6}  # pages of a kind in a run
PARTS = ("/", "/static/desk.css", "/static/desk.js", "/static/mark.svg")


def main(argv: list[str]) -> int:
    """Prints all figures; --json for data."""
    options = _options(argv)
    figures = measure(stocked(options.folder, options.articles), options)
    print(json.dumps(figures, indent=1) if options.json else _table(figures))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench web", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10, help="of each run under load")
    parser.add_argument("--rate", type=float, default=200, help="requests a second")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dateline-bench-web")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(argv)


def measure(store: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures by name."""
    asked = pages(store)
    with served(store) as server:
        first = one_by_one(server, ["/"])[0].clock
        start = {"until its address is told, s": round(server.start, 1), "first page, ms": round(first)}
        one_by_one(server, [EMPTY, *(p for k in EACH for p in asked.some(k, options.runs, 1))])
        figures = {"start": start, **_times(server, asked, options.runs)}
        figures["glance, new after each article"] = _after_each(server, store, 3 * options.runs)
        figures["glance, compressed KB"] = {p: round(_size(server, p) / 1000, 1) for p in PARTS}
        figures["largest paint, ms"] = largest_paint(server, "/", options.runs)
        print(f"{_table(figures)}\nload", file=sys.stderr)
        with ingesting(store):
            figures["load"] = _load(server, asked, options)
        figures["memory of the server, MB"] = server.memory()
    return figures


def _times(server: Served, asked: Pages, runs: int) -> dict[str, Any]:
    """Milliseconds of each kind of page: made anew, and kept."""
    figures: dict[str, list[dict[str, list[Asked]]]] = {k: [] for k in EACH}
    for run in range(runs):
        print(f"run {run + 1} of {runs}", file=sys.stderr)
        empty = one_by_one(server, [EMPTY] * 6)
        for kind, each in EACH.items():
            paths = asked.some(kind, run, each)
            new, kept = one_by_one(server, paths), one_by_one(server, paths)
            wrong = [p for p, a in zip(paths, new, strict=True) if a.status != 200]
            if wrong:
                print(f"no answer of 200: {wrong}", file=sys.stderr)
            figures[kind].append({"empty": empty, "new": new, "kept": kept})
    empties = [run["empty"] for run in figures["glance"]]
    told: dict[str, Any] = {"empty": {"clock": _clock(empties), "processor": _processor(empties)}}
    for kind in EACH:
        for how in ("new", "kept"):
            told[f"{kind}, {how}"] = _against(figures[kind], how)
    return told


def _after_each(server: Served, store: Path, times: int) -> dict[str, float]:
    """Medians of the front page made anew, each time behind another article that was taken in."""
    found = []
    with arriving(store) as take:
        for n in range(times):
            take()
            found += one_by_one(server, [f"/?{'&' * (100 + n)}"])
    if any(a.status != 200 for a in found):
        print("no answer of 200: the front page after an article", file=sys.stderr)
    return {"clock": _clock([found]), "processor": _processor([found])}


def _against(runs: Sequence[dict[str, list[Asked]]], how: str) -> dict[str, float]:
    """Medians over the runs: of the medians of each, and of its ratios to the empty page of the same run."""
    return {
        "clock": _clock([r[how] for r in runs]),
        "processor": _processor([r[how] for r in runs]),
        "ratio": _ratio(runs, how, lambda a: a.clock),
        "ratio of processor": _ratio(runs, how, lambda a: a.processor),
    }


def _clock(runs: Sequence[Sequence[Asked]]) -> float:
    return round(statistics.median(statistics.median(a.clock for a in run) for run in runs), 1)


def _processor(runs: Sequence[Sequence[Asked]]) -> float:
    return round(statistics.median(statistics.median(a.processor for a in run) for run in runs), 1)


def _ratio(runs: Sequence[dict[str, list[Asked]]], how: str, of: Callable[[Asked], float]) -> float:
    ratios = [statistics.median(map(of, r[how])) / statistics.median(map(of, r["empty"])) for r in runs]
    return round(statistics.median(ratios), 2)


def _size(server: Served, path: str) -> int:
    return one_by_one(server, [path])[0].size


def _load(server: Served, asked: Pages, options: argparse.Namespace) -> dict[str, float]:
    """The median run of those under load, beside a worker that ingests, after a first one that is told apart: pages
    that nobody has asked for before are made then."""
    chance, runs, first = random.Random(200), [], 0.0
    for run in range(options.runs + 1):
        before = server.processor()
        load = at_a_rate(server, asked.mix(int(options.rate * options.seconds), chance), options.rate)
        print(f"p99 {load.quantile(0.99):.0f} ms, {load.rate:.0f} a second", file=sys.stderr)
        if run == 0:
            first = round(load.quantile(0.99), 1)
            continue
        each = 1000 * (server.processor() - before) / len(load.seconds)
        runs.append((load.quantile(0.5), load.quantile(0.99), load.rate, float(load.wrong), each))
    names = (
        "median, ms",
        "p99, ms",
        "answers a second",
        "answers that were no 200",
        "processor of the server, ms each",
    )
    found = {name: round(statistics.median(r[n] for r in runs), 1) for n, name in enumerate(names)}
    return {**found, "p99 of the first run, ms": first}


def _table(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name}: {_line(value)}" for name, value in figures.items())


def _line(value: Any) -> str:
    return ", ".join(f"{n} {v}" for n, v in value.items()) if isinstance(value, dict) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
