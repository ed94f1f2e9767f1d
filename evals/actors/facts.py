"""Party of each fact: the gold's actors and speaker against the parties of the claim that tells the fact.

Which claim tells a fact is settled in telling.py. "strict" compares ids; "state" counts an organ of a state for the
state, both ways. "named" takes the parties that the claim names in its roles or as speaker, "implied" also those that
it is about without naming them. A party of the gold that no list knows ("protesters", a firm) is met by a role that is
worded so; such roles count for nothing otherwise. A third of the documents, by hash, is kept for testing only. Besides
the gold cases, articles of the sample in `parties.tsv` are scored, apart from them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark
from dateline.model.outlet import Outlet
from dateline.settings import Settings
from evals.actors.gold import ORGANS, country_of, gold_ids, unlisted
from evals.actors.readers import listed, met, readings, voted, wanted
from evals.actors.telling import telling, worded

OWN = Path(__file__).with_name("parties.tsv")
ARTICLES = Path(__file__).resolve().parents[2] / "sample" / "articles"
SAMPLE = "sample"
STATELY = ORGANS | {"state", "body"}  # what counts for its state
SHOWN = ("state, implied", "country, implied")  # of each topic
SPOKEN = frozenset({"said", "demanded", "denied"})  # statuses of which the gold names the speaker


@dataclass
class Count:
    """Parties of the gold, of ours, and in both."""

    gold: int = 0
    ours: int = 0
    both: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1, rounded."""
        precision, recall = self.both / max(1, self.ours), self.both / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {"parties": self.gold, "p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3)}


def fact_figures(folders: list[Path]) -> dict[str, dict[str, float]]:
    """The figures of all topics under the folders, by split, way of comparing and parties taken, and of the
    sample."""
    told: dict[str, Count] = {}
    for _, document, facts in (*_documents(folders), *_sample()):
        split = _split(document)
        sample = document.article.id == SAMPLE
        for name in (f"sample, {split}",) if sample else (split, "all"):
            _score(told, name, document, facts)
        if any("read" in f for f in facts):
            _score(told, f"{split}, by the gold's list alone", document, [{**f, "read": ()} for f in facts])
    return {name: told[name].figures() for name in sorted(told)}


def topic_figures(folders: list[Path]) -> dict[str, dict[str, float]]:
    """The figures of each topic under the folders that names parties, with those implied."""
    told: dict[str, Count] = {}
    for topic, document, facts in _documents(folders):
        if any(f["actors"] for f in facts):
            _score(told, f"{topic}, {_split(document)}", document, facts)
    return {name: told[name].figures() for name in sorted(told) if name.endswith(SHOWN)}


def _split(document: Document) -> str:
    kept = int(hashlib.sha256(document.revision.id.encode()).hexdigest(), 16) % 3 == 0
    return "kept for testing" if kept else "developed"


def _score(told: dict[str, Count], split: str, document: Document, facts: list[dict[str, Any]]) -> None:
    """Counts the facts of a document, by the way of comparing and the parties taken."""
    for fact in facts:
        claim = telling(document, fact)
        if claim is None:
            told.setdefault(f"{split}: facts without a claim", Count()).gold += 1
            continue
        for way in ("strict", "state", "country"):
            for taken in ("named", "implied"):
                _compare(told.setdefault(f"{split}: {way}, {taken}", Count()), document, fact, claim, way, taken)


def _documents(folders: list[Path]) -> Iterator[tuple[str, Document, list[dict[str, Any]]]]:
    topics, documents, facts = [], [], []
    for topic in sorted(p.parent for f in folders for p in f.glob("*/gold.json")):
        gold = json.loads((topic / "gold.json").read_text("utf-8"))["facts"]
        for file in sorted((topic / "docs").glob("*.json")):
            raw = json.loads(file.read_text("utf-8"))
            topics.append(topic.name)
            documents.append(_document(raw))
            facts.append([f | _read(topic, f) for f in gold if f["doc"] == raw["id"] and not f.get("optional")])
    yield from zip(topics, standard_chain(Settings().model).run(documents), facts, strict=True)


def _read(topic: Path, fact: dict[str, Any]) -> dict[str, Any]:
    """What the readers named in a fact, of the cases that were read."""
    read = readings().get((topic.name, fact["id"]))
    return {"read": read} if read else {}


def _sample() -> Iterator[tuple[str, Document, list[dict[str, Any]]]]:
    """The articles of the sample that parties.tsv annotates, with their facts."""
    facts: dict[str, list[dict[str, Any]]] = {}
    for line in OWN.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slug, words, names = line.split("\t")
            facts.setdefault(slug, []).append({"anchor": words, "actors": names.split(";"), "speaker": None})
    documents = [d for f in sorted(ARTICLES.glob("*.md")) if (d := _article(f.read_text("utf-8"))).revision.id in facts]
    for document in standard_chain(Settings().model).run(documents):
        yield SAMPLE, document, facts[document.revision.id]


def _article(file: str) -> Document:
    """An article of the sample, by the end of its address."""
    head, _, text = file.removeprefix("---\n").partition("\n---\n")
    told = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    day = Published(date.fromisoformat(told["published"][:10])) if "published" in told else None
    slug = told.get("url", "").rpartition("/")[2]
    revision = Revision(slug, SAMPLE, told.get("headline", ""), text.strip(), "en", published_at=day)
    return Document(Outlet("o", told.get("outlet", "")), Article(SAMPLE, "o", ""), revision)


def _document(raw: dict[str, Any]) -> Document:
    day = Published(date.fromisoformat(raw["published_at"])) if raw["published_at"] else None
    revision = Revision(raw["id"], "a", raw["title"], raw["text"], "en", published_at=day)
    return Document(Outlet("o", raw["outlet"]), Article("a", "o", ""), revision)


def _compare(count: Count, document: Document, fact: dict[str, Any], claim: Claim, way: str, taken: str) -> None:
    countries = {m.actor: m.country for m in document[ACTORS] if m.country and _stands_for(m, way)}
    countries |= {a.id: a.country for a in lexicon().countries.values()}
    voices = [listed(fact), *fact.get("read", ())]
    ours = set(claim.actors) | ({claim.speaker} if _told(fact) and re.fullmatch(r"[\w-]+", claim.speaker) else set())
    ours |= set(claim.implied) if taken == "implied" else set()
    known = {m.actor for m in document[ACTORS]}
    names = {i: name for voice in voices for party in voice for name in party.names for i in gold_ids(name)}
    ours |= {i for i, name in names.items() if i not in known and unlisted(i) and worded(claim, name)}

    def counted(actor: str) -> str:
        actor = next((o for o in sorted(ours) if o.endswith(f"-{actor}") and actor.endswith("court")), actor)
        return actor if way == "strict" else country_of(actor) or countries.get(actor) or actor

    parties = [wanted(voice, counted) for voice in voices]
    found = met(voted(parties), {counted(o) for o in ours})
    count.gold, count.ours, count.both = (
        a + b for a, b in zip((count.gold, count.ours, count.both), found, strict=True)
    )


def _stands_for(mark: ActorMark, way: str) -> bool:
    """Whether a party is counted as its country: its organs are, in the way "country" its groups and parties, too."""
    return mark.kind in STATELY if way == "state" else mark.kind != "person"


def _told(fact: dict[str, Any]) -> bool:
    """Whether the gold names the speaker of such a fact: of what is said, demanded or denied; of nothing else."""
    return bool(fact["speaker"]) or fact.get("status", "said") in SPOKEN
