"""What people decided: judgements and corrections in force, with the sentences that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.model.relation import Correction, Decision, Target
from dateline.store.base import Store
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, KnownAt, Reading, view


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that a decision is about: the sentence around them, where they stand in it (start, end; characters,
    half-open), the article, and the claim that is held there now ("" if there is none)."""

    words: str
    sentence: str
    span: tuple[int, int]
    article: Brief
    claim: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision: its id, what sort it is (judgement or correction), what was decided in words, by whom, when, why,
    and on what."""

    id: str
    sort: str
    decided: str
    by: str
    at: datetime
    note: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Decisions(Answer):
    """Decisions in force, the latest first."""

    decisions: tuple[DecisionLine, ...]

    @property
    def exit_status(self) -> int:
        """1 if there is none."""
        return 0 if self.decisions else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to take the last one back, or where there is something to decide."""
        return tuple(f"undo --decision {d.id}" for d in self.decisions[:1]) or ("disagreements",)


@view("decisions", doc="Judgements and corrections in force, with the sentences that they are about.", sample={})
def decisions(reading: Reading, known_at: KnownAt = None) -> Decisions:
    """All decisions that are not taken back."""
    held = reading.store.decisions.all(known_at)
    return Decisions(tuple(_line(reading.store, d) for d in sorted(held, key=lambda d: (d.at, d.id), reverse=True)))


def _line(store: Store, decision: Decision) -> DecisionLine:
    targets: tuple[Target, ...]
    if isinstance(decision, Correction):
        sort, told, targets = "correction", _corrected(decision), (decision.target,)
    else:
        sort, told, targets = "judgement", f"{decision.verdict.value} happening", (decision.a, decision.b)
    subjects = tuple(_subjects(store, targets))
    return DecisionLine(decision.id, sort, told, decision.by, decision.at, decision.note, subjects)


def _corrected(decision: Correction) -> str:
    if decision.rejected:
        return "rejected: the text does not say so"
    told = (("time", decision.when), ("status", decision.status))
    return ", ".join(f"{name}: {value}" for name, value in told if value)


def _subjects(store: Store, targets: Iterable[Target]) -> Iterable[Subject]:
    for target in targets:
        held = store.articles.get(target.article_id)
        if held is None:
            continue
        words, text = target.words, held.revision.text
        claims = [c for c in store.claims.of_article(target.article_id) if c.anchor.start == words.start]
        start = claims[0].sentence.start if claims else text.rfind("\n", 0, words.start) + 1
        sentence = claims[0].sentence.exact if claims else text[start : words.end + 200].partition("\n")[0]
        span = (words.start - start, words.end - start)
        yield Subject(words.exact, sentence, span, brief(held), claims[0].id if claims else "")
