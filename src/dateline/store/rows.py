"""Rows of the SQLite tables as records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet
from dateline.store.base import Held, Tombstone
from dateline.store.codec import decode, moment


def held(row: tuple[Any, ...]) -> Held:
    """From (id, outlet, article, revision, recorded_at)."""
    _, outlet, article, revision, recorded_at = row
    return Held(decode(Outlet, outlet), decode(Article, article), decode(Revision, revision), moment(recorded_at))


def tombstone(row: tuple[Any, ...]) -> Tombstone:
    """From (article_id, at, by, why)."""
    return Tombstone(row[0], moment(row[1]), row[2], row[3])


def listed(values: Iterable[object]) -> str:
    """Many values as one parameter, for json_each."""
    return json.dumps(list(values))
