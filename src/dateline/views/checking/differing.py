"""What a stored claim lacks, or tells otherwise, of a draft's that tells the same act: it cannot bear it out. Pure."""

from __future__ import annotations

from dateline.link.words import stem
from dateline.model.claim import Status
from dateline.views.asserting import exchanged, meaning_meets
from dateline.views.bearing import SPOKEN
from dateline.views.checking.aligning import stands
from dateline.views.checking.meant import Meant
from dateline.views.checking.senses import acts, pieces
from dateline.views.lasting import lasts_otherwise, spans_otherwise

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
UNREAL = frozenset({Status.DEMANDED, Status.CONDITIONAL, Status.PLANNED, Status.DENIED})
WHOLE = frozenset("all every each both none".split())
PART = frozenset("only half some most alone".split())
ORDERS = frozenset(stem(w) for w in "first second third fourth fifth last final only".split())
OFFICES = frozenset(stem(w) for w in "president premier chancellor speaker king queen pope mayor governor".split())
MUTUAL = frozenset("meet talk agreement sign fight cooperate dead-end divide sever".split())  # done by both sides
ASKING = frozenset({("demand", 1)})
UNDERGONE = frozenset(
    "kill elected appoint enter-office release expel label detain win-prize charge restore take-out".split()
)  # told of who undergoes it as if he acted: "lost his life", "won the election"


def short(drafted: Meant, stored: Meant, sure: bool = False) -> bool:
    """Whether the stored claim tells less than the draft, or otherwise; `sure` if so much else meets that the thing it
    is done to may be told in words that nobody knows."""
    return (
        not _as_real(drafted, stored)
        or not _counts_meet(drafted, stored)
        or not _parties_meet(drafted, stored)
        or _lengths_differ(drafted, stored)
        or _part_only(drafted, stored)
        or _said_other(drafted, stored)
        or not (sure or things_meet(drafted, stored))
    )


def spans_differ(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft tells a length of time that the stored sentence does not."""
    return spans_otherwise(_sentence(drafted), _sentence(stored))


def _sentence(m: Meant) -> str:
    return m.said.claim.sentence.exact


def _as_real(drafted: Meant, stored: Meant) -> bool:
    """Whether what the draft tells as done is told so, and what it tells as said is told as said."""
    mine, theirs = drafted.said.claim.status, stored.said.claim.status
    if mine in REAL and theirs is Status.DEMANDED and ASKING & drafted.head & stored.own:  # "had asked for it"
        return True
    return not (mine in REAL and theirs in UNREAL) and not (mine in SPOKEN and theirs not in SPOKEN)


def _said_other(drafted: Meant, stored: Meant) -> bool:
    """Whether nothing of what is said in the draft stands in the stored sentence, by any word."""
    if drafted.said.claim.status not in SPOKEN:
        return False
    speech = stem(drafted.said.claim.head)
    told = [i for i in drafted.items if not i.name and speech not in i.keys]
    return bool(told) and not any(stands(i, stored.keys | stored.near) for i in told)


def _counts_meet(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft's figures stand in the sentence, and what both claims count is alike."""
    mine, theirs = ({q.value for q in m.said.claim.quantities} for m in (drafted, stored))
    return drafted.said.figures <= stored.said.figures and not (mine and theirs and not mine & theirs)


def _parties_meet(drafted: Meant, stored: Meant) -> bool:
    told = bool(drafted.head & stored.head) and stored.said.claim.status in REAL
    undergone = UNDERGONE & {axis for axis, _ in drafted.head & stored.own}
    mine, theirs = _offices(drafted), _offices(stored)
    mutual = MUTUAL & {axis for axis, _ in drafted.head & stored.own}
    if exchanged(drafted.said, stored.said) and not (mutual or undergone):
        return False
    return meaning_meets(drafted.said, stored.said, bool(undergone), told) and not (theirs and mine - theirs)


def _offices(m: Meant) -> set[str]:
    """The offices that a sentence names."""
    told = _sentence(m).lower().replace("prime minister", "premier")
    return {w for w in pieces(told) if w in OFFICES}


def _lengths_differ(drafted: Meant, stored: Meant) -> bool:
    told = _untimed(drafted)
    return spans_otherwise(told, _sentence(stored)) or lasts_otherwise(told, _sentence(stored))


def _untimed(m: Meant) -> str:
    """The sentence without the words for its time ("within a week")."""
    when = m.said.claim.when
    return _sentence(m).replace(when.mark.exact, "") if when and when.mark and m.days else _sentence(m)


def _part_only(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft tells of all where the other tells of some, or of one of several that the other names not."""
    mine, theirs = (set(pieces(_sentence(m))) for m in (drafted, stored))
    return bool(mine & WHOLE and theirs & PART) or other_order(drafted, stored)


def other_order(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft tells of the first or second of several, and the claim's own words do not."""
    return bool(({k for i in drafted.items for k in i.keys} & ORDERS) - stored.clause)


def things_meet(drafted: Meant, stored: Meant) -> bool:
    """Whether the words for what acts and undergoes it stand there by some name, unless they belong to a phrase."""
    heads = {stem(r.head) for r in drafted.said.claim.roles if r.name in ("agent", "patient") and not r.actor}
    told = pieces(drafted.said.claim.words.exact)
    phrased = {told[p] for a in acts(told) for p in a.places if len(a.places) > 1}
    loose = [i for i in drafted.items if not i.name and heads & i.keys and not phrased & i.keys]
    return all(stands(i, stored.keys | stored.near) for i in loose)
