"""How far a date reaches into clauses of other constructions: since a dated clause, as of a month, the day on which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree
from dateline.annotate.claims.untimely import LENGTHS, runs_out
from dateline.annotate.claims.verbs import voice
from dateline.model.time import Days, Granularity

DAY = frozenset({"day", "night", "evening", "morning", "afternoon", "week", "month", "year"})
MOST = 24  # tokens of the words that name a happening
BESIDE = 5  # tokens behind a date within which "the very day on which" stands
SEALING = frozenset({"sign", "initial", "ratify", "approve", "adopt", "seal", "endorse"})


def reached(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """What else has the time of a dated happening, though no verb is joined to it."""
    yield from _since_clause(tree, words, dated)
    if dated.timed is None:
        return
    yield from _day_on_which(tree, dated)
    if dated.relation:
        return
    yield from _as_of(tree, words, dated)
    yield from _denied(tree, words, dated)
    yield from _sealed(tree, words, dated)


def _since_clause(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """What has lasted since a dated thing was done ("has been cut off since the army left in June")."""
    verb, main = dated.unit, tree.head[dated.unit]
    clause = tree.verbal(verb) and tree.dep[verb] in ("advcl", "ccomp") and tree.has(verb, "since")
    if not clause or not tree.verbal(main) or dated.days.end is None or dated.days.start is None:
        return
    shape = voice(tree, main, words)
    if not (shape.perfect or (shape.present and tree.lemma[main] in words["state"])) or shape.past or shape.modal:
        return
    thing = tree.kid(main, "dobj")
    if thing is not None and any(tree.pos[k] == "NUM" for k in tree.kids[thing]):
        return  # "has had five coups since it became independent" counts
    way = "since the happening that the date names"
    yield replace(
        dated, unit=main, days=Days(dated.days.start, None), relation="since", also=None, way=way, shared=True
    )


def _day_on_which(tree: Tree, dated: Dated) -> Iterator[Dated]:
    """What was on "10 May, the very day on which a bomb went off"."""
    assert dated.timed is not None
    last = dated.timed.last
    nouns = [i for i in range(last + 1, min(len(tree), last + BESIDE + 1)) if tree.lemma[i] in DAY]
    if not nouns or dated.days.length() not in (1, 7, 28, 29, 30, 31, 365, 366):
        return
    named = nouns[0]
    between = tree.lower[last + 1 : named]
    if between[:2] != [",", "the"] or set(between[2:]) - {"very", "same", "exact"}:
        return
    for k in tree.kids[named]:
        if tree.dep[k] == "relcl" and tree.verbal(k):
            yield replace(dated, unit=k, relation="", also=None, way="was on the day that the date names", shared=True)


def _held(tree: Tree, held: int) -> tuple[int | None, int | None]:
    """The meeting that is told as held, and the verb of what it did."""
    if tree.dep[held] == "acl":
        noun, main = tree.head[held], tree.head[tree.head[held]]
        return noun, main if tree.dep[noun] == "nsubj" and tree.tag[main] == "VBD" else None
    joined = next((k for k in tree.kids[held] if tree.dep[k] == "conj" and tree.tag[k] == "VBD"), None)
    alone = joined is not None and tree.kid(held, "dobj", "auxpass", "aux", "prt", "cc") is None
    return tree.kid(held, "nsubj"), joined if alone and "," not in tree.lower[held:joined] else None


def on_days(tree: Tree, timed: list[Timed], published: date | None, taken: set[int]) -> list[Dated]:
    """What was at a time that the sentence names for another reason, or for none ("gives a page to Sunday, when the
    house met", "has been cut off since May, when the army left"); `taken` are happenings that have a time."""
    told: list[Dated] = []
    for t in timed:
        days, verb = t.mark.days, _when_behind(tree, t)
        if days is None or days.end is None or verb is None or verb in taken or t.mark.granularity is None:
            continue
        if published is None or days.lower <= published:
            way = "was on the day that the date names"
            told.append(Dated(verb, days, t.mark.granularity, t, way, vague=t.mark.vague))
    return told


def _when_behind(tree: Tree, timed: Timed) -> int | None:
    """The past verb of a clause with "when" behind a date and a comma; what "had been" by then was at another time."""
    at = timed.last + 2
    if tree.lower[at - 1 : at + 1] != [",", "when"]:
        return None
    verb = tree.head[at]
    helpers = [k for k in tree.kids[verb] if tree.dep[k] in HELPING]
    past = any(tree.tag[k] == "VBD" for k in (verb, *helpers)) and not any(tree.tag[k] == "MD" for k in helpers)
    plain = past and not any(tree.lower[k] == "had" for k in helpers)
    return verb if plain and verb > at and tree.verbal(verb) and tree.kid(verb, *SUBJECTS) is not None else None


def _as_of(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """The other states of "As of May soldiers are still there, and thousands have not gone home"."""
    assert dated.timed is not None
    first = dated.timed.first
    if tree.lower[max(0, first - 2) : first] != ["as", "of"] or first > 2:
        return
    for k in tree.kids[dated.unit]:
        if tree.dep[k] != "conj" or not tree.verbal(k) or not voice(tree, k, words).finite:
            continue
        if tree.kid(k, *SUBJECTS) is not None and "," in tree.lower[dated.unit : tree.left[k]]:
            yield replace(dated, unit=k, also=None, way="a state as of the same day", shared=True)


def _denied(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """The denial in "said on Monday that it held the town, which the government denied"."""
    if not tree.verbal(dated.unit) or tree.lemma[dated.unit] not in words["speech"]:
        return
    for k in tree.under(dated.unit):
        denies = tree.dep[k] == "relcl" and tree.lemma[k] in words["denying"] and tree.has(k, "which")
        if denies and voice(tree, k, words).past and tree.kid(k, "nsubj") is not None:
            yield replace(dated, unit=k, also=None, way="an answer to what was said that day", shared=True)


def _sealed(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """The signing in "the talks ended on 2 May with a treaty, which the minister signed"."""
    if not tree.verbal(dated.unit) or dated.days.length() != 1:
        return
    for k in tree.under(dated.unit):
        act = tree.dep[k] == "relcl" and tree.lemma[k] in SEALING and tree.has(k, "which") and k > dated.unit
        shape = voice(tree, k, words)
        if act and tree.tag[k] == "VBD" and not shape.perfect and tree.kid(k, "nsubj") is not None:
            yield replace(dated, unit=k, also=None, way="what sealed the dated happening", shared=True)


def timed_apart(tree: Tree, verb: int, taken: set[int]) -> bool:
    """Whether a joined verb has a time of its own: "for twenty years", or a date on the infinitive under it."""
    below = tree.kid(verb, "xcomp")
    if below is not None and below in taken and tree.lemma[verb] == "be":
        return True
    before = [k for k in tree.kids[verb] if tree.dep[k] == "prep" and tree.lower[k] == "for" and k < verb]
    lengths = [tree.kid(k, "pobj") for k in before]
    return any(i is not None and tree.lemma[i] in LENGTHS for i in lengths)


def outlasted(tree: Tree, dated: Dated) -> Dated:
    """The happening; what was "before that month was out" was in that month."""
    timed = dated.timed
    if timed is None or dated.relation != "before":
        return dated
    if not runs_out(tree, timed):
        return dated
    main = tree.head[dated.unit] if dated.unit > timed.last else dated.unit
    if not tree.verbal(main) or main > timed.last:
        return dated
    return replace(dated, unit=main, relation="", also=None, way="was before its time ran out")


def decided(tree: Tree, words: Lexicon, dated: Dated, own: set[int]) -> Dated:
    """The happening; of a meeting that is only told as held, what it decided ("a congress held on 3 May chose ...")."""
    held = dated.unit
    if tree.lemma[held] not in ("hold", "convene") or tree.tag[held] not in ("VBN", "VBD") or dated.relation:
        return dated
    noun, act = _held(tree, held)
    if act is None or noun is None or act in own or tree.lemma[noun] not in words["setting"] | {"talk"}:
        return dated
    if tree.lemma[act] in words["state"] or tree.kid(act, "dobj", "ccomp", "xcomp") is None:
        return dated
    return replace(dated, unit=act, also=None, way="decided at the dated meeting")


def closed(dated: list[Dated], tree: Tree, words: Lexicon) -> list[Dated]:
    """The happenings; what had lasted since a day ended with the past happening that it is told under."""
    return [_closed(d, dated, tree, words) for d in dated]


def _closed(d: Dated, dated: list[Dated], tree: Tree, words: Lexicon) -> Dated:
    if d.days.end is not None or not tree.verbal(d.unit) or not _pluperfect(tree, words, d.unit):
        return d
    above = set(tree.up(d.unit))
    ends = [o.days.upper for o in dated if o.unit in above and o.days.end is not None and not o.relation]
    if not ends or d.days.start is None or ends[0] <= d.days.start:
        return d
    return replace(d, days=Days(d.days.start, ends[0]), granularity=Granularity.RANGE, relation="")


def _pluperfect(tree: Tree, words: Lexicon, verb: int) -> bool:
    shape = voice(tree, verb, words)
    return shape.perfect and shape.past


def short_of(tree: Tree, unit: int, first: int, last: int) -> int:
    """The last token of words that name a happening, before the last comma if they are too many for a name."""
    if last - first < MOST:
        return last
    commas = (i - 1 for i in range(first + MOST, unit + 1, -1) if tree.lower[i] in (",", ";", ":"))
    return next(commas, first + MOST)


def only_there(tree: Tree, words: Lexicon, dated: Dated) -> bool:
    """Whether somebody only stood or sat where they then spoke or agreed ("stood on the runway and told reporters that
    ...", "sat in the capital and signed ...")."""
    if tree.lemma[dated.unit] not in ("stand", "sit") or not tree.verbal(dated.unit):
        return False
    joined = (k for k in tree.kids[dated.unit] if tree.dep[k] == "conj" and tree.verbal(k))
    act = words["speech"] | SEALING | {"agree", "decide", "resolve"}
    return any(tree.lemma[k] in act and tree.kid(k, *SUBJECTS) is None for k in joined)
