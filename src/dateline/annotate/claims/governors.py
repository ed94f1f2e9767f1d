"""Which word of a sentence a date dates: the verb or the noun that names the happening."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotate.claims.asides import PASSING, in_passing, placed_first
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.nearer import beside, nearer, over_present, thing_between
from dateline.annotate.claims.tree import VERBAL, Tree
from dateline.model.mark import DateMark

NOMINAL = frozenset({"NOUN", "PROPN"})
ASIDE = frozenset({"since", "after", "before", "following", "until", "like", "unlike", "than", "against", "despite"})
SUPPOSING = frozenset({"suppose", "reckon", "think", "guess", "believe", "conclude", "note", "find", "hear", "recall"})
BALLOTS = frozenset({"vote", "motion", "ballot", "challenge", "referendum", "contest"})
PARTS_OF = frozenset(
    {"day", "week", "month", "night", "minute", "round", "series", "wave", "string", "spate", "period"}
)
FARTHER = 20  # tokens between "up from" and the date of what is compared with
CLOSE = frozenset({"compound", "nmod", "nummod", "amod", "poss", "npadvmod", "quantmod", "advmod"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A date mark among the tokens of its sentence: `first`..`last`, their governor `top`, the preposition before.
    `anchor` is the token that it is counted from, if that stands before it in the same sentence."""

    mark: DateMark
    first: int
    last: int
    top: int
    preposition: str
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a noun stands: subject, object, adjunct, inner or root; under which verb; after which preposition."""

    name: str
    verb: int | None
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Governed:
    """What a date dates: the token, and in words by which construction."""

    unit: int
    way: str
    also: int | None = None


def govern(tree: Tree, words: Lexicon, timed: Timed) -> Governed | None:
    """The happening that a date belongs to; None if it only labels a paper or a thing."""
    passing = in_passing(tree, timed.first, timed.last)
    if passing is not None:
        return Governed(passing, PASSING)
    found = _governed(tree, words, timed)
    if found is None or not tree.verbal(found.unit):
        return found
    other = _fresh_clause(tree, timed, found.unit) or nearer(tree, timed.first, timed.last, found.unit)
    if other is None:
        other = _before_participle(tree, timed, found.unit)
    if other is None:
        other = over_present(tree, timed.first, timed.preposition, found.unit)
    if other is None:
        other = _told_beside(tree, words, timed, found.unit) or _cleft(tree, found.unit)
    if other is not None:
        return replace(found, unit=other)
    inner = _inside_subject(tree, timed, found.unit)
    if inner is not None:
        return replace(found, unit=inner)
    followed = _followed(tree, words, timed, found.unit) or beside(tree, timed.first, found.unit)
    if followed is not None:
        return Governed(followed, "names the happening")
    term = _term_of(tree, timed, found.unit)
    if term is not None:
        return replace(found, unit=term)
    before = _looked_back_to(tree, words, timed, found.unit)
    if before is not None:
        return Governed(before, "names the happening")
    return replace(found, unit=_told_in_passing(tree, words, found.unit))


def _fresh_clause(tree: Tree, timed: Timed, verb: int) -> int | None:
    """The joined verb behind a date that opens its clause ("... nine hours, but on 31 January the city has ten")."""
    first = timed.first - 1 if timed.first and tree.pos[timed.first - 1] == "ADP" else timed.first
    if verb > first or first < 2 or tree.dep[first - 1] != "cc" or tree.lower[first - 2] != ",":
        return None
    return next((i for i in range(timed.last + 1, len(tree)) if tree.dep[i] == "conj" and tree.head[i] == verb), None)


def _before_participle(tree: Tree, timed: Timed, verb: int) -> int | None:
    """The verb before a date that the parser hangs on a participle behind it ("came in April claiming to be ill")."""
    first = timed.first - 1 if timed.first and tree.pos[timed.first - 1] == "ADP" else timed.first
    side = tree.tag[verb] == "VBG" and tree.dep[verb] in ("advcl", "acl", "xcomp", "pcomp") and timed.last < verb
    if not side or _opens(tree, first) or tree.lower[first - 1] in ("since", "while", "when", "after", "before"):
        return None
    over = tree.head[tree.head[verb]] if tree.dep[verb] == "pcomp" else tree.head[verb]
    between = [i for i in range(first) if tree.verbal(i) and tree.tag[i] in ("VBD", "VBN", "VBZ", "VBP")]
    return between[-1] if between and (over < first or tree.pos[over] in NOMINAL) else None


def _told_beside(tree: Tree, words: Lexicon, timed: Timed, verb: int) -> int | None:
    """What is told in "That year, the group said, the army was responsible": the date opens the content."""
    content = tree.kid(verb, "ccomp")
    if content is None and tree.dep[verb] in ("parataxis", "ccomp", "advcl") and tree.head[verb] > verb:
        content = tree.head[verb]
    if content is None or tree.lemma[verb] not in words["speech"] | SUPPOSING or timed.last > verb or content < verb:
        return None
    beside = (
        verb + 1 < len(tree) and tree.lower[verb + 1] == "," and tree.lower[timed.last + 1 : timed.last + 2] == [","]
    )
    return content if beside and tree.verbal(content) and not tree.has(content, "that") else None


def _cleft(tree: Tree, verb: int) -> int | None:
    """What "it was not until 1979 that he defined it" tells: the defining."""
    who = tree.kid(verb, "nsubj", "expl")
    if (
        tree.lemma[verb] != "be"
        or who is None
        or tree.lower[who] != "it"
        or tree.kid(verb, "acomp", "attr") is not None
    ):
        return None
    clauses = (k for k in tree.kids[verb] if k > verb and tree.dep[k] in ("ccomp", "advcl", "relcl"))
    return next((k for k in clauses if tree.verbal(k) and tree.has(k, "that", "when")), None)


def _inside_subject(tree: Tree, timed: Timed, verb: int) -> int | None:
    """The verb of a clause on the subject that the date ends ("talks that were to begin this weekend have failed")."""
    found = tree.kid(verb, "nsubj", "nsubjpass")
    if found is None or not found < timed.first <= timed.last < verb or "," in tree.lower[found : timed.first]:
        return None
    clauses = [i for i in range(found + 1, timed.first) if tree.dep[i] in ("relcl", "acl", "xcomp") and tree.verbal(i)]
    return clauses[-1] if clauses and found in tree.up(clauses[-1]) else None


def _followed(tree: Tree, words: Lexicon, timed: Timed, verb: int) -> int | None:
    """The happening right before a date that the verb is told to follow or refer to ("voted following the test on 3
    September")."""
    noun = timed.first - 2
    if noun <= verb or timed.preposition not in ("on", "in") or not words.happening(tree.lemma[noun]):
        return None
    lead = tree.head[noun]
    follows = tree.dep[noun] == "pobj" and tree.lower[lead] in ("following", "after", "before")
    return noun if follows or (tree.dep[noun] == "pobj" and tree.lemma[verb] == "refer") else None


def _term_of(tree: Tree, timed: Timed, verb: int) -> int | None:
    """The infinitive that a term behind it belongs to ("promised to visit the capital by June")."""
    if timed.preposition not in ("by", "until", "till", "within", "before"):
        return None
    below = tree.kid(verb, "xcomp")
    return below if below is not None and verb < below < timed.first and tree.verbal(below) else None


def _looked_back_to(tree: Tree, words: Lexicon, timed: Timed, verb: int) -> int | None:
    """The happening right before a date, if the verb only looks back at it."""
    if tree.lemma[verb] not in words["looking_back"] or timed.first < verb or tree.tag[verb] == "VB":
        return None
    nouns = [i for i in range(verb + 1, timed.first) if tree.pos[i] in NOMINAL and words.happening(tree.lemma[i])]
    passed = tree.lemma[verb] == "survive" and tree.tag[verb] == "VBD" and tree.kid(verb, "dobj") in nouns
    if passed and tree.lemma[tree.kid(verb, "dobj") or verb] in BALLOTS:
        return None  # "survived a vote of confidence on Saturday"
    return nouns[-1] if nouns else None


def _governed(tree: Tree, words: Lexicon, timed: Timed) -> Governed | None:
    spoken = _after_speech(tree, words, timed)
    if spoken is not None:
        return Governed(spoken, "stands right after the verb of saying")
    after = timed.last + 1
    if (
        tree.pos[timed.last] == "ADV"
        and after < len(tree)
        and tree.verbal(after)
        and tree.tag[after] in ("VBD", "VBZ", "VBP", "VBN")
    ):
        return Governed(after, "stands right before the verb")
    fronted = _fronted(tree, words, timed)
    if fronted is not None:
        return Governed(fronted, "opens the clause")
    if _compared(tree, words, timed):
        return None
    at, preposition = _where(tree, timed), timed.preposition
    if at != timed.top:
        preposition = tree.lower[at]
    for up in tree.up(at):
        if tree.verbal(up):
            return Governed(up, "said of the verb")
        if tree.pos[up] in NOMINAL and tree.dep[up] not in CLOSE - {"poss"}:
            return _of_noun(tree, words, timed, up, preposition)
        if tree.pos[up] == "ADP" and not preposition:
            preposition = tree.lower[up]
        at = up
    if tree.pos[at] in NOMINAL and words.happening(tree.lemma[at]) and at != timed.top:
        return Governed(at, "names the happening")
    return _nearest(tree, timed)


def _after_speech(tree: Tree, words: Lexicon, timed: Timed) -> int | None:
    """The verb of saying that the date follows directly ("said Tuesday that ...", "said on Tuesday ...")."""
    before = timed.first - 1
    if tree.dep[timed.top] == "poss":
        return None  # "called Monday's ruling a scandal"
    if before >= 0 and tree.pos[before] == "ADP":
        before -= 1
    if before >= 0 and tree.verbal(before) and tree.lemma[before] in words["speech"] and tree.tag[before] != "VBG":
        return before
    return None


def _fronted(tree: Tree, words: Lexicon, timed: Timed) -> int | None:
    """The verb of a clause that opens with "In 1973" or "three days later", where the parser takes the time for a part
    of the next noun."""
    noun = next((i for i in tree.up(timed.top) if tree.pos[i] not in ("ADJ", "ADV", "NUM")), timed.top)
    if noun <= timed.last or tree.pos[noun] not in NOMINAL or tree.dep[timed.top] == "pobj":
        return None
    before = timed.first - 1
    placed = before >= 0 and tree.pos[before] == "ADP" and tree.lower[before] in words["placing"]
    counts = tree.pos[timed.last] == "ADV" or tree.lower[timed.last] in ("earlier", "later", "before", "after")
    counts = counts or (tree.lower[timed.last + 1] == "," and timed.mark.granularity is not None)  # "this summer, ..."
    start = before if placed else timed.first
    if not (placed or counts) or not (_opens(tree, start) or placed_first(tree, start)):
        return None
    found = tree.clause(tree.head[before] if placed else noun)
    return found if tree.verbal(found) else None


def _opens(tree: Tree, i: int) -> bool:
    """Whether a clause may begin at a token."""
    return i <= 0 or tree.lower[i - 1] in (",", ";", ":", "and", "but", "yet")


def _where(tree: Tree, timed: Timed) -> int:
    """The token to climb from: the date's own, but the preposition before it where the parser hangs the date on a noun
    that begins afresh behind it ("at the election of 12 May the party won")."""
    noun, after = tree.head[timed.top], timed.last + 1
    fresh = noun > after and after < len(tree) and tree.tag[after] in ("DT", "PRP$", "PRP")
    if fresh and timed.first > 0 and tree.pos[timed.first - 1] == "ADP":
        return timed.first - 1
    return timed.top


def _compared(tree: Tree, words: Lexicon, timed: Timed) -> bool:
    """Whether the date only tells what something is measured against ("than in 2019", "compared with last year")."""
    before = tree.lower[max(0, timed.first - 4) : timed.first]
    if before[-1:] == ["of"] and "as" in before[-2:]:
        return False
    if before[-3:-1] in (["no", "earlier"], ["no", "later"], ["not", "later"], ["not", "earlier"]):
        return False
    farther = range(max(0, timed.first - FARTHER), timed.first)
    since = max((i for i in farther if tree.verbal(i)), default=farther.start)
    spoken = " ".join(tree.lower[since : timed.first])
    if "down from" in spoken or "up from" in spoken:
        return True
    earlier = {"previous", "before", "earlier"} & set(timed.mark.words.exact.lower().split())
    if earlier and {"up", "down", "rise", "fall", "increase", "drop"} & set(tree.lemma[since : timed.first]):
        return any(tree.word[i] == "%" or tree.lower[i] in ("percent", "percentage") for i in farther)
    if "compared" in before[-2:]:
        return True
    close = range(max(0, timed.first - 4), timed.first)
    numbers = any(tree.pos[i] == "NUM" and tree.lower[i] != "one" for i in close)
    return not numbers and any(word in words["comparing"] for word in before)


def _told_in_passing(tree: Tree, words: Lexicon, verb: int) -> int:
    """The verb that a present "it recalls" only accompanies, or the verb itself."""
    if tree.tag[verb] in ("VBZ", "VBP") and tree.lemma[verb] in words["speech"] | {"recall", "note"}:
        content = tree.kid(verb, "ccomp")
        if content is not None and content < verb and tree.tag[content] in ("VBD", "VBN"):
            return content
    return verb


def _nearest(tree: Tree, timed: Timed) -> Governed | None:
    """For a date that the parser left without a governor: the first verb after it, else the last before it."""
    verbs = [i for i in range(len(tree)) if tree.verbal(i) and not timed.first <= i <= timed.last]
    after = [i for i in verbs if i > timed.last]
    if after:
        return Governed(min(after, key=lambda i: (_depth(tree, i), i)), "opens the sentence")
    return Governed(verbs[-1], "closes the sentence") if verbs else None


def _depth(tree: Tree, i: int) -> int:
    return sum(1 for _ in tree.up(i))


def _of_noun(tree: Tree, words: Lexicon, timed: Timed, noun: int, preposition: str) -> Governed | None:
    before = timed.last < noun
    happening = words.happening(tree.lemma[noun]) or (before and tree.lower[noun] in words["named_happening"])
    if before and tree.lemma[noun] in words["paper"] and not _says_more_than_year(timed):
        return None
    slot = slot_of(tree, noun)
    if not happening and any(tree.lower[i] == "due" and i in tree.up(timed.top) for i in tree.kids[noun]):
        return Governed(noun, "the day that it was due")
    if not happening:
        return _of_thing(tree, timed, noun, slot, preposition)
    between = thing_between(tree, noun, timed.first)
    if between is not None:
        return Governed(between, "names the happening") if words.happening(tree.lemma[between]) else None
    if tree.dep[noun] == "appos" and noun < timed.first and not _says_more_than_year(timed):
        return Governed(noun, "names the happening")
    return _of_happening(tree, words, timed, noun, slot, preposition)


def _says_more_than_year(timed: Timed) -> bool:
    return timed.mark.granularity is not None and timed.mark.granularity.value in ("day", "week")


def _of_thing(tree: Tree, timed: Timed, noun: int, slot: Slot, preposition: str) -> Governed | None:
    """A date on a noun that names no happening belongs to the verb, unless it only labels the thing."""
    if timed.last < noun and not preposition and tree.dep[timed.top] in CLOSE:
        return None
    aside = slot.preposition in ASIDE or (tree.dep[noun] == "appos" and noun < timed.first)
    if aside and not _says_more_than_year(timed):
        return None  # "since its inception in 1974", "following three others in 2009"
    return None if slot.verb is None else Governed(slot.verb, "said of the verb")


def _of_happening(tree: Tree, words: Lexicon, timed: Timed, noun: int, slot: Slot, preposition: str) -> Governed | None:
    verb = slot.verb
    inside = timed.last < noun or preposition in ("of", "for", "from")
    if verb is not None and slot.name == "inner" and _stay_of_speaker(tree, words, timed, noun, verb):
        return Governed(verb, "names the setting of the happening", noun)
    if verb is None or slot.name in ("inner", "root"):
        return Governed(noun, "names the happening")
    if slot.name == "object" and inside and tree.lemma[verb] in words["judging"]:
        return Governed(noun, "names the happening")
    if slot.name == "object":
        if tree.tag[verb] not in ("VBZ", "VBP") and (tree.lemma[verb] in words["light"] or not inside):
            return Governed(verb, "said of the verb and its object")
        return Governed(noun, "names the happening")
    if slot.name == "subject":
        return Governed(noun, "names the happening that the sentence tells of", verb)
    told = tree.lemma[verb] in words["speech"] and tree.kid(verb, "dobj") is not None and timed.last < noun
    told = told or (slot.preposition == "by" and tree.lemma[verb] in words["clouding"])
    if slot.preposition in words["placing"] and tree.tag[verb] not in ("VBZ", "VBP") and not told:
        return Governed(verb, "names the setting of the happening", noun)
    return Governed(noun, "names the happening")


def _stay_of_speaker(tree: Tree, words: Lexicon, timed: Timed, noun: int, verb: int) -> bool:
    """Whether the happening is what the speaker is there for ("the minister, here for talks on Friday, said ...")."""
    who = tree.kid(verb, "nsubj")
    there = who is not None and who < noun and timed.last < verb
    return there and tree.lemma[noun] in words["setting"] | {"talk"} and tree.lemma[verb] in words["speech"]


def slot_of(tree: Tree, noun: int) -> Slot:
    """Where a noun stands in its clause."""
    at = noun
    for up in tree.up(noun):
        dep = tree.dep[at]
        if tree.lower[up] == "of" and tree.lemma[tree.head[up]] in PARTS_OF:
            at = up  # "a round of talks": what is told is what became of the round
            continue
        if tree.lower[at] == "of" and tree.lemma[up] in PARTS_OF:
            at = up
            continue
        if dep in ("conj", "appos") and tree.pos[up] not in VERBAL:
            at = up
            continue
        if tree.pos[up] in ("ADP", "SCONJ") or tree.dep[up] in ("prep", "agent"):
            return _under_preposition(tree, up)
        if tree.pos[up] in VERBAL:
            return _under_verb(tree, dep, up)
        return Slot("inner", _verb_above(tree, up))
    return Slot("root", None)


def _under_verb(tree: Tree, dep: str, verb: int) -> Slot:
    if dep in ("nsubj", "nsubjpass", "csubj"):
        return Slot("subject", verb)
    if dep in ("dobj", "attr", "oprd", "dative", "conj"):
        return Slot("object", verb)
    return Slot("adjunct", verb)


def _under_preposition(tree: Tree, preposition: int) -> Slot:
    up = tree.head[preposition]
    if up == preposition:
        return Slot("root", None)
    if tree.pos[up] == "ADP" and tree.dep[preposition] == "prep":
        up = tree.head[up]
    if tree.dep[up] == "dobj" and tree.lower[preposition] in ("at", "during"):
        up = tree.head[up]  # "reached a compromise at talks": the parser hangs the talks on the compromise
    if tree.pos[up] in VERBAL:
        return Slot("adjunct", up, tree.lower[preposition])
    return Slot("inner", _verb_above(tree, up), tree.lower[preposition])


def _verb_above(tree: Tree, i: int) -> int | None:
    found = tree.clause(i)
    return found if tree.verbal(found) else None
