"""The sentences that tell a day best: near what all candidates of the day say together and to the matter, each once.

Centroid-based selection (Radev et al. 2004) with maximal marginal relevance (Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from dateline.link.timelines.candidates import Candidate, candidates
from dateline.link.timelines.records import ChosenSentence
from dateline.link.timelines.topic import Topic, Vector, likeness, unit
from dateline.link.timelines.weighing import STANDARD, Weighing
from dateline.model.provenance import Reason

MOST = 120  # candidates of a day that are compared with one another
SHOWN = 5  # words that a reason names
OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Yy]our?)\b")


def tell(
    topic: Topic, days: Sequence[date], sentences: int, weighing: Weighing = STANDARD
) -> dict[date, tuple[ChosenSentence, ...]]:
    """At most so many sentences for each of these days that has any, best first; no sentence stands under two days.

    The days choose in the order given; one for which nothing is left looks further down in its articles.
    """
    found = candidates(topic, days, weighing)
    used: set[tuple[int, int]] = set()
    told: dict[date, tuple[ChosenSentence, ...]] = {}
    for day in days:
        free = _free(found.get(day, ()), used) or _free(_deeper(topic, day, weighing), used)
        chosen = _choose(topic, free, sentences, weighing)
        if chosen:
            used.update((c.report, c.at) for c, _, _ in chosen)
            told[day] = tuple(_sentence(topic, *c) for c in chosen)
    return told


def _free(found: Sequence[Candidate], used: Collection[tuple[int, int]]) -> list[Candidate]:
    return [c for c in found if (c.report, c.at) not in used]


def _deeper(topic: Topic, day: date, weighing: Weighing) -> Sequence[Candidate]:
    return candidates(topic, (day,), weighing, deeper=True).get(day, ())


def _choose(
    topic: Topic, free: Sequence[Candidate], sentences: int, weighing: Weighing
) -> list[tuple[Candidate, float, Vector]]:
    centre = _centre(topic, free, weighing)
    scores = {c: _score(topic, c, centre, weighing) for c in free}
    rest = sorted(scores, key=lambda c: (-scores[c], c))[:MOST]
    like = dict.fromkeys(rest, 0.0)
    chosen: list[tuple[Candidate, float, Vector]] = []
    while rest and len(chosen) < sentences:
        best = max(rest, key=lambda c: scores[c] * (1 - weighing.again * like[c]))
        rest.remove(best)
        if like[best] < weighing.same_words:
            chosen.append((best, scores[best], centre))
            vector = topic.vector(best.report, best.at)
            for other in rest:
                like[other] = max(like[other], likeness(vector, topic.vector(other.report, other.at)))
    return chosen


def _centre(topic: Topic, free: Collection[Candidate], weighing: Weighing) -> Vector:
    """What all candidates say together, with the theme of the matter mixed in."""
    summed: dict[str, float] = {}
    for c in free:
        for word, weight in topic.vector(c.report, c.at).items():
            summed[word] = summed.get(word, 0.0) + weight * _share(c, weighing)
    mixed: dict[str, float] = dict(unit(summed))
    for word, weight in unit(topic.theme).items():
        mixed[word] = mixed.get(word, 0.0) + weighing.theme * weight
    return unit(mixed)


def _share(c: Candidate, weighing: Weighing) -> float:
    return 1.0 if c.names or not c.gap else weighing.eve


def _score(topic: Topic, c: Candidate, centre: Vector, weighing: Weighing) -> float:
    length: float = min(topic.words(c.report, c.at), weighing.enough) ** weighing.length
    near = min(1.0, topic.weight(c.report, c.at) / topic.usual) ** weighing.stray if topic.usual else 1.0
    plain = weighing.own_voice if OWN_VOICE.search(topic.passage(c.report, c.at).text) else 1.0
    return likeness(topic.vector(c.report, c.at), centre) * _of_kind(c, weighing) * length * near * plain


def _of_kind(c: Candidate, weighing: Weighing) -> float:
    if not c.names:
        return weighing.told * _share(c, weighing)
    if c.gap is None or 0 <= c.gap <= weighing.later:
        return 1.0
    return weighing.ahead_told if c.gap < 0 else weighing.late_told


def _sentence(topic: Topic, c: Candidate, score: float, centre: Vector) -> ChosenSentence:
    report = topic.reports[c.report]
    reasons = (_why_the_day(c), _why_it(topic, c, centre, score))
    return ChosenSentence(report.article_id, c.at, topic.passage(c.report, c.at), round(score, 3), reasons)


def _why_the_day(c: Candidate) -> Reason:
    if c.names:
        return Reason("names", 1.0, "names the day")
    when = "the day after" if c.gap else "that day"
    return Reason("published", 1.0, f"names no day, stands at place {c.at + 1} of an article published {when}")


def _why_it(topic: Topic, c: Candidate, centre: Vector, score: float) -> Reason:
    vector: Mapping[str, float] = topic.vector(c.report, c.at)
    common = sorted((w for w in vector if w in centre), key=lambda w: (-vector[w] * centre[w], w))[:SHOWN]
    return Reason("shared", round(score, 3), f"has what most is told of the day: {', '.join(common)}")
