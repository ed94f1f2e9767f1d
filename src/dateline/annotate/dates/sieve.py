"""What looks like a time but is none: counts, names with numbers, verbs that are spelled like months."""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.dates import spells
from dateline.annotate.dates.amounts import PLURALS
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Phrase
from dateline.annotate.dates.neighbours import Beside
from dateline.annotate.dates.spells import OWNERS
from dateline.annotate.dates.titles import quoted_name
from dateline.annotate.dates.tokens import Token

OWN_YEARS = range(1900, 2061)  # a bare number so large is a year unless something speaks against it
EPITHETS = frozenset({"black", "bloody", "cyber", "super", "throwback"})  # "Black Friday" is no Friday of the week
WHERE = frozenset({"into", "near", "inside", "outside", "across", "around", "between", "against", "amid"})
OTHER_CALENDARS = frozenset(
    {
        "lunar",
        "chinese",
        "vietnamese",
        "korean",
        "tibetan",
        "thai",
        "khmer",
        "burmese",
        "bengali",
        "tamil",
        "hindu",
        "nepali",
    }
    | {
        "jewish",
        "islamic",
        "muslim",
        "hijri",
        "persian",
        "iranian",
        "afghan",
        "kurdish",
        "assyrian",
        "ethiopian",
        "coptic",
    }
    | {"orthodox", "julian"}
)  # before "New Year": not that of 1 January
SUDDEN = frozenset({"almost", "seemingly", "virtually", "practically", "happen", "happens", "happened"})
PROGRAMMES = frozenset({"programme", "program", "show", "newspaper", "magazine", "presenter", "host"})
FORENAMES = frozenset({"april", "may", "june", "august", "jan"})
PLACED = frozenset(
    {"in", "since", "until", "till", "by", "during", "last", "next", "this", "that", "the", "a", "an", "'s", "early"}
    | {"mid", "late", "-", "through", "between", "before", "after", "its", "their", "his", "her", ","}
)
OLD_YEARS = range(1700, 1900)
# What stands before "present" and "moment" where they mean now, and what may follow them.
STANDING = {"present": ("at", "the", "to", "until"), "moment": ("at", "for")}
LINKING = frozenset(
    {"and", "but", "or", "are", "is", "there", "as", "because", "in", "it", "he", "she", "they", "we", "i"}
)


AIRED = frozenset({"today", "weekday", "deictic", "deictic_part", "daypart"})  # what programmes are called by


def stands(phrase: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the phrase is a time where it stands; "following" without an article is a preposition."""
    check, own = CHECKS.get(phrase.rule), tokens[phrase.first : phrase.last]
    if phrase.rule in AIRED and own[-1].titled and quoted_name(tokens, phrase.first, phrase.last):
        return False
    if check is None and own[0].low not in ("that", "following"):
        return True
    beside = Beside(phrase, tokens, words)
    return own[0].low != "following" and not _conjunction(own, beside) and (check is None or check(own, beside))


def _conjunction(own: list[Token], b: Beside) -> bool:
    """ "said that Friday's vote": no "that Friday"."""
    if own[0].low == "that" and len(own) == 2 and b.after in ("to", "that", ".", ","):
        return False  # "vowed that night to hunt them down"
    return own[0].low == "that" and (b.among(b.before, "saying") or (own[-1].letter == "W" and b.after == "'s"))


# "It is the day of the vote" dates nothing.
DATING = frozenset({"on", "since", "until", "till", "by", "from", "before", "after"})
Check = Callable[[list[Token], Beside], bool]


def _quantified(own: list[Token], b: Beside) -> bool:
    """ "some 2000", "at least 1900", "more than 2000"."""
    many = b.before in QUANTIFIERS or (b.before == "least" and b.ahead == "at")
    return len(own) == 1 and many


QUANTIFIERS = frozenset({"some", "nearly", "almost", "another", "more than", "fewer than", "less than"})
CLAUSE = frozenset({",", "and", "but", "that", "if", "``", "“", '"', "`"})


def _street(b: Beside) -> bool:
    """ "1926 N. Quince St." """
    return b.after in ("n", "s", "e", "w", "ne", "nw", "se", "sw") and b.followed


def _year(own: list[Token], b: Beside) -> bool:
    counted = b.among(b.after, "counted") and own[0].letter not in "DEBore"  # "in late 2019 people queued"
    if b.among(b.before, "numbered") or counted or _quantified(own, b) or (len(own) == 1 and _street(b)):
        return False
    if b.before in ("-", "/", ".") and b.ahead not in ("post", "pre", "c", "ca", "b", "d", "r", "fl", "est"):
        return False
    if b.touches and b.after == "-" and b.second in ("era", "style", "vintage"):
        return True
    if b.touches and (b.after in ("-", "/") or (b.after.isalpha() and len(b.after) < 3)):
        return False
    year = own[-1].value if own[-1].letter == "y" else 0
    if len(own) == 1 and not own[0].low[0].isdigit():
        return b.among(b.before, "pointing")  # "in '98"
    if len(own) > 1 or year in OWN_YEARS:
        return True
    return b.among(b.before, "pointing") or b.before in ("(", ",", "-", ".", "either") or year in OLD_YEARS


ARTICLES = frozenset({"a", "its", "this", "his", "their"})


def _marching(b: Beside) -> bool | None:
    """Whether people march, where an article tells: "the March on Washington", but "a March release"."""
    if b.before == "the" and b.after in ("on", "for", "against", "to"):
        return True
    if b.before in ARTICLES:
        return not b.after.isalpha() or b.followed or b.among(b.after, "stop")
    return None


def _month(own: list[Token], b: Beside) -> bool:
    if len(own) == 1 and own[0].low in ("mar", "jan", "sep", "dec") and b.after == "-" and b.touches:
        return b.second.isdigit()  # "Mar-a-Lago"
    if own[-1].letter == "M" and own[-1].low in FORENAMES and b.followed and b.before not in PLACED:
        return False
    if len(own) > 1 or own[0].low not in ("may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "apr", "oct"):
        return True
    if b.before in ("to", "and", "through", "until", "-") and b.words.words.get(b.ahead, "_")[0] == "M":
        return True
    if b.before.endswith("est"):
        return True  # "the coldest March"
    if own[0].low == "march" and (marching := _marching(b)) is not None:
        return not marching
    if b.before in ("to", "and", "or", "the", "-"):
        return own[0].low in ("may", "march") and (not b.after.isalpha() or b.before == "the")
    return b.among(b.before, "pointing") and b.before != "that"


def _no_season(own: list[Token], b: Beside) -> bool:
    """The surnames Summers and Winters, "Edgar Winter", "the Prague Spring of 1968", "after the fall" of a town."""
    name = own[0].letter == "S" and own[0].titled and b.named
    if name and (own[-1].letter == "y" or (len(own) == 1 and not b.followed)):
        return True
    town = len(own) == 2 and own[-1].low == "fall" and own[0].letter == "D"
    surname = own[-1].titled and own[-1].low in ("summers", "winters") and not any(t.letter in "ryEBO" for t in own)
    return surname or (town and not b.among(b.before, "seasons"))


def _quarter(own: list[Token], b: Beside) -> bool:
    """ "In the third quarter" of a match is no quarter of a year."""
    return any(t.letter == "y" for t in own) or not any(t.low in MATCH for t in b.tokens)


MATCH = frozenset(
    {"touchdown", "touchdowns", "quarterback", "quarterbacks", "halftime", "interception", "interceptions", "fumble"}
    | {"fumbled", "rebounds", "pointer", "pointers", "layup", "layups", "dunk", "buzzer", "punt", "linebacker"}
    | {"yard", "nfl", "nba", "kickoff", "receiver", "cornerback", "basket", "baskets", "jumper", "playoff", "playoffs"}
)


def _falling(own: list[Token], b: Beside) -> bool:
    """ "firms that fall into trouble", "those that spring from the law"."""
    verb = [t.low for t in own] in (["that", "fall"], ["that", "spring"])
    return verb and (b.after in FALLING or (b.before.endswith("s") and b.after in ("in", "on", "from", "to")))


FALLING = frozenset(
    {"into", "under", "below", "within", "short", "behind", "outside", "apart", "victim", "ill", "through", "between"}
    | {"across", "prey", "off", "back", "over", "onto", "among", "beyond", "asleep", "out", "up", "foul", "flat"}
)


def _season(own: list[Token], b: Beside) -> bool:
    if _no_season(own, b) or _falling(own, b):
        return False
    if any(t.letter in "ryEBO" for t in own):
        return True
    if own[-1].low not in ("fall", "spring", "springs", "falls"):
        return b.after not in ("games", "olympics") and (own[-1].low, b.after) != ("winter", "sports")
    if (own[-1].low == "spring" and b.among(b.after, "seasonal")) or b.before.endswith("est"):
        return True  # "the coldest spring"
    if b.after == "of" or b.before == "the" or not (b.among(b.before, "pointing") or b.before == "spent"):
        return False
    if b.before == "from" and b.after not in ("to", "until", "through"):
        return False
    return own[0].letter == "D" or own[-1].low == "spring" or b.before in ("in", "by", "since", "until", "during")


def _weekday(own: list[Token], b: Beside) -> bool:
    if (b.before == "the" and b.among(b.after, "papers")) or b.before in EPITHETS:
        return False
    return len(own) > 1 or own[-1].low not in ("sun", "sat", "mon", "wed", "fri", "thu", "tue")


def _clock(own: list[Token], b: Beside) -> bool:
    if len(own) > 1 and own[0].letter == "d" and own[1].letter == "Z":
        return b.among(b.before, "timing")
    if own[0].letter == "d" or len(own) > 1:
        return True
    return b.among(b.before, "timing")


def _meanwhile(b: Beside) -> bool:
    """ "Snow fell overnight closing roads", but not "in overnight trading"."""
    return b.after.endswith("ing") and not b.among(b.before, "stop")


def _daypart(own: list[Token], b: Beside) -> bool:
    if own[-1].low == "overnight":
        return (
            len(own) == 1
            and b.before not in SUDDEN
            and (not b.after.isalpha() or b.among(b.after, "stop") or b.after in WHERE or _meanwhile(b))
        )
    if b.before == "-" or (b.after == "-" and b.touches) or (own[-1].titled and b.followed and not b.first):
        return False  # "the Evening Standard"
    if own[-1].low in ("daytime", "nighttime"):
        return True
    plural = own[-1].low.endswith("s")
    if plural or own[0].letter in "wa":
        return own[0].letter == "w" and own[0].value == 1
    late = b.before == "past" and ":" in own[-1].value
    return len(own) > 1 or late or b.among(b.before, "pointing") or b.first


BEHIND = frozenset("for with when that but it an his her their its and in at the he she they a to".split())
DAYS = ("on", "by", "until", "since", "before", "after", "from")


def _of_month(own: list[Token], b: Beside) -> bool:
    if len(own) > 2:
        return True
    planned = b.before == "for" and any(b.among(b.ahead, name) for name in ("planned", "plan"))
    if not own[-1].low[0].isdigit() or not (planned or b.before in DAYS):
        return b.before == "to" and b.ahead in ("off", "forward", "back", "postponed", "moved", "delayed")
    told = planned and (b.among(b.after, "was") or b.among(b.after, "is"))
    named = b.before == "on" and b.followed  # "on the 13th General Clark warned"
    return named or told or not b.after.isalpha() or b.after in BEHIND


STEADY = frozenset({"at", "by", "until", "since", "during", "from", "around", "throughout", "till"})


def _at_time(own: list[Token], b: Beside) -> bool:
    if own[-1].low == "occasion":
        return b.before == "on" and own[-2].value in ("that", "same") and own[-2].letter == "r"
    pointed = own[-2].letter == "r" and b.before in ("before", "after", "about")
    period = own[-1].low == "period" and own[-2].letter == "r" and b.before == "in"
    if not (pointed or period or b.before in STEADY):
        return False
    if own[-2].letter == "r":
        return own[-2].value in ("that", "this", "same") and b.after != "of"
    return b.after not in ("of", "when", "that", "to", "in", "a", "the") and b.before in ("at", "by")


QUOTES = frozenset({"”", '"', "''", "’"})


def _today(own: list[Token], b: Beside) -> bool:
    """A future of some kind, "most recently" are no times to point at."""
    if own[-1].low.endswith("ago"):
        return b.before not in ("as", "how", "so", "too", "very")
    if own[-1].low in STANDING:
        return b.before in STANDING[own[-1].low] and (not b.after.isalpha() or b.after in LINKING)
    if own[-1].low == "future":
        if len(own) == 1 and own[0].titled and b.followed:
            return False  # "Future Publishing"
        return b.before not in ("a", "an", "no", "any") or (b.before == "a" and b.followed)
    if (own[-1].low == "recently" and b.before == b.after == "as") or (b.after, b.second) == ("and", "age"):
        return False  # "as recently as last month", "in this modern day and age"
    if (
        own[-1].titled
        and len(own) == 1
        and b.named
        and not (b.followed or b.among(b.after, "stop"))
        and (b.after.isalpha() or b.after in QUOTES)
    ):
        return False  # "the Hope For Haiti Now telethon"
    if own[-1].titled and len(own) == 1 and (b.among(b.before, "mastheads") or b.after in PROGRAMMES):
        return False
    return not (own[-1].low == "recently" and b.before == "most")


def _deictic(own: list[Token], b: Beside) -> bool:
    """ "his last day of school" is told from the school, "last week of" likewise."""
    if own[-1].low == "day" and (b.after, b.second) == ("and", "age"):
        return False
    if own[-1].low in PLURALS and b.before in OWNERS and own[0].low in ("last", "past"):
        return False  # "his last days"
    if own[-1].low in PLURALS or (own[0].letter == "r" and own[0].value in ("this", "that", "same", "following")):
        return True
    ending = own[-2].low in ("last", "past") if len(own) > 1 else False
    definite = own[0].letter == "D" or b.before == "the"
    return not (ending and ((definite and b.after == "of") or b.before in OWNERS))


def _past(own: list[Token], b: Beside) -> bool:
    return b.before in ("in", "of") and (not b.after.isalpha() or b.among(b.after, "stop"))


def _decades(own: list[Token], b: Beside) -> bool:
    """ "the 70s" and "the early 70s", but neither "her 40s" nor a temperature."""
    if own[-1].letter != "z" or len(own[-1].low) != 3 or not own[-1].low[0].isdigit():
        return True
    lists = own[0].letter != "D" and b.before == "and" and b.ahead.endswith("0s")
    return (lists or own[0].letter == "D") and own[-1].low >= "20s" and not b.weather


def _named(own: list[Token], b: Beside) -> bool:
    """ "Jewish New Year" is known, other peoples' are not; a war that has a feast's name is none of its days."""
    surname = b.followed or (b.named and not b.among(b.before, "stop"))
    if own[-1].low in MOON_FEASTS and (b.after in WARS or surname):
        return False  # "the Tet Offensive", "Tariq Ramadan"
    return own[0].low[:8] != "new year" or b.before not in OTHER_CALENDARS


MOON_FEASTS = frozenset({"tet", "yom kippur", "ramadan"})
WARS = frozenset({"war", "offensive", "truce", "attacks"})


def _hour(own: list[Token], b: Beside) -> bool:
    """ "at 7 tonight", but not "killed two this morning"."""
    return b.before in AT or (b.before in ("about", "around") and b.ahead in AT)


AT = frozenset({"at", "by", "until", "till", "before", "after", "since"})

CHECKS: dict[str, Check] = {
    "nth_day": lambda own, b: (b.after, b.second) != ("in", "a"),  # "the second day in a row"
    "hour": _hour,
    "beside": lambda own, b: b.before != "to" or own[-1].letter == "r",  # "three years to the day after"
    "repeat": lambda own, b: b.first or not b.titled,
    "every": spells.every,
    "term": spells.term,
    "year": _year,
    "years": _year,
    "month": _month,
    "md": lambda own, b: own[0].low != "march" or b.before != "long",  # a rocket
    "season": _season,
    "quarter": _quarter,
    "named": _named,
    "weekday": _weekday,
    "clock": _clock,
    "daypart": _daypart,
    "of_month": _of_month,
    "length": spells.length,
    "units": spells.units,
    "day_event": lambda own, b: b.before in DATING,
    "weekend": spells.weekend,
    "decades": _decades,
    "at_time": _at_time,
    "deictic": _deictic,
    "from_day": lambda own, b: b.before not in ("for", "lasting", "last", "lasts"),
    "past": _past,
    "then": lambda own, b: b.before in ("by", "since", "until", "till"),
    "today": _today,
    "former": lambda own, b: b.before not in ("the", "") or b.after not in (",", ".", "of", "is", "was", "and"),
    "current": lambda own, b: b.after.isalpha() and not b.among(b.after, "stop") and not b.titled,
    "recent": lambda own, b: b.after.isalpha() and b.before != "most",
}
