"""How much a claim tells of the state of a matter on a day: scored from few named parts, with reasons. Pure.

A reader who asks how things stood wants the last acts and words before the day, what was under way, and what was then
planned, each once, and not what later turns had overtaken. What counts most is how far an act lies behind the newest
ones of the matter, in days or in happenings, whichever is less: in a matter that moves slowly the last turn stands
though it is months old. Who took office holds it until somebody else does. The weights were set by hand on eighteen
matters of the gold form; chosen anew without each, nearly all stay the same.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.claim import Claim, Status, When
from dateline.model.time import Granularity

FADES = 80  # days after which a happening tells a third as much of the state
BEHIND = 15  # and days behind the newest happening of the matter after which an act or word does
NEWER = 4  # or so many newer happenings, if these came more slowly
HOLDS = 0.6  # how fast an act fades by which somebody holds an office
KEEPS = 0.05  # what is left of an old happening's weight, however old
CLOSE = 31  # days within which a happening has to be dated to count fully
COARSE = 0.4  # one dated less closely may lie far before the day
LASTING = 0.15  # a state that no report near the day confirms
DISTANT = 0.7  # a plan or a beginning more than FAR days away
FAR = 400
SOON = 0.1  # what a plan loses with its distance, up to half of FAR
NEAR = 60  # days around the day in which a report confirms a state
LEAD = 0.3  # the first sentence of a report that came out soon after
RELEVANT = 0.1
AGAIN = 0.9  # each further claim of one sentence
OVERTAKEN = 0.3

OFFICES = frozenset("enter-office appoint elected".split())  # axes of acts by which somebody holds an office
WEIGHTS: Mapping[Status, float] = {
    Status.HAPPENED: 1.0,
    Status.ONGOING: 0.9,
    Status.PLANNED: 1.0,
    Status.CANCELLED: 0.95,
    Status.SAID: 0.9,
    Status.DENIED: 0.9,
    Status.POSTPONED: 1.0,
    Status.DEMANDED: 0.7,
    Status.CONDITIONAL: 0.4,
}
AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.POSTPONED})
ACTS = frozenset({Status.HAPPENED, Status.CANCELLED, Status.SAID, Status.PLANNED, Status.ONGOING})
COARSER = frozenset(
    {Granularity.QUARTER, Granularity.SEASON, Granularity.HALF_YEAR, Granularity.YEAR, Granularity.DECADE}
)


@dataclass(frozen=True, slots=True)
class Told:
    """A dated claim with what its weight depends on.

    `event` is the happening that it speaks of; `published` the day of its article; `told` the day on which what it
    tells was so told (for plans: of the act or speech that made them); `leads` whether it stands in the first sentence
    of its article that has a date; `relevance` (0..1) how near it is to the query; `still` the day of a report that has
    a plan yet ahead of it; `axes` on which its words tell acts.
    """

    claim: Claim
    event: str
    published: date | None
    told: date | None
    leads: bool
    relevance: float
    still: date | None = None
    axes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim's part in the state: its score (0 to about 1.6), the day it speaks from, and why in words."""

    told: Told
    score: float
    since: date
    why: tuple[str, ...]
    overtaken_by: str = ""


def newest(claims: Iterable[Told], day: date) -> date | None:
    """The day of the last happening up to a day, of those dated to a month or closer; None if there is none."""
    acts = (t for t in claims if t.claim.status is Status.HAPPENED and t.claim.when and not _coarse(t.claim.when))
    return max((since for t in acts if (since := speaks_from(t, day))), default=None)


def dated_acts(claims: Iterable[Told], day: date) -> list[date]:
    """The day of each happening that claims tell as done by a day, the last that any of them gives, in order."""
    days: dict[str, date] = {}
    for t in claims:
        if t.claim.status is Status.HAPPENED and (since := speaks_from(t, day)):
            days[t.event] = max(since, days.get(t.event, since))
    return sorted(days.values())


def standing(told: Told, day: date, last: date | None = None, acts: Sequence[date] | None = None) -> Standing | None:
    """How much a claim tells of the state on a day; None if nothing (it lies ahead, or its plan had lapsed).

    `last` is the day of the matter's newest happening by then, `acts` those of all in order: what lies behind them
    tells less, what lasts or is planned does not lie behind.
    """
    since = speaks_from(told, day)
    if since is None:
        return None
    weight, why = _weight(told, day)
    age = (day - since).days
    behind = max(0, (last - since).days) if last and told.claim.status not in AHEAD | {Status.ONGOING} else 0
    newer = (len(acts) - bisect_right(acts, since)) / NEWER if acts is not None else math.inf
    fading = (age / FADES + min(behind / BEHIND, newer)) * (HOLDS if _of_office(told) else 1)
    fresh = KEEPS + (1 - KEEPS) * math.exp(-fading)
    nearness = 1 + RELEVANT * told.relevance + (LEAD if _leads(told, since) else 0)
    reasons = [*why, f"{age} days before" if age else "on the day"]
    if behind:
        reasons.append(f"{behind} days behind the newest happening")
    if _leads(told, since):
        reasons.append("leads a report of those days")
    return Standing(told, weight * fresh * nearness, since, tuple(reasons))


def _of_office(told: Told) -> bool:
    return told.claim.status is Status.HAPPENED and bool(told.axes & OFFICES)


def speaks_from(told: Told, day: date) -> date | None:
    """The day from which a claim speaks of the state on `day`; None if it does not."""
    when, status = told.claim.when, told.claim.status
    if when is None:
        return None
    days = when.days
    if status in AHEAD or (status is Status.CANCELLED and days.lower > day):
        return _plan_from(told, day)
    if days.start is None or days.start > day:
        return None
    if status is Status.ONGOING:
        last = days.end if days.end and days.end < day else day
        return min(told.published, last) if told.published and told.published >= days.start else last
    return _act_from(days.start, days.end, day)


def _plan_from(told: Told, day: date) -> date | None:
    if told.told is None or told.told > day or told.claim.when is None:
        return None
    due = told.claim.when.days.upper
    if due >= day:
        return told.still if told.still and told.told < told.still <= day else told.told
    return min(due, told.told) if told.claim.status is Status.POSTPONED else None


def _act_from(start: date, end: date | None, day: date) -> date | None:
    if end is None:
        return start
    if (end - start).days > CLOSE:
        middle = start + (end - start) / 2
        return middle if middle <= day else None
    return end if end <= day else None if end > start else day


def _weight(told: Told, day: date) -> tuple[float, list[str]]:
    status, when = told.claim.status, told.claim.when
    assert when is not None
    weight, why = WEIGHTS[status], [status.value]
    start = when.days.lower
    if status is Status.ONGOING:
        if not told.published or abs((told.published - day).days) > NEAR:
            weight, why = LASTING, [*why, "no report near the day confirms it"]
        if when.days.end is None and (day - start).days > 2 * FAR:
            weight *= DISTANT
    elif status in AHEAD:
        weight *= DISTANT if (start - day).days > FAR else 1 - SOON * max(0, min(1, (start - day).days / (FAR / 2)))
        if status is Status.POSTPONED and start > day + timedelta(1):
            weight *= 0.5
    elif _coarse(when):
        weight, why = COARSE, [*why, f"dated to a {when.granularity.value} only"]
    return weight * (0.8 if when.vague else 1), why


def _coarse(when: When) -> bool:
    return when.granularity in COARSER or (when.days.length() or 0) > CLOSE


def _leads(told: Told, since: date) -> bool:
    """Whether it is the news of a report; what merely lasts is its background."""
    if told.claim.status is Status.ONGOING:
        return False
    return told.leads and told.published is not None and 0 <= (told.published - since).days <= 10


def in_keeping(claims: Sequence[Told]) -> list[Told]:
    """Those whose status is the one that most claims of their happening have; a happening may have two such."""
    counts = Counter((t.event, t.claim.status) for t in claims)
    most: dict[str, int] = {}
    for (event, _), n in counts.items():
        most[event] = max(n, most.get(event, 0))
    return [t for t in claims if counts[t.event, t.claim.status] == most[t.event]]


def ordered(standings: Sequence[Standing]) -> list[Standing]:
    """The weightiest first, one for each happening, further ones of one sentence a little lower."""
    chosen: list[Standing] = []
    events: set[str] = set()
    sentences: dict[tuple[str, int], int] = {}
    for s in sorted(standings, key=rank):
        if s.told.event in events:
            continue
        events.add(s.told.event)
        place = (s.told.claim.article_id, s.told.claim.sentence.start)
        chosen.append(lowered(s, AGAIN ** sentences.get(place, 0)))
        sentences[place] = sentences.get(place, 0) + 1
    return sorted(chosen, key=rank)


def lowered(s: Standing, factor: float, *why: str) -> Standing:
    """The same with a part of its score."""
    return Standing(s.told, s.score * factor, s.since, (*s.why, *why), s.overtaken_by)


def rank(s: Standing) -> tuple[float, str]:
    """What standings are sorted by: the weightiest first."""
    return (-s.score, s.told.claim.id)


def overtaken(s: Standing, by: Standing, words: str) -> Standing:
    """The same, as overtaken by a later turn."""
    return Standing(s.told, s.score * OVERTAKEN, s.since, (*s.why, words), by.told.claim.id)
