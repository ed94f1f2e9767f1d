"""How a matter stood on a day: what held, what that had overtaken, and what was then planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby

from dateline.link.matching import present, words_of
from dateline.link.words import groups_in, opposite, stem, stems
from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.views.base import Answer, KnownAt, Query, Reading, view
from dateline.views.bearing import head_groups
from dateline.views.checking.senses import acts, pieces
from dateline.views.evidence import published_day
from dateline.views.following_on import followed, with_seconds
from dateline.views.gather import Gathered
from dateline.views.lines import Line, by_occurrence, line
from dateline.views.matter import Selected, select
from dateline.views.standing import (
    ACTS,
    Standing,
    Told,
    dated_acts,
    in_keeping,
    newest,
    ordered,
    overtaken,
    speaks_from,
    standing,
)

MOST = 12  # lines of the latest state; a reader who wants more asks for the chronology
HELD = 1 << 14  # anchors whose acts are kept in memory
COMPARED = 200  # claims that are compared with one another, the weightiest; more cannot come to stand among the latest
LEAST = 0.2  # share of the first line's score below which a line no longer describes the state
OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
UNDOING = frozenset({"cancel", "suspend", "repeal", "end", "collapse", "resign", "leave", "dismiss", "fall-from-power"})
NEARBY = 300  # characters within which a plan belongs to the act told before it
RECENT = 31  # days before its report within which an act can be where a plan told in the present comes from
PAST = re.compile(r"\b(?:was|were|had|would|been)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|must|can|may|could|should|plans?|expects?|intends?|hopes?|wants?|aims?|remains?|needs?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """One line of the state: the happening, the id of the claim that tells it as of the day, and why it stands here."""

    line: Line
    claim: str
    score: float
    why: tuple[str, ...]
    overtaken_by: str = ""


@dataclass(frozen=True, slots=True)
class State(Answer):
    """The state on a day: `latest` weightiest first, `superseded` with what overtook them, `planned` by day."""

    query: str
    as_of: date
    known_at: datetime | None
    latest: tuple[Held, ...]
    superseded: tuple[Held, ...]
    planned: tuple[Line, ...]
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if nothing is known of that day."""
        return 0 if self.latest else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """Words that no article has, and limits that were reached."""
        return self.notes


@view(
    "state",
    doc="How a matter stood on a day: the latest claims, what they had overtaken, what was planned.",
    sample={"query": "Ukraine NATO", "as_of": "2022-10-02"},
)
def state(reading: Reading, query: Query, as_of: date | None = None, known_at: KnownAt = None) -> State:
    """The state of the matter on a day (default: today), from what was dated on or before it."""
    day = as_of or reading.today
    selected = select(reading.store, query, None, known_at)
    kept, past = standings(selected, query, day)
    latest = foremost(kept)
    lines = {e.id: e for e in selected.events}
    return State(
        query,
        day,
        known_at,
        tuple(_held(s, lines, selected.gathered) for s in latest),
        tuple(_held(s, lines, selected.gathered) for s in past[:MOST]),
        tuple(by_occurrence(_planned(kept, day, lines, selected.gathered))),
        selected.warnings,
    )


def standings(selected: Selected, query: str, day: date) -> tuple[list[Standing], list[Standing]]:
    """What holds on a day and what that had overtaken, each weightiest first."""
    told = _told(selected, query)
    speaking = in_keeping([t for t in told if speaks_from(t, day)])
    last, behind = newest(speaking, day), dated_acts(speaking, day)
    found = [s for t in speaking if (s := standing(t, day, last, behind)) is not None]
    if len(found) > COMPARED:
        found = sorted(found, key=lambda s: (-s.score, s.told.claim.id))[:COMPARED]
    turned = [_turned(s, found) for s in found]
    kept = with_seconds(followed(ordered([s for s in turned if not s.overtaken_by])), turned)
    return kept, ordered([s for s in turned if s.overtaken_by])


def foremost(kept: Sequence[Standing]) -> list[Standing]:
    """Those that describe the state, weightiest first."""
    return [s for s in kept[:MOST] if s.score >= LEAST * kept[0].score]


def _held(s: Standing, events: dict[str, Event], gathered: Gathered) -> Held:
    told = line(events[s.told.event], gathered)
    return Held(told, s.told.claim.id, round(s.score, 3), s.why, s.overtaken_by)


def _planned(kept: Sequence[Standing], day: date, events: dict[str, Event], gathered: Gathered) -> list[Line]:
    ahead = [s for s in kept if s.told.claim.status is Status.PLANNED]
    return [
        line(events[s.told.event], gathered) for s in ahead if s.told.claim.when and s.told.claim.when.days.upper >= day
    ]


def _told(selected: Selected, query: str) -> list[Told]:
    """All dated claims of the matter, each with the day on which it was told."""
    event_of = {c: e.id for e in selected.events for c in e.claims}
    dated = [c for c in selected.gathered.claims.values() if c.when and c.id in event_of]
    dated.sort(key=lambda c: (c.article_id, c.sentence.start, c.anchor.start, c.id))
    words = words_of(query)
    found: list[Told] = []
    for _, group in groupby(dated, key=lambda c: c.article_id):
        claims = list(group)
        first = claims[0].sentence.start
        for at, claim in enumerate(claims):
            published = published_day(selected.gathered.text_of(claim))
            told = _told_on(claim, at, claims, published)
            near = _nearness(claim, words, selected.gathered)
            leads, still = claim.sentence.start == first, _still(claim, published)
            axes = _axes(claim.anchor.exact) if claim.status is Status.HAPPENED else frozenset[str]()
            found.append(Told(claim, event_of[claim.id], published, told, leads, near, still, axes))
    return found


@lru_cache(maxsize=HELD)
def _axes(words: str) -> frozenset[str]:
    return frozenset(a.axis for a in acts(pieces(words)))


def _nearness(claim: Claim, words: Sequence[str], gathered: Gathered) -> float:
    """The share of the query's words that stand in the sentence, a party counting by its name too."""
    parties = " ".join(gathered.actors.get(a, "") for a in sorted(claim.actors))
    return len(present(words, f"{claim.sentence.exact} {parties}")) / len(words) if words else 0.0


def _told_on(claim: Claim, at: int, claims: Sequence[Claim], published: date | None) -> date | None:
    """The day of the act or speech that a plan comes from: one in its sentence; else the article's if the plan still
    stands; else of the act told just before it."""
    acts = [c for c in claims if c.id != claim.id and _made(c, claim)]
    beside = [d for c in acts if c.sentence.start == claim.sentence.start and (d := _day(c))]
    still = _still(claim, published)
    if beside and not (still and (still - max(beside)).days > RECENT):
        return max(beside)
    if still:
        return still
    before = [c for c in acts if 0 <= claim.sentence.start - c.sentence.start < NEARBY]
    return _day(before[-1]) if before else published


def _made(act: Claim, plan: Claim) -> bool:
    """Whether an act or speech can be where a plan comes from: not the thing planned, on its very day."""
    on = _day(act) if act.status in (Status.HAPPENED, Status.SAID) else None
    due = plan.when.days.upper if plan.when and plan.status is Status.PLANNED else None
    return on is not None and (due is None or on < due)


def _still(claim: Claim, published: date | None) -> date | None:
    """The day of the report, if it tells of a plan as one that still stands: in the present tense, and not yet due."""
    words = claim.words.exact
    if not (PAST.search(words) or PRESENT.search(words)):  # told by a noun: "to be invited to the gathering of May 3"
        words = claim.sentence.exact
    if claim.status is not Status.PLANNED or claim.when is None or PAST.search(words) or not PRESENT.search(words):
        return None
    return published if published and published <= claim.when.days.upper else None


def _day(claim: Claim) -> date | None:
    """The last day of a claim that is dated to a month or closer."""
    days = claim.when.days if claim.when else None
    return days.end if days and days.start and days.end and (days.end - days.start).days <= 31 else None


def _turned(s: Standing, others: Sequence[Standing]) -> Standing:
    """The claim as overtaken by the first later turn that undoes it, if there is one."""
    if s.told.claim.status not in ACTS | OFF:
        return s
    later = sorted((o for o in others if _may_overtake(o, s)), key=lambda o: (o.since, o.told.claim.id))
    for other in later:
        if words := _overtakes(other, s):
            return overtaken(s, other, words)
    return s


def _may_overtake(later: Standing, s: Standing) -> bool:
    """Whether a claim comes later and tells an act: words only overtake words."""
    a, b = s.told.claim, later.told.claim
    new_day = a.status in OFF and b.status is Status.PLANNED and later.since >= s.since
    words_only = b.status is Status.SAID and a.status is not Status.SAID
    return (
        (later.since > s.since or new_day) and later.told.event != s.told.event and b.status in ACTS and not words_only
    )


def _overtakes(later: Standing, s: Standing) -> str:
    """Why a later claim overtakes an earlier one, in words; "" if it does not."""
    a, b = s.told.claim, later.told.claim
    shared = _stems(a) & _stems(b)
    anew = b.status is Status.PLANNED and _ahead_of(b, a) and (a.status in OFF or _called_off(a))
    if anew and (_beside(a, b) or (shared and a.article_id == b.article_id)):
        return f"overtaken: planned anew on {later.since}"
    if not a.actors & b.actors and not _beside(a, b):
        return ""
    if anew and shared:
        return f"overtaken: planned anew on {later.since}"
    turn = opposite(head_groups(a), head_groups(b))
    if turn and shared:
        return f"overtaken on {later.since}: {turn[0]}, then {turn[1]}"
    if _undone(a, b):
        return f"overtaken on {later.since}: undone in what followed"
    return ""


def _beside(a: Claim, b: Claim) -> bool:
    """Whether two claims stand in one sentence of an article, or in neighbouring ones."""
    return a.article_id == b.article_id and abs(a.sentence.start - b.sentence.start) <= len(a.sentence.exact) + 2


def _undone(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells of an act and then of its undoing."""
    one = a.article_id == b.article_id and a.sentence.start == b.sentence.start
    return one and b.status is Status.HAPPENED and bool(head_groups(b) & UNDOING) and not head_groups(a) & UNDOING


def _ahead_of(b: Claim, a: Claim) -> bool:
    return bool(a.when and b.when and b.when.days.upper > a.when.days.upper)


def _called_off(claim: Claim) -> bool:
    return not _groups(claim).isdisjoint({"cancel", "suspend", "delay"})


def _groups(claim: Claim) -> frozenset[str]:
    return groups_in(stems(claim.anchor.exact))


def _stems(claim: Claim) -> frozenset[str]:
    return frozenset(stem(t) for t in claim.terms)
