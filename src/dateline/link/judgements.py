"""Decisions of people applied to claims: found again by article and words, so that they survive new claim ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.link.base import Known
from dateline.model.claim import Claim, Status, When
from dateline.model.edtf import read_edtf
from dateline.model.relation import Correction, Judgement, Target, Verdict


@dataclass(frozen=True, slots=True)
class Ruled:
    """Pairs of claim ids (smaller first) that decisions hold to be the same, different, or unsure."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    unsure: frozenset[tuple[str, str]] = frozenset()


def find(target: Target, claims: Iterable[Claim]) -> Claim | None:
    """The claim that a decision is about: of that article, with most of those words in its anchor."""
    best, rank = None, (0, 0, 0)
    for claim in claims:
        if claim.article_id != target.article_id:
            continue
        here = _rank(target, claim)
        if here > rank or (here == rank and best is not None and here[0] and claim.id < best.id):
            best, rank = claim, here
    return best


def _rank(target: Target, claim: Claim) -> tuple[int, int, int]:
    words, anchor = target.words, claim.anchor
    moved = words.exact and words.exact in claim.sentence.exact
    overlap = min(words.end, anchor.end) - max(words.start, anchor.start)
    same = 2 if words.exact == anchor.exact else 1 if overlap > 0 else 0
    if not moved and overlap <= 0:
        return (0, 0, 0)
    return (1 + same, max(0, overlap), -abs(words.start - anchor.start) // 1000)


def ruled(judgements: Sequence[Judgement], claims: Sequence[Known]) -> Ruled:
    """The judgements on pairs of these claims; a later one on the same pair wins; undone ones are passed over."""
    by_article: dict[str, list[Claim]] = {}
    for known in claims:
        by_article.setdefault(known.article_id, []).append(known.claim)
    verdicts: dict[tuple[str, str], Verdict] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.undone:
            continue
        a = find(judgement.a, by_article.get(judgement.a.article_id, ()))
        b = find(judgement.b, by_article.get(judgement.b.article_id, ()))
        if a and b and a.id != b.id:
            verdicts[(min(a.id, b.id), max(a.id, b.id))] = judgement.verdict
    of = {v: frozenset(p for p, w in verdicts.items() if w is v) for v in Verdict}
    return Ruled(of[Verdict.SAME], of[Verdict.DIFFERENT], of[Verdict.UNSURE])


def corrected(claims: Sequence[Claim], corrections: Sequence[Correction]) -> tuple[Claim, ...]:
    """The claims with the corrections that are about them; rejected claims are left out. Ids do not change."""
    changed = {c.id: c for c in claims}
    for correction in sorted(corrections, key=lambda c: (c.at, c.id)):
        claim = None if correction.undone else find(correction.target, claims)
        if claim is None or claim.id not in changed:
            continue
        if correction.rejected:
            del changed[claim.id]
        else:
            changed[claim.id] = _apply(changed[claim.id], correction)
    return tuple(changed[c.id] for c in claims if c.id in changed)


def _apply(claim: Claim, correction: Correction) -> Claim:
    why = f"corrected by {correction.by}" + (f": {correction.note}" if correction.note else "")
    if correction.when:
        days, granularity = read_edtf(correction.when)
        claim = replace(claim, when=When(days, granularity, "corrected", why))
    if correction.status:
        claim = replace(claim, status=Status(correction.status))
    return replace(claim, why=(*claim.why, why))
