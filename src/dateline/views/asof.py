"""What was known by a day: which claims a reader of that day could have, and events as these claims make them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.store.base import Held
from dateline.views.evidence import in_order, published_day, voices
from dateline.views.gather import Gathered

AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.CONDITIONAL, Status.DEMANDED})


def up_to(gathered: Gathered, as_of: date | None) -> Gathered:
    """The same without claims that were not dated by the day, each event as what is left makes it."""
    if as_of is None:
        return gathered
    claims = {i: c for i, c in gathered.claims.items() if known_by(c, gathered.text_of(c), as_of)}
    left = replace(gathered, claims=claims)
    events = tuple(_reformed(e, left) for e in gathered.events if left.claims_of(e))
    return replace(left, events=events)


def known_by(claim: Claim, held: Held, as_of: date) -> bool:
    """Whether a claim counts on a day: what it tells began by then, or was then written to lie ahead."""
    if claim.when is None:
        return _published_by(held, as_of)
    return claim.when.days.lower <= as_of or (claim.status in AHEAD and _published_by(held, as_of))


def _published_by(held: Held, as_of: date) -> bool:
    published = published_day(held)
    return published is not None and published <= as_of


def _reformed(event: Event, left: Gathered) -> Event:
    claims = in_order(left.claims_of(event), left)
    if len(claims) == len(event.claims):
        return event
    days, granularity = event.days, event.granularity
    dated = [c.when for c in claims if c.when]
    if not any(w.days == days for w in dated):
        narrowest = min(dated, key=lambda w: w.days.length() or 10**7, default=None)
        days, granularity = (narrowest.days, narrowest.granularity) if narrowest else (None, None)
    return replace(
        event,
        claims=tuple(c.id for c in claims),
        days=days,
        granularity=granularity,
        status=_status(event, claims),
        voices=voices(claims, left),
    )


def _status(event: Event, claims: Sequence[Claim]) -> Status:
    """The event's status if a claim that is left says so, else what the latest of them says."""
    told = [c.status for c in claims]
    return event.status if event.status in told else told[-1]
