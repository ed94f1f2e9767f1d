"""Which step of a matter an article tells, by the claims of its first sentence, and whether two tell different ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.link.gatherings import gathering
from dateline.link.naming import LIGHT
from dateline.link.stories.days import AROUND, SLACK
from dateline.link.words import groups_in, groups_of, lines, phrase_groups, stem, stems
from dateline.model.claim import Claim, Status
from dateline.model.story import StoryProfile
from dateline.model.time import Granularity

OPENING = 60  # characters of a text in which its first sentence begins
REACH = 6  # words from the head on that can tell what a light verb is about
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
SPOKEN = frozenset({"say", "announce", "report", "publish", "confirm"})
CALENDAR = frozenset({"meet", "talk", "visit", "vote", "election", "elected"})  # what can be put off or called off
MOVES = frozenset({"move", "shift", "push", "push-back", "bring-forward", "change", "switch"})  # with a new day
LONG = 7  # days from which a span is one from a day to another, and no weekend
WHOLE = frozenset({Granularity.DAY, Granularity.RANGE})
COUNTS = frozenset(stem(w) for w in "share toll tally count number figure estimate total".split())  # no step: how many
SUDDEN = frozenset({"force", "disaster", "power"})  # what no occasion that was planned turns out as
DECIDED = frozenset(  # families of steps that somebody decides on: none is part of the course of what went before
    "leaving court charge power house parley measure membership office recognition ballot law".split()
)
NEXT = 2  # days from which two kinds of step are two happenings: reports round, and zones differ
AGAIN = 3  # days from which two of one kind are: a summit ends on its second day


@dataclass(frozen=True, slots=True)
class Step:
    """What an article tells first: the day of it (None if no day is told), the families of steps that it is of (none
    if it is part of the course of something), and whether it lies ahead, or was put off or called off."""

    day: date | None = None
    families: tuple[str, ...] = ()
    ahead: bool = False


def step(lead: Sequence[Claim], headline: str, day: date | None) -> Step:
    """The step that an article of a day tells, by the claims of its lead. Where the headline names families of steps as
    well, only those that both name count: "the toll has passed 41,000" is no vote. What is announced counts where the
    headline tells it, too."""
    first, words = _first_sentence(lead), stems(headline)
    groups = groups_in(words)
    found, named = _first(first, day), _families(groups)
    families = tuple(f for f in found.families if f in named) if named else found.families
    counted = not COUNTS.isdisjoint(words)
    if not families and not found.ahead and not counted and (announced := _announced(first, groups, day)).families:
        return announced
    return Step(found.day or max(_near(lead, day), default=None), families, found.ahead)


def another(a: StoryProfile, b: StoryProfile) -> bool:
    """Whether two articles tell different steps of a matter: as far as both tell one, of other families and NEXT days
    apart, of one family and AGAIN days apart, or one plans what the other cannot be; else, a later one is decided."""
    if a.act is None or b.act is None:
        return False
    if not a.steps or not b.steps:
        return _later(a, b) or _later(b, a)
    kin, between = not set(a.steps).isdisjoint(b.steps), abs((a.act - b.act).days)
    if a.ahead or b.ahead:
        came = kin and (_came_of(a, b) or _came_of(b, a))
        return (not kin and (_upset(a, b) or _upset(b, a))) or (between >= AGAIN and not came and not _awaited(a, b))
    return between >= (AGAIN if kin else NEXT)


def _later(before: StoryProfile, after: StoryProfile) -> bool:
    """Whether one tells a step that somebody decided on AGAIN days after what the other tells, be that a step or not: a
    minister leaves after a dam broke. A report from the spot tells in its scene no step, and what of is left open."""
    decided = bool(after.steps) and DECIDED.issuperset(after.steps) and not after.ahead and not before.ahead
    return (
        decided
        and not (before.steps or before.spot or after.spot)
        and bool(before.act and after.act and (after.act - before.act).days >= AGAIN)
    )


def _upset(plan: StoryProfile, held: StoryProfile) -> bool:
    return plan.ahead and SUDDEN.issuperset(held.steps)


def _came_of(held: StoryProfile, plan: StoryProfile) -> bool:
    """Whether one tells what came, within a week, of what the other tells to lie ahead: a result."""
    days = [d for d in plan.occurred if (plan.day is None or d > plan.day) and d not in plan.moved]
    return plan.ahead and not held.ahead and any(0 < (held.act - d).days <= AROUND for d in days if held.act)


def _awaited(a: StoryProfile, b: StoryProfile) -> bool:
    """Whether one tells a day ahead as that of what the other tells, or both tell one such day."""
    if a.ahead and b.ahead:
        return any(d >= min(x for x in (a.act, b.act) if x) for d in set(a.occurred) & set(b.occurred))
    return b.act in a.occurred if a.ahead else a.act in b.occurred


def _first(first: Sequence[Claim], day: date | None) -> Step:
    """What the first sentence tells: what is put off or called off, else the newest that happened, else a plan."""
    if put_off(first, day):
        days = [d for c in first if c.status in AHEAD for d in told_days(c)]
        groups = groups_in(stems(first[0].sentence.exact)) & CALENDAR
        return Step(min(days, default=None), _sorted([_families(groups)]), ahead=True)
    done = [c for c in first if c.status in DONE and not _spoken(c)]
    if days := _near(done, day):
        return Step(max(days), _sorted(_kinds(c) for c in done if c.when and c.when.days.lower == max(days)))
    if day and done[:1] == list(first[:1]) and done and not done[0].when and (kinds := _kinds(done[0])):
        return Step(day, _sorted([kinds]))
    plan = next((c for c in first if c.status in AHEAD and exactly_dated(c)), None)
    if plan is None or plan.when is None:
        return Step()
    return Step(plan.when.days.lower, _sorted([_kinds(plan)]), ahead=plan.when.days.lower > (day or date.min))


def put_off(sentence: Sequence[Claim], day: date | None) -> bool:
    """Whether the claims of a sentence tell that a gathering was put off, called off or moved to another day."""
    return any(gathering(c, day) in OFF for c in sentence) or any(
        c.head in MOVES and c.status in DONE and _of_calendar(c) and any(_ahead(o, day) for o in sentence)
        for c in sentence
    )


def _of_calendar(claim: Claim) -> bool:
    done_to = (r.words for r in claim.roles if r.name == "patient")
    return any(not CALENDAR.isdisjoint(groups_in(stems(words))) for words in done_to)


def _ahead(claim: Claim, day: date | None) -> bool:
    return claim.status in AHEAD and any(day is not None and d > day for d in told_days(claim))


def told_days(claim: Claim) -> tuple[date, ...]:
    """The day of a claim, or both ends of its span ("from 26 April to 25 October"); none if told less exactly."""
    when = claim.when
    if when is None or when.granularity not in WHOLE or not (when.days.start and when.days.end):
        return ()
    ends, length = (when.days.start, when.days.end), when.days.length()
    return ends if length is not None and length > LONG else ends[:1] if length == 1 else ()


def _announced(first: Sequence[Claim], headline: Collection[str], day: date | None) -> Step:
    """What the newest claims of the first sentence, speech with its content included, tell as the headline does."""
    newest = max(_near(first, day), default=None)
    claims = [c for c in first if c.when and exactly_dated(c) and c.when.days.lower == newest]
    told = (groups_in(stems(c.anchor.exact)) for c in claims)
    return Step(newest, _sorted(_families(g.intersection(headline)) for g in told))


def _first_sentence(lead: Sequence[Claim]) -> list[Claim]:
    at = min((c.sentence.start for c in lead), default=OPENING)
    first = [c for c in lead if c.sentence.start == at < OPENING]
    return sorted(first, key=lambda c: (c.anchor.start, c.id))


def _near(claims: Iterable[Claim], day: date | None) -> list[date]:
    """The exact days that claims tell and that are news on a day; all of them if that is not known."""
    days = [c.when.days.lower for c in claims if c.when and exactly_dated(c)]
    return [d for d in days if day is None or -AROUND <= (d - day).days <= SLACK]


def exactly_dated(claim: Claim) -> bool:
    """Whether a claim tells its day."""
    when = claim.when
    return when is not None and when.granularity is Granularity.DAY and when.days.length() == 1


def _spoken(claim: Claim) -> bool:
    groups = groups_of(_head(claim))
    return bool(groups) and SPOKEN.issuperset(groups)


def _head(claim: Claim) -> str:
    return stem(claim.head.partition("-")[0])


def _kinds(claim: Claim) -> frozenset[str]:
    """The families of what a claim tells: by the phrase that its head is part of, else by its head, else by the words
    behind it, where a verb by itself says little ("reached agreement")."""
    head, words = _head(claim), stems(claim.anchor.exact)
    at = words.index(head) if head in words else 0
    if head in words and (phrase := _families(phrase_groups(words, at))):
        return phrase
    around = words[at : at + REACH]
    if head in LIGHT:
        return _families(groups_in([w for w in around if w != head]))
    own = _families(groups_of(head)) or _families(groups_in(stems(claim.head.replace("-", " "))))
    return own or (frozenset() if COUNTS.intersection(around) else _families(groups_in(around[1:])))


def _sorted(families: Iterable[Collection[str]]) -> tuple[str, ...]:
    return tuple(sorted({f for some in families for f in some}))


def _families(groups: Iterable[str]) -> frozenset[str]:
    table = _table()
    return frozenset(f for g in groups for f in table.get(g, ()))


@cache
def _table() -> dict[str, frozenset[str]]:
    """The families of each group."""
    found: dict[str, set[str]] = {}
    for name, _, groups in (line.partition(":") for line in lines("steps.txt")):
        for group in groups.split():
            found.setdefault(group, set()).add(name.strip())
    return {group: frozenset(names) for group, names in found.items()}
