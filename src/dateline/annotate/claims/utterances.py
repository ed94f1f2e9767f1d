"""Words that say more, or do more, than their verb tells alone: "let it be known", "declared itself a state"."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import lemma

CONFERRING = frozenset({"declare", "proclaim", "pronounce"})
HAILED = frozenset({"news", "move", "step", "decision", "result", "verdict", "outcome", "offer", "choice", "change"})
ASKING = frozenset({"ask", "request", "press", "beg"})


def utters(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether words are an act of saying though their verb or its object does not show it."""
    if _made_known(tree, verb) or _made_clear(tree, verb) or lemma(tree, verb) == "own-up":
        return True
    thing = tree.kid(verb, "dobj")
    if thing is None:
        return False
    name, what = tree.lemma[verb], tree.lemma[thing]
    if name == "admit":
        return tree.pos[thing] == "PRON"  # "admitted it to parliament"
    if name == "charge":
        accused = (k for k in tree.kids[verb] if tree.lower[k] == "with")
        return any(tree.kid(k, "pcomp") is not None for k in accused)  # "charged them with having broken the truce"
    return name == "welcome" and (what in words["paper"] | HAILED or words.happening(what))


def _made_known(tree: Tree, verb: int) -> bool:
    """Whether it is let or made known that something is so."""
    over = tree.head[verb] if tree.lemma[verb] == "know" else verb
    known = verb if over != verb else tree.kid(verb, "ccomp", "xcomp", "oprd")
    if known is None or tree.lower[known] not in ("known", "plain") or tree.lemma[over] not in ("let", "make"):
        return False
    return any(tree.lower[k] == "it" for k in (*tree.kids[known], *tree.kids[over]))


def _made_clear(tree: Tree, verb: int) -> bool:
    """Whether somebody "made (it) clear that" something is so."""
    behind = [w for w in tree.lower[verb + 1 : verb + 3] if w != "it"]
    who = tree.kid(verb, "nsubj")
    people = who is not None and tree.pos[who] in ("PROPN", "PRON") and tree.lower[who] not in ("it", "this", "that")
    return tree.lemma[verb] == "make" and behind[:1] in (["clear"], ["plain"]) and people


def confers(tree: Tree, verb: int) -> bool:
    """Whether a verb makes something of its object by saying so ("declared itself a state", "a truce, proclaimed by the
    king"), and does not say that something is so."""
    if tree.lemma[verb] not in CONFERRING:
        return False
    content = tree.kid(verb, "ccomp")
    if content is not None:
        own = tree.kid(content, "nsubj") is not None and tree.pos[content] in ("NOUN", "ADJ", "PROPN")
        return own and not any(tree.dep[k] in HELPING | {"mark"} for k in tree.kids[content])
    return tree.tag[verb] == "VBN" and (tree.dep[verb] == "acl" or tree.kid(verb, "nsubjpass") is not None)


def asks_to_do(tree: Tree, verb: int) -> bool:
    """Whether somebody is asked or pressed to do something ("asked the court to rule")."""
    if tree.lemma[verb] not in ASKING or tree.kid(verb, "dobj", "dative") is None or tree.kid(verb, "nsubjpass"):
        return False
    return any(
        tree.dep[k] in ("xcomp", "advcl", "ccomp") and tree.tag[k] == "VB" and tree.has(k, "to") and k > verb
        for k in tree.kids[verb]
    )
