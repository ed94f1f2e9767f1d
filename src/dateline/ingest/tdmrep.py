"""What a site reserves by /.well-known/tdmrep.json (W3C TDM Reservation Protocol): rules by path. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.ingest.robots import fits, normal, path_of

ADDRESS = "/.well-known/tdmrep.json"
LONGEST = 500_000  # characters that are read
MOST = 2000  # rules


@dataclass(frozen=True, slots=True)
class Reservation:
    """A path pattern as in robots.txt, and whether mining what fits it is reserved."""

    pattern: str
    reserved: bool


@lru_cache(maxsize=256)
def read(text: str) -> tuple[Reservation, ...]:
    """The rules in a tdmrep.json; () for one that cannot be read."""
    try:
        told = json.loads(text[:LONGEST])
    except (ValueError, RecursionError):
        return ()
    rows = told if isinstance(told, list) else [told]
    return tuple(made for row in rows[:MOST] if (made := _rule(row)))


def _rule(row: Any) -> Reservation | None:
    if not isinstance(row, dict) or not isinstance(row.get("location"), str) or not row["location"]:
        return None
    return Reservation(normal(row["location"]), str(row.get("tdm-reservation")).strip() == "1")


def reserves(rules: tuple[Reservation, ...], url: str) -> bool:
    """Whether an address is reserved: the longest pattern that fits decides, and reserves on a tie."""
    path = path_of(url)
    return max(((len(r.pattern), r.reserved) for r in rules if fits(r.pattern, path)), default=(0, False))[1]
