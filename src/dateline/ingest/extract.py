"""A page of the web to an article: headline, byline, times, language, address, and the body without boilerplate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.ingest import byline, clean, headline, stamps, structured
from dateline.ingest.base import Told
from dateline.ingest.body import body
from dateline.ingest.language import declared
from dateline.ingest.markup import parse


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, raw; empty where it says nothing."""

    text: str
    headline: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    url: str = ""
    published: str | None = None
    modified: str | None = None
    language: str = ""
    section: str = ""

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
            byline=", ".join(self.authors),
            notes=notes,
        )


def page(markup: str, url: str = "") -> Page:
    """What an HTML page says; `url` is where it came from, if known. Never raises; an unreadable page has no text."""
    tree = parse(markup)
    if tree is None:
        return Page("")
    metas, things = structured.metas(tree), structured.objects(tree)
    address = _address(tree, metas, url)
    told = structured.article(things, address)
    outlet = _outlet(metas, told, things)
    sites = (outlet, *metas.get("og:site_name", ()), clean.host(address), clean.host(address).split(".")[0])
    language = _language(tree, metas, told)
    heads = headline.headlines(tree, metas, told, sites, address)
    leads = [v for n in ("og:description", "description", "twitter:description") for v in metas.get(n, ())]
    return Page(
        headline=next(iter(heads), ""),
        authors=byline.authors(tree, metas, told, things, sites),
        outlet=outlet,
        url=address,
        published=stamps.published(tree, metas, told, declared(language)),
        modified=stamps.modified(metas, told),
        language=language,
        section=structured.words(told.get("articleSection")) or structured.words(metas.get("article:section", [])),
        text=body(tree, told, heads, [*leads, structured.words(told.get("description"))]),
    )


def _address(tree: Any, metas: dict[str, list[str]], url: str) -> str:
    """The page's own address: canonical link, else og:url, else where it came from; relative ones are completed."""
    for told in (structured.canonical_link(tree), structured.words(metas.get("og:url", []))):
        whole = clean.whole(url, told)
        if clean.is_web(whole):
            return whole
    return url


def _outlet(metas: dict[str, list[str]], told: dict[str, Any], things: list[dict[str, Any]]) -> str:
    """The site's name: og:site_name, else the publisher in JSON-LD."""
    publisher = structured.resolve(told.get("publisher"), things)
    return structured.words(metas.get("og:site_name", [])) or structured.words(publisher)


def _language(tree: Any, metas: dict[str, list[str]], told: dict[str, Any]) -> str:
    """The declared language: of the article, else of the page."""
    spoken = structured.words(told.get("inLanguage"))
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return spoken or tag or structured.words(metas.get("og:locale", [])) or structured.words(metas.get("language", []))
