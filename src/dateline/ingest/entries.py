"""What a feed lists, from round to round: which entry is which, whether it changed, and what its page adds. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

import msgspec

from dateline.ingest import clean, times
from dateline.ingest.base import Told
from dateline.ingest.decoding import decode as decode_text
from dateline.ingest.extract import Page, page
from dateline.ingest.feeds.rss import SUMMARY
from dateline.model.ids import digest
from dateline.model.outlet import Outlet

COMMON_SECOND = frozenset({"co", "com", "org", "net", "gov", "gob", "gouv", "go", "ac", "edu", "or", "ne", "in", "web"})


@dataclass(frozen=True, slots=True)
class Visited:
    """A page as it came: where that was in the end, its bytes, and its markup."""

    url: str
    content: bytes
    markup: str
    note: str = ""


def sound(told: Told) -> Told:
    """An entry whose words can be written: halves of surrogate pairs, as JSON can hold them, are replaced."""
    words = {f.name: v for f in fields(told) if isinstance(v := getattr(told, f.name), str)}
    broken = {n: clean.SURROGATES.sub("\ufffd", v) for n, v in words.items() if clean.SURROGATES.search(v)}
    return replace(told, **broken) if broken else told  # type: ignore[arg-type]


def key(told: Told) -> str:
    """What is the same of an entry in every round: its address (in any form), else its identifier, else its headline.

    Identifiers come after addresses since some servers make new ones for each request. Hashed: it outlives a removal.
    """
    return digest(clean.key(told.url) or told.key or f"{told.headline}\n{told.text[:200]}")[:32]


def seal(told: Told) -> str:
    """A digest of what an entry tells; another one means that it changed."""
    said = (clean.key(told.url), told.headline, told.text, str(told.published), str(told.modified), str(told.withdrawn))
    return digest("\x1f".join(said))[:32]


def needs_page(told: Told) -> bool:
    """Whether the page behind an entry has to be fetched: the entry has no text of its own, or a summary only."""
    return clean.is_web(told.url) and (not told.text.strip() or SUMMARY in told.notes)


def of_feed(told: Told, outlet: Outlet, feed_url: str, title: str) -> Told:
    """An entry with what its feed knows better: the outlet's name, and a place that does not change with its number.

    `title` is the feed's, which is no name of an outlet.
    """
    return replace(told, outlet=_named(told, outlet, title), address=f"{feed_url}#entry={key(told)}")


def _named(told: Told, outlet: Outlet, title: str) -> str:
    if not clean.is_web(told.url):
        return outlet.id
    if akin(told.url, outlet.id):
        return outlet.name if outlet.name != outlet.id else ""
    return told.outlet if told.outlet != title else ""


def outlets_of(told: Told, outlet: Outlet) -> Mapping[str, Outlet]:
    """What is known of the outlet under the id that its entry will give it: its other hosts are described by it."""
    site = clean.host(clean.key(told.url))
    if not site or site == outlet.id or not akin(told.url, outlet.id):
        return {outlet.id: outlet}
    return {outlet.id: outlet, site: replace(outlet, id=site)}


def akin(url: str, host: str) -> bool:
    """Whether an address is of the same site as a host: both end in the same registered name."""
    one, other = _registered(clean.host(url)), _registered(host)
    return bool(one) and one == other


def _registered(host: str) -> str:
    """The name under which a site is registered, by rule of thumb: two labels, three below "co.uk" and the like."""
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and (labels[-2] in COMMON_SECOND or len(labels[-2]) == 2)
    return ".".join(labels[-3 if short else -2 :])


def visited(url: str, content: bytes) -> Visited | None:
    """A fetched page; None if its bytes are no text."""
    decoded = decode_text(content, markup=True)
    return Visited(url, content, decoded.text, decoded.note) if decoded else None


def with_page(told: Told, found: Visited) -> Told | None:
    """An entry with the text of its page; None if no article is found in it.

    Time of publication: the feed's, else the page's. Address: what the page calls its own if that is a page of the same
    site and not its front, else where it was found. What the page says of headline, byline, language wins.
    """
    read = page(found.markup, found.url)
    if not read.text.strip():
        return None
    made = read.told(told.where, told.address, found.content, (found.note,) if found.note else ())
    return replace(
        made,
        url=_own_address(read, found.url),
        headline=made.headline or told.headline,
        outlet=told.outlet or made.outlet,
        country=told.country,
        outlet_kind=told.outlet_kind,
        published=told.published or made.published,
        modified=made.modified or told.modified,
        language=made.language or told.language,
        byline=made.byline or told.byline,
        key=told.key,
        notes=(*made.notes, *(n for n in told.notes if n != SUMMARY)),
    )


def _own_address(read: Page, url: str) -> str:
    own = clean.canonical(read.url)
    is_front = not clean.key(own).partition("://")[2].partition("/")[2]
    return own if own and not is_front and akin(own, clean.host(url)) else url


def gone(told: Told, why: str) -> Told:
    """An entry whose page its outlet took away: a withdrawal, which keeps the text that is held."""
    return replace(told, text="", headline="", withdrawn=True, modified=None, published=None, notes=(why,))


def moments(entries: tuple[Told, ...], now: datetime) -> tuple[list[datetime], int]:
    """The believable moments of publication of entries, and how many have no time that can be believed."""
    read = [times.published(e.published, now).published for e in entries]
    return [p.moment for p in read if p and p.moment], sum(p is None for p in read)


def pack(told: Told) -> bytes:
    """An entry as bytes, to be taken up again later."""
    return msgspec.json.encode(told)


def unpack(body: bytes) -> Told:
    """The entry that was packed."""
    return msgspec.json.decode(body, type=Told)
