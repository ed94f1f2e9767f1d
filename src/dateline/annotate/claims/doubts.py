"""Dated happenings that are better left out: the words do not say what the parse suggests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.annotate.claims.weekdays import NAMES, bare_weekday
from dateline.annotate.claims.yearless import misread
from dateline.model.mark import DateMark, TimexType
from dateline.model.time import Granularity

LENGTHS = frozenset({"second", "minute", "moment", "hour", "day", "week", "fortnight", "month", "year", "decade"})
SHORT = frozenset({"second", "minute", "moment", "hour"})
LEADING_ON = frozenset({
    "including", "according", "following", "regarding", "concerning", "based", "given", "compared", "depending",
})  # fmt: skip
RANKED = frozenset({"JJS", "RBS"})
LATEST = frozenset({"recent", "latest", "last", "first", "second", "third", "biggest", "worst", "one", "another"})
UNTIMELY = frozenset({"alongside", "past", "including", "beyond", "like", "unlike", "despite", "without", "against"})


def trusted(tree: Tree, words: Lexicon, dated: Dated, published: date | None) -> bool:
    """Whether a happening can be claimed at its time."""
    timed = dated.timed
    if timed is not None and _not_its_time(tree, words, dated, timed, published):
        return False
    if any(doubt(tree, dated) for doubt in (_leads_on, _from_on, _bidden, _generic, _short_before)):
        return False
    if published is not None and dated.days.upper < published and _of_any_day(tree, words, dated.unit):
        return False
    if dated.days.end is None and (not _lasts(tree, words, dated.unit) or _since_a_record(tree, timed)):
        return False
    return not _told_before_it_came(tree, words, dated, published)


def _not_its_time(tree: Tree, words: Lexicon, dated: Dated, timed: Timed, published: date | None) -> bool:
    """Whether the words for a time do not tell when a happening was."""
    if any(doubt(tree, timed) for doubt in DOUBTS) or _reached(tree, words, dated, timed):
        return True
    if tree.dep[timed.top] in ("attr", "npadvmod") and _only_a_day(tree, dated.unit):
        return True
    if _from_today(timed) if published is None else misread(tree, dated, timed, published):
        return True
    length = timed.mark.type is TimexType.DURATION and timed.preposition not in ("within", "in")
    return length and not _goes_on(tree, words, dated.unit)


def _leads_on(tree: Tree, dated: Dated) -> bool:
    return tree.lower[dated.unit] in LEADING_ON


def _of_any_day(tree: Tree, words: Lexicon, unit: int) -> bool:
    """ "New Year's Eve can be loud" tells of no one night."""
    return tree.verbal(unit) and voice(tree, unit, words).modal == "can"


def _from_on(tree: Tree, dated: Dated) -> bool:
    """ "Starting in May, it would ..." is a preposition."""
    unit = dated.unit
    alone = tree.lower[unit] in ("starting", "beginning", "ending", "effective") and tree.dep[unit] != "xcomp"
    return alone and tree.kid(unit, "dobj", "nsubj", "aux", "xcomp") is None


def _short_before(tree: Tree, dated: Dated) -> bool:
    """ "About ten minutes after meeting him" tells when the main act was, not the meeting."""
    timed, unit = dated.timed, dated.unit
    counts = timed is not None and tree.dep[unit] == "pcomp" and tree.tag[unit] == "VBG" and timed.last < unit
    return counts and timed is not None and timed.anchor is None and _length(timed.mark)


def _from_today(timed: Timed) -> bool:
    """Whether words for a time count from the day of publication ("next month"), which must be known."""
    spoken = timed.mark.words.exact.lower().split()
    counted = spoken[-1] in ("later", "ago", "earlier") and timed.mark.anchor_at is None
    return (counted or spoken[0] in ("next", "last", "this")) and not any(c.isdigit() for c in timed.mark.words.exact)


def _generic(tree: Tree, dated: Dated) -> bool:
    """ "After games in the forties", "forecasters predicting snow on Wednesday": no happening of that time."""
    unit = dated.unit
    if tree.tag[unit] == "VBG" and tree.lemma[unit] in ("predict", "forecast", "expect", "anticipate"):
        return True
    if tree.lemma[unit] == "do" and tree.verbal(unit) and tree.kid(unit, "dobj", "advmod", "prep") is None:
        return True
    if tree.lemma[unit] == "do" and tree.has(unit, "with") and tree.kid(unit, "dobj") is None:
        return True  # "has nothing to do with the meeting on Tuesday"
    told = dated.also is not None or tree.tag[unit] != "NNS" or tree.dep[unit] in ("nsubj", "nsubjpass", "dobj", "ROOT")
    return not told and dated.days.length() != 1 and all(tree.dep[k] in ("prep", "punct") for k in tree.kids[unit])


def _bidden(tree: Tree, dated: Dated) -> bool:
    """ "Look back at the year" bids the reader."""
    unit = dated.unit
    alone = tree.tag[unit] in ("VB", "VBP") and tree.head[unit] == unit
    before = {tree.lower[i] for i in range(unit)}
    return (
        alone
        and before <= {"but", "and", "do", "please", "so"}
        and tree.kid(unit, "nsubj", "nsubjpass", "expl") is None
    )


def _only_a_day(tree: Tree, unit: int) -> bool:
    """ "It is Tuesday" tells no happening."""
    found = tree.kid(unit, "nsubj")
    pronoun = found is not None and tree.lower[found] in ("it", "this", "that", "today")
    return pronoun and tree.lemma[unit] == "be" and tree.kid(unit, "acomp", "prep", "xcomp", "ccomp") is None


def _counted_from_nothing(tree: Tree, timed: Timed) -> bool:
    """ "Three days after the clash" needs the day of the clash, not that of publication or of another sentence."""
    counts = tree.lower[timed.last : timed.last + 2]
    if timed.mark.vague or not _length(timed.mark):
        return False
    if "than" in counts:
        return True
    word = next((timed.last + i for i, w in enumerate(counts) if w in ("after", "before")), None)
    if word is None or timed.anchor is not None:
        return False
    clause = tree.kid(word, "pobj") is None
    return timed.mark.anchor_at is None or clause or any(w.strip("s") in SHORT for w in tree.lower[timed.first : word])


def _out_of_place(tree: Tree, timed: Timed) -> bool:
    """Behind "alongside 2003" and in "as 2016 arrived" a date tells no time of the verb."""
    if timed.preposition in UNTIMELY:
        return True
    up = tree.head[timed.top]
    return tree.dep[timed.top] in ("nsubj", "nsubjpass") and tree.verbal(up) and tree.dep[up] == "advcl"


def _reached(tree: Tree, words: Lexicon, dated: Dated, timed: Timed) -> bool:
    """ "It dates back to the sixties", "was cut to 2017" tell how far, not when; "was postponed to May" does."""
    far = timed.preposition == "to" and timed.first > 0 and tree.lower[timed.first - 1] == "to"
    verb = tree.clause(timed.top)
    put_off = {tree.lemma[verb], lemma(tree, verb), lemma(tree, dated.unit)} & (words["postponing"] | words["moving"])
    return far and dated.relation != "anew" and not put_off


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


def _length(mark: DateMark) -> bool:
    """Whether the words tell a length of time."""
    return any(w.strip("s") in LENGTHS for w in mark.words.exact.lower().split())


def _bare_season(tree: Tree, timed: Timed) -> bool:
    """ "Its winter meeting" tells a kind of meeting."""
    return (
        timed.mark.granularity is Granularity.SEASON and timed.first == timed.last and tree.dep[timed.top] == "compound"
    )


def _goes_on(tree: Tree, words: Lexicon, unit: int) -> bool:
    """Whether something lasts, so that a length of time can be its time: "put off for a year" does not."""
    if not tree.verbal(unit):
        return False
    shape = voice(tree, unit, words)
    return shape.perfect or shape.progressive or shape.negated or tree.lemma[unit] in words["state"]


def _kind(tree: Tree, timed: Timed) -> bool:
    """ "The first Saturday sitting since" tells a kind of sitting."""
    noun = tree.head[timed.top]
    if any(tree.lower[k] in ("first", "only") for k in tree.kids[timed.top] if k < timed.first):
        return True
    if tree.dep[timed.top] not in ("compound", "amod", "nmod") or noun <= timed.last:
        return False
    return any(tree.lower[k] in ("first", "only", "last") or tree.tag[k] in RANKED for k in tree.kids[noun])


def _lasts(tree: Tree, words: Lexicon, unit: int) -> bool:
    """Whether something can have gone on since a day: "its first title since 1948" does not."""
    if not tree.verbal(unit):
        return False
    shape = voice(tree, unit, words)
    state = tree.lemma[unit] in words["state"] - {"be"} or (tree.lemma[unit] == "be" and tree.kid(unit, "attr") is None)
    if not shape.perfect and not (shape.present and state):
        return False
    things = [k for k in tree.kids[unit] if tree.dep[k] in ("dobj", "attr")]
    things += [n for k in tree.kids[unit] if tree.dep[k] == "prep" and (n := tree.kid(k, "pobj")) is not None]
    return not any(_singled_out(tree, thing) for thing in things)


def _since_a_record(tree: Tree, timed: Timed | None) -> bool:
    """Whether "since" hangs on what is told as a record ("the lowest level since May")."""
    if timed is None or tree.dep[timed.top] != "pobj":
        return False
    noun = tree.head[tree.head[timed.top]]
    return tree.pos[noun] in ("NOUN", "PROPN") and _singled_out(tree, noun)


def _singled_out(tree: Tree, noun: int) -> bool:
    """Whether a noun is told as the first, the last or the most of its kind."""
    return any(tree.lower[k] in ("first", "only", "last") or tree.tag[k] in RANKED for k in tree.kids[noun])


def told_in_time(tree: Tree, words: Lexicon, dated: Dated, published: date | None) -> bool:
    """Whether verb and day agree: a plain present before a past day ("it recalls the summer of 2015") does not date,
    except in a chronology ("the council opens on 4 July 2021", "she dies ten days later")."""
    timed = dated.timed
    if published is None or timed is None or dated.relation or not tree.verbal(dated.unit) or dated.shared:
        return True
    exact = timed.preposition == "on" and any(c.isdigit() for c in timed.mark.words.exact)
    looks = tree.lemma[dated.unit] in words["speech"] | words["looking_back"]
    if (exact or timed.mark.anchor_at is not None) and not looks:
        return True
    shape = voice(tree, dated.unit, words)
    held = shape.passive and shape.present and not shape.perfect
    present = held or (tree.tag[dated.unit] in ("VBZ", "VBP") and tree.lemma[dated.unit] not in ("be", "have"))
    who = tree.kid(dated.unit, "nsubj", "nsubjpass")
    inside = who is not None and who < timed.first
    late = (timed.first > dated.unit or inside) and dated.days.upper < published
    return not (present and late) or shape.perfect


def _any_day(tree: Tree, timed: Timed) -> bool:
    """ "A Friday night in this town" is no day."""
    before = tree.lower[max(0, timed.first - 1) : timed.first + 1]
    return any(w in ("a", "an", "any", "every", "each") for w in before) and bare_weekday(timed.mark)


def _out_of_an_age(tree: Tree, timed: Timed) -> bool:
    """ "Among the deadliest of this century" tells a rank, not a time."""
    long = timed.mark.granularity in (Granularity.CENTURY, Granularity.DECADE)
    before = range(max(0, timed.first - 4), timed.first)
    return long and timed.preposition in ("of", "in") and any(tree.tag[i] in RANKED for i in before)


def _then(tree: Tree, timed: Timed) -> bool:
    """ "At the time" names no time."""
    if timed.preposition in ("until", "till") and tree.lower[timed.last] == "then":
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
    verb = tree.clause(timed.top)
    modal = any(tree.tag[k] == "MD" for k in tree.kids[verb])
    present = tree.tag[verb] in ("VBZ", "VBP") or any(tree.tag[k] in ("VBZ", "VBP") for k in tree.kids[verb])
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


GAME = frozenset({
    "touchdown", "yard", "interception", "quarterback", "game", "goal", "score", "lead", "fumble", "kick", "play",
    "punt", "team", "rebound", "pass", "half", "halftime",
})  # fmt: skip
OPENING = frozenset({"open", "begin", "start", "meet", "vote", "rule", "celebrate", "mark", "launch", "visit", "hold"})


def _in_apposition(tree: Tree, timed: Timed) -> bool:
    """ "Li, a member from 2002 to 2012, has a house" tells when Li was a member."""
    for i in (timed.top, *tree.up(timed.top)):
        if tree.verbal(i):
            return False
        if tree.dep[i] == "appos" and (tree.lower[i] in LATEST or _singled_out(tree, i)):
            return True
        if tree.dep[i] == "appos":
            verb = tree.clause(i)
            return tree.tag[verb] in ("VBZ", "VBP") and timed.last < verb
    return False


def _posed(tree: Tree, timed: Timed) -> bool:
    """ "He waves to the crowd, Monday, Jan. 1, 2018" is a caption."""
    spoken = timed.mark.words.exact.lower().replace(",", " ").split()
    full = any(w in NAMES for w in spoken) and any(len(w) == 4 and w.isdigit() for w in spoken)
    verb = tree.clause(timed.top)
    shown = next((i for i in range(verb + 1) if tree.head[i] == i and tree.verbal(i)), verb)
    return full and timed.first > verb and bool({"VBZ", "VBP"} & {tree.tag[verb], tree.tag[shown]})


DOUBTS = (
    _in_apposition,
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
    _titled,
    _of_name,
    _bare_season,
    _kind,
    _any_day,
    _out_of_an_age,
    _then,
    _remembered,
)


def moved(tree: Tree, words: Lexicon, dated: Dated, published: date | None) -> Dated:
    """The happening itself, or the one named right before a coming day that its past tense cannot have ("accepted an
    invitation to talks this weekend")."""
    timed = dated.timed
    if timed is None or not _told_before_it_came(tree, words, dated, published, any_past=True):
        return dated
    if "back" in tree.lower[max(0, timed.first - 2) : timed.first]:
        return dated
    between = range(dated.unit + 1, timed.first)
    ahead = [i for i in between if tree.verbal(i) and _looks_ahead(tree, i)]
    if ahead:
        return replace(dated, unit=ahead[-1], also=None, way="what is to come, told right before it")
    nouns = [i for i in between if tree.pos[i] == "NOUN" and words.happening(tree.lemma[i])]
    nouns = [i for i in nouns if tree.dep[i] != "compound"]
    return replace(dated, unit=nouns[-1], also=None, way="names the happening right before it") if nouns else dated


def _looks_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "will" or "to"."""
    return any(tree.dep[k] == "aux" and tree.lower[k] in ("will", "would", "to") for k in tree.kids[verb])


def _done(tree: Tree, words: Lexicon, unit: int) -> bool:
    """Whether a participle on a noun tells what is done already, and sets no day."""
    bare = (
        tree.dep[unit] == "acl" and tree.tag[unit] == "VBN" and not any(tree.dep[k] in HELPING for k in tree.kids[unit])
    )
    return bare and tree.lemma[unit] not in words["appointing"] | words["planning"]


def _told_before_it_came(
    tree: Tree, words: Lexicon, dated: Dated, published: date | None, *, any_past: bool = False
) -> bool:
    """A plain past tense with a day after publication: the day has been read wrongly."""
    if published is None or dated.days.lower <= published or dated.relation or not tree.verbal(dated.unit):
        return False
    shape = voice(tree, dated.unit, words)
    if _done(tree, words, dated.unit):
        return True  # "will list the people linked to them in May"
    long = dated.mark is not None and dated.mark.type is TimexType.DURATION and shape.perfect
    suffered = shape.passive and shape.past and not shape.perfect and tree.lemma[dated.unit] not in words["appointing"]
    plain = (
        (tree.tag[dated.unit] == "VBD" or suffered or long or (any_past and shape.perfect))
        and shape.finite
        and not shape.modal
    )
    return plain and tree.lemma[dated.unit] not in words["planning"] | {"be"} and tree.kid(dated.unit, "xcomp") is None
