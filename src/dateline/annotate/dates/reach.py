"""How far a year that a dated report tells reaches: over what follows, over its own sentence, or over its clause alone.

A report counts from its publication. A year that it tells in passing (in a relative clause, with a participle, in
brackets, behind "after") dates its own clause; a bare year inside a sentence dates what that sentence tells of the
past; what opens a sentence, or has a month beside its year, dates what follows in the paragraph. Of the days in news
that had been read with a bare year of another sentence, seven of eight belonged to publication; of those behind a
full date, one in nine.
"""

from __future__ import annotations

from enum import IntEnum

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Phrase
from dateline.annotate.dates.tokens import Token

BACK = 24  # tokens before the words among which the head of their clause is looked for
CLOSE = 12  # tokens behind the words among which a comma may close their clause
HEAD = 4  # tokens at the head of a sentence, in which a time stands before its clause


class Reach(IntEnum):
    """How far the months and days without a year that follow may take the year told."""

    CLAUSE = 0
    SENTENCE = 1
    ONWARD = 2


def reach(p: Phrase, tokens: list[Token], words: Lexicon, *, whole: bool) -> Reach:
    """How far the year of these words reaches in a report; `whole` if they name no month."""
    if _opens(p, tokens):
        return Reach.ONWARD
    if _in_passing(p, tokens, words):
        return Reach.CLAUSE
    return Reach.SENTENCE if whole else Reach.ONWARD


def remark(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the words surely stand in a clause that only tells more about something."""
    return not _opens(p, tokens) and _in_passing(p, tokens, words, strict=True)


def _opens(p: Phrase, tokens: list[Token]) -> bool:
    """Whether the words stand at the head of their sentence ("In 2008,", "Then, late in 2008,")."""
    return p.first <= HEAD and all(t.letter in "iDkE,-m" or t.low in OPENERS for t in tokens[: p.first])


OPENERS = frozenset({
    "by", "since", "from", "during", "then", "later", "back", "again", "but", "yet", "so", "already", "finally",
    "through", "until", "as", "it", "was", "meanwhile", "to", "on", "at",
})  # fmt: skip


def _in_passing(p: Phrase, tokens: list[Token], words: Lexicon, *, strict: bool = False) -> bool:
    """Whether the words stand in a clause that only tells more about something; if `strict`, for sure: a past form
    behind a comma may also be the verb ("its head, Roe, resigned in May 2008")."""
    if p.first and tokens[p.first - 1].low == "for":
        return False  # "a vote set for 24 February 2019 was put off to 24 March"
    if p.last < len(tokens) and _finite(tokens[p.last].low, words):
        return True  # "the party dissolved in 2008 was"
    for i in range(p.first - 1, max(0, p.first - 1 - BACK), -1):
        low, before = tokens[i].low, tokens[i - 1]
        if low in RELATIVE or low == "(":
            return True
        if low in SUBORDINATE and before.letter not in "Uq":  # "two days after" is counted, and no clause's own time
            return True
        if low in (";", ":", ")") or (low == "," and _finite(tokens[i + 1].low, words)):
            return False  # what stood between commas is over
        if before.low == "," and past_form(low, words) and (not strict or _closed(p, tokens, words)):
            return True
    return False


RELATIVE = frozenset({"who", "whom", "whose", "which", "where", "when"})
SUBORDINATE = frozenset({"after", "before", "because", "although", "though", "while", "whereas", "until", "till"})


def _closed(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether a comma soon closes what stands beside a subject, and its verb follows ("Roe, jailed in 2008, was")."""
    near = range(p.last, min(len(tokens) - 1, p.last + CLOSE))
    at = next((i for i in near if tokens[i].low == ","), None)
    return at is not None and any(_finite(t.low, words) or past_form(t.low, words) for t in tokens[at + 1 : at + 3])


def past_form(low: str, words: Lexicon) -> bool:
    """Whether a word may be a past form or a participle."""
    return low in words.lists["past"] or (low.endswith("ed") and low not in words.lists["no_past"])


def _finite(low: str, words: Lexicon) -> bool:
    return any(low in words.lists[name] for name in ("was", "has", "is"))


def clause_start(tokens: list[Token], first: int, words: Lexicon) -> int:
    """Where in the text the clause of tokens[first] begins at the earliest: behind the comma or break before it, or
    with the verb whose subject a time ends."""
    near = range(first - 1, max(0, first - 1 - BACK), -1)
    at = next((i for i in near if _parts(tokens, i, words)), max(0, first - 1 - BACK))
    return tokens[at].start


def _parts(tokens: list[Token], i: int, words: Lexicon) -> bool:
    subject = tokens[i - 1].letter in "yMdo" and _finite(tokens[i].low, words)
    goes_on = [t.low for t in tokens[i + 1 : i + 3]] in (["and", "who"], ["and", "which"], ["and", "whose"])
    return subject or (tokens[i].low in (",", ";", ":", "(", ")") and not goes_on)
