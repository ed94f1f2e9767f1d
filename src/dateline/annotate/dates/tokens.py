"""A sentence as tokens, each with one class letter: the alphabet of the grammar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.annotate.dates.lexicon import MIDDLE, Lexicon

TOKEN = re.compile(
    r"(?P<I>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?(?!\d))"
    r"|(?P<K>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d))"
    r"|(?P<T>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?=\s?[ap](?:\.m\b|m\b)))"
    r"|(?P<z>['’]?\d{2,4}0['’]?s(?!\w)|['’]?\d0s(?!\w))"
    r"|(?P<y>(?<![\w'’‘`])['’‘`]\d{2}(?![\w%]|[.,]\d))"
    r"|(?P<o>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<f>\d{1,3}[ -]\d/\d(?!\d))"
    r"|(?P<n>\d+(?:[.,]\d+)*)"
    r"|(?P<A>[ap]\.m(?:\.|\b)|[apAP][mM]\b|o['’]clock\b|[AP]\.M\.)"
    r"|(?P<Q>Q[1-4]\b|H[12]\b)"
    r"|(?P<u>(?:[A-Za-z]\.){2,})"
    r"|(?P<w>[^\W\d_]+)"
    r"|(?P<p>['’]s?(?!\w)|[^\w\s]|_)"
)
LONGEST = 6  # tokens in a name
MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "'s": "'", "'": "'", "/": "/", "(": "(", ")": ")", "+": "+"}


@dataclass(slots=True)
class Token:
    """text[start:end], its class letter ("_" for words of no interest), its lower-case form and its value; `titled`
    for a word with a capital letter ("60 Minutes", "the Daily News")."""

    start: int
    end: int
    low: str
    letter: str
    value: Any = None
    titled: bool = False


def tokenise(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    """The tokens of text[start:end], with names of several words joined into one token each."""
    plain: list[Token] = []
    known, until = words.words, start
    for m in TOKEN.finditer(text, start, end):
        first, last = m.span()
        if first < until:
            continue
        low = text[first:last].lower()
        if m.lastgroup == "w" and low not in known:
            plain.append(Token(first, last, low, "_", None, text[first].isupper()))
        else:
            plain.append(_token(m, text, words))
        until = plain[-1].end
        if plain[-1].letter == MIDDLE:
            plain[-1:] = _halved(plain[-1], known)
    _settle(plain)
    return _joined(plain, text, words) if any(t.low in words.openers for t in plain) else plain


def _token(m: re.Match[str], text: str, words: Lexicon) -> Token:
    kind, raw = m.lastgroup or "p", m.group()
    low = raw.lower().replace("’", "'")
    if kind == "w":
        return _word(m.start(), m.end(), text, low, words)
    if kind == "n" and m.start() and text[m.start() - 1].isalpha():
        return Token(m.start(), m.end(), low, "_")  # "J1131"
    if kind == "y" and _counts(text, m.end(), words):
        return Token(m.start() + 1, m.end(), low[1:], "d", int(low[1:]))  # "'20 years,' he said"
    letter, value = READERS[kind](raw, low, words) if kind in READERS else (kind, raw)
    return Token(m.start(), m.end(), low, letter, value)


def _counts(text: str, at: int, words: Lexicon) -> bool:
    """Whether the word that follows makes a count of a number."""
    word = FOLLOWING.match(text, at)
    low = word[1].lower() if word else ""
    return words.words.get(low, ("_", None))[0] in ("U", "q", "#", "M") or low in words.lists["counted"]


FOLLOWING = re.compile(r"[\s-]?([A-Za-z]+)")


def _halved(token: Token, known: dict[str, tuple[str, Any]]) -> list[Token]:
    """ "midsummer" as "mid" and "summer"."""
    rest = str(token.value)
    cut = token.end - len(rest)
    letter, value = known[rest]
    return [
        Token(token.start, cut, "mid", *known["mid"], token.titled),
        Token(cut, token.end, rest, letter, value, token.titled),
    ]


def _settle(tokens: list[Token]) -> None:
    """Gives "1653" of "at 1653 local time" the class of a time of day; "closed at 1450" tells no year."""
    for i, t in enumerate(tokens):
        if t.letter not in "yn&" or len(t.low) != 4 or not i or tokens[i - 1].low not in TIMING:
            continue
        following = [u.low for u in tokens[i + 1 : i + 3]]
        if following == ["local", "time"] and t.low.isdigit() and t.low < "2400" and t.low[2:] < "60":
            t.letter, t.value = "T", f"{t.low[:2]}:{t.low[2:]}"
        elif t.letter == "&" and tokens[i - 1].low == "at" and t.low[2:] < "60" and following[:1] not in UNITS:
            t.letter, t.value = "T", f"{t.low[:2]}:{t.low[2:]}"  # "at 0615"
        elif t.letter == "y" and t.value < RECENT and tokens[i - 1].low == "at" and following[:1] not in UNITS:
            t.letter = "_"


TIMING = frozenset({"at", "by", "around", "about", "until", "till", "before", "after", "from", "since"})
UNITS = (["hours"], ["hrs"], ["gmt"], ["utc"])
RECENT = 1900  # years; people were born "at" no year, but a text may say "at 1943"


def _short_year(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    """ "'98": a year of the century that began, or ended, last."""
    year = int(raw[1:])
    return "y", year + (2000 if year < TURN else 1900)


TURN = 30


def _ordinal(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    return ("o", int(raw[:-2])) if 0 < int(raw[:-2]) < 32 else ("_", None)


def _mark(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    return MARKS.get(low, "_"), None


def _initials(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    letter, value = words.words.get(low.replace(".", ""), ("_", None))
    return (letter, value) if letter in "XZ" else ("_", None)


def _fraction(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    whole, above, below = (int(n) for n in re.findall(r"\d+", raw))
    return ("n", whole + above / below) if below else ("_", None)


def _number(raw: str, low: str, words: Lexicon) -> tuple[str, Any]:
    if "," in raw or "." in raw:
        return _amount(raw)
    if len(raw) == 4 and "1000" <= raw < "2200":
        return "y", int(raw)
    if len(raw) == 4 and raw[0] == "0":
        return "&", int(raw)
    if len(raw) <= 2 and 0 < int(raw) < 32:
        return "d", int(raw)
    return ("n", int(raw)) if len(raw) < 7 else ("_", None)


def _amount(raw: str) -> tuple[str, Any]:
    try:
        return "n", float(raw.replace(",", ""))
    except ValueError:
        return "_", None


READERS: dict[str, Callable[[str, str, Lexicon], tuple[str, Any]]] = {
    "n": _number,
    "o": _ordinal,
    "y": _short_year,
    "p": _mark,
    "u": _initials,
    "f": _fraction,
    "Q": lambda raw, low, words: ("R", raw),
    "T": lambda raw, low, words: ("T", raw.replace(".", ":")),
}


def _word(start: int, end: int, text: str, low: str, words: Lexicon) -> Token:
    letter, value = words.words.get(low, ("_", None))
    titled = text[start].isupper()
    if letter in "MWH":
        if not titled:
            return Token(start, end, low, "_")
        if len(low) < 5 and low not in FULL and text[end : end + 1] == ".":
            end += 1
    elif (letter in "XZ" and not text[start:end].isupper()) or (letter == "v" and text[start:end].isupper()):
        letter = "_"
    return Token(start, end, low, letter, value, titled)


FULL = frozenset({"may", "june", "july"})


def _joined(tokens: list[Token], text: str, words: Lexicon) -> list[Token]:
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _name_at(tokens, at, words) if tokens[at].low in words.openers else 0
        name = _name(tokens[at : at + size], text, words) if size else None
        if name and not (name.letter == "L" and joined and joined[-1].letter == "-"):  # "a three-day-long visit"
            joined.append(name)
        else:
            joined.append(tokens[at])
        at += size or 1
    return joined


def _name(run: list[Token], text: str, words: Lexicon) -> Token:
    letter, value = words.names[tuple(t.low for t in run)]
    first = run[0].start
    definite = run[0].low == "new" and text[max(0, first - 4) : first].lower() == "the "  # "before the new year"
    if letter == "H" and not (text[first].isupper() or text[first].isdigit() or definite):
        letter = "_"
    return Token(run[0].start, run[-1].end, " ".join(t.low for t in run), letter, value)


def _name_at(tokens: list[Token], at: int, words: Lexicon) -> int:
    """How many tokens make up the longest name that starts there; 0 if none does."""
    for size in range(min(LONGEST, len(tokens) - at), 1, -1):
        if tuple(t.low for t in tokens[at : at + size]) in words.names:
            return size
    return 0
