"""Folders of timeline17's form: TOPIC/articles.jsonl (published_at, tokenised text), TOPIC/gold/*.txt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.annotate.base import BLOCKS, DATES, SENTENCES, Document
from dateline.annotate.dates.annotator import dates
from dateline.link.timelines.reading import report
from dateline.link.timelines.records import ChosenSentence, Report
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.model.text import Block, BlockKind, Sentence
from evals.timelines.scoring import Timeline

RULE = re.compile(r"-{20,}\Z")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}
OPENING = frozenset(("(", "[", "{", "“", "$", "#", "£", "€"))
CLOSING = frozenset((")", "]", "}", "”", ",", ".", ";", ":", "!", "?", "%", "n't"))


@dataclass(frozen=True)
class Gold:
    """One topic: its articles as annotated, their sentences in tokens as scored, and its timelines by name."""

    name: str
    reports: tuple[Report, ...]
    tokens: dict[str, tuple[str, ...]]
    timelines: dict[str, Timeline]

    def cited(self, sentence: ChosenSentence) -> str:
        """The tokens of a chosen sentence: of its line, or of the end of the line that it is."""
        words = self.tokens[sentence.article_id][sentence.at].split()
        ends = (" ".join(words[at:]) for at in range(len(words)))
        return next((end for end in ends if untokenised(end) == sentence.passage.text), " ".join(words))


def topics(folder: Path) -> list[Path]:
    """The topics in a folder, or the folder itself if it is one."""
    if (folder / "articles.jsonl").exists():
        return [folder]
    return sorted(f for f in folder.iterdir() if (f / "articles.jsonl").exists())


def read(folder: Path) -> Gold:
    """A topic, its articles annotated with dates."""
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines() if line.strip()]
    tokens = {row["id"]: tuple(s.strip() for s in row["text"].split("\n") if s.strip()) for row in rows}
    reports = tuple(_report(row, tokens[row["id"]]) for row in rows)
    timelines = {p.stem: read_timeline(p.read_text("utf-8")) for p in sorted((folder / "gold").glob("*.txt"))}
    return Gold(folder.name, reports, tokens, timelines)


def read_timeline(text: str) -> dict[date, list[str]]:
    """A timeline: a line with a day, sentences one a line, a line of dashes; of a day told twice, the latter."""
    found: dict[date, list[str]] = {}
    day: date | None = None
    sentences: list[str] = []
    for line in (raw.strip() for raw in text.split("\n")):
        if RULE.match(line):
            if day:
                found[day] = sentences
            day, sentences = None, []
        elif given := DAY.match(line):
            day = date(*map(int, given.groups()))
        elif line:
            sentences.append(line)
    return found


def _report(row: dict[str, Any], tokens: Sequence[str]) -> Report:
    """An article with the days that its sentences name; the lines of its text are its sentences."""
    lines = [untokenised(s) for s in tokens]
    spans = list(_spans(lines))
    published = date.fromisoformat(row["published_at"][:10]) if row.get("published_at") else None
    document = Document(
        Outlet("outlet-of-topic", "of topic"),
        Article(row["id"], "outlet-of-topic", ""),
        Revision(row["id"], row["id"], "", "\n".join(lines), "en", published_at=_published(published)),
    )
    sentences = [Sentence(a, z, at) for at, (a, z) in enumerate(spans)]
    document.put(BLOCKS, [Block(a, z, BlockKind.PARAGRAPH) for a, z in spans])
    document.put(SENTENCES, sentences)
    (marks,) = dates().annotate([document])
    document.put(DATES, marks)
    return report(row["id"], published, document.text, sentences, marks)


def _published(day: date | None) -> Published | None:
    return Published(day) if day else None


def _spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for line in lines:
        yield start, start + len(line)
        start += len(line) + 1


def untokenised(sentence: str) -> str:
    """Tokens put together as they are written: Penn Treebank's brackets and quotation marks made plain."""
    words: list[str] = []
    glued = True
    for token in sentence.replace("\\/", "/").replace("\\*", "*").split():
        word = BRACKETS.get(token, token)
        if words and (glued or word in CLOSING or word.startswith("'")):
            words[-1] += word
        else:
            words.append(word)
        glued = word in OPENING
    return " ".join(words)
