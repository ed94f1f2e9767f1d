"""What a source dates: "the paper dates the first talks to July 2012" tells of talks in July 2012, not of the paper."""

from __future__ import annotations

import re

from dateline.annotate.claims.tree import Tree

TO = frozenset({"to", "from"})
NOMINAL = frozenset({"NOUN", "PROPN"})
TIMED = re.compile(
    r"(?:1[0-9]|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
)


def redated(tree: Tree) -> bool:
    """Puts what is dated in the place of the verb that dates it, with the day under it; whether there was any."""
    changed = False
    for i in range(len(tree)):
        if tree.lemma[i] == "date" and tree.pos[i] == "VERB":
            changed = _turned(tree, i) or changed
    return changed


def _turned(tree: Tree, verb: int) -> bool:
    to = next((k for k in tree.kids[verb] if tree.lower[k] in TO and _timed(tree, k)), None)
    dated = _dated(tree, verb)
    if to is None or dated is None:
        return False
    if tree.dep[dated] in ("dobj", "nsubjpass"):
        root = tree.head[verb] == verb
        tree.head[dated], tree.dep[dated] = (dated if root else tree.head[verb]), tree.dep[verb]
    for k in tree.kids[verb]:
        if k == to or (tree.dep[k] == "conj" and tree.pos[k] in NOMINAL):
            tree.head[k] = dated
    tree.head[verb], tree.dep[verb], tree.pos[verb] = dated, "dep", "X"
    for k in range(to, len(tree)):
        if tree.lower[k] in TO and _timed(tree, k):
            tree.lower[k] = "on"  # the day of what is named before it
    return True


def _dated(tree: Tree, verb: int) -> int | None:
    """What is dated: the object, the subject of a passive, or what a relative clause without object hangs on."""
    found = tree.kid(verb, "dobj", "nsubjpass")
    if found is None and tree.dep[verb] == "relcl" and tree.kid(verb, "nsubj") is not None:
        found = tree.head[verb]
    return found if found is not None and tree.pos[found] in NOMINAL else None


def _timed(tree: Tree, i: int) -> bool:
    return any(TIMED.fullmatch(tree.word[k]) for k in tree.under(i))
