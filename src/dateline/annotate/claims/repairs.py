"""Puts right what a small parser often gets wrong in news: a second verb taken for an adjective of its object."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from dateline.annotate.claims.attributions import attributed
from dateline.annotate.claims.dating import redated
from dateline.annotate.claims.fused import parted
from dateline.annotate.claims.openings import opened
from dateline.annotate.claims.subjects import hyphened, regained, returned, styled
from dateline.annotate.claims.tree import HELPING, SUBJECTS, VERBAL, Tree, fill, tree

SUBJECTLIKE = frozenset({"ADJ", "NOUN", "PROPN"})
PHRASAL = frozenset({"since", "after", "before", "until", "till", "despite"})
TREE = "dateline.tree"  # where a parse keeps its tree
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = frozenset({"NOUN", "PROPN"})
HEARING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "advise", "persuade", "convince", "ask"})
JOINING = frozenset({"and", "but", "or", "then"})


def mended(doc: Any) -> Tree:
    """The repaired tree of a parse, made once: several annotators read it, and none may change it."""
    if TREE not in doc.user_data:
        doc.user_data[TREE] = repaired(tree(doc))
    made: Tree = doc.user_data[TREE]
    return made


def repaired(tree: Tree) -> Tree:
    """The same tree with participles that are really verbs made verbs; the given tree is changed."""
    changed = False
    for i in range(1, len(tree)):
        if tree.lower[i] in ("n’t", "n't") and tree.dep[i] != "neg":
            tree.dep[i], tree.pos[i], tree.tag[i] = "neg", "PART", "RB"
        if tree.lower[i] in ("am", "pm") and tree.pos[i - 1] == "NUM":
            tree.pos[i], tree.tag[i] = "NOUN", "NN"
        if tree.tag[i] == "JJ" and tree.dep[i] in CLAUSES and tree.lower[i].endswith("ed"):
            changed = _acts(tree, i) or changed
        if tree.dep[i] == "acl" and tree.tag[i] in ("VBN", "VBD"):
            changed = _finished(tree, i) or changed
        if tree.dep[i] == "amod" and tree.tag[i] in ("VBN", "VBD"):
            if _is_verb(tree, i):
                _raise(tree, i)
                changed = True
            elif tree.tag[i] == "VBD":
                changed = _unfolded(tree, i) or changed
        if tree.dep[i] == "ROOT" and tree.tag[i] == "NN":
            changed = _retaken(tree, i) or changed
        if tree.dep[i] in SUBJECTS and tree.tag[i] in ("VBN", "VBD"):
            changed = _shortened(tree, i) or changed
    changed = opened(tree) or changed
    changed = parted(tree) or changed
    changed = _since_phrases(tree) or changed
    changed = _named_whole(tree) or changed
    changed = _fresh_subjects(tree) or changed
    changed = redated(tree) or changed
    if changed:
        fill(tree)
    hyphened(tree)
    styled(tree)
    regained(tree)
    attributed(tree)
    returned(tree)
    tree.known = {}
    return tree


def _acts(tree: Tree, i: int) -> bool:
    """Makes a verb of what has been read as an adjective with a subject ("the two consciously uncoupled")."""
    if not any(tree.dep[k] == "nsubj" and k < i for k in tree.kids[i]):
        return False
    tree.pos[i], tree.tag[i] = "VERB", "VBD"
    return True


def _shortened(tree: Tree, i: int) -> bool:
    """Makes "the talks of Roe and Blank planned for May were put off" a clause on the talks: a verb with a noun for its
    subject is the subject of nothing."""
    noun = next((k for k in tree.kids[i] if k < i and tree.dep[k] in SUBJECTS and tree.pos[k] in NAMES), None)
    if noun is None or tree.head[i] <= i:
        return False
    tree.head[noun], tree.dep[noun] = tree.head[i], tree.dep[i]
    tree.head[i], tree.dep[i], tree.tag[i], tree.pos[i] = noun, "acl", "VBN", "VERB"
    return True


def _retaken(tree: Tree, i: int) -> bool:
    """Makes a verb of a lone noun with an object ("the rebels retook it"); what stands before it is its subject."""
    who, thing = i - 1, tree.kid(i, "dobj")
    if thing is None or thing < i or tree.head[who] != i or tree.dep[who] != "compound" or tree.tag[who] == "NN":
        return False
    tree.pos[i], tree.tag[i] = "VERB", "VBD"
    tree.dep[who] = "nsubj"
    for k in tree.kids[i]:
        if k < who and tree.dep[k] in ("det", "amod", "compound", "poss", "nummod", "nmod"):
            tree.head[k] = who
    return True


def _unfolded(tree: Tree, i: int) -> bool:
    """Takes "the country's military seized control ... and detained ..." apart, where the first verb with its subject
    has been read as a part of its object, and that as the subject of the second verb."""
    noun, who = tree.head[i], i - 1
    alone = tree.head[noun] == noun
    if not (alone or tree.dep[noun] == "nsubj") or tree.head[who] != noun or tree.pos[who] not in SUBJECTLIKE:
        return False
    for k in tree.kids[noun]:
        if k < who:
            tree.head[k] = who
        elif alone and tree.dep[k] == "conj" and tree.pos[k] in VERBAL:
            tree.head[k] = i
    _over(tree, i, noun, tree.head[noun])
    tree.head[who], tree.dep[who], tree.pos[who] = i, "nsubj", "NOUN"
    tree.head[noun], tree.dep[noun] = i, "dobj"
    return True


def _over(tree: Tree, i: int, noun: int, verb: int) -> None:
    """Puts a verb in the place of a lone noun, or over the verb that the noun was taken for the subject of."""
    tree.pos[i] = "VERB"
    if verb == noun:
        tree.head[i], tree.dep[i] = i, "ROOT"
        return
    root = tree.head[verb] == verb
    tree.head[i], tree.dep[i] = (i if root else tree.head[verb]), tree.dep[verb]
    tree.head[verb], tree.dep[verb] = i, "conj"


def _since_phrases(tree: Tree) -> bool:
    """Makes "since the invasion in 2022 the allies have sent ..." a phrase before a clause with one subject."""
    changed = False
    for m in range(len(tree)):
        if tree.dep[m] == "mark" and tree.lower[m] in PHRASAL:
            verb = tree.head[m]
            subjects = [k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "nsubjpass") and m < k < verb]
            if len(subjects) > 1:
                tree.dep[m], tree.pos[m] = "prep", "ADP"
                tree.head[subjects[0]], tree.dep[subjects[0]] = m, "pobj"
                changed = True
    return changed


def _fresh_subjects(tree: Tree) -> bool:
    """Gives a joined verb the subject right before it that has been joined to a noun of the clause before ("is to enter
    the city, and services are to be restored")."""
    changed = False
    for verb in range(3, len(tree)):
        if tree.dep[verb] != "conj" or tree.pos[verb] not in VERBAL or tree.tag[verb] not in FINITE:
            continue
        if any(tree.dep[k] in SUBJECTS for k in tree.kids[verb]):
            continue
        noun = min([verb, *(k for k in tree.kids[verb] if tree.dep[k] in HELPING and k < verb)]) - 1
        if tree.pos[noun] not in NAMES or tree.dep[noun] != "conj" or noun <= tree.head[verb] + 1:
            continue
        word = tree.left[noun] - 1
        if word > 0 and tree.dep[word] == "cc" and tree.lower[word - 1] == ",":
            tree.head[word], tree.head[noun], tree.dep[noun] = tree.head[verb], verb, "nsubj"
            changed = True
    return changed


def _named_whole(tree: Tree) -> bool:
    """Makes one subject of two that stand side by side before a verb ("film star Ann Roe was ..."), or the second of
    which explains the first ("Roe, then mayor of Oldford, was ...")."""
    changed = False
    for verb in range(len(tree)):
        subjects = [k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "nsubjpass") and k < verb]
        for one, other in pairwise(subjects):
            if _one_name(tree, one, other):
                tree.head[one], tree.dep[one] = other, "compound"
                for k in tree.kids[one]:
                    tree.head[k] = other
                changed = True
            elif tree.lower[one + 1] == "," and tree.lower[tree.right[other]] == "," and other + 1 < verb:
                tree.head[other], tree.dep[other] = one, "appos"
                changed = True
    return changed


def _one_name(tree: Tree, one: int, other: int) -> bool:
    names = tree.pos[one] in NAMES and tree.pos[other] == "PROPN"
    return names and all(tree.dep[i] == "compound" for i in range(one + 1, other))


def _finished(tree: Tree, i: int) -> bool:
    """Makes "Relations soured in 2012." a sentence: a lone noun with a participle before a full stop is no caption.
    Any other past tense that hangs on a noun is a participle."""
    noun = tree.head[i]
    lone = tree.head[noun] == noun and tree.pos[noun] in ("NOUN", "PROPN") and noun < i and tree.word[-1] == "."
    if not lone or ("," in tree.lower[noun:i] and not _tells(tree, noun, i)):
        tree.tag[i] = "VBN"
        return False
    tree.head[i], tree.dep[i], tree.tag[i] = i, "ROOT", "VBD"
    for k in tree.kids[noun]:
        if k > i:
            tree.head[k] = i
    tree.head[noun], tree.dep[noun] = i, "nsubj"
    return True


def _tells(tree: Tree, noun: int, i: int) -> bool:
    """Whether something is told behind an apposition between two commas: "The singer, 47, tweeted that she ..."."""
    paired = tree.word[noun:i].count(",") == 2 and tree.word[i - 1] == ","
    aged = all(tree.pos[k] in ("NUM", "PUNCT") for k in range(noun + 1, i))
    content = tree.kid(i, "ccomp")
    described = any(tree.dep[k] == "relcl" and noun < k < i for k in tree.kids[noun])
    if described and tree.lower[noun + 1] == "," == tree.lower[i - 1] and tree.tag[noun] == "NNP":
        return True  # "Roe, who came on Friday, denied in a video that ..."
    return paired and (aged or (content is not None and i < content and tree.lemma[i] not in HEARING))


def _is_verb(tree: Tree, i: int) -> bool:
    """Whether it has helpers of its own ("was refused entry") or opens a joined phrase ("and dissolved parliament")."""
    noun = tree.head[i]
    if tree.pos[_above(tree, noun)] not in VERBAL:
        return False
    if any(tree.dep[k] in HELPING or tree.dep[k] == "nsubj" for k in tree.kids[i]):
        return True
    first = tree.head[noun]
    if tree.dep[noun] != "conj" or noun < i or tree.lower[i - 1] not in JOINING:
        return False
    if tree.pos[first] in VERBAL:
        return True
    return tree.dep[first] == "dobj" and any(tree.dep[k] in ("det", "poss") for k in tree.kids[first])


def _above(tree: Tree, noun: int) -> int:
    """The verb that a noun, or the noun that it is joined to, is the object of."""
    up = tree.head[noun]
    return tree.head[up] if tree.dep[noun] == "conj" and tree.pos[up] not in VERBAL else up


def _raise(tree: Tree, i: int) -> None:
    noun = tree.head[i]
    verb = _above(tree, noun)
    tree.head[i], tree.dep[i], tree.pos[i] = verb, "conj", "VERB"
    if noun > i:
        tree.head[noun], tree.dep[noun] = i, "dobj"
