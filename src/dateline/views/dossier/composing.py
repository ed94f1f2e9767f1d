"""Puts a dossier together of its sections: each happening once, each section only if there is evidence for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.model.claim import Status
from dateline.model.event import Event
from dateline.model.matter import Ruled, SectionKey
from dateline.views.dossier.allotting import Allotted, allot, lasting, spoken
from dateline.views.dossier.calendar import calendar, plans
from dateline.views.dossier.choosing import Place
from dateline.views.dossier.disputes import disputes
from dateline.views.dossier.folding import (
    Ledger,
    Told,
    hears,
    in_lines,
    line_of,
    places,
    settled,
    tellable,
    telling,
    told_once,
)
from dateline.views.dossier.lead import WHAT, lead, tells_an_act
from dateline.views.dossier.lengths import ALL, LIMITS, Limit
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Dossier, DossierLine, Length, Part, Section
from dateline.views.dossier.questions import questions
from dateline.views.dossier.sources import sources
from dateline.views.dossier.stances import stances
from dateline.views.dossier.stretches import by_day, stretches
from dateline.views.dossier.weighing import Weights, turning_points

TITLES: Mapping[SectionKey, str] = {
    SectionKey.LEAD: "In brief",
    SectionKey.BACKGROUND: "Background",
    SectionKey.CHRONOLOGY: "Chronology",
    SectionKey.POSITIONS: "Positions",
    SectionKey.CALENDAR: "Diplomatic calendar",
    SectionKey.RECENT: "Recent developments",
    SectionKey.DISAGREEMENTS: "What the sources disagree on",
    SectionKey.UNCONFIRMED: "Said, not confirmed",
    SectionKey.OPEN: "Open questions",
}
COUNTED = 100  # happenings that are looked at to tell how many a longer dossier has
Made = tuple[tuple[Part, ...], int]
FIRST = (SectionKey.LEAD, SectionKey.RECENT, SectionKey.CHRONOLOGY, SectionKey.CALENDAR)
# What tells each happening once.
NARRATIVE = frozenset(set(SectionKey) - {SectionKey.POSITIONS, SectionKey.CALENDAR, SectionKey.DISAGREEMENTS})
ORDER = (*FIRST, *(key for key in SectionKey if key not in FIRST))  # who quotes a sentence first has it


class Composing:
    """A dossier in the making: what its sections share."""

    def __init__(self, material: Material, length: Length, known_at: datetime | None) -> None:
        self.material, self.known_at = material, known_at
        self.limits = LIMITS[length]
        self.weights = Weights(material)
        self.lead = lead(material, self.limits[SectionKey.LEAD].lines)
        self.plans = plans(material)
        self.events = {e.id: e for e in material.gathered.events}
        self.ledger = Ledger(material, self.weights)
        stood = [x for part in self.lead for x in part.lines if part.title != WHAT or tells_an_act(x, material)]
        for told in in_lines(stood, material):
            self.ledger.add(told)
        self.before: set[Place] = set(places(all_lines(self.lead)))
        stands = [line.event for line in stood]
        self.positions = self._positions(self.limits[SectionKey.POSITIONS])
        self.allotted: Allotted = allot(material, [*stands, *self._stances_only()])

    def _positions(self, limit: Limit) -> Made:
        most = min(ALL, 2 * limit.lines)
        ledger = Ledger(self.material, self.weights)  # a party's words may tell what stands elsewhere, too
        events = spoken(self.material)
        told, _ = told_once(events, ledger, most, latest=most < ALL)
        lines = [line_of(t, ledger) for t in told]
        return _trimmed(stances(self.material, lines, self.known_at), limit)

    def _stances_only(self) -> list[str]:
        """The happenings that are but the stance of a party over some time, told among its positions."""
        lines = [x for x in all_lines(self.positions[0]) if x.value not in (*Status, "") and not x.pinned]
        events = {x.event: self.events[x.event] for x in lines if x.event in self.events}
        return [e.id for e in events.values() if lasting(e, self.material)]

    def once(self, events: Iterable[Event], limit: Limit, *, latest: bool = False) -> tuple[list[DossierLine], int]:
        """The lines of some happenings, without what another section tells or quotes."""
        told, left = told_once(events, self.ledger, limit.lines, self.before, latest=latest)
        lines = [line_of(t, self.ledger) for t in told]
        self.before |= places(lines)
        return lines, left

    def untold(self, events: Sequence[Event]) -> int:
        """How many of some happenings a longer dossier could tell; of very many, those beyond the first are counted."""
        looked_at = events[:COUNTED]
        able = [e for e in looked_at if tellable(e, self.ledger, self.before)]
        return len(able) + len(events) - len(looked_at)

    def unheard(self, events: Iterable[Event]) -> list[Event]:
        """Those of some happenings that nobody dates which no line tells yet: an undated mention adds nothing."""
        own = {e.id: telling(e, self.material) for e in events}
        told = [t.telling for t in self.ledger.told]
        return [e for e in events if e.days or not any(hears(own[e.id], t) for t in told)]

    def settled(self, section: Section) -> Section:
        """A section with all that its lines turned out to tell while later ones were made."""
        told: dict[str, Told] = {t.event.id: t for t in self.ledger.told if t.also}
        if section.key not in NARRATIVE or not told:
            return section
        parts = tuple(
            replace(p, lines=tuple(settled(x, told[x.event], self.material) if x.event in told else x for x in p.lines))
            for p in section.parts
        )
        return replace(section, parts=parts)

    def section(self, key: SectionKey) -> Section:
        """One section."""
        parts, left = _MAKERS[key](self, self.limits[key])
        if key in (SectionKey.CALENDAR, SectionKey.POSITIONS):  # what stands there is not told again as unconfirmed
            self.before |= places(all_lines(parts))
        return Section(key, title(self.material, key), tuple(p for p in parts if p.lines), left)


def compose(material: Material, length: Length, known_at: datetime | None) -> Dossier:
    """The dossier of the material."""
    composing = Composing(material, length, known_at)
    made = {key: composing.section(key) for key in ORDER}
    sections = tuple(composing.settled(made[key]) for key in SectionKey if made[key].parts)
    matter = material.matter
    return Dossier(
        matter=matter.id,
        name=matter.name,
        title=matter.title,
        query=matter.query,
        as_of=material.day,
        known_at=known_at,
        length=length,
        sections=sections,
        sources=sources(material, [line for s in sections for line in all_lines(s.parts)]),
        happenings=len(material.gathered.events) if material.as_of else material.happenings,
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


def _lead(composing: Composing, limit: Limit) -> Made:
    return composing.lead, 0


def _background(composing: Composing, limit: Limit) -> Made:
    lasting, left = composing.once(composing.unheard(composing.allotted.background), limit)
    if limit.lines < ALL:
        return (Part("", tuple(sorted(lasting, key=by_day))),), left + composing.untold(composing.allotted.undated)
    acts, more = composing.once(composing.allotted.undated, limit)
    return (Part("", (*sorted(lasting, key=by_day), *acts)),), left + more


def _chronology(composing: Composing, limit: Limit) -> Made:
    events = composing.allotted.chronology
    lines, left = composing.once(events, limit)
    return stretches(lines, turning_points(events, composing.weights)), left


def _recent(composing: Composing, limit: Limit) -> Made:
    lines, left = composing.once(composing.allotted.recent, limit, latest=True)
    return (Part("", tuple(sorted(lines, key=by_day, reverse=True))),), left


def _unconfirmed(composing: Composing, limit: Limit) -> Made:
    lines, left = composing.once(composing.allotted.unconfirmed, limit)
    return (Part("", tuple(sorted(lines, key=by_day, reverse=True))),), left


def _positions(composing: Composing, limit: Limit) -> Made:
    """The positions, without what a party only said in words that stand elsewhere."""
    parts, left = composing.positions
    kept = [replace(p, lines=tuple(x for x in p.lines if not _repeats(x, composing.before))) for p in parts]
    return tuple(kept), left


def _repeats(line: DossierLine, before: Collection[Place]) -> bool:
    return line.value == Status.SAID and not line.pinned and not places((line,)).isdisjoint(before)


def _calendar(composing: Composing, limit: Limit) -> Made:
    return calendar(composing.plans, composing.material, limit.each)


def _disagreements(composing: Composing, limit: Limit) -> Made:
    return _trimmed(disputes(composing.material), limit)


def _open(composing: Composing, limit: Limit) -> Made:
    return questions(composing.plans, composing.material, limit.lines)


def _trimmed(parts: Sequence[Part], limit: Limit) -> Made:
    """The first parts with their first lines, as many as the limit lets; pinned lines always."""
    kept = [replace(p, lines=_some(p.lines, limit.each)) for p in parts[: limit.parts]]
    left = sum(len(p.lines) for p in parts) - sum(len(p.lines) for p in kept)
    return tuple(kept), left


def _some(lines: Sequence[DossierLine], most: int) -> tuple[DossierLine, ...]:
    return tuple(line for n, line in enumerate(lines) if n < most or line.pinned)


_MAKERS: Mapping[SectionKey, Callable[[Composing, Limit], Made]] = {
    SectionKey.LEAD: _lead,
    SectionKey.BACKGROUND: _background,
    SectionKey.CHRONOLOGY: _chronology,
    SectionKey.POSITIONS: _positions,
    SectionKey.CALENDAR: _calendar,
    SectionKey.RECENT: _recent,
    SectionKey.DISAGREEMENTS: _disagreements,
    SectionKey.UNCONFIRMED: _unconfirmed,
    SectionKey.OPEN: _open,
}
