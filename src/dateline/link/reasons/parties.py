"""Who is in it, and where?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dateline.link.naming import acting
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit
from dateline.link.words import personal

LEAST = 0.25  # what a shared party counts however often it is named
ASIDE = 0.5
LONGEST = 367  # days within which a meeting's name stands for one meeting


def shared_actors(pair: Pair) -> Ground | None:
    """Parties that both claims have; one who is in every claim of both articles tells little.

    A party that one claim's sentence names in another clause counts half.
    """
    a, b = pair.a, pair.b
    shared, aside = sorted(a.actors & b.actors), sorted((a.actors & b.beside) | (a.beside & b.actors))
    if not shared and not aside:
        return None
    strength = (_worth(pair, shared) + _worth(pair, aside) * ASIDE) / 2
    return Ground("actors", min(1.0, strength), lambda: f"the same parties: {', '.join([*shared, *aside])}")


def _worth(pair: Pair, actors: Sequence[str]) -> float:
    return sum(max(LEAST, pair.crowd.actor(a)) for a in actors)


def other_actors(pair: Pair) -> Ground | None:
    """Both name parties, and none is shared."""
    a, b = pair.a.actors, pair.b.actors
    if not a or not b or a & b or a & pair.b.beside or b & pair.a.beside or _of_one(a, b):
        return None
    return Ground("other-actors", -1.0, lambda: f"different parties: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _of_one(a: Iterable[str], b: Collection[str]) -> bool:
    """Whether a party of one is a part of a party of the other (a country and its army)."""
    return any(x.startswith(f"{y}-") or y.startswith(f"{x}-") for x in a for y in b)


def other_names(pair: Pair) -> Ground | None:
    """Both are about something named, and neither sentence has the other's name."""
    a, b = pair.a, pair.b
    if not a.core or not b.core or a.core & b.names or b.core & a.names or a.actors & b.actors:
        return None
    told = f"{', '.join(sorted(a.core))}; {', '.join(sorted(b.core))}"
    return Ground("other-names", -1.0, lambda: f"about different names: {told}")


def other_person(pair: Pair) -> Ground | None:
    """What happens to one person, on two dates, in two sentences that have no name in common."""
    a, b = pair.a, pair.b
    if pair.times.fit is not Fit.APART or not personal(a.groups & b.groups) or not a.names or not b.names:
        return None
    if a.names & b.names or a.actors & b.actors or a.actors & b.beside or a.beside & b.actors:
        return None
    return Ground("other-person", -1.0, lambda: "it happens to one person, and they name no one in common")


def same_place(pair: Pair) -> Ground | None:
    """Places that both claims have, and few others in both articles."""
    shared = pair.a.places & pair.b.places
    if not shared:
        return None
    strength = max(pair.crowd.place(p) for p in shared)
    return Ground("place", strength, lambda: "the same place") if strength > LEAST else None


def same_occasion(pair: Pair) -> Ground | None:
    """One names a meeting (the Norwood summit) that the other names too, by its name at least, and the times meet."""
    a, b = pair.a, pair.b
    shared = (a.occasions & b.names) | (b.occasions & a.names)
    telling = sorted(w for w in shared if pair.crowd.word(w) >= LEAST)
    if not telling or pair.times.fit not in (Fit.EQUAL, Fit.NESTED) or (pair.times.coarse or LONGEST) >= LONGEST:
        return None
    return Ground("occasion", 1.0, lambda: f"at the same meeting: {', '.join(telling)}")


def swapped(pair: Pair) -> Ground | None:
    """Each claim's agent is on the receiving side of the other: asked here, answered there."""
    a, b = acting(pair.a.claim), acting(pair.b.claim)
    if not a or not b or a & b or not (a & pair.b.actors or b & pair.a.actors):
        return None
    both = bool(a & pair.b.actors and b & pair.a.actors)
    return Ground(
        "agents",
        -1.0 if both else -0.5,
        lambda: f"{', '.join(sorted(a))} does it here, {', '.join(sorted(b))} there",
    )
