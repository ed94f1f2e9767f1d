"""All feeds as a list that other readers take (OPML)."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ingest.feeds.opml import Listed, write
from dateline.model.continents import CONTINENTS
from dateline.views.base import Answer, Reading, view
from dateline.views.feeds_list import lines_of


@dataclass(frozen=True, slots=True)
class Exported(Answer):
    """How many feeds, and the list as OPML 2.0, with a folder for each continent and country. Addresses are whole: a
    list with secrets in its addresses is a secret."""

    feeds: int
    opml: str


@view("feeds.export", doc="All feeds as OPML: dateline feeds export > feeds.opml.", sample={})
def feeds_export(reading: Reading) -> Exported:
    """The list of feeds."""
    store = reading.store.feeds
    listed = []
    for line in lines_of(reading, store.all()):
        feed = store.get(line.feed)
        if feed:
            folders = tuple(f for f in (CONTINENTS.get(line.continent, ""), line.country) if f)
            listed.append(Listed(feed.url, feed.title or line.outlet, feed.home, line.language, folders))
    return Exported(len(listed), write(listed, "Feeds of Dateline"))
