"""From what a document tells of itself, and what the user says of it, to an item that can be decided on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from dateline.errors import UsageError
from dateline.ingest import clean, language, retraction, times
from dateline.ingest.base import Given, Item, Refusal, Told
from dateline.ingest.outlets import outlet
from dateline.ingest.reader import PAGE, READER
from dateline.ingest.roster import described
from dateline.ingest.zones import zone
from dateline.model.article import Capture, Published
from dateline.model.ids import content_id, digest
from dateline.model.outlet import UNKNOWN_OUTLET, Outlet

NOBODY: Mapping[str, Outlet] = {}


def check(given: Given, now: datetime) -> None:
    """Raises UsageError if something that the user says of the documents cannot be meant."""
    if given.published and times.published(given.published, now).published is None:
        raise UsageError(
            times.published(given.published, now).note, what="--published", do="write it like 2024-03-08, not in future"
        )
    if given.language and not language.declared(given.language):
        raise UsageError(f"'{given.language}' is no language tag", what="--language", do="write it like en or pt-BR")
    if given.url and not clean.is_web(given.url):
        raise UsageError(f"'{given.url}' is no http or https address", what="--url", do="give the article's address")


def item(told: Told, given: Given, now: datetime, known: Mapping[str, Outlet] = NOBODY) -> Item | Refusal:
    """The item that a document makes; what the user says wins over what it tells itself. A Refusal without text.

    `known` describes outlets by id.
    """
    told = retraction.marked(told)
    text, mended = clean.text(told.text)
    if not text.strip() and not told.withdrawn:
        return Refusal(told.where, "has no text", "add its text, or leave it out")
    url = clean.canonical(given.url or told.url)
    tongue = (
        language.declared(given.language)
        or language.declared(told.language)
        or language.identify(f"{told.headline}\n{text}")
    )
    publisher = described(outlet(given.outlet or told.outlet, url, country=told.country, kind=told.outlet_kind), known)
    headline = clean.line(told.headline)
    when = times.published(given.published or told.published, now, zone(publisher.country))
    address = url or ("" if headline and publisher.id != UNKNOWN_OUTLET else told.address)
    return Item(
        outlet=publisher,
        url=address,
        headline=headline,
        text=text,
        published_at=when.published,
        modified_at=times.modified(told.modified, now),
        language=tongue,
        byline=clean.line(told.byline),
        withdrawn=told.withdrawn,
        notes=(*told.notes, *_notes(told, given, url, mended, when, now)),
        capture=capture(told, url or told.address, now),
    )


def capture(told: Told, url: str, now: datetime) -> Capture:
    """The reception of the document's bytes."""
    seal = digest(told.content)
    reader = READER if told.media_type == PAGE else ""
    at = told.fetched_at or now
    return Capture(content_id("capture", url, seal), url, at, seal, told.media_type, told.content, reader)


def _notes(told: Told, given: Given, url: str, mended: str, when: times.Read, now: datetime) -> Iterator[str]:
    if mended:
        yield mended
    if told.url and not url:
        yield f"the address '{told.url[:80]}' is none, and was left out"
    if when.note:
        yield when.note
    yield from _overruled(told, given, url, when.published, now)


def _overruled(told: Told, given: Given, url: str, said: Published | None, now: datetime) -> Iterator[str]:
    own = times.published(told.published, now).published
    if given.published and own and said and own.day != said.day:
        yield f"published {said.day} as you said, not {own.day} as it says itself"
    if given.url and told.url and clean.canonical(told.url) != url:
        yield f"at {url} as you said, not {told.url[:200]} as it says itself"
    if given.outlet and told.outlet and clean.line(given.outlet) != clean.line(told.outlet):
        yield f"of {given.outlet} as you said, not {told.outlet[:80]} as it says itself"
