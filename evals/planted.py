"""What linking finds of what is planted in the sample corpus, where many matters stand in one store.

Recall: a planted disagreement is found if a contradiction joins claims of its two sentences in its slot. Precision: a
contradiction is right if one of its sentences is a planted error and it is in that error's slot.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.model.claim import Claim
from dateline.model.relation import Relation, RelationKind
from evals.shared import ROOT

SAMPLE = ROOT / "sample"


@dataclass(frozen=True)
class Contradiction:
    """A reported contradiction with its two sentences."""

    slot: str
    values: tuple[str, ...]
    sentences: tuple[str, str]


def main(argv: list[str]) -> int:
    """Prints the figures, with every miss and false alarm."""
    parser = argparse.ArgumentParser(prog="./run.sh eval planted", description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    figures = measure()
    print(json.dumps(figures, indent=1, ensure_ascii=False) if options.json else _table(figures))
    return 0


def measure() -> dict[str, Any]:
    """Counts over the whole sample corpus, with the misses and false alarms themselves."""
    planted: dict[str, Any] = tomllib.loads((SAMPLE / "planted.toml").read_text("utf-8"))
    with open_desk(None) as desk:
        desk.add([SAMPLE / "articles"])
        found = list(_contradictions(desk))
        together = set(_together(desk))
    wanted = [(d["slot"], _pair(d["sentences"])) for d in planted["disagreement"]]
    traps = {_pair(t["sentences"]) for t in planted["trap"]}
    said = {(c.slot, _pair(c.sentences)) for c in found}
    wrong = {(d["slot"], " ".join(d["sentences"][1].split())) for d in planted["disagreement"]}
    false = [c for c in found if not any((c.slot, s) in wrong for s in _pair(c.sentences))]
    happenings = {_pair(c.sentences) for c in found}
    return {
        "disagreements planted": len(wanted),
        "found": sum(w in said for w in wanted),
        "reported": len(happenings),
        "false alarms": len({_pair(c.sentences) for c in false}),
        "traps": len(traps),
        "traps sprung": len(traps & happenings),
        "traps in one event": len(traps & together),
        "missed": [d["why"] for d, w in zip(planted["disagreement"], wanted, strict=True) if w not in said],
        "false": [f"{c.slot} {' ≠ '.join(c.values)} | {c.sentences[0]} | {c.sentences[1]}" for c in false],
    }


def _table(figures: dict[str, Any]) -> str:
    counts = [f"{name:24} {value}" for name, value in figures.items() if isinstance(value, int)]
    lists = [f"{name}: {line}" for name in ("missed", "false") for line in figures[name]]
    return "\n".join([*counts, *lists])


def _pair(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(s.split()) for s in sentences)


def _contradictions(desk: Desk) -> Iterable[Contradiction]:
    for relation in desk.store.links.relations():
        if relation.kind is RelationKind.CONTRADICTION and relation.slot:
            a, b = _claims(desk, relation)
            yield Contradiction(relation.slot.value, relation.values, (a.sentence.exact, b.sentence.exact))


def _claims(desk: Desk, relation: Relation) -> tuple[Claim, Claim]:
    a, b = desk.store.claims.get([relation.a, relation.b])
    return a, b


def _together(desk: Desk) -> Iterable[frozenset[str]]:
    """All pairs of sentences of different articles that stand in one event."""
    claims = {c.id: c for c in desk.store.claims.all()}
    for event in desk.store.links.events_of(list(claims)):
        members = [claims[c] for c in event.claims if c in claims]
        for a in members:
            for b in members:
                if a.article_id < b.article_id:
                    yield _pair((a.sentence.exact, b.sentence.exact))
