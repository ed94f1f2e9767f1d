"""Which held claims are worth comparing with a claim: blocking keys, bounded in number, rare ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from dateline.link.base import Known, Lookup
from dateline.link.profile import Profile, telling
from dateline.model.claim import Claim
from dateline.model.time import Days

WORDS, ACTORS, GROUPS = 4, 3, 3  # of each kind that go into keys
YEARS = 2  # a longer span has no key of its own years
RARE, ALONE = 0.9, 2  # words that tell so much make keys by themselves, so many of them
TELLING = 0.5  # words that tell less make no keys
COMMON = 150  # claims on one key beyond which it is passed over
BUDGET = 600  # claims that the keys of one claim may bring together
PER_CLAIM = 24  # candidates of one claim
ARTICLES = 24  # articles with which one article is compared


def keys(claim: Claim) -> tuple[str, ...]:
    """The blocking keys of a claim, at most 26, in order; two claims that share none are never compared."""
    return profile_keys(telling([Known(claim)]).profiles[0])


def profile_keys(profile: Profile) -> tuple[str, ...]:
    """The same for a claim that is already profiled."""
    words = _words(profile)
    actors = sorted(profile.actors)[:ACTORS]
    groups = sorted(profile.groups)[:GROUPS]
    found = [f"{x}+{y}" for x, y in combinations(words[:3], 2)]
    found += [f"{a}:{w}" for a in actors for w in words[:2]]
    found += [f"*{w}" for w in words if profile.weights[w] >= RARE][:ALONE]
    for year in _years(profile.days):
        found += [f"{year}:{w}" for w in words]
        found += [f"{year}:{a}:{g}" for a in actors[:2] for g in groups]
    if profile.days and profile.days.length() == 1:
        found += [f"{profile.days.start}:{x}" for x in (*actors, *groups)]
    return tuple(dict.fromkeys(found))


def _words(profile: Profile) -> list[str]:
    """The most telling words, alphabetical among equals, so that two tellings of one thing choose alike."""
    ranked = sorted((w for w, x in profile.weights.items() if x >= TELLING), key=lambda w: (-profile.weights[w], w))
    return sorted(ranked[:WORDS])


def _years(days: Days | None) -> list[int]:
    if days is None or days.start is None:
        return []
    last = (days.end or days.start).year
    return list(range(days.start.year, last + 1)) if last - days.start.year < YEARS else [days.start.year]


def articles_to_compare(made: Mapping[str, Sequence[str]], own: str, lookup: Lookup) -> list[str]:
    """Ids of the articles whose claims share most keys with those of one article, best first, at most ARTICLES.

    `made` maps the ids of its claims to their keys, `own` is its id. The work is bounded whatever is held.
    """
    counts = lookup.key_counts(sorted({k for ks in made.values() for k in ks}))
    near = {
        c: [i for i in lookup.claims_with_keys(_affordable(made[c], counts), PER_CLAIM) if i not in made] for c in made
    }
    article = {k.claim.id: k.article_id for k in lookup.known(sorted({i for ids in near.values() for i in ids}))}
    votes = Counter(a for ids in near.values() for a in {article[i] for i in ids if i in article})
    votes.pop(own, None)
    return [a for a, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:ARTICLES]]


def _affordable(of_claim: Collection[str], counts: Mapping[str, int]) -> list[str]:
    """The rarest keys, up to BUDGET claims in all."""
    chosen, spent = [], 0
    for key in sorted(of_claim, key=lambda k: (counts.get(k, 0), k)):
        count = counts.get(key, 0)
        if count > COMMON or spent + count > BUDGET:
            break
        if count:
            chosen.append(key)
            spent += count
    return chosen
