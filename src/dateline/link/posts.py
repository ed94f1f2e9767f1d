"""Two persons for what one alone does: who took or left a post at one time, and who was the first to do a thing."""

from __future__ import annotations

import re
from collections.abc import Collection

from dateline.link.profile import CALENDAR, Profile
from dateline.link.reasons.likeness import in_common
from dateline.link.reasons.pair import Pair
from dateline.link.telltales import besides
from dateline.link.words import WORD, stem, stems
from dateline.model.claim import Claim

MONTH = 31  # days of the longest time that is taken for one occasion
MUCH = 0.6  # what two claims have in common that tell of one deed
KIN = 0.3  # kinship of articles of one matter, in which a post is that of one body
CHANGED = frozenset({"resign", "dismiss", "appoint", "inaugurate", "elected", "succeed"})
POST = (
    r"ministers?|president|premier|chancellor|mayor|governor|speaker|chairman|chairwoman|chair|chairperson|secretary|"
    r"leader|chief|head|commander|director|coach|captain|envoy|ambassador|prosecutor|commissioner|taoiseach"
)
AS = re.compile(
    rf"(?i)\b(?:as|post of|office of|become|became|named|appointed|elected|chose|made)\s+"
    rf"(?:(?-i:[A-Z])[\w'’-]+\s+){{0,3}}(?:the\s+|its\s+|their\s+|an?\s+)?"
    rf"((?:[a-z][\w'-]*\s+){{0,3}}(?:{POST})(?:-general)?)\b(?!-)(?:\s+of\s+(?:the\s+)?([\w'’-]+(?:\s+[A-Z][\w'’-]+)*))?"
)
SHARED = frozenset(map(stem, "minister secretary commissioner ambassador envoy head chief director commander".split()))
BY_NAME = re.compile(
    r"((?:[A-Z][\w'’-]+\s+){0,3}[A-Z][\w'’-]+)(?:,\s[^,;.]{3,60},)?\s+(?:(?:had|has|have|was|then|also|suddenly)\s+){0,2}$"
)  # a name right before a verb, or parted from it by what the person is
FIRST = frozenset({stem("first")})  # a first minister has none above
REACH = 80  # characters before the verb in which its subject's name stands
NOT_OURS = re.compile(
    r"(?i)\b(?:his|her|its|their|my|our)\s+(?:own\s+)?(?:very\s+)?(?:first|last|final|second|third)\b"
)


def one_post(pair: Pair) -> tuple[str, str] | None:
    """The two persons who are each told to have taken, or left, one post at one time; None unless the post is told by
    the same words in both, and neither sentence names the other's person."""
    a, b = pair.a, pair.b
    if pair.crowd.kinship < KIN or not a.groups & b.groups & CHANGED or not pair.times.meet_within(MONTH):
        return None
    x, y = _holder(a.claim), _holder(b.claim)
    if not x or not y or {*stems(x)} & {*stems(y)} or _knows(a.claim, y) or _knows(b.claim, x):
        return None
    return (x, y) if _same_post(a.claim, b.claim) and not _elsewhere(a, b, {*stems(x), *stems(y)}) else None


def _elsewhere(a: Profile, b: Profile, persons: Collection[str]) -> bool:
    """Whether they are at two places, or each sentence names others than the persons and none is named by both."""
    x, y = a.names - frozenset(persons), b.names - frozenset(persons)
    return bool(a.places and b.places and not a.places & b.places) or bool(x and y and not x & y)


def _same_post(a: Claim, b: Claim) -> bool:
    """Whether both name one post by the same words, and not as of two bodies."""
    mine, theirs = _posts(a), _posts(b)
    bodies = ((mine[post], theirs[post]) for post in sorted(mine.keys() & theirs.keys(), key=sorted))
    return any(not (x and y) or bool(x & y) for x, y in bodies)


def _posts(claim: Claim) -> dict[frozenset[str], frozenset[str]]:
    """The body of each post, if told, by the post's stems; none that several hold ("a minister"), no deputies'."""
    found = AS.finditer(claim.sentence.exact)
    told = {frozenset(stems(m.group(1))): frozenset(stems(m.group(2) or "")) for m in found}
    return {p: body for p, body in told.items() if not (len(p) == 1 and p <= SHARED) and not p & (besides() - FIRST)}


def _holder(claim: Claim) -> str:
    """The name of the one person who takes or leaves it: the role's, else the name right before the verb; else ""."""
    named = [r.words for r in claim.roles if r.name in ("agent", "patient") and r.actor and _is_name(r.words)]
    if named:
        return named[0] if len(named) == 1 and " and " not in named[0] else ""
    return _before_verb(claim)


def _before_verb(claim: Claim) -> str:
    verbs = (m.start() for m in WORD.finditer(claim.sentence.exact) if stem(m.group()) == stem(claim.head))
    found = (BY_NAME.search(claim.sentence.exact, max(0, at - REACH), at) for at in verbs)
    return next((" ".join(_without_months(m.group(1))) for m in found if m), "")


def _without_months(words: str) -> list[str]:
    return [w for w in words.split() if stem(w) not in CALENDAR]


def _is_name(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1][:1].isupper()


def _knows(claim: Claim, person: str) -> bool:
    """Whether the sentence names the person, too."""
    return person.rsplit(maxsplit=1)[-1] in claim.sentence.exact


def first_to_do(pair: Pair) -> tuple[str, str] | None:
    """The two persons who are each told to have done what is numbered alike ("the first terms"), to one thing, at one
    time; None for what is somebody's own first."""
    a, b = pair.a, pair.b
    if (
        not a.ordinals & b.ordinals
        or a.claim.head != b.claim.head
        or in_common(pair) < MUCH
        or not pair.times.meet_within(MONTH)
    ):
        return None
    if any(NOT_OURS.search(p.claim.sentence.exact) for p in (a, b)) or not _things(a) & _things(b):
        return None
    x, y = (_before_verb(p.claim) for p in (a, b))
    if not x or not y or {*stems(x)} & {*stems(y)} or _knows(b.claim, x) or _knows(a.claim, y):
        return None
    return x, y


def _things(profile: Profile) -> frozenset[str]:
    return frozenset(stem(r.head) for r in profile.claim.roles if r.name == "patient" and r.head)
