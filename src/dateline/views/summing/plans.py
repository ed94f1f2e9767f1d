"""Meetings and votes that are newly planned, put off or called off."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from dateline.link.gatherings import GATHERINGS, PLANS
from dateline.link.words import WORD, groups_in, stems
from dateline.model.claim import Claim, Status
from dateline.model.gist import Gathering, Outline
from dateline.store.base import Store
from dateline.views.gists import outlines
from dateline.views.insights import Insight, InsightKind, basis
from dateline.views.unchanged import Unchanged
from dateline.views.wording import worded

KINDS = {
    Status.CANCELLED: InsightKind.CANCELLED,
    Status.POSTPONED: InsightKind.POSTPONED,
    Status.PLANNED: InsightKind.PLANNED,
}
LOOKED_AT = 400  # gatherings that are looked at, the latest
BOUND = re.compile(r"\b(?:that|which)\b.*", re.DOTALL)  # what an anchor says of the phrase before it
LEADING = re.compile(r"^(?:the|an?|that|this)\s+", re.IGNORECASE)
RULES = {
    InsightKind.CANCELLED: "a gathering told as called off, by no article from before these days",
    InsightKind.POSTPONED: "a gathering told as put off, by no article from before these days",
    InsightKind.PLANNED: "a gathering with a day ahead that no article from before these days tells",
}


@dataclass(frozen=True, slots=True)
class _Told:
    story: str
    gathering: Gathering


_Order = tuple[int, str, int, int]
_TOLD: Unchanged[tuple[tuple[_Order, _Told], ...]] = Unchanged(1 << 10)  # by story


def plans(store: Store, stories: Mapping[str, Sequence[Outline]], first: date, most: int) -> list[Insight]:
    """Gatherings that are to come, or were to: one insight for each happening, by its latest article; `most` of a kind.

    Of a kind that is full no claim is read any more; its happenings still stand for themselves.
    """
    every = (told for story, articles in stories.items() for told in _told_of(story, articles))
    latest = [told for _, told in heapq.nsmallest(LOOKED_AT, every, key=itemgetter(0))]
    happenings = _happenings(store, [one.gathering.claim for one in latest])
    told: set[str] = set()  # sentences, happenings, and for each story which kinds: once is enough
    counted: Counter[Status] = Counter()
    found: list[Insight] = []
    for one in latest:
        stands = one.gathering.status
        same = {f"{one.story} {stands}", *happenings.get(one.gathering.claim, {})}
        if told & same:
            continue
        claim = next(iter(store.claims.get([one.gathering.claim])), None) if counted[stands] < most else None
        if claim is not None and claim.sentence.exact in told:
            continue
        told |= same | ({claim.sentence.exact} if claim else set())
        others = [c for claims in happenings.get(one.gathering.claim, {}).values() for c in claims]
        if claim is not None and not _known_before(store, claim, others, first):
            counted[stands] += 1
            found += _insight(store, claim, stands)
    return found


def _told_of(story: str, articles: Sequence[Outline]) -> tuple[tuple[_Order, _Told], ...]:
    """The gatherings that articles of a story tell of, with how they stand among all: the latest first."""
    found = ((_order(o, g), _Told(story, g)) for o in articles for g in o.gatherings)
    return _TOLD.get(story, (tuple(articles),), lambda: tuple(found))


def _order(outline: Outline, gathering: Gathering) -> _Order:
    day = outline.day or date.min
    return (-day.toordinal(), outline.article_id, gathering.start, PLANS.index(gathering.status))


def _happenings(store: Store, claims: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The happenings of each claim, with all their claims."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    asked = set(claims)
    for event in store.links.events_of(sorted(asked)):
        for claim in event.claims:
            if claim in asked:
                found.setdefault(claim, {})[event.id] = event.claims
    return found


def _insight(store: Store, claim: Claim, stands: Status) -> Iterator[Insight]:
    held, kind = store.articles.get(claim.article_id), KINDS[stands]
    when = f", {worded(claim.when.days, claim.when.granularity)}" if claim.when else ""
    words = _words(claim) if stands is Status.PLANNED else thing(claim)
    if held is not None:
        yield Insight(kind, f"{words}{when}", (basis(claim, held),), "", RULES[kind])


def thing(claim: Claim) -> str:
    """The words for what is put off or called off: the side of the claim that names a gathering, or the phrase before
    "that was planned" that does; else those of the happening."""
    sides = [r.words for r in claim.roles if r.name in ("agent", "patient", "topic")]
    bound = BOUND.search(claim.anchor.exact)
    before = claim.sentence.exact.partition(bound.group())[0] if bound else ""
    named = next((words for words in (*sides, _from_gathering(before)) if _gathers(words)), "")
    return LEADING.sub("", named) or _words(claim)


def _from_gathering(before: str) -> str:
    """The end of a text from the last word on that names a gathering."""
    starts = [m.start() for m in WORD.finditer(before) if _gathers(m.group())]
    return before[starts[-1] :].strip() if starts else ""


def _gathers(words: str) -> bool:
    return not GATHERINGS.isdisjoint(groups_in(stems(words)))


def _words(claim: Claim) -> str:
    """The words for the happening, behind who takes part in it if they do not tell."""
    told = claim.anchor.exact
    for part in ("agent", "patient"):
        who = [r.words for r in claim.roles if r.name == part]
        if who:
            return told if any(word in told for word in who[0].split()) else f"{' and '.join(who[:2])} {told}"
    return told


def _known_before(store: Store, claim: Claim, others: Sequence[str], first: date) -> bool:
    """Whether an article from before the window tells the same of the happening: for a plan, for days that overlap."""
    same = [c.article_id for c in store.claims.get([c for c in others if c != claim.id]) if _says_the_same(claim, c)]
    return any(o.day is not None and o.day < first for o in outlines(store, same).values())


def _says_the_same(claim: Claim, other: Claim) -> bool:
    if other.status is not claim.status:
        return False
    when, its = claim.when, other.when
    return claim.status is not Status.PLANNED or (when is not None and its is not None and its.days.overlaps(when.days))
