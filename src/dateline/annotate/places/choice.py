"""Which of the places of one name is meant: size, the country and division of the text, nearness to sure points."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, log10, radians

from dateline.annotate.gazetteer import ALIAS_WEIGHT, Lookup, Toponym
from dateline.annotate.places.candidate import Candidate, lies_in
from dateline.annotate.places.candidates import KNOWN_FROM
from dateline.annotate.places.context import Context
from dateline.annotate.places.placing import placed
from dateline.annotate.places.unlisted import UNLISTED

# Tuned by hand on one half of LGL (documents by hash), see evals/places.
COUNTRY = 2.0
DIVISION = 2.3
HOME = 1.2
NEAR = 1.2
NEAR_KM = 160.0
CAPITAL = 1.5
TOWN_OF_THE_NAME = -1.5  # "Geneva" is the town before it is the canton
KIND = {"country": 1.0, "continent": 2.0, "state": 0.4, "county": -0.8, "region": 0.3, "historic": -0.3}
HAMLET = 5_000  # inhabitants of a town that only a local paper means by the name of a city that all know
CITY = 150_000
HAMLET_OF_THE_NAME = -2.0
LOOSELY_FROM = 5_000  # inhabitants of a town that "to" or "of" before its name shows well enough


def choose(candidate: Candidate, context: Context, lists: Lookup) -> Sequence[Toponym]:
    """The places that the name can mean, the likeliest first; empty if nothing shows that a place is meant."""
    if candidate.named[0].kind.startswith(UNLISTED):
        place = placed(candidate.named[0], candidate.within, context, lists)
        return (place,) if place else ()
    named = _short(candidate, lists) if candidate.named[0].kind == "short" else candidate.named
    within = candidate.within or context.settled.get(candidate.folded, frozenset())
    inside = [t for t in named if lies_in(t, within)]
    ranked = sorted(inside or named, key=lambda t: -_score(t, context) - _eclipsed(t, named))
    if not ranked or not (inside or _is_place(candidate, ranked[0], context)):
        return ()
    return ranked


def _short(candidate: Candidate, lists: Lookup) -> tuple[Toponym, ...]:
    """The division that a short form stands for, from the lists."""
    form = candidate.named[0]
    return lists.division(form.country, form.admin)


def _is_place(candidate: Candidate, best: Toponym, context: Context) -> bool:
    """Whether the words around, the other mentions of the name, or its fame show that a place is meant."""
    person = candidate.folded in context.people or candidate.folded in context.speaking
    if candidate.doubtful:
        return candidate.folded in context.shown and not person
    if candidate.sure:
        return True
    if candidate.shown or (candidate.folded in context.shown and not person):
        return True
    if candidate.loosely and not person and best.population >= LOOSELY_FROM:
        return True
    return not person and (best.population >= KNOWN_FROM or best.kind not in ("city", "county"))


def _score(t: Toponym, context: Context) -> float:
    """How likely this place is meant, in powers of ten of inhabitants."""
    score = log10(t.population + 10) + KIND.get(t.kind, 0.0) + (CAPITAL if t.kind == "capital" else 0.0)
    score += COUNTRY * min(1.0, 2 * context.share(t.country)) + (
        HOME if t.country and t.country == context.home else 0.0
    )
    if t.admin and context.divisions[t.country, t.admin]:
        score += DIVISION
    if t.kind in ("city", "capital", "county") and _near(t, context):
        score += NEAR
    return score + (log10(ALIAS_WEIGHT) if t.alias else 0.0)


def _eclipsed(t: Toponym, named: Sequence[Toponym]) -> float:
    """What a division loses to a town of its own that bears the same name, and a hamlet to a city known everywhere."""
    if t.kind == "city" and t.population < HAMLET and named[0].population >= CITY:
        return HAMLET_OF_THE_NAME
    towns = t.kind == "state" and any(
        x.kind in ("city", "capital") and (x.country, x.admin) == (t.country, t.admin) for x in named
    )
    return TOWN_OF_THE_NAME if towns else 0.0


def _near(t: Toponym, context: Context) -> bool:
    """Whether a sure point other than the place itself lies near; flat-earth distance is exact enough here."""
    for latitude, longitude in context.points:
        north = (latitude - t.latitude) * 111.2
        if abs(north) < NEAR_KM:
            east = (longitude - t.longitude) * 111.2 * cos(radians(t.latitude))
            if 1.0 < hypot(north, east) < NEAR_KM:
                return True
    return False
