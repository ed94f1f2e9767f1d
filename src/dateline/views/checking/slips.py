"""In what a stored claim that tells of a draft's act still tells otherwise: sign, aspect, parties, time. Pure.

A draft differs from what it rests on most often in one small word: "still", "only", "against". What bears a draft out
has to have each of them.
"""

from __future__ import annotations

import re

from dateline.link.words import WORD, stem
from dateline.model.claim import Status
from dateline.model.time import Days
from dateline.views.bearing import points_back
from dateline.views.checking.aligning import one_sided, stands
from dateline.views.checking.meant import Meant
from dateline.views.checking.senses import acts, against, pieces, sides
from dateline.views.ordering import order_unsaid
from dateline.views.tokens import NEGATION

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
# Words for how an act lies in time, or for all of several; a sentence that bears them out has one of the same line.
MARKED = tuple(
    frozenset(line.split())
    for line in (
        "still remain remains remained continue continues continued continuing stay stays stayed yet",
        "only alone solely just merely exclusively",
        "all every everybody everyone entire whole last none nobody complete completely wholly entirely fully nothing",
        "both two either neither each",
        "again anew once return returned resume resumed renewed second re-elected reinstated reappointed",
    )
)
NEEDED = tuple(frozenset(line.split()) for line in ("still", "only alone solely", "all every none nobody", "both"))
TURNING = re.compile(
    r"(?i)\b(?:against|instead\s+of|rather\s+than|short\s+of|without"
    r"|(?:refus|fail|declin|neglect)\w*\s+to|unable\s+to|prevented\s+from|barred\s+from)\s+(?:the\s+|a\s+|an\s+)?(\w+)"
)
BESIDE = re.compile(r"(?<!day )\b(before|after)\s+(?!the end|the middle|the start|that\b|\d|this\b)")
REASON = re.compile(
    r"(?i)\b(?:because(?:\s+of)?|for\s+having|for\s+\w+ing|owing\s+to|due\s+to|on\s+the\s+grounds?)\b(.*)"
)
VALUING = frozenset(
    "praise support lawful peaceful rely rethink recommend".split()
)  # axes of what is thought of a thing
UNTIL = re.compile(r"(?i)\b(?:until|till|before)\b")
_YEAR = re.compile(r"\b[12]\d{3}\b")
NEXT = 2  # words behind a negation that it denies for certain
LEAST = 0.5  # part of the shorter of two times that has to lie in the other


def slips(drafted: Meant, stored: Meant) -> str:
    """In what the stored claim tells otherwise, in words; "" if in nothing that can be seen."""
    for name, differs in (
        ("sign", sign_differs),
        ("aspect", _unmarked),
        ("parties", _party_missing),
        ("time", _beside_the_time),
        ("fact", _only_meant),
        ("order", _other_order),
        ("contrary", _contrary_told),
        ("reason", _other_reason),
    ):
        if differs(drafted, stored):
            return name
    return ""


def sign_differs(drafted: Meant, stored: Meant) -> bool:
    """Whether what the draft denies ("voted against lifting") is told as so by the stored sentence."""
    mine, theirs = drafted.said.claim.sentence.exact, stored.said.claim.sentence.exact
    if UNTIL.search(mine):
        return False
    return bool(denied(mine) & (_affirmed(theirs)))


def only_denied(drafted: Meant, stored: Meant) -> bool:
    """The same where nothing is denied in the stored sentence."""
    theirs = stored.said.claim.sentence.exact
    return sign_differs(drafted, stored) and not (NEGATION.search(theirs) or TURNING.search(theirs))


def denied(text: str) -> frozenset[str]:
    """The stems of a text that stand only behind a negation, or behind "against", "instead of", "refused to"."""
    zones = [text[z.end() : _stop(text, z.end())] for z in NEGATION.finditer(text)]
    off = {stem(w) for zone in zones for w in WORD.findall(zone)[:NEXT]} | {
        stem(m.group(1)) for m in TURNING.finditer(text)
    }
    return frozenset(off) - _affirmed(text)


def _affirmed(text: str) -> frozenset[str]:
    """The stems that stand where nothing is denied."""
    off = {m.start(1) for m in TURNING.finditer(text)}
    zones = [(z.end(), _stop(text, z.end())) for z in NEGATION.finditer(text)]
    return frozenset(
        stem(m.group())
        for m in WORD.finditer(text)
        if m.start() not in off and not any(a <= m.start() < b for a, b in zones)
    )


def _stop(text: str, at: int) -> int:
    found = re.compile(r"[,;:.!?]|\b(?:but|although|though|while|and)\b").search(text, at)
    return found.start() if found else len(text)


def _unmarked(drafted: Meant, stored: Meant) -> bool:
    mine, theirs = (frozenset(m.said.claim.sentence.exact.lower().replace(",", " ").split()) for m in (drafted, stored))
    return any(mine & needed and not theirs & next(m for m in MARKED if needed <= m) for needed in NEEDED)


def _other_order(drafted: Meant, stored: Meant) -> bool:
    """Whether one tells only what comes before another thing, and the other only what comes after one, or nothing of
    any order."""
    told, held = (m.said.claim.sentence.exact for m in (drafted, stored))
    mine, theirs = (set(BESIDE.findall(s.lower())) for s in (told, held))
    if len(mine) == 1 and len(theirs) == 1 and mine != theirs:
        return True
    return order_unsaid(told, held, drafted.days is not None)


def _contrary_told(drafted: Meant, stored: Meant) -> bool:
    """Whether the stored sentence tells the contrary, and only that, of something that the draft tells."""
    mine, theirs = one_sided(drafted.own), one_sided(sides(acts(pieces(stored.said.claim.sentence.exact))))
    return any(axis in VALUING for axis in against(mine, theirs))


def _other_reason(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft gives a reason of which nothing stands in the stored sentence, or before it."""
    reason = REASON.search(drafted.said.claim.sentence.exact)
    if reason is None:
        return False
    told = [i for i in drafted.items if i.words in reason.group(1)]
    return bool(told) and not any(stands(i, stored.keys | stored.near) for i in told)


def _party_missing(drafted: Meant, stored: Meant) -> bool:
    """Whether one of several who act together in the draft stands nowhere in the claim's own words."""
    roles = [r for r in drafted.said.claim.roles if r.name == "agent" and r.words[:1].isupper()]
    if len(roles) < 2 or points_back(stored.said):
        return False
    named = [i for i in drafted.items if i.name and any(i.words in r.words for r in roles)]
    acting = any(r.name == "agent" for r in stored.said.claim.roles)
    return acting and any(not stands(i, stored.clause) for i in named)


def _beside_the_time(drafted: Meant, stored: Meant) -> bool:
    """Whether the time is another one, or only touches the draft's."""
    mine, theirs = drafted.days, stored.days
    if mine is None or theirs is None:
        return False
    if not mine.overlaps(theirs):
        return bool(_YEAR.search(_words_of(drafted))) and not stored.said.told_on(mine)
    return _shared(mine, theirs) < LEAST


def _words_of(drafted: Meant) -> str:
    """The words for the draft's time."""
    when = drafted.said.claim.when
    return when.mark.exact if when and when.mark else ""


def _shared(a: Days, b: Days) -> float:
    """The part of the shorter that lies in the other; 1 for open ones."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return 1.0
    both = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    return both / min((a.end - a.start).days + 1, (b.end - b.start).days + 1)


def _only_meant(drafted: Meant, stored: Meant) -> bool:
    """Whether what the draft tells as done stands in what is said only where nothing is done ("would leave")."""
    if drafted.said.claim.status not in REAL or stored.said.claim.status is not Status.SAID:
        return False
    mine = {a.axis for a in acts(pieces(drafted.said.claim.sentence.exact))}
    told = pieces(stored.said.claim.sentence.exact)
    alike = [a for a in acts(told) if a.axis in mine]
    unreal = stored.said.unreal - drafted.said.unreal
    return bool(alike) and all(any(told[p] in unreal for p in a.places) for a in alike)
