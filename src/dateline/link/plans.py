"""A plan that gets a new day: the later report's day supersedes the earlier one's."""

from __future__ import annotations

from dateline.link.comparing import Comparing, Edge
from dateline.link.profile import Profile
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.pair import Pair
from dateline.link.reasons.specifics import specifics
from dateline.link.times import Fit
from dateline.link.words import WORD, faint, stem
from dateline.model.claim import Status
from dateline.model.ids import content_id
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind, Slot

PRODUCER = "plans/1"
LONGEST = 366  # days by which a plan is moved at most; later is another time
SLACK = 2  # days after the planned day within which it is told that nothing came of it
SPECIFIC = 2  # telling things that two plans of one happening share
ALIKE = 2.8  # points that they have beside what their days tell
TIMED = frozenset({"apart", "slip", "many", "too-little", "once", "specifics"})


def replanned(edge: Edge, comparing: Comparing) -> Relation | None:
    """That the later report of two gives what both tell of as planned another day; None if it does not."""
    if not all(planned(comparing.profiles[c]) for c in edge):
        return None
    pair = comparing.pair(*edge)
    if not _two_days(pair) or len(specifics(pair)) < SPECIFIC or _told_as_two(pair):
        return None
    grounds = [r for r in comparing.reasons(*edge) if r.name not in TIMED]
    score = round(sum(r.score for r in grounds), 3)
    if score < ALIKE:
        return None
    old, new = sorted((pair.a, pair.b), key=lambda p: str(p.known.published))
    told = f"planned for {_edtf(old)} as of {old.known.published}, for {_edtf(new)} as of {new.known.published}"
    values = (_edtf(pair.a), _edtf(pair.b))
    named = content_id("relation", RelationKind.SUPERSEDES, *edge, *values)
    reasons = (Reason("replanned", 1.0, told), *grounds)
    return Relation(named, RelationKind.SUPERSEDES, *edge, score, reasons, Slot.DATE, values, PRODUCER)


def planned(profile: Profile) -> bool:
    """Whether a claim tells of something planned for days to come, as of the day of its article."""
    days, published = profile.days, profile.known.published
    told = profile.claim.status is Status.PLANNED and not profile.claim.negated
    return told and days is not None and published is not None and days.upper >= published


def _two_days(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if (
        pair.times.fit is not Fit.APART
        or pair.times.gap > LONGEST
        or not (planned(a) and planned(b))
        or pair.crowd.kinship < USUAL
    ):
        return False
    old, new = sorted((a, b), key=lambda p: str(p.known.published))
    return a.known.voice != b.known.voice and a.known.published != b.known.published and _open(old, new)


def _open(old: Profile, new: Profile) -> bool:
    """Whether the old day had not passed when the new one was told; a later plan is one for another occasion."""
    told, day = new.known.published, old.days
    return told is not None and day is not None and (told - day.upper).days <= SLACK


def _told_as_two(pair: Pair) -> bool:
    """Whether one sentence was printed again, or they share no party, are numbered differently or of no common kind."""
    a, b = pair.a, pair.b
    if _plain(a) == _plain(b):
        return True
    if not (a.actors & b.actors or a.core & b.core or _agents(a) & _agents(b)):
        return True
    shared = (a.groups & (b.groups | b.theme)) | (b.groups & a.theme)
    return a.ordinals != b.ordinals or ((not shared or faint(shared)) and a.head != b.head)


def _plain(profile: Profile) -> str:
    return " ".join(WORD.findall(profile.claim.sentence.exact)).lower()


def _agents(profile: Profile) -> frozenset[str]:
    return frozenset(stem(r.head) for r in profile.claim.roles if r.name == "agent" and r.words[:1].isupper())


def _edtf(profile: Profile) -> str:
    return profile.days.edtf() if profile.days else ""
