"""Reports made where it happened, from every continent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dateline.model.gist import Gist, Outline
from dateline.model.provenance import Reason
from dateline.store.base import Store
from dateline.views.articles import Brief, brief
from dateline.views.gists import gists

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


def on_the_ground(
    store: Store, told: Iterable[tuple[str, Sequence[Outline], str]], shown: Collection[str]
) -> tuple[OnTheGround, ...]:
    """Reports among articles of stories (by id, with their continent), the latest first, at most EACH a continent;
    articles that are shown already are left out."""
    found = [
        (one, story, continent)
        for story, articles, continent in told
        for one in articles
        if one.reported and one.article_id not in shown
    ]
    found.sort(key=lambda f: (-(f[0].day.toordinal() if f[0].day else 0), f[0].article_id))
    taken: dict[str, list[tuple[Outline, str, str]]] = {}
    for report in found:
        if len(taken.setdefault(report[2], [])) < EACH:
            taken[report[2]].append(report)
    chosen = [report for code in sorted(taken) for report in taken[code]]
    whole = gists(store, [one.article_id for one, _, _ in chosen])
    return tuple(r for one in chosen if (r := _report(store, whole[one[0].article_id], one[1], one[2])))


def _report(store: Store, gist: Gist, story: str, continent: str) -> OnTheGround | None:
    held, told = store.articles.get(gist.outline.article_id), gist.report
    if held is None or told is None:
        return None
    return OnTheGround(brief(held), story, continent, told.place, told.sentence, told.why)
