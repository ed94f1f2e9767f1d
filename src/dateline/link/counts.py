"""Do figures of two claims on one happening contradict each other? Of one thing, doer and time, unheard of by both."""

from __future__ import annotations

from dateline.link.comparing import Comparing
from dateline.link.doers import each_does
from dateline.link.elaborating import another
from dateline.link.elections import two_elections
from dateline.link.figures import Clash, aside, clash, mistaken, tells, turned, two_rounds
from dateline.link.measures import two_measures
from dateline.link.numbers import CENT
from dateline.link.parts import unlike_parts
from dateline.link.profile import Profile
from dateline.link.reasons.pair import Pair
from dateline.link.reasons.parties import other_names, same_place
from dateline.link.reasons.standing import other_order
from dateline.link.reasons.wording import opposed

CERTAIN = 2.9  # points from which two claims are so surely one that their numbers may be held against each other
LIKELY = 2.0  # the same for numbers of which one is easily mistaken for the other
CHANGE = frozenset({"rise", "fall", "rate", "price"})  # whose share is that of just the time over which it is told


def contradicting(pair: Pair, score: float) -> Clash | None:
    """The figures that exclude each other, if they may be of one thing of one doer."""
    a, b = pair.a, pair.b
    differ = clash(a, b)
    differ = differ if differ and (turned(a, b) or (score >= CERTAIN and _of_kind(a, b))) else mistaken(a, b)
    if differ is None and (values := unlike_parts(a.claim, b.claim)):
        return Clash(*values, False)
    if differ is None or aside(a.claim, differ.a) or aside(b.claim, differ.b) or _of_two_spans(a, b, differ):
        return None
    return None if opposed(pair) or two_measures(a, b, differ) else differ


def _of_two_spans(a: Profile, b: Profile, differ: Clash) -> bool:
    """Whether they are shares by which something rose or fell, told over two times."""
    changed = not CHANGE.isdisjoint(a.groups & b.groups)
    return changed and a.days != b.days and all(CENT.search(words) for words in (differ.a, differ.b))


def _of_kind(a: Profile, b: Profile) -> bool:
    """Whether both are dated by themselves, or one tells on what it was and is of the other's very kind."""
    return not (a.timed or b.timed) or bool(a.groups & b.groups)


def told_of_two(pair: Pair) -> bool:
    """Whether they are two of a list, or of two doers, each of whom may have a figure of its own."""
    a, b = pair.a, pair.b
    numbered = other_order(pair)
    if (numbered and numbered.strength <= -1.0) or two_rounds(a.claim, b.claim) or two_elections(a.claim, b.claim):
        return True
    elsewhere = bool(other_names(pair)) and not same_place(pair)  # "soldiers from Norland" and "Norlandic soldiers"
    return elsewhere or each_does(pair) or _of_another(pair.a, pair.b) or _of_another(pair.b, pair.a)


def _of_another(own: Profile, other: Profile) -> bool:
    """Whether an undated one is told of somebody or something that the dated other does not know."""
    return own.days is None and other.days is not None and another(own, other, ("agent",))


def unheard(a: Profile, b: Profile, differ: Clash, comparing: Comparing) -> bool:
    """Whether neither article knows the other's figure: who tells of both does not mistake one for the other."""
    x, y = (comparing.tellings[p.known.article_id] for p in (a, b))
    return not (tells(x, a.claim, differ.b) or tells(y, b.claim, differ.a))
