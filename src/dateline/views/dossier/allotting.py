"""Which section tells which happening: each is told once, where a reader looks for it first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.link.matching import present, words_of
from dateline.model.claim import Certainty, Claim, Status
from dateline.model.event import Event
from dateline.views.dossier.material import Material

SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})
AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.CONDITIONAL})
RECENT_SHARE = 8  # the last eighth of a matter's time is recent
LATEST_SHARE = 4  # but no more than the last quarter of its happenings
LEAST = 4  # of them, or these
SHORTEST, LONGEST = 30, 1100  # days that are recent at least and at most
MONTH = 31
LASTING = 366  # days from which a state is background
MANY = 10**6
MANY_TEXTS = 12  # articles of a matter from which what nobody dates is told only if more than one tells it
WHOLE = 50  # characters of a sentence that tells a state
NAMED = 0.6  # share of the matter's words that it has
LEANING = re.compile(
    r"(?:None|Th(?:is|ese|at|ose)|Such|It|They|He|She|All|Most|Some|Both|Neither|Each|One|Others?|So|The\s+[a-z-]+\s+(?:is|are|takes?|has))\b"
)
OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Mm]e)\b")
DOUBT = re.compile(r"\b(?:may|might|could|[Pp]erhaps|[Mm]aybe|[a-z]+ly|expected|suspected)\b")
MAY = re.compile(r"\bMay\b")  # a person or a month: no doubt by itself


@dataclass(frozen=True, slots=True)
class Allotted:
    """The happenings of the sections that share them out among one another."""

    background: tuple[Event, ...]
    undated: tuple[Event, ...]
    chronology: tuple[Event, ...]
    recent: tuple[Event, ...]
    unconfirmed: tuple[Event, ...]


def allot(material: Material, taken: Iterable[str]) -> Allotted:
    """Shares out the happenings that are not told in the lead."""
    gone = set(taken)
    free = [e for e in material.gathered.events if e.id not in gone]
    unconfirmed = [e for e in free if is_unconfirmed(e, material)]
    doubted = {e.id for e in unconfirmed}
    unconfirmed = [e for e in unconfirmed if is_report(e, material)]
    rest = [e for e in free if e.status not in SPOKEN | AHEAD and e.id not in doubted]
    first = recent_from(rest, material.day)
    background = [e for e in rest if is_background(e, first)]
    undated = [e for e in rest if e.days is None and e.status is Status.HAPPENED]
    few = len(material.telling) < MANY_TEXTS
    told = [e for e in (*background, *undated) if (few or e.days or e.voices > 1) and speaks_of(e, material)]
    ids = {e.id for e in told}
    acts = [e for e in rest if e.id not in ids and e.days is not None and not of_no_day(e, material)]
    recent = [e for e in acts if first and e.days and e.days.lower >= first]
    late = {e.id for e in recent}
    return Allotted(
        tuple(told),
        tuple(e for e in (*background, *undated) if e.id not in ids and e.days is None),
        tuple(e for e in acts if e.id not in late),
        tuple(recent),
        tuple(unconfirmed),
    )


def spoken(material: Material) -> list[Event]:
    """The happenings that are what somebody said, demanded or denied."""
    return [e for e in material.gathered.events if e.status in SPOKEN and not is_unconfirmed(e, material)]


def lasting(event: Event, material: Material) -> bool:
    """Whether a happening has no day of its own: of a month or more, or of a time that all its claims inherit."""
    whens = [c.when for c in material.gathered.claims_of(event) if c.when]
    return not whens or all(w.how == "inherited" or (w.days.length() or MANY) > MONTH for w in whens)


def recent_from(events: Iterable[Event], day: date) -> date | None:
    """From which day on happenings are recent: the last part of the time that the matter has taken; None for none."""
    days = sorted(e.days.start for e in events if e.days and e.days.start and e.days.start <= day)
    if not days:
        return None
    length = (days[-1] - days[0]).days // RECENT_SHARE
    since = days[-1] - timedelta(days=max(SHORTEST, min(LONGEST, length)))
    return max(since, days[-min(len(days), max(LEAST, len(days) // LATEST_SHARE))])


def is_background(event: Event, recent: date | None) -> bool:
    """Whether a happening is a lasting state."""
    if event.days is None:
        return event.status is Status.ONGOING
    lasting = (event.days.length() or MANY) > LASTING
    return lasting and (recent is None or event.days.lower < recent)


def of_no_day(event: Event, material: Material) -> bool:
    """Whether all who tell a happening date it by words whose bounds nobody can know ("in recent years") and that reach
    over more than a month: it has no place among days."""
    whens = [c.when for c in material.gathered.claims_of(event) if c.when]
    return bool(whens) and all(w.vague and (w.days.length() or MANY) > MONTH for w in whens)


def speaks_of(event: Event, material: Material) -> bool:
    """Whether a state is told in a sentence that names the matter, and (if nobody dates it) that can be read alone."""
    words = words_of(material.matter.query)
    return any(
        (event.days is not None or (len(c.sentence.exact) >= WHOLE and not LEANING.match(c.sentence.exact)))
        and len(present(words, f"{c.sentence.exact} {material.party_names(c)}")) >= NAMED * len(words)
        for c in material.gathered.claims_of(event)
    )


def is_unconfirmed(event: Event, material: Material) -> bool:
    """Whether one voice alone tells a happening, and it does not vouch for it: it is somebody's word, or uncertain."""
    claims = material.gathered.claims_of(event)
    voices = {material.gathered.voice(c.article_id) for c in claims}
    return len(voices) == 1 and event.status not in SPOKEN | AHEAD and all(_only_said(c) for c in claims)


def is_report(event: Event, material: Material) -> bool:
    """Whether what somebody said tells of a happening of some day, not of what he or his hearers are or do."""
    claims = material.gathered.claims_of(event)
    close = event.days is None or (event.days.length() or MANY) <= LASTING
    return close and not all(own_voice(c) for c in claims)


def own_voice(claim: Claim) -> bool:
    """Whether somebody speaks of himself or to his hearers: what is told in that voice is no report of a happening."""
    return OWN_VOICE.search(claim.sentence.exact) is not None


def _only_said(claim: Claim) -> bool:
    doubted = claim.certainty in (Certainty.PROBABLE, Certainty.POSSIBLE)
    named = MAY.search(claim.sentence.exact) and not DOUBT.search(claim.sentence.exact)
    return bool(claim.said_of or claim.speaker or (doubted and not named))
