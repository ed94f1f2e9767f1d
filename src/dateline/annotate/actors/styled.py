"""The office that a text gives a person by the title beside the name, if nothing bends its time or its meaning."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import titles, words
from dateline.annotate.actors.scan import Found, Scan

LONGEST = 3  # words of a title


def styled(scan: Scan, find: Found) -> str:
    """The office: "President Biden", "the French president, Emmanuel Macron,", "Angela Merkel, the chancellor,"; "" if
    there is none, or it is a former, future, acting or deputy one, or that of something else than the state."""
    if find.actor.kind != "person":
        return ""
    return _before(scan, find) or _behind(scan, find)


def _before(scan: Scan, find: Found) -> str:
    """The title right before the name; a comma may stand between, if "the" opens it."""
    n = find.first
    gap = scan.tokens[n].gap.strip()
    if n == 0 or gap not in ("", ",", ".") or scan.tokens[n - 1].sentence != scan.tokens[n].sentence:
        return ""
    for length in range(min(LONGEST, n), 0, -1):
        office = titles().get(_joined(scan, n - length, n), "")
        if office and all(scan.tokens[k].gap in (" ", "-") for k in range(n - length + 1, n)):
            return office if _plain(scan, n - length, find, apposed=gap == ",") else ""
    return ""


def _plain(scan: Scan, first: int, find: Found, *, apposed: bool) -> bool:
    """Whether what stands before a title leaves it that of the person's own state, in the time of the sentence."""
    if first == 0 or scan.tokens[first].first or scan.tokens[first].sentence != scan.tokens[first - 1].sentence:
        return not apposed
    if scan.tokens[first].gap.strip():
        return not apposed and scan.tokens[first].gap.strip() in (",", ";", ":", "—", "–", "”", "“", '"')
    before = scan.tokens[first - 1]
    owner = scan.taken.get(first - 1)
    if owner is not None:
        own = owner.actor.kind == "state" and owner.actor.country == find.actor.country
        return own and not _bent(scan, owner.first)
    if before.capital and not before.first and before.folded not in ("the", "and"):
        return False
    return not _bent(scan, first) and (not apposed or before.folded == "the")


def _bent(scan: Scan, first: int) -> bool:
    """Whether a word near before changes the office or its time: "then", "former", "acting"."""
    near = scan.tokens[max(0, first - 2) : first]
    return any(t.folded in words("bending") and t.sentence == scan.tokens[first].sentence for t in near)


def _behind(scan: Scan, find: Found) -> str:
    """The title behind the name: "Angela Merkel, the German chancellor, said"."""
    n = find.last
    if n >= len(scan.tokens) or scan.tokens[n].gap.strip() != ",":
        return ""
    if scan.tokens[n].folded == "the":
        n += 1
    owner = scan.taken.get(n)
    if owner is not None:
        if owner.actor.kind != "state" or owner.actor.country != find.actor.country:
            return ""
        n = owner.last
    elif scan.tokens[n - 1].folded != "the":
        return ""
    for length in range(LONGEST, 0, -1):
        last = n + length
        office = titles().get(_joined(scan, n, last), "")
        if office and all(scan.tokens[k].gap in (" ", "-") for k in range(n + 1, last)):
            ends = last < len(scan.tokens) and scan.tokens[last].gap.strip()[:1] == ","
            return office if ends else ""
    return ""


def _joined(scan: Scan, first: int, last: int) -> str:
    return " ".join(t.folded for t in scan.tokens[first:last])
