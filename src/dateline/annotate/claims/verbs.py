"""How a verb stands: its time, mood and polarity, read from itself and the words that help it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.claims.lexicon import Lexicon, lexicon
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree

REPORTING = frozenset({"say", "report", "tell", "add", "write", "announce", "claim", "state"})
SET = frozenset({"schedule", "set", "plan", "expect", "slate", "due", "build", "design", "launch", "found"})
IDEAS = frozenset(
    {"plan", "way", "idea", "chance", "right", "ability", "deal", "effort", "reason", "time", "place", "need"}
)
AFFIRMED = frozenset({"doubt", "wonder", "question"})  # "no doubt", "no wonder"
PAST = frozenset({"VBD", "VBN"})
GIVING = frozenset({"give", "award", "offer", "pay", "show", "hand", "grant", "send", "tell", "ask", "teach", "deny"})
DIRECTIONS = frozenset({"forward", "back", "off", "out", "up", "down", "away", "over"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The shape of one verb group. `modal` is the modal verb or ""; participles and infinitives are not `finite`."""

    past: bool
    finite: bool
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    infinitive: bool = False
    negated: bool = False
    modal: str = ""

    @property
    def present(self) -> bool:
        """Finite and neither past nor under a modal verb."""
        return self.finite and not self.past and not self.modal


def voice(tree: Tree, verb: int, words: Lexicon) -> Voice:
    """The shape of the group that a verb heads; a conjunct without helpers of its own takes those of the first verb."""
    if tree.known is None:
        return _voice(tree, verb, words)
    if verb not in tree.known:
        tree.known[verb] = _voice(tree, verb, words)
    found: Voice = tree.known[verb]
    return found


def _voice(tree: Tree, verb: int, words: Lexicon) -> Voice:
    helpers = [k for k in tree.kids[verb] if tree.dep[k] in HELPING and k < verb]
    first = verb
    while not helpers and tree.dep[first] == "conj" and tree.tag[verb] in ("VB", "VBN", "VBG"):
        first = tree.head[first]
        if tree.pos[first] not in ("VERB", "AUX"):
            break
        helpers = [k for k in tree.kids[first] if tree.dep[k] in HELPING and k < first]
    has = [k for k in helpers if _has(tree, k, verb)]
    tags = ["VBZ" if tree.lower[k] in ("'s", "’s") else tree.tag[k] for k in helpers]
    modal = next((tree.lower[k] for k in helpers if tree.tag[k] == "MD"), "")
    lemmas = ["have" if k in has else "be" if tree.dep[k] == "auxpass" else tree.lemma[k] for k in helpers]
    own = tree.tag[verb]
    perfect = "have" in lemmas and (own == "VBN" or "VBN" in tags or bool(has))
    finite = bool(modal) or any(t in ("VBD", "VBZ", "VBP") for t in tags) or own in ("VBD", "VBZ", "VBP")
    past = "VBD" in tags if any(t in ("VBD", "VBZ", "VBP") for t in tags) else own in PAST
    return Voice(
        past=past and not modal,
        finite=finite,
        perfect=perfect,
        passive=any(tree.dep[k] == "auxpass" and k not in has for k in helpers),
        progressive=own == "VBG" and "be" in lemmas,
        infinitive=any(tree.tag[k] == "TO" for k in helpers),
        negated=negated(tree, verb, words),
        modal=modal,
    )


def _has(tree: Tree, helper: int, verb: int) -> bool:
    """Whether a short "'s" stands for "has": "he's put his car on it", but "she's given a prize"."""
    short = tree.lower[helper] in ("'s", "’s") and tree.tag[verb] in PAST and tree.lemma[verb] not in GIVING
    return short and tree.kid(verb, "dobj") is not None and tree.kid(verb, "agent") is None


def negated(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a verb is denied by a word of its own, or by "no" on its subject or object."""
    for k in tree.kids[verb]:
        if tree.dep[k] == "neg" or tree.lower[k] in ("never", "neither"):
            return True
        if tree.dep[k] == "advmod" and k == verb - 1 and tree.has(k, "not", "n't", "n’t") and tree.lower[k] != "only":
            return True  # "does not necessarily mean"
        if tree.dep[k] in ("nsubj", "nsubjpass", "dobj", "attr") and _none(tree, k):
            return True
    opens = min([verb, *(k for k in tree.kids[verb] if tree.dep[k] in (*SUBJECTS, *HELPING) and k < verb)])
    if tree.lower[max(0, opens - 1)] == "nor":
        return True  # "nor should they be"
    first = tree.head[verb]
    if tree.dep[verb] == "conj" and tree.pos[first] in ("VERB", "AUX") and tree.kid(verb, *SUBJECTS) is None:
        return any(_none(tree, k) for k in tree.kids[first] if tree.dep[k] in SUBJECTS)
    return False


def _none(tree: Tree, noun: int) -> bool:
    if tree.lower[noun] in AFFIRMED or (tree.pos[noun] != "VERB" and tree.lower[noun + 1 : noun + 2] == ["but"]):
        return False  # "had no choice but to leave", "no doubt"
    return tree.lower[noun] in ("none", "nobody", "nothing") or any(
        tree.lower[k] in ("no", "neither") and tree.dep[k] in ("det", "cc", "preconj") for k in tree.kids[noun]
    )


def lemma(tree: Tree, verb: int) -> str:
    """The verb's lemma, with its particle: "call-off", "take-place"."""
    particle = tree.kid(verb, "prt")
    if particle is None:
        particle = next((k for k in tree.kids[verb] if tree.dep[k] == "advmod" and tree.lower[k] in DIRECTIONS), None)
    if particle is not None:
        return f"{tree.lemma[verb]}-{tree.lower[particle]}"
    if tree.lemma[verb] == "take" and (thing := tree.kid(verb, "dobj")) is not None and tree.lower[thing] == "place":
        return "take-place"
    return tree.lemma[verb]


def subject(tree: Tree, verb: int) -> int | None:
    """The verb's subject: its own, that of the verb it is joined to, or what its relative clause hangs on."""
    for _ in range(len(tree)):
        found = tree.kid(verb, "nsubj", "nsubjpass", "csubj")
        if found is not None:
            return _meant(tree, verb, found)
        if tree.dep[verb] in ("acl", "relcl"):
            return _owner(tree, verb)
        if tree.dep[verb] == "pcomp" and tree.lemma[tree.head[tree.head[verb]]] in ("quote", "cite"):
            return tree.kid(tree.head[tree.head[verb]], "dobj")  # "quoted her as saying"
        if tree.dep[verb] not in ("conj", "xcomp", "advcl", "pcomp") or tree.head[verb] == verb or _dangles(tree, verb):
            return None
        verb = _above(tree, verb)
    return None


def _owner(tree: Tree, verb: int) -> int | None:
    """Who does what a clause on a noun tells: the noun, or whose plan it is ("the firm's plan to build")."""
    noun = tree.head[verb]
    bare = tree.dep[verb] == "acl" and any(tree.dep[k] == "aux" and tree.tag[k] == "TO" for k in tree.kids[verb])
    if bare and (tree.lemma[noun] in IDEAS or lexicon().happening(tree.lemma[noun])):
        return tree.kid(noun, "poss")
    return _one_of(tree, noun)


def _one_of(tree: Tree, noun: int) -> int:
    """The "one" of "one of the students, who was found", else the noun."""
    over = tree.head[noun]
    whole = tree.dep[noun] == "pobj" and tree.lower[over] == "of" and tree.lower[tree.head[over]] == "one"
    return tree.head[over] if whole else noun


def _dangles(tree: Tree, verb: int) -> bool:
    """Whether a participle's subject is not that of the verb it hangs on: "fell while picking fruit, media reported",
    "scheduled to lift off in May, Lee says it ...", "found that the city grew, more than doubling"."""
    up = tree.head[verb]
    if tree.dep[verb] == "pcomp":
        return tree.lower[up] in ("than", "of", "with") or (
            tree.lower[up] == "for" and tree.pos[tree.head[up]] == "NOUN"
        )
    if tree.dep[verb] != "advcl" or up < verb:
        return False
    aside = tree.dep[up] in ("advcl", "parataxis") and tree.lemma[up] in REPORTING
    return aside or (tree.tag[verb] == "VBN" and tree.lemma[verb] in SET and tree.kid(up, "ccomp") is not None)


def _above(tree: Tree, verb: int) -> int:
    up = tree.head[verb]
    return up if tree.pos[up] in ("VERB", "AUX") or tree.head[up] == up else tree.clause(up)


def _meant(tree: Tree, verb: int, found: int) -> int:
    """A relative pronoun stands for the noun that the clause hangs on."""
    if tree.lower[found] in ("who", "which", "that") and tree.dep[verb] == "relcl":
        return _one_of(tree, tree.head[verb])
    return found


def answers(tree: Tree, verb: int) -> bool:
    """Whether a verb gives a Yes or No: "six states voted No", "said No to the terms"."""
    given = verb + 1
    return given < len(tree) and tree.dep[given] == "intj" and tree.lower[given] in ("yes", "no")
