"""How near two articles are: their shared words, less what their days say against it; and the same in named reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.link.stories.countries import country_stems
from dateline.link.stories.profile import Compared
from dateline.model.provenance import Reason
from dateline.model.story import Sort, StoryTerm

SAME = 0.18  # affinity from which articles are of one story, on the average over a story's pairs
APART = 0.25  # what two days of publication that lie far apart take away
MEMORY = 400.0  # days over which that grows to two thirds
ELSEWHEN = 0.3  # what leads that tell of happenings of different days take away
SLACK = 2  # days by which these may differ: reports round, and zones differ
SHOWN = 6  # words that a reason names


@dataclass(frozen=True, slots=True)
class Setting:
    """The thresholds of grouping, together: what is measured with one is what runs with it."""

    same: float = SAME
    apart: float = APART
    memory: float = MEMORY
    elsewhen: float = ELSEWHEN


STANDARD = Setting()


def affinity(a: Compared, b: Compared, setting: Setting = STANDARD) -> float:
    """From 0 (nothing in common) to 1: the cosine of the words of two articles less what their days take away."""
    return max(0.0, shared(a, b) - _apart(a, b, setting) - _elsewhen(a, b, setting))


def shared(a: Compared, b: Compared) -> float:
    """The cosine of the words of two articles, 0 to 1."""
    small, large = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    return sum(w * large[s] for s, w in small.items() if s in large)


def reasons(a: Compared, b: Compared, setting: Setting = STANDARD) -> tuple[Reason, ...]:
    """The same in named parts, which sum up to the affinity where that is above 0; weightiest first, then against."""
    mine = {t.stem: t for t in a.profile.terms}
    pairs = [(mine[t.stem], t) for t in b.profile.terms if t.stem in mine]
    parts: dict[str, list[tuple[float, str]]] = {}
    for one, other in pairs:
        parts.setdefault(_name(one, other), []).append((one.weight * other.weight, one.form))
    found = [_words(name, words) for name, words in parts.items()]
    found.sort(key=lambda r: (-r.score, r.name))
    return (*found, *_against(a, b, setting))


def _name(one: StoryTerm, other: StoryTerm) -> str:
    if one.stem in country_stems():
        return "countries"
    sorts = {one.sort, other.sort}
    if sorts == {Sort.HEADLINE}:
        return "headline"
    return "names" if one.form[0].isupper() and other.form[0].isupper() and Sort.WORD not in sorts else "words"


def _words(name: str, words: Iterable[tuple[float, str]]) -> Reason:
    ranked = sorted(words, key=lambda w: (-w[0], w[1]))
    told = {"headline": "both headlines have", "countries": "both speak of", "names": "both name"}
    shown = ", ".join(form for _, form in ranked[:SHOWN])
    return Reason(name, round(sum(w for w, _ in ranked), 3), f"{told.get(name, 'both have the words')} {shown}")


def _against(a: Compared, b: Compared, setting: Setting) -> list[Reason]:
    found = []
    if (gap := _apart(a, b, setting)) >= 0.001 and a.day is not None and b.day is not None:
        found.append(Reason("published", -round(gap, 3), f"published {abs(a.day - b.day)} days apart"))
    if gap := _elsewhen(a, b, setting):
        found.append(Reason("happened", -round(gap, 3), "their leads tell of happenings of different days"))
    return found


def _apart(a: Compared, b: Compared, setting: Setting) -> float:
    if a.day is None or b.day is None:
        return 0.0
    return setting.apart * (1.0 - math.exp(-abs(a.day - b.day) / setting.memory))


def _elsewhen(a: Compared, b: Compared, setting: Setting) -> float:
    if not a.occurred or not b.occurred:
        return 0.0
    nearest = min(abs(x - y) for x in a.occurred for y in b.occurred)
    return setting.elsewhen if nearest > SLACK else 0.0
