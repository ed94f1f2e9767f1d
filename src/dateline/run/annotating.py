"""Annotates revisions that have no marks yet, or marks of older producers, each in one transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.link.judgements import corrected
from dateline.model.actor import own_names
from dateline.model.relation import Correction
from dateline.run.base import job
from dateline.run.gisting import gist_pending
from dateline.run.linking import Linking, link_pending
from dateline.run.pool import annotated
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store


@dataclass(frozen=True, slots=True)
class Marked:
    """How many revisions were annotated, and what linking made of their claims."""

    revisions: int
    claims: int
    linked: Linking


@job(
    "annotate",
    doc="Annotate what has no marks yet (with --stale also what older annotators marked), then link.",
    sample={},
)
def annotate(
    working: Working, stale: Annotated[bool, "Also what older versions of the annotators marked."] = False
) -> Marked:
    """Brings marks, claims and links up to date."""
    revisions, claims = annotate_pending(working, stale=stale)
    linked = link_pending(working)
    story_pending(working)
    gist_pending(working)
    return Marked(revisions, claims, linked)


def annotate_pending(working: Working, *, stale: bool = False) -> tuple[int, int]:
    """Annotates all that waits; how many revisions and claims came of it. Interrupted, it goes on where it was."""
    chain = working.chain()
    held = working.store.annotations
    waiting = [*held.pending(), *(held.stale(chain.producers) if stale else ())]
    return annotate_these(working, chain, waiting)


def annotate_these(working: Working, chain: Chain, revision_ids: Sequence[str]) -> tuple[int, int]:
    """Annotates the named revisions, whatever marks they have."""
    done = made = 0
    held = (h for r in revision_ids if (h := working.store.articles.revision(r)) is not None)
    documents = (Document(h.outlet, h.article, h.revision) for h in held)
    own = own_names(working.store.actors.edits())
    corrections = _corrections(working.store)
    for document in annotated(documents, chain, working.settings.model, working.settings.processes, own):
        with working.store.transaction():
            made += _keep(working, chain, document, corrections.get(document.article.id, ()))
        done += 1
        working.progress.step("annotating", done, len(revision_ids))
    return done, made


def _keep(working: Working, chain: Chain, document: Document, corrections: Sequence[Correction]) -> int:
    """Keeps one document's layers; a withdrawn article claims nothing."""
    claims = () if document.revision.withdrawn else corrected(document[CLAIMS], corrections)
    layers = {**document.layers, CLAIMS.name: claims}
    working.store.annotations.put(document.revision.id, layers, chain.producers, working.now())
    return len(claims)


def _corrections(store: Store) -> dict[str, list[Correction]]:
    """What people corrected, by article, in the order it was decided."""
    found: dict[str, list[Correction]] = {}
    for decision in store.decisions.all():
        if isinstance(decision, Correction):
            found.setdefault(decision.target.article_id, []).append(decision)
    return found
