"""The diplomatic calendar: what was planned, and whether it was held, put off, called off, or never reported on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dateline.link.words import WORD, faint, groups_in, groups_of, rarity, stem
from dateline.model.claim import Certainty, Claim, Status
from dateline.model.relation import RelationKind
from dateline.model.time import Days, Granularity, day
from dateline.views.dossier.allotting import own_voice
from dateline.views.dossier.choosing import shown
from dateline.views.dossier.making import cited, resting_on, told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.occasions import Planned, once
from dateline.views.dossier.parts import DossierLine, Part, Plan, Turnout
from dateline.views.dossier.scraps import is_scrap
from dateline.views.evidence import published_day
from dateline.views.wording import Stated, stated, stated_days

PLANS = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
GATHERINGS = frozenset({"meet", "talk", "vote", "visit", "elect"})
OCCASION = re.compile(
    r"\b(?:ceremon(?:y|ies)|lunch(?:eon)?|dinner|trip|tour|signing|sessions?|hearings?|rounds?|conferences?|congress"
    r"|games?|exercises?|sittings?|debates?|launch(?:es)?|flights?|summits?|referendums?|plebiscites?|parades?)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:the|a|an|its|his|her|their)\s", re.IGNORECASE
)  # the plan is named: what is denied is another thing
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
CHANGING = frozenset({"cancel", "delay", "suspend"})  # groups of words by which a plan is changed
TITLES = {
    Turnout.AHEAD: "Planned",
    Turnout.HELD: "Held",
    Turnout.POSTPONED: "Postponed",
    Turnout.CANCELLED: "Cancelled",
    Turnout.UNREPORTED: "Day passed, not told as held",
}
FRESH = 31  # days around the planned one in which a report's own day tells when a plan changed
INHERITED = 20  # days of a time that a plan only inherits from which it is none of its own
_UNDONE = (
    r"(?:(?:will|would|is|was|are|were)\s+(?:not|never|no\s+longer)\s+(?:to\s+)?(?:be\s+)?(?:take\s+place|held|go\s+ahead"
    r"|happen|proceed|convened?)|(?:did\s+not|didn[’']t|never)\s+(?:take\s+place|took\s+place|go\s+ahead|went\s+ahead"
    r"|happen(?:ed)?|materiali[sz]ed?|came\s+about|come\s+about))\b"
)
UNHELD = re.compile(_UNDONE)
NEVER = re.compile(
    r"(?:It|They|This|The\s+(?:[a-z]+\s+)?(?:meeting|summit|talks|visit|trip|vote|conference|round|session|ceremony"
    r"|election|elections|referendum|hearing))\s+" + _UNDONE
)
EXPECTED = re.compile(r"\bto\s+have\b")  # "are expected to have died" tells of what is past
COUNTED = re.compile(r"\b(?:earlier|before|later|ago)\b", re.IGNORECASE)
HELD = 1 << 14  # words whose kinds of happening are kept
CLOSE = 62  # days of a plan's time within which a happening of the same words is what was planned
SHARED = 2  # telling words that a plan and the report of it share at least


def calendar(planned: Sequence[Planned], material: Material, each: int) -> tuple[tuple[Part, ...], int]:
    """The plans by state, the last `each` of a state by the day for which they were made; and how many are left out."""
    parts, left = [], 0
    for state in Turnout:
        kept = [p for p in planned if p.plan.state is state]
        left += max(0, len(kept) - each)
        parts.append(Part(TITLES[state], tuple(line(p, material) for p in kept[-each:])))
    return tuple(p for p in parts if p.lines), left


def plans(material: Material) -> list[Planned]:
    """Everything that was planned, put off or called off, by day: once for each happening, state and day."""
    found: dict[tuple[str, str, str], Claim] = {}
    for event in material.gathered.events:
        for claim in material.gathered.claims_of(event):
            if claim.when and (is_plan(claim) or changing(claim)) and not vague(claim):
                found.setdefault((event.id, claim.status, claim.when.days.edtf()), claim)
    told = {(c.article_id, c.sentence.start) for c in found.values() if c.status in OFF}
    kept = [c for c in found.values() if c.status in PLANS or (c.article_id, c.sentence.start) not in told]
    kept = [c for c in kept if not is_scrap(material.texts.of(c).text, *shown(c, material).reach)]
    return once(sorted((planned(c, material) for c in kept), key=planned_day), material)


def planned(claim: Claim, material: Material) -> Planned:
    """A claim with how its plan stands; with it the claim that tells that nothing came of it, if there is one."""
    never = unheld(claim, material) if claim.status is Status.PLANNED else None
    plan = plan_of(claim, material)
    if never is None:
        return Planned(claim, plan)
    words = f"told as not held: “{never.anchor.exact}”"
    return Planned(claim, Plan(Turnout.CANCELLED, plan.planned_for, None, words), (never,) if never != claim else ())


def is_plan(claim: Claim) -> bool:
    """Whether a claim tells of something planned, put off or called off ("the plan had not changed" tells of one)."""
    return claim.status in PLANS and (not claim.negated or NAMED.match(claim.anchor.exact) is not None)


def vague(claim: Claim) -> bool:
    """Whether a plan is none, or has no day of its own: what may come, what somebody hopes in his own voice, what is
    told of "recently", or what a whole part of a text, told of a month or more, takes for coming."""
    if claim.status is not Status.PLANNED or claim.when is None:
        return False
    if claim.certainty is Certainty.POSSIBLE or claim.when.vague or EXPECTED.search(claim.anchor.exact):
        return True
    coarse = claim.when.how == "inherited" and (claim.when.days.length() or CLOSE) > INHERITED
    return coarse or own_voice(claim) or nobody(claim)


def unheld(claim: Claim, material: Material) -> Claim | None:
    """The claim by which a plan came to nothing: its own sentence goes on to tell that it will not be, or the next one
    that it never was."""
    at = claim.anchor.end - claim.sentence.start
    if UNHELD.search(claim.sentence.exact, at):
        return claim
    after = material.texts.of(claim).after(claim.sentence.start)
    told = material.sentence_claims(claim.revision_id, after.start) if after else []
    return next((c for c in told if NEVER.match(c.sentence.exact)), None)


def nobody(claim: Claim) -> bool:
    """Whether the sentence says that nobody expects it."""
    return re.match(r"[\W_]*(?:Nobody|No\s+one|None|Few|Hardly)\b", claim.sentence.exact) is not None


def changing(claim: Claim) -> str:
    """The state that a claim's act puts a meeting, visit or vote into: "called off the talks"; "" for no such act."""
    if claim.status is not Status.HAPPENED or claim.negated:
        return ""
    words = " ".join([claim.anchor.exact, *(r.words for r in claim.roles if r.name == "patient")])
    if not OCCASION.search(words) and GATHERINGS.isdisjoint(_stem_groups(words)):
        return ""
    if not GATHERINGS.isdisjoint(groups_of(stem(claim.head))):  # "voted to drop the rule" calls no vote off
        return ""
    groups = _stem_groups(claim.anchor.exact)
    return "cancelled" if "cancel" in groups else "postponed" if "delay" in groups else ""


@lru_cache(maxsize=HELD)
def _stem_groups(words: str) -> frozenset[str]:
    return groups_in([stem(w) for w in WORD.findall(words)])


def line(planned: Planned, material: Material) -> DossierLine:
    """The line of a plan."""
    claim, plan = planned.claim, planned.plan
    alike = {c.id for c in _same_plan(claim, material)} if claim.status in PLANS else None
    made = told_by(claim, material, only=alike)
    rest = list(made.cited)
    known = {c.evidence.claim for c in rest}
    more = (x for other in planned.others for x in (other, *_same_plan(other, material)))
    rest += [cited(c, material) for c in dict.fromkeys(more) if c.id not in known]
    when = plan.planned_for or plan.changed_on if claim.status in PLANS else made.occurred
    return replace(resting_on(made, rest, material), plan=plan, occurred=when)


def _same_plan(claim: Claim, material: Material) -> list[Claim]:
    """The claims that tell the same plan in the same state."""
    days = claim.when.days if claim.when else None
    claims = material.gathered.claims_of(material.event_of[claim.id])
    return [c for c in claims if c.status is claim.status and c.when and c.when.days == days]


def plan_of(claim: Claim, material: Material) -> Plan:
    """How a plan stands as of the day, and since when."""
    planned = stated(claim.when) if claim.when else None
    if act := changing(claim):
        return Plan(Turnout(act), None, planned, f"told as done: “{claim.anchor.exact}”")
    if claim.status in OFF and _dates_the_change(claim):
        return Plan(Turnout(claim.status.value), None, planned, f"told as {claim.status.value}: “{claim.anchor.exact}”")
    if claim.status in OFF:
        words = f"told as {claim.status.value}: “{claim.anchor.exact}”"
        return Plan(Turnout(claim.status.value), planned, changed_on(claim, material), words)
    if (newer := _planned_anew(claim, material)) is not None:
        told_on = published_day(material.gathered.text_of(newer))
        words = f"planned anew for {stated(newer.when).words}" if newer.when else "planned anew"
        return Plan(Turnout.POSTPONED, planned, _as_day(told_on), words)
    if (off := _called_off(claim, material)) is not None:
        words = f"another report tells it as {off.status.value}"
        return Plan(Turnout(off.status.value), planned, changed_on(off, material), words)
    if (report := held(claim, material)) is not None:
        return Plan(Turnout.HELD, planned, None, f"reported: “{report.anchor.exact}”")
    assert claim.when
    ahead = claim.when.days.upper >= material.day
    return Plan(
        Turnout.AHEAD if ahead else Turnout.UNREPORTED, planned, None, "" if ahead else "no report of it is held"
    )


def _dates_the_change(claim: Claim) -> bool:
    """Whether the day of what was called off is that of calling it off: "was cancelled two days earlier"."""
    mark = claim.when.mark if claim.when else None
    if mark is None or not COUNTED.search(mark.exact):
        return False
    words = claim.sentence.exact[: mark.start - claim.sentence.start].split()
    return bool(words) and _changes(" ".join(words[-2:]))


def changed_on(claim: Claim, material: Material) -> Stated | None:
    """The day on which a plan was changed: of the act that changed it, if its sentence dates that; else of the report,
    if that came out about the day of the plan."""
    beside = material.beside(claim)
    acts = [c for c in beside if c.id != claim.id and c.status in REAL and _changes(c.anchor.exact)]
    dated = [c.when for c in acts if c.when] or _day_of_the_word(claim, material)
    if dated:
        return stated(dated[0]) if not isinstance(dated[0], Days) else stated_days(dated[0], Granularity.DAY)
    published, planned = published_day(material.gathered.text_of(claim)), claim.when
    if published and planned and abs(planned.days.lower.toordinal() - published.toordinal()) <= FRESH:
        return _as_day(published)
    return None


def _as_day(when: date | None) -> Stated | None:
    return stated_days(day(when), Granularity.DAY) if when else None


def _changes(words: str) -> bool:
    return not CHANGING.isdisjoint(groups_in([stem(w) for w in WORD.findall(words)]))


def _day_of_the_word(claim: Claim, material: Material) -> list[Days]:
    """The day that stands behind the word that calls the plan off ("was postponed the day before it was due")."""
    marked = material.texts.of(claim)
    words = [m for m in WORD.finditer(claim.sentence.exact) if _changes(m[0])]
    if not words:
        return []
    at = claim.sentence.start + words[0].end()
    own = claim.when.mark.start if claim.when and claim.when.mark else -1
    return [
        m.days
        for m in marked.dates
        if at <= m.words.start < claim.sentence.end and m.days and m.days.length() == 1 and m.words.start != own
    ][:1]


def is_occasion(claim: Claim) -> bool:
    """Whether a claim is of something that is arranged for a day: a meeting, a visit, a vote, a ceremony."""
    words = " ".join([claim.anchor.exact, *(r.words for r in claim.roles)])
    return OCCASION.search(words) is not None or not GATHERINGS.isdisjoint(_stem_groups(words))


def _planned_anew(claim: Claim, material: Material) -> Claim | None:
    """The later plan of the same occasion for another day, if linking found one."""
    if not is_occasion(claim):
        return None
    for relation in material.related(claim.id):
        if relation.kind is RelationKind.SUPERSEDES:
            other = material.gathered.claims.get(relation.b if relation.a == claim.id else relation.a)
            if other and is_occasion(other) and _published(other, material) > _published(claim, material):
                return other
    return None


def _published(claim: Claim, material: Material) -> date:
    return published_day(material.gathered.text_of(claim)) or date.min


def _called_off(claim: Claim, material: Material) -> Claim | None:
    claims = material.gathered.claims_of(material.event_of[claim.id])
    off = [c for c in claims if c.status in (Status.CANCELLED, Status.POSTPONED)]
    return next((c for c in off if c.when and claim.when and c.when.days.overlaps(claim.when.days)), None)


def held(claim: Claim, material: Material) -> Claim | None:
    """The report that what was planned took place: of the same happening and kind, or of the same words and days."""
    days = claim.when.days if claim.when else None
    if days is None:
        return None
    words, groups = _planned_words(claim, material)
    for other in linked(claim, material):
        acts = _groups(other)
        alike = {g for g in groups & acts if not faint((g,))}
        common = {w for w in words & _words(other) if w not in material.stems and alike.isdisjoint(groups_of(w))}
        if alike and common:
            return other
    if (days.length() or 10**6) > CLOSE:
        return None
    for other in material.around(days):
        short = other.when is not None and (other.when.days.length() or 10**6) <= CLOSE
        if short and other.article_id != claim.article_id and _tells_of(other, days, claim, material):
            shared = words & _words(other)
            if groups & _groups(other) and len(shared) >= SHARED:
                return other
    return None


def linked(claim: Claim, material: Material) -> list[Claim]:
    """What was done in the days of a plan by reports of the happening that linking holds it for."""
    days = claim.when.days if claim.when else None
    own = material.gathered.claims_of(material.event_of[claim.id])
    return [c for c in own if days and _tells_of(c, days, claim, material)]


def _planned_words(claim: Claim, material: Material) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of a plan, and the kinds of happening that its sentence names."""
    words = _words(claim)
    groups = _groups(claim) | _stem_groups(claim.sentence.exact)
    if NAMED.match(claim.anchor.exact):  # "the plan for June 12": who is to meet stands beside it or before
        marked = material.texts.of(claim)
        before = marked.before(claim.sentence.start)
        groups |= _stem_groups(marked.text[before.start : before.end]) if before else frozenset()
        for start in (claim.sentence.start, *((before.start,) if before else ())):
            words |= {w for c in material.sentence_claims(claim.revision_id, start) for w in _words(c)}
    return words, groups


def _tells_of(other: Claim, days: Days, claim: Claim, material: Material) -> bool:
    """Whether a claim tells of something done in these days, in a report that came out no earlier than the plan, nor
    before the days."""
    if other.status not in REAL or other.negated or not other.when or not other.when.days.overlaps(days):
        return False
    published = published_day(material.gathered.text_of(other))
    return _published(other, material) >= _published(claim, material) and (published is None or published >= days.lower)


def _words(claim: Claim) -> frozenset[str]:
    words: Iterable[str] = (stem(w) for w in (*claim.terms, claim.head))
    known = [f"@{a}" for a in claim.actors] + [f"#{p}" for p in claim.places]
    return frozenset([s for s in words if rarity(s) > 0.2] + known)


def _groups(claim: Claim) -> frozenset[str]:
    return _stem_groups(claim.anchor.exact)


def planned_day(planned: Planned) -> tuple[date, str]:
    """The order of the calendar: by the day for which a thing was planned, else on which that changed."""
    when = planned.plan.planned_for or planned.plan.changed_on
    return ((when.start or when.end or date.max) if when else date.max, planned.claim.id)
