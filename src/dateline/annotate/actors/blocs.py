"""The bloc that the states of a region have: "the bloc" in a text on one of them that names none."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dateline.annotate.actors.lexicon import Lexicon, rows, slug
from dateline.annotate.actors.scan import Found, Scan

WORD = "bloc"
REGIONAL = frozenset({"regional", "trade", "trading", "economic"})


def find_blocs(scan: Scan, lexicon: Lexicon) -> None:
    """Adds "the bloc" and "the regional bloc" where nobody was called so before: the only one of which the country that
    the text speaks of before all is a member."""
    for n, token in enumerate(scan.tokens):
        if token.folded != WORD or token.capital or n < 1:
            continue
        first = n - 1 if scan.tokens[n - 1].folded in REGIONAL and scan.joined(n) else n
        if n in scan.taken or first < 1 or scan.tokens[first - 1].folded != "the" or not scan.joined(first):
            return  # the text has called another one so
        bodies = _bodies().get(scan.main_country(), ())
        if len(bodies) != 1:
            return
        home = lexicon.named[bodies[0]]
        scan.add(Found(n, n + 1, home, f"the bloc: {home.name}, that of the region"))


@cache
def _bodies() -> dict[str, tuple[str, ...]]:
    """The ids of the blocs of which each country has been a member."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for body, members in rows("blocs.tsv"):
        for country in members.split():
            found[country] += (slug(body),)
    return dict(found)
