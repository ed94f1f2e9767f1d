"""What a store knows of acts: the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from dateline.model.act import Act
from dateline.model.coding import EventType


class Acts(Protocol):
    """What parties did to one another, drawn from the claims that are held now."""

    def pairs(self, since: date, until: date, limit: int) -> Sequence[tuple[str, str]]:
        """Who acted toward whom in these days (both included), as told by then: those with most acts first (of one type
        and day only one counts), then by name."""

    def types(self, actor: str, recipient: str, since: date, until: date) -> Sequence[tuple[date, EventType]]:
        """Of which types the acts of one party toward another in these days (both included) were, as told by then:
        each type once a day, the latest first."""

    def between(self, actor: str, recipient: str, since: date, until: date, limit: int) -> Sequence[Act]:
        """The acts of one party toward another in these days (both included), as told by then: the latest first, then
        by claim."""
