"""What is compared of a claim: its meaning-bearing words by weight, groups of happening, parties, time, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.link.base import Known
from dateline.link.words import WORD, groups_in, groups_of, lines, rarity, stem, stems
from dateline.model.claim import Claim
from dateline.model.time import Days, Granularity

CALENDAR = frozenset(stem(w) for line in lines("calendar.txt") for w in line.split())
ORDINALS = {
    "first": "first", "initial": "first", "second": "second", "third": "third", "fourth": "fourth", "fifth": "fifth",
    "again": "again", "another": "again", "new": "again", "renewed": "again", "revised": "again", "repeat": "again",
    "final": "final", "last": "", "preliminary": "first", "provisional": "first",
}  # fmt: skip
REACH = 28  # characters before the anchor in which an ordinal still belongs to it
NAME_WEIGHT = 0.9  # a name in the sentence is as telling as a rare word, short of one
SENTENCE_WEIGHT = 0.35  # words of the sentence outside the clause
BEFORE_WEIGHT = 0.3  # words of the claim before, for an anchor that points back
BACK = re.compile(r"(?i)^(?:the|this|that|these|those|such|its?|they|he|she|his|her|their|both|neither)\b")
DEFINITE = re.compile(r"(?i)^(?:the|this|that|these|those|such) ")
AGAIN_WEIGHT = 0.8  # the same for "the vote" after a sentence that told of a vote: one happening, told on
PLAIN = 0.25  # words that tell less are not worth looking at a pair for
FAINT = 0.05  # words that tell less are left out


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as it is compared. `groups` are what its head word can name, `theme` what other words of its anchor
    can, `around` all of the sentence. `weights` maps stems to how much they tell, 0..1.
    `place` counts in the article. `sketch` is what two claims must share something of to be compared at all.
    """

    known: Known
    place: int
    groups: frozenset[str]
    theme: frozenset[str]
    around: frozenset[str]
    head: str
    weights: Mapping[str, float]
    actors: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    ordinals: frozenset[str]
    sketch: frozenset[str]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.known.claim.id

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.known.claim

    @property
    def days(self) -> Days | None:
        """When, None for an undated claim."""
        return self.claim.when.days if self.claim.when else None

    @property
    def granularity(self) -> Granularity | None:
        """How exactly the source states when."""
        return self.claim.when.granularity if self.claim.when else None


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one article in the order of its text, and how often each stem stands in them."""

    article_id: str
    profiles: tuple[Profile, ...]
    stems: Mapping[str, int]
    actors: Mapping[str, int]


def telling(claims: Sequence[Known]) -> Telling:
    """The profiles of all claims of one article; the order given does not matter."""
    ordered = sorted(claims, key=lambda k: (k.claim.sentence.start, k.claim.anchor.start, k.claim.id))
    made: list[Profile] = []
    for at, known in enumerate(ordered):
        made.append(_profile(known, at, _before(made, known)))
    counts: Counter[str] = Counter(w for p in made for w in p.weights)
    actors: Counter[str] = Counter(a for p in made for a in p.actors)
    return Telling(ordered[0].article_id if ordered else "", tuple(made), counts, actors)


def _before(made: Sequence[Profile], known: Known) -> tuple[Profile, ...]:
    """The claims of the sentence before, last first, for a sentence that points back ("the vote", a pronoun)."""
    if not BACK.match(known.claim.sentence.exact):
        return ()
    earlier = [p for p in reversed(made) if p.claim.sentence.start < known.claim.sentence.start]
    return tuple(p for p in earlier if p.claim.sentence.start == earlier[0].claim.sentence.start)


def _profile(known: Known, place: int, before: Sequence[Profile]) -> Profile:
    claim = known.claim
    anchor, names = stems(claim.anchor.exact), _names(claim.sentence.exact)
    own, theme = _named_by(claim, anchor)
    again = next((p for p in before if p.groups & own), None) if DEFINITE.match(claim.anchor.exact) else None
    around = groups_in(stems(claim.sentence.exact))
    if again is not None:
        theme, around = (theme | again.groups | again.theme) - own, around | again.around
    weights = _weights(
        claim, anchor, names, again or next(iter(before), None), AGAIN_WEIGHT if again else BEFORE_WEIGHT
    )
    return Profile(
        known,
        place,
        own,
        theme,
        around,
        stem(claim.head.split()[0]) if claim.head.split() else "",
        weights,
        claim.actors,
        frozenset(claim.places),
        names,
        _ordinals(claim),
        frozenset(w for w, x in weights.items() if x >= PLAIN) | {f"={g}" for g in own | theme} | claim.actors,
    )


def _weights(
    claim: Claim, anchor: Sequence[str], names: frozenset[str], before: Profile | None, share: float
) -> dict[str, float]:
    """How much each stem tells: those of the clause in full, of the sentence and of the claim before in part."""
    found = {w: _weight(w, names) * SENTENCE_WEIGHT for w in stems(claim.sentence.exact)}
    for word, weight in before.weights.items() if before else ():
        found[word] = max(found.get(word, 0.0), weight * share)
    clause = {*anchor, *map(stem, claim.terms), *(stem(w) for r in claim.roles for w in r.head.split())}
    found.update({w: _weight(w, names) for w in sorted(clause)})
    return {w: x for w, x in found.items() if x > FAINT and w not in CALENDAR}


def _named_by(claim: Claim, anchor: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The groups that the head of the anchor names (with its particle), and those of the anchor's other words."""
    head = stem(claim.head.split()[0]) if claim.head.split() else ""
    at = anchor.index(head) if head in anchor else 0
    phrases = groups_in(anchor[at:]) - {g for w in anchor[at:] for g in groups_of(w)}
    own = frozenset(groups_of(head)) | phrases if not phrases else frozenset(phrases)
    rest = frozenset(g for i, w in enumerate(anchor) if i != at for g in groups_of(w))
    return (own, rest - own) if own else (rest, frozenset())


def _weight(word: str, names: frozenset[str]) -> float:
    return NAME_WEIGHT if word in names else rarity(word)


def _names(sentence: str) -> frozenset[str]:
    """Stems of capitalised words inside the sentence (the first word only if it comes again)."""
    found = [m.group() for m in WORD.finditer(sentence) if m.group()[0].isupper() and m.start() > 0]
    return frozenset(s for w in found if (s := stem(w)) not in CALENDAR)


def _ordinals(claim: Claim) -> frozenset[str]:
    at = max(0, claim.anchor.start - claim.sentence.start - REACH)
    near = claim.sentence.exact[at : claim.anchor.end - claim.sentence.start].lower()
    return frozenset(o for w in WORD.findall(near) if (o := ORDINALS.get(w)))
