"""Takes documents in: files become articles, revisions and captures; then they are annotated and linked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from dateline.errors import InputError
from dateline.ingest.base import Given, Item, Refusal
from dateline.ingest.decide import Change, article_of, decide
from dateline.ingest.files import read
from dateline.model.outlet import edited
from dateline.run.annotating import Marked, annotate_pending
from dateline.run.base import job
from dateline.run.copying import mark_copies
from dateline.run.gisting import AT_ONCE, gist_pending
from dateline.run.linking import link_pending
from dateline.run.mattering import share_out
from dateline.run.room import make_room
from dateline.run.storying import story_pending
from dateline.run.working import Working


@dataclass(frozen=True, slots=True)
class Noted:
    """Something worth knowing about an article that was taken."""

    article: str
    note: str


@dataclass(frozen=True, slots=True)
class Added:
    """What came of the files: counts by change, ids of the articles touched, doubts, refusals, and what was marked."""

    new: int
    revised: int
    same: int
    withdrawn: int
    articles: tuple[str, ...]
    notes: tuple[Noted, ...]
    refused: tuple[Refusal, ...]
    annotated: Marked


@job(
    "add",
    doc="Add documents: files or folders of .txt, .md, .html, .json, .jsonl, .warc, and feeds as files (.xml, .rss, "
    ".atom); what they do not say of themselves, say with the options.",
    sample={"paths": ("sample/articles",)},
)
def add(
    working: Working,
    paths: tuple[Path, ...],
    outlet: Annotated[str, "Who publishes them: a host (paper.example) or a name."] = "",
    url: Annotated[str, "The address of the one document that is added."] = "",
    published: Annotated[date | None, "The day on which they were published."] = None,
    language: Annotated[str, "Their language as BCP 47: en, fr, pt-BR."] = "",
) -> Added:
    """Adds files and folders; what cannot be taken is listed with the reason, and the rest goes on."""
    given = Given(outlet, url, published.isoformat() if published else "", language)
    changes: Counter[Change] = Counter()
    articles: dict[str, None] = {}
    notes: list[Noted] = []
    refused: list[Refusal] = []
    for arrived in read(paths, given, working.now(), largest=working.settings.largest_file):
        if isinstance(arrived, Refusal):
            refused.append(arrived)
            continue
        try:
            change, article = take(working, arrived)
        except InputError as refusal:
            refused.append(Refusal(arrived.capture.url, refusal.message, refusal.do))
            continue
        changes[change] += 1
        articles[article] = None
        notes += [Noted(article, note) for note in arrived.notes]
        working.progress.step("reading", changes.total(), None)
    make_room(working)
    return Added(
        new=changes[Change.NEW],
        revised=changes[Change.REVISED],
        same=changes[Change.SAME],
        withdrawn=changes[Change.WITHDRAWN],
        articles=tuple(articles),
        notes=tuple(notes),
        refused=tuple(refused),
        annotated=catch_up(working),
    )


def take(working: Working, item: Item) -> tuple[Change, str]:
    """Keeps an item in one transaction; what it changed, and the article's id. Raises InputError if it was removed."""
    store, now = working.store, working.now()
    item = replace(item, outlet=edited(item.outlet, store.outlets.edits(item.outlet.id)))
    with store.transaction():
        decision = decide(store.articles.get(article_of(item).id), item, now)
        if decision.change is not Change.SAME:
            store.articles.put(item.outlet, decision.article, decision.revision, item.capture, now)
            mark_copies(working, decision.article.id)
    return decision.change, decision.article.id


def catch_up(working: Working) -> Marked:
    """Annotates and links what waits, puts it into stories, and gives dossiers their shares."""
    revisions, claims = annotate_pending(working)
    linked = link_pending(working)
    story_pending(working)
    gist_pending(working, revisions + AT_ONCE)
    share_out(working)
    return Marked(revisions, claims, linked)
