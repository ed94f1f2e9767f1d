"""Dated happenings that tell a reader nothing, or that cannot have their day."""

from __future__ import annotations

from dateline.annotate.claims.anchors import bare
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.plans import plan_of
from dateline.annotate.claims.setting import Setting, past_day
from dateline.annotate.claims.speech import wordless
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import voice
from dateline.annotate.claims.weekdays import weekday_alone
from dateline.model.claim import Status

COMING = frozenset({"be", "come", "happen", "begin", "start", "end", "occur"})


def says_nothing(setting: Setting, dated: Dated, how: Status, words: tuple[int, int]) -> bool:
    """Whether a dated happening of that status, told in those tokens, tells a reader nothing ("it happened")."""
    if not setting.tree.verbal(dated.unit):
        return _noun(setting, dated, how)
    if how is Status.HAPPENED:
        return (
            plan_of(setting, dated.unit, dated) == "present" or _not_yet(setting, dated) or _bare(setting, dated, words)
        )
    if how is Status.PLANNED and _past_plan(setting, dated):
        return True
    if _left_open(setting.tree, dated.unit):
        return True
    if how is Status.SAID and _way_to_say(setting, dated):
        return True
    return _bare(setting, dated, words)


def _noun(setting: Setting, dated: Dated, how: Status) -> bool:
    tree = setting.tree
    ahead = tree.has(dated.unit, "scheduled", "planned", "upcoming", "expected", "coming", "proposed")
    guessed = dated.also is None and (weekday_alone(dated) or _tomorrow(setting, dated))
    if how is Status.PLANNED:
        return guessed or _was(setting, dated)
    if setting.published is None and how is Status.HAPPENED and _perhaps_to_come(setting, dated):
        return True
    return ahead and how is Status.HAPPENED and past_day(setting, dated)


def _perhaps_to_come(setting: Setting, dated: Dated) -> bool:
    """Whether nobody knows if a happening was held, in a text without a day of its own ("should send a team to the 2018
    games")."""
    tree, words = setting.tree, setting.words
    over = [up for up in tree.up(dated.unit) if tree.verbal(up)]
    return any(voice(tree, up, words).modal in ("should", "will", "would", "may", "could", "must") for up in over)


def _was(setting: Setting, dated: Dated) -> bool:
    """Whether a day to come is given to what was ("there was a fire this weekend")."""
    tree, over = setting.tree, setting.tree.head[dated.unit]
    been = tree.lemma[over] == "be" and tree.tag[over] == "VBD"
    return been and tree.dep[dated.unit] in ("attr", "nsubj")


def _left_open(tree: Tree, verb: int) -> bool:
    """Whether a clause only asks who or what ("who will govern by then, it does not say")."""
    who = tree.kid(verb, "nsubj", "nsubjpass")
    return tree.dep[verb] == "ccomp" and who is not None and tree.tag[who] == "WP" and who < verb


def _past_plan(setting: Setting, dated: Dated) -> bool:
    """Whether what is taken for a plan has a day that has passed, is told as past, or is a caption."""
    tree, shape = setting.tree, voice(setting.tree, dated.unit, setting.words)
    if tree.tag[dated.unit] == "VBD" and tree.kid(dated.unit, "expl") is not None:
        return True  # "there was a fire this weekend"
    if shape.modal in ("will", "'ll") and past_day(setting, dated):
        return True
    return shape.present and shape.passive and _dated_in_full(setting, dated)


def _way_to_say(setting: Setting, dated: Dated) -> bool:
    """Whether only who spoke is told, or an infinitive what may be said ("a way to explain")."""
    if wordless(setting.tree, setting.words, dated.unit):
        return True
    infinitive = voice(setting.tree, dated.unit, setting.words).infinitive
    return infinitive and setting.tree.dep[dated.unit] in ("acl", "relcl", "advcl")


def _bare(setting: Setting, dated: Dated, words: tuple[int, int]) -> bool:
    """Whether the words need others ("it happened", "what the firm has been spinning")."""
    tree, thing = setting.tree, setting.tree.kid(dated.unit, "dobj")
    if thing is not None and tree.lower[thing] == "what" and thing < dated.unit:
        return True
    who = tree.kid(dated.unit, "nsubj", "nsubjpass")
    if _only_leads_to(tree, dated) or tree.lower[dated.unit + 1 : dated.unit + 3] == ["all", "but"]:
        return True
    if who is None and dated.timed is not None and _comes_itself(tree, dated.unit, dated.timed):
        return True
    alone = tree.lemma[dated.unit] in COMING and tree.kid(dated.unit, "dobj", "attr", "acomp") is None
    return who is not None and tree.lower[who] in ("it", "this", "that", "what") and alone and bare(tree, words)


def _only_leads_to(tree: Tree, dated: Dated) -> bool:
    """Whether a clause only says that something came, and the next one what: "the answer came in May, when ..."."""
    timed, who = dated.timed, tree.kid(dated.unit, "nsubj")
    return (
        tree.lemma[dated.unit] == "come"
        and who is not None
        and tree.lemma[who] in PROMISED
        and timed is not None
        and timed.last > dated.unit
        and tree.lower[timed.last + 1 : timed.last + 3] == [",", "when"]
    )


PROMISED = frozenset({
    "answer", "moment", "point", "chance", "opportunity", "test", "turn", "change", "proof", "surprise", "occasion",
    "time", "climax", "shock", "reply", "sign", "relief",
})  # fmt: skip


def _comes_itself(tree: Tree, verb: int, timed: Timed) -> bool:
    """Whether what comes is the day itself ("that day has not come")."""
    helped = all(tree.dep[i] in (*HELPING, "neg") for i in range(timed.last + 1, verb))
    return tree.lemma[verb] in ("come", "arrive") and timed.last < verb and helped and not timed.preposition


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
