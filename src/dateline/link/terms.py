"""Prison terms: two sources on one verdict that tell of terms of unlike length."""

from __future__ import annotations

import re

from dateline.link.profile import Profile, Telling

SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
TELLING_OF = frozenset({"sentence", "convict"})
TERM = re.compile(
    rf"(?i)\b(\d{{1,3}}|{'|'.join(SMALL)}|twenty|thirty|forty)(?: and a half)?[- ](years?|months?)"
    r"(?:['’]| of| in| behind)?(?: a)? ?(?:hard )?"
    r"(?:prison|jail|imprisonment|bars|custody|detention|labour|labor|prison sentence|jail term)\b"
)
CHANGED = re.compile(
    r"(?i)\b(?:appeal(?:s|ed)?|cut|reduced?|halved|shortened|commut\w+|suspended|overturn\w*|retrial|extended|raised|"
    r"increased|lengthened|total|combined|further|additional|another|more|up to|faces?|facing|at least|maximum)\b"
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40}


def unlike_terms(a: Profile, b: Profile, tellings: tuple[Telling, Telling]) -> tuple[str, str] | None:
    """The terms in the words of a and of b; None unless each sentence tells of just one, neither of a changed one
    or of somebody whom the other does not name, and neither article knows the other's term. `tellings` are theirs."""
    if a.names - b.names and b.names - a.names:
        return None
    if not a.groups & b.groups & TELLING_OF or any(CHANGED.search(p.claim.sentence.exact) for p in (a, b)):
        return None
    x, y = _terms(a.claim.sentence.exact), _terms(b.claim.sentence.exact)
    if len(x) != 1 or len(y) != 1 or x.keys() == y.keys():
        return None
    (mine,), (theirs,) = x, y
    heard = theirs in _all(tellings[0]) or mine in _all(tellings[1])
    return None if heard else (x[mine], y[theirs])


def _terms(sentence: str) -> dict[int, str]:
    """Months of each term, and its words."""
    return {_months(m): m.group() for m in TERM.finditer(sentence)}


def _months(told: re.Match[str]) -> int:
    word = told.group(1).lower()
    number = int(word) if word.isdigit() else TENS.get(word) or SMALL.index(word) + 1
    half = 6 if " and a half" in told.group().lower() else 0
    return number * 12 + half if told.group(2).lower().startswith("year") else number


def _all(telling: Telling) -> frozenset[int]:
    """Months of all terms that an article's sentences of claims tell of."""
    return frozenset(months for p in telling.profiles for months in _terms(p.claim.sentence.exact))
