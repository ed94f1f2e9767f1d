"""What the tokens of a phrase tell: numbers, units, years, times of day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.annotate.dates.meaning import Clock, Deictic
from dateline.annotate.dates.tokens import Token

Tokens = Sequence[Token]
CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
PLURALS = frozenset(
    {"seconds", "minutes", "hours", "days", "weeks", "fortnights", "weekends", "months", "years", "decades"}
    | {"centuries", "millennia"}
)


def values(tokens: Tokens, letters: str) -> list[Any]:
    """The values of the tokens of some classes, in order."""
    return [t.value for t in tokens if t.letter in letters]


def one(tokens: Tokens, letters: str) -> Any:
    """The value of the first token of some classes; None if there is none."""
    return next((t.value for t in tokens if t.letter in letters), None)


def unit(tokens: Tokens) -> str:
    """The unit named last among the tokens; "" if there is none."""
    found = [t for t in tokens if t.letter in "Uqs"]
    if not found:
        return ""
    told = "second" if found[-1].letter == "s" else str(found[-1].value)
    return "year" if told in CENTURIES else told


CENTURIES = {"quarter-century": 25, "half-century": 50}  # years


def count(tokens: Tokens) -> float | None:
    """The number that the tokens tell; None for "several", "a few". Quarters and halves of a century count in years."""
    told = _count(tokens)
    years = next((CENTURIES[t.value] for t in tokens if t.letter == "U" and t.value in CENTURIES), 1)
    return None if told is None else told * years


def _count(tokens: Tokens) -> float | None:
    words = [t for t in tokens if t.letter in "wdny#"]
    half = 0.5 if any(t.letter == "h" for t in tokens) else 0.0
    half += half and any(t.letter == "k" for t in tokens) and not any(t.letter in "wdny#" for t in tokens)
    if words:
        return _number(words) + half
    if any(t.letter == "v" for t in tokens):
        return 2 if any(t.value == "2" for t in tokens) else None
    return half or 1


TENS = 20


def _number(words: Tokens) -> float:
    total = 0.0
    if len(words) == 2 and all(t.letter == "w" and t.value < TENS for t in words):
        return float(words[1].value)  # "two-three days"
    for t in words:
        total = max(total, 1) * t.value if t.letter == "#" else total + t.value
    return total


def year_of(tokens: Tokens) -> int | None:
    """The year that the tokens state, negative before Christ."""
    at = next((i for i, t in enumerate(tokens) if t.letter == "X"), None)
    if at is not None:
        number = [int(t.value) for t in tokens[max(0, at - 1) : at + 2] if t.letter in "ynd" and t.value]
        before = tokens[at].value == "BC"
        return (-number[0] if before else number[0]) if number else None
    found = one(tokens, "y")
    return int(found) if found is not None else None


def which(tokens: Tokens) -> str:
    """How the tokens point: "that" wins over "same", the last word otherwise."""
    told = [str(v) for v in values(tokens, "r")]
    if not told:
        return ""
    return "same" if "same" in told else told[-1]


def within(tokens: Tokens) -> Deictic | None:
    """The year or month told by pointing at the end of the tokens ("22 November last year")."""
    units = [i for i, t in enumerate(tokens) if t.letter == "U"]
    last = tokens[-1]
    if not which(tokens) or not units or units[-1] != len(tokens) - 1 or last.value not in ("year", "month", "week"):
        return None
    return Deictic(which(tokens), str(last.value))


def length(number: float | None, of: str) -> str:
    """The TIMEX3 value of so many units: P2W, PT5H30M, PXD."""
    if of == "fortnight" and number:
        number *= 2
    code = CODES.get(of, "D")
    lead = "PT" if code[0] == "T" else "P"
    letter = code[1:] if code[0] == "T" else code
    if number is None:
        return f"{lead}X{letter}"
    if number % 1 and letter in "HYD" and len(letter) == 1:
        small, size = {"H": ("M", 60), "Y": ("M", 12), "D": ("T12H", 0)}[letter]
        rest = f"{round(number % 1 * size)}{small}" if size else small
        return f"{lead}{int(number) or ''}{letter if int(number) else ''}{rest}"
    if letter in ("DE", "CE"):
        return f"{lead}{int(number * (10 if letter == 'DE' else 100))}Y"
    return f"{lead}{int(number) if number == int(number) else number}{letter}"


def turned(value: str, part: str) -> str:
    """A time of day read in that part of the day: "4:00 in the afternoon" is 16:00."""
    late = part in ("AF", "EV", "NI") and value[1:3] < "12"
    return f"T{int(value[1:3]) + 12}{value[3:]}" if late else value


def clock(tokens: Tokens) -> Clock | None:
    """A time of day; what is not one (a score, a ratio) gives None."""
    if tokens[0].letter == "P":
        return None
    stated, half = (str(tokens[0].value), next((t.low for t in tokens if t.letter == "A"), ""))
    if tokens[0].letter in "&yn":
        if len(tokens[0].low) != 4 or not tokens[0].low.isdigit():
            return None
        stated = f"{tokens[0].low[:2]}:{tokens[0].low[2:]}"  # "0430 GMT"
    hour, minute = (int(n) for n in (*stated.split(":"), "0")[:2])
    if hour > 23 or minute > 59 or (half and not 0 < hour < 13):
        return None
    if half and half[0] in "ap":
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return Clock(f"T{hour:02d}:{minute:02d}")
