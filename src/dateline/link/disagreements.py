"""Findings between claims of one happening: contradiction, update, looser statement; and slips inside one text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from dateline.link.comparing import Comparing
from dateline.link.counts import CERTAIN, LIKELY, contradicting, told_of_two, unheard
from dateline.link.doers import doers
from dateline.link.figures import Clash, agree, clash
from dateline.link.firmness import ALIKE, COMMON, MORE, firm, nearest, unmatched
from dateline.link.gathered import one_meeting, two_bodies
from dateline.link.naming import acting
from dateline.link.posts import first_to_do, one_post
from dateline.link.profile import Profile
from dateline.link.reasons.likeness import in_common, likeness
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.once import named_once
from dateline.link.reasons.outcome import decisions, held_or_not, outcomes
from dateline.link.reasons.pair import Pair
from dateline.link.reasons.sole import appointed, persons
from dateline.link.reasons.wording import opposed
from dateline.link.slips import reliable, shifted, slip, spoken
from dateline.link.stages import stage
from dateline.link.terms import unlike_terms
from dateline.link.times import Fit, compare, exact
from dateline.link.venues import excluded, named, venue
from dateline.link.words import many, once, once_a_thing
from dateline.model.claim import Status, When
from dateline.model.ids import content_id
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind, Slot

PRODUCER = "disagreements/1"
LOCATED = frozenset(
    "sign meet talk treaty agree inaugurate bury birth marry crash found die try arrest convict acquit sentence "
    "exchange hand-over launch-space ceasefire peace".split()
)  # groups of what takes place in one town
GATHERED = frozenset("sign meet talk treaty agree ceasefire peace".split())  # of these, what one meeting may be called
STRUCK = frozenset(
    "kill attack bomb shoot abduct drone missile".split()
)  # what strikes one town and another the same day
ASSERTED = frozenset({Status.HAPPENED, Status.ONGOING})
LARGEST = 80  # claims of one happening that are compared with each other; more would be a list nobody reads
FEW = 12  # claims of a happening up to which it is so well defined that what joined it counts for all its pairs
LEAST = 1.2  # points that a pair must have in itself, whatever joined it, to be said to clash
ENOUGH = 0.4  # what two claims of one month have in common that tell of one occasion
MONTH = 31  # days of the longest time that is taken for one occasion
SEASON = 92  # days of the longest time in which what happens once is told of one town
CLOCK = re.compile(r"\b(?:GMT|UTC|E[SD]T|P[SD]T|C[SD]T|BST|CEST|CET|[Ll]ocal [Tt]ime)\b")
Told = tuple[str, str, Slot | None]  # ids of two claims, and a slot in which they were found to differ
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def findings(members: Sequence[Profile], comparing: Comparing) -> Iterator[Relation]:
    """Every pair over articles that differs, one finding a slot; copies of one text clash with nobody of their kind."""
    ordered = sorted(members, key=lambda p: p.id)[:LARGEST]
    least = LEAST if len(ordered) <= FEW else comparing.scorer.threshold
    pairs = [p for p in combinations(ordered, 2) if _two_voices(*p) and comparing.score(p[0].id, p[1].id) >= least]
    found = {r.id: r for a, b in pairs for r in _differing_of(a, b, comparing)}
    yield from found.values()
    told = {(r.a, r.b, r.slot) for r in found.values() if r.kind is RelationKind.CONTRADICTION}
    for a, b in (p for p in combinations(ordered, 2) if _two_voices(*p)) if told else ():
        if comparing.score(a.id, b.id) < LEAST:
            continue
        yield from (r for r in _with_others(a, b, ordered, told, comparing) if (a.id, b.id, r.slot) not in told)


def _two_voices(a: Profile, b: Profile) -> bool:
    return a.known.voice != b.known.voice and a.known.article_id != b.known.article_id


def _differing_of(a: Profile, b: Profile, comparing: Comparing) -> tuple[Relation, ...]:
    """What two differ in, worked out once for the two articles."""
    known = comparing.between(a.id, b.id).differing
    if (a.id, b.id) not in known:
        known[(a.id, b.id)] = tuple(_differing(a, b, comparing))
    return known[(a.id, b.id)]


def _differing(a: Profile, b: Profile, comparing: Comparing) -> Iterator[Relation]:
    score = comparing.score(a.id, b.id)
    pair = comparing.pair(a.id, b.id)
    if pair.crowd.kinship < USUAL and (in_common(pair) < COMMON or not _of_names(a, b)):
        return
    yield from _pair(a, b, score, comparing)
    yield from _outcomes(a, b, score, comparing)
    yield from _persons(a, b, score, comparing)
    sure = score >= CERTAIN or (score >= LIKELY and in_common(pair) >= ENOUGH)
    if one_meeting(pair) or (sure and _of_one_hour(pair, comparing) and _in_one_town(pair)):
        yield from _places(a, b, score, comparing)


def _of_names(a: Profile, b: Profile) -> bool:
    """Whether both sentences have a party, place or name in common."""
    return bool((a.actors | a.beside) & (b.actors | b.beside) or a.places & b.places or a.names & b.names)


def _of_one_hour(pair: Pair, comparing: Comparing) -> bool:
    """Whether both tell of one occasion: at one time, or of much in common in one month."""
    a, b = pair.a, pair.b
    if _one_time(a, b) or _only_then(pair, comparing):
        return True
    return _month(a, b) and in_common(pair) >= ENOUGH and not many(a.groups & b.groups)


def _in_one_town(pair: Pair) -> bool:
    """Whether it takes place in one town: both speak of what does, or of one thing that does not happen in several;
    and they do not have it done by two parties, each of which may have done it at home."""
    a, b = pair.a, pair.b
    if _by_two(a, b) or two_bodies(a, b):
        return False
    return _located(a, b) or (in_common(pair) >= MORE and not many(a.groups & b.groups))


def _by_two(a: Profile, b: Profile) -> bool:
    x, y = acting(a.claim), acting(b.claim)
    return bool(x and y) and not x & y and not a.actors & b.actors


def _located(a: Profile, b: Profile) -> bool:
    """Whether both speak at least of a happening that takes place in one town."""
    mine, theirs = (p.groups | p.theme for p in (a, b))
    if mine & theirs & LOCATED:
        return True
    gathered = ((p.groups | p.theme | p.around) & GATHERED for p in (a, b))
    return all(gathered) or (bool(mine & theirs & STRUCK) and bool(a.core & b.core))


def _with_others(
    a: Profile, b: Profile, members: Sequence[Profile], told: Collection[Told], comparing: Comparing
) -> Iterator[Relation]:
    """What the two differ in because one of them bears a third out that is found to differ from the other in it."""
    for mine, other in ((a, b), (b, a)):
        for third in members:
            if third is mine or third is other:
                continue
            low, high = min(third.id, other.id), max(third.id, other.id)
            if comparing.score(mine.id, third.id) < comparing.scorer.threshold:
                continue
            if (low, high, Slot.PLACE) in told and _of_one_town(mine, third) and _meet(a, b):
                yield from _places(a, b, comparing.score(a.id, b.id), comparing)
            if (low, high, Slot.DATE) in told and _meet(mine, third) and (dated := _reliable_dates(a, b, comparing)):
                yield dated
            if (low, high, Slot.NUMBER) in told and agree(mine.numbers, third.numbers) and (differ := clash(a, b)):
                yield _numbers(a, b, comparing.score(a.id, b.id), differ)


def _reliable_dates(a: Profile, b: Profile, comparing: Comparing) -> Relation | None:
    """That their dates exclude each other, if both tell it as done and the dates can be held against each other."""
    pair = comparing.pair(a.id, b.id)
    dated = _dates(a, b, comparing.score(a.id, b.id), named_once(pair)) if _done(a, b) else None
    return dated if dated and dated.kind is RelationKind.CONTRADICTION else None


def _of_one_town(a: Profile, b: Profile) -> bool:
    x, y = venue(a.claim), venue(b.claim)
    return x is not None and y is not None and not excluded(x, y)


def _meet(a: Profile, b: Profile) -> bool:
    return compare(a.claim.when, b.claim.when).fit in (Fit.EQUAL, Fit.NESTED)


def inconsistency(profile: Profile) -> Relation | None:
    """A slip inside one claim's own words: a weekday that is not that of the date beside it."""
    when = profile.claim.when
    if when is None:
        return None
    told = when.why if "weekday" in when.why.lower() else _weekday_slip(when)
    if not told:
        return None
    return _relation(RelationKind.INCONSISTENCY, profile, profile, 1.0, Reason("weekday", 1.0, told), Slot.DATE)


def office_slip(profile: Profile) -> Relation | None:
    """An office that the claim's words give somebody who did not hold it on the day of the happening."""
    if not profile.claim.slips:
        return None
    reasons = tuple(Reason("office", 1.0, told) for told in profile.claim.slips)
    named = content_id("relation", RelationKind.INCONSISTENCY, profile.id, profile.id, Slot.ACTOR)
    return Relation(
        named, RelationKind.INCONSISTENCY, profile.id, profile.id, 1.0, reasons, Slot.ACTOR, producer=PRODUCER
    )


def _weekday_slip(when: When) -> str:
    words = when.mark.exact if when.mark and exact(when) and re.search(r"\d", when.mark.exact) else ""
    named = [w for w in WEEKDAYS if w in words]
    if len(named) != 1 or when.days.start is None or named[0] == WEEKDAYS[when.days.start.weekday()]:
        return ""
    return f"“{words}”: {when.days.start} was a {WEEKDAYS[when.days.start.weekday()]}, the text says {named[0]}"


def _pair(a: Profile, b: Profile, score: float, comparing: Comparing) -> Iterator[Relation]:
    if a.status not in ASSERTED or b.status not in ASSERTED:
        return
    pair = comparing.pair(a.id, b.id)
    dated = _dates(a, b, score, named_once(pair))
    excluded = dated is not None and dated.kind is RelationKind.CONTRADICTION and pair.times.fit is Fit.APART
    if dated and (not excluded or _firm(pair, comparing)):
        yield dated
    of_two = told_of_two(pair) or ((a.timed or b.timed) and told_of_two(comparing.firsts(pair)))
    differ = contradicting(pair, score) if score >= LIKELY and not of_two else None
    if differ and (differ.grows or unheard(a, b, differ, comparing)):
        yield _numbers(a, b, score, differ)
    else:
        yield from _prison(pair, score, comparing)


def _prison(pair: Pair, score: float, comparing: Comparing) -> Iterator[Relation]:
    """Two terms for one verdict."""
    a, b = pair.a, pair.b
    told = comparing.tellings[a.known.article_id], comparing.tellings[b.known.article_id]
    values = unlike_terms(a, b, told) if score >= CERTAIN and not told_of_two(pair) else None
    if values:
        yield _numbers(a, b, score, Clash(*values, False))


def _firm(pair: Pair, comparing: Comparing) -> bool:
    if firm(pair):
        return True
    if not comparing.undisputed(pair):
        return False
    each = any(r.name == "nearest" for r in comparing.reasons(pair.a.id, pair.b.id))
    return unmatched(pair, comparing.scorer.content(pair)) or (each and nearest(pair))


def _outcomes(a: Profile, b: Profile, score: float, comparing: Comparing) -> Iterator[Relation]:
    pair = comparing.pair(a.id, b.id)
    against = opposed(pair)
    likely = score - comparing.scorer.points_of(against) if against else score
    values = outcomes(pair) or (decisions(pair) or held_or_not(pair) if likely >= CERTAIN else None)
    if values:
        reason = Reason("outcome", 1.0, f"one decision, two outcomes: {values[0]}, {values[1]}")
        yield _relation(RelationKind.CONTRADICTION, a, b, score, reason, Slot.OUTCOME, values)


def _persons(a: Profile, b: Profile, score: float, comparing: Comparing) -> Iterator[Relation]:
    values = persons(comparing.pair(a.id, b.id))
    told = f"one person alone does this, and two are named: {values[0]}, {values[1]}" if values else ""
    if not values and score >= CERTAIN and _done(a, b) and _month(a, b) and (values := doers(a, b)):
        told = f"not both can have done it: {values[0]}, {values[1]}"
    pair = comparing.pair(a.id, b.id)
    if not values and score >= CERTAIN and _done(a, b) and (values := one_post(pair) or first_to_do(pair)):
        told = f"one alone does this, and two are named: {values[0]}, {values[1]}"
    if not values and score >= CERTAIN and exact(a.claim.when) and a.days == b.days:
        values = appointed(a, b) if _only_one(a, comparing) and _only_one(b, comparing) else None
        told = f"one post, and two persons are named: {values[0]}, {values[1]}" if values else ""
    if values:
        yield _relation(RelationKind.CONTRADICTION, a, b, score, Reason("actor", 1.0, told), Slot.ACTOR, values)


def _only_one(own: Profile, comparing: Comparing) -> bool:
    """Whether its article tells of no other such happening on that day."""
    others = comparing.tellings[own.known.article_id].profiles
    return not any(p is not own and p.days == own.days and p.groups & own.groups for p in others)


def _done(a: Profile, b: Profile) -> bool:
    return all(p.status is Status.HAPPENED and not p.claim.negated for p in (a, b))


def _month(a: Profile, b: Profile) -> bool:
    """Whether the times meet, and neither is longer than a month."""
    return compare(a.claim.when, b.claim.when).meet_within(MONTH)


def _places(a: Profile, b: Profile, score: float, comparing: Comparing) -> Iterator[Relation]:
    """What takes place in one town, told of two."""
    if not _done(a, b):
        return
    x, y = (stage(p, comparing.tellings[p.known.article_id]) for p in (a, b))
    if x and y and excluded(x, y) and not named(x, b.claim) and not named(y, a.claim):
        values = (x.name, y.name)
        reason = Reason("place", 1.0, f"one happening, two towns: {values[0]}, {values[1]}")
        yield _relation(RelationKind.CONTRADICTION, a, b, score, reason, Slot.PLACE, values)


def _one_time(a: Profile, b: Profile) -> bool:
    """Whether both are of one stated day; or times of at most a season meet, and it is what happens only once."""
    if exact(a.claim.when) and exact(b.claim.when):
        return a.days == b.days
    shared = (a.groups | a.theme) & (b.groups | b.theme)
    if not (once(shared) or once_a_thing(shared)):
        return False
    return compare(a.claim.when, b.claim.when).meet_within(SEASON)


def _only_then(pair: Pair, comparing: Comparing) -> bool:
    """Whether times of at most a season meet, both name it by one kind of word and share much, and neither article
    tells of another such thing in that time."""
    a, b = pair.a, pair.b
    if not pair.times.meet_within(SEASON):
        return False
    if likeness(pair) < ALIKE or in_common(pair) < MORE or not a.groups & b.groups:
        return False
    return not any(_another(own, pair, comparing) for own in (a, b))


def _another(own: Profile, pair: Pair, comparing: Comparing) -> bool:
    """Whether its article tells of another happening of the kind both name, in the longer of both times."""
    kind, days = pair.a.groups & pair.b.groups, [p.days for p in (pair.a, pair.b) if p.days]
    others = comparing.tellings[own.known.article_id].profiles
    return any(p is not own and p.groups & kind and p.days and any(d.overlaps(p.days) for d in days) for p in others)


def _dates(a: Profile, b: Profile, score: float, once: bool) -> Relation | None:
    x, y = a.claim.when, b.claim.when
    if x is None or y is None or x.vague or y.vague or a.borrowed or b.borrowed:
        return None
    if spoken(x, a.claim.sentence) or spoken(y, b.claim.sentence):
        return None
    fit, values = compare(x, y).fit, (x.days.edtf(), y.days.edtf())
    found = shifted(x.days, y.days)
    if found and reliable(x, y):
        reason = Reason("date", 1.0, f"the dates cannot both be true; they differ {found[1]}")
        return _relation(RelationKind.CONTRADICTION, a, b, score, reason, Slot.DATE, values)
    if fit is Fit.APART and not (reliable(x, y, once) and _one_clock(a, b)):
        return None
    if fit is Fit.APART:
        found = slip(x, y)
        way = f"the dates cannot both be true; they differ {found[1]}" if found else "the dates cannot both be true"
        return _relation(RelationKind.CONTRADICTION, a, b, score, Reason("date", 1.0, way), Slot.DATE, values)
    if fit is Fit.NESTED and x.granularity != y.granularity and x.days.overlaps(y.days):
        looser, finer = (values[0], values[1]) if x.days.holds(y.days) else (values[1], values[0])
        reason = Reason("looser", 1.0, f"{looser} says less exactly what {finer} says")
        return _relation(RelationKind.LOOSER, a, b, score, reason, Slot.DATE, values)
    return None


def _one_clock(a: Profile, b: Profile) -> bool:
    """Whether neither sentence reckons in another place's time, which moves a night's happening by a day."""
    return not any(CLOCK.search(p.claim.sentence.exact) for p in (a, b))


def _numbers(a: Profile, b: Profile, score: float, differ: Clash) -> Relation:
    values = (differ.a, differ.b)
    if differ.grows:
        reason = Reason("update", 1.0, f"a count on its way: {values[0]}, {values[1]}")
        return _relation(RelationKind.UPDATE, a, b, score, reason, Slot.NUMBER, values)
    reason = Reason("number", 1.0, f"one happening, two figures: {values[0]}, {values[1]}")
    return _relation(RelationKind.CONTRADICTION, a, b, score, reason, Slot.NUMBER, values)


def _relation(
    kind: RelationKind, a: Profile, b: Profile, score: float, reason: Reason, slot: Slot, values: tuple[str, ...] = ()
) -> Relation:  # fmt: skip
    named = content_id("relation", kind, a.id, b.id, slot, *values)
    return Relation(named, kind, a.id, b.id, score, (reason,), slot, values, PRODUCER)
