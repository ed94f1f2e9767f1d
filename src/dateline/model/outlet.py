"""Who publishes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
