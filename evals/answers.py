"""Answers one topic of the gold cases through the desk, as a user would, and writes what the scorer reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.model.claim import Claim
from dateline.model.relation import RelationKind


def write_answers(case: Path, out: Path) -> None:
    """Reads docs/ and task.json of a case (never its gold) into a store in memory and writes the five answer files."""
    task = json.loads((case / "task.json").read_text("utf-8"))
    with open_desk(None) as desk:
        desk.add([case / "docs"])
        claims = [c for c in desk.store.claims.all() if c.when]
        _write(out / "facts.jsonl", claim_facts(case, desk))
        _write(out / "events.jsonl", _events(desk, claims))
        _write(out / "disagreements.jsonl", _disagreements(desk))
        _write(out / "as_of.jsonl", (_state(desk, task["query"], day) for day in task["as_of"]))
        _write(out / "drafts.jsonl", _drafts(desk, task["drafts"]))


def claim_facts(case: Path, desk: Desk) -> list[dict[str, Any]]:
    """The dated claims of a case's documents as facts, by id."""
    names = _names(case)
    return [_fact(c, names[_url(desk, c)]) for c in desk.store.claims.all() if c.when]


def _names(case: Path) -> dict[str, str]:
    docs = [json.loads(p.read_text("utf-8")) for p in sorted((case / "docs").glob("*.json"))]
    return {d["url"]: d["id"] for d in docs}


def _url(desk: Desk, claim: Claim) -> str:
    held = desk.store.articles.get(claim.article_id)
    assert held is not None
    return held.article.url


def _fact(claim: Claim, doc: str) -> dict[str, Any]:
    assert claim.when is not None
    days = claim.when.days
    return {
        "id": claim.id,
        "doc": doc,
        "sentence": claim.sentence.exact,
        "anchor": claim.anchor.exact,
        "start": days.start and days.start.isoformat(),
        "end": days.end and days.end.isoformat(),
        "granularity": claim.when.granularity.value,
        "status": claim.status.value,
    }


def _events(desk: Desk, claims: Iterable[Claim]) -> Iterable[dict[str, Any]]:
    for event in desk.store.links.events_of([c.id for c in claims]):
        yield {"id": event.id, "facts": list(event.claims)}


def _disagreements(desk: Desk) -> Iterable[dict[str, Any]]:
    for relation in desk.store.links.relations():
        if relation.kind is RelationKind.CONTRADICTION and relation.slot:
            yield {"facts": [relation.a, relation.b], "slot": relation.slot.value}


def _state(desk: Desk, query: str, day: str) -> dict[str, Any]:
    state = desk.view("state", query=query, as_of=date.fromisoformat(day))
    return {"day": day, "facts": [line.claim for line in state.latest]}


def _drafts(desk: Desk, drafts: list[list[str]]) -> Iterable[dict[str, Any]]:
    for index, sentences in enumerate(drafts):
        report = desk.view("check", draft=" ".join(sentences))
        verdicts = {line.sentence: line for line in report.sentences}
        for number, sentence in enumerate(sentences):
            if sentence in verdicts:
                line = verdicts[sentence]
                facts = [e.claim for e in line.evidence]
                yield {"draft": index, "sentence": number, "verdict": line.verdict.value, "facts": facts}


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
