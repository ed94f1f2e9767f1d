"""The audit over whole collections of news: every line of their dossiers, on several days, re-read against the store.

A collection is a folder of timeline17's form. Its matters are asked for by the words that most of its articles share
and that other news lacks: one dossier of the first word alone, which takes in nearly everything, and one of the first
three. The annotated store of each is kept in a folder, so that a second run only brings it up to date.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.link.timelines.records import Passage, Report
from dateline.link.timelines.topic import topic
from dateline.link.words import WORD, stem
from evals.timelines.gold import topics, untokenised

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = {"one-word": 1, "three-words": 3}  # the dossiers of a collection, by how many words ask for them
DAYS = 4  # days of publication, evenly spread, as of which each is read, besides today
HEADLINE = 90  # characters of the first line that stand for a headline
BATCH = 40  # articles that are added at a time


def collections(folder: Path, kept: Path, most: int | None) -> dict[str, dict[str, Any]]:
    """The figures of the collections in a folder, by name; their stores are kept in another one."""
    return {path.name: collection(path, kept, most) for path in topics(folder)}


def collection(path: Path, kept: Path, most: int | None = None) -> dict[str, Any]:
    """Lines and uncovered lines of both dossiers of a collection, over its days; of `most` articles at most."""
    rows = _rows(path, most)
    with open_desk(kept / f"{path.name}-{len(rows)}.sqlite", now=lambda: NOW) as desk:
        _fill(desk, rows, kept / path.name)
        words = telling_words(rows)
        made = {d.name for d in desk.view("dossier.list").dossiers}
        for name, count in NAMES.items():
            if name not in made:
                desk.job("dossier.new", name=name, query=" ".join(words[:count]))
        audits = list(_audits(desk, [None, *spread(rows)]))
    return {
        "articles": len(rows),
        "words": words,
        "audits": len(audits),
        "lines": sum(a.lines for a in audits),
        "uncovered": sum(len(a.uncovered) for a in audits),
        "bad": [f"{u.text} ({'; '.join(u.why)})" for a in audits for u in a.uncovered],
    }


def _audits(desk: Desk, days: Sequence[date | None]) -> Iterator[Any]:
    for name in NAMES:
        for day in days:
            yield desk.view("audit.dossier", name=name, as_of=day)


def _rows(path: Path, most: int | None) -> list[dict[str, Any]]:
    lines = (line for line in (path / "articles.jsonl").read_text("utf-8").splitlines() if line.strip())
    return [json.loads(line) for line in islice(lines, most)]


def spread(rows: Sequence[Mapping[str, Any]]) -> list[date]:
    """DAYS days of publication, evenly spread over the articles, the first and the last left out."""
    days = sorted(date.fromisoformat(row["published_at"][:10]) for row in rows if row.get("published_at"))
    return sorted({days[len(days) * n // (DAYS + 1)] for n in range(1, DAYS + 1)}) if days else []


def telling_words(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The three words that say best what the articles are about, as they are mostly written."""
    reports = [Report(row["id"], None, tuple(Passage(p) for p in paragraphs(row))) for row in rows]
    theme = topic(reports).theme
    best = sorted(theme, key=lambda w: (-theme[w], w))[: max(NAMES.values())]
    written = Counter(word for row in rows for word in WORD.findall(row["text"]) if stem(word) in best)
    return [max((w for w in written if stem(w) == root), key=lambda w: (written[w], w)) for root in best]


def paragraphs(row: Mapping[str, Any]) -> list[str]:
    """The lines of an article as they are written."""
    return [untokenised(line) for line in row["text"].split("\n") if line.strip(" -")]


def _fill(desk: Desk, rows: Sequence[Mapping[str, Any]], folder: Path) -> None:
    """Adds the articles, some at a time; those that are held already change nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(rows), BATCH):
        paths = [folder / f"{row['id']}.json" for row in rows[first : first + BATCH]]
        for path, row in zip(paths, rows[first : first + BATCH], strict=True):
            path.write_text(json.dumps(_document(row)), "utf-8")
        desk.add(paths)


def _document(row: Mapping[str, Any]) -> dict[str, Any]:
    lines = paragraphs(row)
    return {
        "id": row["id"],
        "outlet": "The collection",
        "url": f"https://collection.example/{row['id']}",
        "published_at": (row.get("published_at") or "")[:10] or None,
        "language": "en",
        "title": lines[0][:HEADLINE] if lines else "",
        "text": "\n\n".join(lines),
    }
