"""How many lines the sections of a dossier have, by the length that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.matter import SectionKey
from dateline.views.dossier.parts import Length

ALL = 1000  # lines of a section at most, however long: nobody reads more, and it bounds the work


@dataclass(frozen=True, slots=True)
class Limit:
    """How many lines of a section are shown, and how many parts with how many lines each where parts count."""

    lines: int
    parts: int = ALL
    each: int = ALL


LIMITS: Mapping[Length, Mapping[SectionKey, Limit]] = {
    Length.SHORT: {
        SectionKey.LEAD: Limit(4),
        SectionKey.BACKGROUND: Limit(3),
        SectionKey.CHRONOLOGY: Limit(8),
        SectionKey.POSITIONS: Limit(8, 5, 1),
        SectionKey.CALENDAR: Limit(12, ALL, 3),
        SectionKey.RECENT: Limit(4),
        SectionKey.DISAGREEMENTS: Limit(12, 3),
        SectionKey.UNCONFIRMED: Limit(3),
        SectionKey.OPEN: Limit(3),
    },
    Length.MEDIUM: {
        SectionKey.LEAD: Limit(6),
        SectionKey.BACKGROUND: Limit(6),
        SectionKey.CHRONOLOGY: Limit(30),
        SectionKey.POSITIONS: Limit(24, 8, 3),
        SectionKey.CALENDAR: Limit(30, ALL, 8),
        SectionKey.RECENT: Limit(10),
        SectionKey.DISAGREEMENTS: Limit(24, 8),
        SectionKey.UNCONFIRMED: Limit(6),
        SectionKey.OPEN: Limit(6),
    },
    Length.FULL: {key: Limit(ALL) for key in SectionKey} | {SectionKey.LEAD: Limit(8)},  # brief it stays
}
