"""How a dated happening stands: done, planned, put off, said, demanded, denied, conditional or lasting."""

from __future__ import annotations

from dateline.annotate.claims.asides import PASSING
from dateline.annotate.claims.conditions import conditional
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.deadlines import KEPT
from dateline.annotate.claims.governors import slot_of
from dateline.annotate.claims.plans import fate_after, fates, noun_fate, plan_of, verb_fate
from dateline.annotate.claims.setting import Setting, after_publication, matrix, past_day, past_or_unknown
from dateline.annotate.claims.speech import demanded, demanding, denied, said
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.annotate.claims.weekdays import weekday_alone
from dateline.model.claim import Status

LASTING = frozenset({"range", "decade", "century", "season", "half-year"})
IN_FORCE = frozenset(
    "sanction embargo curfew blockade siege boycott ceasefire truce investigation inquiry probe lawsuit".split()
)  # what is dropped while it lasts, and not before it could begin


def status(setting: Setting, dated: Dated) -> tuple[Status, str]:
    """The status of a dated happening and the ground for it in words."""
    if dated.relation == "anew" and dated.also is not None:
        return _anew(setting, dated.also)
    if dated.way == PASSING:
        return Status.ONGOING, "from a day on, with no end told"
    if setting.tree.verbal(dated.unit):
        return _of_verb(setting, dated)
    return _of_noun(setting, dated)


def _of_noun(setting: Setting, dated: Dated) -> tuple[Status, str]:
    tree, words = setting.tree, setting.words
    fate = noun_fate(setting, dated.unit)
    if fate is not None:
        return fate, "the object of putting off or calling off"
    if not after_publication(setting, dated) and _due(setting, dated):
        return Status.POSTPONED, "was due on a day that has passed"
    verb = dated.also if dated.also is not None else tree.clause(dated.unit)
    beside = slot_of(tree, dated.unit).preposition in ("before", "after", "until", "since")  # "well before the vote"
    if tree.verbal(verb) and conditional(setting, verb) and not past_day(setting, dated) and not beside:
        return Status.CONDITIONAL, "stands in a condition"
    if after_publication(setting, dated):
        return Status.PLANNED, "its day lies after publication"
    if tree.lemma[dated.unit] in words["paper"]:
        return Status.HAPPENED, "a paper of that day"
    if dated.also is not None and tree.verbal(dated.also):
        whole, why = _of_verb(setting, dated, dated.also)
        if whole is Status.ONGOING and dated.days.length() == 1:
            whole, why = Status.HAPPENED, "named as a happening of one day"
        return (whole, why) if whole != Status.SAID or tree.lemma[dated.unit] in words["speech_noun"] else (
            Status.HAPPENED, "named as a happening")  # fmt: skip
    if tree.lemma[dated.unit] in words["demand_noun"]:
        return Status.DEMANDED, "a noun of demanding"
    return Status.HAPPENED, "named as a happening"


def _due(setting: Setting, dated: Dated) -> bool:
    """Whether the date tells when a thing, no happening, was due."""
    tree = setting.tree
    if dated.timed is None or setting.words.happening(tree.lemma[dated.unit]):
        return False
    above = set(tree.up(dated.timed.top))
    return any(tree.lower[k] == "due" and k in above for k in tree.kids[dated.unit])


def _of_verb(setting: Setting, dated: Dated, verb: int | None = None) -> tuple[Status, str]:
    at = dated.unit if verb is None else verb
    for judge in (_fated, _conditional, denied, demanded, _planned, said, _ongoing):
        found = judge(setting, dated, at)
        if found is not None:
            return found
    return Status.HAPPENED, "told as done"


def _anew(setting: Setting, verb: int) -> tuple[Status, str]:
    tree = setting.tree
    if any(tree.verbal(up) and demanding(setting, up) for up in tree.up(verb)):
        return Status.DEMANDED, "the new day that is demanded"
    joined = [k for k in tree.kids[verb] if tree.dep[k] == "conj"]
    again = any(verb_fate(setting, k) or _held_after(tree, k) for k in joined)
    return (Status.POSTPONED, "a new day that is put off too") if again else (Status.PLANNED, "the new day")


def _fated(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    if _called_off(setting, verb):
        return Status.CANCELLED, "called off, with no other day told for it"
    plan = plan_of(setting, verb, dated)
    if not plan:
        return None
    fate = None if plan == "present" else fates(setting, verb) or fate_after(setting)
    if fate is not None:
        return fate, "a plan that the text puts off or calls off"
    limit = dated.timed is not None and dated.timed.preposition == "within"
    unmet = plan == "unfulfilled" and not voice(tree, verb, words).negated and not limit
    if unmet and past_or_unknown(setting, dated) and not _forecast(tree, verb):
        if _given_up(tree, verb):
            return Status.CANCELLED, "was to have been on a day that has passed"
        return Status.POSTPONED, "was to be on a day that has passed"
    dates = range(dated.timed.first, dated.timed.last + 1) if dated.timed is not None else ()
    once = (i for i in range(len(tree)) if tree.lower[i] in words["originally"] and i not in dates)
    first = (i for i in once if tree.pos[i] == "ADV")
    if plan != "present" and any(tree.kid(i, "npadvmod") is None for i in first):
        return Status.POSTPONED, "a plan told as the first one"
    return (Status.POSTPONED, "held on another day") if plan == "past" and _held_later(tree, verb) else None


def _held_after(tree: Tree, verb: int) -> bool:
    """Whether what was moved to a day was held on yet another ("moved to 20 June and held on 5 August")."""
    told = lemma(tree, verb) in ("hold", "take-place") and tree.tag[verb] in ("VBD", "VBN")
    days = [i for k in tree.kids[verb] if k > verb and tree.dep[k] == "prep" for i in tree.under(k)]
    return told and any(tree.tag[i] == "CD" for i in days)


def _given_up(tree: Tree, verb: int) -> bool:
    """Whether something "was to have been": it never was."""
    below = tree.kid(verb, "xcomp") if tree.lemma[verb] == "be" else verb
    return below is not None and any(tree.lower[k] == "have" and tree.tag[k] == "VB" for k in tree.kids[below])


def _held_later(tree: Tree, verb: int) -> bool:
    """Whether what was planned for one day is told to have been on another ("planned for May, was held in June")."""
    noun, main = tree.head[verb], tree.head[tree.head[verb]]
    if tree.dep[verb] != "acl" or tree.dep[noun] not in ("nsubj", "nsubjpass") or tree.has(main, "not", "never"):
        return False
    if lemma(tree, main) not in ("hold", "take-place", "open", "begin", "start") or tree.tag[main] not in (
        "VBD",
        "VBN",
    ):
        return False
    behind = [k for k in tree.kids[main] if k > main and tree.dep[k] == "prep"]
    return any(tree.tag[i] == "CD" for k in behind for i in tree.under(k))


def _forecast(tree: Tree, verb: int) -> bool:
    """Whether others only expected it ("had been expected to post a profit")."""
    return any(tree.lemma[i] in ("expect", "forecast", "anticipate", "predict") for i in (verb, *matrix(tree, verb)))


def _called_off(setting: Setting, verb: int) -> bool:
    """Whether a happening "was cancelled on Thursday" in a sentence that gives it no other day."""
    tree, words = setting.tree, setting.words
    thing = tree.kid(verb, "nsubjpass")
    if thing is None or not words.happening(tree.lemma[thing]) or verb_fate(setting, verb) != Status.CANCELLED:
        return False
    if tree.lemma[thing] in IN_FORCE:
        return False
    return not any(i != verb and tree.verbal(i) and plan_of(setting, i) for i in range(len(tree)))


def _conditional(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    if conditional(setting, verb):
        return Status.CONDITIONAL, "stands in a condition"
    return None


def _planned(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    shape = voice(tree, verb, words)
    if plan_of(setting, verb, dated) or _awaited(setting, dated, verb):
        return Status.PLANNED, "told as a plan"
    tomorrow = dated.mark is not None and "tomorrow" in dated.mark.words.exact.lower()
    would = shape.modal == "would" and not (past_day(setting, dated) and _told_on(setting, dated, verb))
    if shape.modal in words["future_aux"] or would or (tomorrow and shape.present):
        return Status.PLANNED, "told in the future"
    until = dated.relation in ("until", "till") and not past_day(setting, dated)
    waited = shape.infinitive and any(tree.lemma[u] == "have" and tree.tag[u] == "VBD" for u in matrix(tree, verb))
    if until and not waited and not shape.present and (setting.published or not shape.finite):
        return Status.PLANNED, "the term set for it"
    if dated.timed is not None and dated.timed.preposition == "within" and not (shape.past and shape.finite):
        return Status.PLANNED, "a limit set for it"
    if after_publication(setting, dated):
        aim = shape.infinitive and dated.days.end is not None
        return Status.PLANNED, "an aim for a day after publication" if aim else "its day lies after publication"
    if _arranged(setting, dated, verb):
        return Status.PLANNED, "told in the present for that day of the week"
    coming = setting.published is not None and dated.days.upper > setting.published
    possible = words["modal_possible"] | {"can"} | ({"should"} if coming else set())
    if shape.modal in possible and not shape.perfect and not past_day(setting, dated):
        return Status.PLANNED, "what may come"
    return None


def _told_on(setting: Setting, dated: Dated, verb: int) -> bool:
    """Whether "would" only goes on telling what came after ("he would not coach again for 25 years")."""
    tree = setting.tree
    inside = [up for up in tree.up(verb) if tree.lemma[up] in setting.words["speech"] | setting.words["planning"]]
    return not inside and dated.mark is not None and dated.mark.anchor_at is not None


def _arranged(setting: Setting, dated: Dated, verb: int) -> bool:
    """Whether a plain present tells what is arranged for a day of the week ("the leaders gather on Thursday")."""
    shape = voice(setting.tree, verb, setting.words)
    plain = shape.present and not shape.perfect and not shape.progressive and not shape.passive
    today = setting.published is not None and dated.days.lower == setting.published and weekday_alone(dated)
    return plain and today and setting.tree.lemma[verb] in ARRANGED | setting.words["meeting"]


ARRANGED = frozenset({"open", "begin", "start", "vote", "visit", "hold", "travel", "elect", "decide", "debate"})


def _awaited(setting: Setting, dated: Dated, verb: int) -> bool:
    """Whether a verb tells what somebody expects for a day to come ("expects approval later this month")."""
    tree = setting.tree
    awaits = tree.lemma[verb] in ("expect", "await", "anticipate") and tree.kid(verb, "dobj") is not None
    return awaits and setting.published is not None and dated.days.upper > setting.published


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
    told = shape.present and not shape.perfect and not past_day(setting, dated)
    if told and (setting.published or lasting(setting, verb)):
        return Status.ONGOING, "told in the present"
    through = dated.granularity.value in LASTING and not _closed(dated)
    if shape.progressive and (shape.present or shape.perfect or through):
        return Status.ONGOING, "told as going on"
    lately = dated.mark is not None and dated.mark.words.exact.lower() in ("recently", "lately")
    done = lately and shape.perfect and not lasting(setting, verb)
    if dated.vague and not done and (shape.perfect or dated.how == "inherited" or lasting(setting, verb)):
        return Status.ONGOING, "lasted through a span without sharp ends"
    lasts = shape.negated or (lasting(setting, verb) and not _closed(dated))
    if dated.granularity.value in LASTING and lasts:
        return Status.ONGOING, "a state that lasted through the span"
    return None


def lasting(setting: Setting, verb: int) -> bool:
    """Whether a verb tells a state; "had the house suspended" is an act."""
    tree = setting.tree
    if tree.lemma[verb] == "have" and tree.kid(verb, "ccomp") is not None:
        return False
    return tree.lemma[verb] in setting.words["state"] and tree.kid(verb, "prt") is None


def _closed(dated: Dated) -> bool:
    if dated.way == KEPT:
        return True
    earlier = dated.mark is not None and dated.mark.words.exact.lower().startswith("earlier")
    return dated.timed is not None and (dated.timed.preposition in ("from", "between") or earlier)
