"""A saved page of the web."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import InputError
from dateline.ingest.base import Told
from dateline.ingest.extract import page
from dateline.ingest.formats.plain import readable
from dateline.ingest.opened import Opened


def documents(file: Opened) -> Iterator[Told]:
    """The one article of an .html file. Raises InputError if no text of an article is found in it."""
    content = file.content()
    markup, note = readable(content, file, markup=True)
    found = page(markup)
    if not found.text.strip():
        raise InputError(
            "is a page without the text of an article",
            what=file.where,
            do="save the article's own page, after it has loaded",
        )
    yield found.told(file.where, file.address, content, (note,) if note else ())
