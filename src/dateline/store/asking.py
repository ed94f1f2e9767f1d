"""What a search asks for, worked out the same way for every back end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model.outlet import Outlet
from dateline.store.base import SearchFilter
from dateline.store.keeping import ACTOR, STATUS
from dateline.store.words import Phrase, folded, phrases

HEADLINE_WEIGHT = 4.0  # how much more a word counts in the headline; chosen, not tuned


@dataclass(frozen=True, slots=True)
class Question:
    """The phrases, and what narrows them: None where nothing does, an empty set where nothing can fit."""

    asked: tuple[Phrase, ...]
    since: date | None
    until: date | None
    outlets: frozenset[str] | None
    places: frozenset[str] | None
    actors: frozenset[str] | None
    status: str | None


def question(query: str, where: SearchFilter | None, outlets: Iterable[Outlet]) -> Question:
    """The query and its filter against the outlets held.

    An outlet fits by id or by its whole name (case and accents do not matter). A place fits by id, by ISO country code
    or by continent code; "country:AF" or "continent:AF" where one code is both.
    """
    where = where or SearchFilter()
    return Question(
        phrases(query),
        where.since,
        where.until,
        frozenset(o.id for o in outlets if _is_named(o, where.outlet)) if where.outlet else None,
        _codes(where.place) if where.place else None,
        frozenset(f"{ACTOR}{actor}" for actor in where.actors) if where.actors else None,
        f"{STATUS}{where.status}" if where.status else None,
    )


def _is_named(outlet: Outlet, asked: str) -> bool:
    return outlet.id == asked or folded(asked) in (folded(outlet.name), folded(outlet.id))


def _codes(place: str) -> frozenset[str]:
    kind, colon, code = place.partition(":")
    if not colon:
        return frozenset((place, f"country:{place.upper()}", f"continent:{place.upper()}"))
    return frozenset((f"{kind}:{code.upper()}" if kind in ("country", "continent") else place,))
