"""How many slips of a writer `dateline check` calls supported: a small thing told wrong in a sentence that is true."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.desk import Desk, open_desk
from evals.shared import shared_folder

ROOT = Path(__file__).parents[1]
SLIPS = ROOT / "tests" / "cases" / "check" / "slips"
Slip = tuple[str, str, str]  # its kind, the sentence with it, what stands before it in its draft


def main(argv: list[str]) -> int:
    """Prints the figures per topic and those slips that are called supported; always 0."""
    parser = argparse.ArgumentParser(prog="./run.sh eval slips", description=main.__doc__)
    parser.add_argument("topics", nargs="*", help="names of topics (default: all that have slips)")
    chosen = parser.parse_args(argv).topics or sorted(p.stem for p in SLIPS.glob("*.txt"))
    every: Counter[str] = Counter()
    for topic in chosen:
        found = verdicts(topic)
        print(f"{topic:24} slips {found.total()} called supported {found['supported']}")
        every += found
    print(
        f"{'all':24} slips {every.total()} called supported {every['supported']} contradicted {every['contradicted']}"
    )
    return 0


def verdicts(topic: str) -> Counter[str]:
    """How often each verdict is given on the slips of a topic."""
    case = folder(topic)
    with open_desk(None) as desk:
        desk.add([case / "docs"])
        return Counter(verdict(desk, slip) for slip in slips(topic, case))


def verdict(desk: Desk, slip: Slip) -> str:
    """The verdict on a slip in its draft."""
    kind, sentence, before = slip
    found = str(desk.view("check", draft=f"{before} {sentence}".strip()).sentences[-1].verdict.value)
    if found == "supported":
        print(f"  {kind}: {sentence}")
    return found


def folder(topic: str) -> Path:
    """Where the texts of a topic are."""
    places = [shared_folder() / "cases" / topic, *sorted((ROOT / "evals").glob(f"*/{topic}"))]
    return next(p for p in places if (p / "docs").exists())


def slips(topic: str, case: Path) -> Iterator[Slip]:
    """The slips of a topic: blocks of a true sentence of its drafts, and under it what is wrong told of the same."""
    before = _before(case)
    for block in (SLIPS / f"{topic}.txt").read_text("utf-8").strip().split("\n\n"):
        true, *wrong = block.splitlines()
        for line in wrong:
            kind, _, sentence = line.partition(" | ")
            yield kind, sentence, before[true]


def _before(case: Path) -> dict[str, str]:
    """What stands before each sentence of a topic's drafts."""
    found = {}
    for draft in json.loads((case / "gold.json").read_text("utf-8"))["drafts"]:
        told = [s["sentence"] for s in draft["sentences"]]
        found |= {sentence: " ".join(told[:n]) for n, sentence in enumerate(told)}
    return found
