"""Where a place lies that no list has: in what the words say that it lies in, or where the text mostly plays."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.gazetteer import Lookup, Toponym, fold
from dateline.annotate.places.context import Context
from dateline.annotate.places.surroundings import Area
from dateline.annotate.places.unlisted import UNLISTED

MOSTLY = 0.6  # of all mentions of countries, so that a text plays there


def placed(name: Toponym, within: frozenset[Area], context: Context, lists: Lookup) -> Toponym | None:
    """The place with what it lies in: what the words say, or where the text mostly plays; None if nobody can tell."""
    areas = sorted(within, key=lambda a: (not a[1], a)) or _mostly(context)
    for country, admin in areas:
        whole = lists.division(country, admin) if admin else _country(country, lists)
        for t in whole[:1]:
            slug = re.sub(r"\W+", "-", fold(name.name)).strip("-")
            kind = name.kind.removeprefix(f"{UNLISTED} ")
            place = f"dateline:{country.lower()}-{slug}"
            return replace(t, place=place, name=name.name, population=0, kind=kind, alias=False)
    return None


def _mostly(context: Context) -> list[Area]:
    divisions = sorted(context.divisions, key=lambda a: (-context.divisions[a], a))
    countries = sorted(context.countries, key=lambda c: (-context.countries[c], c))
    best = [c for c in countries[:1] if context.share(c) >= MOSTLY]
    return [a for a in divisions[:1] if a[0] in best] + [(c, "") for c in best]


def _country(code: str, lists: Lookup) -> tuple[Toponym, ...]:
    known = lexicon().countries.get(code)
    return tuple(t for t in lists.named(known.name) if t.kind == "country" and t.country == code) if known else ()
