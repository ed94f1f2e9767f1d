"""How far a stored claim bears a drafted one out, or excludes it: by words, happening, time, place, figures. Pure.

What a drafted claim says is covered by what stands in the stored claim's clause, its sentence, or (weaker) around it;
its verb weighs as much as a name, and counts by the kind of happening that it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.words import groups_in, groups_of, kin, stem, stems
from dateline.model.claim import Claim, Status
from dateline.model.mark import DateMark
from dateline.model.time import Days
from dateline.views.tokens import LIGHT, Token

VERB = 1.0  # the weight of what the verb tells
AKIN = 0.85  # another word for the same kind of happening
KIN = 0.6  # a kind of happening that often goes with it
SUPPORT = (1.0, 0.9, 0.6, 0.3)  # what a word counts that stands in clause, sentence, near it, in the article
EXCLUDE = (1.0, 0.7, 0.5, 0.3)  # the same for a claim that excludes: a clash needs the clause itself
PRONOUNS = frozenset({"he", "she", "it", "they", "this", "that"})
SPOKEN = frozenset({Status.SAID, Status.DENIED, Status.DEMANDED})
SPEECH = frozenset({"say", "announce", "confirm", "deny", "admit", "report", "promise", "warn", "demand", "ask"})


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, as it is compared.

    `tokens` are what its clause (or whole sentence) says besides its verb; `tiers` the keys that stand in its clause,
    its sentence, near it and in its article; `groups` the happenings that its anchor can name, `head` those of its verb
    alone, `near` those of its sentence; `figures` the numbers that stand in the sentence, `negated` the stems that
    stand after a negation in it, `unreal` those that stand only where nothing is told as done; `times` are those that
    its sentence and the words before it speak of, `own_times` those of its sentence alone, `dates` the words for them;
    `understood` are the keys of the names that are the last of their kind before its sentence, or those that its text
    is about, of kinds of which the sentence names none.
    """

    claim: Claim
    tokens: tuple[Token, ...]
    tiers: tuple[frozenset[str], ...]
    groups: frozenset[str]
    head: frozenset[str]
    near: frozenset[str]
    figures: frozenset[str]
    negated: frozenset[str] = frozenset()
    times: tuple[Days, ...] = ()
    unreal: frozenset[str] = frozenset()
    own_times: tuple[Days, ...] = ()
    understood: frozenset[str] = frozenset()
    dates: tuple[DateMark, ...] = ()

    @property
    def days(self) -> Days | None:
        """When, None for an undated claim."""
        return self.claim.when.days if self.claim.when else None

    def told_on(self, days: Days) -> bool:
        """Whether its sentence speaks of one of these days."""
        return any(days.overlaps(t) for t in self.own_times)

    @property
    def verb(self) -> str:
        """The stem of the word that names the happening; "" for a verb that tells nothing ("take place")."""
        verb = stem(self.claim.head.split("-")[0])
        return "" if verb in LIGHT else verb


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a stored claim bears on a drafted one: how much of it it covers (0..1, for and against), whether the
    happening is of the same kind, whether their days meet, which names and figures of the draft it lacks, and how many
    figures stand elsewhere in its article; `core` is the share of what is no name that stands in its sentence."""

    stored: Said
    cover: float
    grip: float
    same_kind: bool
    dated: bool
    lacks: tuple[str, ...]
    unsaid: int
    core: float


def head_groups(claim: Claim) -> frozenset[str]:
    """The kinds of happening that the claim's verb (or noun) names; "turn-down" is a phrase."""
    parts = [stem(w) for w in claim.head.split("-")]
    return groups_in(parts) if not LIGHT.issuperset(parts) else frozenset()


def anchor_groups(claim: Claim) -> frozenset[str]:
    """The kinds of happening that the words of the anchor can name."""
    return groups_in([w for w in stems(claim.anchor.exact) if w not in LIGHT]) | head_groups(claim)


def bearing(drafted: Said, stored: Said) -> Bearing:
    """How the stored claim bears on the drafted one."""
    kind = _kind(drafted, stored)
    lacks = tuple(t.words for t in drafted.tokens if t.name and reach(t, stored, SUPPORT) < t.least)
    figures = drafted.figures - stored.figures
    return Bearing(
        stored,
        _cover(drafted, stored, SUPPORT, kind),
        _cover(drafted, stored, EXCLUDE, kind),
        kind >= AKIN,
        bool(drafted.days and stored.days and drafted.days.overlaps(stored.days)),
        (*lacks, *sorted(figures - stored.tiers[-1])),
        len(figures),
        _core(drafted, stored, kind),
    )


def _cover(drafted: Said, stored: Said, worth: Sequence[float], kind: float) -> float:
    verb = VERB if drafted.verb or drafted.groups else 0.0
    total = verb + sum(t.weight for t in drafted.tokens)
    got = verb * kind + sum(t.weight * reach(t, stored, worth) for t in drafted.tokens)
    return got / total if total else 0.0


def _core(drafted: Said, stored: Said, kind: float) -> float:
    words = [t for t in drafted.tokens if not t.name]
    total = VERB + sum(t.weight for t in words)
    near = SUPPORT[2] if points_back(stored) else AKIN * SUPPORT[1]
    said = sum(t.weight for t in words if reach(t, stored, SUPPORT) >= near)
    return (VERB * kind + said) / total


def points_back(said: Said) -> bool:
    """Whether who or what acts is only a pronoun that nothing resolved."""
    roles = [r for r in said.claim.roles if r.name in ("agent", "patient") and not r.actor]
    return any(r.words.lower() in PRONOUNS for r in roles)


def reach(token: Token, stored: Said, worth: Sequence[float]) -> float:
    """How near the token, or another word for it, stands to the stored claim."""
    exact = next((w for tier, w in zip(stored.tiers, worth, strict=True) if token.stands_in(tier)), 0.0)
    groups = set(groups_of(token.keys[-1])) if not token.name else set()
    akin = worth[0] if groups & stored.groups else worth[1] if groups & stored.near else 0.0
    return max(exact, AKIN * akin)


def _kind(drafted: Said, stored: Said) -> float:
    """How well the stored claim tells of a happening of the drafted kind: 1 the same word, less for kin, 0 another."""
    if drafted.claim.status in SPOKEN:
        return _content_kind(drafted.near - SPEECH, stored.near - SPEECH)
    if not drafted.verb:
        return _content_kind(drafted.groups, stored.groups)
    if drafted.verb in stored.tiers[0] or drafted.head & stored.head:
        return 1.0
    if drafted.head & stored.groups or (stored.verb and stored.verb in drafted.tiers[0]):
        return AKIN
    if drafted.groups & stored.groups or drafted.head & stored.near:
        return KIN + 0.1
    return KIN if kin(drafted.head or drafted.groups, stored.groups) else 0.0


def _content_kind(drafted: frozenset[str], stored: frozenset[str]) -> float:
    if not drafted or drafted & stored:
        return 1.0
    return KIN if kin(drafted, stored) else 0.3
