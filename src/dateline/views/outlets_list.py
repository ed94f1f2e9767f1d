"""Outlets: what is known of each, what people said of it, and what came from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from dateline.model.outlet import Outlet, OutletEdit, OutletKind, Reliability, edited
from dateline.store.base import Store
from dateline.views.base import Answer, Reading, view
from dateline.views.coverage import continents


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet. `reliability` is a person's word, unrated if nobody said any; `edits` are all such words, oldest
    first, with who and when. `feeds` and `articles` are how many are held."""

    outlet: str
    name: str
    country: str
    continent: str
    language: str
    kind: OutletKind
    reliability: Reliability
    note: str
    feeds: int
    articles: int
    edited_by: str
    edited_at: datetime | None
    edits: tuple[OutletEdit, ...]


@dataclass(frozen=True, slots=True)
class OutletList(Answer):
    """Outlets with articles or feeds, by country and name."""

    outlets: tuple[OutletLine, ...]

    @property
    def exit_status(self) -> int:
        """1 if there is none."""
        return 0 if self.outlets else 1


@view("outlets.list", doc="Outlets: country, language, kind, reliability, and who changed it when.", sample={})
def outlets_list(
    reading: Reading,
    *,
    country: Annotated[str, "Only outlets of this country."] = "",
    kind: Annotated[OutletKind | None, "Only outlets of this kind."] = None,
) -> OutletList:
    """All outlets of which articles or feeds are held."""
    store = reading.store
    edits = store.outlets.edits()
    feeds = Counter(f.outlet.id for f in store.feeds.all())
    articles = Counter(h.outlet.id for h in store.articles.all())
    lines = [_line(o, edits, feeds[o.id], articles[o.id]) for o in _known(store, edits)]
    chosen = [o for o in lines if country.upper() in ("", o.country) and kind in (None, o.kind)]
    return OutletList(tuple(sorted(chosen, key=lambda o: (o.country or "~", o.name.casefold(), o.outlet))))


def _known(store: Store, edits: Sequence[OutletEdit]) -> list[Outlet]:
    known = {f.outlet.id: edited(f.outlet, edits) for f in store.feeds.all()}
    known |= {o.id: o for o in store.outlets.all()}
    return list(known.values())


def _line(outlet: Outlet, edits: Sequence[OutletEdit], feeds: int, articles: int) -> OutletLine:
    mine = tuple(e for e in edits if e.outlet_id == outlet.id)
    rated = [e.reliability for e in mine if e.reliability]
    last = mine[-1] if mine else None
    return OutletLine(
        outlet.id,
        outlet.name,
        outlet.country,
        continents().get(outlet.country, ""),
        outlet.language,
        outlet.kind,
        rated[-1] if rated else Reliability.UNRATED,
        outlet.note,
        feeds,
        articles,
        last.by if last else "",
        last.at if last else None,
        mine,
    )
