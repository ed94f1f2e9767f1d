"""Which outlet a document is of: the host of its address, else the name that is told."""

from __future__ import annotations

import re
import unicodedata

from dateline.ingest import clean
from dateline.model.outlet import UNKNOWN_OUTLET, Outlet, OutletKind

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
LONGEST = 200


def outlet(name: str, url: str, language: str = "", country: str = "", kind: str = "") -> Outlet:
    """The outlet of a document. Its id is the host of the address, else the host or slug that the name is; a document
    with neither is of the outlet "unknown"."""
    named = clean.line(name)[:LONGEST]
    bare = clean.host(named if "://" in named else f"//{named.lower()}")
    as_host = bare if HOST.fullmatch(bare) else ""
    site = clean.host(clean.key(url)) if clean.is_web(url) else as_host
    shown = as_host or named or site
    identity = site or slug(named) or UNKNOWN_OUTLET
    return Outlet(identity, shown or "unknown outlet", _country(country), language, _kind(kind))


def slug(name: str) -> str:
    """A name in lower case with hyphens, without accents; other scripts stay. "" if no letter or digit is in it."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c if c.isalnum() else "-" for c in flat if not unicodedata.combining(c))
    return "-".join(p for p in plain.split("-") if p)


def _country(code: str) -> str:
    told = code.strip().upper()
    return told if len(told) == 2 and told.isalpha() and told.isascii() else ""


def _kind(told: str) -> OutletKind:
    try:
        return OutletKind(told.strip().lower())
    except ValueError:
        return OutletKind.UNKNOWN
