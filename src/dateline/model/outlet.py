"""Who publishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

UNKNOWN_OUTLET = "unknown"  # the id of the outlet of documents that do not say who publishes them


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    PUBLIC = "public"
    PRIVATE = "private"
    STATE = "state"
    NONPROFIT = "nonprofit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher (schema.org NewsMediaOrganization); the id is the host of its site, else a slug of its name.

    `country` is ISO 3166-1 alpha-2, `language` is BCP 47; both empty if not known.
    """

    id: str
    name: str
    country: str = ""
    language: str = ""
    kind: OutletKind = OutletKind.UNKNOWN
    note: str = ""


class Reliability(StrEnum):
    """How far a desk trusts an outlet; a person's word, kept apart from how important its news are."""

    HIGH = "high"
    MIXED = "mixed"
    LOW = "low"
    UNRATED = "unrated"


@dataclass(frozen=True, slots=True)
class OutletEdit:
    """A person's word on an outlet: what is stated here overrules what its documents say of it ("" and None: nothing is
    said). The newest wins, field by field; none is ever deleted."""

    id: str
    outlet_id: str
    by: str
    at: datetime
    name: str = ""
    country: str = ""
    language: str = ""
    kind: OutletKind | None = None
    reliability: Reliability | None = None
    note: str = ""


def edited(outlet: Outlet, edits: Iterable[OutletEdit]) -> Outlet:
    """The outlet as people have described it; `edits` of any outlets, oldest first."""
    for edit in edits:
        if edit.outlet_id == outlet.id:
            outlet = replace(
                outlet,
                name=edit.name or outlet.name,
                country=edit.country or outlet.country,
                language=edit.language or outlet.language,
                kind=edit.kind or outlet.kind,
                note=edit.note or outlet.note,
            )
    return outlet
