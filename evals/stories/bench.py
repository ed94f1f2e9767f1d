"""Story clustering on labelled news: BCubed, cross-validated over events, and how far each threshold may move.

Any JSONL file will do whose lines have `event`, `title`, `text` and `published_at` (may be null). Options tell how much
hangs on days, headlines and length.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from dateline.link.stories.affinity import STANDARD, Setting, affinity
from dateline.link.stories.grouping import group
from dateline.link.stories.parting import Parting
from dateline.link.stories.profile import STANDARD as WEIGHING
from dateline.link.stories.profile import Compared, Weighing, profile
from dateline.link.stories.whole import pairs
from evals.shared import shared_folder
from evals.stories.scoring import Score, bcubed
from evals.stories.stream import read as stream
from evals.stories.stream import replay

PEERS = (
    ("TF-IDF, full text, average link", ".922/.893/.907"),
    ("MiniLM of title + 60 words", ".925/.953/.938"),
    ("HDBSCAN on MiniLM", ".890/.969/.928"),
)
SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”]))\s+(?=[\"“A-Z])")
FOLDS = 5
GRID = [Setting(same, apart) for same, apart in product((0.14, 0.155, 0.17, 0.185, 0.2), (0.06, 0.08, 0.1, 0.12))]
MOVED = 0.1


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with the event that the gold puts it in."""

    id: str
    event: str
    headline: str
    text: str
    day: date | None
    byline: str = ""


def main(argv: list[str]) -> int:
    """Prints the figures beside those of peers; --json for data."""
    options = _options(argv)
    path = options.file or shared_folder() / "bench" / "stories" / "news_clusters.jsonl"
    articles = [lessened(a, options) for a in read(path)]
    figures = measure(articles)
    if options.file is None and not (options.cut or options.undated or options.headless):
        streams = shared_folder() / "bench" / "timelines" / "t17"
        figures["streams"] = {f.name: asdict(replay(stream(f))) for f in sorted(streams.iterdir())}
    print(json.dumps(figures, indent=1) if options.json else _table(figures, peers=options.file is None))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench stories", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--cut", type=int, default=0, help="only so many sentences of each text")
    parser.add_argument("--undated", action="store_true", help="without days of publication")
    parser.add_argument("--headless", action="store_true", help="without headlines")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(argv)


def read(path: Path) -> list[Labelled]:
    """The articles of a file that have a text."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Labelled(
            f"{n:06}",
            str(r["event"]),
            r.get("title") or "",
            r["text"],
            _day(r.get("published_at")),
            r.get("byline") or "",
        )
        for n, r in enumerate(rows)
        if (r.get("text") or "").strip()
    ]


def lessened(one: Labelled, options: argparse.Namespace) -> Labelled:
    """An article as sets of excerpts have it: less of its text, no day, no headline, as the options say."""
    text = " ".join(SENTENCE.split(" ".join(one.text.split()))[: options.cut]) if options.cut else one.text
    return replace(
        one,
        text=text,
        day=None if options.undated else one.day,
        headline="" if options.headless else one.headline,
    )


def _day(stamp: str | None) -> date | None:
    return date.fromisoformat(stamp[:10]) if stamp else None


def measure(articles: Sequence[Labelled]) -> dict[str, Any]:
    """All figures of one set."""
    set_ = Measured(articles)
    return {
        "articles": len(articles),
        "events": len({a.event for a in articles}),
        "undated": sum(a.day is None for a in articles),
        "standard": _told(set_.score(STANDARD)),
        "without dates": _told(set_.score(replace(STANDARD, apart=0.0))),
        "cross-validated": _told(set_.cross_validated()),
        "moved": {
            **{name: set_.moved(name) for name in ("same", "apart", "memory", "at_once", "figures", "hold", "evident")},
            **{f.name: _reweighed(articles, f.name) for f in fields(Weighing)},
        },
    }


def _told(score: Score) -> dict[str, float]:
    return {"P": round(score.precision, 4), "R": round(score.recall, 4), "F": round(score.f1, 4)}


def _reweighed(articles: Sequence[Labelled], name: str) -> dict[str, float]:
    kept = getattr(WEIGHING, name)
    return {
        f"{by:+.0%}": round(Measured(articles, replace(WEIGHING, **{name: type(kept)(kept * (1 + by))})).f1, 4)
        for by in (-MOVED, MOVED)
    }


class Measured:
    """One set, profiled and compared once."""

    def __init__(self, articles: Sequence[Labelled], weighing: Weighing = WEIGHING) -> None:
        self.event = {a.id: a.event for a in articles}
        made = (profile(a.id, a.headline, a.text, a.day, weighing=weighing) for a in articles)
        self._compared = {p.article_id: Compared(p) for p in made}
        self._pairs = list(pairs(self._compared.values()))
        self._known: dict[Setting, dict[tuple[str, str], float]] = {}
        self._labelled: dict[Setting, dict[str, int]] = {}

    @property
    def f1(self) -> float:
        """F with the standard setting."""
        return self.score(STANDARD).f1

    def score(self, setting: Setting, of: Collection[str] = ()) -> Score:
        """BCubed of all articles, grouped together; averaged over those of some events if any are named."""
        found = self._labels(setting)
        gold = [self.event[a] for a in found]
        return bcubed(gold, list(found.values()), [n for n, e in enumerate(gold) if e in of] if of else None)

    def _labels(self, setting: Setting) -> dict[str, int]:
        if setting not in self._labelled:
            parted = Parting(self._compared, setting)
            parts = [(a,) for a in sorted(self.event)]
            groups = group(parts, self._affinities(setting), setting.same, parted=parted)
            self._labelled[setting] = {a: n for n, found in enumerate(groups) for a in found}
        return self._labelled[setting]

    def _affinities(self, setting: Setting) -> dict[tuple[str, str], float]:
        asked = replace(setting, same=0.0)
        if asked not in self._known:
            scored = {(a.id, b.id): affinity(a, b, setting) for a, b in self._pairs}
            self._known[asked] = {pair: s for pair, s in scored.items() if s > 0}
        return self._known[asked]

    def cross_validated(self) -> Score:
        """The events of each fold, scored with the setting that is best for the events of the other folds."""
        events = sorted(set(self.event.values()))
        precision = recall = 0.0
        for fold in range(FOLDS):
            held = set(events[fold::FOLDS])
            train = set(events) - held
            if not held or not train:
                continue
            best = max(GRID, key=lambda s: (self.score(s, train).f1, -s.same, -s.apart))
            share = sum(e in held for e in self.event.values()) / len(self.event)
            score = self.score(best, held)
            precision, recall = precision + share * score.precision, recall + share * score.recall
        return Score(precision, recall)

    def moved(self, name: str) -> dict[str, float]:
        """F with one threshold lowered and raised by a tenth."""
        return {
            f"{by:+.0%}": round(self.score(replace(STANDARD, **{name: getattr(STANDARD, name) * (1 + by)})).f1, 4)
            for by in (-MOVED, MOVED)
        }


def _table(figures: dict[str, Any], *, peers: bool) -> str:
    rows = [f"{figures['articles']} articles, {figures['events']} events, {figures['undated']} without a day"]
    for name in ("standard", "without dates", "cross-validated"):
        s = figures[name]
        rows.append(f"{name:34} BCubed P/R/F {s['P']:.3f}/{s['R']:.3f}/{s['F']:.3f}")
    rows += [f"{name:34} BCubed P/R/F {told} (chosen on the set)" for name, told in PEERS] if peers else []
    standard = figures["standard"]["F"]
    rows.append("F when one threshold moves by a tenth (less, more); asked: by 0.02 at most")
    for name, by in figures["moved"].items():
        widest = max(abs(f - standard) for f in by.values())
        rows.append(f"  {name:10} {'  '.join(f'{f:.3f}' for f in by.values())}   {widest:.3f}")
    rows += [_stream(name, seen) for name, seen in figures.get("streams", {}).items()]
    return "\n".join(rows)


def _stream(name: str, seen: dict[str, int]) -> str:
    """How steady the stories of one stream are; asked: fewer than 3 % moved, none lost."""
    return (
        f"as a stream: {name:6} {seen['articles']} articles, {seen['stories']} stories, "
        f"{seen['moved'] / seen['articles']:.1%} in another story after their first day, "
        f"{seen['ended']} ids ended, {seen['lost']} lost"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
