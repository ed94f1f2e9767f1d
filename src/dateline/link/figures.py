"""Numbers of two claims on one happening: do they agree, does a later one replace the other, or do they contradict?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from dateline.link.numbers import DIGITS, Numbers
from dateline.link.profile import Profile, Telling
from dateline.link.units import CAST, PEOPLE, unit_of
from dateline.link.words import many, stem
from dateline.model.claim import Claim, Quantity

SETTLED = 30  # days after a happening from which a count that grows at first should have settled
CLOSE = 1.12  # tallies and margins further apart belong to different votes
COUNTED = frozenset(map(stem, ("vote", "point", "seat", "goal", "deputy", "lawmaker", "member")))
FACTOR = 3.0  # numbers further apart count different things
HUNDRED = 100  # from here on a figure that is not round tells which of its kind a thing is
NUMBERED = re.compile(
    r"(?i)\b(first|1st|second|2nd|third|3rd|fourth|final|last)\s+(?:[a-z]+\s+)?"
    r"(?:round|ballot|vote|reading|count|attempt|half|quarter|day|phase|stage|leg|instalment|installment|tranche)\b"
)
AGAINST = r"[^.,;:]{0,60}?\b(?:against|abstain(?:ed|ing)|absent|stayed (?:away|at home))\b"
WHOLE, SLACK = 100, 0.15  # per cent of a whole, and what two shares of it may lack by rounding
LEAST_DIGITS = 3  # digits from which figures that differ in one are likely a slip
SURGE = 30.0  # times by which a count on its way is multiplied at most
LEAST = frozenset({"at least", "no fewer than", "no less than", "not less than", "not fewer than"})
ROUND = 5  # a number that is a multiple of it may be rounded
SMALLEST = 20.0  # from here on trailing zeros may come from rounding
GROWING = frozenset(
    {"toll", "kill", "die", "wound", "flee", "arrest", "outbreak", "missing", "rescue", "donate", "count"}
)
SHARED_OUT = CAST | {"percent", stem("seat")}  # what is counted out over hours and days
VOTED = frozenset({"vote", "approve", "reject", "ratify", "election", "elected"})
UNFINISHED = re.compile(
    r"(?i)\b(?:so far|exit polls?|(?:opinion|latest|recent) polls?|(?:an?|one|another) (?:\w+ )?poll|"
    r"surveys?|pollsters?|preliminary|provisional|partial|"
    r"projected|projections?|forecasts?|early (?:results?|returns?|count)|"
    r"(?:percent|per cent|%) of (?:the )?(?:votes?|ballots?) counted|bulletins?|recount\w*|revised|estimate[sd]?|"
    r"first count)\b"
)  # a figure that another one follows


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures for one thing that differ, as worded in a and in b; `grows` if the count may have been on its way."""

    a: str
    b: str
    grows: bool


def clash(a: Profile, b: Profile) -> Clash | None:
    """The first figures of two claims on one happening that cannot both be true; None if there are none."""
    found = _tallies(a.numbers, b.numbers) or _dissent(a.numbers, b.numbers) or _sides(a.numbers, b.numbers)
    if found is not None or (a.numbers.tally and b.numbers.tally):
        return found
    grows, unfinished = _grows(a, b), any(UNFINISHED.search(p.claim.sentence.exact) for p in (a, b))
    for unit in sorted({unit_of(q) for q in a.numbers.quantities} & {unit_of(q) for q in b.numbers.quantities} - {""}):
        x = [q for q in a.numbers.quantities if unit_of(q) == unit and (grows or _counted(q))]
        y = [q for q in b.numbers.quantities if unit_of(q) == unit and (grows or _counted(q))]
        if not x or not y or (unfinished and unit in SHARED_OUT) or any(_agree(p, q) for p in x for q in y):
            continue
        if _beside(x, b.numbers) or _beside(y, a.numbers) or any(_other_side(p, q) for p in x for q in y):
            continue
        if not grows and not _as_exact(x[0], y[0]):
            continue
        if grows and _fewer_later(a, b, x[0], y[0]):
            return Clash(x[0].words, y[0].words, False)
        if len(x) == len(y) and _near(x[0].value, y[0].value, SURGE if grows else FACTOR):
            return Clash(x[0].words, y[0].words, grows)
    return None


def _other_side(a: Quantity, b: Quantity) -> bool:
    """Whether they are the two shares of which a whole is made: those who were for it, and those against."""
    shares = unit_of(a) == unit_of(b) == "percent"
    return shares and abs(a.value + b.value - WHOLE) <= max(_rounding(a.value, True), _rounding(b.value, True), SLACK)


def _beside(quantities: Iterable[Quantity], other: Numbers) -> bool:
    """Whether any claim of the other's sentence has one of them ("44.2 percent were for it, and 55.8 against")."""
    return any(unit_of(p) == unit_of(q) and _agree(p, q) for p in quantities for q in other.sentence)


def _counted(quantity: Quantity) -> bool:
    """Whether it is told exactly, or as what is known at least of a number that was counted, not rounded."""
    return not quantity.approx or quantity.approx.lower() in LEAST


def _as_exact(a: Quantity, b: Quantity) -> bool:
    """Whether both are told exactly, or both as the least, and not both rounded."""
    return bool(a.approx) == bool(b.approx) and (not a.approx or a.value % ROUND != 0 or b.value % ROUND != 0)


def _sides(a: Numbers, b: Numbers) -> Clash | None:
    """Votes of one side, as many here and as many there; or none here ("unanimously") and some there."""
    for side, count, words in a.sides:
        for other, number, told in b.sides:
            if side == other and count != number:
                return Clash(words, told, False)
    against = [next((w for s, n, w in x.sides if s == "against" and n), "") for x in (a, b)]
    if a.unanimous and against[1]:
        return Clash(a.unanimous, against[1], False)
    return Clash(against[0], b.unanimous, False) if b.unanimous and against[0] else None


def agree(a: Numbers, b: Numbers) -> bool | None:
    """Whether tallies (or a tally and a margin) agree; None if there is nothing to compare."""
    if a.tally and b.tally:
        return sorted(a.tally) == sorted(b.tally)
    for x, y in ((a, b), (b, a)):
        if x.margin and any(q.value == x.margin for q in y.quantities):
            return True
    return None


def _tallies(a: Numbers, b: Numbers) -> Clash | None:
    """Two tallies that differ a little or share out as many votes otherwise, or a margin that a tally belies."""
    if a.tally and b.tally:
        pairs = list(zip(sorted(a.tally), sorted(b.tally), strict=True))
        one_house = sum(a.tally) == sum(b.tally) and _near(max(a.tally), max(b.tally), CLOSE)
        close = (one_house or all(_near(x, y, CLOSE) for x, y in pairs)) and any(x != y for x, y in pairs)
        close = close or _one_mistaken(a.tally, b.tally)
        return Clash(_told(a.tally), _told(b.tally), False) if close else None
    if a.tally and (q := _off(a, b)):
        return Clash(_told(a.tally), q.words, False)
    if b.tally and (q := _off(b, a)):
        return Clash(q.words, _told(b.tally), False)
    return None


def _one_mistaken(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether one number of two tallies is the same, and the digits of the other are turned round."""
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(unlike) == 1 and sorted(f"{unlike[0][0]:g}") == sorted(f"{unlike[0][1]:g}")


def _dissent(a: Numbers, b: Numbers) -> Clash | None:
    """A vote told as unanimous, and a tally with votes against."""
    if a.unanimous and b.tally and min(b.tally) > 0:
        return Clash(a.unanimous, _told(b.tally), False)
    if b.unanimous and a.tally and min(a.tally) > 0:
        return Clash(_told(a.tally), b.unanimous, False)
    return None


def _off(tallied: Numbers, other: Numbers) -> Quantity | None:
    """A number of votes or points that is close to the tally's margin, but not it."""
    margin = tallied.margin or 0.0
    counted = [q for q in other.quantities if unit_of(q) in COUNTED]
    if any(q.value in (margin, *(tallied.tally or ())) for q in counted):
        return None
    return next((q for q in counted if _near(q.value, margin, CLOSE)), None)


def _told(tally: tuple[float, float]) -> str:
    return f"{tally[0]:g}-{tally[1]:g}"


def _agree(a: Quantity, b: Quantity) -> bool:
    share = unit_of(a) == "percent"
    return abs(a.value - b.value) <= max(_rounding(a.value, share), _rounding(b.value, share))


def _rounding(value: float, share: bool) -> float:
    """Half of the unit to which a number with trailing zeros, or a share without decimals, may have been rounded."""
    if share:
        return 0.5 if value == int(value) else 0.0
    step = 1.0
    while value >= SMALLEST and value % (step * 10) == 0:
        step *= 10
    return step / 2 if step > 1 else 0.0


def turned(a: Profile, b: Profile) -> tuple[str, str] | None:
    """The first two figures of one unit, in the words of a and of b, of which one is likely a slip for the other."""
    pairs = (
        (x, y) for x in a.numbers.quantities for y in b.numbers.quantities if unit_of(x) and unit_of(x) == unit_of(y)
    )
    return next(((x.words, y.words) for x, y in pairs if slipped(x.value, y.value)), None)


def alike_in_count(a: Profile, b: Profile) -> bool:
    """Whether the same party, in what does not come again and again, is told of one telling figure of one unit."""
    if many((a.groups | a.theme) & (b.groups | b.theme)) or not a.actors & b.actors or _grows(a, b):
        return False
    mine, theirs = ({(q.value, unit_of(q)) for q in p.numbers.quantities if _telling(q)} for p in (a, b))
    return bool(mine & theirs)


def _telling(quantity: Quantity) -> bool:
    """Whether few things are counted by just this figure: three digits and not round."""
    return quantity.value >= HUNDRED and quantity.value % 10 != 0 and not quantity.approx and bool(unit_of(quantity))


def mistaken(a: Profile, b: Profile) -> Clash | None:
    """The first two figures, of whichever words of the sentences, of which one is likely a slip for the other, where
    they count the same: shares, votes and those who cast them, people. None while a count may be on its way, and for a
    figure that the other sentence knows, too."""
    if _grows(a, b) or any(UNFINISHED.search(p.claim.sentence.exact) for p in (a, b)):
        return None
    mine, theirs = _figures(a), _figures(b)
    voted = all(not VOTED.isdisjoint(p.groups | p.theme | p.around) for p in (a, b))
    for x, y in product(mine, theirs):
        known = x.value in {q.value for q in theirs} or y.value in {q.value for q in mine}
        told = known or x.approx or y.approx or _agree(x, y) or _against(a.claim, x) != _against(b.claim, y)
        if not told and _one_kind(x, y, voted) and slipped(x.value, y.value):
            return Clash(x.words, y.words, False)
    return None


def two_rounds(a: Claim, b: Claim) -> bool:
    """Whether the sentences name two rounds, readings or counts by their numbers, and none in common."""
    x, y = ({m.group(1).lower() for m in NUMBERED.finditer(c.sentence.exact)} for c in (a, b))
    return bool(x and y) and not x & y


def aside(claim: Claim, words: str) -> bool:
    """Whether the sentence tells the figure of another in a relative clause ("beat the rival, which had 120 seats")."""
    return re.search(rf"\b(?:which|who|whose)\s+(?:\w+\s+){{0,3}}{re.escape(words)}", claim.sentence.exact) is not None


def tells(telling: Telling, claim: Claim, other: str) -> bool:
    """Whether another sentence of which an article makes claims than its claim's own has a figure, of two digits at
    least, that the other's words have and its own sentence has not."""
    own = claim.sentence.exact
    unlike = [d for d in DIGITS.findall(other) if len(d) > 1 and d not in own]
    figures = [re.compile(rf"(?<![\d.,]){re.escape(d)}(?![\d,]*\d)") for d in unlike]
    return any(f.search(p.claim.sentence.exact) for f in figures for p in telling.profiles)


def _against(claim: Claim, quantity: Quantity) -> bool:
    """Whether the figure is of those who were against, or not there."""
    return re.search(re.escape(quantity.words) + AGAINST, claim.sentence.exact) is not None


def _figures(profile: Profile) -> tuple[Quantity, ...]:
    return (*profile.numbers.quantities, *profile.numbers.loose)


def _one_kind(a: Quantity, b: Quantity, voted: bool) -> bool:
    """Whether both count one kind of thing: by one unit, or as votes and those who cast them, where votes are cast."""
    x, y = unit_of(a), unit_of(b)
    return bool(x) and (x == y or (voted and {x, y} <= CAST) or {x, y} <= PEOPLE)


def slipped(a: float, b: float) -> bool:
    """Whether one figure is easily mistaken for the other: digits turned round (134, 143), or one digit of three."""
    x, y = f"{a:g}", f"{b:g}"
    if x == y or len(x) != len(y) or sum(c.isdigit() for c in x) < LEAST_DIGITS or "e" in x + y:
        return False
    unlike = [(c, d) for c, d in zip(x, y, strict=True) if c != d]
    turned = len(unlike) == 2 and unlike[0] == unlike[1][::-1]
    return turned or (len(unlike) == 1 and x[0] == y[0])


def _near(a: float, b: float, factor: float) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return low > 0 and high / low <= factor


def _grows(a: Profile, b: Profile) -> bool:
    if GROWING.isdisjoint(a.groups | b.groups | a.around & b.around):
        return False
    return not (_settled(a) and _settled(b))


def _fewer_later(a: Profile, b: Profile, x: Quantity, y: Quantity) -> bool:
    """Whether a settled report gives a little less than an early one, both exactly: a count does not grow so."""
    if x.approx or y.approx or _settled(a) == _settled(b) or not _near(x.value, y.value, FACTOR):
        return False
    return x.value < y.value if _settled(a) else y.value < x.value


def _settled(profile: Profile) -> bool:
    """Whether the article was published so long after the happening that its count should be final."""
    published, days = profile.known.published, profile.days
    return published is None or days is None or days.end is None or _since(days.end, published) > SETTLED


def _since(end: date, published: date) -> int:
    return (published - end).days
