"""Reports made where it happened, from every continent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dateline.model.mark import PresenceMark
from dateline.model.provenance import Reason
from dateline.store.base import Held, Store
from dateline.views.articles import Brief, brief
from dateline.views.evidence import published_day
from dateline.views.storyline import Told

EACH = 2  # reports of one continent


@dataclass(frozen=True, slots=True)
class OnTheGround:
    """A report: the sentence that shows best that its writer was there, from where, and what speaks for it."""

    article: Brief
    story: str
    continent: str
    place: str
    sentence: str
    why: tuple[Reason, ...]


def on_the_ground(store: Store, told: Iterable[tuple[Told, str]], shown: Collection[str]) -> tuple[OnTheGround, ...]:
    """Reports of stories (each with its continent), the latest first, at most EACH a continent; articles that are
    shown already are left out."""
    found = [
        (published_day(held), _report(store, held, mark, one.story.id, continent))
        for one, continent in told
        for held in one.articles
        if held.article.id not in shown
        for mark in store.annotations.layer(held.revision.id, "presence")[:1]
    ]
    found.sort(key=lambda f: (-(f[0].toordinal() if f[0] else 0), f[1].article.article))
    taken: dict[str, list[OnTheGround]] = {}
    for _, report in found:
        if len(taken.setdefault(report.continent, [])) < EACH:
            taken[report.continent].append(report)
    return tuple(report for code in sorted(taken) for report in taken[code])


def _report(store: Store, held: Held, mark: PresenceMark, story: str, continent: str) -> OnTheGround:
    return OnTheGround(
        brief(held), story, continent, mark.place, _sentence(store, held, mark.words.start), mark.reasons
    )


def _sentence(store: Store, held: Held, at: int) -> str:
    """The sentence that holds a character of the text."""
    sentences = store.annotations.layer(held.revision.id, "sentences")
    found = next((s for s in sentences if s.start <= at < s.end), None)
    return held.revision.text[found.start : found.end] if found else ""
