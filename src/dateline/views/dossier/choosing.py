"""Which of its sentences tells a happening best: one that stands alone, dates it and tells it as its main thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.views.dossier.alone import hanging
from dateline.views.dossier.brackets import Bracket
from dateline.views.dossier.clauses import span
from dateline.views.dossier.material import Material
from dateline.views.dossier.reading import Marked
from dateline.views.dossier.sentence import begins
from dateline.views.evidence import in_order

LONG, TOO_LONG, SHORT = 220, 320, 40  # characters
BACK = 2  # sentences before that are read for a pronoun
LOOKED_AT = 12  # sentences of a happening that are compared
Place = tuple[str, tuple[int, int]]  # a revision, and from where to where in its text
LEANING = re.compile(r"(?:The|This|That|These|Those|Such)\s+[a-z-]+\s+(?!of\b|between\b|on\b|in\b|to\b)")

PLANS = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
JOINED = re.compile(r"(?:However|But|And|Yet|Meanwhile|Moreover|Still|Also|Instead|Nevertheless|So|Then)\b")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence (or the part at `span`) that can tell a happening. `context` is where the sentence before it starts,
    -1 if it is not needed; `subject` the bracket for a pronoun that this one explains; `open` is true where a pronoun
    is left that nobody can resolve."""

    claim: Claim
    span: tuple[int, int]
    context: int = -1
    subject: Bracket | None = None
    open: bool = False
    score: float = 0.0

    @property
    def reach(self) -> tuple[int, int]:
        """All words that are shown, those of the sentences before included."""
        return (self.context if self.context >= 0 else self.span[0], self.span[1])


def chosen(event: Event, material: Material, before: Collection[Place] = ()) -> Chosen | None:
    """The sentence that tells a happening best, the first published of equals; None if all its sentences stand
    `before`."""
    claims = in_order(material.gathered.claims_of(event), material.gathered)[:LOOKED_AT]
    made = [_weighed(c, event, material, n) for n, c in enumerate(claims)]
    free = [m for m in made if not any(r == m.claim.revision_id and overlap(s, m.reach) for r, s in before)]
    return max(free, key=lambda c: c.score, default=None)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def shown(claim: Claim, material: Material, *, whole: bool = False) -> Chosen:
    """A claim's own sentence as it can be shown, or the part of it that tells its happening."""
    marked = material.texts.of(claim)
    others = [] if whole else [c for c in material.beside(claim) if c.id != claim.id and _another_time(c, claim)]
    first, last = span(claim, others, marked.text)
    begin = begins(claim, marked)
    first = begin if first == claim.sentence.start else first
    if not hanging(marked.text, first, last, marked.actors):
        return Chosen(claim, (first, last))
    first = begin  # a pronoun that nothing explains: its sentence may
    open_ones = hanging(marked.text, first, last, marked.actors)
    if not open_ones:
        return Chosen(claim, (first, last))
    subject = _subject(open_ones, first, claim, marked, material)
    if subject and len(open_ones) == 1:
        return Chosen(claim, (first, last), subject=subject)
    context, left = _context(claim, last, marked)
    return Chosen(claim, (first, last), context=context, open=left)


def _another_time(other: Claim, claim: Claim) -> bool:
    """Whether a claim beside this one tells of other days; what was done or said at the same time belongs to it."""
    return claim.when is None or other.when is None or other.when.days != claim.when.days


def _context(claim: Claim, last: int, marked: Marked) -> tuple[int, bool]:
    """From where the sentences before have to be read (-1: nowhere), and whether a pronoun is open even then."""
    at = claim.sentence.start
    for _ in range(BACK):
        before = marked.before(at)
        if before is None or last - before.start > TOO_LONG + LONG:
            break
        at = before.start
        if not hanging(marked.text, before.start, before.end, marked.actors):
            return at, False
    return (at if at < claim.sentence.start else -1), True


def _subject(open_ones: Sequence[int], first: int, claim: Claim, marked: Marked, material: Material) -> Bracket | None:
    """What "it" at the beginning stands for: the subject of the sentence before, if that is one thing and nobody."""
    before, at = marked.before(claim.sentence.start), open_ones[0]
    if before is None or at - first > 1 or marked.text[at : at + 3].lower() != "it ":
        return None
    for other in material.sentence_claims(claim.revision_id, before.start):
        role = next((r for r in other.roles if r.name in ("agent", "patient") and not r.actor and r.words), None)
        if role and marked.text[before.start : before.end].startswith(role.words) and _is_one(role.words):
            words = (
                role.words[0].lower() + role.words[1:] if role.words.split()[0] in ("The", "A", "An") else role.words
            )
            return Bracket(at + 2, at, at + 2, f" [{words}]", "the subject of the sentence before")
    return None


def _is_one(words: str) -> bool:
    return re.fullmatch(r"(?:The|A|An)\s[^,;]{2,60}", words) is not None and not words.endswith("s")


def _weighed(claim: Claim, event: Event, material: Material, order: int) -> Chosen:
    made = shown(claim, material)
    length = made.span[1] - made.span[0]
    text = material.texts.of(claim).text
    parts = (
        3.0 * (claim.status is event.status),
        1.0 * (claim.when is not None and claim.when.days == event.days),
        1.0 * (claim.when is not None and claim.when.mark is not None),
        -3.0 * made.open,
        -2.0 * (made.context >= 0),
        -0.5 * (LEANING.match(text, made.span[0], made.span[1]) is not None),
        -0.5 * (JOINED.match(text, made.span[0], made.span[1]) is not None),
        -1.0 * (length > LONG) - 1.0 * (length > TOO_LONG) - 1.0 * (length < SHORT),
        -0.5 * (material.gathered.voice(claim.article_id) != claim.article_id),
        -0.7 * any(c.status in PLANS and claim.status not in PLANS for c in material.beside(claim)),
        -0.3 * sum(c.anchor.start < claim.anchor.start for c in material.beside(claim)),
        -0.001 * order,
    )
    return Chosen(claim, made.span, made.context, made.subject, made.open, sum(parts))
