"""Verbs that stand nearer to a date than the one that the parser hangs it on."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import subject


def nearer(tree: Tree, first: int, last: int, verb: int) -> int | None:
    """The verb that the date in tokens `first`..`last` belongs to rather than to `verb`; None if there is none."""
    found = _over_relative(tree, last, verb)
    if found is None:
        found = _joined_last(tree, first, verb)
    if found is None:
        found = _opened(tree, first, last, verb)
    if found is None:
        found = _owned_up_to(tree, first, verb)
    if found is None:
        found = _barred(tree, first, verb)
    return found if found is not None else _over_gerund(tree, verb)


def _barred(tree: Tree, first: int, verb: int) -> int | None:
    """The perfect over a gerund before "since" ("has been barred from leaving the country since May")."""
    if not first or tree.lower[first - 1] != "since" or tree.dep[verb] != "pcomp" or tree.tag[verb] != "VBG":
        return None
    above = tree.clause(tree.head[verb])
    perfect = tree.tag[above] == "VBN" and any(
        tree.lemma[k] == "have" and tree.dep[k] == "aux" for k in tree.kids[above]
    )
    return above if tree.verbal(above) and perfect else None


def _owned_up_to(tree: Tree, first: int, verb: int) -> int | None:
    """What is said to have been done before the date ("acknowledges making a pass 25 years ago")."""
    below = tree.kid(verb, "xcomp")
    words = lexicon()
    speaks = tree.lemma[verb] in words["speech"] | words["denying"]
    return below if speaks and below is not None and tree.tag[below] == "VBG" and verb < below < first else None


def _over_gerund(tree: Tree, verb: int) -> int | None:
    """The verb over a gerund that only tells a kind ("built a culture of winning in 2013")."""
    kind = tree.dep[verb] == "pcomp" and tree.lower[tree.head[verb]] == "of" and tree.kid(verb, "dobj", "prt") is None
    if not kind or tree.pos[tree.head[tree.head[verb]]] not in ("NOUN", "PROPN"):
        return None
    above = tree.clause(tree.head[verb])
    return above if tree.verbal(above) else None


def _over_relative(tree: Tree, last: int, verb: int) -> int | None:
    """The verb over a relative clause that stands behind the date with its noun ("in May Li, who led it, was ...")."""
    noun = tree.head[verb]
    above = tree.clause(noun) if tree.dep[verb] == "relcl" and last < noun else verb
    return above if above != verb and tree.verbal(above) and above > last else None


def _joined_last(tree: Tree, first: int, verb: int) -> int | None:
    """The last verb joined to a verb before the date ("was used for flights and visited by a crew, in 2012")."""
    last = None
    at: int | None = verb
    while at is not None and verb < first:
        at = next((k for k in tree.kids[at] if tree.dep[k] == "conj" and tree.verbal(k) and at < k < first), None)
        last = at if at is not None else last
    return last


def _opened(tree: Tree, first: int, last: int, verb: int) -> int | None:
    """The participle that a date opens behind a comma ("has done more since, this year adding a zone")."""
    opening = first - 1 if first and tree.pos[first - 1] == "ADP" else first
    after = last + 1
    if opening < 2 or after >= len(tree) or tree.lower[opening - 1] != "," or tree.tag[after] != "VBG":
        return None
    side = tree.verbal(after) and tree.dep[after] == "advcl" and tree.head[after] == verb and verb < opening
    return after if side and subject(tree, verb) is not None else None


def thing_between(tree: Tree, noun: int, first: int) -> int | None:
    """What a happening is told to follow, right before the date ("the fourth test following three others in 2009")."""
    for k in tree.kids[noun]:
        if noun < k < first and tree.lower[k] in ("following", "after", "before", "since"):
            thing = tree.kid(k, "pobj")
            return thing if thing is not None and thing < first else None
    return None
