"""Stories of the sample corpus, made by the whole flow, against its happenings: each its own story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from dateline.store.base import Store
from evals.stories.scoring import Score, bcubed

HAPPENINGS = Path(__file__).with_name("sample.txt")
URL = re.compile(r"^url: *(\S+)", re.MULTILINE)


def happenings(sample: Path) -> dict[str, str]:
    """The happening of each article of the sample corpus, by address; articles without one are left out."""
    lines = [line.split() for line in HAPPENINGS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    together = {name: line[0] for line in lines for name in line}
    return {url: together.get(name, name) for name, url in addresses(sample).items()}


def addresses(sample: Path) -> dict[str, str]:
    """The address of each article of the sample corpus, by the name of its file without .md."""
    paths = sorted((sample / "articles").glob("*.md"))
    return {p.stem: url.group(1) for p in paths if (url := URL.search(p.read_text("utf-8")))}


def score(store: Store, gold: Mapping[str, str]) -> Score:
    """BCubed of the stories that a store holds; articles of an address that is not held are left out."""
    story = {a: s.id for s in store.stories.all() for a in s.articles}
    held = {h.article.id: h.article.url for h in store.articles.all()}
    both = [a for a in sorted(held) if a in story and held[a] in gold]
    return bcubed([gold[held[a]] for a in both], [story[a] for a in both])
