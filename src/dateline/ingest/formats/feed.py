"""A saved feed: its entries as documents."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import InputError
from dateline.ingest.base import Told
from dateline.ingest.feeds.base import Received
from dateline.ingest.feeds.reading import channel
from dateline.ingest.opened import Opened


def documents(file: Opened) -> Iterator[Told]:
    """The entries of an .xml, .rss or .atom file. Raises InputError for what is no feed, or one without entries."""
    found = channel(Received(file.content(), file.address, file.where))
    if not found.entries:
        raise InputError(f"is a {found.form} without entries", what=file.where, do="leave it out")
    yield from found.entries
