"""Verbs that stand nearer to a date than the one that the parser hangs it on."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.lexicon import lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import subject


def nearer(tree: Tree, first: int, last: int, verb: int) -> int | None:
    """The verb that the date in tokens `first`..`last` belongs to rather than to `verb`; None if there is none."""
    return next((found for found in _offered(tree, first, last, verb) if found is not None), None)


def _offered(tree: Tree, first: int, last: int, verb: int) -> Iterator[int | None]:
    """What each rule gives, the surest first; the next is asked only if one gives none."""
    yield _of_pronoun(tree, first, verb)
    yield _over_relative(tree, last, verb)
    yield _before_content(tree, first, last, verb)
    yield _over_infinitive(tree, first, verb)
    yield _joined_last(tree, first, verb)
    yield _opened(tree, first, last, verb)
    yield _owned_up_to(tree, first, verb)
    yield _barred(tree, first, verb)
    yield _over_gerund(tree, verb)


def _of_pronoun(tree: Tree, first: int, verb: int) -> int | None:
    """The verb of a relative pronoun right before the date ("brought on Roe, who, earlier this year, threw it")."""
    at = first - 1
    while at > 0 and (tree.pos[at] == "ADP" or tree.lower[at] == ","):
        at -= 1
    if at < 1 or tree.lower[at] != "who":
        return None
    subject_of = tree.head[at] if tree.dep[at] in ("nsubj", "nsubjpass") else None
    own = subject_of or next((i for i in range(first, len(tree)) if tree.verbal(i)), verb)
    return own if own != verb and own > first and tree.verbal(own) else None


def _before_content(tree: Tree, first: int, last: int, verb: int) -> int | None:
    """The verb whose content begins right behind the date ("told them a day later that six were in hospital")."""
    after, above = last + 1, tree.head[verb]
    opens = tree.lower[after : after + 1] == ["that"] and tree.dep[after] == "mark" and tree.head[after] == verb
    return above if opens and tree.dep[verb] == "ccomp" and tree.verbal(above) and above < first else None


def _over_infinitive(tree: Tree, first: int, verb: int) -> int | None:
    """The perfect over an infinitive before "since" ("have been able to travel freely since May")."""
    if not first or tree.lower[first - 1] != "since" or not any(tree.tag[k] == "TO" for k in tree.kids[verb]):
        return None
    above = verb
    while tree.dep[above] in ("xcomp", "acomp"):
        above = tree.head[above]
    perfect = any(tree.lemma[k] == "have" and tree.dep[k] == "aux" for k in tree.kids[above])
    return above if perfect and above != verb and tree.verbal(above) else None


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
    above = tree.clause(noun) if tree.dep[verb] in ("relcl", "acl") and last < noun else verb
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


def beside(tree: Tree, first: int, verb: int) -> int | None:
    """The happening in a phrase before "earlier this month" ("is a response to air strikes earlier this month")."""
    if verb > first or tree.lower[first] != "earlier":
        return None
    phrases = [i for i in range(verb + 1, first) if tree.dep[i] == "pobj" and lexicon().happening(tree.lemma[i])]
    return next(
        (i for i in reversed(phrases) if tree.lower[tree.head[i]] in ("to", "for", "of", "over", "about")), None
    )


def over_present(tree: Tree, first: int, preposition: str, verb: int) -> int | None:
    """The past verb over a clause in the present that describes its object ("blew up the canal that feeds the plant in
    May")."""
    present = (
        tree.dep[verb] == "relcl" and tree.tag[verb] in ("VBZ", "VBP") and tree.kid(verb, "aux", "auxpass") is None
    )
    if not present or first < verb or tree.lemma[verb] in TO_COME or preposition not in ("in", "on"):
        return None
    over = tree.clause(tree.head[verb])
    thing = tree.head[verb]
    return over if tree.tag[over] == "VBD" and tree.head[thing] == over and tree.dep[thing] == "dobj" else None


TO_COME = frozenset({
    "be", "take", "begin", "start", "expire", "end", "come", "fall", "run", "open", "close", "last", "go", "enter",
    "meet",
})  # fmt: skip
