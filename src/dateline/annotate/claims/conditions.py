"""Conditions: by a word, by the order of words, or in what somebody says."""

from __future__ import annotations

from dateline.annotate.claims.governors import SUPPOSING
from dateline.annotate.claims.setting import Setting
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import voice

# After these, "if" asks.
ASKING = frozenset(
    {"check", "ask", "see", "know", "determine", "wonder", "decide", "learn", "tell", "sure", "clear", "unclear"}
)


def conditional(setting: Setting, verb: int, *, told: bool = True) -> bool:
    """Whether a verb stands in a condition or depends on one; without `told`, that of what is said does not count."""
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if _condition(setting, verb) or (tree.dep[verb] == "xcomp" and _condition(setting, tree.head[verb])):
        return True
    clauses = [k for k in _beside(setting, verb) if tree.dep[k] in ("advcl", "ccomp") and _condition(setting, k)]
    promises = tree.lemma[verb] in words["enacting"] | words["planning"]
    if clauses and (shape.modal or shape.present or shape.infinitive or promises):
        return True
    if tree.dep[verb] == "ccomp" and promises and _inverted(tree, tree.head[verb]):
        return True
    if shape.modal in ("would", "could", "might") and shape.perfect:
        return True
    if not told or tree.lemma[verb] not in words["speech"] | words["enacting"]:
        return False
    said = [k for k in tree.kids[verb] if tree.dep[k] == "ccomp"]
    return any(tree.dep[c] == "advcl" and _said_condition(setting, k, c) for k in said for c in tree.kids[k])


def _beside(setting: Setting, verb: int) -> list[int]:
    """What hangs on a verb, on the modal over it ("would have to vote"), or on a remark of who tells it ("if they lose,
    he reckons, it would end")."""
    tree = setting.tree
    over = tree.head[verb]
    bound = tree.dep[verb] == "xcomp" and tree.lemma[over] in ("have", "need", "go") and over < verb
    own = [*tree.kids[verb], *(tree.kids[over] if bound and voice(tree, over, setting.words).modal else ())]
    telling = setting.words["speech"] | SUPPOSING
    asides = (k for k in own if tree.dep[k] in ("advcl", "parataxis", "dep") and tree.lemma[k] in telling)
    return own + [c for k in asides for c in tree.kids[k] if c < k]


def _said_condition(setting: Setting, content: int, clause: int) -> bool:
    """Whether what is said will be only if, or when, something else happens."""
    modal = voice(setting.tree, content, setting.words).modal
    if _condition(setting, clause):
        return bool(modal)
    return modal in ("would", "will") and setting.tree.has(clause, "when", "once", "until") and clause > content


def _condition(setting: Setting, verb: int) -> bool:
    tree, words = setting.tree, setting.words
    for k in tree.kids[verb]:
        if tree.dep[k] in ("mark", "advmod") and tree.lower[k] in words["conditional_mark"] - {"whether", "once"}:
            before = max(0, k - 1)
            return tree.lower[before] != "even" and tree.lemma[before] not in ASKING
    return _inverted(tree, verb)


def _inverted(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition by its order: "should his party win", "had he signed"."""
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    first = tree.kid(verb, "aux")
    if first is None or subject is None or first > subject or tree.lower[-1] == "?":
        return False
    opens = first == 0 or tree.lower[first - 1] in (",", "and", "but", ";", ":")
    return opens and tree.lower[first] in ("should", "had", "were")
