"""Words for searching: folded (case, accents, width), the same for every back end, whatever its own tokenizer knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 64  # characters of a word that count; longer runs are noise
MOST_PHRASES = 64  # phrases of a query that count

# Scripts written without spaces, and Hangul, whose particles cling to nouns: each character is a word of its own and
# a run of them is searched as a phrase, so that words of one or two characters are found inside a sentence.
_SINGLE = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Vowel signs, points and joiners that belong to a word though Python's \w leaves them out.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0dff\u135d-\u135f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_WORD = re.compile(rf"[^\W_]" rf"(?:(?<=[{_SINGLE}])|(?:(?![{_SINGLE}])(?:[^\W_]|[{_MARKS}]))*)")
_PLAIN = re.compile("[A-Za-z0-9]+")  # the same for ASCII, several times as fast
_LOWERED = re.compile(
    r"(?!(?<=')s(?![a-z0-9]))[a-z0-9]+"
)  # the same for ASCII in small letters, without a possessive s
_RUN = re.compile(r"[^\W_]+")  # the same where no character has a rule of its own
_TOLD = re.compile(r"(?!(?<=['’])[sS](?![^\W_]))[^\W_]+")  # the same without a possessive s
_RULED = re.compile("[\u0300-\u1fff\u200c\u200d\u20d0-\uffff\U00010000-\U0010ffff]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_IS_SINGLE = re.compile(f"[{_SINGLE}]")
_QUOTED = re.compile(r'"([^"]*)"?|([^\s"]+)')

Phrase = tuple[str, ...]


class Word(NamedTuple):
    """text[start:end] and its folded form."""

    start: int
    end: int
    form: str


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; the s of a possessive is none."""
    return (Word(start, end, fold(text[start:end])) for start, end in bounds(text))


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand."""
    for found in _pattern(text).finditer(text):
        start, end = found.span()
        if end - start > 1 or text[start] not in "sS" or text[start - 1 : start] not in ("'", "’"):
            yield start, end


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _PLAIN
    return _WORD if _RULED.search(text) else _RUN


def fold(word: str) -> str:
    """The word without case, accents and width; at most LONGEST characters."""
    word = word[:LONGEST]
    if word.isascii():
        return word.lower()
    if _IS_SINGLE.match(word):
        return unicodedata.normalize("NFKC", word)
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in apart if _counts(c))) or word


def _counts(letter: str) -> bool:
    """Whether a character makes a difference: no accent, no joiner, and none of the marks that some letters hide."""
    if letter.isalnum():
        return True
    return not (letter.isascii() or letter.isspace() or letter in "\u200c\u200d" or unicodedata.combining(letter))


def folded(text: str) -> Phrase:
    """The forms of the words of a text, in order."""
    if text.isascii():
        return tuple(form[:LONGEST] for form in _LOWERED.findall(text.lower()))
    if not _RULED.search(text):
        return tuple([w.lower() if w.isascii() and len(w) <= LONGEST else fold(w) for w in _TOLD.findall(text)])
    return tuple([w.form for w in words(text)])


def phrases(query: str) -> tuple[Phrase, ...]:
    """What a query asks for, each once: every word, every run of unspaced script, and what stands in double quotes.

    There are no operators and no wrong queries: marks and unpaired quotes are passed over.
    """
    asked: dict[Phrase, None] = {}
    for found in _QUOTED.finditer(query):
        quoted, plain = found.groups()
        for phrase in (folded(quoted),) if quoted is not None else _parts(folded(plain)):
            if phrase:
                asked.setdefault(phrase)
    return tuple(asked)[:MOST_PHRASES]


def _parts(forms: Phrase) -> Iterator[Phrase]:
    run: list[str] = []
    for form in forms:
        if _IS_SINGLE.match(form):
            run.append(form)
            continue
        yield tuple(run)
        run = []
        yield (form,)
    yield tuple(run)
