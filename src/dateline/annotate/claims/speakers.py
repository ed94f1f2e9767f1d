"""Who says what a claim tells: whoever the verb of saying or demanding names, or "according to"."""

from __future__ import annotations

from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.phrases import phrase
from dateline.annotate.claims.roles import according_to, speaker
from dateline.annotate.claims.speech import speaks
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import subject, voice

PRONOUNS = frozenset({
    "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "who", "which", "what", "some",
    "him", "her", "them", "many", "one", "others", "few", "all", "most", "there",
})  # fmt: skip
SOME = frozenset({"a", "an", "some", "many", "several", "few", "another", "other", "most", "one"})


def sayer(passage: Passage, words: Lexicon, verb: int) -> str:
    """Who says what a verb says: nobody, if it is a passive without "by", or if only a pronoun tells."""
    tree = passage.tree
    quoted = tree.kid(verb, "dobj") if tree.lemma[verb] in ("quote", "cite") else None
    if quoted is not None and any(tree.lower[k] == "as" and tree.kid(k, "pcomp") is not None for k in tree.kids[verb]):
        return passage.cast.actor_of(quoted) or _plain(passage.cast.words(quoted))
    passive = voice(tree, verb, words).passive or (tree.tag[verb] == "VBN" and tree.dep[verb] in ("acl", "advcl"))
    passive = passive or _joined_passive(tree, words, verb)
    if passive:
        by = tree.kid(verb, "agent")
        thing = None if by is None else tree.kid(by, "pobj")
        return "" if thing is None else passage.cast.actor_of(thing) or _plain(passage.cast.words(thing))
    who = subject(tree, verb)
    if who is not None and _one_of_a_people(passage, who):
        return _plain(passage.cast.words(who))
    return _plain(speaker(passage.cast, verb))


def _one_of_a_people(passage: Passage, who: int) -> bool:
    """Whether a people's name tells one or some of it, and no state ("an Afghan", "two Germans")."""
    at = passage.sentence.start + passage.tree.start[who]
    tree = passage.tree
    named = any(m.how == "demonym" and m.words.start <= at < m.words.end for m in passage.actors)
    if named:
        return any(tree.lower[k] in SOME or tree.tag[k] == "CD" or tree.dep[k] == "amod" for k in tree.kids[who])
    return any(_tells_a_people(passage, k) for k in tree.kids[who] if tree.dep[k] == "appos")


def _tells_a_people(passage: Passage, apposition: int) -> bool:
    """Whether an apposition tells of what people somebody is ("one witness, an American")."""
    at = passage.sentence.start + passage.tree.start[apposition]
    return any(m.how == "demonym" and m.words.start <= at < m.words.end for m in passage.actors)


def _joined_passive(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb goes on a passive ("was launched and described as a symbol")."""
    alone = tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "dobj", "ccomp") is None
    return alone and tree.verbal(tree.head[verb]) and voice(tree, tree.head[verb], words).passive


def _plain(words: str) -> str:
    """The words for a speaker, "" if they are a pronoun that says nothing."""
    return "" if words.lower() in PRONOUNS else phrase(words)


def followed(passage: Passage, unit: int) -> str:
    """Whom the sentence follows by "according to", unless the happening is told in that phrase itself."""
    tree = passage.tree
    above = (unit, *tree.up(unit))
    at = tree.lower.index("according") if "according" in tree.lower else None
    if at is None or at in above or tree.clause(tree.head[at]) not in above:
        return ""
    if tree.dep[unit] == "conj" and at < unit and any(tree.dep[i] == "cc" for i in range(at, unit)):
        return ""  # told of the clause before
    before = next((i for i in range(at - 1, 0, -1) if tree.pos[i] != "PUNCT"), 0)
    if any(tree.dep[up] == "relcl" and up not in above for up in (before, *tree.up(before))):
        return ""  # told of the clause right before it
    return phrase(according_to(passage.cast))


def demander(tree: Tree, words: Lexicon, unit: int) -> int | None:
    """The verb of demanding that a happening is the content of."""
    up = tree.head[unit]
    content = tree.dep[unit] in ("ccomp", "xcomp") and tree.lemma[unit] not in words["demanding"]
    return up if content and tree.lemma[up] in words["demanding"] | words["demanding_for"] else None


def saying_of(tree: Tree, words: Lexicon, unit: int) -> int | None:
    """The verb of saying that a happening is part of the content of."""
    at = unit
    for up in tree.up(unit):
        way = tree.dep[up] in ("acl", "relcl", "advcl") and voice(tree, up, words).infinitive
        speech = speaks(tree, words, up) or tree.lemma[up] in words["denying"]
        if tree.dep[at] in ("ccomp", "xcomp") and speech and not way:
            return up
        if tree.dep[at] in ("relcl", "advcl") and tree.verbal(at):
            return None
        at = up
    return None
