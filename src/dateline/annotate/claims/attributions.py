"""Words that tell who says the rest of a sentence: "..., the police said", "the flight, he said, was full"."""

from __future__ import annotations

from dateline.annotate.claims.tree import SUBJECTS, Tree, fill

TELLING = frozenset({
    "say", "tell", "report", "add", "note", "write", "explain", "argue", "believe", "think", "claim", "recall",
    "insist", "warn", "suggest", "announce", "acknowledge", "maintain", "contend", "tweet", "state", "estimate",
    "confirm",
})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMING = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"})
LOOSE = frozenset({"parataxis", "ccomp", "conj", "advcl", "dep", "relcl", "appos"})
REPORTERS = frozenset({
    "media", "medium", "agency", "newspaper", "paper", "police", "official", "authority", "minister", "magazine",
    "press", "broadcaster", "outlet", "channel", "station", "spokesman", "spokeswoman", "ministry", "report", "source",
    "radio", "television", "reuters", "afp", "bbc", "cnn", "xinhua", "tass", "witness", "government",
})  # fmt: skip
LONGEST = 14  # tokens of who says it
CLOSING = frozenset({",", "”", "’", '"', "'"})


def attributed(tree: Tree) -> bool:
    """Puts verbs of saying that stand aside over what they attribute; whether there were any."""
    changed = False
    for verb in range(1, len(tree)):
        finite = tree.tag[verb] in FINITE or (tree.tag[verb] == "VBN" and _plain_past(tree, verb))
        if tree.lemma[verb] in TELLING and finite:
            mends = (_turned, _as_told, _raised) if tree.dep[verb] in LOOSE else (_parted, _freed)
            changed = any(mend(tree, verb) for mend in (*mends, _told_on)) or changed
            if changed:
                fill(tree)
    return changed


def _plain_past(tree: Tree, verb: int) -> bool:
    """Whether what is tagged a participle is a past tense: it has a subject and no helper."""
    deps = {tree.dep[k] for k in tree.kids[verb]}
    return "nsubj" in deps and not deps & {"aux", "auxpass"}


def _raised(tree: Tree, verb: int) -> bool:
    """Makes a verb of saying that hangs loose govern the clause beside it."""
    if any(tree.dep[k] in ("mark", "cc", "ccomp", "xcomp", "dobj") or tree.tag[k] in ("WRB", "WDT", "WP")
           for k in tree.kids[verb]):  # fmt: skip
        return False
    first, last = _bounds(tree, verb)
    if first < 2 or last - first > LONGEST or not _apart(tree, first, last):
        return False
    subject = tree.kid(verb, "nsubj") if tree.kid(verb, "nsubj") is not None else _before(tree, first, verb)
    if subject is None:
        return False
    ends = all(tree.pos[i] == "PUNCT" for i in range(last + 1, len(tree)))
    content = _top(tree, verb) if ends else tree.clause(tree.head[verb])
    if content == verb or not tree.verbal(content) or tree.left[content] >= first:
        return False
    _over(tree, verb, content)
    tree.head[subject], tree.dep[subject] = verb, "nsubj"
    return True


def _bounds(tree: Tree, verb: int) -> tuple[int, int]:
    """The first and last token of the words aside: from the mark before the speaker to the one behind the verb."""
    first = verb
    while first > 0 and tree.word[first - 1] not in CLOSING and tree.pos[first - 1] in NAMING | {"ADP", "PART", "ADV"}:
        first -= 1
    subject = tree.kid(verb, "nsubj")
    if subject is not None and subject > verb:
        first = verb
    last = verb
    while last + 1 < len(tree) and tree.word[last + 1] not in (",", "."):
        last += 1
    return first, last


def _apart(tree: Tree, first: int, last: int) -> bool:
    """Whether marks stand on both sides of some words."""
    return tree.word[first - 1] in CLOSING and (last + 1 >= len(tree) or tree.word[last + 1] in (",", "."))


def _before(tree: Tree, first: int, verb: int) -> int | None:
    """The head of the name right before a verb, if nothing but a name stands between it and the mark."""
    inside = range(first, verb)
    named = bool(inside) and all(tree.pos[i] in ("PROPN", "DET", "NOUN", "PRON") for i in inside)
    return verb - 1 if named else None


def _top(tree: Tree, verb: int) -> int:
    top = verb
    for up in tree.up(verb):
        top = up
    return top


def _over(tree: Tree, verb: int, content: int) -> None:
    """Puts a verb in the place of what it attributes, and that under it."""
    root = tree.head[content] == content
    tree.head[verb], tree.dep[verb] = (verb if root else tree.head[content]), tree.dep[content]
    tree.head[content], tree.dep[content] = verb, "ccomp"


def _as_told(tree: Tree, verb: int) -> bool:
    """Puts the verb of "as the paper reported on Monday, ..." over what it reports."""
    content = tree.head[verb]
    as_ = next((k for k in tree.kids[verb] if tree.lower[k] == "as" and tree.dep[k] in ("mark", "advmod")), None)
    own = tree.kid(verb, "ccomp", "xcomp", "dobj", "auxpass") is not None
    if tree.dep[verb] != "advcl" or as_ is None or own or tree.kid(verb, "nsubj") is None or not tree.verbal(content):
        return False
    fronted = (as_ == 0 or tree.word[as_ - 1] in (":", ";", "“", '"')) and tree.word[tree.right[verb] + 1] == ","
    if not fronted and not (tree.word[as_ - 1] == "," and _ends(tree, tree.right[verb])):
        return False
    _over(tree, verb, content)
    tree.tag[verb] = "VBD" if tree.tag[verb] == "VBN" else tree.tag[verb]
    return True


def _ends(tree: Tree, last: int) -> bool:
    """Whether nothing but marks stands behind a token."""
    return all(tree.pos[i] == "PUNCT" for i in range(last + 1, len(tree)))


def _turned(tree: Tree, verb: int) -> bool:
    """Puts the verb of "..., reported local media" over what they report."""
    who = tree.kid(verb, "dobj")
    if tree.dep[verb] != "conj" or tree.word[verb - 1] != "," or who is None or tree.lemma[who] not in REPORTERS:
        return False
    last = tree.right[who]
    inside = any(tree.dep[k] in ("cc", *SUBJECTS, "aux") for k in tree.kids[verb])
    content = tree.head[verb]
    if inside or (last + 1 < len(tree) and tree.word[last + 1] not in (",", ".")) or content > verb:
        return False
    _over(tree, verb, content)
    tree.dep[who] = "nsubj"
    return True


def _told_on(tree: Tree, verb: int) -> bool:
    """Gives "and had worked there" in "said he was a baker and had worked there" to what is said."""
    content = tree.kid(verb, "ccomp")
    if content is None or content < verb or tree.tag[verb] != "VBD":
        return False
    moved = [k for k in tree.kids[verb] if k > content and tree.dep[k] == "conj" and _had(tree, k)]
    for k in moved:
        tree.head[k] = content
    return bool(moved)


def _had(tree: Tree, verb: int) -> bool:
    """Whether a verb without a subject of its own tells what had been done."""
    alone = not any(tree.dep[k] in SUBJECTS for k in tree.kids[verb])
    return alone and tree.tag[verb] == "VBN" and any(tree.lower[k] == "had" for k in tree.kids[verb])


def _parted(tree: Tree, verb: int) -> bool:
    """Parts a verb of saying that has words of its own to say from the clause before a dash ("the party is split — two
    men claim to lead it")."""
    content = tree.kid(verb, "ccomp")
    if content is None or content > verb or tree.kid(verb, "xcomp", "dobj") is None:
        return False
    start = min((tree.left[k] for k in tree.kids[verb] if tree.left[k] > tree.right[content]), default=verb)
    dashes = [i for i in range(tree.right[content] + 1, verb) if tree.word[i] in ("—", "–", "--", ";")]
    if not dashes or start > dashes[0] + 1:
        return False
    root = tree.head[verb] == verb
    tree.head[content], tree.dep[content] = (content if root else tree.head[verb]), tree.dep[verb]
    tree.head[verb], tree.dep[verb] = content, "parataxis"
    return True


def _freed(tree: Tree, verb: int) -> bool:
    """Gives what goes on behind "..., his relatives said, and was not known" back to the clause that they tell of."""
    content = tree.kid(verb, "ccomp")
    if content is None or content > verb or tree.word[verb + 1 : verb + 2] != [","] or tree.word[verb - 1] == ",":
        return False
    joined = [k for k in tree.kids[verb] if k > verb and tree.dep[k] == "conj" and tree.verbal(k)]
    moved = [k for k in joined if not any(tree.dep[s] in SUBJECTS for s in tree.kids[k])]
    for k in moved:
        tree.head[k] = content
    return bool(moved)
