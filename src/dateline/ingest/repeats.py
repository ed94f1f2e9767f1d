"""Documents that come twice in one call: another text at the same address, one identifier for two addresses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.ingest import clean
from dateline.ingest.base import Item, Refusal, Told
from dateline.ingest.decide import article_of
from dateline.model.ids import digest


@dataclass(slots=True)
class Repeats:
    """What has come so far in one call: a short digest of each article's last text, and each file's identifiers."""

    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    keys: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def clash(self, file: str, told: Told) -> Refusal | None:
        """The refusal of a document whose identifier another document of the file, at another address, has."""
        if not told.key:
            return None
        here = clean.key(told.url)
        before = self.keys.setdefault((file, told.key), (here, told.where))
        if before[0] == here:
            return None
        return Refusal(
            told.where,
            f"has the id '{told.key[:80]}' of another document with another address ({before[1]})",
            "give each document an id of its own",
        )

    def seen(self, item: Item, where: str) -> Item:
        """The item, with a note if the same article came before in this call with another text."""
        article, now = article_of(item).id, digest(item.headline + chr(31) + item.text)[:16]
        before = self.texts.get(article)
        self.texts[article] = (now, where)
        if before is None or before[0] == now:
            return item
        note = f"the same article came before in this call with another text ({before[1]}): this is its later revision"
        return replace(item, notes=(*item.notes, note))
