"""What the claims and marks of an article tell of its news: its days, its step of a matter, whether it was made on the
spot, and whether it tells history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.link.gatherings import gathering
from dateline.link.stories.days import AROUND, LEAD, looked_back
from dateline.link.stories.profile import READABLE
from dateline.link.stories.steps import AHEAD, OFF, exactly_dated, put_off, step, told_days
from dateline.model.claim import Claim, Status
from dateline.model.mark import ActorMark, DateMark, PlaceMark, PresenceMark
from dateline.model.story import StoryProfile
from dateline.model.time import Granularity

SCENE = 1500  # characters of a report from the spot in which it tells of what day it is
LATELY = 4  # days before such a report whose happening it is of; what it tells of earlier ones is another
OPENING = 200  # characters of a text in which it tells what is new
TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
OLD_AND_NEW = 2  # days of "from 26 April to 25 October"
SHARE = 0.2  # of the places and parties of an article that are of a land which it is about
PAST = 0.5  # share of claims told of days before the news from which a page tells history
TIMES = 4  # months that these are of, at least


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of an article that tell what it is news of."""

    presence: Sequence[PresenceMark] = ()
    dates: Sequence[DateMark] = ()
    places: Sequence[PlaceMark] = ()
    actors: Sequence[ActorMark] = ()


def news(article: StoryProfile, headline: str, text: str, claims: Sequence[Claim], marks: Marks) -> StoryProfile:
    """The profile of an article, known by its words, with what its claims and marks tell."""
    if not claims or article.tongue not in READABLE:
        return article
    day, lead = article.day, [c for c in claims if c.sentence.start < LEAD]
    told, spot = step(lead, headline, day), bool(marks.presence)
    moved = _moved(lead, marks.dates, day)
    days = {*_occurred(lead, text, day), *moved, *(_named(marks.dates, day) if spot else ())}
    return replace(
        article,
        occurred=tuple(sorted(days)),
        act=told.day,
        steps=() if spot and not told.ahead else told.families,
        ahead=told.ahead,
        moved=tuple(sorted(moved)),
        spot=spot,
        history=history(claims, day),
        lands=_lands(marks),
    )


def _lands(marks: Marks) -> tuple[str, ...]:
    """The lands from which a report was filed or of which SHARE of the places and parties are that it names."""
    counted = Counter([m.country for m in marks.places if m.country] + [m.country for m in marks.actors if m.country])
    often = {land for land, n in counted.items() if n >= SHARE * counted.total()}
    return tuple(sorted(often | {m.country for m in marks.presence if m.country}))


def _occurred(lead: Sequence[Claim], text: str, day: date | None) -> set[date]:
    """The days of the happenings that the lead tells, as far as they are told to the day; of news that tells no day,
    the day of publication; and the earlier ones that it counts from."""
    told = {c.when.days.lower for c in lead if c.status in TOLD and c.when and exactly_dated(c)}
    return told if day is None else {*(told or (day,)), *looked_back(text[:LEAD], day)}


def _moved(lead: Sequence[Claim], dates: Sequence[DateMark], day: date | None) -> set[date]:
    """The days of what sentences tell to have been put off, called off or moved: the old one, and the new one."""
    sentences: dict[int, list[Claim]] = {}
    for claim in lead:
        sentences.setdefault(claim.sentence.start, []).append(claim)
    off = [sentence for sentence in sentences.values() if put_off(sentence, day)]
    told = {d for some in off for c in some if c.status in AHEAD or gathering(c, day) in OFF for d in told_days(c)}
    spans = (m for some in off for m in dates if some[0].sentence.covers(m.words) and len(m.parts) == OLD_AND_NEW)
    return told | {d for m in spans for part in m.parts if (d := _marked(part))}


def _named(dates: Sequence[DateMark], day: date | None) -> set[date]:
    """The days just before its own and ahead that a report from the spot names: a scene tells in passing what of."""
    marked = (m for m in dates if m.words.start < SCENE)
    named = {d for m in marked if (d := _marked(m))}
    return {d for d in named if day and d >= day - timedelta(LATELY)}


def _marked(mark: DateMark) -> date | None:
    """The day that a mark means, if it is one."""
    return mark.days.start if mark.granularity is Granularity.DAY and mark.days and mark.days.length() == 1 else None


def history(claims: Sequence[Claim], day: date | None) -> bool:
    """Whether a page tells what went before: most of what it tells is of days before its news, of TIMES months at
    least, and it opens neither with news of its day nor with what somebody said."""
    if any(c.status is Status.SAID or _fresh(c, day) for c in claims if c.sentence.start < OPENING):
        return False
    whens = [c.when for c in claims if c.when and c.status in TOLD]
    past = [w.days.lower for w in whens if day is None or w.days.lower < day - timedelta(AROUND)]
    return len(past) >= PAST * len(claims) and len({(d.year, d.month) for d in past}) >= TIMES


def _fresh(claim: Claim, day: date | None) -> bool:
    return bool(day and claim.when and exactly_dated(claim) and claim.when.days.lower >= day - timedelta(AROUND))
