"""A page of the web to an article: headline, byline, times, language, address, and the body without boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ingest.base import Told
from dateline.ingest.markup import SILENT, parse, text_of


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, raw; empty where it says nothing."""

    text: str
    headline: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published: str | None = None
    modified: str | None = None
    language: str = ""
    notes: tuple[str, ...] = ()

    def told(self, where: str, address: str, content: bytes, notes: tuple[str, ...] = ()) -> Told:
        """The page as a document."""
        return Told(
            where=where,
            address=address,
            content=content,
            media_type="text/html",
            text=self.text,
            headline=self.headline,
            url=self.url,
            outlet=self.outlet,
            published=self.published,
            modified=self.modified,
            language=self.language,
            byline=self.byline,
            notes=(*self.notes, *notes),
        )


def page(markup: str, url: str = "") -> Page:
    """What an HTML page says. Never raises; a page that cannot be read has no text."""
    tree = parse(markup)
    if tree is None:
        return Page("")
    language = tree.get("lang") or tree.get("xml:lang") or ""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        tree,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or found.body is None:
        return Page("")
    return Page(
        text=text_of(found.body, silent=SILENT - {"head"}),
        headline=found.title or "",
        byline=found.author or "",
        outlet=found.sitename or "",
        url=found.url or url,
        published=found.date,
        language=language,
    )
