"""The plain present: what lasts, what is told as if it happened now, and what is only imagined."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import lemma, voice

FOLLOWING = frozenset({"come", "follow"})
AFTERS = frozenset({"after", "as", "amid", "following", "since", "before", "when", "despite"})
LEFT_SO = frozenset({  # whose passives tell what has come of it
    "injure", "wound", "hurt", "leave", "find", "spot", "gather", "detain", "seize", "smash", "crush", "elect",
    "appoint", "collapse", "free", "burn", "lose", "sign", "approve", "sink", "land", "dismiss", "capture", "discover",
})  # fmt: skip
REPEATED = frozenset({
    "usually", "often", "always", "generally", "normally", "typically", "sometimes", "regularly", "frequently",
    "rarely", "every", "each", "annually", "daily", "weekly", "monthly", "yearly", "routinely", "never", "increasingly",
})  # fmt: skip
IMAGINED = (
    "worst case", "best case", "in theory", "in the worst", "in the best", "at worst", "at best", "imagine", "suppose",
    "supposing", "picture this", "let 's say", "ideally", "hypothetically", "theoretically", "in that case",
    "in such a case", "in an ideal", "in a perfect", "otherwise", "in this scenario", "in one scenario",
)  # fmt: skip


def follows(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a plain present tells that something came after something else ("the vote comes days after the raid")."""
    if tree.lemma[verb] not in FOLLOWING or not voice(tree, verb, words).present:
        return False
    behind = [k for k in tree.kids[verb] if k > verb]
    after = any(tree.lower[i] in AFTERS for k in behind for i in (k, tree.left[k], *tree.kids[k]))
    after = after or any(tree.lower[k] == "with" and _clause_under(tree, k) for k in behind)
    return tree.kid(verb, "dobj") is not None if tree.lemma[verb] == "follow" else after


def _clause_under(tree: Tree, preposition: int) -> bool:
    """Whether a preposition governs a clause ("comes with the firm facing a lawsuit")."""
    return any(tree.dep[k] == "pcomp" and tree.kid(k, "nsubj") is not None for k in tree.kids[preposition])


def momentary(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a plain present tells what takes a moment: a heading, a caption or a tale, and no state that lasts."""
    if REPEATED & set(tree.lower):
        return False
    joined = [k for k in (tree.head[verb], *tree.kids[verb]) if "conj" in (tree.dep[k], tree.dep[verb]) and k != verb]
    return _plain(tree, words, verb) and any(
        {tree.lemma[v], lemma(tree, v)} & words["momentary"] and _plain(tree, words, v) for v in (verb, *joined)
    )


def _plain(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb stands in the plain present."""
    shape = voice(tree, verb, words)
    state = shape.passive and tree.lemma[verb] in LEFT_SO
    return tree.verbal(verb) and shape.present and not shape.perfect and not shape.progressive and not state


def imagined(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a sentence that tells a case begins with words that only imagine it ("worst case, the pump fails")."""
    opening = " ".join(tree.lower[:6]) + " "
    shape = voice(tree, verb, words)
    return (shape.present or bool(shape.modal)) and any(opening.startswith(w + " ") for w in IMAGINED)
