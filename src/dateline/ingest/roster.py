"""What a folder says of the outlets whose documents lie in it: its outlets.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.ingest.base import Refusal
from dateline.ingest.outlets import outlet
from dateline.model.outlet import Outlet, OutletKind

NAME = "outlets.toml"


def roster(paths: Iterable[Path]) -> tuple[dict[str, Outlet], list[Refusal]]:
    """The outlets, by id, that the outlets.toml in or right above each path describes; and what could not be read.

    Each stands under [[outlet]] with host, name, country, language, kind, note; the first description wins.
    """
    known: dict[str, Outlet] = {}
    refused: list[Refusal] = []
    for file in dict.fromkeys(f for p in paths for f in (p / NAME, p.parent / NAME)):
        try:
            if file.is_file():
                for described in _outlets(file):
                    known.setdefault(described.id, described)
        except (OSError, ValueError) as error:
            refused.append(Refusal(str(file), f"cannot be read: {error}", "mend it, or take it away"))
    return known, refused


def described(told: Outlet, known: Mapping[str, Outlet]) -> Outlet:
    """An outlet with what is known of it filled in; what the document itself says of country and kind stays."""
    more = known.get(told.id)
    if more is None:
        return told
    named = told.name if told.name not in {told.id, ""} else more.name
    kind = told.kind if told.kind is not OutletKind.UNKNOWN else more.kind
    return replace(more, name=named, country=told.country or more.country, kind=kind)


def _outlets(file: Path) -> Iterator[Outlet]:
    rows = tomllib.loads(file.read_text("utf-8")).get("outlet", [])
    for row in rows if isinstance(rows, list) else []:
        words = {k: v for k, v in row.items() if isinstance(v, str)}
        host, name = words.get("host", ""), words.get("name", "")
        made = outlet(host or name, "", words.get("language", ""), words.get("country", ""), words.get("kind", ""))
        yield replace(made, name=name or made.name, note=words.get("note", ""))
