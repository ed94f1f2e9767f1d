"""How often one address may ask: buckets that fill up with time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

KEPT = 10_000  # addresses remembered


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, so many a second after that."""

    burst: float
    each_second: float


READING = Rate(1200, 600)
CHANGING = Rate(60, 5)
LOGGING_IN = Rate(8, 0.1)


class Buckets:
    """One bucket for each name; those that asked longest ago are forgotten first."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> bool:
        """Whether the name may do it now; if so, it is counted."""
        now = self._clock()
        left, at = self._left.get(name, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - at) * self._rate.each_second)
        allowed = left >= 1
        self._left[name] = (left - 1 if allowed else left, now)
        self._left.move_to_end(name)
        if len(self._left) > KEPT:
            self._left.popitem(last=False)
        return allowed
