"""Subjects that a small parser gives to another verb than their own, given back."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import words
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree, fill

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VB", "VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN"})
TELLING = frozenset({  # whose object may be the subject of what they tell
    "say", "signal", "report", "show", "indicate", "suggest", "mean", "reveal", "fear", "claim", "announce", "warn",
    "believe", "think", "hope", "insist", "complain", "confirm", "find", "note", "argue", "conclude", "estimate",
    "learn", "hear", "know", "feel", "expect", "predict", "allege", "admit", "acknowledge", "declare", "state",
})  # fmt: skip
BEHIND = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "prt", "npadvmod"})
JOINTS = frozenset({"and", "but", "or", "so", "yet"})
OPENING = frozenset({"as", "after", "before", "since", "until", "while", "than"})  # words that may open a clause, too
THINKING = frozenset({"suspect", "judge", "guess", "witness", "report"})  # verbs, too, of what somebody does
ASIDE = frozenset({"advcl", "prep"})


def regained(tree: Tree) -> bool:
    """Gives verbs the subjects that have been read as objects or as joined to a noun before; whether there were any."""
    changed = False
    for verb in range(1, len(tree)):
        if tree.verbal(verb) and not any(tree.dep[k] in SUBJECTS for k in tree.kids[verb]) and _finite(tree, verb):
            if _of_relative(tree, verb) or _of_joined(tree, verb) or _of_content(tree, verb) or _of_told(tree, verb):
                changed = True
                fill(tree)
        elif tree.verbal(verb) and (_possessed(tree, verb) or _set_aside(tree, verb)):
            changed = True
            fill(tree)
    return changed


def returned(tree: Tree) -> bool:
    """Gives back to what is said a phrase that hangs on the verb of saying behind it ("fell while picking fruit, the
    police said"); whether there was one."""
    changed = False
    for verb in range(1, len(tree)):
        if tree.pos[verb] != "VERB" or len(tree.kids[verb]) < 3:
            continue
        content, who = tree.kid(verb, "ccomp"), tree.kid(verb, "nsubj")
        if content is None or who is None or not content < who:
            continue
        for k in tree.kids[verb]:
            first = min(tree.left[who], who)
            if (
                tree.dep[k] in ASIDE
                and content < tree.left[k]
                and k < first
                and "," in tree.word[tree.right[k] : first]
            ):
                tree.head[k] = content
                changed = True
    if changed:
        fill(tree)
    return changed


def styled(tree: Tree) -> bool:
    """Makes a style before a name of what has been read as a verb ("Rovers goalkeeper Ann Roe smiled"); whether there
    was one."""
    changed = False
    for i in range(1, len(tree)):
        if tree.tag[i] in VERBS and _person(tree, i) and (verb := tree.kid(i, "ccomp")) is not None:
            name = tree.kid(verb, "nsubj", "nsubjpass")
            if name is not None and tree.left[name] == i + 1 and tree.pos[name] == "PROPN" and i < verb:
                _lay_before(tree, i, name, verb)
                changed = True
                fill(tree)
    return changed


def _person(tree: Tree, i: int) -> bool:
    """Whether a verb may be a word for a person, and hardly a verb that tells what somebody thinks."""
    return bool({tree.lower[i], tree.lemma[i]} & words("persons")) and tree.lemma[i] not in THINKING


def _lay_before(tree: Tree, i: int, name: int, verb: int) -> None:
    """Makes a misread verb a part of the name behind it, and the verb of that name what it was itself."""
    root = tree.head[i] == i
    for k in tree.kids[i]:
        own = tree.dep[k] in SUBJECTS and tree.right[k] == i - 1
        tree.head[k] = name if own else verb
        tree.dep[k] = "compound" if own else tree.dep[k]
    tree.head[verb], tree.dep[verb] = (verb if root else tree.head[i]), tree.dep[i]
    tree.head[i], tree.dep[i], tree.pos[i], tree.tag[i] = name, "compound", "NOUN", "NN"


def hyphened(tree: Tree) -> bool:
    """Makes one word of what a hyphen joins and the parser parts ("its director and co - founder"); whether there was
    any."""
    changed = False
    for i in range(1, len(tree) - 1):
        close = tree.end[i - 1] == tree.start[i] and tree.end[i] == tree.start[i + 1]
        if tree.word[i] != "-" or tree.dep[i] == "punct" or not close or tree.pos[i + 1] not in NOUNS:
            continue
        parts = (i + 1, i, i - 1)
        top = next((p for p in parts if tree.head[p] not in parts), i + 1)
        if tree.head[top] in parts or any(tree.head[top] in tree.under(p) for p in parts):
            continue
        head, dep = tree.head[top], tree.dep[top]
        for k in (*tree.kids[i - 1], *tree.kids[i]):
            tree.head[k] = i + 1
        tree.head[i - 1], tree.dep[i - 1], tree.head[i], tree.dep[i] = i + 1, "compound", i + 1, "punct"
        tree.head[i + 1], tree.dep[i + 1] = head, dep
        changed = True
        fill(tree)
    return changed


def _first(tree: Tree, verb: int) -> int:
    """The first of a verb and its helpers."""
    return min([verb, *(k for k in tree.kids[verb] if tree.dep[k] in HELPING and k < verb)])


def _finite(tree: Tree, verb: int) -> bool:
    return tree.tag[_first(tree, verb)] in FINITE or _active(tree, verb)


def _active(tree: Tree, verb: int) -> bool:
    """Whether a participle has an object, and so is none: "the police sealed off the area"."""
    if tree.tag[verb] != "VBN" or any(tree.dep[k] in HELPING for k in tree.kids[verb]):
        return False
    particle = tree.kid(verb, "prt")
    along = particle is not None and tree.kid(particle, "pobj") is not None
    return tree.dep[verb] in ("advcl", "conj") and (along or tree.kid(verb, "dobj") is not None)


def _before(tree: Tree, verb: int) -> int:
    """The token before a verb, its helpers and adverbs; -1 if there is none."""
    at = _first(tree, verb) - 1
    while at >= 0 and ((tree.pos[at] == "ADV" and tree.head[at] == verb) or tree.word[at] == ")"):
        at -= 1
    return at


def _give(tree: Tree, noun: int, verb: int) -> None:
    passive = any(tree.dep[k] == "auxpass" for k in tree.kids[verb])
    tree.head[noun], tree.dep[noun] = verb, "nsubjpass" if passive else "nsubj"


def _of_content(tree: Tree, verb: int) -> bool:
    """In "they complained the method can make it hard", the method is no object."""
    over, last = tree.head[verb], _before(tree, verb)
    if tree.dep[verb] != "ccomp" or over > last or tree.lemma[over] not in TELLING:
        return False
    for k in tree.kids[over]:
        if tree.dep[k] == "dobj" and tree.right[k] == last and tree.pos[k] in NOUNS and k > over:
            _give(tree, k, verb)
            return True
    return False


def _of_told(tree: Tree, verb: int) -> bool:
    """In "sirens signalled a missile was about to land", the missile is no object."""
    if tree.dep[verb] != "conj" or _linked(tree, verb):
        return False
    last = _before(tree, verb)
    for noun in (last, *tree.up(last)) if last > 0 else ():
        over = tree.head[noun]
        if tree.dep[noun] == "dobj" and tree.right[noun] == last and tree.lemma[over] in TELLING and over < noun:
            _give(tree, noun, verb)
            tree.head[verb], tree.dep[verb] = over, "ccomp"
            return True
    return False


def _of_relative(tree: Tree, verb: int) -> bool:
    """In "they searched a ship that on Friday moved oil", the ship moves it."""
    mark = tree.kid(verb, "mark")
    if tree.dep[verb] != "conj" or mark is None or tree.lower[mark] != "that" or mark < 1 or mark > verb:
        return False
    noun = mark - 1
    if tree.pos[noun] not in NOUNS or not tree.head[verb] < noun:
        return False
    tree.dep[verb], tree.head[verb] = "relcl", noun
    tree.dep[mark], tree.tag[mark], tree.pos[mark] = "nsubj", "WDT", "PRON"
    return True


def _of_joined(tree: Tree, verb: int) -> bool:
    """In "played with the dog and the boys posed", the boys are not played with."""
    if tree.dep[verb] not in ("conj", "advcl", "ccomp") or _linked(tree, verb) or tree.kid(verb, "mark") is not None:
        return False
    if not any(k > verb and tree.dep[k] in BEHIND for k in tree.kids[verb]):
        return False
    last = _before(tree, verb)
    for noun in (last, *tree.up(last)) if last > 0 else ():
        joint = min(tree.left[noun], noun) - 1
        if tree.right[noun] < last:
            return False
        if tree.dep[noun] != "conj" or tree.pos[noun] not in NOUNS or tree.right[noun] > last:
            continue
        first = tree.clause(noun)
        alone = (
            tree.lower[joint] in JOINTS and tree.head[joint] == tree.head[noun] and first < joint and tree.verbal(first)
        )
        if alone and tree.lower[tree.head[tree.head[noun]]] not in OPENING:
            _give(tree, noun, verb)
            tree.head[joint], tree.head[verb], tree.dep[verb] = first, first, "conj"
            if tree.tag[verb] == "VBN":
                tree.tag[verb] = "VBD"
            return True
        return False
    return False


def _linked(tree: Tree, verb: int) -> bool:
    """Whether a word joins a verb to the one that it hangs on, or a comma stands before it."""
    over, at = tree.head[verb], _first(tree, verb)
    return tree.word[at - 1] == "," or any(tree.dep[k] == "cc" and over < k < verb for k in tree.kids[over])


def _possessed(tree: Tree, verb: int) -> bool:
    """In "China's and Russia's envoys met", the envoys meet."""
    for who in tree.kids[verb]:
        if tree.dep[who] != "nsubj" or who + 1 >= verb or tree.tag[who + 1] != "POS" or tree.head[who + 1] != who:
            continue
        own = (k for k in (*tree.kids[who], *tree.kids[verb]) if tree.dep[k] in ("conj", "nsubj") and who < k < verb)
        joined = next((k for k in own if tree.kid(k, "poss") is not None), None)
        if joined is None:
            continue
        tree.head[joined], tree.dep[joined] = verb, "nsubj"
        tree.head[who], tree.dep[who] = joined, "poss"
        return True
    return False


def _set_aside(tree: Tree, verb: int) -> bool:
    """In "Roe, pictured in 2016, will come", what is told is that Roe will come."""
    who, main = tree.kid(verb, "nsubj"), tree.kid(verb, "conj")
    if tree.tag[verb] != "VBN" or who is None or main is None or who > verb or tree.word[verb - 1] != ",":
        return False
    joined = any(tree.dep[k] in HELPING | {"cc"} for k in tree.kids[verb])
    if joined or not _finite(tree, main) or tree.word[_first(tree, main) - 1] != ",":
        return False
    root = tree.head[verb] == verb
    tree.head[main], tree.dep[main] = (main if root else tree.head[verb]), tree.dep[verb]
    for k in tree.kids[verb]:
        if k > main:
            tree.head[k] = main
    tree.head[verb], tree.dep[verb] = who, "acl"
    tree.head[who], tree.dep[who] = main, "nsubj"
    return True
