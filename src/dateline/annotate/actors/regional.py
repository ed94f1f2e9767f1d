"""Leaders and states of a region, in a text on the body that they have: "West African leaders" and ECOWAS."""

from __future__ import annotations

from collections import Counter

from dateline.annotate.actors.lexicon import Actor, Lexicon, words
from dateline.annotate.actors.scan import Found, Scan

LONGEST = 2  # words for a region
BETWEEN = 2  # words between a region and those who lead it: "Southeast Asian foreign ministers"
OFTEN = 2  # mentions of a body in a text that is on it


def find_regional(scan: Scan, lexicon: Lexicon) -> None:
    """Adds those who lead the states of a region, if the text names the body of that region more than once or its
    headline does, and no other such body more often."""
    counted = Counter(f.actor.id for f in scan.ordered())
    counted.update({a.id: OFTEN for a in scan.bodies})
    n = 0
    while n < len(scan.tokens):
        found = _at(scan, n, lexicon, counted) if scan.tokens[n].capital and n not in scan.taken else None
        if found:
            scan.add(found)
        n = found.last if found else n + 1


def _at(scan: Scan, n: int, lexicon: Lexicon, counted: Counter[str]) -> Found | None:
    for length in range(LONGEST, 0, -1):
        last = n + length
        if last > len(scan.tokens) or any(not scan.joined(k) for k in range(n + 1, last)):
            continue
        bodies = lexicon.regions.get(" ".join(t.folded for t in scan.tokens[n:last]), ())
        end = _people(scan, last) if bodies else 0
        body = _meant(bodies, counted) if end else None
        if body is not None and scan.free(n, end):
            return Found(n, end, body, f"those who lead the region, as the text is on {body.name}")
    return None


def _people(scan: Scan, n: int) -> int:
    """Where the words for those who lead a region end, which begin at word n; 0 if there are none."""
    for last in range(n, min(n + BETWEEN + 1, len(scan.tokens))):
        if not scan.joined(last) or scan.tokens[last].capital:
            return 0
        if scan.tokens[last].folded in words("regional_leaders"):
            return last + 1
    return 0


def _meant(bodies: tuple[Actor, ...], counted: Counter[str]) -> Actor | None:
    """The body of a region that a text is on; None if it is on none, or on two alike."""
    ranked = sorted(bodies, key=lambda b: -counted[b.id])
    if not ranked or counted[ranked[0].id] < OFTEN:
        return None
    alike = len(ranked) > 1 and counted[ranked[1].id] == counted[ranked[0].id]
    return None if alike else ranked[0]
