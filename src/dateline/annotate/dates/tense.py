"""Whether a clause tells of the past or of what is to come, by its words alone."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.tokens import Token

REACH = 40  # tokens on each side of the words for a time
SENTENCE = 6  # tokens that a sentence with a verb has at least
CHAIN = 5  # tokens between an auxiliary and its participle
GOVERNED = 2  # tokens before the words
MOVED = 6  # tokens from "moved" to the new day
FAR = 8  # tokens; what lies beyond and a comma says less
ASIDE = ("free", "ablaze", "alight", "up", "off", "aside", "back", "apart")  # behind "set", which plans nothing then
REMARK = 8  # tokens, so counted, to the verb behind a remark
RIGHT = 3  # a verb after the words counts as if so many tokens further away
BREAKS = frozenset({";", ":", "(", ")", "“", "”", '"', "``", "but", "while", "although", "though", "whereas"})


OPENING, CLOSING = ("“", "``"), ("”", "''")
QUOTES = frozenset({"“", "”", '"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a clause looks: ahead or back; `firm` if a plain past form or "will", "is to" says so; `planned` for a plan
    told in the past ("was to meet on Monday"), whose day may lie on either side."""

    ahead: bool
    firm: bool
    planned: bool = False


BACK, AHEAD = Outlook(False, True), Outlook(True, True)
MAYBE_AHEAD, UNTOLD = Outlook(True, False), Outlook(False, False)
PLANNED = Outlook(False, False, True)
PASSIVES = {"will": AHEAD, "would": MAYBE_AHEAD, "is": UNTOLD}
PLANS = {"was": PLANNED, "did": MAYBE_AHEAD}


def outlook(tokens: list[Token], first: int, last: int, words: Lexicon) -> Outlook:
    """Where the clause of tokens first..last looks.

    The verb group before the words decides, or the one after them where they open their clause. "by", "until" and
    "for" look ahead by themselves, unless a past perfect or a past main clause says otherwise. No verb: untold.
    """
    left = _side(tokens, range(first - 1, max(-1, first - REACH), -1), words)
    right = _side(tokens, range(last, min(len(tokens), last + REACH)), words)
    if first and tokens[first - 1].low == "since":
        return BACK
    if first > 2 and tokens[first - 1].low == tokens[first - 3].low == "as":
        return MAYBE_AHEAD  # "as soon as Tuesday"
    if _moved(tokens, first, words) or _moved_from(tokens, first, words) or _names_day(tokens, first, words):
        return MAYBE_AHEAD
    if [t.low for t in tokens[max(0, first - 3) : first]][1:] == ["later", "than"]:
        return MAYBE_AHEAD  # "no later than 10 May"
    agent = first and tokens[first - 1].low == "by" and last < len(tokens) and tokens[last].letter == "'"
    if first and tokens[first - 1].low in words.lists["ahead"] and not agent:
        return _bound(tokens, first, left, right, words)
    return _by_verb(tokens, first, last, left, right, words)


def _by_verb(tokens: list[Token], first: int, last: int, left: Side, right: Side, words: Lexicon) -> Outlook:
    """Where the nearer verb group looks: the one before the words, or behind them where they open their clause."""
    opens = _opens_clause(tokens, first) and not (last < len(tokens) and tokens[last].low == "that")
    near, far = (right, left) if opens else (left, right)
    found = near or far
    owning = last < len(tokens) and tokens[last].letter == "'"
    if found and found is right and found[1] is AHEAD and owning:
        return MAYBE_AHEAD  # "those behind Monday's raid will be found"
    relative = owning and any(t.low in ("which", "that", "who") for t in tokens[last + 1 : last + 1 + RELATED])
    if found and found is left and left[1] is AHEAD and relative and right and right[1] is BACK:
        return UNTOLD  # "seeks a recount of Sunday's vote, which he lost"
    if found and found is left and _announced(tokens, first, found[0], words):
        return UNTOLD
    if found and found is left and _undone(tokens, first, last, left, right):
        return PLANNED
    return found[1] if found else _without_verb(tokens, first, last, words)


def _moved(tokens: list[Token], first: int, words: Lexicon) -> bool:
    """ "has been put off to 5 November"."""
    before = tokens[max(0, first - MOVED) : first - 1] if first else []
    told = first > 1 and tokens[first - 1].low == "to" and any(_moves(t, words) for t in before)
    return told and not any(t.low in ("had", "from") for t in before)


def _moved_from(tokens: list[Token], first: int, words: Lexicon) -> bool:
    """ "postpone the vote from 26 April to 25 October": the new day lies ahead, and the old one before it."""
    before = tokens[max(0, first - 2 * MOVED) : first - 1] if first else []
    told = first > 1 and tokens[first - 1].low == "from" and any(_moves(t, words) for t in before)
    return told and not any(t.low in BREAKS or t.low == "forward" for t in before)


def _moves(token: Token, words: Lexicon) -> bool:
    return any(token.low + ending in words.lists["moved"] for ending in ("", "d", "ed"))


def clause(tokens: list[Token], first: int) -> tuple[str, ...]:
    """The words before tokens[first], back to a comma or break."""
    words: list[str] = []
    for t in reversed(tokens[max(0, first - CHAIN - 2) : first]):
        if t.low == "," or t.low in BREAKS:
            break
        words.append(t.low)
    return tuple(words)


def governed(tokens: list[Token], first: int, words: Lexicon) -> bool:
    """Whether a past form stands right before the words, but for a preposition."""
    if first and tokens[first - 1].low in words.lists["ahead"]:
        return False
    if owned(tokens, first) or _names_day(tokens, first, words):
        return False
    return any(_verb(tokens, i, words) == BACK for i in range(max(0, first - GOVERNED), first))


def owned(tokens: list[Token], first: int) -> bool:
    """Whether the words name a thing that happens then ("cancelled its Feb. 9 match")."""
    return first > 0 and tokens[first - 1].low in OWNING


OWNING = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "'s", "'"})


def _names_day(tokens: list[Token], first: int, words: Lexicon) -> bool:
    """ "has named 25 April", "set June 5 as the day", "named Sunday as the term": a day chosen, which often is still to
    come."""
    named = first > 0 and tokens[first - 1].low in words.lists["chosen"]
    if not named or (first > 1 and tokens[first - 2].low in words.lists["was"]):
        return False
    weekday = tokens[first].letter == "W" and first + 1 < len(tokens) and tokens[first + 1].low in ("as", "for")
    return weekday or tokens[first].letter in "MdoS"


def _announced(tokens: list[Token], first: int, far: int, words: Lexicon) -> bool:
    """ "has announced a March summit": the past form tells nothing of the summit."""
    plan = tokens[first - 1 - far].low in words.lists["announced"]
    return plan and any(t.letter in "Da" for t in tokens[first - 2 : first + 1])


def _undone(tokens: list[Token], first: int, last: int, left: Side, right: Side) -> bool:
    """ "Another vote, due on 4 August, was dropped", "the next, due to begin in May, never came": what is told of a
    plan right behind its day lies in the past."""
    if left is None or right is None or not left[1].ahead or right[1] is not BACK or right[0] > RIGHT + 2:
        return False
    plan = first - 1 - left[0]
    apart = plan > 0 and tokens[plan - 1].low == "," and left[0] <= PLAN
    ended = [t.low for t in tokens[last : last + 1]] == [","]
    relative = any(t.low in ("which", "who", "when") for t in tokens[last + 1 : last + 2])
    return ended and not relative and (left[0] <= 1 or apart)


PLAN = 5  # tokens between "due" behind a comma and the day


def _without_verb(tokens: list[Token], first: int, last: int, words: Lexicon) -> Outlook:
    """No past form and no "will" in a whole sentence: the present tense, which with a weekday looks ahead if it tells
    of what is arranged ("voters go to the polls on Sunday"), but not in a caption ("A boy waves on Sunday.")."""
    whole = len(tokens) >= SENTENCE and tokens[-1].low == "."
    letters = {t.letter for t in tokens[first:last]}
    dated = letters & set("My") or ("d" in letters and "A" not in letters)
    alone = "W" in letters and not dated and last < len(tokens) and tokens[last].letter != "'"
    if not (whole and alone):
        return UNTOLD
    around = range(max(0, first - 2 * REACH), _end(tokens, last))
    told = any(tokens[i].low in words.lists["arranged"] for i in around)
    return MAYBE_AHEAD if told and not any(_verb(tokens, i, words) for i in around) else UNTOLD


def _end(tokens: list[Token], last: int) -> int:
    """Where the clause ends: before a relative one set off by a comma, or as far as is read."""
    far = min(len(tokens), last + 2 * REACH)
    return next((i for i in range(last, far - 1) if tokens[i].low == "," and tokens[i + 1].low in RELATIVE), far)


def _opens_clause(tokens: list[Token], first: int) -> bool:
    """Whether the words stand at the head of their clause ("and on Friday ministers will meet")."""
    at = first - 1
    while at >= 0 and tokens[at].letter in "iD":
        at -= 1
    return at < 0 or tokens[at].low in (",", "and", "or", "that", "-") or tokens[at].low in BREAKS


Side = tuple[int, Outlook] | None


def _bound(tokens: list[Token], first: int, left: Side, right: Side, words: Lexicon) -> Outlook:
    if right and right[0] == RIGHT and right[1] is BACK and left and left[1].ahead:
        return UNTOLD  # "a service planned for Saturday was cancelled"
    called = tokens[first - 1].low == "for" and first > 1 and tokens[first - 2].low.endswith("ed")
    if called and right and right[1] is BACK and right[0] <= REMARK:
        return PLANNED  # "a summit called for Tuesday in Oldford, was dropped"
    before = tokens[max(0, first - 7) : first]
    if any(t.low in words.lists["perfect"] for t in before) and not (left and left[1].ahead):
        planned = left is not None and left[1] in (UNTOLD, PLANNED) and left[0] < len(before)
        return PLANNED if planned else BACK  # "was planned for May"
    fresh = left is None or _opens_clause(tokens, first - 1)
    if fresh and right and not right[1].ahead and tokens[first - 1].low != "for":
        return right[1]
    return left[1] if left and left[1].ahead else MAYBE_AHEAD


def _side(tokens: list[Token], order: range, words: Lexicon) -> Side:
    """How far the nearest verb group is on that side, and where it looks."""
    apart, quoted, aside = False, False, False
    for far, i in enumerate(order):
        if order.step > 0 and tokens[i].letter == ",":
            aside = not aside and any(t.low in RELATIVE for t in tokens[i + 1 : i + 2])
        if aside:
            continue  # ", where they last won in 2008,"
        if tokens[i].low in QUOTES and (quoted or not _inside(tokens, order)):
            quoted = not quoted  # words quoted on the way are passed by
        elif tokens[i].low in BREAKS and not quoted:
            return None
        if quoted:
            continue
        apart = apart or tokens[i].letter == ","
        told = _verb(tokens, i, words)
        if told is AHEAD and apart and far > FAR:
            told = MAYBE_AHEAD  # "will open more stores over three years, up from a handful in January"
        if told is not None:
            return far + (RIGHT if order.step > 0 else 0), told
    return None


RELATED = 5  # tokens of what a day owns, up to "which"
RELATIVE = frozenset({"where", "who", "whose", "whom", "when"})


def _inside(tokens: list[Token], order: range) -> bool:
    """Whether the words stand inside a quotation, by the quotation marks on that side."""
    step = order.step
    marks = [tokens[i].low for i in order if tokens[i].low in QUOTES]
    return bool(len(marks) % 2) if '"' in marks else bool(marks) and marks[0] in (OPENING if step < 0 else CLOSING)


def _verb(tokens: list[Token], i: int, words: Lexicon) -> Outlook | None:
    token, low = tokens[i], tokens[i].low
    if token.letter == "M" or (low not in words.lists["verbs"] and not low.endswith("ed")):
        return None
    if low in words.lists["will"] or (low == "won" and _negated(tokens, i)):
        return AHEAD
    if token.titled and i and low in words.lists["term"]:
        return None
    if any(low in words.lists[name] for name in ("would", "timetable", "term")) or _arranged(tokens, i, words):
        return MAYBE_AHEAD  # "the May 14 deadline" may have passed
    plan = low in words.lists["plan"] and not (token.titled and i)
    foreseen = low in words.lists["foresees"] and not _follows(tokens, i, "that")
    if plan or foreseen or (low in words.lists["plan_to"] and _follows(tokens, i, "to")):
        return PLANS.get(_auxiliary(tokens, i, words), AHEAD)
    if low in words.lists["planned"]:
        return _planned(tokens, i, words)
    if low in words.lists["resolved"] and _follows(tokens, i, "to"):
        return UNTOLD  # "has decided to admit them in March"
    return _plain_form(tokens, i, words)


def _arranged(tokens: list[Token], i: int, words: Lexicon) -> bool:
    """ "takes effect", "goes on sale": the present of what a timetable holds, but no infinitive."""
    pair, third = (" ".join(t.low for t in tokens[i : i + n]) for n in (2, 3))
    told = words.lists["timetable_with"]
    return (pair in told or third in told) and not (i and tokens[i - 1].low in INFINITIVE)


INFINITIVE = frozenset({"to", "did", "didn", "t", "could", "not"})


def _negated(tokens: list[Token], i: int) -> bool:
    """ "won't" is no past form."""
    return _follows(tokens, i, "'") and _follows(tokens, i + 1, "t")


def _plain_form(tokens: list[Token], i: int, words: Lexicon) -> Outlook | None:
    low = tokens[i].low
    if low in words.lists["was"] or low in words.lists["has"]:
        return PLANNED if _follows(tokens, i, "to") else BACK
    if low in words.lists["past"] or (low.endswith("ed") and len(low) > 4 and low not in words.lists["no_past"]):
        return _participle(tokens, i, words)
    still = i + 2 < len(tokens) and tokens[i + 1].low in STILL and tokens[i + 2].low == "to"  # "is now to begin"
    return AHEAD if low in words.lists["is"] and (still or _follows(tokens, i, "to")) else None


STILL = frozenset({"now", "also", "still", "then", "therefore", "soon", "again", "not", "thus"})
AUXILIARIES = ("was", "has", "did", "will", "would", "is")


def _follows(tokens: list[Token], i: int, low: str) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].low == low


def _auxiliary(tokens: list[Token], i: int, words: Lexicon) -> str:
    """The class of the auxiliary that a participle hangs on: will, would, was, has, did, is or "" ("would have" is
    would)."""
    if i > 1 and tokens[i - 1].low == "be" and tokens[i - 2].low == "could":
        return "would"
    found = ""
    for t in reversed(tokens[max(0, i - CHAIN) : i]):
        month = t.letter == "M"  # "a bomb in May killed four"
        name = "" if month else next((n for n in AUXILIARIES if t.low in words.lists[n]), "")
        if name and t.low != "have":
            return name
        if not name and t.low not in words.lists["between"] and not t.low.endswith("ly"):
            return found
        found = found or name
    return found


def _planned(tokens: list[Token], i: int, words: Lexicon) -> Outlook | None:
    """ "is expected", "a meeting scheduled for" look ahead; "was due", "had been set" look back."""
    hangs = _auxiliary(tokens, i, words)
    if tokens[i].low == "set" and not hangs and i and (tokens[i - 1].letter in "osDaw" or owned(tokens, i)):
        return None  # "won the second set on Sunday"
    if tokens[i].low == "set" and not hangs and any(_follows(tokens, i, low) for low in ("in", "on", "at")):
        return BACK  # "a record set in February"
    if tokens[i].low == "set" and any(_follows(tokens, i, low) for low in ASIDE):
        return BACK if hangs in ("was", "did", "has", "") else AHEAD  # "was set free on Tuesday"
    if hangs in ("was", "did"):
        return PLANNED
    aim = i + 1 < len(tokens) and tokens[i + 1].low in ("to", "for", "on", "in", "by", "at")
    if hangs:
        return AHEAD
    return MAYBE_AHEAD if aim else None


def _participle(tokens: list[Token], i: int, words: Lexicon) -> Outlook | None:
    hangs = _auxiliary(tokens, i, words)
    if i > 2 and tokens[i - 1].low == "be" and tokens[i - 2].low == "to":
        before = tokens[i - 3].low  # "is to be held", "was to be held"
        return AHEAD if before in words.lists["is"] else PLANNED if before in words.lists["was"] else None
    if hangs in PASSIVES:
        return PASSIVES[hangs]
    ahead = i and (tokens[i - 1].low == "to" or (tokens[i - 1].low == "be" and tokens[max(0, i - 2)].low == "to"))
    return None if ahead else BACK
