"""How near two articles are: what both tell, with what their days say of it; and the same in named reasons."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.link.stories.countries import country_stems
from dateline.link.stories.days import SLACK, Days, Numbers, compared
from dateline.link.stories.profile import SPREAD, Compared
from dateline.link.stories.steps import another
from dateline.model.provenance import Reason
from dateline.model.story import Sort, StoryTerm

SAME = 0.17  # affinity from which articles are of one story, on the average over a story's pairs
APART = 0.1  # what two days of publication that lie far apart take away
MEMORY = 400.0  # days over which that grows to two thirds
AT_ONCE = (
    0.03  # what being published within a day adds to what reaches SAME: those of one happening come together first
)
TOGETHER = 0.04  # what news of the same day adds
AWAITED = 0.05  # what news of the day that the other awaits adds
CAME = 0.05  # what news of the week after the day that the other awaits takes away: a result, or another thing
ELSEWHEN = 0.1  # what news of other days takes away, times the logarithm of one more than the NEARs between
NEAR = 2.0
HISTORY = 0.08  # what a page that names YEARS years and more takes away: it tells a matter, not one happening
YEARS = 6
PAST = 0.3  # what such a page takes away whose claims tell that it is one
STEP = 0.3  # what two different steps of a matter take away: they share most of their words
SPOT = 0.08  # what a report from the spot has in common with news of its days and lands, which its words do not name
FIGURES = 0.05  # what a telling figure (7.1, 254) adds that both give
HOLD = 0.85  # share of what the articles of each of two groups have in common that both must have with each other
EVIDENT = 0.95  # the same where days or figures speak for two stories
BREADTH = 0.4  # what the words that two articles share count in all, so that days weigh as much beside them as before
ACROSS = 0.5  # what a shared term counts between two languages: translations share far more of these than of words
FEWEST = 0.04  # cosine below which days add nothing
SHOWN = 6  # words that a reason names


@dataclass(frozen=True, slots=True)
class Setting:
    """The thresholds of grouping, together: what is measured with one is what runs with it."""

    same: float = SAME
    apart: float = APART
    memory: float = MEMORY
    at_once: float = AT_ONCE
    together: float = TOGETHER
    awaited: float = AWAITED
    came: float = CAME
    elsewhen: float = ELSEWHEN
    history: float = HISTORY
    past: float = PAST
    step: float = STEP
    spot: float = SPOT
    figures: float = FIGURES
    hold: float = HOLD
    evident: float = EVIDENT


STANDARD = Setting()
COMMON = {"~": "names", "#": "figures", "=": "days", "^": "countries"}
DAYS_TOLD = {
    Days.SAME: "both bring news of the same day",
    Days.AWAITED: "one brings news of a day that the other awaits",
    Days.CAME: "one brings news of the week after a day that the other awaits",
    Days.OTHER: "they bring news of different days",
}


def affinity(a: Compared, b: Compared, setting: Setting = STANDARD) -> float:
    """From 0 (nothing in common) to 1: the cosine of what two articles tell, less what speaks against one story."""
    score = _score(a, b, setting)
    return max(0.0, min(1.0, score + _at_once(a, b, score, setting)))


def _score(a: Compared, b: Compared, setting: Setting) -> float:
    both = alike(a, b)
    spotted = _spotted(a, b, setting)
    if both < (FEWEST / 2 if spotted else FEWEST):
        return 0.0
    against = apart(a, b, setting) + elsewhen(a, b, setting) + _history(a, b, setting) + _stepped(a, b, setting)
    return both + spotted + _figured(a, b, setting) - against


def alike(a: Compared, b: Compared) -> float:
    """What the words of two articles have in common, breadth before depth: the cosine but for the exponent SPREAD; of
    articles in two languages the cosine of the terms that these share."""
    return ACROSS * cosine(a.common, b.common) if foreign(a, b) else BREADTH * cosine(a.spread, b.spread)


def foreign(a: Compared, b: Compared) -> bool:
    """Whether two articles are known to be written in two languages."""
    return bool(a.profile.tongue and b.profile.tongue) and a.profile.tongue != b.profile.tongue


def shared(a: Numbers, b: Numbers) -> float:
    """The cosine of the words of two articles, 0 to 1."""
    return cosine(a.weights, b.weights)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two articles by the weights of what they have, 0 to 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum([w * large[s] for s, w in small.items() if s in large])


def reasons(a: Compared, b: Compared, setting: Setting = STANDARD) -> tuple[Reason, ...]:
    """The same in named parts, which sum up to the affinity where that is above 0; weightiest first, then days."""
    return (*told(a, b, lambda both: BREADTH * both**SPREAD), *_besides(a, b, setting))


def told(a: Compared, b: Compared, counts: Callable[[float], float]) -> tuple[Reason, ...]:
    """What two articles share in named parts, weightiest first; `counts` tells from the product of its weights what a
    word counts in one language."""
    factor, terms, others = (
        (lambda both: ACROSS * both, a.profile.common, b.profile.common)
        if foreign(a, b)
        else (counts, a.profile.terms, b.profile.terms)
    )
    mine = {t.stem: t for t in terms}
    parts: dict[str, list[tuple[float, str]]] = {}
    for one, other in ((mine[t.stem], t) for t in others if t.stem in mine):
        parts.setdefault(part_of(one, other), []).append((factor(one.weight * other.weight), one.form))
    found = [_words(name, words) for name, words in parts.items()]
    return tuple(sorted(found, key=lambda r: (-r.score, r.name)))


def part_of(one: StoryTerm, other: StoryTerm) -> str:
    """The name of the part that a word counts for which two articles share."""
    if one.stem[0] in COMMON:
        return COMMON[one.stem[0]]
    if one.stem in country_stems():
        return "countries"
    sorts = {one.sort, other.sort}
    if sorts == {Sort.HEADLINE}:
        return "headline"
    return "names" if one.form[0].isupper() and other.form[0].isupper() and Sort.WORD not in sorts else "words"


def _words(name: str, words: Iterable[tuple[float, str]]) -> Reason:
    ranked = sorted(words, key=lambda w: (-w[0], w[1]))
    told = {
        "headline": "both headlines have",
        "countries": "both speak of",
        "names": "both name",
        "figures": "both give",
        "days": "both tell of",
    }
    shown = ", ".join(form for _, form in ranked[:SHOWN])
    return Reason(name, round(sum(w for w, _ in ranked), 3), f"{told.get(name, 'both have the words')} {shown}")


def _besides(a: Compared, b: Compared, setting: Setting) -> list[Reason]:
    found = []
    if (gap := apart(a, b, setting)) >= 0.001 and a.day is not None and b.day is not None:
        found.append(Reason("published", -round(gap, 3), f"published {abs(a.day - b.day)} days apart"))
    if score := _at_once(a, b, _score(a, b, setting), setting):
        found.append(Reason("together", round(score, 3), "published within a day"))
    if score := _figured(a, b, setting):
        found.append(Reason("figures", score, f"both give {', '.join(sorted(a.figures & b.figures)[:SHOWN])}"))
    if score := -elsewhen(a, b, setting):
        found.append(Reason("happened", round(score, 3), DAYS_TOLD[compared(a, b)[0]]))
    if gap := _history(a, b, setting):
        found.append(Reason("history", -round(gap, 3), "one of them names many years: it tells what went before"))
    if score := _spotted(a, b, setting):
        found.append(Reason("spot", round(score, 3), "one is a report from the spot, of the other's days and lands"))
    if gap := _stepped(a, b, setting):
        found.append(Reason("step", -round(gap, 3), "they tell different steps of a matter"))
    return found


def apart(a: Numbers, b: Numbers, setting: Setting = STANDARD) -> float:
    """What two days of publication take away."""
    if a.day is None or b.day is None:
        return 0.0
    return setting.apart * (1.0 - math.exp(-abs(a.day - b.day) / setting.memory))


def _at_once(a: Numbers, b: Numbers, score: float, setting: Setting) -> float:
    """What publication within a day adds to a score, where the days of the happenings are not known to say more."""
    if score < SAME or a.day is None or b.day is None or (a.occurred and b.occurred):
        return 0.0
    return setting.at_once if abs(a.day - b.day) <= SLACK else 0.0


def elsewhen(a: Numbers, b: Numbers, setting: Setting = STANDARD) -> float:
    """What the days that two articles bring news of take away; below 0 if they speak for one story."""
    stand, between = compared(a, b)
    if stand is Days.OTHER:
        return setting.elsewhen * math.log1p(between / NEAR)
    return {Days.SAME: -setting.together, Days.AWAITED: -setting.awaited, Days.CAME: setting.came}.get(stand, 0.0)


def _figured(a: Compared, b: Compared, setting: Setting) -> float:
    """What figures add that articles of one language give; of two languages these are among what they share."""
    return setting.figures if not foreign(a, b) and not a.figures.isdisjoint(b.figures) else 0.0


def _history(a: Compared, b: Compared, setting: Setting) -> float:
    if a.profile.history or b.profile.history:
        return setting.past
    return setting.history if max(a.profile.years, b.profile.years) >= YEARS else 0.0


def _stepped(a: Compared, b: Compared, setting: Setting) -> float:
    return setting.step if another(a.profile, b.profile) else 0.0


def _spotted(a: Compared, b: Compared, setting: Setting) -> float:
    """What a report made where it happened gets for news of the same days, as far as both are about the same lands."""
    if not (a.profile.spot or b.profile.spot) or compared(a, b)[0] not in (Days.SAME, Days.AWAITED):
        return 0.0
    return setting.spot * len(a.lands & b.lands) / (math.sqrt(len(a.lands) * len(b.lands)) or 1.0)
