"""Words that tell of speaking, each with what was said in the reporter's words and by whom, read from the parse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.annotate.claims.tree import Tree
from dateline.annotate.quotes.contents import beside, beside_noun, clause, named, sourced, taken_for_noun
from dateline.annotate.quotes.passage import Passage

Words = Mapping[str, frozenset[str]]
_MODALS = frozenset("will would shall should can could may might must 'll 'd".split())
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speaking: token `verb`, the tokens first..last that are shown for it, the token of who speaks, and the
    place in the document of what the sentence has them say (None if it is only quoted words, or nothing).

    `form` tells how the content hangs on it: clause, beside, sourced, named, or "" without content.
    """

    verb: int
    first: int
    last: int
    subject: int | None
    content: tuple[int, int] | None
    form: str


def cues(passage: Passage, words: Words) -> Iterator[Cue]:
    """The cues of a sentence in order, also those without content, which quoted words may stand beside."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree.lower[i] == "according" and i + 1 < len(tree) and tree.lower[i + 1] == "to":
            yield from _according(passage, i)
        elif tree.pos[i] in ("VERB", "AUX"):
            if _spoken(tree, i, words):
                yield from _verb(passage, i, words)
        elif tree.pos[i] == "NOUN" and tree.lemma[i] in words["speech"] | words["voicing"]:
            yield from _noun(passage, i)


def _according(passage: Passage, i: int) -> Iterator[Cue]:
    tree = passage.tree
    subject = tree.kid(i + 1, "pobj")
    if subject is None:
        subject = next((k for k in range(i + 2, min(len(tree), i + 8)) if tree.pos[k] in ("NOUN", "PROPN")), None)
    if subject is not None:
        content = sourced(passage, i, subject)
        if content:
            yield Cue(i, i, i + 1, subject, content, "sourced")


def _noun(passage: Passage, i: int) -> Iterator[Cue]:
    """A verb that the parser took for a noun: "Officials repeat that ...", '"...," the paper sighs.'."""
    tree = passage.tree
    content = taken_for_noun(passage, i)
    if content:
        yield Cue(i, i, i, next(n for n in range(i, -1, -1) if tree.head[n] == n), content, "clause")
    elif tree.head[i] == i and i > 1 and tree.dep[i - 1] == "compound" and _ends(tree, i):
        yield Cue(i, i, i, i - 1, None, "")
    elif _ends(tree, i) and (found := beside_noun(passage, i)):
        yield Cue(i, i, i, *found, "beside")


def _ends(tree: Tree, i: int) -> bool:
    return all(word in ".,!?" for word in tree.word[i + 1 :])


def _verb(passage: Passage, i: int, words: Words) -> Iterator[Cue]:
    tree, lemma = passage.tree, passage.tree.lemma[i]
    if lemma in words["relayed"] and _as_saying(tree, i, words):
        return
    subject = tree.kid(i, "nsubjpass") if lemma in words["relayed"] else None
    if subject is None:
        subject = speaking(tree, i)
    if subject is None:
        subject = _missed(tree, i)
    last = i + 1 if tree.kid(i, "prt") == i + 1 or _clear(tree, i) else i
    if lemma in words["naming"] or lemma in words["naming_as"]:
        content = named(passage, i, words)
        if content:
            yield Cue(i, i, last, subject, content, "named")
            return
    if lemma in words["speech"] or _clear(tree, i) or _found(tree, i, subject, words):
        content = clause(passage, i, words)
        if content:
            yield Cue(i, i, last, subject if subject is not None else _at_left(tree, i), content, "clause")
            return
        content = beside(passage, i, subject)
        if content:
            yield Cue(i, i, last, subject, content, "beside")
            return
    elif lemma in words["asking"] and (content := clause(passage, i, words, asking=True)):
        yield Cue(i, i, last, subject, content, "clause")
        return
    if lemma in words["speech"] or lemma in words["voicing"] or lemma in words["judging"]:
        yield Cue(i, i, last, subject, None, "")


def _as_saying(tree: Tree, i: int, words: Words) -> bool:
    """Whether "as saying" follows, which is the cue then."""
    inner = (k for a in tree.kids[i] if tree.lower[a] == "as" for k in tree.kids[a])
    return any(tree.lemma[k] in words["speech"] for k in inner)


def _clear(tree: Tree, i: int) -> bool:
    """ "made clear", "made it clear", "pointed out"."""
    if tree.lemma[i] == "make":
        return any(tree.lower[k] == "clear" for k in range(i + 1, min(i + 3, len(tree))))
    return tree.lemma[i] in ("point", "spell") and tree.has(i, "out")


def _found(tree: Tree, i: int, subject: int | None, words: Words) -> bool:
    if tree.lemma[i] not in words["finding"] or subject is None:
        return False
    heads = {tree.lemma[subject]}
    heads |= {tree.lemma[k] for k in tree.under(subject) if tree.dep[k] == "pobj"}
    return bool(heads & words["deciding"])


def _spoken(tree: Tree, i: int, words: Words) -> bool:
    """Whether a verb tells of a speaking that took place: not denied, conditional, to come or merely wished."""
    if tree.dep[i] in ("amod", "compound", "aux", "auxpass"):
        return False
    for k in tree.kids[i]:
        if tree.dep[k] == "neg" or (tree.dep[k] == "mark" and tree.lower[k] in _CONDITIONS):
            return False
        if tree.dep[k] == "aux" and tree.lower[k] in _MODALS:
            return False
        if tree.dep[k] == "auxpass" and tree.kid(i, "agent") is None:
            return False
    if tree.tag[i] == "VB" and tree.dep[i] in ("acl", "relcl"):
        return False
    if tree.tag[i] == "VBN" and tree.dep[i] in ("advcl", "acl") and not tree.has(i, "having"):
        return False
    if tree.tag[i] == "VB" and tree.dep[i] in ("xcomp", "ccomp", "conj"):
        return not _wished(tree, i, words)
    return True


def _wished(tree: Tree, i: int, words: Words) -> bool:
    above = tree.head[i]
    if tree.lemma[above] in words["unspoken"]:
        return True
    return (
        tree.dep[i] == "conj"
        and tree.tag[above] == "VB"
        and any(tree.dep[k] == "aux" and tree.lower[k] in _MODALS for k in tree.kids[above])
    )


def speaking(tree: Tree, verb: int) -> int | None:
    """The token of who speaks: the verb's subject or agent, that of the verb it hangs on, or what it describes."""
    for _ in range(len(tree)):
        found, agent = _nearest(tree, verb), tree.kid(verb, "agent")
        if found is None and agent is not None and tree.tag[verb] == "VBN":
            return tree.kid(agent, "pobj")
        if found is None:
            found = tree.kid(verb, "nsubjpass")
        if found is not None:
            return tree.head[verb] if _relative(tree, verb, found) else found
        if tree.dep[verb] in ("acl", "relcl"):
            return tree.head[verb]
        above = tree.head[verb]
        if tree.dep[verb] == "pcomp" and tree.lower[above] == "as" and (heard := _heard(tree, above)) is not None:
            return heard
        if above == verb or tree.dep[verb] not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"):
            return None
        verb = above
    return None


def _heard(tree: Tree, as_at: int) -> int | None:
    """Whom an agency "quoted as saying"."""
    return tree.kid(tree.head[as_at], "dobj", "nsubjpass")


def _nearest(tree: Tree, verb: int) -> int | None:
    """The subject, and of two that the parser found the one that stands right before the verb."""
    found = [k for k in tree.kids[verb] if tree.dep[k] == "nsubj"]
    return max((k for k in found if k < verb), default=found[0] if found else None)


def _missed(tree: Tree, verb: int) -> int | None:
    """A subject that the parser missed: the noun behind an inverted verb ("..., say those who know"), or the name
    right before the verb ("In Seoul Moon said")."""
    if verb and tree.word[verb - 1] in (",", '"', "”", "’", "'", "»"):
        behind = tree.kid(verb, "dobj", "attr", "npadvmod")
        if behind is not None and behind > verb:
            return behind
    if verb and tree.dep[verb - 1] == "pobj" and tree.pos[verb - 1] == "PROPN":
        return verb - 1
    return None


def _at_left(tree: Tree, verb: int) -> int | None:
    """A subject that the parser tied to something else before a verb with a clause behind it: a name taken for a
    clause, or the subject of a participle taken for the main verb."""
    for k in tree.kids[verb]:
        if (
            k < verb
            and tree.pos[k] in ("PROPN", "NOUN", "PRON")
            and tree.dep[k] in ("advcl", "dep", "ccomp", "npadvmod")
        ):
            return k
        if k < verb and tree.dep[k] in ("ccomp", "advcl") and (first := tree.kid(k, "nsubj", "nsubjpass")) is not None:
            return first
    return None


def _relative(tree: Tree, verb: int, found: int) -> bool:
    return tree.dep[verb] == "relcl" and tree.lower[found] in ("who", "which", "that")
