"""What happens once, told with so much in common that two dates far apart are two dates of one happening."""

from __future__ import annotations

from dateline.link.reasons.once import named_once
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.slips import slip
from dateline.link.times import Fit, exact
from dateline.link.words import WORD, stem
from dateline.model.claim import Status

GAP = 31  # days by which such dates may differ
RARE = 0.35  # how telling a shared word must be, in news and among the claims of both articles
ENOUGH = 4  # specifics that two far dates of one happening need
LEAST = 0.25
SHORT = 2  # letters of a stem that tells nothing


def dates_far(pair: Pair) -> Ground | None:
    """Two stated days with no likely slip between them, and everything else the same."""
    a, b = pair.a, pair.b
    x, y = a.claim.when, b.claim.when
    if pair.times.fit is not Fit.APART or pair.times.gap > GAP or not (exact(x) and exact(y)) or x is None or y is None:
        return None
    if slip(x, y) is not None or not named_once(pair) or _told_as_two(pair):
        return None
    found = specifics(pair)
    if len(found) < ENOUGH:
        return None
    spelled = {stem(w): w for w in reversed(WORD.findall(a.claim.sentence.exact))}
    return Ground(
        "specifics", 1.0, lambda: f"it happens once, and they share {', '.join(spelled.get(w, w) for w in found)}"
    )


def specifics(pair: Pair) -> tuple[str, ...]:
    """Telling words of both clauses, parties, places and figures that both claims have and few others here."""
    a, b, crowd = pair.a, pair.b, pair.crowd
    common = (w for w in a.weights.keys() & b.weights.keys() if len(w) > SHORT)
    words = [w for w in common if min(a.weights[w], b.weights[w], crowd.word(w)) >= RARE]
    parties = [x for x in a.actors & b.actors if crowd.actor(x) >= LEAST and not set(x.split("-")) & set(words)]
    figures = {f"{q.value:g}" for q in a.numbers.quantities} & {f"{q.value:g}" for q in b.numbers.quantities}
    return tuple(sorted({*words, *parties, *figures}))


def _told_as_two(pair: Pair) -> bool:
    """Whether they are numbered, negated, planned, or name places or parties of their own."""
    a, b = pair.a, pair.b
    if a.ordinals != b.ordinals or any(p.status is not Status.HAPPENED or p.claim.negated for p in (a, b)):
        return True
    other_place = bool(a.places and b.places and not a.places & b.places)
    other_core = bool(a.core - b.names and b.core - a.names)
    return other_place or other_core
