"""What looks like a time but is none: counts, names with numbers, verbs that are spelled like months."""

from __future__ import annotations

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Phrase
from dateline.annotate.dates.tokens import Token

POINTING = frozenset(
    {"in", "on", "at", "by", "since", "until", "till", "before", "after", "from", "to", "between", "and", "during"}
    | {"of", "for", "through", "throughout", "last", "next", "this", "that", "early", "mid", "late", "or", "the"}
    | {"around", "about", "via", "ending", "starting", "beginning", "effective", "circa", "c", "ca"}
)
BARE = frozenset({"clock", "year", "era", "units", "daypart", "month", "season", "weekday", "of_month", "length"})


def stands(phrase: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the phrase is a time where it stands."""
    if phrase.rule not in BARE:
        return True
    before = tokens[phrase.first - 1] if phrase.first else None
    after = tokens[phrase.last] if phrase.last < len(tokens) else None
    check = CHECKS.get(phrase.rule)
    return check is None or check(tokens[phrase.first : phrase.last], before, after, words)


def _year(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    prev, follow = before.low if before else "", after.low if after else ""
    if (
        prev in words.lists["numbered"]
        or follow in words.lists["counted"]
        or (prev in ("-", "/", ".") and len(own) == 1)
    ):
        return False
    if follow == "-" and after and own[-1].end == after.start:
        return False
    year = own[-1].value if own[-1].letter == "y" else 0
    if len(own) > 1 or 1900 <= year <= 2060:
        return True
    return prev in POINTING or prev in ("(", ",", "-") or (1700 <= year < 1900)


def _month(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    if len(own) > 1 or own[0].low not in ("may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "apr", "oct"):
        return True
    return bool(before and before.low in POINTING - {"to", "the", "that", "or", "and"}) or (
        own[0].low in ("may", "march")
        and before is not None
        and before.low in ("and", "to", "or")
        and after is not None
        and after.low in (".", ",", "and")
    )


def _season(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    if any(t.letter in "ryE" for t in own):
        return True
    prev, follow = before.low if before else "", after.low if after else ""
    if own[-1].low in ("fall", "spring", "springs", "falls"):
        return prev in ("in", "by", "since", "until", "during") and follow not in ("of", "in")
    return True


def _weekday(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    low = own[-1].low
    return len(own) > 1 or len(low) > 4 or low not in ("sun", "sat", "mon", "wed", "fri")


def _clock(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    if own[0].letter == "d":
        return True
    return len(own) > 1 or (before is not None and before.low in ("at", "by", "until", "from", "to", "since", "around"))


def _daypart(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    return own[-1].low not in ("dusk", "sunrise", "overnight", "sunset", "dawn") or before is not None


def _of_month(own: list[Token], before: Token | None, after: Token | None, words: Lexicon) -> bool:
    if len(own) > 2:
        return True
    return bool(before and before.low in ("on", "by", "until", "since", "before", "after", "from", "of")) and (
        after is None or (after.letter in ",_ik" and not after.low[:1].isalpha()) or after.low in ("and", "in", "at")
    )


CHECKS = {
    "year": _year,
    "month": _month,
    "season": _season,
    "weekday": _weekday,
    "clock": _clock,
    "daypart": _daypart,
    "of_month": _of_month,
}
