"""Which happenings without a time are worth a claim: those that a reader understands by themselves."""

from __future__ import annotations

from dateline.annotate.claims.anchors import bare
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.jumbled import jumbled
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.plans import plan_of
from dateline.annotate.claims.presents import imagined, momentary
from dateline.annotate.claims.setting import Setting, past_day
from dateline.annotate.claims.speech import wordless
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.untimely import full_date
from dateline.annotate.claims.verbs import subject, voice
from dateline.annotate.claims.weekdays import weekday_alone
from dateline.model.claim import Status

POINTING = frozenset({
    "it", "this", "that", "these", "those", "there", "what", "which", "who", "one", "some", "many", "most", "all",
    "few", "none", "something", "everything", "nothing", "anything", "here", "others", "another", "both", "each",
    "such",
})  # fmt: skip
FIRST = frozenset({"i", "we", "you", "me", "us", "one", "let"})
ADDRESSED = frozenset({"you", "your", "yours"})
COMING = frozenset({"be", "come", "happen", "begin", "start", "end", "occur"})
SURE = frozenset({"", "will", "shall", "'ll"})
COMPLEMENTS = frozenset({
    "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "dative", "advcl", "prt",
})  # fmt: skip


def asserted(passage: Passage, words: Lexicon, verb: int) -> bool:
    """Whether a main verb without a time tells something of its own."""
    tree = passage.tree
    if ADDRESSED & set(tree.lower) or _open_quote(passage.text):
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
    return shape.passive or any(tree.dep[k] in COMPLEMENTS for k in tree.kids[verb])


def _due(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb tells what should be so ("it is supposed to help")."""
    return tree.lemma[verb] == "suppose" and voice(tree, verb, words).passive


def says_nothing(setting: Setting, dated: Dated, how: Status, words: tuple[int, int]) -> bool:
    """Whether a dated happening tells a reader nothing ("it happened"), or its plan cannot have that day."""
    tree = setting.tree
    if not tree.verbal(dated.unit):
        ahead = tree.has(dated.unit, "scheduled", "planned", "upcoming", "expected", "coming", "proposed")
        guessed = how is Status.PLANNED and dated.also is None and (weekday_alone(dated) or _tomorrow(setting, dated))
        return guessed or (ahead and how is Status.HAPPENED and past_day(setting, dated))
    if how is Status.HAPPENED and (plan_of(setting, dated.unit, dated) == "present" or _not_yet(setting, dated)):
        return True
    shape = voice(tree, dated.unit, setting.words)
    if how is Status.SAID and shape.infinitive and tree.dep[dated.unit] in ("acl", "relcl", "advcl"):
        return True  # "a way to explain"
    if how is Status.PLANNED and shape.modal in ("will", "'ll") and past_day(setting, dated):
        return True
    if how is Status.PLANNED and shape.present and shape.passive and _dated_in_full(setting, dated):
        return True
    who = tree.kid(dated.unit, "nsubj", "nsubjpass")
    alone = tree.lemma[dated.unit] in COMING and tree.kid(dated.unit, "dobj", "attr", "acomp") is None
    return who is not None and tree.lower[who] in ("it", "this", "that") and alone and bare(tree, words)


def _tomorrow(setting: Setting, dated: Dated) -> bool:
    """Whether a feast without a date is that of the day after publication ("his New Year's speech"), told as held."""
    mark, published = dated.mark, setting.published
    if mark is None or published is None or any(c.isdigit() for c in mark.words.exact):
        return False
    verb = setting.tree.clause(dated.unit)
    shape = voice(setting.tree, verb, setting.words)
    told = setting.tree.verbal(verb) and not shape.modal and not plan_of(setting, verb)
    return told and mark.words.exact[:1].isupper() and (dated.days.lower - published).days == 1


def _dated_in_full(setting: Setting, dated: Dated) -> bool:
    """Whether tomorrow is told with its year, as captions do and reports do not ("is fired, September 15, 2017")."""
    mark, published = dated.mark, setting.published
    if mark is None or published is None or str(dated.days.lower.year) not in mark.words.exact:
        return False
    return (dated.days.lower - published).days == 1 and dated.days.length() == 1


def _not_yet(setting: Setting, dated: Dated) -> bool:
    """Whether an infinitive only tells what is wanted or called for ("needs to go", "the call to use cars")."""
    tree, unit = setting.tree, dated.unit
    if not voice(tree, unit, setting.words).infinitive or tree.dep[unit] not in ("acl", "xcomp", "ccomp", "advcl"):
        return False
    return tree.dep[unit] == "acl" or tree.tag[tree.head[unit]] in ("VBZ", "VBP")


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
