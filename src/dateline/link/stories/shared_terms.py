"""What an article tells that any language shares: names by their consonants, lands, figures, days, and news words.

Two articles in two languages have few words in common, but Petkanow is Petkanov, 61,4 % is 61.4 percent, 2 de marzo is
2 March, and terremoto is an earthquake.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from dateline.link.stories.tongues import ENGLISH, fold, function_words
from dateline.link.words import WORD, lines, rarity, stem
from dateline.model.story import Sort, StoryTerm

KEPT = 40  # shared terms of an article
KEYS = 6  # of these by which an article is found, names and figures first
OFTEN = 0.6  # exponent of how often a term stands in the article
WEIGHTS = {"~": 1.0, "#": 0.8, "=": 0.7, "^": 0.5, "": 0.8}  # names, figures, days, lands, news words
READ = 4000  # characters of a text that are read
SHORT = 4  # letters up to which a word of the table is a whole word
LONGEST = 14  # letters of the longest beginning
CONSONANTS = 3  # of a name, at least
TITLED = 0.6  # share of a headline's words with a capital from which all have one
FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\d])|(?<![\w.,])\d+(?:[.,]\d{1,2})?(?![\d])")
DAYS = 31
YEAR = re.compile(r"(?:19|20)\d\d\Z")
DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.ºª])?\s+(?:(?:de|di|of)\s+|d[’'])?(?P<month>[^\W\d_]{3,14})"
)
MONTH_DAY = re.compile(r"(?P<month>[^\W\d_]{3,14})\.?\s+(?P<day>\d{1,2})(?!\d|[.,]\d)")
NAME_START = re.compile(r"[.!?:»”\"\n]\W*\Z")
LETTERS = str.maketrans(
    dict(zip("бвгґдзклмнпрстфцжшчщхβγδζθκλμνξπρσςτφχψ", "bvggdzklmnprstfssssskvgdztklmnxprsstfkp", strict=True))
)
SOUNDS = (
    ("tsch", "s"), ("sch", "s"), ("dzh", "s"), ("tch", "s"), ("kh", "k"), ("sh", "s"), ("ch", "s"), ("zh", "s"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ce", "s"), ("ci", "s"), ("c", "k"), ("q", "k"), ("w", "v"),
    ("x", "ks"), ("z", "s"), ("dj", "d"),
)  # fmt: skip
VOWELS = re.compile(r"[aeiouyjhаеєиіїйоуыэюяёьъαεηιουω'’-]+")
TWICE = re.compile(r"(.)\1+")


@cache
def _beginnings() -> dict[str, str]:
    rows = (line.partition(":") for line in lines("concepts.txt"))
    return {fold(word): stem(head) for head, _, tail in rows for word in tail.split()}


@cache
def _meant() -> frozenset[str]:
    return frozenset(_beginnings().values())


@cache
def _months() -> dict[str, int]:
    return {word: int(number) for number, *words in (line.split() for line in lines("months.txt")) for word in words}


@cache
def _lands() -> dict[str, str]:
    """Codes of countries by their folded one-word names in many languages, and by their people in English."""
    text = files("dateline").joinpath("data", "actors", "countries.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    people = {fold(word): row[0] for row in rows for word in row[3].split(";") if WORD.fullmatch(word)}
    named = (line.split() for line in lines("lands.txt"))
    return {**people, **{word: code for code, *words in named for word in words}}


@lru_cache(maxsize=1 << 14)
def sound(name: str) -> str:
    """The consonants of a name, one letter for each sound: what spellings of it in other languages share."""
    low = fold(name).translate(LETTERS)
    for written, heard in SOUNDS:
        low = low.replace(written, heard)
    first = "a" if VOWELS.match(low) else ""
    return first + TWICE.sub(r"\1", VOWELS.sub("", low))


@lru_cache(maxsize=1 << 14)
def meaning(word: str) -> str:
    """The English stem of a folded word of another language, "" if the table has none."""
    table = _beginnings()
    if word in table:
        return table[word]
    cuts = (word[:end] for end in range(min(len(word), LONGEST), SHORT, -1))
    return next((table[cut] for cut in cuts if cut in table), "")


def shared_terms(headline: str, text: str, written_in: str) -> tuple[StoryTerm, ...]:
    """The weightiest of these terms, weightiest first; the squares of their weights sum up to one."""
    counted: dict[str, float] = {}
    forms: dict[str, str] = {}
    for key, form in _found(f"{'' if _titled(headline) else headline}\n{text[:READ]}", written_in):
        counted[key] = counted.get(key, 0.0) + 1.0
        forms.setdefault(key, form)
    weighed = {k: n**OFTEN * _weight(k) for k, n in counted.items()}
    best = sorted((k for k in weighed if weighed[k] > 0), key=lambda k: (-weighed[k], k))[:KEPT]
    whole = math.sqrt(sum(weighed[k] ** 2 for k in best)) or 1.0
    return tuple(StoryTerm(k, round(weighed[k] / whole, 5), forms[k], Sort.NAME) for k in best)


def _titled(headline: str) -> bool:
    """Whether a headline is written in capitals, so that these tell no names."""
    words = WORD.findall(headline)
    capitals = sum(w[0].isupper() for w in words)
    return bool(capitals > TITLED * len(words))


def _weight(key: str) -> float:
    sort = key[0] if key[0] in WEIGHTS else ""
    return WEIGHTS[sort] * (1.0 if sort else rarity(key))


def _found(text: str, written_in: str) -> Iterator[tuple[str, str]]:
    yield from _figures(text)
    yield from _days(text)
    skipped = function_words(written_in)
    for match in WORD.finditer(text):
        word = match.group()
        low = fold(word)
        if low in skipped or low in _months():
            continue
        if land := _lands().get(low) if word[0].isupper() else None:
            yield f"^{land}", word
        elif told := _told(word, low, written_in):
            yield told, word
        elif _inside(text, match.start()) and word[0].isupper() and len(heard := sound(word)) >= CONSONANTS:
            yield f"~{heard}", word


def _inside(text: str, at: int) -> bool:
    return at > 0 and not NAME_START.search(text, max(0, at - 3), at)


def _told(word: str, low: str, written_in: str) -> str:
    if written_in != ENGLISH:
        return meaning(low)
    found = stem(word)
    return found if found in _meant() else ""


def _figures(text: str) -> Iterator[tuple[str, str]]:
    for match in FIGURE.finditer(text):
        plain = re.sub(r"[.,](?=\d{3})", "", match.group()).replace(",", ".")
        if len(plain) > 1 and not YEAR.match(plain):
            yield f"#{plain}", match.group()


def day_months(text: str) -> list[tuple[int, int]]:
    """The days of a year that a text names in any of these languages, as month and day."""
    return [(month, day) for month, day, _ in _named_days(text)]


def _days(text: str) -> Iterator[tuple[str, str]]:
    for month, day, words in _named_days(text):
        yield f"={month}-{day}", words


def _named_days(text: str) -> Iterator[tuple[int, int, str]]:
    for shape in (DAY_MONTH, MONTH_DAY):
        for match in shape.finditer(text):
            month, day = _months().get(fold(match["month"])), int(match["day"])
            if month and 1 <= day <= DAYS:
                yield month, day, match.group()
