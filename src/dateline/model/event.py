"""Events: happenings that claims, often from several articles, speak of."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.claim import Status
from dateline.model.time import Days, Granularity


@dataclass(frozen=True, slots=True)
class Event:
    """A happening: the claims that speak of it, and what they agree on.

    `days` is the narrowest time that most independent articles bear out, None if no claim is dated; `voices` counts
    independent articles (copies of one text count once). `claims` are claim ids in order of publication. The id hashes
    the claim ids.
    """

    id: str
    claims: tuple[str, ...]
    days: Days | None
    granularity: Granularity | None
    status: Status
    voices: int
    label: str = ""
