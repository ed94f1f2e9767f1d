"""Party of each fact: the gold's actors and speaker against the parties of the claim that tells the fact.

A fact of the gold and a claim of ours are one if they stand in one sentence and share a bound of their time, words of
the anchor deciding. "strict" compares ids; "state" counts an organ of a state for the state, both ways. "named" takes
the parties that the claim names in its roles or as speaker, "implied" also the one that it is about without naming it.
A third of the documents, by hash, is kept for testing only. Besides the gold cases, articles of the sample in
`parties.tsv` are scored, apart from them.
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

from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark
from dateline.model.outlet import Outlet
from dateline.settings import Settings
from evals.actors.gold import ORGANS, country_of, gold_id

OWN = Path(__file__).with_name("parties.tsv")
ARTICLES = Path(__file__).resolve().parents[2] / "sample" / "articles"
SAMPLE = "sample"
STATELY = ORGANS | {"state", "body"}  # what counts for its state
SPOKEN = frozenset({"said", "demanded", "denied"})  # statuses of which the gold names the speaker
PRONOUNS = frozenset({"he", "she", "it", "they", "we"})  # in the gold, where nobody knows who speaks: they name nobody
WORD = re.compile(r"\w+")


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
    """The figures of all topics under the folders, by split, way of comparing and parties taken."""
    told: dict[str, Count] = {}
    for document, facts in (*_documents(folders), *_sample()):
        kept = int(hashlib.sha256(document.revision.id.encode()).hexdigest(), 16) % 3 == 0
        split = "kept for testing" if kept else "developed"
        split = f"sample, {split}" if document.article.id == SAMPLE else split
        for fact in facts:
            claim = _claim(document, fact)
            if claim is None:
                told.setdefault(f"{split}: facts without a claim", Count()).gold += 1
                continue
            for way in ("strict", "state", "country"):
                for taken in ("named", "implied"):
                    count = told.setdefault(f"{split}: {way}, {taken}", Count())
                    _compare(count, document, fact, claim, way, taken)
    return {name: told[name].figures() for name in sorted(told)}


def _documents(folders: list[Path]) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    documents, facts = [], []
    for topic in sorted(p.parent for f in folders for p in f.glob("*/gold.json")):
        gold = json.loads((topic / "gold.json").read_text("utf-8"))["facts"]
        for file in sorted((topic / "docs").glob("*.json")):
            raw = json.loads(file.read_text("utf-8"))
            documents.append(_document(raw))
            facts.append([f for f in gold if f["doc"] == raw["id"] and not f.get("optional")])
    yield from zip(standard_chain(Settings().model).run(documents), facts, strict=True)


def _sample() -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """The articles of the sample that parties.tsv annotates, with their facts."""
    facts: dict[str, list[dict[str, Any]]] = {}
    for line in OWN.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slug, words, names = line.split("\t")
            facts.setdefault(slug, []).append({"anchor": words, "actors": names.split(";"), "speaker": None})
    documents = [d for f in sorted(ARTICLES.glob("*.md")) if (d := _article(f.read_text("utf-8"))).revision.id in facts]
    for document in standard_chain(Settings().model).run(documents):
        yield document, facts[document.revision.id]


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


def _claim(document: Document, fact: dict[str, Any]) -> Claim | None:
    """The claim that tells a fact."""
    fits: list[tuple[int, int, Claim]] = []
    for claim in document[CLAIMS]:
        if "sentence" not in fact:
            if fact["anchor"] in claim.sentence.exact and claim.when is not None:
                fits.append((1, len(_words(claim.anchor.exact) & _words(fact["anchor"])), claim))
            continue
        same = fact["sentence"] in claim.sentence.exact or claim.sentence.exact in fact["sentence"]
        if same and claim.when is not None:
            bounds = zip((claim.when.days.start, claim.when.days.end), fact["when"].values(), strict=False)
            alike = sum(str(ours or "") == (gold or "") for ours, gold in bounds)
            fits.append((alike, len(_words(claim.anchor.exact) & _words(fact["anchor"])), claim))
    best = max(fits, key=lambda f: f[:2], default=(0, 0, None))
    return best[2] if best[0] else None


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def _compare(count: Count, document: Document, fact: dict[str, Any], claim: Claim, way: str, taken: str) -> None:
    countries = {m.actor: m.country for m in document[ACTORS] if m.country and _stands_for(m, way)}
    countries |= {a.id: a.country for a in lexicon().countries.values()}
    wanted = {i for name in [*fact["actors"], fact["speaker"] or ""] for i in gold_ids(name)}
    ours = set(claim.actors) | ({claim.speaker} if _told(fact) and re.fullmatch(r"[\w-]+", claim.speaker) else set())
    ours |= set(claim.implied) if taken == "implied" else set()
    wanted = {next((o for o in sorted(ours) if o.endswith(f"-{w}") and w.endswith("court")), w) for w in wanted}
    if way != "strict":
        countries |= {i: country for i in wanted if (country := country_of(i))}
        wanted, ours = ({countries.get(i) or i for i in ids} for ids in (wanted, ours))
    count.gold += len(wanted)
    count.ours += len(ours)
    count.both += len(wanted & ours)


def _stands_for(mark: ActorMark, way: str) -> bool:
    """Whether a party is counted as its country: its organs are, in the way "country" its groups and parties, too."""
    return mark.kind in STATELY if way == "state" else mark.kind != "person"


def _told(fact: dict[str, Any]) -> bool:
    """Whether the gold names the speaker of such a fact: of what is said, demanded or denied; of nothing else."""
    return bool(fact["speaker"]) or fact.get("status", "said") in SPOKEN


def gold_ids(name: str) -> list[str]:
    """The ids that a name in the gold leads to; "X and Y" are two, "as in the sentence" is none."""
    plain = re.sub(r"\s*\(.*?\)", "", name).strip()
    if not plain or plain.lower().startswith("as in") or plain.lower() in PRONOUNS:
        return []
    found = called(lexicon(), plain)
    if found:
        return [found[0].id]
    if " and " in plain:
        return [i for part in plain.split(" and ") for i in gold_ids(part)]
    return [gold_id(plain)]
