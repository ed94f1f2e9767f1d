"""Times that a small parser has fused with the name behind them: "On Thursday Roe called", "a letter of 7 May Roe's
ministry denied"."""

from __future__ import annotations

from dateline.annotate.claims.tree import SUBJECTS, VERBAL, Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = frozenset({"NOUN", "PROPN"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august"}
    | {"september", "october", "november", "december"}
)


def parted(tree: Tree) -> bool:
    """Gives the preposition its time, and the verb behind the name its subject; whether there were any."""
    changed = False
    for verb in range(3, len(tree)):
        if tree.tag[verb] in FINITE and tree.pos[verb] in VERBAL and tree.kid(verb, *SUBJECTS) is None:
            changed = _parted(tree, verb) or changed
    return changed


def _parted(tree: Tree, verb: int) -> bool:
    name = verb - 1
    if tree.pos[name] not in NAMES or tree.dep[name] != "pobj" or tree.right[name] != name:
        return False
    time = max((i for i in tree.under(name) if i < name and tree.lower[i] in WEEKDAYS | MONTHS), default=None)
    if time is None or tree.pos[time + 1] == "CD" or tree.lower[time + 1] in (",", "'s"):
        return False
    first = time - 1 if tree.tag[time - 1] == "CD" else time
    lead = first - 1
    if lead < 0 or tree.pos[lead] != "ADP" or (tree.lower[time] in MONTHS and first == time and not _whole(tree, lead)):
        return False
    tree.head[time], tree.dep[time] = lead, "pobj"
    if first < time:
        tree.head[first], tree.dep[first] = time, "nummod"
    tree.head[name], tree.dep[name] = verb, "nsubj"
    return True


def _whole(tree: Tree, lead: int) -> bool:
    """Whether a month may stand alone behind a preposition; "of May" and "with June" may be names."""
    return tree.lower[lead] in ("in", "by", "since", "until", "during")
