"""Words for a time that do not tell when the happening beside them was."""

from __future__ import annotations

from dateline.annotate.claims.counted import from_stated, stands_alone
from dateline.annotate.claims.fused import WEEKDAYS
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.weekdays import bare_weekday
from dateline.model.mark import DateMark, TimexType
from dateline.model.time import Granularity

UNTIMELY = frozenset({"alongside", "past", "including", "beyond", "like", "unlike", "despite", "without", "against"})
SHORT = frozenset({"second", "minute", "moment", "hour"})
LENGTHS = frozenset({"second", "minute", "moment", "hour", "day", "week", "fortnight", "month", "year", "decade"})
LATEST = frozenset({"recent", "latest", "last", "first", "second", "third", "biggest", "worst", "one", "another"})
RANK = 8  # tokens before a century or decade among which a rank in it is told
RANKED = frozenset({"JJS", "RBS"})
GAME = frozenset({
    "touchdown", "yard", "interception", "quarterback", "game", "goal", "score", "lead", "fumble", "kick", "play",
    "punt", "team", "rebound", "pass", "half", "halftime",
})  # fmt: skip
GREETING = frozenset(
    {"celebrate", "ring", "rang", "welcome", "greet", "usher", "toast", "hail", "herald", "see", "cheer", "mark"}
)
TURNS = frozenset({"start", "beginning", "end", "arrival", "dawn", "close", "coming", "advent", "passing"})
OPENING = frozenset({"open", "begin", "start", "meet", "vote", "rule", "celebrate", "mark", "launch", "visit", "hold"})


def _counted_from_nothing(tree: Tree, timed: Timed) -> bool:
    """ "Three days after the clash" needs the day of the clash, not that of publication or of another sentence."""
    counts = tree.lower[timed.last : timed.last + 2]
    if timed.mark.vague or not length_of_time(timed.mark) or _points(tree, timed):
        return False
    if "than" in counts:
        return True
    word = next((timed.last + i for i, w in enumerate(counts) if w in ("after", "before")), None)
    if word is None or timed.anchor is not None or timed.mark.complement or from_stated(timed.mark):
        return False
    if stands_alone(tree, word):
        return timed.mark.anchor_at is None or timed.preposition == "for"
    clause = tree.kid(word, "pobj") is None
    return timed.mark.anchor_at is None or clause or any(w.strip("s") in SHORT for w in tree.lower[timed.first : word])


def _points(tree: Tree, timed: Timed) -> bool:
    """Whether words tell a time by themselves: "was sacked last week after he ...", "two years ago after ..."."""
    return tree.lower[timed.first] in ("last", "this", "next", "earlier") or tree.lower[timed.last] == "ago"


def _out_of_place(tree: Tree, timed: Timed) -> bool:
    """Behind "alongside 2003" and in "as 2016 arrived" a date tells no time of the verb."""
    if tree.lower[max(0, timed.first - 1) : timed.last + 1] in (["until", "recently"], ["till", "recently"]):
        return True
    if timed.preposition in UNTIMELY and not (timed.preposition == "past" and timed.mark.type is TimexType.TIME):
        return True
    up = tree.head[timed.top]
    if runs_out(tree, timed):
        return False
    return tree.dep[timed.top] in ("nsubj", "nsubjpass") and tree.verbal(up) and tree.dep[up] == "advcl"


def runs_out(tree: Tree, timed: Timed) -> bool:
    """Whether a time is told as one that ran out: "before that month was out"."""
    behind = tree.lower[timed.last + 1 : timed.last + 3]
    return len(behind) > 1 and behind[0] in ("was", "were", "is", "had") and behind[1] in RUN_OUT


RUN_OUT = frozenset({"out", "over", "up", "through", "ended", "passed"})


def _made(tree: Tree, timed: Timed) -> bool:
    """ "Creating winter" makes a season."""
    bare = timed.first == timed.last and timed.mark.granularity is Granularity.SEASON
    return bare and tree.dep[timed.top] == "dobj"


def _half_a_span(tree: Tree, timed: Timed) -> bool:
    """ "From 1971 until his death" is told only from its start."""
    after = tree.lower[timed.last + 1 : timed.last + 2]
    return timed.preposition == "from" and after in (["until"], ["till"], ["to"], ["through"])


def _one_or_other(tree: Tree, timed: Timed) -> bool:
    """ "In October or November" tells neither month."""
    before = [w for w in tree.lower[max(0, timed.first - 3) : timed.first] if w not in ("in", "on", "early", "late")]
    return before[-1:] == ["or"] or any(_other(tree, k) for k in tree.kids[timed.top])


def _other(tree: Tree, token: int) -> bool:
    joined = token + 1 < len(tree) and tree.lower[token] == "or" and tree.dep[token] == "cc"
    return joined and (tree.pos[token + 1] in ("NUM", "PROPN", "ADP") or tree.lower[token + 1] in ("early", "late"))


def _of_name(tree: Tree, timed: Timed) -> bool:
    """ "Security was put in place for Euro 2016": the year is a part of a name."""
    alone = timed.first == timed.last and tree.word[timed.first].isdigit() and timed.first > 0
    return alone and tree.pos[timed.first - 1] == "PROPN" and tree.dep[timed.first] in ("nummod", "npadvmod", "appos")


def _titled(tree: Tree, timed: Timed) -> bool:
    """ "The end of “Red Sky: Civil War” in 2016": a name in quotation marks tells a film, not a war."""
    noun = timed.first - 2
    if noun < 1 or tree.word[noun] not in ("”", '"', "’", "'"):
        return False
    return tree.pos[noun - 1] == "PROPN"


def length_of_time(mark: DateMark) -> bool:
    """Whether the words tell a length of time."""
    return any(w.strip("s") in LENGTHS for w in mark.words.exact.lower().split())


def _bare_season(tree: Tree, timed: Timed) -> bool:
    """ "Its winter meeting" tells a kind of meeting."""
    return (
        timed.mark.granularity is Granularity.SEASON and timed.first == timed.last and tree.dep[timed.top] == "compound"
    )


def _kind(tree: Tree, timed: Timed) -> bool:
    """ "The first Saturday sitting since" tells a kind of sitting."""
    noun = tree.head[timed.top]
    before = [k for k in tree.kids[timed.top] if k < timed.first]
    if any(tree.lower[k] == "first" or (tree.lower[k] == "only" and tree.lower[k + 1] != "the") for k in before):
        return True
    if tree.dep[timed.top] not in ("compound", "amod", "nmod") or noun <= timed.last:
        return False
    return any(tree.lower[k] in ("first", "only", "last") or tree.tag[k] in RANKED for k in tree.kids[noun])


def singled_out(tree: Tree, noun: int) -> bool:
    """Whether a noun is told as the first, the last or the most of its kind."""
    return any(tree.lower[k] in ("first", "only", "last") or tree.tag[k] in RANKED for k in tree.kids[noun])


def _any_day(tree: Tree, timed: Timed) -> bool:
    """ "A Friday night in this town" is no day."""
    before = tree.lower[max(0, timed.first - 1) : timed.first + 1]
    return any(w in ("a", "an", "any", "every", "each") for w in before) and bare_weekday(timed.mark)


def _out_of_an_age(tree: Tree, timed: Timed) -> bool:
    """ "Among the deadliest of this century" tells a rank, not a time."""
    long = timed.mark.granularity in (Granularity.CENTURY, Granularity.DECADE)
    before = range(max(0, timed.first - 4), timed.first)
    close = tree.lower[max(0, timed.first - RANK) : timed.first]
    if long and close[-2:] != ["most", "of"] and any(w in ("any", "ever", "most") for w in close):
        return True
    return long and timed.preposition in ("of", "in") and any(tree.tag[i] in RANKED for i in before)


def _then(tree: Tree, timed: Timed) -> bool:
    """ "At the time" names no time."""
    until = timed.preposition in ("until", "till") or tree.lower[timed.first - 1 : timed.first] in (["until"], ["till"])
    if until and tree.lower[timed.last] == "then":
        return True
    return tree.lower[timed.first : timed.last + 1] in (["the", "time"], ["at", "the", "time"], ["time"])


def _remembered(tree: Tree, timed: Timed) -> bool:
    """ "He recalled last summer" tells what is remembered, not when."""
    before = timed.first - 1
    return before >= 0 and tree.tag[before] == "VBD" and tree.lemma[before] in ("recall", "remember", "forget")


def _just_now(tree: Tree, timed: Timed) -> bool:
    """ "Right now" is no more than "now"."""
    return tree.lower[timed.last] == "now"


def _nowadays(tree: Tree, timed: Timed) -> bool:
    """ "It is the largest rocket today" names no day, "the court rules today" does."""
    if tree.lower[timed.first : timed.last + 1] != ["today"]:
        return False
    if timed.preposition in ("to", "until", "till", "through"):
        return True
    before = range(max(0, timed.first - RANK), timed.first)
    if any(tree.tag[i] in RANKED for i in before) or "no longer" in " ".join(tree.lower):
        return True  # "the most powerful rocket in use today"
    verb = tree.clause(timed.top)
    modal = any(tree.tag[k] == "MD" and tree.lower[k] not in ("will", "shall") for k in tree.kids[verb])
    helpers = [k for k in tree.kids[verb] if tree.dep[k] in HELPING]
    present = any(tree.tag[k] in ("VBZ", "VBP") for k in (verb, *helpers))
    return tree.verbal(verb) and (modal or present) and tree.tag[verb] != "VBG" and tree.lemma[verb] not in OPENING


def _lately(tree: Tree, timed: Timed) -> bool:
    """ "The recent polls" tells a kind of polls."""
    noun = tree.head[timed.top]
    before = timed.last < noun and tree.pos[noun] in ("NOUN", "PROPN") and tree.dep[timed.top] in ("amod", "nmod")
    return timed.mark.vague and before and tree.dep[noun] not in ("nsubj", "nsubjpass", "dobj")


def _rank(tree: Tree, timed: Timed) -> bool:
    """ "Among the first countries to ring in the year" tells a kind of countries."""
    verb = tree.clause(timed.top)
    noun = tree.head[verb]
    if tree.dep[verb] not in ("acl", "relcl") or tree.tag[verb] not in ("VB", "VBG"):
        return False
    return any(tree.lower[k] in ("first", "only", "last", "next") or tree.tag[k] in RANKED for k in tree.kids[noun])


def _of_game(tree: Tree, timed: Timed) -> bool:
    """ "In the fourth quarter" of a game is no part of the year."""
    spoken = timed.mark.words.exact.lower()
    quarter = spoken.split()[-1] in ("quarter", "half") and not any(c.isdigit() for c in spoken)
    return quarter and any(w in GAME for w in tree.lemma)


def _by_the_clock(tree: Tree, timed: Timed) -> bool:
    """ "At 1653 local time" and "at 1900 GMT" tell a time of the day, not a year."""
    alone = timed.first == timed.last and tree.word[timed.first].isdigit() and len(tree.word[timed.first]) == 4
    behind = tree.lower[timed.last + 1 : timed.last + 3]
    return alone and (behind[:1] in (["gmt"], ["utc"], ["est"], ["et"], ["cet"], ["bst"], ["hours"], ["hrs"], ["edt"])
                      or behind == ["local", "time"])  # fmt: skip


def _greeted(tree: Tree, timed: Timed) -> bool:
    """ "They rang in 2018", "celebrated the start of 2018" tell of the moment at which a year begins."""
    turn = timed.mark.granularity in (Granularity.YEAR, Granularity.RANGE, Granularity.MONTH, Granularity.DAY)
    verb = tree.head[timed.top]
    if tree.dep[timed.top] == "pobj":
        verb = tree.head[tree.head[timed.top]]
        if tree.lemma[verb] in TURNS:
            verb = tree.head[verb]
        elif tree.lower[verb + 1 : verb + 2] != ["in"] or timed.first > verb + 3:
            return False
    return turn and tree.lemma[verb] in GREETING and tree.dep[timed.top] in ("dobj", "pobj") and _whole_year(timed)


def _whole_year(timed: Timed) -> bool:
    """Whether words for a time mean a year or its beginning or end."""
    spoken = timed.mark.words.exact.lower().split()
    return spoken[-1].isdigit() and len(spoken[-1]) == 4 and {"the", *TURNS, "of", "new", "year"} >= set(spoken[:-1])


def _in_apposition(tree: Tree, timed: Timed) -> bool:
    """ "Li, a member from 2002 to 2012, has a house" tells when Li was a member."""
    for i in (timed.top, *tree.up(timed.top)):
        if tree.verbal(i):
            return False
        if tree.dep[i] == "appos" and (tree.lower[i] in LATEST or singled_out(tree, i)):
            return True
        if tree.dep[i] == "appos":
            verb = tree.clause(i)
            return tree.tag[verb] in ("VBZ", "VBP") and timed.last < verb
    return False


def full_date(mark: DateMark) -> bool:
    """Whether words tell a day with its name and its year."""
    spoken = mark.words.exact.lower().replace(",", " ").split()
    return any(w in WEEKDAYS for w in spoken) and any(len(w) == 4 and w.isdigit() for w in spoken)


def _posed(tree: Tree, timed: Timed) -> bool:
    """ "He waves to the crowd, Monday, Jan. 1, 2018" is a caption."""
    full = full_date(timed.mark)
    verb = tree.clause(timed.top)
    shown = next((i for i in range(verb + 1) if tree.head[i] == i and tree.verbal(i)), verb)
    return full and timed.first > verb and bool({"VBZ", "VBP"} & {tree.tag[verb], tree.tag[shown]})


DOUBTS = (
    _in_apposition,
    _by_the_clock,
    _greeted,
    _posed,
    _of_game,
    _nowadays,
    _just_now,
    _lately,
    _rank,
    _counted_from_nothing,
    _out_of_place,
    _one_or_other,
    _half_a_span,
    _made,
    _titled,
    _of_name,
    _bare_season,
    _kind,
    _any_day,
    _out_of_an_age,
    _then,
    _remembered,
)
