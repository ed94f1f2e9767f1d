"""Elections of two kinds, of which one land holds several within months: they are two, whatever else is alike."""

from __future__ import annotations

import re

from dateline.model.claim import Claim

KINDS = {
    "president": "presidential presidency",
    "parliament": "parliamentary legislative general federal national congressional senate assembly snap",
    "midterm": "midterm mid-term",
    "local": "local municipal mayoral council communal regional provincial state gubernatorial cantonal",
    "europe": "european",
    "primary": "primary",
}
KIND = {word: kind for kind, words in KINDS.items() for word in words.split()}
NAMED = re.compile(
    rf"(?i)\b({'|'.join(KIND)})(?: and [\w-]+| [\w-]+)? (?:elections?|by-elections?|polls?|run-?offs?)\b"
)


def two_elections(a: Claim, b: Claim) -> bool:
    """Whether both sentences name elections by their kind ("presidential", "municipal"), and none in common."""
    x, y = _kinds(a), _kinds(b)
    return bool(x and y) and not x & y


def _kinds(claim: Claim) -> frozenset[str]:
    return frozenset(KIND[m.group(1).lower()] for m in NAMED.finditer(claim.sentence.exact))
