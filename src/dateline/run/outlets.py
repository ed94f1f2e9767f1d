"""What people say of outlets; who said it and when is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.ingest import language as languages
from dateline.ingest.outlets import outlet as described_by
from dateline.model.ids import content_id
from dateline.model.outlet import Outlet, OutletEdit, OutletKind, Reliability, edited
from dateline.run.base import job
from dateline.run.working import Working


@dataclass(frozen=True, slots=True)
class OutletEdited:
    """The outlet as it is now, and what was said."""

    outlet: Outlet
    edit: OutletEdit


@job(
    "outlets.edit",
    doc="Say what an outlet is, and how far it is trusted; the last word of people holds.",
    sample={"outlet": "example.com", "country": "KE"},
)
def edit(
    working: Working,
    outlet: Annotated[str, "The outlet's id (its host)."],
    *,
    called: Annotated[str, "Its name."] = "",
    country: Annotated[str, "ISO 3166-1 code, such as KE."] = "",
    language: Annotated[str, "Language tag, such as sw."] = "",
    kind: Annotated[OutletKind | None, "What sort of publisher it is."] = None,
    reliability: Annotated[Reliability | None, "How far it is trusted; not how important it is."] = None,
) -> OutletEdited:
    """Adds a word on an outlet. Raises NothingFound if neither articles nor feeds of it are held."""
    known = _known(working, outlet)
    land = described_by("", "", country=country).country
    tongue = languages.declared(language)
    if country and not land:
        raise UsageError("is no country code", what=country, do="write two letters, such as KE")
    if language and not tongue:
        raise UsageError("is no language tag", what=language, do="write it like sw or pt-BR")
    if not (called or land or tongue or kind or reliability):
        raise UsageError(
            "nothing is said of it", what=outlet, do="give --called, --country, --language, --kind or --reliability"
        )
    now = working.now()
    words = (called, land, tongue, kind or "", reliability or "", now.isoformat(), working.settings.user)
    said = OutletEdit(
        content_id("edit", known.id, *words),
        known.id,
        working.settings.user,
        now,
        called,
        land,
        tongue,
        kind,
        reliability,
    )
    working.store.outlets.edit(said)
    return OutletEdited(_known(working, outlet), said)


def _known(working: Working, typed: str) -> Outlet:
    held = working.store.outlets.get(typed)
    of_feeds = (f.outlet for f in working.store.feeds.all() if f.outlet.id == typed)
    found = held or next(of_feeds, None)
    if found is None:
        raise NothingFound(
            "no article or feed of such an outlet is held", what=typed, do="dateline outlets list tells which are"
        )
    return edited(found, working.store.outlets.edits(typed))
