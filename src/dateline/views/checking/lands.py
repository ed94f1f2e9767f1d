"""Words that stand for a country: its names, its people, and the seat of its government. Pure."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

CAPITALISED = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:of\s+|and\s+|the\s+)?[A-Z][\w.'’-]*)*")


@cache
def _lands() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("countries.tsv", "country_names.tsv"):
        text = files("dateline").joinpath("data", "actors", name).read_text("utf-8")
        for row in (line.split("\t") for line in text.splitlines() if line and line[0] != "#"):
            for cell in row[1:5]:
                for words in cell.split(";"):
                    found.setdefault(words.strip().lower(), row[0])
    return found


def lands(text: str) -> frozenset[str]:
    """The codes ("~ET") of the countries that the words of a text name, be it by their people or their capital."""
    table, found = _lands(), set[str]()
    for run in CAPITALISED.finditer(text):
        words = re.sub(r"['’]s\b", "", run.group()).lower().split()
        for first in range(len(words)):
            for length in (4, 3, 2, 1):
                if code := table.get(" ".join(words[first : first + length]).strip(".,")):
                    found.add(f"~{code}")
                    break
    return frozenset(found)
