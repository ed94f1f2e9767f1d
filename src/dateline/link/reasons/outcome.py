"""The same party does the same thing on the same day, and the sources tell opposite ends of it."""

from __future__ import annotations

from dateline.link.profile import Profile
from dateline.link.reasons.likeness import in_common
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.reasons.time import telling_gap
from dateline.link.telltales import DECIDED, deciders
from dateline.link.times import Fit, exact
from dateline.link.words import groups_of, opposite, rarity, stem, stems
from dateline.model.claim import Claim, Status

MONTH = 31
RARE = 0.5
TELLING = 0.9  # rarity in news of a noun for who decided that stands for one body
HOUSE = 2  # words of the name of a house that tell which it is
MUCH = 0.6  # what claims share that tell what was decided on a party and how it fared
SMALL = 3  # figures up to here are shared by chance
OCCASIONS = frozenset("meet talk vote election visit exercise launch-space perform".split())  # what is put off, or held
NAMED = OCCASIONS - {"visit"}  # of these, what a noun in common tells to be one
CALLED_OFF = frozenset({"cancel", "delay", "suspend"})
AGAINST = "no-confidence"  # the group of what a government does not survive
OFF = frozenset({Status.CANCELLED, Status.POSTPONED})


def opposite_outcome(pair: Pair) -> Ground | None:
    """Approved here, rejected there: one agent, one object, one exact day, opposite words for a decision."""
    found = outcomes(pair)
    if found is None:
        return None
    return Ground("outcome", 1.0, lambda: f"one decision told with opposite outcomes: {found[0]}, {found[1]}")


def outcomes(pair: Pair) -> tuple[str, str] | None:
    """The two outcomes in the words of the claims; None unless all but the outcome is the same."""
    a, b = pair.a.claim, pair.b.claim
    told = all(c.status is Status.HAPPENED and not c.negated for c in (a, b))
    if not told or not _one_time(pair) or pair.a.groups & pair.b.groups:
        return None
    if not opposite(pair.a.groups & DECIDED, pair.b.groups & DECIDED):
        return None
    named = _deciders(pair)
    agents = _parties(a, "agent") & _parties(b, "agent")
    if not (named or (agents and (pair.times.fit is Fit.EQUAL or any(rarity(w) >= TELLING for w in agents)))):
        return None
    return (a.anchor.exact, b.anchor.exact) if _on_thing(pair, bool(named)) else None


def _on_thing(pair: Pair, named: bool) -> bool:
    """Whether both decide on one thing: the same noun or figure, or, of one known decider, none that is told."""
    a, b = pair.a, pair.b
    things = _parties(a.claim, "patient"), _parties(b.claim, "patient")
    figures = ({q.value for q in p.numbers.quantities if q.value > SMALL} for p in (a, b))
    if things[0] & things[1]:
        return not _counted_apart(a.claim, b.claim)
    if things[0] and things[1]:
        return False
    return bool(set.intersection(*figures)) or named


def _counted_apart(a: Claim, b: Claim) -> bool:
    """Whether what both decide on is counted ("won 181 seats", "lost 118 seats"): two counts may both be right."""
    return all(any(r.name == "patient" and r.words[:1].isdigit() for r in c.roles) for c in (a, b))


def decisions(pair: Pair) -> tuple[str, str] | None:
    """The same of two claims that are one happening in all else: opposite decisions of one time on one party or thing,
    where at most one of them names who decided, or both the same."""
    a, b = pair.a.claim, pair.b.claim
    told = all(c.status is Status.HAPPENED and not c.negated for c in (a, b))
    if not told or pair.a.groups & pair.b.groups or not _of_one_month(pair):
        return None
    if not opposite(pair.a.groups & DECIDED, pair.b.groups & DECIDED) and not _outlived(pair):
        return None
    if _counted_apart(a, b):
        return None
    return (a.anchor.exact, b.anchor.exact) if _by_one(pair) and (_on_one(a, b) or _fared(pair)) else None


def _outlived(pair: Pair) -> bool:
    """Whether one tells that a motion of no confidence was carried, the other that somebody survived it."""
    ends = (pair.a.groups, pair.b.groups)
    told = all(AGAINST in p.groups | p.theme for p in (pair.a, pair.b))
    return told and any("survive" in x and "approve" in y for x, y in (ends, ends[::-1]))


def _by_one(pair: Pair) -> bool:
    """Whether both may be the decision of one: the same agents, or one of them unnamed, or named as where it was."""
    a, b = pair.a.claim, pair.b.claim
    agents = _parties(a, "agent"), _parties(b, "agent")
    if not (agents[0] and agents[1]) or agents[0] & agents[1]:
        return True
    return (_unnamed(a, b) and bool(pair.a.core & pair.b.core)) or _in_house(a, b) or _in_house(b, a)


def _in_house(a: Claim, b: Claim) -> bool:
    """Whether what one decided on is told as before the house that decided in the other ("a bill in the Senate")."""
    own, told = deciders(a), " ".join(r.words for r in b.roles if r.name == "patient")
    return bool(own) and len(own & set(stems(told))) >= min(HOUSE, len(own))


def _fared(pair: Pair) -> bool:
    """Whether one tells what was decided on a party, the other how that party fared, and they share much else."""
    a, b = pair.a.claim, pair.b.claim
    crossed = _parties(a, "agent") & _parties(b, "patient") | _parties(b, "agent") & _parties(a, "patient")
    return bool(crossed) and in_common(pair) >= MUCH


def _of_one_month(pair: Pair) -> bool:
    """One exact day, or a day in the month that the other tells."""
    exactly = exact(pair.a.claim.when) or exact(pair.b.claim.when)
    return exactly and pair.times.meet_within(MONTH)


def _unnamed(a: Claim, b: Claim) -> bool:
    """Whether one of them has it done by nobody whom we know, so that it may be the other's."""
    known = [[r for r in c.roles if r.name == "agent" and r.actor] for c in (a, b)]
    return not all(known)


def held_or_not(pair: Pair) -> tuple[str, str] | None:
    """That a thing was held on its day, and that it was called off, in the words of the claims; None unless both are
    told after that day: a thing called off before may still have been held."""
    a, b = pair.a.claim, pair.b.claim
    if not off_or_held(pair):
        return None
    off, held = (a, b) if a.status in OFF else (b, a)
    values = f"{off.status.value}: {off.anchor.exact}", held.anchor.exact
    return values if off is a else (values[1], values[0])


def off_or_held(pair: Pair) -> bool:
    """Whether one tells a meeting or vote of an exact day as put off or called off, the other as held on that day, and
    both were told after it."""
    a, b = pair.a, pair.b
    if pair.times.fit is not Fit.EQUAL or not exact(a.claim.when) or a.claim.negated or b.claim.negated:
        return False
    if {a.status in OFF, b.status in OFF} != {True, False} or Status.HAPPENED not in (a.status, b.status):
        return False
    if not all(p.known.published and p.days and p.known.published > p.days.upper for p in (a, b)):
        return False
    off, held = (a, b) if a.status in OFF else (b, a)
    told = held.groups | held.theme
    if told & CALLED_OFF:
        return False
    of_kind = bool(told & OCCASIONS) and bool((off.groups | off.theme | off.around) & OCCASIONS)
    return of_kind and _of_one_occasion(a, b)


def _of_one_occasion(a: Profile, b: Profile) -> bool:
    """Whether they share a party or place, or a noun for the occasion, and have no parties of their own alone."""
    if a.places & b.places or (a.actors | a.beside) & (b.actors | b.beside):
        return True
    called = any(not NAMED.isdisjoint(groups_of(w)) for w in a.weights.keys() & b.weights.keys())
    return called and not (a.actors and b.actors)


def _on_one(a: Claim, b: Claim) -> bool:
    """Whether they decide on one thing, or one on a party that the words of the other's thing name."""
    if _parties(a, "patient") & _parties(b, "patient"):
        return True
    told = [" ".join(r.words for r in c.roles if r.name == "patient") for c in (a, b)]
    named = [{r.words for r in c.roles if r.name == "patient" and r.actor} for c in (a, b)]
    return any(n in told[1] for n in named[0]) or any(n in told[0] for n in named[1])


def _one_time(pair: Pair) -> bool:
    """One exact day, or a day in the month that the other tells; or undated, told within a month in articles on one
    matter."""
    if pair.times.fit is Fit.UNDATED:
        gap = telling_gap(pair.a, pair.b)
        return gap is not None and gap <= MONTH and pair.crowd.kinship >= USUAL
    if pair.times.fit is Fit.NESTED and (exact(pair.a.claim.when) or exact(pair.b.claim.when)):
        return (pair.times.coarse or MONTH + 1) <= MONTH and pair.crowd.kinship >= USUAL
    return pair.times.fit is Fit.EQUAL and exact(pair.a.claim.when)


def _deciders(pair: Pair) -> frozenset[str]:
    """The names, rare in both articles, that both agents bear."""
    a, b = pair.a, pair.b
    shared = deciders(a.claim) & deciders(b.claim) & (a.names | b.names)
    return frozenset(w for w in shared if pair.crowd.word(w) >= RARE)


def _parties(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(r.actor or stem(r.head) for r in claim.roles if r.name == role)
