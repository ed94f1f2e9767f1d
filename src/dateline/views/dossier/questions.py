"""Open questions: what was planned for a day that has passed, and of which no report tells what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.model.claim import Claim, Status
from dateline.model.ids import content_id
from dateline.views.dossier.calendar import line, linked
from dateline.views.dossier.material import Material
from dateline.views.dossier.occasions import Planned
from dateline.views.dossier.parts import Cited, DossierLine, Part, Piece, PieceKind, Turnout
from dateline.views.dossier.sentence import flat
from dateline.views.evidence import published_day

RULE = "unreported plan"
LONGEST = 240  # characters of a sentence that is quoted whole


def questions(planned: Sequence[Planned], material: Material, most: int) -> tuple[tuple[Part, ...], int]:
    """A statement for each plan without a report, the latest first, and how many are left out."""
    passed = [p for p in planned if p.plan.state is Turnout.UNREPORTED and not p.claim.speaker]
    unreported = [p for p in passed if told_ahead(p, material) and not _touched(p, material)][::-1]
    lines = tuple(_line(line(p, material)) for p in unreported[:most])
    return (Part("", lines),), len(unreported) - len(lines)


def told_ahead(planned: Planned, material: Material) -> bool:
    """Whether a plan was told before its day: who looks back on it may leave out what came of it."""
    due = planned.plan.planned_for.end if planned.plan.planned_for else None
    claims = (planned.claim, *planned.others)
    return due is None or any((day := _told_on(c, material)) is not None and day <= due for c in claims)


def _touched(planned: Planned, material: Material) -> bool:
    """Whether reports of its days are linked with a plan: what came of it they may tell, in other words."""
    return any(linked(c, material) for c in (planned.claim, *planned.others))


def _told_on(claim: Claim, material: Material) -> date | None:
    """The day of publication; of a text without one, the last day on which something happened in it."""
    published = published_day(material.gathered.text_of(claim))
    acts = [e.days.upper for e in material.events_in(claim.article_id) if e.days and e.status is Status.HAPPENED]
    return published or max(acts, default=None)


def _line(plan: DossierLine) -> DossierLine:
    words = statement(plan.cited[0])
    pieces = (Piece(PieceKind.TOLD, words, why=RULE),)
    named = content_id("line", RULE, plan.id)
    return replace(plan, id=named, text=words, pieces=pieces, rule=RULE, claim="", also=())


def statement(cited: Cited) -> str:
    """What a plan leaves open, in words that its evidence alone decides."""
    found = cited.evidence
    start, end = found.anchor
    words = found.sentence if len(found.sentence) <= LONGEST else found.sentence[start:end]
    when = f", planned for {found.occurred.words}" if found.occurred else ""
    return f"No report held tells what came of this{when}: “{flat(words)}”"
