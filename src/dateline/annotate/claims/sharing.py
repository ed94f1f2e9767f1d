"""Dates that reach further than the word they stand with: to joined verbs, clauses of place and effect, words said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import NOMINAL
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.reaching import reached, timed_apart
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.model.mark import TimexType

WHEN = "happened when a dated thing did"
HINTING = frozenset({"indicate", "suggest", "signal", "imply"})  # what things do, too
LATER = ("then", "later", "eventually", "finally", "soon", "subsequently", "afterwards", "now", "since")
CROWDS = frozenset({"dozens", "hundreds", "scores", "thousands", "several", "many"})
HARMING = frozenset({"kill", "wound", "injure", "hurt", "arrest", "detain", "displace"})
THEREBY = ("thereby", "thus")  # what is done by the act itself
KEEPING = frozenset({"keep", "remain", "stay", "rule", "govern", "reign", "retain", "live", "last", "endure"})
COMPLEMENTS = ("dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "oprd", "prt", "agent")


def shared(tree: Tree, words: Lexicon, direct: list[Dated]) -> list[Dated]:
    """The direct happenings and those to which their dates carry over, in order of the words."""
    found = list(direct)
    taken = {d.unit for d in direct} | {d.also for d in direct if d.also is not None and tree.verbal(d.also)}
    found.extend(_own_times(tree, words, direct, taken))
    for d in found:  # grows while it is walked: an heir may have heirs
        if d.relation:
            continue
        for unit, way in _heirs(tree, words, d, taken):
            if unit not in taken:
                taken.add(unit)
                found.append(replace(d, unit=unit, also=None, way=way, shared=True))
    return sorted(_without_scenes(tree, words, found), key=lambda d: (d.unit, d.days.lower))


def _own_times(tree: Tree, words: Lexicon, direct: list[Dated], taken: set[int]) -> Iterator[Dated]:
    """What has a time of its own told in another clause, before any verb that it is joined to hands one down: "when he
    fetched it in December", "since it left in June", "on 10 May, the day on which ...", "as of May ... and"."""
    for d in direct:
        for heir in (*_when(tree, words, d), *reached(tree, words, d), *_same_time(tree, words, d)):
            if heir.unit not in taken:
                taken.add(heir.unit)
                yield heir


def _when(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    verb = None if dated.relation else _verb_of(tree, dated)
    main = None if verb is None else _main_of_when(tree, words, verb)
    if main is not None:
        yield replace(dated, unit=main, also=None, way=WHEN, shared=True)


def _same_time(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[Dated]:
    """What a clause before tells, if the one joined to it was "the same day"."""
    first = tree.head[dated.unit]
    if dated.timed is None or dated.relation or tree.dep[dated.unit] != "conj" or not tree.verbal(first):
        return
    same = "same" in tree.lower[dated.timed.first : dated.timed.last + 1]
    same = same or (_both_harmed(tree, words, first, dated.unit) and dated.timed.first > dated.unit)
    if same and voice(tree, first, words).past == voice(tree, dated.unit, words).past and first < dated.timed.first:
        yield replace(dated, unit=first, also=None, way="joined to what was done at the same time", shared=True)


def _both_harmed(tree: Tree, words: Lexicon, first: int, other: int) -> bool:
    """Whether two clauses tell of the harm that one blow did ("10 were killed and 20 were hurt on Sunday")."""
    plain = _harmed(tree, words, first) and _harmed(tree, words, other)
    return plain and "," not in tree.lower[first:other] and not any(tree.dep[k] == "npadvmod" for k in tree.kids[first])


def _without_scenes(tree: Tree, words: Lexicon, found: list[Dated]) -> list[Dated]:
    """A dated noun that only sets the scene of its clause ("a speech of 3 May, in which he demanded") is left out, and
    so is a meeting told with "when" before what came of it ("when they met on 3 May they agreed")."""
    scenes = {tree.head[d.unit] for d in found if d.shared and tree.dep[d.unit] == "relcl" and _at_which(tree, d.unit)}
    over = {d.unit for d in found if d.way == WHEN}
    met = {d.unit for d in found if d.way != WHEN and tree.head[d.unit] in over and _meets(tree, words, d.unit)}
    return [
        d for d in found if d.unit not in met and (d.unit not in scenes or d.also is not None or tree.verbal(d.unit))
    ]


def _meets(tree: Tree, words: Lexicon, verb: int) -> bool:
    held = tree.lemma[verb] == "hold" and tree.kid(verb, "nsubjpass") is not None
    sat = lemma(tree, verb) in ("sit-down", "get-together", "come-together")
    return tree.verbal(verb) and tree.dep[verb] == "advcl" and (tree.lemma[verb] in words["meeting"] or held or sat)


def _heirs(tree: Tree, words: Lexicon, dated: Dated, taken: set[int]) -> Iterator[tuple[int, str]]:
    verb = _verb_of(tree, dated)
    if verb is not None:
        for unit in _joined(tree, words, dated, verb, taken):
            yield unit, "joined to a dated verb"
        for unit in _tolls(tree, words, dated, verb, taken):
            yield unit, "what the dated happening did to people"
        for unit in _said(tree, words, verb) if not _long(dated) else ():
            yield unit, "said in the course of a dated happening"
        for unit in _clause_within_hours(tree, words, verb):
            yield unit, "happened within hours of a dated thing"
    for unit in _clauses(tree, words, dated):
        yield unit, "a clause of place or effect on a dated happening"


def _long(dated: Dated) -> bool:
    return dated.mark is not None and dated.mark.type is TimexType.DURATION


def _verb_of(tree: Tree, dated: Dated) -> int | None:
    if tree.verbal(dated.unit):
        return dated.unit
    return dated.also if dated.also is not None and tree.verbal(dated.also) else None


def _joined(tree: Tree, words: Lexicon, dated: Dated, verb: int, taken: set[int]) -> Iterator[int]:
    """Verbs joined to a dated one that go on telling: with complements of their own, same time, not denied."""
    if dated.timed is None or tree.lemma[verb] in words["meeting"] or tree.has(verb, "since"):
        return
    if lemma(tree, verb) in words["postponing"] and dated.timed.preposition in ("to", "until", "till"):
        return
    if dated.timed.preposition == "within" or _only_set(tree, words, dated, verb):
        return
    undone = words["postponing"] | words["cancelling"]
    fronted = dated.timed.last < _subject_at(tree, verb)
    first = voice(tree, verb, words)
    for other in _conjuncts(tree, verb, taken):
        shape = voice(tree, other, words)
        if tree.has(other, *LATER, *THEREBY) or _goes_on(tree, other):
            continue
        if shape.negated or shape.modal != first.modal or (shape.finite and shape.past != first.past):
            continue
        if any(tree.dep[k] in HELPING and tree.tag[k] == "VB" for k in tree.kids[other]) and not shape.modal:
            continue  # "that the term, set in May, be extended"
        own = tree.kid(other, "nsubj", "nsubjpass") is not None
        follows = tree.lemma[other] in words["consequence"] and not own
        if follows or lemma(tree, other) in undone or dated.timed.first > other:
            continue
        if (own and (not fronted or not tree.verbal(dated.unit))) or timed_apart(tree, other, taken):
            continue
        if not fronted and (_fresh(tree, words, dated, other) or _begun_anew(tree, other)):
            continue
        if own or tree.kid(other, *COMPLEMENTS) is not None or _calls_for(tree, other):
            yield other


def _begun_anew(tree: Tree, verb: int) -> bool:
    """Whether a joined verb has a "had" of its own: "had closed it on 3 May and had threatened more"."""
    return any(tree.lower[k] == "had" and tree.dep[k] == "aux" for k in tree.kids[verb])


def _calls_for(tree: Tree, verb: int) -> bool:
    """Whether a verb is followed by what is wanted: "called for the vote to be repeated"."""
    return any(tree.dep[k] == "advcl" and k > verb and tree.has(k, "for") for k in tree.kids[verb])


def _only_set(tree: Tree, words: Lexicon, dated: Dated, verb: int) -> bool:
    """Whether the day was only set for something, so that what became of it was on another ("had been due on 3 May, was
    asked to wait")."""
    due = tree.kid(verb, "acomp")
    if due is not None and tree.lemma[due] == "due":
        return True
    return tree.lemma[verb] in words["appointing"] and dated.timed is not None and dated.timed.preposition == "for"


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a joined verb tells what lasted afterwards ("took power in 1962 and kept it"), or what to make of it all
    ("and it was a disaster")."""
    who = tree.kid(verb, "nsubj")
    if tree.lemma[verb] == "be":
        return who is not None and tree.lower[who] in ("it", "that", "this")
    return tree.lemma[verb] in KEEPING and who is None


def _tolls(tree: Tree, words: Lexicon, dated: Dated, verb: int, taken: set[int]) -> Iterator[int]:
    """What a blow did to people, told in a clause behind it ("a bomb went off on Friday; two people were killed")."""
    if dated.days.length() != 1 or tree.lemma[verb] in words["speech"] or not voice(tree, verb, words).past:
        return
    for k in range(tree.right[verb] + 1 if tree.head[verb] == verb else len(tree), len(tree)):
        if tree.dep[k] == "ROOT" and _harmed(tree, words, k) and not taken.intersection(range(verb + 1, len(tree))):
            yield k
    for k in tree.kids[verb]:
        if tree.dep[k] in ("conj", "parataxis") and k > verb and k not in taken and _harmed(tree, words, k):
            yield k


def _harmed(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a clause tells plainly that so many were killed, hurt or arrested."""
    who = tree.kid(verb, "nsubjpass")
    shape = voice(tree, verb, words)
    counted = who is not None and (
        tree.kid(who, "nummod") is not None or tree.has(who, "a", "an", *CROWDS) or tree.lower[who] in CROWDS
    )
    plain = shape.past and not shape.perfect and not shape.negated and not shape.modal
    return counted and plain and tree.lemma[verb] in HARMING and not tree.has(verb, *LATER)


def _fresh(tree: Tree, words: Lexicon, dated: Dated, verb: int) -> bool:
    """Whether a joined verb starts afresh behind a comma; not if that comma only ends what was said ("denied on Friday
    that he had left, and offered talks"), and not if it tells what was said itself."""
    said = words["speech"] | words["denying"]
    told = tree.kid(dated.unit, "ccomp")
    ends = tree.lemma[dated.unit] in said and told is not None and dated.timed is not None and dated.timed.last < told
    return _after_comma(tree, verb) and not ends and tree.lemma[verb] not in said


def _after_comma(tree: Tree, verb: int) -> bool:
    """Whether a joined verb begins after a comma: a fresh start, which a date behind the first verb does not reach."""
    word = next(
        (k for k in tree.kids[tree.head[verb]] if tree.dep[k] == "cc" and k < verb and k > tree.head[verb]), verb
    )
    return word > 0 and tree.lower[word - 1] == ","


def _subject_at(tree: Tree, verb: int) -> int:
    found = tree.kid(verb, "nsubj", "nsubjpass", "expl", "csubj")
    return verb if found is None else found


def _conjuncts(tree: Tree, verb: int, taken: set[int]) -> Iterator[int]:
    """The verbs joined to a verb, up to one that has a date of its own."""
    waiting = [verb]
    while waiting:
        for k in tree.kids[waiting.pop()]:
            if tree.dep[k] == "conj" and tree.verbal(k):
                if k in taken:
                    return
                yield k
                waiting.append(k)


def _said(tree: Tree, words: Lexicon, verb: int) -> Iterator[int]:
    """Participles of saying under a dated act: "withheld the plan while saying that ..."."""
    if tree.lemma[verb] in words["speech"]:
        return
    for k in tree.kids[verb]:
        if tree.dep[k] == "advcl" and tree.tag[k] == "VBG" and _speaks(tree, words, k):
            yield k
        if tree.dep[k] in ("prep", "advcl"):
            inner = [k] if tree.dep[k] == "prep" else [p for p in tree.kids[k] if tree.dep[p] == "prep"]
            for p in inner:
                yield from (c for c in tree.kids[p] if tree.dep[c] == "pcomp" and _speaks(tree, words, c))


def _speaks(tree: Tree, words: Lexicon, verb: int) -> bool:
    return tree.lemma[verb] in words["speech"] - words["judging"] - HINTING


def _main_of_when(tree: Tree, words: Lexicon, verb: int) -> int | None:
    """The main verb after a dated "when" clause that opens the sentence, or within hours of a dated clause."""
    main = tree.head[verb]
    if tree.dep[verb] != "advcl" or not tree.verbal(main):
        return None
    opens = main > verb and tree.has(verb, "when", "as")
    if not opens and not _within_hours(tree, words, verb):
        return None
    return main if voice(tree, main, words).past == voice(tree, verb, words).past else None


def _clause_within_hours(tree: Tree, words: Lexicon, verb: int) -> Iterator[int]:
    """The clause of "left the capital on Thursday, hours after the rebels blew up a bridge"."""
    sides = [k for k in tree.kids[verb] if tree.dep[k] == "advcl"]
    for k in [*sides, *(n for s in sides for n in tree.kids[s] if tree.dep[n] == "advcl")]:
        if _within_hours(tree, words, k) and voice(tree, k, words).past:
            yield k


def _within_hours(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a clause opens with "hours after", "shortly before" and the like."""
    marks = [k for k in tree.kids[verb] if tree.lower[k] in ("after", "before") and k > 0]
    return any(tree.lower[k - 1] in words["within_a_day"] for k in marks)


def _clauses(tree: Tree, words: Lexicon, dated: Dated) -> Iterator[int]:
    nouns = {i for i in (dated.unit, dated.also) if i is not None and tree.pos[i] in NOMINAL}
    if dated.timed is not None:
        nouns |= set(range(dated.timed.first, dated.timed.last + 1))
    for i in range(len(tree)):
        if tree.dep[i] != "relcl" or not tree.verbal(i) or not voice(tree, i, words).past:
            continue
        here = tree.has(i, "where") and (tree.head[i] in nouns or _verb_of(tree, dated) == tree.head[i])
        then = tree.has(i, "when") and tree.head[i] in nouns
        told = _at_which(tree, i) or _tells_effect(tree, words, i)
        if here or then or _outcome(tree, dated, i) or (tree.head[i] in nouns and told):
            yield i


def _outcome(tree: Tree, dated: Dated, verb: int) -> bool:
    """Whether a clause on a ballot or a game tells how it went: "the election of 7 May, which the greens won"."""
    if dated.timed is None or tree.lemma[verb] not in WENT:
        return False
    first, behind = dated.timed.first, dated.timed.last + 1
    if not any(tree.lemma[i] in BALLOTS for i in range(max(0, first - NEAR), first)):
        return False
    which = tree.lower[behind : behind + 2] == [",", "which"] and tree.head[behind + 1] == verb
    return which and tree.tag[verb] == "VBD"


NEAR = 3  # tokens between a ballot and its day
BALLOTS = frozenset(
    {"election", "vote", "referendum", "ballot", "poll", "runoff", "primary", "final", "match", "race", "game"}
)
WENT = frozenset({"win", "lose", "go", "boycott", "bring", "give", "return", "end", "sweep", "carry", "draw"})


def _at_which(tree: Tree, verb: int) -> bool:
    return any(tree.dep[k] == "prep" and tree.has(k, "which") for k in tree.kids[verb])


def _tells_effect(tree: Tree, words: Lexicon, verb: int) -> bool:
    return (
        tree.has(verb, "which", "that")
        and tree.lemma[verb] in words["effect"] - words["toll"]
        and tree.kid(verb, "nsubj") is not None
    )
