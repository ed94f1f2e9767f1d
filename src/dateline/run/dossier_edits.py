"""What editors decide about a dossier: pin, drop, note, rename a section, and take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.model.claim import Claim
from dateline.model.ids import content_id
from dateline.model.matter import Matter, MatterEdit, Ruled, SectionKey, slug
from dateline.model.relation import Target
from dateline.run.base import job
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.resolving import one_of

Name = Annotated[str, "The dossier's name."]
Line = Annotated[str, "The id of the line's claim (or of its happening), as `dossier show` has it."]


@dataclass(frozen=True, slots=True)
class DossierEdited:
    """The decision as kept (or taken back), and the dossier that it is about."""

    dossier: str
    edit: MatterEdit


@job("dossier.pin", doc="Keep a line in a dossier, however short it is shown.", sample={"name": "-", "line": "claim-"})
def pin(working: Working, name: Name, line: Line) -> DossierEdited:
    """Pins the happening that a claim tells."""
    return _about_line(working, Ruled.PIN, name, line)


@job("dossier.drop", doc="Leave a happening out of a dossier.", sample={"name": "-", "line": "claim-"})
def drop(working: Working, name: Name, line: Line) -> DossierEdited:
    """Drops the happening that a claim tells; it stays in the store and in every other dossier."""
    return _about_line(working, Ruled.DROP, name, line)


@job(
    "dossier.note",
    doc="Put an editor's note under a line of a dossier.",
    sample={"name": "-", "line": "claim-", "words": "checked with the ministry"},
)
def note(working: Working, name: Name, line: Line, words: Annotated[str, "The note."]) -> DossierEdited:
    """Notes something on the happening that a claim tells. Raises UsageError for an empty note."""
    if not words.strip():
        raise UsageError("the note is empty", what=line, do="say something")
    return _about_line(working, Ruled.NOTE, name, line, words.strip())


@job(
    "dossier.rename-section",
    doc="Give a section of a dossier another title.",
    sample={"name": "-", "section": "background", "title": "How it began"},
)
def rename_section(
    working: Working,
    name: Name,
    section: Annotated[SectionKey, "Which section."],
    title: Annotated[str, 'Its title; "" for the usual one.'],
) -> DossierEdited:
    """Renames a section."""
    matter = matter_named(working, name)
    return _kept(working, matter, Ruled.RENAME, section=section.value, words=title.strip())


@job(
    "dossier.undo",
    doc="Take back a decision about a dossier: the last one, or that with this id.",
    sample={"name": "-"},
)
def undo(
    working: Working, name: Name, edit: Annotated[str, "The id of the decision; the last one if left out."] = ""
) -> DossierEdited:
    """Takes back a decision; it is kept as one that was taken back. Raises NothingFound if there is none."""
    matter = matter_named(working, name)
    undone = working.store.matters.undo(matter.id, edit or None, working.now())
    if undone is None:
        raise NothingFound("no decision to take back", what=edit or name, do=f"dateline dossier show {matter.name}")
    return DossierEdited(matter.name, undone)


def matter_named(working: Working, name: str) -> Matter:
    """The matter with this name, title or id; raises NothingFound."""
    matter = working.store.matters.named(slug(name))
    if matter is None:
        raise NothingFound("no such dossier", what=name, do="dateline dossier list has their names")
    return matter


def _about_line(working: Working, ruled: Ruled, name: str, typed: str, words: str = "") -> DossierEdited:
    matter = matter_named(working, name)
    claim = _claim(working.store, typed)
    return _kept(working, matter, ruled, target=Target(claim.article_id, claim.anchor), words=words)


def _claim(store: Store, typed: str) -> Claim:
    """The claim that is meant by its id, or the first one of the happening that is."""
    found = one_of(store, typed, ("claim", "event"))
    event = store.links.event(found) if found.startswith("event-") else None
    claims = store.claims.get(event.claims if event else [found])
    if not claims:
        raise NothingFound("not held now", what=typed, do="`dateline dossier show NAME` has the ids of claims")
    return claims[0]


def _kept(
    working: Working, matter: Matter, ruled: Ruled, *, target: Target | None = None, section: str = "", words: str = ""
) -> DossierEdited:
    user, now = working.settings.user, working.now()
    place = f"{target.article_id} {target.words.start} {target.words.exact}" if target else section
    named = content_id("matteredit", matter.id, ruled, place, words, user, now.isoformat())
    edit = MatterEdit(named, matter.id, ruled, user, now, target, section, words)
    working.store.matters.edit(edit)
    return DossierEdited(matter.name, edit)
