"""Do status, polarity, order and figures let both speak of one happening?"""

from __future__ import annotations

from dateline.link.reasons.pair import Ground, Pair
from dateline.model.claim import Status

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
}  # a plan and what came of it, or a statement told as an act, may be one happening


def other_status(pair: Pair) -> Ground | None:
    """The claims give the happening another status."""
    a, b = SORTS[pair.a.claim.status], SORTS[pair.b.claim.status]
    if a == b:
        return None
    strength = FITS.get(frozenset((a, b)), -1.0)
    return Ground("status", strength, lambda: f"{pair.a.claim.status} here, {pair.b.claim.status} there")


def other_polarity(pair: Pair) -> Ground | None:
    """One asserts what the other negates."""
    if pair.a.claim.negated == pair.b.claim.negated:
        return None
    return Ground("polarity", -1.0, lambda: "one says that it was not so")


def other_order(pair: Pair) -> Ground | None:
    """One is the first, second or final of its kind, the other another."""
    a, b = pair.a.ordinals, pair.b.ordinals
    if a == b or not (a or b):
        return None
    strength = -1.0 if a and b and not a & b else -0.35
    told = " and ".join(f"“{', '.join(sorted(o)) or 'no number'}”" for o in (a, b))
    return Ground("order", strength, lambda: f"they are numbered differently: {told}")


def same_figures(pair: Pair) -> Ground | None:
    """Both give the same number of the same thing."""
    shared = figures(pair)[0]
    return Ground("figures", 1.0, lambda: f"the same figure: {shared[0]}") if shared else None


def other_figures(pair: Pair) -> Ground | None:
    """Both give a number of the same thing, and the numbers differ."""
    same, differ = figures(pair)
    if same or not differ:
        return None
    return Ground("other-figures", -1.0, lambda: f"different figures: {differ[0][0]} and {differ[0][1]}")


def figures(pair: Pair) -> tuple[list[str], list[tuple[str, str]]]:
    """Figures in the words of both claims that agree, and pairs of figures of one unit that do not."""
    same, differ = [], []
    for x in pair.a.claim.quantities:
        for y in pair.b.claim.quantities:
            if x.value == y.value and x.value > 3:
                same.append(x.words)
            elif x.unit and x.unit == y.unit:
                differ.append((x.words, y.words))
    return same, differ
