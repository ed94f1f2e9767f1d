"""Do status, polarity, order and figures let both speak of one happening?"""

from __future__ import annotations

from dateline.link.figures import agree, clash, turned
from dateline.link.reasons.outcome import off_or_held
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit
from dateline.model.claim import Status

SPEECH = frozenset({"say", "announce", "confirm", "promise", "warn", "threaten"})  # told as an act, or as words
SMALL = 3  # numbers up to here are shared by chance
SORTS = {
    Status.HAPPENED: "fact", Status.ONGOING: "state", Status.PLANNED: "plan", Status.POSTPONED: "off",
    Status.CANCELLED: "off", Status.SAID: "speech", Status.DEMANDED: "demand", Status.DENIED: "denial",
    Status.CONDITIONAL: "condition",
}  # fmt: skip
FITS = {
    frozenset(("fact", "state")): -0.5,
    frozenset(("fact", "plan")): -0.4,
    frozenset(("fact", "speech")): -0.3,
    frozenset(("fact", "demand")): -0.5,
    frozenset(("speech", "demand")): -0.5,
    frozenset(("plan", "off")): -0.3,
    frozenset(("plan", "condition")): -0.4,
    frozenset(("plan", "speech")): -0.4,
    frozenset(("plan", "state")): -0.5,
}  # a plan and what came of it, a statement told as an act or promising one, may be one happening


LATER = frozenset({"again", "second", "third", "fourth", "fifth"})  # what comes again may be numbered elsewhere
HELD = -0.2  # what is left where one tells that a thing was held on its day, the other that it was not


def other_status(pair: Pair) -> Ground | None:
    """The claims give the happening another status."""
    a, b = SORTS[pair.a.status], SORTS[pair.b.status]
    if a == b or ({a, b} == {"fact", "speech"} and pair.a.groups & pair.b.groups & SPEECH):
        return None
    strength = HELD if off_or_held(pair) else FITS.get(frozenset((a, b)), -1.0)
    return Ground("status", strength, lambda: f"{pair.a.status} here, {pair.b.status} there")


def other_polarity(pair: Pair) -> Ground | None:
    """One asserts what the other negates."""
    if pair.a.claim.negated == pair.b.claim.negated:
        return None
    return Ground("polarity", -1.0, lambda: "one says that it was not so")


def other_order(pair: Pair) -> Ground | None:
    """One is the first, second or final of its kind, the other another."""
    a, b = pair.a.ordinals - {"several"}, pair.b.ordinals - {"several"}
    if a == b or not (a or b):
        return None
    if pair.a.rank & b or pair.b.rank & a or (a and b and "again" in a | b and a | b <= LATER):
        return None
    strength = -1.0 if a and b and not a & b else -0.15
    told = " and ".join(f"“{', '.join(sorted(o)) or 'no number'}”" for o in (a, b))
    return Ground("order", strength, lambda: f"they are numbered differently: {told}")


def same_order(pair: Pair) -> Ground | None:
    """Both are the first, second or third of their kind, one of them perhaps by its place in a list of days."""
    a, b = pair.a, pair.b
    shared = ((a.ordinals & b.ordinals) | (a.rank & b.ordinals) | (a.ordinals & b.rank)) - {"several", "again"}
    if not shared or (a.rank & b.ordinals | a.ordinals & b.rank and not a.groups & b.groups):
        return None
    return Ground("same-order", 1.0, lambda: f"both are the {', '.join(sorted(shared))}")


def several(pair: Pair) -> Ground | None:
    """One counts several happenings of the kind ("voted it down three times"), the other tells of one."""
    if ("several" in pair.a.ordinals) == ("several" in pair.b.ordinals):
        return None
    return Ground("several", -1.0, lambda: "one sums up several, the other tells of one")


def same_figures(pair: Pair) -> Ground | None:
    """Both give the same tally or number, or a tally and its margin."""
    a, b = pair.a.numbers, pair.b.numbers
    agreed = agree(a, b)
    shared = {q.value for q in a.quantities} & {q.value for q in b.quantities if q.value > SMALL}
    if not agreed and (agreed is False or not shared):
        return None
    return Ground("figures", 1.0, lambda: "the same figures")


def turned_figures(pair: Pair) -> Ground | None:
    """Each gives a figure for one thing, and one is easily mistaken for the other."""
    if pair.times.fit in (Fit.APART, Fit.TOUCHING):
        return None
    found = turned(pair.a, pair.b)
    if found is None:
        return None
    return Ground("turned", 1.0, lambda: f"figures that are easily mistaken for each other: {found[0]}, {found[1]}")


def two_differences(pair: Pair) -> Ground | None:
    """The times exclude each other, and so do figures of one unit, which are not alike: two happenings of a kind."""
    if pair.times.fit is not Fit.APART or turned(pair.a, pair.b):
        return None
    found = clash(pair.a, pair.b)
    if found is None:
        return None
    return Ground("two-slots", -1.0, lambda: f"both the times and the figures differ: {found.a}, {found.b}")


def other_figures(pair: Pair) -> Ground | None:
    """Both give a tally, and they have no number in common."""
    a, b = pair.a.numbers.tally, pair.b.numbers.tally
    if not a or not b or set(a) & set(b):
        return None
    return Ground("other-figures", -1.0, lambda: f"different figures: {a[0]:g}-{a[1]:g} and {b[0]:g}-{b[1]:g}")
