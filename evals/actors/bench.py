"""Parties on the gold cases: python -m evals.bench actors [DIR] [--json] [--errors].

First by sentence: the parties that the gold names in its facts against the parties that we mark. Many of them are not
named in the sentence but follow from the text before; they count as missed. "found_or_organ" counts an organ of a state
for the state and the other way round. Then by fact (facts.py), for the gold cases and, topic by topic, for topics of
our own in their form. A third of the documents, by hash, is kept for testing only.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, SENTENCES, Document
from dateline.model.mark import ActorMark
from evals.actors.facts import fact_figures, topic_figures
from evals.actors.gold import annotated, gold_id
from evals.actors.offices import office_figures
from evals.actors.readers import agreement_figures
from evals.shared import shared_folder

OURS = [
    Path(__file__).parents[1] / name for name in ("topics", "fresh", "plain", "later", "unseen")
]  # in the form of the gold cases


@dataclass
class Tally:
    """Counts of parties over sentences."""

    gold: int = 0
    met: int = 0
    met_loosely: int = 0
    ours: int = 0
    right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def add(self, gold: set[str], ours: set[str], countries: dict[str, str]) -> None:
        """Counts one sentence; `countries` tells the country of each id that has one."""
        states = {countries[o] for o in ours if o in countries}
        self.gold += len(gold)
        self.met += len(gold & ours)
        self.met_loosely += sum(g in ours or countries.get(g, "-") in states for g in gold)
        self.ours += len(ours)
        self.right += len(ours & gold)
        self.missed.update(gold - ours)
        self.extra.update(ours - gold)

    def figures(self) -> dict[str, float]:
        """The figures, rounded."""
        recall, precision = self.met / max(1, self.gold), self.right / max(1, self.ours)
        return {
            "parties": self.gold,
            "found": round(recall, 3),
            "found_or_organ": round(self.met_loosely / max(1, self.gold), 3),
            "marked_and_party": round(precision, 3),
        }


def main(argv: list[str]) -> int:
    """Prints the figures."""
    given = [Path(a) for a in argv if not a.startswith("--")]
    folders = given or [shared_folder() / "cases"]
    tallies: dict[str, Tally] = defaultdict(Tally)
    for topic in sorted(p.parent for f in folders for p in f.glob("*/gold.json")):
        _topic(topic, tallies)
    told = (
        {name: t.figures() for name, t in sorted(tallies.items())}
        | fact_figures(folders)
        | topic_figures([*folders, *([] if given else OURS)])
        | {"voices of the gold": agreement_figures([*folders, *([] if given else OURS)])}
        | {"offices": office_figures()}
    )
    if "--errors" in argv:
        print("missed", tallies["developed"].missed.most_common(60), file=sys.stderr)
        print("extra", tallies["developed"].extra.most_common(60), file=sys.stderr)
    print(json.dumps(told, indent=1) if "--json" in argv else "\n".join(f"{k:<36} {v}" for k, v in told.items()))
    return 0


def _topic(topic: Path, tallies: dict[str, Tally]) -> None:
    gold = json.loads((topic / "gold.json").read_text("utf-8"))
    ids: dict[str, str] = {}
    for file in sorted((topic / "docs").glob("*.json")):
        raw = json.loads(file.read_text("utf-8"))
        facts = [f for f in gold["facts"] if f["doc"] == raw["id"]]
        document = annotated(raw["text"], raw["published_at"])
        half = "kept for testing" if int(hashlib.sha256(raw["id"].encode()).hexdigest(), 16) % 3 == 0 else "developed"
        for sentence in {f["sentence"] for f in facts}:
            names = {n for f in facts if f["sentence"] == sentence for n in [*f["actors"], f["speaker"]] if n}
            wanted = {ids.setdefault(n, gold_id(n)) for n in names}
            found = _inside(document, sentence)
            countries = {m.actor: m.country for m in found if m.country and m.kind != "person"}
            countries |= {a.id: a.country for a in lexicon().countries.values()}
            ours = {_alike(m.actor, wanted) for m in found}
            for key in (half, topic.name, "all"):
                tallies[key].add(wanted, ours, countries)


def _alike(actor: str, wanted: set[str]) -> str:
    """The gold's id for a national organ that the gold names without its country."""
    return next((w for w in sorted(wanted) if actor.endswith("-" + w) and w.endswith("court")), actor)


def _inside(document: Document, sentence: str) -> list[ActorMark]:
    bounds: list[tuple[int, int]] = [
        (s.start, s.end) for s in document[SENTENCES] if document.text[s.start : s.end] == sentence
    ]
    return [m for m in document[ACTORS] for start, end in bounds if start <= m.words.start < end]


def load_rows(path: Path) -> list[list[str]]:
    """The rows of a table of cases."""
    lines: list[Any] = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
