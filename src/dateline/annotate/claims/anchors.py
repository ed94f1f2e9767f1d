"""The words that name a happening, with their nearest complements, and the content words of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.tree import HELPING, OBJECTS, Tree

LONGEST = 12  # tokens: enough for verb, object and a phrase, short enough to read as a name
PLANNED_WITHIN = 3  # tokens between "due", "were" or "wants" and the infinitive that is taken with it
NEAR = 6  # tokens between a verb and the subject that is taken along
COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "dative", "agent", "neg"})
OTHER_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "acl"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
EMPTY = frozenset({
    "be", "have", "do", "say", "tell", "make", "take", "other", "such", "same", "more", "most", "many", "much", "last",
    "next", "first", "new", "own",
})  # fmt: skip


def anchor(tree: Tree, unit: int, skip: frozenset[int]) -> tuple[int, int]:
    """First and last token of the words that name the happening; tokens in `skip` (dates) end it."""
    if tree.verbal(unit):
        return _of_verb(tree, unit, skip)
    return _of_noun(tree, unit, skip)


def _of_verb(tree: Tree, verb: int, skip: frozenset[int]) -> tuple[int, int]:
    last = verb
    has_object = any(tree.dep[k] in OBJECTS | {"ccomp", "xcomp"} and tree.lower[k] != "place" for k in tree.kids[verb])
    phrases = 0
    for k in tree.kids[verb]:
        if k < verb or tree.dep[k] not in COMPLEMENTS | {"prep"}:
            continue
        if tree.dep[k] == "prep":
            if has_object or phrases or tree.kid(k, "pobj", "pcomp") in skip:
                continue
            phrases += 1
        last = max(last, tree.right[k])
    return _cut(tree, _first(tree, verb, skip, has_object), verb, last, skip)


def _first(tree: Tree, verb: int, skip: frozenset[int], has_object: bool) -> int:
    """Where the words begin: with the verb's helpers; with its subject, if it has no object and the subject is near."""
    first = min([k for k in tree.kids[verb] if tree.dep[k] in (*HELPING, "neg") and k < verb], default=verb)
    up = tree.head[verb]
    if tree.dep[verb] == "acl" and up == verb - 1:
        return _chunk(tree, up, skip)[0]
    if tree.dep[verb] == "xcomp" and first - PLANNED_WITHIN <= up < first:
        first = min([k for k in tree.kids[up] if tree.dep[k] in HELPING and k < up], default=up)
    found = tree.kid(verb, "nsubjpass") if has_object else tree.kid(verb, "nsubj", "nsubjpass")
    if found is None or found > first or verb - found > NEAR or any(i in skip for i in range(found, verb)):
        return first if not any(i in skip for i in range(first, verb)) else verb
    return _chunk(tree, found, skip)[0] if verb - tree.left[found] <= NEAR else found


def _cut(tree: Tree, first: int, unit: int, last: int, skip: frozenset[int]) -> tuple[int, int]:
    end = unit
    for i in range(unit + 1, min(last, first + LONGEST - 1) + 1):
        if i in skip and not (i < tree.head[i] <= last and tree.head[i] not in skip):
            break
        end = i
    trailing = ("PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "PART")
    while end > unit and tree.pos[end] in trailing and tree.dep[end] != "prt":
        end -= 1
    while first < unit and (first in skip or tree.pos[first] in ("PUNCT", "DET", "PART")):
        first += 1
    return first, end


def _of_noun(tree: Tree, noun: int, skip: frozenset[int]) -> tuple[int, int]:
    first, last = _chunk(tree, noun, skip)
    for k in tree.kids[noun]:
        if k > noun and tree.dep[k] == "prep" and not any(i in skip for i in tree.under(k)):
            last = max(last, tree.right[k])
            break
    return _cut(tree, first, noun, last, skip)


def _chunk(tree: Tree, noun: int, skip: frozenset[int]) -> tuple[int, int]:
    first = noun
    for k in reversed(tree.kids[noun]):
        if k < noun and tree.dep[k] in ("compound", "amod", "poss", "nummod", "nmod", "det") and k not in skip:
            first = min(first, tree.left[k])
    while first < noun and first in skip:
        first += 1
    return first, noun


def between_dates(tree: Tree, before: int, until: int) -> tuple[int, int]:
    """The tokens after one date up to the next: what tells apart two happenings of one verb."""
    first = before + 1
    while first < until and tree.pos[first] in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    last = until
    while last > first and tree.pos[last] in ("PUNCT", "ADP"):
        last -= 1
    return first, last


def clause_tokens(tree: Tree, unit: int, others: frozenset[int]) -> Iterator[int]:
    """The tokens of the unit's own clause: joined verbs, side clauses and other happenings left out."""
    waiting = [unit]
    while waiting:
        at = waiting.pop()
        yield at
        for k in reversed(tree.kids[at]):
            joined = tree.dep[k] == "conj" and tree.verbal(k)
            if not joined and tree.dep[k] not in OTHER_CLAUSES and k not in others:
                waiting.append(k)


def terms(tree: Tree, tokens: list[int], named: frozenset[int]) -> tuple[str, ...]:
    """The content lemmas among tokens, in order, each once; `named` are tokens of actors, places and dates."""
    found: dict[str, None] = {}
    for i in tokens:
        if i in named or tree.pos[i] not in CONTENT or tree.lower[i] == "according" or tree.dep[i] in HELPING:
            continue
        if tree.lemma[i] not in EMPTY and any(c.isalpha() for c in tree.lemma[i]):
            found.setdefault(tree.lemma[i], None)
    return tuple(found)
