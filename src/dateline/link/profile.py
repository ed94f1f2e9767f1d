"""What is compared of a claim: its meaning-bearing words by weight, groups of happening, parties, time, numbers."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, dropwhile, groupby, takewhile
from typing import TypeVar

from dateline.link.base import Known
from dateline.link.elaborating import elaborated
from dateline.link.naming import core_names, naming, occasions, ordinals, points_back
from dateline.link.numbers import Numbers, shared_out
from dateline.link.telltales import telltales
from dateline.link.times import exact, nests
from dateline.link.words import WORD, groups_in, lines, rarity, stem, stems
from dateline.model.claim import Claim, Status
from dateline.model.time import Days, Granularity

Key = TypeVar("Key", bound=Hashable)
LONGEST = 500  # claims of one article that are compared; what comes after is not news but a book
CALENDAR = frozenset(stem(w) for line in lines("calendar.txt") for w in line.split())
NAME_WEIGHT = 0.9  # a name in the sentence is as telling as a rare word, short of one
SENTENCE_WEIGHT = 0.35  # words of the sentence outside the clause
BESIDE_WEIGHT = 0.5  # names in the sentence outside the clause
BEFORE_WEIGHT = 0.3  # words of the claim before, for an anchor that points back
BACK = re.compile(r"(?i)^(?:the|this|that|these|those|such|its?|they|he|she|his|her|their|both|neither)\b")
PRONOUNS = frozenset({"it", "they", "them", "one", "ones", "both", "this", "that", "those", "these"})
AGAIN_WEIGHT = 0.8  # the same for "the vote" after a sentence that told of a vote: one happening, told on
PLAIN = 0.25  # words that tell less are not worth looking at a pair for
ABOUT = 0.4  # words that tell less do not say what an article is about
REMEMBERED = 256  # articles whose profiles stay in memory: enough for the neighbours of a run of articles
VOTED = frozenset({"approve", "reject"})
MANY = 3  # like happenings that make a list: two may be any two
RANKS = ("first", "second", "third", "fourth", "fifth")
AGES = 31  # days of a time, at most, in which one happening may be all that an article tells of
MOST = 24  # claims of one sentence whose words are compared
SAME = 0.7  # share of the words of two claims from which they are told in the same words
FAINT = 0.05  # words that tell less are left out


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as it is compared.

    `groups` are what its head word can name, `theme` what other words of its anchor can, `around` all of the sentence.
    `weights` maps stems to how much they tell, 0..1. `place` counts in the article; `beside` are parties of other
    claims in the sentence. `rank` is its number in a list of like happenings that one sentence tells. `sketch` is what
    two claims must share something of to be compared at all, unless they share one of the `telltales`. `borrowed` is
    true where the words for its time stand with another happening ("declared on 2 May and lifted in a vote"), or its
    own words with another time. `timed` is an undated claim with the time of the one whose happening it tells on,
    `first`.
    """

    known: Known
    place: int
    groups: frozenset[str]
    theme: frozenset[str]
    around: frozenset[str]
    head: str
    weights: Mapping[str, float]
    actors: frozenset[str]
    beside: frozenset[str]
    places: frozenset[str]
    ordinals: frozenset[str]
    occasions: frozenset[str]
    rank: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]
    numbers: Numbers
    sketch: frozenset[str]
    telltales: frozenset[str]
    borrowed: bool = False
    timed: Claim | None = None
    first: str = ""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.known.claim.id

    @property
    def claim(self) -> Claim:
        """The claim, with the time that it is compared by."""
        return self.timed or self.known.claim

    @property
    def status(self) -> Status:
        """How it stands; who "said No" in a vote did not speak but decide."""
        decided = not self.groups.isdisjoint(VOTED) and any(q.unit == "percent" for q in self.numbers.quantities)
        return Status.HAPPENED if decided and self.claim.status is Status.SAID else self.claim.status

    @property
    def days(self) -> Days | None:
        """When, None for an undated claim."""
        return self.claim.when.days if self.claim.when else None

    @property
    def granularity(self) -> Granularity | None:
        """How exactly the source states when."""
        return self.claim.when.granularity if self.claim.when else None


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Telling:
    """The claims of one article in the order of its text, and in how many each stem, party, place and time stands.

    `index` tells for each part of a sketch, and each telltale, the places of the claims that have it; `dated` for each
    time those that have it. Both know the first LONGEST claims alone.
    """

    article_id: str
    profiles: tuple[Profile, ...]
    stems: Mapping[str, int]
    actors: Mapping[str, int]
    places: Mapping[str, int]
    days: Mapping[Days, int]
    vector: Mapping[str, float]
    index: Mapping[str, tuple[int, ...]]
    dated: Mapping[Days, tuple[int, ...]]
    _then: dict[tuple[Days, int], tuple[int, ...]] = field(default_factory=dict)

    def then(self, days: Days, longest: int = AGES) -> tuple[int, ...]:
        """The places of the claims whose time equals this one, holds it or lies in it, if neither is over so long."""
        if (days, longest) not in self._then:
            found = (places for other, places in self.dated.items() if nests(days, other, longest))
            self._then[(days, longest)] = tuple(sorted(p for places in found for p in places))
        return self._then[(days, longest)]

    def within(self, days: Days) -> int:
        """How many claims are of a time that lies in this one."""
        return sum(len(places) for other, places in self.dated.items() if other.length() and days.holds(other))


def telling(claims: Sequence[Known]) -> Telling:
    """The profiles of all claims of one article; the order given does not matter."""
    ordered = sorted(claims, key=lambda k: (k.claim.sentence.start, k.claim.anchor.start, k.claim.id))
    return _telling(_Told(tuple(ordered)))


@dataclass(frozen=True, slots=True)
class Beside:
    """What the claims of one sentence share: all its parties, and which numbers belong to which claim."""

    actors: frozenset[str]
    numbers: Mapping[str, Numbers]
    ranks: Mapping[str, str]
    borrowed: frozenset[str]


def _by_sentence(ordered: Sequence[Known]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for known in ordered:
        found.setdefault(known.claim.sentence.start, []).append(known.claim)
    return found


def _ranks(claims: Sequence[Claim]) -> dict[str, str]:
    """The places of happenings of one kind with one object that a sentence lists by their days, three at least."""
    kinds: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if exact(claim.when) and claim.status is Status.HAPPENED:
            kinds.setdefault((claim.head, *(r.head for r in claim.roles if r.name == "patient")), []).append(claim)
    found = {}
    for alike in kinds.values():
        days = sorted({c.when.days for c in alike if c.when})
        if MANY <= len(days) <= len(RANKS):
            found.update({c.id: RANKS[days.index(c.when.days)] for c in alike if c.when})
    return found


def _borrowed(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims told after the words for their time, which another claim stands before, or in words for which another
    has another time."""
    marks = {c.id: c.when.mark for c in claims if c.when and c.when.mark}
    return _contested(claims) | frozenset(
        c.id
        for c in claims
        if (mark := marks.get(c.id)) is not None
        and mark.end <= c.anchor.start
        and any(o.anchor.start < mark.start and (own := marks.get(o.id)) and own.start == mark.start for o in claims)
    )


def _contested(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims that are told in much the same words as another of another time."""
    dated = [c for c in claims if c.when][:MOST]
    apart = ((c, o) for c, o in combinations(dated, 2) if c.when and o.when and c.when.days != o.when.days)
    return frozenset(x.id for c, o in apart if _in_common(c, o) >= SAME for x in (c, o))


def _in_common(a: Claim, b: Claim) -> float:
    """The share of the words of both anchors that stand in both."""
    shared = min(a.anchor.end, b.anchor.end) - max(a.anchor.start, b.anchor.start)
    whole = max(a.anchor.end, b.anchor.end) - min(a.anchor.start, b.anchor.start)
    return max(0, shared) / whole if whole else 0.0


class _Told:
    """Claims told apart by what may change under one id, so that neighbours are profiled once for many steps."""

    def __init__(self, claims: tuple[Known, ...]) -> None:
        self.claims = claims
        self._key = tuple((k.claim.id, k.claim.status, k.claim.when, k.published, k.copy_group) for k in claims)

    def __hash__(self) -> int:
        return hash(tuple(key[0] for key in self._key))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self._key == other._key


@lru_cache(maxsize=REMEMBERED)
def _telling(told: _Told) -> Telling:
    ordered = told.claims
    beside = {
        at: Beside(
            frozenset(a for c in claims for a in c.actors), shared_out(claims), _ranks(claims), _borrowed(claims)
        )
        for at, claims in _by_sentence(ordered).items()
    }
    made: list[Profile] = []
    for place, known in enumerate(ordered):
        made.append(_profile(known, place, _before(made, known), beside[known.claim.sentence.start]))
    on = elaborated(made)
    return Telling(
        ordered[0].article_id if ordered else "",
        tuple(_telling_on(p, made[on[p.place]]) if p.place in on else p for p in made),
        Counter(w for p in made for w in p.weights),
        Counter(a for p in made for a in p.actors),
        Counter(x for p in made for x in p.places),
        Counter(p.days for p in made if p.days),
        _vector(made),
        _index((p.place, key) for p in made[:LONGEST] for key in p.sketch | p.telltales),
        _index((p.place, p.days) for p in made[:LONGEST] if p.days),
    )


def _telling_on(own: Profile, first: Profile) -> Profile:
    """An undated claim with the time of the one that it tells on; it bears out no date of its own."""
    when = first.claim.when and replace(
        first.claim.when, how="inherited", why=f"of “{first.claim.anchor.exact}”", mark=None
    )
    return replace(own, timed=replace(own.claim, when=when), borrowed=True, first=first.id)


def _index(found: Iterable[tuple[int, Key]]) -> dict[Key, tuple[int, ...]]:
    """Places by key."""
    made: dict[Key, list[int]] = {}
    for place, key in found:
        made.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in made.items()}


def _vector(profiles: Sequence[Profile]) -> dict[str, float]:
    """What the article is about: its telling words and parties, weighed by how often they come, of length one."""
    found: dict[str, float] = {}
    for profile in profiles:
        for word, weight in profile.weights.items():
            if weight >= ABOUT:
                found[word] = found.get(word, 0.0) + weight**4
        for actor in profile.actors:
            found[f"@{actor}"] = found.get(f"@{actor}", 0.0) + 1.0
    length = math.sqrt(math.fsum(found.values())) or 1.0
    return {w: math.sqrt(x) / length for w, x in found.items()}


def _before(made: Sequence[Profile], known: Known) -> tuple[Profile, ...]:
    """The claims of the sentence before, last first, for a sentence that points back ("the vote", a pronoun).

    For a claim that tells of a thing by a pronoun ("the vote was put off; it ran into May") those before it in its own.
    """
    if _of_pronouns(known.claim) and (inside := _inside(made, known)):
        return inside
    if not BACK.match(known.claim.sentence.exact):
        return ()
    earlier = dropwhile(lambda p: p.claim.sentence.start >= known.claim.sentence.start, reversed(made))
    return tuple(next((list(g) for _, g in groupby(earlier, key=lambda p: p.claim.sentence.start)), ()))


def _of_pronouns(claim: Claim) -> bool:
    """Whether its words begin with a pronoun for a thing, and name nothing else that acts or is acted on; "it was late"
    is of no thing."""
    core = [r for r in claim.roles if r.name in ("agent", "patient")]
    first = claim.words.exact.split(maxsplit=1)[0].lower()
    if claim.head == "be" or first not in PRONOUNS:
        return False
    return bool(core) and all(r.head == first and not r.actor for r in core)


def _inside(made: Sequence[Profile], known: Known) -> tuple[Profile, ...]:
    """The claims of the same sentence that stand before, last first."""
    return tuple(takewhile(lambda p: p.claim.sentence.start == known.claim.sentence.start, reversed(made)))


def _profile(known: Known, place: int, before: Sequence[Profile], beside: Beside) -> Profile:
    claim, named = known.claim, naming(known.claim)
    again = next((p for p in before if p.groups & named.groups), None) if points_back(claim) else None
    if again is None and _of_pronouns(claim):
        again = next(iter(before), None)
    theme, around = named.theme, groups_in(stems(claim.sentence.exact))
    if again is not None:
        theme, around = (theme | again.groups | again.theme) - named.groups, around | again.around
    weights = _weights(claim, again or next(iter(before), None), AGAIN_WEIGHT if again else BEFORE_WEIGHT)
    return Profile(
        known,
        place,
        named.groups,
        theme,
        around,
        named.head,
        weights,
        claim.actors,
        beside.actors - claim.actors,
        frozenset(claim.places),
        ordinals(claim),
        occasions(claim),
        frozenset({beside.ranks[claim.id]} if claim.id in beside.ranks else ()),
        _names(claim.sentence.exact),
        core_names(claim) & _names(claim.sentence.exact),
        beside.numbers[claim.id],
        frozenset(w for w, x in weights.items() if x >= PLAIN) | {f"={g}" for g in named.groups | theme} | claim.actors,
        telltales(claim, named.groups, beside.numbers[claim.id].quantities),
        claim.id in beside.borrowed,
    )


def _weights(claim: Claim, before: Profile | None, share: float) -> dict[str, float]:
    """How much each stem tells: those of the clause in full, of the sentence and of the claim before in part."""
    names = _names(claim.sentence.exact)
    found = {w: BESIDE_WEIGHT if w in names else rarity(w) * SENTENCE_WEIGHT for w in stems(claim.sentence.exact)}
    for word, weight in before.weights.items() if before else ():
        found[word] = max(found.get(word, 0.0), weight * share)
    clause = {*stems(claim.anchor.exact), *map(stem, claim.terms), *(w for r in claim.roles for w in stems(r.words))}
    found.update({w: NAME_WEIGHT if w in names else rarity(w) for w in sorted(clause)})
    return {w: x for w, x in found.items() if x > FAINT and w not in CALENDAR}


def _names(sentence: str) -> frozenset[str]:
    """Stems of capitalised words inside the sentence (the first word only if it comes again)."""
    found = [m.group() for m in WORD.finditer(sentence) if m.group()[0].isupper() and m.start() > 0]
    return frozenset(s for w in found if (s := stem(w)) not in CALENDAR)
