"""Stories: the list, and one of them with how it developed, who says what, and where reports differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk import Desk
from dateline.model.claim import Status
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.views.articles import Brief
from dateline.views.evidence import Evidence
from dateline.views.findings import Disagreement
from dateline.views.lines import Line, by_occurrence
from dateline.views.story import Member, StoryShown

COMPARED = 10  # independent articles of a story that are read side by side
LINES = 40  # happenings that are told
SPEAKING = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Country:
    """The independent articles of a story from one country ("" for unknown)."""

    code: str
    members: tuple[Member, ...]


def _story(desk: Desk, result: StoryShown, parameters: Parameters, own: Own) -> dict[str, Any]:
    independent = [m for m in result.members if not m.copy_of]
    chosen = [m.article.article for m in independent[-COMPARED:]]
    lines, clashes = _told(desk, chosen)
    said = [e for told in lines for e in told.evidence if e.speaker]
    kinds = _kinds(desk)
    return {
        "independent": independent,
        "copies": _copies(result.members),
        "countries": _countries(independent, kinds),
        "course": [told for told in lines if told.occurred and told.status not in SPEAKING][:LINES],
        "clashes": clashes,
        "speakers": _speakers(said),
        "kinds": kinds,
        "compared": len(chosen),
    }


def _told(desk: Desk, articles: Sequence[str]) -> tuple[list[Line], Sequence[Disagreement]]:
    """The happenings that these articles tell, by occurrence, and where they clash."""
    if len(articles) < 2:
        lines = [_alone(e) for a in articles for e in desk.view("show", id=a).article.claims]
        return by_occurrence(lines), ()
    compared = desk.view("compare", articles=tuple(articles))
    lines = [*compared.shared, *(told for only in compared.only for told in only.lines)]
    return by_occurrence(lines), compared.clashes


def _alone(e: Evidence) -> Line:
    """A sentence of the only article as a line."""
    words = e.sentence[e.anchor[0] : e.anchor[1]]
    return Line("", e.occurred, words, (), (), e.status, 1, (), (e,))


def _copies(members: Sequence[Member]) -> dict[str, list[Brief]]:
    """The copies of each text, by the article that they copy."""
    found: dict[str, list[Brief]] = {}
    for member in members:
        if member.copy_of:
            found.setdefault(member.copy_of, []).append(member.article)
    return found


def _kinds(desk: Desk) -> dict[str, tuple[str, str]]:
    """Country and kind of each outlet."""
    return {o.id: (o.country, o.kind.value) for o in desk.store.outlets.all()}


def _countries(members: Sequence[Member], kinds: dict[str, tuple[str, str]]) -> list[Country]:
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(kinds.get(member.article.outlet_id, ("", ""))[0], []).append(member)
    return [Country(code, tuple(found[code])) for code in sorted(found, key=lambda c: (-len(found[c]), c or "~"))]


def _speakers(said: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """What each party says, those who say most first; a sentence once."""
    found: dict[str, dict[str, Evidence]] = {}
    for e in said:
        found.setdefault(e.speaker, {}).setdefault(e.sentence, e)
    order = sorted(found, key=lambda s: (-len(found[s]), s))
    return [(speaker, list(found[speaker].values())[:4]) for speaker in order[:8]]


page("stories", Page("stories.html", "Stories", beside=("n",)))
page("story", Page("story.html", "Story", _story))
