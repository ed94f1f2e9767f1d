"""One thing: an article with its marks, a claim, an event, a relation; a party, a place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk import Desk
from dateline.errors import DatelineError
from dateline.serve.web.differing import pieces
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.serve.web.world import world
from dateline.views.evidence import Evidence
from dateline.views.show import Shown
from dateline.views.shown.article import ArticleShown, MarkShown

PARAGRAPH = 2_000_000  # characters of a text that are shown
KINDS = ("date", "actor", "place", "quote", "dateline", "presence")
REVISIONS = 6
LINES = 30


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of a text with the marks that cover them; `claims` begin here."""

    words: str
    marks: tuple[MarkShown, ...]
    claims: tuple[str, ...]


def _show(desk: Desk, result: Shown, parameters: Parameters, own: Own) -> dict[str, Any]:
    if result.article is None:
        return {}
    shown = result.article
    return {
        "paragraphs": paragraphs(shown),
        "counted": {k: n for k in KINDS if (n := sum(m.kind == k for m in shown.marks))},
        "revisions": _revisions(desk, shown),
        "stories": [s.id for s in desk.store.stories.of_articles([shown.brief.article])],
    }


def paragraphs(shown: ArticleShown) -> list[list[Run]]:
    """The text in paragraphs of runs; every mark and every claim's sentence begins a run."""
    text = shown.text[:PARAGRAPH]
    starts = _claim_starts(shown.claims, text)
    cuts = {0, len(text), *starts, *(m.start for m in shown.marks), *(m.end for m in shown.marks)}
    found: list[list[Run]] = [[]]
    ordered = sorted(c for c in cuts if c <= len(text))
    waiting, at = sorted(shown.marks, key=lambda m: m.start), 0
    open_marks: list[MarkShown] = []
    for begin, end in itertools.pairwise(ordered):
        while at < len(waiting) and waiting[at].start <= begin:
            open_marks.append(waiting[at])
            at += 1
        open_marks = [m for m in open_marks if m.end > begin]
        _add(found, Run(text[begin:end], tuple(open_marks), starts.get(begin, ())))
    return [p for p in found if any(run.words.strip() or run.claims for run in p)]


def _add(found: list[list[Run]], run: Run) -> None:
    """Adds a run; a line break in it begins a paragraph."""
    first, *rest = run.words.split("\n")
    found[-1].append(Run(first, run.marks, run.claims))
    for line in rest:
        found.append([Run(line, run.marks, ())])


def _claim_starts(claims: Sequence[Evidence], text: str) -> dict[int, tuple[str, ...]]:
    """Where the sentences of claims begin; they come in the order of the text."""
    found: dict[int, tuple[str, ...]] = {}
    at = 0
    for claim in claims:
        start = text.find(claim.sentence, at)
        start = start if start >= 0 else text.find(claim.sentence)
        if start >= 0:
            at = start
            found[start] = (*found.get(start, ()), claim.claim)
    return found


def _revisions(desk: Desk, shown: ArticleShown) -> list[dict[str, Any]]:
    """The states of a text with what each changed, the latest first."""
    if len(shown.states) < 2:
        return []
    held = list(desk.store.articles.revisions(shown.brief.article))[-REVISIONS:]
    found = []
    for before, after in itertools.pairwise(held):
        old, new = before.revision, after.revision
        changed = [(a, b) for a, b in _changed_lines(old.text, new.text)]
        found.append({
            "at": after.recorded_at,
            "headline": (pieces(old.headline, [new.headline]), pieces(new.headline, [old.headline])),
            "renamed": old.headline != new.headline,
            "changed": [(pieces(a, [b]) if a else (), pieces(b, [a]) if b else ()) for a, b in changed[:20]],
            "withdrawn": new.withdrawn,
        })  # fmt: skip
    return found[::-1]


def _changed_lines(old: str, new: str) -> list[tuple[str, str]]:
    """Paragraphs that were changed, taken out or added, beside one another."""
    from difflib import SequenceMatcher

    a, b = old.splitlines(), new.splitlines()
    found: list[tuple[str, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            left, right = [x for x in a[i:j] if x.strip()], [x for x in b[k:m] if x.strip()]
            length = max(len(left), len(right))
            left, right = left + [""] * (length - len(left)), right + [""] * (length - len(right))
            found += list(zip(left, right, strict=True))
    return found


def _actor(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return _around(desk, result.actors[0].name)


def _place(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    spot = world().countries.get(result.place.country)
    return _around(desk, result.place.name) | {"spot": spot}


def _around(desk: Desk, name: str) -> dict[str, Any]:
    """Stories and dated happenings of a name, the latest first; none of words that no article has."""
    try:
        stories = desk.view("stories", query=name, limit=8).stories
        told = desk.view("chronology", query=name)
    except DatelineError:
        return {"stories": (), "lines": (), "more": 0}
    return {"stories": stories, "lines": told.lines[::-1][:LINES], "more": max(0, len(told.lines) - LINES)}


page("show", Page("show.html", "", _show, form="ask.html"))
page("actors.show", Page("actor.html", "Party", _actor, form="ask.html"))
page("places.show", Page("place.html", "Place", _place, form="ask.html"))
