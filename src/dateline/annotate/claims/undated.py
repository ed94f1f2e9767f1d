"""How what a main clause asserts without a time stands."""

from __future__ import annotations

from dateline.annotate.claims.conditions import conditional
from dateline.annotate.claims.plans import infinitive, plan_of
from dateline.annotate.claims.presents import follows
from dateline.annotate.claims.setting import Setting
from dateline.annotate.claims.speech import announced, demanding, performed, says, speaks
from dateline.annotate.claims.status import lasting
from dateline.annotate.claims.verbs import voice
from dateline.model.claim import Status

HELD = frozenset({"hold", "keep", "house", "confine"})


def undated_status(setting: Setting, verb: int) -> tuple[Status, str]:
    """The status of what a main clause asserts without a time, and the ground for it in words."""
    for judge in (_conditional, _denied, _demanded, _planned, _said, _lasts):
        found = judge(setting, verb)
        if found is not None:
            return found
    return Status.HAPPENED, "told as done"


def _conditional(setting: Setting, verb: int) -> tuple[Status, str] | None:
    shape = voice(setting.tree, verb, setting.words)
    tells = shape.finite and not shape.modal and speaks(setting.tree, setting.words, verb)
    if tells or not conditional(setting, verb, told=False):
        return None
    return Status.CONDITIONAL, "stands in a condition"


def _denied(setting: Setting, verb: int) -> tuple[Status, str] | None:
    denies = setting.tree.lemma[verb] in setting.words["denying"]
    return (Status.DENIED, "a verb of denying") if denies else None


def _demanded(setting: Setting, verb: int) -> tuple[Status, str] | None:
    return (Status.DEMANDED, "a verb of demanding") if demanding(setting, verb) else None


def _planned(setting: Setting, verb: int) -> tuple[Status, str] | None:
    tree, shape = setting.tree, voice(setting.tree, verb, setting.words)
    if plan_of(setting, verb) == "present" or shape.modal in setting.words["future_aux"]:
        return Status.PLANNED, "told as a plan"
    if tree.lower[verb] in ("plan", "plans") and tree.kid(verb, "dobj") is not None and shape.present:
        return Status.PLANNED, "told as a plan"
    if tree.lower[verb] in ("hope", "hopes") and tree.kid(verb, "xcomp") is not None and shape.present:
        return Status.PLANNED, "told as a hope"
    return (Status.PLANNED, "told as likely to come") if _likely(setting, verb) else None


def _said(setting: Setting, verb: int) -> tuple[Status, str] | None:
    tree, words = setting.tree, setting.words
    if announced(setting, verb):
        return Status.SAID, "a verb of announcing"
    if speaks(tree, words, verb) and not performed(tree, words, verb) and says(tree, words, verb):
        return Status.SAID, "a verb of saying"
    return None


def _lasts(setting: Setting, verb: int) -> tuple[Status, str] | None:
    tree, shape = setting.tree, voice(setting.tree, verb, setting.words)
    if not shape.present or follows(tree, setting.words, verb):
        return None
    if not shape.perfect or shape.progressive or lasting(setting, verb):
        return Status.ONGOING, "told in the present"
    if shape.passive and shape.perfect and tree.lemma[verb] in HELD:
        return Status.ONGOING, "has been kept so"
    since = any(tree.lower[k] == "since" and tree.kids[k] for k in tree.kids[verb] if k > verb)
    return (Status.ONGOING, "has lasted since something else") if since else None


def _likely(setting: Setting, verb: int) -> bool:
    """Whether a present tells what is likely to happen, and no state ("they are likely to sue")."""
    tree = setting.tree
    quality, act = tree.kid(verb, "acomp"), tree.kid(verb, "xcomp")
    if quality is None or tree.lemma[quality] not in ("likely", "sure", "certain"):
        return False
    act = tree.kid(quality, "xcomp") if act is None else act
    coming = act is not None and not lasting(setting, act) and infinitive(tree, act)
    return coming and voice(tree, verb, setting.words).present
