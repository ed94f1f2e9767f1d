"""Runs every topic of the gold cases in a store of its own and scores it with the cases' own script."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from evals import floors
from evals.answers import write_answers
from evals.shared import load_module, shared_folder


def main(argv: list[str]) -> int:
    """Prints the figures per topic and in all; exit status 1 if --gate finds one below its floor."""
    options = _options(argv)
    cases = options.dir or shared_folder() / "cases"
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        figures = score(cases, out)
        seeds = _seeds(cases, out)
    figures |= {"seeds": seeds} if seeds else {}
    print(json.dumps(figures, indent=1) if options.json else _table(cases, figures))
    if not options.gate:
        return 0
    broken = floors.broken("cases", floors.corpus_hash(cases), flat(figures["all"]))
    for line in broken:
        print(f"below the floor: {line}")
    return 1 if broken else 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh eval cases", description=main.__doc__)
    parser.add_argument("dir", nargs="?", type=Path, help="a folder of topics (default: the shared cases)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gate", action="store_true", help="compare with evals/floors.json")
    parser.add_argument("--out", type=Path, help="keep the answers there")
    return parser.parse_args(argv)


def score(cases: Path, out: Path) -> dict[str, Any]:
    """Answers every topic of a folder into `out`, and the figures of the cases' scorer on them."""
    scorer = load_module(shared_folder() / "cases" / "score.py")
    topics = {}
    for task in sorted(cases.glob("*/task.json")):
        write_answers(task.parent, out / task.parent.name)
        if (task.parent / "gold.json").exists():
            topics[task.parent.name] = scorer.score_topic(task.parent, out / task.parent.name)
    return {"topics": topics, "all": scorer.total(topics)} if topics else {"topics": {}, "all": {}}


def _seeds(cases: Path, out: Path) -> dict[str, Any] | None:
    case = next((p.parents[1] for p in sorted(cases.glob("*/docs/seed-*.json"))), None)
    return score_seeds(case, out / "seeds") if case and (case / "gold.json").exists() else None


def score_seeds(case: Path, out: Path) -> dict[str, Any]:
    """How many of the seeds' dated facts (documents seed-*) are found with the right status and granularity, of how
    many that are not optional, and the disagreements reported between the seeds, as pairs of years."""
    scorer = load_module(shared_folder() / "cases" / "score.py")
    write_answers(case, out)
    gold = json.loads((case / "gold.json").read_text("utf-8"))["facts"]
    facts = scorer.rows(out / "facts.jsonl")
    found = {gold[j]["id"]: facts[i] for i, j in scorer.matching(facts, gold).items()}
    wanted = [g for g in gold if g["doc"].startswith("seed-") and not g.get("optional")]
    right = [g for g in wanted if g["id"] in found and _as_gold(found[g["id"]], g, scorer.WORDED)]
    seeds = {f["id"]: f for f in facts if f["doc"].startswith("seed-")}
    clashes = [d["facts"] for d in scorer.rows(out / "disagreements.jsonl") if set(d["facts"]) <= set(seeds)]
    years = {tuple(sorted(seeds[f]["start"][:4] for f in pair)) for pair in clashes}
    return {
        "facts found with status and granularity": len(right),
        "of": len(wanted),
        "disagreements": sorted(map(list, years)),
        "missing": [g["sentence"] for g in wanted if g not in right],
    }


def _as_gold(fact: dict[str, Any], gold: dict[str, Any], worded: set[str]) -> bool:
    exact = gold["granularity"] in worded or fact["granularity"] == gold["granularity"]
    return exact and bool(fact["status"] == gold["status"])


def _table(cases: Path, figures: dict[str, Any]) -> str:
    scorer = load_module(shared_folder() / "cases" / "score.py")
    rows = {**figures["topics"], "all": figures["all"]} if figures["topics"] else {}
    lines = [scorer.line(n, t) for n, t in rows.items()] or [f"no gold under {cases}"]
    if seeds := figures.get("seeds"):
        right = f"{seeds['facts found with status and granularity']}/{seeds['of']} facts with status and granularity"
        lines.append(f"{'seeds':24} {right} | disagreements {seeds['disagreements']}")
    return "\n".join(lines)


def flat(part: dict[str, Any]) -> dict[str, float]:
    """The figures that floors gate, by name: shares between 0 and 1 (higher is better)."""
    share = lambda name, a="right", b="of": part[name][a] / part[name][b] if part[name][b] else 1.0  # noqa: E731
    return {
        "facts precision": part["facts"]["precision"],
        "facts recall": part["facts"]["recall"],
        "status": share("status"),
        "granularity": share("granularity"),
        "events f1": part["events"]["f1"],
        "disagreements precision": part["disagreements"]["precision"],
        "disagreements recall": part["disagreements"]["recall"],
        "traps not sprung": 1 - share("traps", "sprung"),
        "as-of latest found": share("as_of", "latest_found", "latest"),
        "as-of days right": share("as_of"),
        "draft verdicts": share("drafts"),
        "draft evidence": share("drafts", "evidence", "evidence_of"),
        "drafts contradicted and not called supported": 1 - share("drafts", "contradicted_called_supported"),
    }
