"""Timelines beside those of editors and of other programs: python -m evals.bench timelines [DIR] [--json] [--moved].

DIR holds topics in timeline17's form (or is one). For each reference timeline, the number of its days and the rounded
mean of its sentences a day are given, as is the custom, and the custom gives its first and last day too ("span"); the
row "no span" is told neither. Date F1, AR1-F and AR2-F are means over the reference timelines of a topic, then over
topics. "chance" is the date F1 of days drawn at random from the span.

The weights were set by hand with the four topics in view. --moved tells what each is worth: the mean of all topics with
it smaller and larger by a quarter. --left-out tells how far choosing them carries over: of TRIES settings drawn far
around, each topic is scored with the one that is best on the others.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from time import process_time

from dateline.link.timelines.choosing import of_topic
from dateline.link.timelines.records import ChosenSentence
from dateline.link.timelines.topic import Topic, topic
from dateline.link.timelines.weighing import STANDARD, Weighing
from dateline.model.time import Days
from evals.shared import shared_folder
from evals.timelines.baseline import baseline
from evals.timelines.gold import Gold, read, topics
from evals.timelines.scoring import Timeline, Words, aligned, dates, rouge_words

# Date F1, AR1-F, AR2-F of the best trained program (DATEWISE), and of counting mentions with centroids.
PEERS = {
    "egypt": ("1.000/.171/.043", "1.000/.161/.056"),
    "finan": (".672/.094/.018", ".736/.108/.021"),
    "haiti": (".909/.233/.086", ".909/.200/.066"),
    "iraq": (".555/.090/.035", ".535/.097/.033"),
}
PEERS_MEAN = {
    frozenset(PEERS): (".784/.147/.046", ".795/.142/.044"),
    frozenset(("h1n1", "libya", "mj", "syria")): (".414/.098/.031", ".417/.102/.037"),
}
MOVED = 0.25
TRIES, FAR, SEED = 40, 2.0, 7
Figures = tuple[float, float, float]
Choice = Callable[[Topic, int, int, Days], Mapping[date, Sequence[ChosenSentence]]]


@dataclass(frozen=True)
class Measured:
    """One topic: figures of ours with and without the span, of the baseline, chance, and what the slowest timeline took
    (seconds of the processor)."""

    name: str
    timelines: int
    chance: float
    ours: Figures
    no_span: Figures
    baseline: Figures
    seconds: float


def main(argv: list[str]) -> int:
    """Prints the figures; exit status 3 if DIR holds no topic."""
    options = _options(argv)
    folder = options.folder or shared_folder() / "bench" / "timelines" / "t17"
    found = topics(folder) if folder.is_dir() else []
    if not found:
        print(f"evals: no topics in {folder}; a topic is a folder with articles.jsonl and gold/*.txt", file=sys.stderr)
        return 3
    words = rouge_words(shared_folder() / "bench" / "score" / "rouge_data")
    gold = [read(f) for f in found]
    measured = [measure(g, words) for g in gold]
    told = {"topics": [vars(m) for m in measured], "mean": vars(mean_of(measured))}
    extra = {
        "weights moved by a quarter, down and up": moved(gold, words) if options.moved else {},
        "weights chosen on the other topics": left_out(gold, words) if options.left_out else {},
    }
    print(json.dumps(told | extra, indent=1) if options.json else _table(measured, extra))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench timelines", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--moved", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    return parser.parse_args(argv)


def measure(gold: Gold, words: Words, weighing: Weighing = STANDARD) -> Measured:
    """All figures of one topic."""
    seconds: list[float] = []

    def ours(_: Topic, days: int, sentences: int, span: Days | None) -> Mapping[date, Sequence[ChosenSentence]]:
        started = process_time()
        chosen = of_topic(topic(gold.reports), days, sentences, span, weighing)
        seconds.append(process_time() - started)
        return {d.day: d.sentences for d in chosen}

    of = topic(gold.reports)
    return Measured(
        gold.name,
        len(gold.timelines),
        _mean(len(t) / _length(t) for t in gold.timelines.values()),
        _score(gold, of, words, ours),
        _score(gold, of, words, lambda o, d, s, _: ours(o, d, s, None)),
        _score(gold, of, words, baseline),
        max(seconds),
    )


def _length(timeline: Timeline) -> int:
    return (max(timeline) - min(timeline)).days + 1


def _score(gold: Gold, of: Topic, words: Words, choose: Choice) -> Figures:
    """The means over the reference timelines."""
    found = []
    for reference in gold.timelines.values():
        sentences = round(sum(map(len, reference.values())) / len(reference))
        chosen = choose(of, len(reference), sentences, Days(min(reference), max(reference)))
        ours = {d: [gold.cited(s) for s in told] for d, told in chosen.items()}
        rouge = [aligned(ours, reference, words, n).f1 for n in (1, 2)]
        found.append((dates(ours, reference).f1, *rouge))
    return _means(found)


def _means(figures: Sequence[Sequence[float]]) -> Figures:
    a, b, c = (_mean(f[n] for f in figures) for n in range(3))
    return (a, b, c)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def mean_of(measured: Sequence[Measured]) -> Measured:
    """The means over topics; of seconds, the most."""
    return Measured(
        "mean",
        sum(m.timelines for m in measured),
        _mean(m.chance for m in measured),
        _means([m.ours for m in measured]),
        _means([m.no_span for m in measured]),
        _means([m.baseline for m in measured]),
        max(m.seconds for m in measured),
    )


def moved(gold: Sequence[Gold], words: Words) -> dict[str, list[Figures]]:
    """The means of all topics with each weight a quarter smaller, and a quarter larger."""
    found: dict[str, list[Figures]] = {}
    for name in (f.name for f in fields(Weighing)):
        kept = getattr(STANDARD, name)
        for by in (-MOVED, MOVED):
            changed = replace(STANDARD, **{name: type(kept)(round(kept * (1 + by), 4))})
            found.setdefault(name, []).append(_means([_ours(g, words, changed) for g in gold]))
    return found


def left_out(gold: Sequence[Gold], words: Words) -> dict[str, list[Figures]]:
    """Each topic with the setting that is best on the others, by the sum of the three figures; and their mean."""
    dice = random.Random(SEED)
    tried = [_drawn(dice) for _ in range(TRIES)]
    scored = [[_ours(g, words, setting) for g in gold] for setting in tried]
    found: dict[str, list[Figures]] = {}
    for at, topic_ in enumerate(gold):
        best = max(scored, key=lambda row: sum(sum(f) for n, f in enumerate(row) if n != at))
        found[topic_.name] = [best[at]]
    return found | {"mean": [_means([f for (f,) in found.values()])]}


def _drawn(dice: random.Random) -> Weighing:
    """A setting with each weight between its FAR-th part and FAR times itself."""
    kept = {f.name: getattr(STANDARD, f.name) for f in fields(Weighing)}
    drawn = {name: value * FAR ** dice.uniform(-1, 1) for name, value in kept.items()}
    return Weighing(**{name: type(kept[name])(value) for name, value in drawn.items()})


def _ours(gold: Gold, words: Words, weighing: Weighing) -> Figures:
    def choose(of: Topic, days: int, sentences: int, span: Days) -> Mapping[date, Sequence[ChosenSentence]]:
        return {d.day: d.sentences for d in of_topic(of, days, sentences, span, weighing)}

    return _score(gold, topic(gold.reports), words, choose)


def _table(measured: Sequence[Measured], extra: Mapping[str, Mapping[str, Sequence[Figures]]]) -> str:
    columns = " ".join(f"{name:17}" for name in ("ours", "no span", "baseline", "peers: trained", "counting"))
    head = f"{'topic':10} {'chance':>6}  {columns} s"
    rows = [_row(m, PEERS.get(m.name, ("-", "-"))) for m in measured]
    mean = _row(mean_of(measured), PEERS_MEAN.get(frozenset(m.name for m in measured), ("-", "-")))
    told = [head, *rows, mean]
    for title, figures in extra.items():
        if figures:
            told += ["", f"{title}:", *(f"{name:12} {'  '.join(map(_told, f))}" for name, f in figures.items())]
    return "\n".join(told)


def _row(m: Measured, peers: tuple[str, str]) -> str:
    ours = f"{_told(m.ours)} {_told(m.no_span)} {_told(m.baseline)}"
    return f"{m.name:10} {m.chance:6.2f}  {ours} {peers[0]:17} {peers[1]:17} {m.seconds:.2f}"


def _told(figures: Figures) -> str:
    return "/".join(f"{f:.3f}" for f in figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
