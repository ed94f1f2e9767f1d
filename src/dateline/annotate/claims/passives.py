"""Whether a verb tells what is done to its subject, also where its own words do not show it."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree
from dateline.annotate.claims.verbs import voice

RAISING = frozenset({  # verbs that leave it to the next one what their subject does: "had to be moved"
    "have", "need", "seem", "appear", "begin", "start", "continue", "happen", "tend", "come", "get", "use", "go", "be",
    "remain", "stand",
})  # fmt: skip
SAME = frozenset({  # past participles that look like the past tense, without "-ed"
    "put", "cut", "hit", "held", "sent", "found", "brought", "taught", "left", "lost", "made", "sold", "told", "won",
    "kept", "built", "shot", "set", "caught", "bought", "heard", "led", "paid", "read", "shut", "struck", "spread",
    "swept", "hung", "laid", "spent", "split", "swung", "met", "fought", "sought",
})  # fmt: skip
INTRANSITIVE = frozenset({  # what nobody is made to undergo: joined to a passive, they are active
    "die", "return", "arrive", "live", "work", "remain", "continue", "appear", "disappear", "retire", "resign",
    "escape", "collapse", "crash", "land", "jump", "climb", "walk", "travel", "stay", "serve", "play", "depart",
    "emerge", "fail", "agree", "recover", "graduate", "apologize", "apologise", "respond", "react", "explode",
    "happen", "occur", "expire", "vanish", "surrender", "succumb", "faint", "cry", "smile", "laugh", "talk", "vote",
    "wait", "watch", "listen", "hope", "want", "try", "decide", "refuse", "plead", "complain", "look", "ask", "manage",
    "struggle", "belong", "consist", "depend", "tend", "last", "end", "start", "open", "close", "stop", "change",
    "finish", "pass", "rise", "turn", "join", "enter", "leave", "win", "lose", "help",
})  # fmt: skip


def undergoes(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether what a verb tells is done to its subject."""
    if voice(tree, verb, words).passive or (tree.dep[verb] == "acl" and tree.tag[verb] == "VBN"):
        return True
    return _led_to(tree, verb) or _described(tree, verb) or _goes_on(tree, verb, words)


def _led_to(tree: Tree, verb: int) -> bool:
    """Whether the verb only leads to a passive: "had to be moved", "began to be felt"."""
    if tree.lemma[verb] not in RAISING or tree.kid(verb, "dobj", "attr") is not None:
        return False
    inner = tree.kid(verb, "xcomp")
    return inner is not None and any(tree.dep[k] == "auxpass" for k in tree.kids[inner])


def _described(tree: Tree, verb: int) -> bool:
    """Whether a participle has been taken for what describes the subject: "were married to soldiers"."""
    if tree.lemma[verb] != "be":
        return False
    state = tree.kid(verb, "acomp")
    return state is not None and _in_state(tree, verb) and tree.tag[state] in ("VBN", "VBD")


def _in_state(tree: Tree, verb: int) -> bool:
    """Whether a verb tells by an adjective that may be a participle how its subject is: "were married"."""
    state = tree.kid(verb, "acomp")
    return tree.lemma[verb] == "be" and state is not None and tree.lower[state].endswith("ed")


def _goes_on(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a participle without helpers goes on a passive: "were married to soldiers and moved into camps"."""
    if tree.dep[verb] != "conj" or tree.tag[verb] not in ("VBN", "VBD") or tree.lemma[verb] in INTRANSITIVE:
        return False
    own = SUBJECTS | HELPING | {"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"}
    form = tree.lower[verb]
    if any(tree.dep[k] in own for k in tree.kids[verb]) or not (form.endswith("ed") or form in SAME):
        return False
    first = tree.head[verb]
    return tree.verbal(first) and (undergoes(tree, first, words) or _in_state(tree, first))
