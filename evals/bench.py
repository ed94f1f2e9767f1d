"""Benchmarks, each in one run with what it is compared with: python -m evals.bench NAME [ARGS]."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "actors": "evals.actors.bench",
    "chain": "evals.chain.bench",
    "events": "evals.events.bench",
    "dossier": "evals.dossiers.bench",
    "fetching": "evals.fetching.bench",
    "ingest": "evals.ingest.bench",
    "link": "evals.link.bench",
    "pages": "evals.pages.bench",
    "places": "evals.places.bench",
    "quotes": "evals.quotes.bench",
    "stories": "evals.stories.bench",
    "time": "evals.time.bench",
    "timelines": "evals.timelines.bench",
    "web": "evals.web.bench",
}


def main(argv: list[str]) -> int:
    """Runs one benchmark by name; exit status 3 for an unknown one."""
    if not argv or argv[0] not in BENCHES:
        print(f"{__doc__} NAME is one of {', '.join(BENCHES)}", file=sys.stderr)
        return 3
    status: int = importlib.import_module(BENCHES[argv[0]]).main(argv[1:])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
