"""Porter's stemmer as first published (M. F. Porter, An algorithm for suffix stripping, Program 14.3, 1980), which
ROUGE stems with."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=200_000)
def porter(word: str) -> str:
    """The stem of a lower-case word."""
    for step in (_plural, _past, _final_y, _step_2, _step_3, _step_4, _final_e):
        word = step(word)
    return word


def _shape(stem: str) -> str:
    """The stem as a run of v and c; y is a vowel after a consonant."""
    shape = ""
    for at, letter in enumerate(stem):
        vowel = letter in "aeiou" or (letter == "y" and at > 0 and shape[-1] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """How many times a run of vowels is followed by one of consonants."""
    return len(re.findall(r"v+c+", _shape(stem)))


def _doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word)[-1] == "c"


def _short(word: str) -> bool:
    """Whether it ends in consonant, vowel, consonant, the last not w, x or y."""
    return len(word) > 2 and _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def _plural(word: str) -> str:
    for ending, instead in (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and "v" in _shape(stem):
            return _mended(stem)
        if stem != word:
            return word
    return word


def _mended(stem: str) -> str:
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if _doubled(stem) and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _short(stem) else stem


def _final_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and "v" in _shape(word[:-1]) else word


def _longest(word: str, rules: tuple[tuple[str, str], ...], fits: Callable[[str, str], bool]) -> str:
    """The word with its longest ending replaced, if what is left fits; no other ending is tried."""
    for ending, instead in sorted(rules, key=lambda r: -len(r[0])):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return stem + instead if fits(stem, ending) else word
    return word


def _step_2(word: str) -> str:
    return _longest(word, STEP_2, lambda stem, _: _measure(stem) > 0)


def _step_3(word: str) -> str:
    return _longest(word, STEP_3, lambda stem, _: _measure(stem) > 0)


def _step_4(word: str) -> str:
    rules = tuple((ending, "") for ending in STEP_4)
    return _longest(word, rules, lambda stem, ending: _measure(stem) > 1 and (ending != "ion" or stem[-1:] in "st"))


def _final_e(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
