"""Puts a dossier together of its sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from dateline.model.matter import Ruled
from dateline.views.dossier.calendar import calendar
from dateline.views.dossier.disputes import disputes
from dateline.views.dossier.lead import standing_lines
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Dossier, DossierLine, Length, Part, Section, SectionKey
from dateline.views.dossier.sources import sources
from dateline.views.dossier.stretches import stretches

TITLES: Mapping[SectionKey, str] = {
    SectionKey.LEAD: "How it stands",
    SectionKey.BACKGROUND: "Background",
    SectionKey.CHRONOLOGY: "Chronology",
    SectionKey.POSITIONS: "Positions",
    SectionKey.CALENDAR: "Diplomatic calendar",
    SectionKey.RECENT: "Recent developments",
    SectionKey.DISAGREEMENTS: "What the sources disagree on",
    SectionKey.UNCONFIRMED: "Said, not confirmed",
    SectionKey.OPEN: "Open questions",
}
MAKERS: Mapping[SectionKey, Callable[[Material], tuple[Part, ...]]] = {
    SectionKey.LEAD: lambda m: (Part("", tuple(standing_lines(m))),),
    SectionKey.CHRONOLOGY: stretches,
    SectionKey.CALENDAR: calendar,
    SectionKey.DISAGREEMENTS: disputes,
}


def compose(material: Material, length: Length, known_at: datetime | None) -> Dossier:
    """The dossier of the material."""
    made = {key: MAKERS[key](material) for key in SectionKey if key in MAKERS}
    sections = [Section(key, title(material, key), parts) for key, parts in made.items() if _any(parts)]
    lines = [line for s in sections for line in all_lines(s.parts)]
    matter = material.matter
    return Dossier(
        matter=matter.id,
        name=matter.name,
        title=matter.title,
        query=matter.query,
        as_of=material.day,
        known_at=known_at,
        length=length,
        sections=tuple(replace(s, parts=tuple(p for p in s.parts if p.lines)) for s in sections),
        sources=sources(material, lines),
        happenings=len(material.gathered.events),
        dropped=material.dropped,
        notes=material.notes,
    )


def title(material: Material, key: SectionKey) -> str:
    """What an editor called a section last, else its usual title."""
    renamed = [e.words for e in material.edits if e.ruled is Ruled.RENAME and e.section == key]
    return (renamed[-1] if renamed else "") or TITLES[key]


def all_lines(parts: Iterable[Part]) -> list[DossierLine]:
    """The lines of all parts, in order."""
    return [line for part in parts for line in part.lines]


def _any(parts: Iterable[Part]) -> bool:
    return any(p.lines for p in parts)
