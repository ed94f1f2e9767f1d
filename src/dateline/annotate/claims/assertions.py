"""Which happenings without a time are worth a claim: those that a reader understands by themselves."""

from __future__ import annotations

from dateline.annotate.claims.jumbled import jumbled
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.presents import imagined, momentary
from dateline.annotate.claims.speech import wordless
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.untimely import full_date
from dateline.annotate.claims.verbs import answers, subject, voice

POINTING = frozenset({
    "it", "this", "that", "these", "those", "there", "what", "which", "who", "one", "some", "many", "most", "all",
    "few", "none", "something", "everything", "nothing", "anything", "here", "others", "another", "both", "each",
    "such",
})  # fmt: skip
FIRST = frozenset({"i", "we", "you", "me", "us", "one", "let"})
ADDRESSED = frozenset({"you", "your", "yours"})
SURE = frozenset({"", "will", "shall", "'ll"})
AWAITED = frozenset({"expect", "schedule", "slate", "forecast", "predict", "anticipate", "project", "set", "intend"})
COMPLEMENTS = frozenset({
    "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "dative", "advcl", "prt",
})  # fmt: skip


def asserted(passage: Passage, words: Lexicon, verb: int) -> bool:
    """Whether a main verb without a time tells something of its own."""
    tree = passage.tree
    if (
        ADDRESSED & set(tree.lower)
        or _open_quote(passage.text)
        or passage.text.rstrip(")\"'”’ ").endswith(("!", "…", "..."))
    ):
        return False
    shape = voice(tree, verb, words)
    if shape.modal not in SURE or tree.lemma[verb] in ("let", "seem", "appear"):
        return False
    if any(doubt(tree, words, verb) for doubt in (_due, momentary, imagined, wordless, jumbled)):
        return False
    if not _has_subject(passage, verb, negated=shape.negated and shape.passive):
        return False
    if _only_pronouns(passage, verb) or _posed(passage, verb):
        return False
    return shape.passive or answers(tree, verb) or any(tree.dep[k] in COMPLEMENTS for k in tree.kids[verb])


def _due(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb tells what should be so, or was to come ("it is supposed to help", "was expected to rise")."""
    shape = voice(tree, verb, words)
    coming = tree.lemma[verb] in AWAITED and tree.kid(verb, "xcomp") is not None and shape.past and not shape.perfect
    return shape.passive and (coming or tree.lemma[verb] == "suppose")


def _posed(passage: Passage, verb: int) -> bool:
    """Whether a present tells what a picture shows ("a band performs in the street, Monday, Jan. 1, 2018", "Lee (10)
    reaches for the ball")."""
    tree = passage.tree
    present = tree.tag[verb] in ("VBZ", "VBP")
    numbered = any(tree.word[i - 1] == "(" and tree.word[i + 1] == ")" and _jersey(tree, i) for i in range(1, verb))
    return present and (numbered or any(full_date(mark) for mark in passage.dates))


def _jersey(tree: Tree, i: int) -> bool:
    return tree.word[i].isdigit() and len(tree.word[i]) <= 2


def _only_pronouns(passage: Passage, verb: int) -> bool:
    """Whether nobody knows who does it to whom ("they identified them")."""
    tree = passage.tree
    found = [k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "dobj")]
    return len(found) == 2 and all(tree.tag[k] == "PRP" and not passage.cast.actor(k) for k in found)


def _open_quote(text: str) -> bool:
    """Whether a sentence begins a quotation that it does not end, or ends one that began before it."""
    if text[-1:] in '"”' and not any(mark in text[:-1] for mark in '"“'):
        return True
    if text[:1] in '"“' and text[-1:] in '"”' and not any(mark in text[1:-1] for mark in '"“”'):
        return True  # nothing but a quotation
    return text[:1] in "\"“‘'" and not any(mark in text[1:] for mark in "\"”’'")


def _has_subject(passage: Passage, verb: int, *, negated: bool) -> bool:
    tree = passage.tree
    who = subject(tree, verb)
    if who is None or who == verb or tree.dep[who] == "expl" or tree.lower[who] in FIRST:
        return False
    if tree.lower[who] in ("it", "this") and negated:
        return True  # "it was never held" undoes what the sentence before tells
    return tree.lower[who] not in POINTING or bool(passage.cast.actor(who)) or _says_of_what(tree, who)


def _says_of_what(tree: Tree, who: int) -> bool:
    """Whether a pointing word is followed by what it means ("those on board", "many of the dead")."""
    return any(k > who and tree.dep[k] in ("prep", "relcl", "acl") for k in tree.kids[who])
