"""The quotations annotated by hand, tied to their texts: see README.md for how they are written."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.annotate.base import Document
from dateline.ingest.base import Given, Item
from dateline.ingest.files import read
from dateline.model.article import Article, Revision, article_id, revision_id
from evals.shared import ROOT

GOLD = Path(__file__).with_name("gold.txt")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
EDGES = " \t\n.,;:!?…-–—'\"“”‘’«»„()"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One annotated quotation: text[start:end], who speaks (any of these words will do), and how it is given.

    One that is `optional` counts neither way.
    """

    document: str
    start: int
    end: int
    kind: str
    speakers: tuple[str, ...]
    cue: str
    nested: bool
    optional: bool


def half_of(document: str) -> str:
    """Which half a document belongs to, by the hash of its name: "developed" on, or only "reported"."""
    return "reported" if int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2 else "developed"


def documents(shared: Path, names: set[str]) -> dict[str, Document]:
    """The texts of those names: articles of the sample corpus by file, documents of the gold cases by id."""
    found = {p.stem: p for p in (ROOT / "sample" / "articles").glob("*.md")}
    found |= {p.stem: p for p in (shared / "cases").glob("*/docs/*.json")}
    missing = sorted(names - found.keys())
    if missing:
        raise SystemExit(f"evals: no such texts: {', '.join(missing)}")
    return {name: document(found[name]) for name in sorted(names)}


def document(path: Path) -> Document:
    """One file as the chain takes it."""
    item = next(i for i in read([path], Given(), NOW) if isinstance(i, Item))
    article = article_id(item.outlet.id, item.url, item.headline)
    revision = Revision(
        revision_id(article, item.headline, item.text, item.published_at),
        article,
        item.headline,
        item.text,
        item.language,
        byline=item.byline,
        published_at=item.published_at,
    )
    return Document(item.outlet, Article(article, item.outlet.id, item.url), revision)


def written(text: str) -> Document:
    """A text as the chain takes it, for small cases."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "case.json"
        path.write_text(json.dumps({"id": "case", "outlet": "x.example", "language": "en", "title": "-", "text": text}))
        return document(path)


def names(path: Path = GOLD) -> set[str]:
    """The documents that are annotated."""
    return {line[2:].strip() for line in path.read_text("utf-8").splitlines() if line.startswith("# ")}


def quotations(texts: dict[str, str], path: Path = GOLD) -> Iterator[Quotation]:
    """The annotated quotations in the order of the file; SystemExit for words that do not stand in their text."""
    name = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("# "):
            name = line[2:].strip()
        elif line.strip():
            yield _quotation(name, texts[name], line, f"{path.name}:{number}")


def _quotation(name: str, text: str, line: str, where: str) -> Quotation:
    optional = line.startswith("?")
    kind, who, cue, content = (part.strip() for part in line.lstrip("? ").split("|", 3))
    start, end = _place(text, content, where)
    start, end = trimmed(text, start, end)
    speakers = tuple(w.strip() for w in who.split(" / "))
    return Quotation(name, start, end, kind.rstrip("+"), speakers, cue, kind.endswith("+"), optional)


def _place(text: str, content: str, where: str) -> tuple[int, int]:
    first, _, last = (part.strip() for part in content.partition("…"))
    found = re.search(r"\s+".join(map(re.escape, first.split())), text)
    end = found.end() if found else -1
    if found and last:
        behind = re.compile(r"\s+".join(map(re.escape, last.split()))).search(text, found.end())
        end = behind.end() if behind else -1
    if found is None or end < 0:
        raise SystemExit(f"evals: {where}: these words do not stand in the text: {content}")
    return found.start(), end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks and white space at its edges: where they belong is a matter of taste."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end
