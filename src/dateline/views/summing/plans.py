"""Meetings and votes that are newly planned, put off or called off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.link.words import groups_in, stems
from dateline.model.claim import Claim, Status
from dateline.store.base import Held, Store
from dateline.views.evidence import published_day
from dateline.views.insights import Insight, InsightKind, basis

GATHERINGS = frozenset({"meet", "talk", "vote", "visit", "elect"})
ASSEMBLING = frozenset({"meet", "vote", "elect"})  # what a verb tells by itself
PLANS = {
    Status.CANCELLED: InsightKind.CANCELLED,
    Status.POSTPONED: InsightKind.POSTPONED,
    Status.PLANNED: InsightKind.PLANNED,
}
ACTS = {
    **dict.fromkeys(("postpone", "put-off", "delay", "reschedule", "defer", "push-back"), InsightKind.POSTPONED),
    **dict.fromkeys(("cancel", "call-off", "scrap", "abandon", "axe"), InsightKind.CANCELLED),
}  # what is done to a gathering, by the heads of claims
RULES = {
    InsightKind.CANCELLED: "a gathering told as called off, by no article from before these days",
    InsightKind.POSTPONED: "a gathering told as put off, by no article from before these days",
    InsightKind.PLANNED: "a gathering with a day ahead that no article from before these days tells",
}


def plans(store: Store, claims: Sequence[Claim], held: Mapping[str, Held], first: date) -> list[Insight]:
    """Gatherings that are to come, or were to: one insight for each happening, by its latest article."""
    latest = sorted(
        (c for c in claims if _gathering(c, published_day(held[c.article_id]))),
        key=lambda c: (
            -(published_day(held[c.article_id]) or date.min).toordinal(),
            c.article_id,
            c.sentence.start,
            list(InsightKind).index(_kind(c)),
        ),
    )
    told: set[str] = set()  # sentences, happenings, and for each story which kinds: once is enough
    found = []
    for claim in latest:
        own, kind = store.links.events_of([claim.id]), _kind(claim)
        stories = (f"{s.id} {kind}" for s in store.stories.of_articles([claim.article_id]))
        same = {claim.sentence.exact, *(e.id for e in own), *stories}
        if told & same:
            continue
        told |= same
        if _known_before(store, claim, [c for e in own for c in e.claims], first):
            continue
        when = f", {claim.when.days.edtf()}" if claim.when and kind is InsightKind.PLANNED else ""
        words = f"{_words(claim)}{when}"
        found.append(Insight(kind, words, (basis(claim, held[claim.article_id]),), "", RULES[kind]))
    return found


def _gathering(claim: Claim, day: date | None) -> bool:
    """Whether a claim tells of a meeting or vote that is to come, or was to and was called off."""
    if claim.negated or (claim.status not in PLANS and not _done_to(claim)):
        return False
    if claim.status is not Status.PLANNED:
        return not GATHERINGS.isdisjoint(groups_in(stems(claim.sentence.exact)))
    if claim.when is None or day is None or claim.when.days.lower <= day:
        return False
    sides = groups_in(stems(" ".join(r.head for r in claim.roles if r.name in ("agent", "patient"))))
    own = groups_in(stems(claim.head))
    travels = "visit" in own and any(r.actor for r in claim.roles)
    return travels or not (GATHERINGS - {"visit"}).isdisjoint(sides) or not ASSEMBLING.isdisjoint(own)


def _kind(claim: Claim) -> InsightKind:
    return PLANS[claim.status] if claim.status in PLANS else ACTS[claim.head]


def _done_to(claim: Claim) -> bool:
    """Whether a claim tells that a gathering was put off or called off, as an act: "parties postponed the vote"."""
    done = claim.status in (Status.HAPPENED, Status.ONGOING) and claim.head in ACTS
    return done and any(
        not GATHERINGS.isdisjoint(groups_in(stems(r.words))) for r in claim.roles if r.name == "patient"
    )


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
    for other in store.claims.get([c for c in others if c != claim.id]):
        text = store.articles.get(other.article_id) if _says_the_same(claim, other) else None
        day = published_day(text) if text else None
        if day is not None and day < first:
            return True
    return False


def _says_the_same(claim: Claim, other: Claim) -> bool:
    if other.status is not claim.status:
        return False
    when, its = claim.when, other.when
    return claim.status is not Status.PLANNED or (when is not None and its is not None and its.days.overlaps(when.days))
