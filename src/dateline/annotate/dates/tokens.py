"""A sentence as tokens, each with one class letter: the alphabet of the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dateline.annotate.dates.lexicon import Lexicon

TOKEN = re.compile(
    r"(?P<I>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?(?!\d))"
    r"|(?P<K>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d))"
    r"|(?P<T>\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<z>['’]?\d{2,4}0['’]?s(?!\w)|['’]\d0s(?!\w))"
    r"|(?P<o>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<n>\d+(?:[.,]\d+)*)"
    r"|(?P<A>[ap]\.m(?:\.|\b)|[apAP][mM]\b|[AP]\.M\.)"
    r"|(?P<Q>Q[1-4]\b|H[12]\b)"
    r"|(?P<u>(?:[A-Za-z]\.){2,})"
    r"|(?P<w>[^\W\d_]+)"
    r"|(?P<p>['’]s?(?!\w)|[^\w\s]|_)"
)
MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "'s": "'", "’s": "'", "'": "'", "’": "'", "(": "(", ")": ")"}


@dataclass(frozen=True, slots=True)
class Token:
    """text[start:end], its class letter ("_" for words of no interest), its lower-case form and its value."""

    start: int
    end: int
    low: str
    letter: str
    value: Any = None


def tokenise(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    """The tokens of text[start:end], with names of days joined into one token each."""
    plain = [_token(m, text, words) for m in TOKEN.finditer(text, start, end)]
    return _joined(plain, words) if any(t.low in words.openers for t in plain) else plain


def _token(m: re.Match[str], text: str, words: Lexicon) -> Token:
    kind, raw = m.lastgroup or "p", m.group()
    low = raw.lower()
    if kind == "w":
        return _word(m, text, low, words)
    if kind == "n":
        letter, value = _number(raw)
        return Token(m.start(), m.end(), low, letter, value)
    if kind == "o":
        number = int(raw[:-2])
        return Token(m.start(), m.end(), low, "o" if 0 < number < 32 else "_", number)
    if kind == "p":
        return Token(m.start(), m.end(), low, MARKS.get(low, "_"))
    if kind == "u":
        return (
            Token(m.start(), m.end(), low, *words.words.get(low.replace(".", ""), ("_", None)))
            if low
            in (
                "b.c.",
                "a.d.",
                "b.c.e.",
            )
            else Token(m.start(), m.end(), low, "_")
        )
    if kind == "Q":
        return Token(m.start(), m.end(), low, "R", raw)
    return Token(m.start(), m.end(), low, kind, raw)


def _word(m: re.Match[str], text: str, low: str, words: Lexicon) -> Token:
    letter, value = words.words.get(low, ("_", None))
    end = m.end()
    if letter in "MW":
        if not text[m.start()].isupper():
            return Token(m.start(), end, low, "_")
        if len(low) < 5 and low not in ("may", "june", "july") and text[end : end + 1] == ".":
            end += 1
    elif letter in "XZ" and not text[m.start() : end].isupper():
        letter = "_"
    return Token(m.start(), end, low, letter, value)


def _number(raw: str) -> tuple[str, Any]:
    if "," in raw or "." in raw:
        try:
            return "n", float(raw.replace(",", ""))
        except ValueError:
            return "_", None
    if len(raw) == 4 and "1000" <= raw < "2200":
        return "y", int(raw)
    if len(raw) <= 2 and 0 < int(raw) < 32:
        return "d", int(raw)
    return ("n", int(raw)) if len(raw) < 7 else ("_", None)


def _joined(tokens: list[Token], words: Lexicon) -> list[Token]:
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _name_at(tokens, at, words) if tokens[at].low in words.openers else 0
        if size:
            last = tokens[at + size - 1]
            name = _name(tokens[at : at + size])
            joined.append(Token(tokens[at].start, last.end, " ".join(name), "H", words.named[name]))
        else:
            joined.append(tokens[at])
        at += size or 1
    return joined


def _name_at(tokens: list[Token], at: int, words: Lexicon) -> int:
    for size in range(min(6, len(tokens) - at), 0, -1):
        if _name(tokens[at : at + size]) in words.named:
            return size
    return 0


def _name(tokens: list[Token]) -> tuple[str, ...]:
    parts: list[str] = []
    for t in tokens:
        if t.low in ("'s", "’s", "'", "’", "."):
            if not parts:
                return ()
            parts[-1] += t.low.replace("’", "'")
        else:
            parts.append(t.low)
    return tuple(parts)
