"""Keeps the store within the room that it is given: captured bytes go, oldest first; texts and claims stay."""

from __future__ import annotations

from dateline.run.working import Working

MEGABYTE = 1_000_000
SPARE = 0.05  # share of the room that is freed beyond what is asked, so that it is not done for each article


def make_room(working: Working) -> int:
    """Drops captured bytes if the store takes more room than the setting `room` allows; how many."""
    allowed = working.settings.room * MEGABYTE
    over = working.store.captures.used() - allowed if allowed else 0
    return working.store.captures.drop_oldest(int(over + SPARE * allowed)) if over > 0 else 0
