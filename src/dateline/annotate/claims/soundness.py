"""Whether a parse can be right about a verb: a claim that rests on one that cannot is not made."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree, known

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TITLE = 4  # tokens before a colon that may be more than a word that announces
PRESENT = frozenset({"VBZ", "VBP"})
WORDY = frozenset({"acomp", "attr", "advcl", "ccomp"})
MANY = frozenset({
    "police", "people", "crew", "staff", "team", "media", "data", "majority", "half", "rest", "number", "percent",
    "pair", "couple", "group", "family", "public", "audience", "handful", "dozen", "lot", "part", "third", "quarter",
    "variety", "clergy", "cattle", "series", "range", "company", "side", "government", "none", "army", "club",
    "board", "party",
})  # fmt: skip
CAPITALS = re.compile(r"\b[A-Z][A-Z’']{3,}(?:[\s,]+[A-Z][A-Z’']{2,})+\b")  # a heading or a title run into the sentence
STAMP = re.compile(r"\A\W*\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s?[–—-]|\A[^.]{0,40} \| ")


@known
def sound(tree: Tree, verb: int) -> bool:
    """Whether nothing about the parse of a verb speaks against it."""
    return not any(doubt(tree, verb) for doubt in DOUBTS)


def sound_words(tree: Tree, first: int, last: int) -> bool:
    """Whether nothing speaks against the parse of any verb among some words."""
    return all(sound(tree, i) for i in range(first, last + 1) if tree.verbal(i))


def scrambled(text: str) -> bool:
    """Whether a heading or a stamp has run into a sentence."""
    return bool(CAPITALS.search(text) or STAMP.match(text))


def uneven(text: str) -> bool:
    """Whether a quotation begins in a sentence that does not end there, or ends without having begun."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def orphaned(tree: Tree, verb: int) -> bool:
    """Whether a verb that is taken to be joined to another has no subject, and no word that joins it right before it
    or, behind a comma, before the verb after it."""
    if tree.dep[verb] != "conj" or any(tree.dep[k] in SUBJECTS for k in tree.kids[verb]):
        return False
    before = min((k for k in tree.kids[verb] if k < verb and tree.dep[k] in HELPING), default=verb) - 1
    while before > tree.head[verb] and tree.pos[before] == "ADV":
        before -= 1
    if tree.dep[before] == "cc":
        return False
    later = any(tree.dep[k] == "cc" for at in (verb, *tree.kids[verb]) for k in tree.kids[at] if k > verb)
    return tree.word[before] != "," or not later


def _subordinate(tree: Tree, verb: int) -> bool:
    """Whether a side clause stands without a main one, or the main verb is a participle without a helper."""
    if tree.dep[verb] == "ROOT" and tree.kid(verb, "mark") is not None:
        return True
    helped = any(tree.dep[k] in HELPING for k in tree.kids[verb])
    return tree.tag[verb] == "VBN" and not helped and tree.dep[verb] in ("ROOT", "ccomp") and _acted(tree, verb)


def _acted(tree: Tree, verb: int) -> bool:
    return tree.kid(verb, "nsubj") is not None


def _lone_side(tree: Tree, verb: int) -> bool:
    """Whether a finite verb is taken for a side clause without subject or opening word ("with two cup wins")."""
    finite = tree.tag[verb] in ("VBZ", "VBP") and tree.dep[verb] in ("advcl", "acl")
    return finite and not any(tree.dep[k] in SUBJECTS | HELPING | {"mark"} for k in tree.kids[verb])


def _two_subjects(tree: Tree, verb: int) -> bool:
    found = [k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "nsubjpass", "csubj") and k < verb]
    return len(found) > 1


def _disagrees(tree: Tree, verb: int) -> bool:
    """Whether a subject and its verb differ in number ("the figures shows", "the man are")."""
    subject = next((k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "nsubjpass") and k < verb), None)
    finite = [k for k in (*tree.kids[verb], verb) if (k == verb or tree.dep[k] in HELPING) and tree.tag[k] in PRESENT]
    if subject is None or not finite or tree.lemma[subject] in MANY:
        return False
    if any(tree.dep[k] in ("conj", "cc", "nummod", "quantmod") for k in tree.kids[subject]):
        return False
    tag, form = tree.tag[subject], tree.tag[min(finite)]
    return (tag == "NN" and form == "VBP") or (tag == "NNS" and form == "VBZ")


def _turned(tree: Tree, verb: int) -> bool:
    """Whether a joined verb is of another time than the first one, and so a participle ("promises ..., themed ...")."""
    first = tree.head[verb]
    before = next((i for i in range(verb - 1, first, -1) if tree.pos[i] != "ADV"), first)
    bare = tree.dep[before] != "cc" and not any(tree.dep[k] in SUBJECTS | HELPING for k in tree.kids[verb])
    if tree.dep[verb] != "conj" or not bare or tree.pos[first] not in ("VERB", "AUX"):
        return False
    one, other = tree.tag[first], tree.tag[verb]
    helped = any(tree.dep[k] in HELPING for k in tree.kids[first])
    return (one in PRESENT and not helped and other in ("VBD", "VBN")) or (one == "VBD" and other in PRESENT)


def _two_objects(tree: Tree, verb: int) -> bool:
    """Whether a verb has two objects that are no list."""
    found = [k for k in tree.kids[verb] if tree.dep[k] == "dobj"]
    return any("," not in tree.lower[a:b] for a, b in pairwise(found))


def _titled(tree: Tree, verb: int) -> bool:
    """Whether a colon parts the verb from its subject, or a title with a colon is taken for a clause ("author of War:
    The Last Day said")."""
    subject = next((k for k in tree.kids[verb] if tree.dep[k] in SUBJECTS and k < verb), verb)
    colon = next((i for i in range(verb - 1, 0, -1) if tree.word[i] == ":"), None)
    if colon is None or colon > subject:
        return colon is not None and subject < verb
    opens = colon == tree.left[subject] - 1 and colon > TITLE
    return opens and not any(tree.tag[i] in FINITE for i in range(colon))


def _clitic(tree: Tree, verb: int) -> bool:
    """Whether what is taken for "is" is a genitive or a plural ("the G.S.W.’s in the tent")."""
    short = tree.lower[verb] in ("'s", "’s", "s")
    return short and not any(tree.dep[k] in WORDY for k in tree.kids[verb])


def _owned(tree: Tree, verb: int) -> bool:
    """Whether a verb stands right behind a genitive, and so describes a noun ("the town's destroyed statues")."""
    own = verb > 1 and any(k == verb - 2 and tree.dep[k] in SUBJECTS for k in tree.kids[verb])
    return verb > 0 and not own and tree.tag[verb - 1] == "POS" and tree.tag[verb] in ("VBD", "VBN")


def _asked(tree: Tree, verb: int) -> bool:
    """Whether what is told is that a question stands open: "whether he acted alone was unclear"."""
    clause = tree.kid(verb, "csubj", "csubjpass", "advcl")
    opens = clause is not None and clause < verb and tree.lower[tree.left[clause]] == "whether"
    return opens and tree.lemma[verb] == "be" and tree.kid(verb, "acomp") is not None


DOUBTS = (
    orphaned,
    _subordinate,
    _lone_side,
    _two_subjects,
    _two_objects,
    _disagrees,
    _turned,
    _titled,
    _clitic,
    _owned,
    _asked,
)
