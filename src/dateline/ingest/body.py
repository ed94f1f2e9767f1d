"""The body of a page's article: paragraphs, headings and lists, without what surrounds them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import islice
from typing import Any

from dateline.ingest.densest import densest
from dateline.ingest.markup import SILENT, as_text, letters, opening, text_of
from dateline.ingest.structured import hidden_text, words

WITH_HEADS = SILENT - {"head"}  # in trafilatura's trees <head> is a heading
FOREIGN = re.compile(
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|telegram-post|"
    r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])|(?:image|photo|media|img)[_-]?(?:caption|credit|source|copyright)|"
    r"newsletter|sr-only|visually-hidden|screen-reader",
    re.IGNORECASE,
)
LINKED = 0.8  # share of a block's letters that stand in links to elsewhere, from which on it only points there
SHORTEST_LEAD = 40  # letters of a standfirst
LONGEST_LEAD = 1500
BLANKS = re.compile(r"\n{3,}")
SHORT = 1500  # characters; so little text may be a failure
LONGER = 1.6  # times the text: from there on another opinion has found what was missed
LONGEST_LINKS = 3000  # characters of a list of links
LONGEST_CAPTION = 1200
MOST_LINKS = 500  # that are counted in one block: a list of so many in so few characters points away as a whole
TOO_MANY = 10_000  # links of one page; what has more is a directory or hostile, and its text is told by other signs
# lines that speak of the site and not of the news, by how they begin; the languages of the largest outlets
FURNITURE = re.compile(
    r"(?:(?:read|see|watch|hear) (?:more|also|next)|also read|more from|related(?: stories| articles)?|recommended|"
    r"advertisement|article content|story continues|sign up|subscribe|share this|comments?$|most popular|popular$|"
    r"(?:lesen|hören|sehen) sie (?:auch|mehr|hier)|auch interessant|mehr zum thema|lesetipp|anzeige$|fehler gefunden|"
    r"(?:à|a) lire (?:aussi|également)|lire aussi|passer la publicité|publicité$|il vous reste [\d.,]+ ?%|"
    r"lee? (?:también|más)|lea también|más información|te puede interesar|publicidade?$|leia (?:também|mais)|"
    r"leggi anche|per approfondire|pubblicità$|les også|læs også|læs mere|läs (?:också|även|mer)|lees ook|lees meer|"
    r"czytaj (?:więcej|także|też|również)|zobacz (?:też|także)|reklama$|читайте (?:также|ещё|еще)|реклама$|"
    r"читайте також|ayrıca bakınız|ilgili haber|reklam$|baca juga|xem thêm|اقرأ أيضا|إقرأ أيضا|קרא עוד|קראו גם|"
    r"関連記事|あわせて読みたい|この記事は会員限定|関連キーワード|おすすめ|관련기사|相关阅读|延伸阅读)",
    re.IGNORECASE,
)
LONGEST_FURNITURE = 160  # characters; a real sentence that begins so is longer or rare


def body(tree: Any, told: Mapping[str, Any], headlines: Sequence[str] = (), leads: Iterable[str] = ()) -> str:
    """The text of the article: as trafilatura finds it after links to other articles, captions and foreign posts are
    cut out, else as JSON-LD gives it (articleBody), else as the JSON holds it that the page is drawn from by script.

    Lines that repeat a headline are left out; a standfirst (one of `leads`) that the page shows and the text lacks
    stands first.
    The tree may be changed.
    """
    if sum(1 for _ in tree.iter("a")) > TOO_MANY:
        _unlink(tree)
    shown = deepcopy(tree)
    cut(shown)
    text = _extracted(shown) or _extracted(tree) or as_text(hidden_text(tree))
    whole = as_text(words(told.get("articleBody")))
    # trafilatura stops early on pages that repeat their beginning before a barrier, and finds little on odd ones
    for other in (whole, densest(tree) if len(text) < SHORT else ""):
        if len(other) > LONGER * len(text) and _holds(other, text):
            text = other
    kept = _tidied(text, {letters(h) for h in headlines if h})
    lead = _lead(kept, leads, tree) if kept else ""
    return f"{lead}\n\n{kept}" if lead else kept


def _lead(text: str, leads: Iterable[str], tree: Any) -> str:
    """The first standfirst that the page shows, unless the text starts with one already."""
    for lead in dict.fromkeys(" ".join(x.split()) for x in leads):
        flat = letters(lead)
        if not SHORTEST_LEAD <= len(flat) <= LONGEST_LEAD:
            continue
        if flat[:50] in letters(text[: len(lead) * 4 + 400]):
            return ""
        if _is_shown(lead, flat, tree):
            return lead
    return ""


def cut(tree: Any) -> None:
    """Takes out of a tree what points elsewhere or is not the article's own: lists, paragraphs and headings of links,
    captions, posts of others, notices for screen readers."""
    for node in list(tree.iter("ul", "ol", "p", "h2", "h3", "h4", "h5", "h6")):
        if _points_away(node):
            _drop(node)
    for node in list(tree.iter("figcaption", "blockquote", "div", "p", "span", "section")):
        name = node.get("class") or ""
        if (node.tag == "figcaption" or (name and FOREIGN.search(name))) and not _is_large(node):
            _drop(node)


def _unlink(tree: Any) -> None:
    """Takes the links out and leaves their words: readers weigh each link of a block against each block around it."""
    from lxml import etree

    etree.strip_tags(tree, "a")


def _drop(node: Any) -> None:
    parent = node.getparent()
    if parent is not None:
        tail, before = node.tail or "", node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(node)


def _points_away(node: Any) -> bool:
    """Whether nearly all letters stand in links to elsewhere; what is long is text whatever stands in it."""
    whole = len(opening(node, LONGEST_LINKS))
    if not 0 < whole < LONGEST_LINKS:
        return False
    links = (a for a in islice(node.iter("a"), MOST_LINKS) if not (a.get("href") or "#").startswith("#"))
    return sum(len(opening(a, LONGEST_LINKS)) for a in links) >= LINKED * whole


def _is_large(node: Any) -> bool:
    """Whether so much text stands inside that its name must mean something else."""
    return len(opening(node, LONGEST_CAPTION)) == LONGEST_CAPTION


def _extracted(tree: Any) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    # it warns of every page without text, which the caller reports itself
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # broken markup that makes it fall over has no text in its eyes; the caller has other ways
        return ""
    if not isinstance(found, Document) or found.body is None:
        return ""
    return text_of(found.body, silent=WITH_HEADS)


def _is_shown(lead: str, flat: str, tree: Any) -> bool:
    """Whether a standfirst told in <meta> stands on the page, as the words of one element."""
    for node in tree.iter("p", "div", "h2", "h3", "h4", "span", "strong", "header", "section"):
        if flat.startswith(letters(opening(node, 30))[:20]) and _is(letters(opening(node, len(lead) + 100)), flat):
            return True
    return False


def _is(here: str, flat: str) -> bool:
    return here == flat or (here.startswith(flat[:-3]) and len(here) < len(flat) * 1.1)


def _holds(whole: str, text: str) -> bool:
    """Whether a text has nine in ten words of another."""
    known = set(whole.split())
    parts = text.split()
    return sum(p in known for p in parts) >= 0.9 * len(parts)


def _tidied(text: str, headlines: set[str]) -> str:
    """The text without lines that speak of the site, or repeat a headline (given in letters)."""
    lines = [line for line in text.split("\n") if not _is_furniture(line)]
    top = next((n for n, line in enumerate(lines[:6]) if line and _repeats(line, headlines)), None)
    if top is not None:
        del lines[top]
    kept = "\n".join(line for line in lines if not line or letters(line) not in headlines).strip("\n")
    return BLANKS.sub("\n\n", kept)


def _is_furniture(line: str) -> bool:
    return len(line) <= LONGEST_FURNITURE and bool(FURNITURE.match(line.removeprefix("- ").lstrip("|>» ")))


def _repeats(line: str, headlines: set[str]) -> bool:
    """Whether a line is a headline, alone or with its kicker."""
    flat = letters(line)
    return any(h and h in flat and len(flat) <= 1.6 * len(h) + 10 for h in headlines)
