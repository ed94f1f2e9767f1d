"""Which section tells which happening: each is told once, where a reader looks for it first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.claim import Certainty, Claim, Status
from dateline.model.event import Event
from dateline.views.dossier.material import Material

SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})
AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.CONDITIONAL})
RECENT_SHARE = 8  # the last eighth of a matter's time is recent
SHORTEST, LONGEST = 30, 1100  # days that are recent at least and at most
LASTING = 366  # days from which a state is background
MANY = 10**6


@dataclass(frozen=True, slots=True)
class Allotted:
    """The happenings of the sections that share them out among one another."""

    background: tuple[Event, ...]
    undated: tuple[Event, ...]
    chronology: tuple[Event, ...]
    recent: tuple[Event, ...]
    unconfirmed: tuple[Event, ...]
    spoken: tuple[Event, ...]


def allot(material: Material, taken: Iterable[str]) -> Allotted:
    """Shares out the happenings that are not told in the lead."""
    free = [e for e in material.gathered.events if e.id not in set(taken)]
    unconfirmed = [e for e in free if is_unconfirmed(e, material)]
    rest = [e for e in free if e.status not in SPOKEN | AHEAD and e not in unconfirmed]
    first = recent_from(rest, material.day)
    background = [e for e in rest if is_background(e, first)]
    acts = [e for e in rest if e not in background and e.days is not None]
    recent = [e for e in acts if first and e.days and e.days.lower >= first]
    ids = {e.id for e in recent}
    return Allotted(
        tuple(background),
        tuple(e for e in rest if e.days is None and e.status is Status.HAPPENED),
        tuple(e for e in acts if e.id not in ids),
        tuple(recent),
        tuple(unconfirmed),
        tuple(e for e in free if e.status in SPOKEN and e not in unconfirmed),
    )


def recent_from(events: Iterable[Event], day: date) -> date | None:
    """From which day on happenings are recent: the last part of the time that the matter has taken; None for none."""
    days = sorted(e.days.start for e in events if e.days and e.days.start and e.days.start <= day)
    if not days:
        return None
    length = (days[-1] - days[0]).days // RECENT_SHARE
    return days[-1] - timedelta(days=max(SHORTEST, min(LONGEST, length)))


def is_background(event: Event, recent: date | None) -> bool:
    """Whether a happening is a lasting state."""
    if event.days is None:
        return event.status is Status.ONGOING
    lasting = (event.days.length() or MANY) > LASTING
    return lasting and (recent is None or event.days.lower < recent)


def is_unconfirmed(event: Event, material: Material) -> bool:
    """Whether one voice alone tells a happening, and it does not vouch for it: it is somebody's word, or uncertain."""
    claims = material.gathered.claims_of(event)
    voices = {material.gathered.voice(c.article_id) for c in claims}
    return len(voices) == 1 and event.status not in SPOKEN | AHEAD and all(_only_said(c) for c in claims)


def _only_said(claim: Claim) -> bool:
    return bool(claim.said_of or claim.speaker) or claim.certainty in (Certainty.PROBABLE, Certainty.POSSIBLE)
