"""Plans, and what becomes of them: put off, called off, never fulfilled."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import slot_of
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.setting import Setting, matrix, past_day
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.model.claim import Status
from dateline.model.time import Granularity

PROMISING = frozenset({"promise", "pledge", "announce"})  # with "for" or "by" and a time, of what is to come then
PLANS = frozenset({"plan", "bid", "idea", "invitation", "offer", "proposal", "scheme", "project", "candidacy", "date"})


def noun_fate(setting: Setting, noun: int) -> Status | None:
    """Whether a noun is what a verb of the sentence puts off or calls off."""
    slot = slot_of(setting.tree, noun)
    if slot.verb is None or slot.name not in ("object", "subject"):
        return None
    passive = voice(setting.tree, slot.verb, setting.words).passive or setting.tree.tag[slot.verb] == "VBN"
    if (slot.name == "subject") != passive:
        return None
    return verb_fate(setting, slot.verb)


def verb_fate(setting: Setting, verb: int) -> Status | None:
    """Whether a verb puts off or calls off."""
    name = lemma(setting.tree, verb)
    if name in ("withdraw", "drop", "abandon", "pull-out") and _of_a_thing(setting, verb):
        return None
    if name in setting.words["postponing"]:
        return Status.POSTPONED
    return Status.CANCELLED if name in setting.words["cancelling"] else None


def _of_a_thing(setting: Setting, verb: int) -> bool:
    """Whether what is withdrawn or dropped is no happening or plan ("the army withdrew its men")."""
    thing = setting.tree.kid(verb, "dobj")
    if thing is None or setting.tree.pos[thing] != "NOUN":
        return False
    of_plan = setting.tree.lemma[thing] in setting.words["planning"] | PLANS
    return not of_plan and (
        setting.tree.lemma[verb] in ("withdraw", "pull") or not setting.words.happening(setting.tree.lemma[thing])
    )


def fates(setting: Setting, but: int) -> Status | None:
    """What the sentence does to a plan: the first other verb that puts off, calls off or says that it was not held."""
    return _first_fate(
        setting, [i for i in range(len(setting.tree)) if i != but and not _content(setting.tree, i, but)]
    )


def _content(tree: Tree, verb: int, of: int) -> bool:
    """Whether a verb is the content of another ("proposed that the drill be put off")."""
    return tree.dep[verb] == "ccomp" and tree.head[verb] == of


def fate_after(setting: Setting) -> Status | None:
    """What the sentence after does to a plan, if its subject is the thing planned ("it", "the meeting")."""
    if setting.after is None:
        return None
    later = replace(setting, tree=setting.after.tree, after=None)
    return _first_fate(later, [i for i in range(len(later.tree)) if _of_the_plan(later.tree, later.words, i)])


def _of_the_plan(tree: Tree, words: Lexicon, verb: int) -> bool:
    thing = tree.kid(verb, "nsubj", "nsubjpass")
    if thing is None:
        return False
    pointed = tree.has(thing, "the", "that", "this") and (
        words.happening(tree.lemma[thing]) or tree.lemma[thing] in PLANS
    )
    return tree.lower[thing] in ("it", "this", "that", "they") or pointed


def _first_fate(setting: Setting, verbs: list[int]) -> Status | None:
    tree, words = setting.tree, setting.words
    for i in verbs:
        if not tree.verbal(i):
            continue
        shape = voice(tree, i, words)
        found = verb_fate(setting, i)
        if found is not None and shape.finite and not shape.negated and not shape.modal:
            return found
        nearly = any(tree.lower[k] in ("almost", "nearly") for k in tree.kids[i])
        told = shape.past or shape.modal in ("will", "wo", "would")
        if shape.negated and not nearly and told and lemma(tree, i) in words["occurring"]:
            return Status.CANCELLED
    return None


def plan_of(setting: Setting, verb: int, dated: Dated | None = None) -> str:
    """Whether a verb tells a plan: "present", "past", or "unfulfilled" ("was to meet"); "" if it tells none."""
    tree, words = setting.tree, setting.words
    if tree.tag[verb] == "VBN" and tree.kid(verb, "xcomp") is None and _appointed(setting, verb, dated):
        shape = voice(tree, verb, words)
        if shape.negated and shape.perfect and shape.present:
            return ""  # "no day has been set" tells how it stands
        return "present" if shape.present else "unfulfilled" if shape.perfect and shape.past else "past"
    below = tree.kid(verb, "xcomp")
    if tree.lemma[verb] == "seek" and tree.tag[verb] == "VBD":
        return ""  # an act of its own
    if below is not None and infinitive(tree, below) and tree.lemma[verb] not in words["speech"]:
        return _planner(setting, verb)
    if tree.kid(verb, "acomp") is not None:
        quality = tree.kid(verb, "acomp") or verb
        return _planner(setting, verb) if tree.lemma[quality] == "due" and not tree.has(quality, "to") else ""
    if tree.dep[verb] == "conj" and tree.tag[verb] == "VB" and tree.dep[tree.head[verb]] in ("xcomp", "acl"):
        return plan_of(setting, tree.head[verb])
    if tree.dep[verb] in ("xcomp", "acl") and infinitive(tree, verb):
        return next((found for up in matrix(tree, verb) if (found := _planner(setting, up))), "")
    return ""


def _appointed(setting: Setting, verb: int, dated: Dated | None) -> bool:
    """Whether a participle sets a day: "planned", or any with "for" ("announced for 12 March")."""
    if setting.tree.kid(verb, "acomp", "oprd") is not None or _set_on_fire(setting.tree, verb):
        return False  # "were set free"
    timed = dated.timed if dated else None
    if lemma(setting.tree, verb) in setting.words["appointing"]:
        made = dated is not None and past_day(setting, dated) and timed is not None and timed.preposition != "for"
        made = made or (dated is None and not voice(setting.tree, verb, setting.words).passive)
        return not (made and setting.tree.lemma[verb] in ("propose", "project", "foresee", "envisage"))
    if timed is not None and setting.tree.lemma[verb] in PROMISING and timed.preposition in ("for", "by"):
        return True
    return timed is not None and timed.preposition == "for" and timed.mark.granularity is Granularity.DAY


def _set_on_fire(tree: Tree, verb: int) -> bool:
    inside = {tree.lower[i] for i in tree.under(verb)}
    return tree.lemma[verb] == "set" and bool(inside & {"fire", "alight", "ablaze", "aflame"})


def infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(tree.dep[k] == "aux" and tree.lower[k] == "to" for k in tree.kids[verb])


def _planner(setting: Setting, verb: int) -> str:
    """What sort of plan a verb, adjective or noun makes of the infinitive under it."""
    tree, words = setting.tree, setting.words
    quality = tree.kid(verb, "acomp")
    at = verb if quality is None else quality
    if tree.lemma[verb] == "be" and quality is None:
        return _fulfilled(tree, verb)
    if tree.lemma[at] not in words["planning"] or lemma(tree, at) == "set-out":
        return ""  # "set out to find it" was begun
    top = tree.clause(at)
    passive = quality is not None or voice(tree, top, words).passive
    past = _fulfilled(tree, top)
    return "past" if past == "unfulfilled" and not passive else past


def _fulfilled(tree: Tree, verb: int) -> str:
    helpers = [tree.tag[k] for k in tree.kids[verb] if tree.dep[k] in HELPING]
    return "unfulfilled" if tree.tag[verb] == "VBD" or "VBD" in helpers else "present"
