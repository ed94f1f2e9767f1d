"""Sentences that are no part of what an article tells: captions, posts shown in it, lines of the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.claims.lexicon import Lexicon
from dateline.model.text import Block, BlockKind, Sentence

CAPTION = 700  # characters: a block with a credit that is longer holds more than a caption
TURN = 240  # characters of a sentence in which a phrase of the page is looked for
_STOPPED = re.compile(r"[.!?…:;,。！？]['\"”’»)\]]*\Z|[”\"»]\Z")
_GALLERY = re.compile(r"\d{1,3} ?(?:/|of) ?\d{1,3}\s")
_PHOTO = re.compile(
    r"(?i:file (?:photo|image|picture|pic)\b)|\bFILE ?[-–—]|^(?:CLOSE|WATCH|VIDEO|PHOTOS?|LISTEN)\b"
    r"|\b[Ii]n this [^.;]{0,60}\b(?:photo|image|picture|frame grab|video still|screengrab)"
    r"|\bin an? (?:[\w-]+ )?(?:photo|image|picture|photograph|frame grab) (?:taken|obtained|released|provided)"
    r"|^Photos?: |\bImage \d+ of \d+"
    r"|\bpictured (?:above|below|here)"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?:[io]n|at|here|during|after|before|outside)\b"
)
_CREDIT = re.compile(
    r"\b(?:AP Photo|Getty Images|Photo(?:graph)?s? ?(?:by|:)|Photograph:|Picture ?:|Credit:|Shutterstock)"
    r"|\b(?:Images? (?:copyright|caption|credit|via)|Media caption|via AP\b|via REUTERS|Courtesy of|Handout)"
    r"|(?:/|\b)(?:AFP|REUTERS|EPA|Reuters)(?:/| ?\)?\Z)|/(?:AP|Reuters|Getty|EPA|AFP)\b"
    r"|\A(?:EPA|REUTERS|AFP|GETTY|Getty|Alamy|PA|AP)\s+[A-Z]"
)
_POST = re.compile(r"(?:\A|[\s(—–-])@\w{2,}|https?://|pic\.twitter\.com|\bt\.co/|\bRT @")
_STAMP = re.compile(
    r"\A(?:[^.!?]{0,60}\| ?)?(?:(?i:first |last )?(?i:published|updated|posted|modified|created))\b ?:? ?"
    r"(?:on |at )?[^.!?]{0,40}\d"
)


class Scraps:
    """Tells the scraps of one text; a block that is a caption is read once."""

    def __init__(self, text: str, blocks: Sequence[Block], words: Lexicon) -> None:
        self._text = text
        self._blocks = blocks
        self._page = words["page"]
        self._opening = tuple(words["page_opening"])
        self._captions: dict[int, bool] = {}

    def scrap(self, sentence: Sentence) -> bool:
        """Whether a sentence is none of the article's own."""
        words = self._text[sentence.start : sentence.end]
        return self._caption(sentence.block) or _of_page(words, self._page, self._opening)

    def _caption(self, index: int) -> bool:
        if index not in self._captions:
            block = self._blocks[index]
            short = block.end - block.start <= CAPTION
            words = self._text[block.start : block.end].strip()
            self._captions[index] = short and bool(_CREDIT.search(words) or _PHOTO.search(words))
        return self._captions[index]

    def title(self, sentence: Sentence) -> bool:
        """Whether a sentence of running text ends without a stop: a title, a teaser or a caption."""
        words = self._text[sentence.start : sentence.end].rstrip()
        return self._blocks[sentence.block].kind is BlockKind.PARAGRAPH and not _STOPPED.search(words[-8:])


def _of_page(words: str, page: frozenset[str], opening: tuple[str, ...]) -> bool:
    if _GALLERY.match(words) or _PHOTO.search(words[:TURN]) or _STAMP.match(words):
        return True
    if _POST.search(words) or _CREDIT.search(words[-40:]):
        return True
    low = words[:TURN].lower()
    return low.startswith(opening) or any(phrase in low for phrase in page)
