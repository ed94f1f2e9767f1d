"""Dossiers of every topic of the gold cases and of the sample corpus: the calendar against gold, and the audit; with
--collections, the audit over whole collections of news."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.model.matter import SectionKey
from dateline.views.dossier.parts import Dossier, DossierLine, Length
from evals import floors
from evals.answers import claim_facts
from evals.dossier_collections import collections
from evals.shared import ROOT, load_module, shared_folder

PLANS = ("planned", "postponed", "cancelled")
SAMPLE = "Ukraine NATO"


def main(argv: list[str]) -> int:
    """Prints the figures; exit status 1 if --gate finds one below its floor."""
    parser = argparse.ArgumentParser(prog="./run.sh eval dossier", description=main.__doc__)
    parser.add_argument("dir", nargs="?", type=Path, help="a folder of topics (default: the shared cases)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gate", action="store_true", help="compare with evals/floors.json")
    parser.add_argument("--collections", action="store_true", help="audit DIR, a folder of timeline17's form")
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "dateline-collections")
    parser.add_argument("--articles", type=int, help="of each collection at most so many")
    options = parser.parse_args(argv)
    if options.collections:
        return whole(options)
    cases = options.dir or shared_folder() / "cases"
    figures = {t.parent.name: topic(t.parent) for t in sorted(cases.glob("*/task.json"))}
    figures["sample"] = sample(ROOT / "sample" / "articles")
    total = {name: sum(f[name] for f in figures.values()) for name in ("plans held", "plans", "lines", "uncovered")}
    print(json.dumps({"topics": figures, "all": total}, indent=1) if options.json else table(figures, total))
    broken = floors.broken("dossier", floors.corpus_hash(cases), shares(total)) if options.gate else []
    for line in broken:
        print(f"below the floor: {line}")
    return 1 if broken else 0


def whole(options: argparse.Namespace) -> int:
    """Prints the audit of collections; exit status 1 if a line is not covered."""
    folder = options.dir or shared_folder() / "bench" / "timelines" / "t17"
    figures = collections(folder, options.kept, options.articles)
    total = {name: sum(f[name] for f in figures.values()) for name in ("articles", "audits", "lines", "uncovered")}
    if options.json:
        print(json.dumps({"collections": figures, "all": total}, indent=1))
    else:
        print("\n".join(_row(name, f) for name, f in {**figures, "all": total}.items()))
    return 1 if total["uncovered"] else 0


def _row(name: str, found: Mapping[str, Any]) -> str:
    told = f"{name:24} {found['uncovered']} uncovered of {found['lines']} lines in {found['audits']} audits"
    words = f", {' '.join(found['words'])}" if found.get("words") else ""
    return "\n".join([f"{told} ({found['articles']} articles{words})", *(f"    {b}" for b in found.get("bad", ()))])


def shares(total: Mapping[str, int]) -> dict[str, float]:
    """What the floors gate: shares between 0 and 1."""
    return {
        "calendar holds plans with their state": total["plans held"] / total["plans"] if total["plans"] else 1.0,
        "lines covered": 1 - total["uncovered"] / total["lines"] if total["lines"] else 1.0,
    }


def topic(case: Path) -> dict[str, Any]:
    """The figures of one topic: plans of its gold that the calendar holds with the right state, and the audit today and
    on each day that its task asks for."""
    task = json.loads((case / "task.json").read_text("utf-8"))
    with open_desk(None) as desk:
        desk.add([case / "docs"])
        desk.job("dossier.new", name="topic", query=task["query"])
        dossier = desk.view("dossier.show", name="topic", length=Length.FULL)
        held, missed = plans(case, desk, dossier) if (case / "gold.json").exists() else ([], [])
        days = [None, *(date.fromisoformat(d) for d in task["as_of"])]
        return {"plans held": len(held), "plans": len(held) + len(missed), "missed": missed, **audited(desk, days)}


def audited(desk: Desk, days: Iterable[date | None]) -> dict[str, Any]:
    """Lines of the dossier as of each day, and those that are not covered."""
    audits = [desk.view("audit.dossier", name="topic", as_of=day) for day in days]
    bad = [u.text for a in audits for u in a.uncovered]
    return {"lines": sum(a.lines for a in audits), "uncovered": len(bad), "bad": bad}


def sample(folder: Path) -> dict[str, Any]:
    """The audit over the sample corpus, on one matter of it."""
    with open_desk(None) as desk:
        desk.add([folder])
        desk.job("dossier.new", name="topic", query=SAMPLE)
        return {"plans held": 0, "plans": 0, "missed": [], **audited(desk, [None])}


def plans(case: Path, desk: Desk, dossier: Dossier) -> tuple[list[str], list[str]]:
    """Gold facts of plans that the calendar holds with the right state, and those that it does not: a line that tells
    the state, resting on a sentence and a time that meet those of the fact."""
    scorer = load_module(shared_folder() / "cases" / "score.py")
    gold = json.loads((case / "gold.json").read_text("utf-8"))["facts"]
    facts = {f["id"]: f for f in claim_facts(case, desk)}
    told = [(c.evidence.claim, state) for x in calendar_lines(dossier) for c in x.cited for state in states(x)]
    shown = [(facts[claim], state) for claim, state in dict.fromkeys(told) if claim in facts]
    wanted = [g for g in gold if g["status"] in PLANS and not g.get("optional")]
    held = [g["id"] for g in wanted if any(state == g["status"] and scorer.meets(fact, g) for fact, state in shown)]
    return held, [f"{g['id']} {g['anchor']}" for g in wanted if g["id"] not in held]


def states(line: DossierLine) -> set[str]:
    """As what a line of the calendar tells an occasion: as its sentence does, or the act in it ("called off")."""
    act = line.plan and line.status.value not in PLANS
    return {line.plan.state.value if line.plan and act else line.status.value}


def calendar_lines(dossier: Dossier) -> list[DossierLine]:
    """The lines of the calendar."""
    return [x for s in dossier.sections if s.key is SectionKey.CALENDAR for p in s.parts for x in p.lines]


def table(figures: Mapping[str, Mapping[str, Any]], total: Mapping[str, int]) -> str:
    """The figures in lines."""
    rows = []
    for name, f in {**figures, "all": total}.items():
        audit = f"{f['uncovered']} uncovered of {f['lines']} lines"
        rows.append(f"{name:24} calendar {f['plans held']}/{f['plans']} | audit {audit}")
        rows += [f"    missed: {m}" for m in f.get("missed", ())] + [f"    uncovered: {b}" for b in f.get("bad", ())]
    return "\n".join(rows)
