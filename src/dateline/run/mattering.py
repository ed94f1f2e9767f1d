"""Works out what new and changed articles give to the matters there are, and keeps it: the rest is left as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from dateline.link.matters import FEW, SEARCHED, Page, asked, seal, share, waiting
from dateline.model.matter import Matter, MatterShare
from dateline.run.working import Working
from dateline.store.base import Store

BATCH = 200  # shares kept in one transaction


def share_out(working: Working, matters: Iterable[Matter] | None = None) -> int:
    """Keeps what new and changed articles give to all matters, or all that is lacking of some; how many shares.

    For all matters, the cost grows with the articles that wait and with nothing else. Interrupted, the next call goes
    on.
    """
    store, done = working.store, 0
    changed = store.matters.waiting() if matters is None else []
    states = store.matters.states(None, changed)
    for matter in store.matters.all() if matters is None else matters:
        complete = matters is None and store.matters.completed(matter.id) == seal(matter)
        for shares in _batches(_lacking(store, matter, changed if complete else None)):
            store.matters.put_shares(shares)
            done += len(shares)
            working.progress.step("dossiers", done, None)
        if not complete:
            store.matters.complete(matter.id, seal(matter))
    _looked_at(store, changed, states)
    return done


def _looked_at(store: Store, changed: Collection[str], states: Mapping[str, str]) -> None:
    """These wait no more, unless they changed again in the meantime."""
    with store.transaction():
        now = store.matters.states(None, changed)
        store.matters.looked_at(a for a in changed if now.get(a) == states.get(a))


def _lacking(store: Store, matter: Matter, among: Collection[str] | None) -> Iterator[MatterShare]:
    """The shares that are lacking, of all articles or of some; what is not annotated (any more) gives nothing."""
    states = store.matters.states(None, among)
    for article in sorted(set(among or ()) - states.keys()):
        yield MatterShare(matter.id, article, "")
    lacking = waiting(matter, store.matters.share_keys(matter.id, among), states)
    able = set(lacking)
    if len(lacking) > FEW:
        able = {h.held.article.id for h in store.articles.search(asked(matter), None, SEARCHED, snippets=False)}
    for article, key in lacking.items():
        page = _page(store, article) if article in able else None
        yield share(matter, key, page) if page else MatterShare(matter.id, article, key)


def _page(store: Store, article: str) -> Page | None:
    held = store.articles.get(article)
    if held is None or held.revision.withdrawn:
        return None
    layer, revision = store.annotations.layer, held.revision
    marks = (layer(revision.id, name) for name in ("blocks", "actors", "places"))
    return Page(article, revision.headline, revision.text, store.claims.of_article(article), *marks)


def _batches(shares: Iterator[MatterShare]) -> Iterator[list[MatterShare]]:
    while part := list(islice(shares, BATCH)):
        yield part
