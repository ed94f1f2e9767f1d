"""The chronology: dated happenings in order."""

from __future__ import annotations

from datetime import date

from dateline.views.dossier.making import speaking, told
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part


def stretches(material: Material) -> tuple[Part, ...]:
    """Every dated happening, in order of occurrence."""
    dated = [e for e in material.gathered.events if e.days is not None]
    lines = [told(e, material, speaking(e, material), material.relevance[e.id].score) for e in dated]
    return (Part("", tuple(sorted(lines, key=by_day))),) if lines else ()


def by_day(line: DossierLine) -> tuple[date, int, str]:
    """The order of occurrence: by first day, the longer first among those that start together."""
    when = line.occurred
    if when is None:
        return (date.max, 0, line.id)
    start = when.start or when.end or date.max
    return (start, -((when.end - when.start).days if when.start and when.end else 10**7), line.id)
