"""A file of plain text, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import InputError
from dateline.ingest import clean, fields
from dateline.ingest.base import Told
from dateline.ingest.decoding import decode, is_binary
from dateline.ingest.formats.dayline import is_dayline, with_day
from dateline.ingest.formats.frontmatter import split
from dateline.ingest.opened import Opened

LONGEST_HEADLINE = 160  # characters; longer first lines are lead paragraphs
STOPS = (".", ":", ";", ",", "。", "।", "…", "؛", "،")
BULLETS = ("- ", "* ", "• ", "– ")


def documents(file: Opened) -> Iterator[Told]:
    """The one document of a .txt file: its text is kept whole.

    The first line is the headline, and no part of the text, only if it looks like one: short, with a blank line and
    more text below, no bullet, and without a final stop or colon. A headline in the front matter leaves the text alone.
    """
    content = file.content()
    text, note = readable(content, file)
    above, below = split(text, file.where)
    dated, told = with_day(above, below)
    headline, body = ("", below) if has_headline(above) else headline_of(below)
    yield document(file, content, {**dated, "text": body}, headline, "text/plain", note).noted(told)


def readable(content: bytes, file: Opened, *, markup: bool = False) -> tuple[str, str]:
    """The text of a file, newlines normalised, and the note on its encoding. Raises InputError if it is none."""
    decoded = None if is_binary(content) else decode(content, markup=markup)
    if decoded is None:
        raise InputError("is not text (its bytes are of another kind)", what=file.where, do="convert it to text first")
    return clean.NEWLINES.sub("\n", decoded.text.removeprefix("\ufeff")), decoded.note


def has_headline(above: Mapping[str, Any]) -> bool:
    """Whether the front matter names a headline."""
    return any(k.lower() in fields.ALIASES["headline"] for k in above)


def document(file: Opened, content: bytes, told: Mapping[str, Any], headline: str, media_type: str, note: str) -> Told:
    """The document of a file by its fields; its headline is taken from them if they have one."""
    named = told if has_headline(told) else {**told, "headline": headline}
    made = fields.told(named, where=file.where, address=file.address, content=content, media_type=media_type)
    return made.noted(note)


def headline_of(text: str) -> tuple[str, str]:
    """A first line that looks like a headline, and the text below it; "" and the whole text otherwise."""
    first, _, rest = text.lstrip("\n").partition("\n")
    below = rest.lstrip(" \t")
    line = first.strip()
    looks = (
        2 < len(line) <= LONGEST_HEADLINE
        and below.startswith("\n")
        and bool(below.strip())
        and not line.endswith(STOPS)
        and not line.startswith(BULLETS)
        and any(c.isalpha() for c in line)
        and not is_dayline(line)
    )
    return (line, below.lstrip("\n")) if looks else ("", text)
