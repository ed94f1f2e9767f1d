"""Whether a stored claim tells of what a drafted one says as a fact, of the same parties in the same parts. Pure.

Words that merely stand in the same sentence bear nothing out: what was asked for, ordered or blocked was not done, and
who was there did not act.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.link.words import stem, stems
from dateline.model.claim import Role
from dateline.views.bearing import PRONOUNS, SPOKEN, SUPPORT, Said, reach

POINTING = PRONOUNS | {"who", "which", "whom", "what"}
ACTS = ("agent", "speaker")
WHERE = ("in", "at", "near", "into", "to")


def asserts(drafted: Said, stored: Said) -> bool:
    """Whether the stored claim can bear the drafted one out, as far as predicate, parties and negation go."""
    return (
        _as_fact(drafted, stored)
        and _same_predicate(drafted, stored)
        and _same_sign(drafted, stored)
        and _agents_meet(drafted, stored)
        and _patients_meet(drafted, stored)
        and _places_meet(drafted, stored)
        and _things_meet(drafted, stored)
    )


def _as_fact(drafted: Said, stored: Said) -> bool:
    """Whether the draft's verb does not stand only behind a negation or where nothing is done ("bid to join")."""
    verb = drafted.verb
    if not verb or drafted.claim.negated or verb == stored.verb:
        return True
    return verb not in (stored.negated - drafted.negated) | (stored.unreal - drafted.unreal)


def _same_predicate(drafted: Said, stored: Said) -> bool:
    """Whether the stored claim itself tells of the draft's kind of happening; its object or aim does not count."""
    if not drafted.verb or drafted.claim.status in SPOKEN:
        return True
    if drafted.verb == stored.verb or drafted.head & (stored.head | stored.groups):
        return True
    return drafted.verb in stored.tiers[0] or (not drafted.head and bool(drafted.groups & stored.groups))


def _same_sign(drafted: Said, stored: Said) -> bool:
    """Whether both deny something in their own words, or neither."""
    if drafted.claim.negated != stored.claim.negated:
        return True  # a clash, weighed elsewhere
    return bool(drafted.negated & drafted.tiers[0]) == bool(stored.negated & stored.tiers[0])


def _agents_meet(drafted: Said, stored: Said) -> bool:
    """Whether one who acts in the draft acts in the stored claim; where nobody does, whether he does not undergo it."""
    mine, theirs = _roles(drafted, ACTS), _roles(stored, ACTS)
    undergo, undergone = _roles(drafted, ("patient",)), _roles(stored, ("patient",))
    if not mine:
        return True
    if not theirs:
        return not (undergo and any(_inside(a, b) for a in mine for b in undergone))
    known = all(_telling(r, drafted) for r in mine) and all(_telling(r, stored) for r in theirs)
    others = theirs if undergo else [*theirs, *undergone]
    return not known or any(_meet(a, b) for a in mine for b in others)


def _patients_meet(drafted: Said, stored: Said) -> bool:
    """Whether what is named as undergoing it stands in the stored claim's words, if something named undergoes that."""
    mine, theirs = _roles(drafted, ("patient",)), _roles(stored, ("patient",))
    known = mine and theirs and all(_telling(r, drafted) for r in mine) and all(_names(r, stored) for r in theirs)
    return not known or any(_meet(a, b) for a in mine for b in theirs) or _named_in(mine, drafted, stored)


def _things_meet(drafted: Said, stored: Said) -> bool:
    """Whether the thing that the draft says it was done to is spoken of near the stored claim, by some word."""
    mine = [r for r in _roles(drafted, ("patient",)) if not _names(r, drafted)]
    theirs = _roles(stored, ("patient", "topic"))
    heads = [t for t in drafted.tokens for r in mine if not t.name and stem(r.head) in t.keys]
    return not heads or not theirs or any(reach(t, stored, SUPPORT) > 0 for t in heads)


def _places_meet(drafted: Said, stored: Said) -> bool:
    """Whether a place that the draft names beside it stands in the stored claim's words, if that has a place."""
    mine, theirs = _beside(drafted), _beside(stored)
    return not mine or not theirs or any(_meet(a, b) for a in mine for b in theirs) or _named_in(mine, drafted, stored)


def _beside(said: Said) -> list[Role]:
    """The named parties and places that stand behind a word of place."""
    told = said.claim.sentence.exact
    return [r for r in _roles(said, ("other",)) if _names(r, said) and any(f" {p} {r.words}" in told for p in WHERE)]


def _named_in(roles: Sequence[Role], drafted: Said, stored: Said) -> bool:
    """Whether a name in these parts of the draft stands in the stored claim's own words."""
    names = [t for t in drafted.tokens if t.name and any(t.words in r.words for r in roles)]
    return any(t.stands_in(stored.tiers[0]) for t in names)


def _roles(said: Said, names: Sequence[str]) -> list[Role]:
    """The parties in these parts, without pronouns that nothing resolved."""
    return [r for r in said.claim.roles if r.name in names and (r.actor or r.words.lower() not in POINTING)]


def _telling(role: Role, said: Said) -> bool:
    """Whether a party is named, so that another name is another party."""
    return bool(role.actor) or any(t.name and stem(role.head) in stems(t.words) for t in said.tokens)


def _names(role: Role, said: Said) -> bool:
    """Whether the words of a party name anybody."""
    return bool(role.actor) or any(t.name and t.words in role.words for t in said.tokens)


def _meet(a: Role, b: Role) -> bool:
    """Whether two parties are one, a body of the other, or called by one word."""
    one, other = sorted((a.actor, b.actor), key=len)
    return bool(one and f"{other}-".startswith(f"{one}-")) or _inside(a, b) or _inside(b, a)


def _inside(a: Role, b: Role) -> bool:
    """Whether the word that names one party stands in the words of the other."""
    return stem(a.head) in stems(b.words)
