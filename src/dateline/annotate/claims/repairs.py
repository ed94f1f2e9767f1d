"""Puts right what a small parser often gets wrong in news: a second verb taken for an adjective of its object."""

from __future__ import annotations

from dateline.annotate.claims.tree import HELPING, Tree, fill

JOINING = frozenset({"and", "but", "or", "then"})


def repaired(tree: Tree) -> Tree:
    """The same tree with participles that are really verbs made verbs; the given tree is changed."""
    changed = False
    for i in range(1, len(tree)):
        if tree.dep[i] == "amod" and tree.tag[i] in ("VBN", "VBD") and _is_verb(tree, i):
            _raise(tree, i)
            changed = True
    if changed:
        fill(tree)
    return tree


def _is_verb(tree: Tree, i: int) -> bool:
    """Whether it has helpers of its own ("was refused entry") or opens a joined phrase ("and dissolved parliament")."""
    noun = tree.head[i]
    if not _verb_above(tree, noun):
        return False
    if any(tree.dep[k] in HELPING for k in tree.kids[i]):
        return True
    first = tree.head[noun]
    joined = tree.dep[noun] == "conj" and tree.dep[first] == "dobj" and tree.lower[i - 1] in JOINING
    return joined and noun > i and any(tree.dep[k] in ("det", "poss") for k in tree.kids[first])


def _verb_above(tree: Tree, noun: int) -> bool:
    at = tree.head[noun] if tree.dep[noun] == "conj" else noun
    return tree.pos[tree.head[at]] in ("VERB", "AUX") and tree.head[at] != at


def _raise(tree: Tree, i: int) -> None:
    noun = tree.head[i]
    at = tree.head[noun] if tree.dep[noun] == "conj" else noun
    verb = tree.head[at]
    tree.head[i], tree.dep[i], tree.pos[i] = verb, "conj", "VERB"
    if noun > i:
        tree.head[noun], tree.dep[noun] = i, "dobj"
