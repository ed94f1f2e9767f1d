"""Judgements, corrections, and taking them back; what they touch is recomputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.model.claim import Claim, Status
from dateline.model.edtf import read_edtf
from dateline.model.ids import content_id
from dateline.model.relation import Correction, Decision, Judgement, Target, Verdict
from dateline.run.annotating import annotate_these
from dateline.run.base import job
from dateline.run.linking import Linking, link_pending, unlink
from dateline.run.resolving import claim_named
from dateline.run.working import Working
from dateline.store.base import Store


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision as kept, and what was linked anew because of it."""

    decision: Decision
    linked: Linking


@job(
    "judge",
    doc="Say whether two claims speak of one happening: same, different or unsure. Your word wins over the scorers.",
    sample={"verdict": "same", "a": "claim-", "b": "claim-"},
)
def judge(
    working: Working, verdict: Verdict, a: str, b: str, note: Annotated[str, "Why, for whoever reads this later."] = ""
) -> Decided:
    """Keeps a judgement on two claims and regroups what it touches."""
    one, other = (_claim(working.store, x) for x in (a, b))
    if one.id == other.id:
        raise UsageError("a claim cannot be judged against itself", what=one.id, do="name two claims")
    user, now = working.settings.user, working.now()
    made = Judgement(
        content_id("judgement", one.id, other.id, verdict, user, now.isoformat()),
        _target(one),
        _target(other),
        verdict,
        user,
        now,
        note,
    )
    return _decide(working, made)


@job(
    "correct",
    doc="Correct one claim: its time (--when, EDTF: 2019, 2019-02, 2019-02-07, 2019-02-01/2019-03-31), its status, or "
    "reject it.",
    sample={"claim": "claim-", "status": "planned"},
)
def correct(
    working: Working,
    claim: str,
    when: Annotated[str, "The right time in EDTF: 2019, 2019-02, 2019-02-07, 2018-11/2019-02."] = "",
    status: Annotated[Status | None, "The right status."] = None,
    reject: Annotated[bool, "The claim is not in the text: leave it out."] = False,
    note: Annotated[str, "Why, for whoever reads this later."] = "",
) -> Decided:
    """Keeps a correction and applies it; the machine's own reading comes back when it is undone."""
    if not (when or status or reject):
        raise UsageError("nothing to correct", what=claim, do="give --when, --status or --reject")
    if when:
        read_edtf(when)
    held = _claim(working.store, claim)
    user, now = working.settings.user, working.now()
    made = Correction(
        content_id("correction", held.id, when, status or "", str(reject), user, now.isoformat()),
        _target(held),
        user,
        now,
        when,
        status.value if status else "",
        reject,
        note,
    )
    return _decide(working, made)


@job("undo", doc="Take back a judgement or correction: the last one, or the one with this id.", sample={})
def undo(
    working: Working, decision: Annotated[str, "The id of the decision; the last one if left out."] = ""
) -> Decided:
    """Marks a decision as undone and recomputes what it touched; raises NothingFound if there is none."""
    with working.store.transaction():
        undone = working.store.decisions.undo(decision or None, working.now(), working.settings.user)
        if undone is None:
            raise NothingFound("no decision to take back", what=decision, do="dateline status counts those in force")
    return Decided(undone, _recompute(working, undone))


def _decide(working: Working, decision: Decision) -> Decided:
    working.store.decisions.add(decision)
    return Decided(decision, _recompute(working, decision))


def _recompute(working: Working, decision: Decision) -> Linking:
    """A correction changes claims, so the article is read anew; a judgement only changes groups."""
    store = working.store
    if isinstance(decision, Correction):
        held = store.articles.get(decision.target.article_id)
        annotate_these(working, working.chain(), [held.revision.id] if held else [])
    else:
        with store.transaction():
            unlink(store, set(_judged(store, decision)), working.now())
    return link_pending(working)


def _judged(store: Store, judgement: Judgement) -> Iterable[str]:
    """The claims of the sentences that a judgement points at, as they are held now."""
    for target in (judgement.a, judgement.b):
        for claim in store.claims.of_article(target.article_id):
            if claim.sentence.start <= target.words.start < claim.sentence.end:
                yield claim.id


def _claim(store: Store, typed: str) -> Claim:
    found = store.claims.get([claim_named(store, typed)])
    if not found:
        raise NothingFound("no such claim is held now", what=typed, do="`dateline show EVENT` has the ids of claims")
    return found[0]


def _target(claim: Claim) -> Target:
    return Target(claim.article_id, claim.anchor)
