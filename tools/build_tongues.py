"""Packs what is known of other languages for stories: function words, names of months, one-word names of countries.

Function words from the lists of the package spaCy (MIT), months and countries from the package Babel (Unicode CLDR,
Unicode licence). Writes function_words.txt, months.txt and lands.txt into the folder named. Same input, same bytes.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.dates import get_day_names, get_month_names

from dateline.link.stories.tongues import fold

TONGUES = (
    "af ar bg ca cs da de el es eu fa fi fr he hr hu hy id is it lt lv mk nb nl pl pt ro ru sk sl sq sr sv "
    "tl tr uk ur vi"
).split()
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\Z")
LOCALES = {"tl": "fil"}  # where Babel has another code
FULL = 3  # letters from which a month or a land is known by its name


def function_words() -> Iterator[str]:
    """A line for each language: its code, then its function words."""
    for tongue in TONGUES:
        listed = importlib.import_module(f"spacy.lang.{tongue}.stop_words").STOP_WORDS
        words = sorted({fold(w.strip()) for w in listed if WORD.match(w.strip())})
        yield f"{tongue} {' '.join(words)}"


def months() -> Iterator[str]:
    """A line for each month: its number, then its names; none that two months have. Names of weekdays behind 0."""
    named: dict[str, set[int]] = defaultdict(set)
    for tongue in ["en", *TONGUES]:
        locale = LOCALES.get(tongue, tongue)
        for shape in ("format", "stand-alone"):
            for number, word in get_month_names("wide", shape, locale=locale).items():
                named[fold(word)].add(number)
            for word in get_day_names("wide", shape, locale=locale).values():
                named[fold(word)].add(0)
    for number in range(13):
        words = sorted(w for w, n in named.items() if n == {number} and WORD.match(w) and len(w) >= FULL)
        yield f"{number} {' '.join(words)}"


def lands() -> Iterator[str]:
    """A line for each country: its code, then its names of one word; none that two countries have."""
    named: dict[str, set[str]] = defaultdict(set)
    for tongue in ["en", *TONGUES]:
        for code, name in Locale(LOCALES.get(tongue, tongue)).territories.items():
            if len(code) == 2 and code.isalpha():
                named[fold(name)].add(code)
    known: dict[str, list[str]] = defaultdict(list)
    for word, codes in sorted(named.items()):
        if len(codes) == 1 and WORD.match(word) and len(word) > FULL:
            known[min(codes)].append(word)
    for code in sorted(known):
        yield f"{code} {' '.join(known[code])}"


def main(folder: Path) -> None:
    """Writes the three lists."""
    for name, told, rows in (
        ("function_words", "Function words of languages, from the lists of spaCy (MIT)", function_words()),
        (
            "months",
            "Names of months (by number) and weekdays (0) in many languages, from Babel (Unicode CLDR)",
            months(),
        ),
        ("lands", "Names of countries in many languages, from Babel (Unicode CLDR)", lands()),
    ):
        head = f"# {told}; folded: small letters, no accents. Packed by tools/build_tongues.py.\n"
        (folder / f"{name}.txt").write_text(head + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
