"""The headline of a page, out of the several that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from dateline.ingest.markup import letters, opening
from dateline.ingest.structured import words

LONGEST = 500  # characters
MOST = 20  # <h1> that are looked at
SHORTEST = 8  # characters of a headline that a site's name may be cut off from
SEPARATOR = re.compile(r"\s+[|\-–—*·:•]\s+|\s{0,3}[|｜ㅣ：]\s{0,3}|\s[-–—]|-(?=[^\s-]{1,30}[|ㅣ｜])")


def headlines(
    tree: Any, metas: Mapping[str, Sequence[str]], told: Mapping[str, Any], sites: Iterable[str]
) -> list[str]:
    """The headlines without the site's name, best first: as given for sharing (og:title), in JSON-LD, <h1>, <title>.

    That order was right on 97 of 116 pages where the two that start with JSON-LD or <h1> were on 95 and 88: outlets
    write several headlines for one article, and each is theirs.
    """
    tops = [opening(h, LONGEST) for h in islice(tree.iter("h1"), MOST)]
    shared = [words(list(metas.get(n, ()))) for n in ("og:title", "headline", "twitter:title")]
    ends = [shared[0], words(told.get("headline")) or shared[1], shared[2]]
    title = " ".join((tree.findtext(".//title") or "")[:LONGEST].split())
    top = _top(tops, [*ends, title])
    names = [letters(s) for s in sites if s]
    order = [*ends[:2], top, ends[2], words(told.get("name")) if not top else "", title]
    bare = (_bare(h, [o for o in (*order, *tops, shared[1]) if o != h], names) for h in order if letters(h))
    return list(dict.fromkeys(bare))


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
