"""Main verbs whose parse cannot be right, so that nobody knows what they tell."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree

ATTRIBUTING = frozenset({
    "announce", "think", "know", "feel", "learn", "show", "seem", "appear", "find", "conclude", "read", "go", "agree",
    "suspect", "fear", "ask", "insist", "guess", "suppose", "proclaim", "remember", "understand", "notice", "shout",
})  # fmt: skip


def jumbled(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb that is taken for a main one is a participle, part of what is said, or of a relative clause."""
    if tree.dep[verb] == "conj" and any(tree.dep[k] == "mark" for k in tree.kids[verb]):
        return True  # what is said, joined to another thing that is said
    bare = tree.tag[verb] == "VB" and not any(tree.dep[k] in HELPING for k in tree.kids[verb])
    if tree.dep[verb] == "conj" and bare and tree.tag[tree.head[verb]] in ("VBN", "VBD", "VBZ", "VBG"):
        return True  # "has seen brothels and illicit parlours", of which "illicit" is taken for a verb
    if verb and tree.tag[verb - 1] == "JJ" and tree.head[verb - 1] == verb and tree.tag[verb] in ("VBP", "VBZ", "VB"):
        return True  # "illicit massage parlours"
    whose = any(tree.tag[i] == "WP$" and tree.clause(i) == verb for i in range(verb))
    return whose or _garden_path(tree, verb) or _out_of_order(tree, words, verb)


def _garden_path(tree: Tree, verb: int) -> bool:
    """Whether a participle has been taken for the main verb ("the boy trapped in the well has been found")."""
    if any(tree.dep[k] in HELPING for k in tree.kids[verb]) or tree.tag[verb] not in ("VBD", "VBN"):
        return False
    for k in tree.kids[verb]:
        helpers = [h for h in tree.kids[k] if tree.dep[h] in HELPING and verb < h < k]
        if tree.dep[k] == "conj" and helpers and tree.kid(k, *SUBJECTS) is None:
            before = min(helpers) - 1
            if tree.dep[before] not in ("cc", "advmod", "neg") and tree.word[before] != ",":
                return True
    return False


def _out_of_order(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb is taken to be joined to a later one, or to have said a clause before it that it cannot have."""
    if tree.dep[verb] == "conj" and tree.head[verb] > verb:
        return True
    if tree.kid(verb, "csubj") is not None and tree.kid(verb, "ccomp") is not None:
        return True
    before = any(tree.dep[k] == "ccomp" and k < verb and tree.kid(k, *SUBJECTS) is not None for k in tree.kids[verb])
    says = words["speech"] | words["denying"] | words["demanding"] | ATTRIBUTING
    return before and tree.lemma[verb] not in says and tree.kid(verb, *SUBJECTS) is None
