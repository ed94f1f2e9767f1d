"""Clauses that open with a time which a small parser has swallowed, and verbs that it has joined to nouns."""

from __future__ import annotations

from dateline.annotate.claims.tree import HELPING, SUBJECTS, VERBAL, Tree

NAMES = frozenset({"NOUN", "PROPN", "PRON"})
PLACING = frozenset({"in", "on", "by", "during", "at", "since", "after", "before"})
POINTED = frozenset({"day", "week", "month", "year", "decade", "weekend", "night", "morning", "evening", "season"})
TEMPORARY = frozenset({"acting", "caretaking", "sitting", "serving", "standing", "governing", "ruling", "visiting"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PARTICIPLES = frozenset({"VBN", "VBD"})


def opened(tree: Tree) -> bool:
    """Gives such clauses their verb, subject and time back; whether there were any."""
    changed = False
    for i in range(len(tree)):
        if tree.dep[i] in ("acl", "relcl") and tree.tag[i] in PARTICIPLES:
            changed = _swallowed(tree, i) or _reduced(tree, i) or changed
        if tree.dep[i] == "conj" and tree.tag[i] in FINITE and tree.pos[i] in VERBAL:
            changed = _off_noun(tree, i) or changed
        if tree.dep[i] == "conj" and tree.tag[i] in PARTICIPLES:
            changed = _over_content(tree, i) or changed
        if tree.lower[i] in TEMPORARY and tree.tag[i] == "VBG":
            changed = _in_office(tree, i) or changed
        if tree.dep[i] == "ROOT" and tree.tag[i] in PARTICIPLES:
            changed = _set_between(tree, i) or changed
    return changed


def _swallowed(tree: Tree, verb: int) -> bool:
    """ "In late 2019 people queued ...": the people are no object of "in", and queue."""
    noun = tree.head[verb]
    lead = tree.head[noun]
    helped = any(tree.dep[k] in HELPING or tree.dep[k] in SUBJECTS for k in tree.kids[verb])
    if helped or tree.dep[noun] != "pobj" or tree.lower[lead] not in PLACING or tree.left[lead] != lead or lead:
        return False
    years = [k for k in tree.kids[noun] if k < noun and tree.tag[k] == "CD" and _year(tree.word[k])]
    if len(years) != 1 or tree.pos[noun] not in NAMES or any(tree.lower[k] == "the" for k in tree.kids[noun]):
        return False
    if verb != tree.right[noun] and verb > noun + 1 and tree.lower[verb - 1] != ",":
        return False
    _made_root(tree, verb, lead)
    tree.head[noun], tree.dep[noun], tree.tag[verb] = verb, "nsubj", "VBD"
    tree.head[years[0]], tree.dep[years[0]] = lead, "pobj"
    for k in tree.kids[noun]:
        if k < years[0]:
            tree.head[k] = years[0]
    return True


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[0] in "12"


def _made_root(tree: Tree, verb: int, lead: int) -> None:
    """Makes a verb govern the sentence: a participle that stood there goes beside it."""
    old = next(i for i in (lead, *tree.up(lead)) if tree.head[i] == i)
    tree.head[verb], tree.dep[verb], tree.pos[verb] = verb, "ROOT", "VERB"
    if old != lead:
        tree.head[old], tree.dep[old] = verb, "advcl" if tree.tag[old] == "VBG" else "conj"
    tree.head[lead], tree.dep[lead] = verb, "prep"


def _reduced(tree: Tree, verb: int) -> bool:
    """ "In the autumn of that year the board gave ..., and when ... he said": what the board did is no clause on the
    year."""
    noun, who = tree.head[verb], tree.kid(verb, "nsubj")
    if tree.tag[verb] != "VBD" or who is None or tree.lemma[noun] not in POINTED or who < noun:
        return False
    lead = next((i for i in tree.up(noun) if tree.head[i] == i or tree.verbal(tree.head[i])), noun)
    main = tree.head[lead]
    if lead != 0 or main < verb or tree.lower[lead] not in PLACING or tree.head[main] != main:
        return False
    joint = [i for i in range(verb + 1, main) if tree.lower[i] in ("and", "but") and tree.lower[i - 1] == ","]
    if not joint or tree.left[who] != noun + 1:
        return False
    tree.head[verb], tree.dep[verb] = verb, "ROOT"
    tree.head[lead] = verb
    tree.head[main], tree.dep[main] = verb, "conj"
    return True


def _off_noun(tree: Tree, verb: int) -> bool:
    """ "kept out petrol and quinine, and neighbours burned ...": who has a subject is joined to a verb, to no noun."""
    noun = tree.head[verb]
    who = tree.kid(verb, "nsubj", "nsubjpass")
    if tree.pos[noun] not in ("NOUN", "PROPN") or who is None or not noun < who < verb:
        return False
    over = next((i for i in tree.up(noun) if tree.verbal(i)), None)
    start = tree.left[who] - 1
    if over is None or start < 2 or tree.dep[start] != "cc" or tree.lower[start - 1] != "," or over > noun:
        return False
    tree.head[verb] = tree.head[start] = over
    return True


def _over_content(tree: Tree, verb: int) -> bool:
    """ "Has said that it will help and proposed talks": a participle is joined to no infinitive, but to the saying."""
    first = tree.head[verb]
    over = tree.head[first]
    modal = tree.tag[first] == "VB" and any(tree.tag[k] == "MD" for k in tree.kids[first])
    helped = any(tree.dep[k] in HELPING or tree.dep[k] in SUBJECTS for k in tree.kids[verb])
    if not modal or helped or tree.dep[first] != "ccomp" or first > verb or over > first:
        return False
    if tree.tag[over] not in PARTICIPLES or any(tree.dep[k] == "auxpass" for k in tree.kids[first]):
        return False
    tree.head[verb] = over
    for k in tree.kids[first]:
        if tree.dep[k] == "cc" and first < k < verb:
            tree.head[k] = over
    return True


def _in_office(tree: Tree, i: int) -> bool:
    """ "declared himself acting president": nobody acts a president."""
    office = tree.kid(i, "dobj")
    if office != i + 1 or tree.dep[i] not in ("ccomp", "xcomp", "acl", "advcl") or tree.head[i] > i:
        return False
    over = tree.head[i]
    for k in tree.kids[i]:
        tree.head[k] = over
    tree.head[office], tree.dep[office] = over, "oprd"
    tree.head[i], tree.dep[i], tree.pos[i] = office, "amod", "ADJ"
    return True


def _set_between(tree: Tree, first: int) -> bool:
    """ "The state of emergency, prolonged twice, was lifted": a participle between commas is no main verb."""
    who = tree.kid(first, "nsubj", "nsubjpass")
    verb = next((k for k in tree.kids[first] if tree.dep[k] == "conj" and tree.pos[k] in VERBAL), None)
    if who is None or verb is None or tree.lower[first - 1] != "," or tree.kid(first, "dobj", "cc", *HELPING):
        return False
    helpers = [k for k in tree.kids[verb] if tree.dep[k] in HELPING]
    start = min([verb, *helpers])
    if tree.lower[start - 1] != "," or not any(tree.tag[k] in FINITE for k in (verb, *helpers)):
        return False
    if tree.kid(verb, *SUBJECTS) is not None or any(tree.lower[k] in ("and", "but", "or") for k in tree.kids[first]):
        return False
    for k in tree.kids[first]:
        if k < who or k == who or k > verb:
            tree.head[k] = verb
    tree.head[verb], tree.dep[verb] = verb, "ROOT"
    tree.dep[who] = "nsubjpass" if any(tree.dep[k] == "auxpass" for k in helpers) else "nsubj"
    tree.head[first], tree.dep[first], tree.tag[first] = who, "acl", "VBN"
    return True
