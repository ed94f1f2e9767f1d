"""How a dated happening stands: done, planned, put off, said, demanded, denied, conditional or lasting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import slot_of
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, OBJECTS, Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.model.claim import Status
from dateline.model.time import Granularity

LASTING = frozenset({"range", "decade", "century", "season", "half-year"})
OTHERS_SAY = frozenset({"i", "he", "she", "it", "they", "we"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What status is judged against: the sentence, the words, the day of publication (None if unknown)."""

    tree: Tree
    words: Lexicon
    published: date | None


def status(setting: Setting, dated: Dated) -> tuple[Status, str]:
    """The status of a dated happening and the ground for it in words."""
    if dated.relation == "anew" and dated.also is not None:
        return _anew(setting, dated.also)
    if setting.tree.verbal(dated.unit):
        return _of_verb(setting, dated)
    return _of_noun(setting, dated)


def _of_noun(setting: Setting, dated: Dated) -> tuple[Status, str]:
    tree, words = setting.tree, setting.words
    fate = noun_fate(setting, dated.unit)
    if fate is not None:
        return fate, "the object of putting off or calling off"
    verb = dated.also if dated.also is not None else tree.clause(dated.unit)
    if tree.verbal(verb) and conditional(setting, verb) and not _past_day(setting, dated):
        return Status.CONDITIONAL, "stands in a condition"
    if _after_publication(setting, dated):
        return Status.PLANNED, "its day lies after publication"
    if tree.lemma[dated.unit] in words["paper"]:
        return Status.HAPPENED, "a paper of that day"
    if dated.also is not None and tree.verbal(dated.also):
        whole, why = _of_verb(setting, dated, dated.also)
        return (whole, why) if whole != Status.SAID or tree.lemma[dated.unit] in words["speech_noun"] else (
            Status.HAPPENED, "named as a happening")  # fmt: skip
    if tree.lemma[dated.unit] in words["demand_noun"]:
        return Status.DEMANDED, "a noun of demanding"
    return Status.HAPPENED, "named as a happening"


def _of_verb(setting: Setting, dated: Dated, verb: int | None = None) -> tuple[Status, str]:
    at = dated.unit if verb is None else verb
    for judge in (_fated, _conditional, _denied, _demanded, _planned, _said, _ongoing):
        found = judge(setting, dated, at)
        if found is not None:
            return found
    return Status.HAPPENED, "told as done"


def _after_publication(setting: Setting, dated: Dated) -> bool:
    return setting.published is not None and dated.days.lower > setting.published


def _past_day(setting: Setting, dated: Dated) -> bool:
    return setting.published is not None and dated.days.upper < setting.published


def refused(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb tells what was declined or failed."""
    return any(tree.lemma[up] in words["refusing"] for up in matrix(tree, verb))


def matrix(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs, adjectives and nouns that an infinitive or participle hangs under, nearest first."""
    while tree.dep[verb] in ("xcomp", "acl") and tree.head[verb] != verb:
        verb = tree.head[verb]
        yield verb
        if tree.pos[verb] == "ADJ" and tree.dep[verb] == "acomp":
            verb = tree.head[verb]
            yield verb


# Putting off and calling off


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
    if name in setting.words["postponing"]:
        return Status.POSTPONED
    return Status.CANCELLED if name in setting.words["cancelling"] else None


def _anew(setting: Setting, verb: int) -> tuple[Status, str]:
    tree = setting.tree
    if any(tree.verbal(up) and demanding(setting, up) for up in tree.up(verb)):
        return Status.DEMANDED, "the new day that is demanded"
    again = any(verb_fate(setting, k) for k in tree.kids[verb] if tree.dep[k] == "conj")
    return (Status.POSTPONED, "a new day that is put off too") if again else (Status.PLANNED, "the new day")


def _fates(setting: Setting, but: int) -> Status | None:
    tree = setting.tree
    for i in range(len(tree)):
        if i != but and tree.verbal(i) and (found := verb_fate(setting, i)) is not None:
            shape = voice(tree, i, setting.words)
            if shape.finite and not shape.negated and not shape.modal:
                return found
    return None


def _fated(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    plan = _plan(setting, verb, dated)
    if not plan:
        return None
    fate = None if plan == "present" else _fates(setting, verb)
    if fate is not None:
        return fate, "a plan that the sentence puts off or calls off"
    if plan == "unfulfilled" and not _after_publication(setting, dated):
        return Status.POSTPONED, "was to be on a day that has passed"
    if plan != "present" and any(tree.lower[i] in words["originally"] for i in range(len(tree))):
        return Status.POSTPONED, "a plan told as the first one"
    return None


def _plan(setting: Setting, verb: int, dated: Dated | None = None) -> str:
    """Whether a verb tells a plan: "present", "past", or "unfulfilled" ("was to meet"); "" if it tells none."""
    tree, words = setting.tree, setting.words
    if tree.tag[verb] == "VBN" and tree.kid(verb, "xcomp") is None and _appointed(setting, verb, dated):
        shape = voice(tree, verb, words)
        return "present" if shape.present else "unfulfilled" if shape.perfect and shape.past else "past"
    below = tree.kid(verb, "xcomp")
    if below is not None and _infinitive(tree, below) and tree.lemma[verb] not in words["speech"]:
        return _planner(setting, verb)
    if tree.kid(verb, "acomp") is not None:
        return _planner(setting, verb) if tree.lemma[tree.kid(verb, "acomp") or verb] == "due" else ""
    if tree.dep[verb] in ("xcomp", "acl") and _infinitive(tree, verb):
        return next((found for up in matrix(tree, verb) if (found := _planner(setting, up))), "")
    return ""


def _appointed(setting: Setting, verb: int, dated: Dated | None) -> bool:
    """Whether a participle sets a day: "planned", or any with "for" ("announced for 12 March")."""
    if setting.tree.lemma[verb] in setting.words["appointing"]:
        return True
    timed = dated.timed if dated else None
    return timed is not None and timed.preposition == "for" and timed.mark.granularity is Granularity.DAY


def _infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.dep[k] == "aux" and tree.lower[k] == "to" for k in tree.kids[verb])


def _planner(setting: Setting, verb: int) -> str:
    """What sort of plan a verb, adjective or noun makes of the infinitive under it."""
    tree, words = setting.tree, setting.words
    quality = tree.kid(verb, "acomp")
    at = verb if quality is None else quality
    if tree.lemma[verb] == "be" and quality is None:
        return _fulfilled(tree, verb)
    if tree.lemma[at] not in words["planning"]:
        return ""
    top = tree.clause(at)
    passive = quality is not None or voice(tree, top, words).passive
    past = _fulfilled(tree, top)
    return "past" if past == "unfulfilled" and not passive else past


def _fulfilled(tree: Tree, verb: int) -> str:
    helpers = [tree.tag[k] for k in tree.kids[verb] if tree.dep[k] in HELPING]
    return "unfulfilled" if tree.tag[verb] == "VBD" or "VBD" in helpers else "present"


# The other judges, in the order of their weight


def _conditional(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    if conditional(setting, verb):
        return Status.CONDITIONAL, "stands in a condition"
    return None


def conditional(setting: Setting, verb: int) -> bool:
    """Whether a verb stands in a condition or depends on one."""
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if _condition(setting, verb):
        return True
    clauses = [k for k in tree.kids[verb] if tree.dep[k] in ("advcl", "ccomp") and _condition(setting, k)]
    promises = tree.lemma[verb] in words["enacting"] | words["planning"]
    if clauses and (shape.modal or shape.present or promises):
        return True
    if tree.dep[verb] == "ccomp" and promises and _inverted(tree, tree.head[verb]):
        return True
    if shape.modal in ("would", "could", "might") and shape.perfect:
        return True
    if tree.lemma[verb] not in words["speech"] | words["enacting"]:
        return False
    said = [k for k in tree.kids[verb] if tree.dep[k] == "ccomp"]
    return any(tree.dep[c] == "advcl" and _said_condition(setting, k, c) for k in said for c in tree.kids[k])


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
            return True
    return _inverted(tree, verb)


def _inverted(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition by its order: "should his party win", "had he signed"."""
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    first = tree.kid(verb, "aux")
    if first is None or subject is None or first > subject or tree.lower[-1] == "?":
        return False
    opens = first == 0 or tree.lower[first - 1] in (",", "and", "but", ";", ":")
    return opens and tree.lower[first] in ("should", "had", "were")


def _denied(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    if tree.lemma[verb] in words["denying"]:
        return Status.DENIED, "a verb of denying"
    thing = tree.head[verb] if tree.dep[verb] == "relcl" else tree.kid(verb, "dobj")
    if tree.lemma[verb] in words["dismissing"] and thing is not None and tree.lemma[thing] in words["accusation"]:
        return Status.DENIED, "an accusation is dismissed"
    return None


def _demanded(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    if demanding(setting, verb):
        return Status.DEMANDED, "a verb of demanding"
    if tree.dep[verb] in ("xcomp", "ccomp") and demanding(setting, tree.head[verb]):
        return Status.DEMANDED, "the content of a demand"
    asked = tree.lemma[verb] in ("ask", "request", "want", "seek") and dated.relation in ("until", "till")
    if asked or (asked is False and dated.timed is not None and _inside_request(tree, words, dated)):
        return Status.DEMANDED, "the term that was asked for"
    return None


def _inside_request(tree: Tree, words: Lexicon, dated: Dated) -> bool:
    if dated.timed is None or dated.timed.preposition not in ("until", "till", "by"):
        return False
    return any(tree.lemma[up] in ("ask", "request") for up in tree.up(dated.timed.top))


def demanding(setting: Setting, verb: int) -> bool:
    """Whether a verb demands: by itself, by "for", or by its object."""
    tree, words = setting.tree, setting.words
    name = tree.lemma[verb]
    if name in words["demanding"]:
        return name not in ("press", "insist", "appeal", "plead") or tree.has(verb, "for", "on")
    clauses = [k for k in tree.kids[verb] if tree.dep[k] in ("ccomp", "xcomp", "advcl") and tree.has(k, "for")]
    asks = tree.has(verb, "for") or bool(clauses)
    if name in words["demanding_for"] and asks and tree.kid(verb, "dobj") is None:
        return True
    if name in words["demanding_on"] and tree.has(verb, "on", "upon") and tree.kid(verb, "xcomp") is not None:
        return True
    thing = tree.kid(verb, "dobj")
    return (
        thing is not None
        and tree.lemma[thing] in ("demand", "ultimatum")
        and name in ("issue", "make", "set", "present")
    )


def _planned(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if _plan(setting, verb, dated):
        return Status.PLANNED, "told as a plan"
    if shape.modal in words["future_aux"] or shape.modal == "would":
        return Status.PLANNED, "told in the future"
    until = dated.relation in ("until", "till") and not _past_day(setting, dated)
    if until and not shape.present and (setting.published or not shape.finite):
        return Status.PLANNED, "the term set for it"
    if shape.infinitive and dated.days.end is not None and _after_publication(setting, dated):
        return Status.PLANNED, "an aim for a day after publication"
    if _after_publication(setting, dated):
        return Status.PLANNED, "its day lies after publication"
    return None


def _said(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    name = tree.lemma[verb]
    content = _content(tree, verb)
    if name in words["enacting"] and content is not None and _own_deed(setting, verb, content):
        return None
    if name not in words["speech"] | {"announce", "proclaim"} or refused(tree, words, verb):
        return None
    if dated.days.end is None:
        return None
    if name in words["performing"] and content is None and tree.kid(verb, "dobj", "oprd") is not None:
        return None
    passive = voice(tree, verb, words).passive or (tree.tag[verb] == "VBN" and tree.dep[verb] == "acl")
    if passive and tree.kid(verb, "agent") is None and content is None and tree.kid(verb, "xcomp") is None:
        return None
    return Status.SAID, "a verb of saying"


def _content(tree: Tree, verb: int) -> int | None:
    """The clause that tells what is said; one that stands before the verb and a colon or semicolon is none."""
    for k in tree.kids[verb]:
        if tree.dep[k] == "ccomp" and (k > verb or not any(tree.lower[i] in (":", ";") for i in range(k, verb))):
            return k
    return None


def _own_deed(setting: Setting, verb: int, content: int) -> bool:
    """Whether what is announced is what the speaker thereby does."""
    tree = setting.tree
    if tree.lemma[verb] in ("agree", "promise", "decide", "order", "resolve", "pledge", "reaffirm"):
        return True
    subject = tree.kid(content, "nsubj", "nsubjpass")
    future = voice(tree, content, setting.words).modal in ("will", "would", "'ll", "shall")
    if not future or subject is None:
        return False
    return tree.lower[subject] in OTHERS_SAY or tree.has(subject, "his", "her", "its", "their", "my", "our")


def _ongoing(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if dated.days.end is None:
        return Status.ONGOING, "from a day on, with no end told"
    first = dated.timed.first if dated.timed else 0
    if "as of" in (" ".join(tree.lower[first : first + 2]), " ".join(tree.lower[max(0, first - 2) : first])):
        return Status.ONGOING, "a state as of a day"
    if dated.relation == "until" and dated.granularity.value == "range" and shape.present:
        return Status.ONGOING, "lasts from now to its term"
    told = shape.present and not shape.perfect and not _past_day(setting, dated)
    if told and (setting.published or _state(setting, verb)):
        return Status.ONGOING, "told in the present"
    if shape.progressive and (shape.present or shape.perfect):
        return Status.ONGOING, "told as going on"
    if dated.vague and (shape.perfect or _state(setting, verb)):
        return Status.ONGOING, "lasted through a span without sharp ends"
    if dated.granularity.value in LASTING and _state(setting, verb) and not _closed(dated):
        return Status.ONGOING, "a state that lasted through the span"
    return None


def _state(setting: Setting, verb: int) -> bool:
    """Whether a verb tells a state; "had the house suspended" is an act."""
    tree = setting.tree
    if tree.lemma[verb] == "have" and tree.kid(verb, "ccomp") is not None:
        return False
    return tree.lemma[verb] in setting.words["state"] and tree.kid(verb, "prt") is None


def _closed(dated: Dated) -> bool:
    return dated.timed is not None and dated.timed.preposition in ("from", "between")


def undated_status(setting: Setting, verb: int) -> tuple[Status, str]:
    """The status of what a main clause asserts without a time."""
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if conditional(setting, verb):
        return Status.CONDITIONAL, "stands in a condition"
    if tree.lemma[verb] in words["denying"]:
        return Status.DENIED, "a verb of denying"
    if demanding(setting, verb):
        return Status.DEMANDED, "a verb of demanding"
    if _plan(setting, verb) == "present" or shape.modal in words["future_aux"]:
        return Status.PLANNED, "told as a plan"
    if tree.lemma[verb] in words["speech"] and not (
        tree.lemma[verb] in words["performing"] and tree.kid(verb, "dobj") is not None
    ):
        return Status.SAID, "a verb of saying"
    if shape.present:
        return Status.ONGOING, "told in the present"
    return Status.HAPPENED, "told as done"


def objects(tree: Tree, verb: int) -> list[int]:
    """The verb's objects and predicates."""
    return [k for k in tree.kids[verb] if tree.dep[k] in OBJECTS]
