"""What a store knows of who is logged in at the desk in the browser: the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session: `name` is a hash of its secret, `seen_at` (aware UTC) when it was last known to be in use."""

    name: str
    user: str
    seen_at: datetime


class Sessions(Protocol):
    """Sessions by name. These rows are replaced and dropped; they say nothing of the world."""

    def put(self, session: LoggedIn) -> None:
        """Keeps a session, or renews it."""

    def get(self, name: str) -> LoggedIn | None:
        """The session of that name."""

    def drop(self, name: str) -> None:
        """Ends a session; one that is not there is passed over."""

    def drop_user(self, user: str) -> None:
        """Ends all sessions of somebody."""

    def prune(self, before: datetime, most: int) -> None:
        """Ends those last seen before a moment, and all but so many of the rest, those seen last."""
