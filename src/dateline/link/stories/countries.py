"""Words that name countries, their people and their seats of government: shared by every affair of a country, they say
little about which happening an article tells."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.link.stories.tongues import fold
from dateline.link.words import WORD, stem

LISTS = ("countries.tsv", "country_names.tsv")
SHORTEST = 2  # letters of a word that is taken


@cache
def country_stems() -> frozenset[str]:
    """The stems of the capitalised words in the names, adjectives and capitals of all countries."""
    folder = files("dateline").joinpath("data", "actors")
    text = "\n".join(folder.joinpath(name).read_text("utf-8") for name in LISTS)
    rows = (line.split("\t")[1:] for line in text.splitlines() if line and not line.startswith("#"))
    words = (word for row in rows for field in row for word in WORD.findall(field))
    return frozenset(stem(fold(w)) for w in words if w[0].isupper() and len(w) >= SHORTEST)
