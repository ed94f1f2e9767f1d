"""Sentences that are no part of what an article tells: captions, posts shown in it, lines of the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.claims.lexicon import Lexicon
from dateline.model.text import Block, BlockKind, Sentence

OWN = frozenset({
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "as", "by", "it", "he", "at", "from", "has",
    "had", "are", "were", "be", "this", "but", "not", "they", "his", "she", "who", "or", "which", "their", "said",
})  # fmt: skip
FOREIGN = 3  # different little words of other languages by which a sentence is none of this one
TEASER = 180  # characters: a longer block is a paragraph of the article again
CAPTION = 700  # characters: a block with a credit that is longer holds more than a caption
TURN = 240  # characters of a sentence in which a phrase of the page is looked for


@dataclass(frozen=True, slots=True)
class _Sought:
    """A pattern, and words of which one stands in all that it finds: these are ten times as quickly looked for."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def within(self, text: str, low: str | None = None) -> bool:
        """Whether the pattern is found in a text; if `low`, the same in lower case, is given, it has the words."""
        held = text if low is None else low
        return any(map(held.__contains__, self.words)) and self.pattern.search(text) is not None


def _sought(words: str, pattern: str) -> _Sought:
    return _Sought(tuple(words.split()), re.compile(pattern))


_LEAD_IN = re.compile(
    r"(?i)(?:read|see|find) (?:more|also|next)[^.:]{0,30}:|(?:more|related|also)(?: on this)?[^.\w]{0,3}:"
    r"|related (?:news|stories|articles|content):?"
)
_STOPPED = re.compile(r"[.!?…:;,。！？]['\"”’»)\]]*\Z|[”\"»]\Z")
_GALLERY = re.compile(r"\d{1,3} ?(?:/|of) ?\d{1,3}\s")
_PHOTO = _sought(
    "photo pic image grab file close watch video listen seen shown",
    r"(?i:file (?:photo|image|picture|pic)\b)|\bFILE ?[-–—]|^(?:CLOSE|WATCH|VIDEO|PHOTOS?|LISTEN)\b"
    r"|\b[Ii]n this [^.;]{0,60}\b(?:photo|image|picture|frame grab|video still|screengrab)"
    r"|\bin an? (?:[\w-]+ )?(?:photo|image|picture|photograph|frame grab) (?:taken|obtained|released|provided)"
    r"|^Photos?: |\bImage \d+ of \d+"
    r"|\bpictured (?:above|below|here)"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?:[io]n|at|here|during|after|before|outside)\b",
)
_CREDIT = _sought(
    "AP PA AFP REUTERS Reuters Getty GETTY Alamy Photo Picture Image caption Credit Shutterstock Courtesy Handout",
    r"\b(?:AP Photo|Getty Images|Photo(?:graph)?s? ?(?:by|:)|Photograph:|Picture ?:|Credit:|Shutterstock)"
    r"|\b(?:Images? (?:copyright|caption|credit|via)|Media caption|via AP\b|via REUTERS|Courtesy of|Handout)"
    r"|(?:/|\b)(?:AFP|REUTERS|EPA|Reuters)(?:/| ?\)?\Z)|/(?:AP|Reuters|Getty|EPA|AFP)\b"
    r"|\A(?:EPA|REUTERS|AFP|GETTY|Getty|Alamy|PA|AP)\s+[A-Z]",
)
_POST = _sought(
    "@ :// pic.twitter.com t.co/",
    r"(?:\A|[\s(—–-])@\w{2,}|https?://|pic\.twitter\.com|\bt\.co/|\bRT @",
)
_HOST = re.compile(r"\bhas (?:more|the (?:story|details|latest))(?: on [^.]{0,40})?\.?\Z")
_STAMP = re.compile(
    r"\A(?:[^.!?]{0,60}\| ?)?(?:(?i:first |last )?(?i:published|updated|posted|modified|created))\b ?:? ?"
    r"(?:on |at )?[^.!?]{0,40}\d"
)


_GLUED = re.compile(
    r"(?<![’'])\b[a-z0-9%)’'”]{2,30} (?=(?:The|These|This|That|Those|In|On|At|A|An|It|He|She|They|We|When|While"
    r"|After|Before|But|And|As|If|For|From|How|Why|What|Where|There|Some|Many|Most|More|His|Her|Their|Its|Our|To|By|With|Not|So|Now|Then"
    r"|Is|Are|Was|Were|Here|Yet|Also|Since|Until|Although|Though|Because|Or|Even) [a-z]{2,})"
)


def glued(text: str) -> list[int]:
    """Where a sentence begins inside another without a stop between them: a heading or a caption has run into it."""
    return [m.end() for m in _GLUED.finditer(text)]


class Scraps:
    """Tells the scraps of one text; a block that is a caption is read once."""

    def __init__(self, text: str, blocks: Sequence[Block], words: Lexicon) -> None:
        self._text = text
        self._blocks = blocks
        self._page = words["page"]
        self._opening = tuple(words["page_opening"])
        self._foreign = words["foreign"]
        self._captions: dict[int, bool] = {}
        self._teasers = frozenset(self._after_lead_ins())

    def scrap(self, sentence: Sentence) -> bool:
        """Whether a sentence is none of the article's own."""
        words = self._text[sentence.start : sentence.end]
        if (
            sentence.block in self._teasers
            or self._caption(sentence.block)
            or _of_page(words, self._page, self._opening)
        ):
            return True
        return _in_another_language(words, self._foreign)

    def _after_lead_ins(self) -> Iterator[int]:
        """The blocks behind a bare "Read more:": the next one, and all if no long one is left."""
        long = [i for i, b in enumerate(self._blocks) if b.end - b.start > TEASER]
        for index, block in enumerate(self._blocks[:-1]):
            if block.end - block.start > TEASER or not _LEAD_IN.fullmatch(self._text[block.start : block.end].strip()):
                continue
            if not long or long[-1] <= index:
                yield from range(index + 1, len(self._blocks))
                return
            yield index + 1

    def _caption(self, index: int) -> bool:
        if index not in self._captions:
            block = self._blocks[index]
            short = block.end - block.start <= CAPTION
            words = self._text[block.start : block.end].strip()
            self._captions[index] = short and _credited(words)
        return self._captions[index]

    def title(self, sentence: Sentence) -> bool:
        """Whether a sentence of running text ends without a stop: a title, a teaser or a caption."""
        words = self._text[sentence.start : sentence.end].rstrip()
        return self._blocks[sentence.block].kind is BlockKind.PARAGRAPH and not _STOPPED.search(words[-8:])


def _in_another_language(words: str, foreign: frozenset[str]) -> bool:
    """Whether more of a sentence's little words are of other languages than of its own."""
    spoken = words.lower().replace(",", " ").split()
    others = [w for w in spoken if w in foreign]
    return len(set(others)) >= FOREIGN and len(others) > sum(w in OWN for w in spoken)


def _credited(words: str) -> bool:
    """Whether a block tells of a picture, or whose it is."""
    return _CREDIT.within(words) or _PHOTO.within(words, words.lower())


def _of_page(words: str, page: frozenset[str], opening: tuple[str, ...]) -> bool:
    start = words[:TURN]
    low = start.lower()
    if _GALLERY.match(words) or _PHOTO.within(start, low) or _STAMP.match(words):
        return True
    if _HOST.search(words[-60:]) or _POST.within(words) or _CREDIT.within(words[-40:]):
        return True
    return low.startswith(opening) or any(map(low.__contains__, page))
