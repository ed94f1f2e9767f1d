"""Which pages are asked for: some of each kind, and a mix in which a few are asked for often, as readers do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from dateline.store.open import open_store
from evals.web.stock import MATTERS, NOW

WORDS = (
    "parliament president minister government election earthquake ceasefire talks summit agreement sanctions court "
    "army coup refugees protest constitution referendum treaty border police strike budget debt peace gas grain"
).split()
SHARES = {"glance": 25, "story": 30, "dossier": 10, "search": 10, "article": 25}  # of a hundred requests


@dataclass(frozen=True)
class Pages:
    """Addresses by kind, the best known first."""

    by_kind: dict[str, Sequence[str]]

    def some(self, kind: str, run: int, count: int) -> list[str]:
        """So many addresses of a kind that no other run asks for."""
        own = self.by_kind[kind]
        if len(own) >= (run + 1) * count:
            return list(own[run * count : (run + 1) * count])
        return [f"{own[n % len(own)]}?{'&' * (run * count + n + 1)}" for n in range(count)]

    def mix(self, count: int, chance: random.Random) -> list[str]:
        """Addresses in the shares of their kinds; the n-th best known is asked for 1/n as often as the first."""
        kinds = chance.choices(list(SHARES), list(SHARES.values()), k=count)
        weights = {kind: [1 / (n + 1) for n in range(min(200, len(own)))] for kind, own in self.by_kind.items()}
        return [chance.choices(self.by_kind[k][:200], weights[k])[0] for k in kinds]


def pages(store: Path) -> Pages:
    """Addresses of a store: stories and articles of the last days and of years ago, pairs of words, its dossiers."""
    chance = random.Random(8)
    with closing(open_store(store)) as held:
        recent = list(held.stories.latest(None, NOW.date(), 400))
        every = list(held.stories.busiest(recent[-1].last_day or NOW.date(), NOW.date(), 400)) + recent
    articles = [a for s in recent for a in s.articles]
    pairs = [f"{a} {b}" for a in WORDS for b in WORDS if a < b]
    for some in (every, articles, pairs):
        chance.shuffle(some)
    names = [name.lower().replace(" ", "-") for name, _ in MATTERS]
    return Pages(
        {
            "glance": ["/"],
            "story": list(dict.fromkeys(f"/story/{s.id}" for s in every)),
            "dossier": [f"/dossier/{n}" for n in names],
            "search": [f"/search/{quote_plus(p).replace('+', '%20')}" for p in pairs],
            "article": [f"/show/{a}" for a in articles],
        }
    )
