"""The headline of a page, out of the several that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from dateline.ingest.markup import letters, opening
from dateline.ingest.spelled import spelled
from dateline.ingest.structured import words

LONGEST = 500  # characters
MOST = 20  # <h1> that are looked at, <h2>, and elements inside one of them
DEEPEST = 12  # elements around a heading that are looked at
SHORTEST = 8  # characters of a headline that a site's name may be cut off from
SHORTEST_END = 20  # characters of a headline that another repeats behind a kicker
NEAR = 0.5  # share of all words that two headlines have in common if one is the other reworded
SEPARATOR = re.compile(r"\s+[|\-–—*·:•]\s+|\s{0,3}[|｜ㅣ：]\s{0,3}|\s[-–—]|-(?=[^\s-]{1,30}[|ㅣ｜])")
TRAIL = re.compile(r"bread-?_?crumb|crumbs?$", re.IGNORECASE)
BESIDE = frozenset({"nav", "aside", "footer", "li"})


def headlines(
    tree: Any, metas: Mapping[str, Sequence[str]], told: Mapping[str, Any], sites: Iterable[str], address: str = ""
) -> list[str]:
    """The headlines without the site's name, best first: the one of those told for machines that the page shows as a
    heading over the article, then as given for sharing (og:title), in JSON-LD, <h1>, <title>.

    Outlets write several headlines for one article: for readers, for sharing and for search. On 33 of 116 pages
    og:title and JSON-LD differ. Where <title> is the one of JSON-LD, the heading shown is right on 20 of 23; where it
    is og:title, JSON-LD is right on 7 of 8, and the one that the address spells on all 6 of which it spells one.
    """
    tops = [opening(h, LONGEST) for h in islice(tree.iter("h1"), MOST)]
    shared = [words(list(metas.get(n, ()))) for n in ("og:title", "headline", "twitter:title")]
    ends = [shared[0], words(told.get("headline")) or shared[1], shared[2]]
    title = " ".join((tree.findtext(".//title") or "")[:LONGEST].split())
    top = _top(tops, [*ends, title])
    names = [letters(s) for s in sites if s]
    order = [*ends[:2], top, ends[2], words(told.get("name")) if not top else "", title]
    bare = {h: _bare(h, [o for o in (*ends, shared[1], title) if o != h], names) for h in order if letters(h)}
    kicked = _kicked(shared[0], words(told.get("alternativeHeadline")))
    shown = _chosen(tree, [bare[h] for h in ends[:2] if h in bare], bare.get(title, ""), kicked, address)
    return list(dict.fromkeys([shown, *bare.values()] if shown else bare.values()))


def _chosen(tree: Any, told: Sequence[str], title: str, kicked: str, address: str) -> str:
    """The headline among those told for machines, "" if nothing speaks for any. One for sharing that is the page's
    <title>, too, is made for search: only the address or a heading over the article speaks for it."""
    headings = [h for tag in ("h1", "h2") for h in islice(tree.iter(tag), MOST)]
    own = [h for h in headings if not _beside(h)]
    is_searched = len(told) == 2 and letters(told[0]) == letters(title) != letters(told[1])
    named = spelled(told[0], told[1], address) if is_searched else ""
    return (
        named
        or _first_said(own if is_searched else [*own, *headings], told, kicked)
        or _nearest([opening(h, LONGEST) for h in own if h.tag == "h1"], told)
        or (told[1] if is_searched else "")
    )


def _first_said(headings: Iterable[Any], told: Sequence[str], kicked: str) -> str:
    flat = [(line, letters(line)) for line in told]
    return next((line for h in headings if (line := _said(h, flat, kicked))), "")


def _kicked(one: str, other: str) -> str:
    """The letters of what follows the kicker in a headline that is told twice, with another mark behind the kicker:
    then the kicker is no part of it. "" if these two are not told so."""
    flat = letters(one)
    if one == other or flat != letters(other):
        return ""
    same = next((n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), 0)
    rest = letters(one[len(one) - same :])
    return rest if rest != flat else ""


def _nearest(tops: Sequence[str], told: Sequence[str]) -> str:
    """The headline that shares the most words with the only <h1> of the article; "" if none shares half of them."""
    if len(tops) != 1:
        return ""
    here = set(tops[0].casefold().split())
    shares = [(len(here & (there := set(line.casefold().split()))) / max(len(here | there), 1), line) for line in told]
    share, line = max(shares, key=lambda s: s[0], default=(0.0, ""))
    return line if share >= NEAR else ""


def _said(heading: Any, told: Sequence[tuple[str, str]], kicked: str) -> str:
    """The headline that a heading, or a part of it, says; or its part that one of them repeats behind a kicker."""
    parts = [opening(part, LONGEST) for part in islice(heading.iter(), MOST)]
    known = {letters(part): part for part in reversed(parts)}
    if kicked and kicked in known:
        return known[kicked]
    for line, flat in told:
        if flat in known:
            return line
    ends = (p for p in parts[1:] if len(p) >= SHORTEST_END and any(f.endswith(letters(p)) for _, f in told))
    return next(ends, "")


def _beside(heading: Any) -> bool:
    """Whether a heading stands in a menu, a list, beside the article, or in the trail of links that leads to it."""
    return any(node.tag in BESIDE or _is_trail(node) for node in _around(heading))


def _around(node: Any) -> Iterator[Any]:
    yield node
    yield from islice(node.iterancestors(), DEEPEST)


def _is_trail(node: Any) -> bool:
    return any(TRAIL.search(name[:100]) or TRAIL.search(value[:100]) for name, value in node.items())


def _top(tops: list[str], others: list[str]) -> str:
    """The <h1> that says what the others say (many pages have one for their logo or log-in), else the only one."""
    for top in tops:
        flat = letters(top)
        if any(flat and o and (flat in o or o in flat) for o in map(letters, others)):
            return top
    return tops[0] if len(tops) == 1 else ""


def _bare(line: str, others: list[str], sites: list[str]) -> str:
    """The line without a tail that is the site's name, or that another headline does without."""
    known = {letters(o) for o in others}
    for cut in SEPARATOR.finditer(line):
        head, tail = line[: cut.start()].strip(), letters(line[cut.end() :])
        named = any(s and (tail == s or tail.endswith(s) or tail.startswith(s)) for s in sites)
        if len(head) >= SHORTEST and (letters(head) in known or (named and len(tail) < 40)):
            return head
    return line
