"""Dated happenings that are better left out: the words do not say what the parse suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.annotate.claims.asides import PASSING
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.untimely import DOUBTS, length_of_time, singled_out
from dateline.annotate.claims.verbs import lemma, voice
from dateline.annotate.claims.yearless import misread
from dateline.model.mark import TimexType
from dateline.model.time import Days, Granularity

LEADING_ON = frozenset({
    "including", "according", "following", "regarding", "concerning", "based", "given", "compared", "depending",
})  # fmt: skip


def trusted(tree: Tree, words: Lexicon, dated: Dated, published: date | None, before: Sequence[Days]) -> bool:
    """Whether a happening can be claimed at its time. `before` are the days told in the sentence before it."""
    timed = dated.timed
    if timed is not None and _not_its_time(tree, words, dated, timed, published, before):
        return False
    if any(doubt(tree, dated) for doubt in (_leads_on, _from_on, _bidden, _generic, _short_before)):
        return False
    if published is not None and dated.days.upper < published and _of_any_day(tree, words, dated.unit):
        return False
    lasts = dated.way == PASSING or _lasts(tree, words, dated.unit)
    if dated.days.end is None and (not lasts or _since_a_record(tree, timed)):
        return False
    return not _told_before_it_came(tree, words, dated, published)


def _not_its_time(
    tree: Tree, words: Lexicon, dated: Dated, timed: Timed, published: date | None, before: Sequence[Days]
) -> bool:
    """Whether the words for a time do not tell when a happening was."""
    if any(doubt(tree, timed) for doubt in DOUBTS) or _reached(tree, words, dated, timed):
        return True
    if _of_a_noun(tree, words, dated, timed):
        return True
    if tree.dep[timed.top] in ("attr", "npadvmod") and _only_a_day(tree, dated.unit):
        return True
    if _from_today(timed) if published is None else misread(tree, dated, timed, published, before):
        return True
    length = timed.mark.type is TimexType.DURATION and timed.preposition not in ("within", "in")
    return length and not (_opens_with(tree, dated, timed) or _goes_on(tree, words, dated.unit))


def _opens_with(tree: Tree, dated: Dated, timed: Timed) -> bool:
    """Whether a sentence opens with how long something was done ("For ten years the mine paid the bills")."""
    return timed.preposition == "for" and timed.first == 1 and tree.tag[dated.unit] == "VBD"


def _of_a_noun(tree: Tree, words: Lexicon, dated: Dated, timed: Timed) -> bool:
    """ "Commenting on this year's prizes" tells of no time at which it is commented; "at Saturday's ceremony he said"
    does."""
    spoken = tree.dep[timed.top] == "poss" and tree.verbal(dated.unit) and tree.lemma[dated.unit] in words["speech"]
    return spoken and not _occasion(tree, words, dated.unit, timed)


def _occasion(tree: Tree, words: Lexicon, verb: int, timed: Timed) -> bool:
    """Whether a sentence opens with the occasion of that day at which something is said."""
    noun = tree.head[timed.top]
    lead = tree.head[noun]
    opens = lead == 0 and tree.lower[lead] in ("at", "in", "during") and tree.head[lead] == verb
    day = timed.mark.granularity is Granularity.DAY
    return opens and day and tree.dep[noun] == "pobj" and words.happening(tree.lemma[noun])


def _leads_on(tree: Tree, dated: Dated) -> bool:
    unit = dated.unit
    return tree.lower[unit] in LEADING_ON and not any(tree.dep[k] in HELPING for k in tree.kids[unit])


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
    return counts and timed is not None and timed.anchor is None and length_of_time(timed.mark)


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
    if tree.has(unit, "usually", "often", "always", "generally", "normally", "typically", "sometimes", "regularly"):
        return True
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


def _reached(tree: Tree, words: Lexicon, dated: Dated, timed: Timed) -> bool:
    """ "It dates back to the sixties", "was cut to 2017" tell how far, not when; "was postponed to May" does."""
    far = timed.preposition == "to" and "to" in tree.lower[max(0, timed.first - 2) : timed.first]
    verb = tree.clause(timed.top)
    put_off = {tree.lemma[verb], lemma(tree, verb), lemma(tree, dated.unit)} & (words["postponing"] | words["moving"])
    return far and dated.relation != "anew" and not put_off


def _goes_on(tree: Tree, words: Lexicon, unit: int) -> bool:
    """Whether something lasts, so that a length of time can be its time: "put off for a year" does not."""
    if not tree.verbal(unit):
        return False
    shape = voice(tree, unit, words)
    return shape.perfect or shape.progressive or shape.negated or tree.lemma[unit] in words["state"]


def _lasts(tree: Tree, words: Lexicon, unit: int) -> bool:
    """Whether something can have gone on since a day: "its first title since 1948" does not."""
    if not tree.verbal(unit):
        return False
    shape = voice(tree, unit, words)
    state = tree.lemma[unit] in words["state"] - {"be"} or (tree.lemma[unit] == "be" and tree.kid(unit, "attr") is None)
    if not shape.perfect and not (shape.present and state):
        return False
    if tree.dep[unit] == "relcl" and singled_out(tree, tree.head[unit]):
        return False  # "the first time that it has fired one since 2009"
    things = [k for k in tree.kids[unit] if tree.dep[k] in ("dobj", "attr")]
    others = (k for k in tree.kids[unit] if tree.dep[k] == "prep" and tree.lower[k] != "since")
    things += [n for k in others if (n := tree.kid(k, "pobj")) is not None]
    return not any(singled_out(tree, thing) for thing in things)


def _since_a_record(tree: Tree, timed: Timed | None) -> bool:
    """Whether "since" hangs on what is told as a record ("the lowest level since May")."""
    if timed is None or tree.dep[timed.top] != "pobj":
        return False
    noun = tree.head[tree.head[timed.top]]
    return tree.pos[noun] in ("NOUN", "PROPN") and singled_out(tree, noun)


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
    held = (shape.passive or tree.lemma[dated.unit] == "be") and shape.present and not shape.perfect
    present = held or (tree.tag[dated.unit] in ("VBZ", "VBP") and tree.lemma[dated.unit] not in ("be", "have"))
    who = tree.kid(dated.unit, "nsubj", "nsubjpass")
    inside = who is not None and who < timed.first
    late = (timed.first > dated.unit or inside) and dated.days.upper < published
    return not (present and late) or shape.perfect


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
    up = tree.head[dated.unit]
    if tree.dep[dated.unit] == "xcomp" and tree.lemma[up] in words["aspect"] and tree.verbal(up):
        shape = voice(tree, up, words)
        if shape.past and shape.finite and not shape.modal:
            return True  # "did not try to shoot it down on Tuesday"
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
