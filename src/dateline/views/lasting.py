"""How long a sentence says that something lasted, so that another length of time bears it out no more. Pure."""

from __future__ import annotations

import re

NUMBERS = "a one two three four five six seven eight nine ten eleven twelve".split()
COUNT = {w: float(n) for n, w in enumerate(NUMBERS)} | {"a": 1.0, "an": 1.0, "half a": 0.5}
DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "decade": 3652.5}
LENGTH = re.compile(
    rf"(?i)\b(?:for|lasted|lasting|lasts|within|took)\s+(?:about\s+|almost\s+|nearly\s+|some\s+|only\s+|just\s+)?"
    rf"(\d+|half a|an|{'|'.join(NUMBERS)})\s+(?:full\s+|whole\s+)?({'|'.join(DAYS)})s?\b"
    r"(?!\s+(?:ago|later|earlier|old|of))"
)
ANY = re.compile(
    rf"(?i)(?<!\bin )(?<!\bafter )(?<!\bsome )\b(\d+|half a|{'|'.join(NUMBERS[1:])})\s+"
    rf"(?:full\s+|whole\s+)?({'|'.join(DAYS)})s?\b"
    r"(?!['’]|\s+(?:ago|later|earlier|old|before|after|on|of|since|into|from|until|further))"
)  # told of anything: "three months to disarm"
ALIKE = 1.25  # times by which two lengths may differ and still be one, told in other units


def lengths(sentence: str) -> tuple[float, ...]:
    """The lengths of time in days for which, as the sentence has it, something went on."""
    return tuple(_count(m.group(1)) * DAYS[m.group(2).lower()] for m in LENGTH.finditer(sentence))


def spans(sentence: str) -> tuple[float, ...]:
    """All lengths of time in days that the sentence tells, but for those that count from one day to another."""
    return tuple(_count(m.group(1)) * DAYS[m.group(2).lower()] for m in ANY.finditer(sentence)) + lengths(sentence)


def spans_otherwise(drafted: str, stored: str) -> bool:
    """Whether the drafted sentence tells a length of time of whatever kind that the stored one does not."""
    told = spans(stored)
    return any(not any(_alike(mine, theirs) for theirs in told) for mine in spans(drafted))


def lasts_otherwise(drafted: str, stored: str) -> bool:
    """Whether the drafted sentence tells a length of time that the stored one does not."""
    told = lengths(stored)
    return any(not any(_alike(mine, theirs) for theirs in told) for mine in lengths(drafted))


def _count(words: str) -> float:
    return float(words) if words.isdigit() else COUNT[words.lower()]


def _alike(a: float, b: float) -> bool:
    return max(a, b) <= ALIKE * min(a, b)
