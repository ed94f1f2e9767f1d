"""Dossiers: making one, and what editors decide about it. Decisions outlive recomputation; undone, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dateline.errors import InputError, UsageError
from dateline.model.ids import content_id
from dateline.model.matter import Matter, slug
from dateline.run.base import job
from dateline.run.dossier_edits import matter_named
from dateline.run.mattering import share_out
from dateline.run.working import Working

__all__ = ["DossierMade", "DossiersRefreshed", "matter_named", "new", "refresh"]


@dataclass(frozen=True, slots=True)
class DossierMade:
    """The matter as kept, and how many articles were looked at."""

    matter: Matter
    articles: int


@dataclass(frozen=True, slots=True)
class DossiersRefreshed:
    """How many articles were looked at, once for each dossier."""

    articles: int


@job(
    "dossier.new",
    doc="Begin a dossier on a matter: what its name, words, parties and places select stays in it from now on.",
    sample={"name": "Ukraine and NATO", "query": "Ukraine NATO"},
)
def new(
    working: Working,
    name: Annotated[str, "Its title; the name to type is made of it."],
    *,
    query: Annotated[str, "Words that name the matter; those of the title if left out."] = "",
    actors: Annotated[str, "Parties: what two of them do together belongs to it. Divided by commas."] = "",
    places: Annotated[str, "Places: what one of the parties does there belongs to it. Divided by commas."] = "",
    since: Annotated[date | None, "Leave out what was over before this day."] = None,
) -> DossierMade:
    """Makes a dossier. Raises InputError if there is one of that name, UsageError for a name without letters."""
    if not slug(name):
        raise UsageError("no letters to make a name of", what=name, do="give the dossier a title")
    if working.store.matters.named(slug(name)):
        raise InputError("there is a dossier of this name", what=slug(name), do="choose another title")
    user, now = working.settings.user, working.now()
    minted = content_id("matter", name, user, now.isoformat())
    matter = Matter(minted, slug(name), name, query or name, user, now, _divided(actors), _divided(places), since)
    working.store.matters.put(matter, now)
    return DossierMade(matter, share_out(working, [matter]))


@job(
    "dossier.refresh",
    doc="Work out what new articles give to the dossiers; done by itself after articles are added.",
    sample={},
)
def refresh(working: Working) -> DossiersRefreshed:
    """Keeps what is lacking, so that dossiers answer at once."""
    return DossiersRefreshed(share_out(working, working.store.matters.all()))


def _divided(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.strip() for w in words.split(",") if w.strip()))
