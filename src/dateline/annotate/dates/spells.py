"""What looks like a length of time but is none: "a day job", "60 miles an hour", "his early years"."""

from __future__ import annotations

from dateline.annotate.dates.amounts import PLURALS
from dateline.annotate.dates.neighbours import Beside
from dateline.annotate.dates.tokens import Token

OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
SPEEDS = frozenset({"miles", "mile", "kilometers", "kilometres", "km", "kms", "meters", "metres", "feet", "knots"})
CLAUSE = frozenset({",", "and", "but", "that", "if", "``", "“", '"', "`"})


def length(own: list[Token], b: Beside) -> bool:
    """Whether a count of units is a length where it stands."""
    unit = own[-1].low
    article = own[0].letter == "D" and own[1].letter not in "o@"
    if (
        (article and not _whole(own, b))
        or _measured(own, b)
        or (own[0].low == "many" and b.before == "as")
        or b.before == "aged"
    ):
        return False
    if own[0].letter == "a" and len(own) == 2 and unit in PLURALS:
        return False  # "a decades-long war"
    if own[0].low == "some" and len(own) == 2 and unit not in PLURALS:
        return False  # "some day"
    if [t.low for t in own] == ["one", "day"] and (b.first or b.before in CLAUSE):
        return False  # "One day he will know"
    if own[0].letter == "a" and own[-1].low == "day" and b.among(b.after, "daily"):
        return False  # "a day job"
    if unit == "weekend" or (own[0].letter in "dn" and b.titled):
        return False
    if b.after == "-" and b.second in ("old", "olds"):
        return False
    return not (b.after in ("old", "olds") or unit in ("second", "quarter"))


def _whole(own: list[Token], b: Beside) -> bool:
    """Whether the article belongs to the length: "the three months ended 31 May", but not "the 16-day strike"."""
    apart = all(t.letter != "-" for t in own) and own[-1].low in PLURALS
    return apart and (not b.after.isalpha() or b.among(b.after, "stop") or b.after in ENDED)


ENDED = frozenset({"ended", "ending", "since", "through", "leading", "following", "preceding", "until", "between"})


def _measured(own: list[Token], b: Beside) -> bool:
    """ "60 miles an hour" is a speed."""
    return b.before in SPEEDS and own[-1].low in ("hour", "second", "minute")


def every(own: list[Token], b: Beside) -> bool:
    """Whether "every day", "per hour" is a repetition."""
    return own[0].low != "per" or not _measured(own, b)


def term(own: list[Token], b: Beside) -> bool:
    """Whether "the year" is one that "ended" on a day."""
    return b.after in ("ended", "ending", "to", "through")


def weekend(own: list[Token], b: Beside) -> bool:
    """ "for the year", "much of the month", but not "for the year he was born in"."""
    if own[-1].low == "weekend":
        return True
    if own[-1].low in PLURALS:
        plain = not b.after.isalpha() or b.among(b.after, "stop") or b.after.endswith("ed")
        return b.before in ("over", "down", "through") and plain and b.after not in CLAUSES
    whole = b.before in ("for", "throughout") or (b.before == "of" and b.ahead in ("much", "most", "all"))
    return whole and (not b.after.isalpha() or (b.among(b.after, "stop") and b.after not in CLAUSES))


CLAUSES = frozenset(
    {"that", "when", "where", "which", "who", "he", "she", "it", "they", "of", "before", "after", "since"}
)


def units(own: list[Token], b: Beside) -> bool:
    """Whether units alone ("weeks") tell a length or a time."""
    if len(own) > 1:
        return own[0].letter != "E" or own[-1].low not in PLURALS or b.before not in OWNERS  # "his early years"
    if own[0].low == "weekends":
        return b.before == "on"
    if (b.after, b.second) == ("to", "go") or (b.after == "into" and b.before not in PUTTING):
        return True  # "with minutes to go", "hours into the flight"
    if (b.before, b.after) == ("the", "up"):
        return b.second == "to"
    if b.ahead not in OWNERS and (_taken(b) if b.after == "of" else b.after in TOWARDS and b.before in REMAINING):
        return True  # "faces years of war", "is months behind schedule"
    if b.before == "the":
        if b.after == "to":
            return b.second == "come"
        return b.after in ("that", "after", "before", "following", "since", "when", "ahead", "between")
    return b.among(b.before, "spanning") and b.ahead not in OWNERS and not (b.after == "-" and b.touches)


PUTTING = frozenset({"put", "puts", "putting", "pour", "poured", "pouring", "invested", "the", "their", "his", "her"})
TOWARDS = frozenset({"from", "away", "behind", "ahead"})
REMAINING = frozenset(
    {"is", "are", "was", "were", "be", "been", "still", "just", "only", "'s", "'re", "remain", "remains", "least", "or"}
    | {"the", "possibly", "probably", "perhaps", "running", "him", "them", "it", "us", "stay", "stays", "stayed"}
)


def _taken(b: Beside) -> bool:
    """Whether "years of war" are taken up by a verb or preposition: "faces years of war", but not "school years of"."""
    verb = b.before.endswith(("ed", "ing")) or any(b.among(b.before, name) for name in ("past", "is", "was", "has"))
    return verb or b.among(b.before, "spanning") or b.before in ENDURING


ENDURING = frozenset(
    {"face", "faces", "follow", "follows", "despite", "amid", "from", "with", "to", "end", "ends", "mean", "means"}
    | {
        "need",
        "needs",
        "require",
        "requires",
        "see",
        "sees",
        "bring",
        "brings",
        "cap",
        "caps",
        "spend",
        "spends",
        "like",
    }
    | {"be", "seek", "seeks", "as", "enough", "undo", "reverse", "endure", "given", "even", "just", "only", "like"}
)
