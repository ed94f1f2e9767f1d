"""Joined nouns that name one party: "his friend and lawyer Ann Roe", "the founder and director is"."""

from __future__ import annotations

from dateline.annotate.claims.tree import Tree

OWN = frozenset({"det", "poss", "nummod"})
FOUNDERS = frozenset(
    {"founder", "co-founder", "cofounder", "owner", "creator", "inventor", "author"}
)  # of what they lead
ONE = frozenset({"is", "was", "has"})


def one_person(tree: Tree, noun: int) -> bool:
    """Whether a noun and the one joined to it are two words for one person, or one thing of two words."""
    joined = [k for k in tree.kids[noun] if tree.dep[k] == "conj" and tree.pos[k] in ("NOUN", "PROPN")]
    if len(joined) != 1 or tree.tag[noun] != "NN" or tree.kid(noun, "cc") is None:
        return False
    other = joined[0]
    if any(tree.dep[k] in OWN for k in tree.kids[other]):
        return False
    if FOUNDERS & {tree.lemma[noun], tree.lemma[other]} and tree.tag[other] in ("NN", "NNP"):
        return True
    return _styled(tree, noun, other) or _agrees(tree, noun, other) or _halved(tree, noun, other)


def _styled(tree: Tree, noun: int, name: int) -> bool:
    """Whether a second word for a person stands right before the name: "poet and painter Ann Roe"."""
    first = tree.left[name]
    style = tree.tag[name] == "NNP" and tree.tag[first] == "NN" and tree.lower[first] == tree.word[first]
    return style and first < name and not any(tree.dep[k] == "det" for k in tree.kids[noun])


def _agrees(tree: Tree, noun: int, other: int) -> bool:
    """Whether the verb is told of one only: "the founder and director is"."""
    verb = tree.head[noun]
    if tree.dep[noun] not in ("nsubj", "nsubjpass") or tree.tag[other] != "NN" or noun > verb or not tree.verbal(verb):
        return False
    if not any(tree.lower[k] == "and" for k in tree.kids[noun] if tree.dep[k] == "cc"):
        return False
    return any(tree.lower[k] in ONE for k in (verb, *tree.kids[verb]) if other < k <= verb)


def _halved(tree: Tree, noun: int, other: int) -> bool:
    """Whether a noun only lends a half of a compound: "knee and neck injuries"."""
    bare = not any(k < noun for k in tree.kids[noun]) and tree.pos[noun] == "NOUN"
    within = tree.dep[other - 1] == "compound" and tree.head[other - 1] == other and tree.tag[other - 1] == "NN"
    return bare and within and tree.tag[other] in ("NN", "NNS") and tree.dep[other - 2] == "cc"


def in_list(tree: Tree, first: int, other: int) -> bool:
    """Whether a name behind a comma goes on a list of subjects: "Roe, Poe and the pilot are"."""
    verb = tree.head[first]
    names = tree.pos[first] == tree.pos[other] == "PROPN" and tree.kid(first, "cc", "conj") is None
    goes_on = tree.kid(other, "cc") is not None and tree.kid(other, "conj") is not None
    if not (names and goes_on and tree.dep[first] in ("nsubj", "nsubjpass")):
        return False
    many = any(tree.tag[k] == "VBP" or tree.lower[k] == "were" for k in (verb, *tree.kids[verb]))
    return many and tree.word[tree.left[other] - 1] == "," and tree.word[tree.right[first] + 1] != ","
