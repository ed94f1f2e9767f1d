"""Sentences by rules: no model, linear time. Headings are none; a lead-in, an item or a line without a stop is one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from dateline.annotate.base import BLOCKS, SENTENCES, Annotator, Document, PerDocument
from dateline.model.provenance import Producer
from dateline.model.text import BlockKind, Sentence

PRODUCER = Producer("sentences", "1")

# A stop, what closes after it, and white space; scripts that write no space after a stop need none.
_STOP = re.compile(r"""(?:(?<![.!?…؟।])[.!?…؟।]+["'”’»)\]]*(?:\[\d{1,3}\])*(?=\s)|[。！？]+[”’」』）]*)""")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'«—–/]+\Z")
_NEXT = re.compile(r"""\s*(?P<open>["'“‘«(\[]*)(?P<word>[^\s,;:!?"'”’»)\]]*)""")
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}\Z")
_CLOCK = re.compile(r"[ap]\.m\.\Z", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\s*(?:[\w.'’-]+\s+){0,5}?(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|cried|replied|shouted)\b"
)
_WORD_REACH = 40  # characters looked back for the word before a stop
_SPEECH_REACH = 120

_AFTER_CLOCK = re.compile(
    r"(?:[A-Z]{2,5}\b|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Eastern|Central|Pacific"
    r"|Mountain|Greenwich|Moscow|Beijing|Tokyo|London|local|\d)"
)


@cache
def _words(key: str) -> frozenset[str]:
    lists = resources.files("dateline.annotate") / "lang" / "en" / "sentences.toml"
    return frozenset(tomllib.loads(lists.read_text("utf-8"))[key].split())


def sentences() -> Annotator[Sentence]:
    """Sentences in the order of the text, each inside one block, without surrounding white space."""
    return PerDocument(PRODUCER, (BLOCKS,), SENTENCES, _of_document)


def _of_document(document: Document) -> list[Sentence]:
    return [
        Sentence(start, end, index)
        for index, block in enumerate(document[BLOCKS])
        if block.kind is not BlockKind.HEADING
        for start, end in split(document.text, block.start, block.end)
    ]


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences of text[start:end], trimmed, in order."""
    begun = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, stop, end):
            yield from _trimmed(text, begun, stop.end())
            begun = stop.end()
    yield from _trimmed(text, begun, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this stop, by the word before it and what comes after."""
    mark = stop.group()
    if mark[0] in "。！？":
        return True
    after = _NEXT.match(text, stop.end(), min(end, stop.end() + 80))
    word = after["word"] if after else ""
    if word[:1].islower() and not word.startswith(("al-", "el-", "iP", "eB")):
        return False
    if mark[0] == "." and mark[:2] != "..":
        return _full_stop(text, stop, after, word)
    quoted = any(c in "\"'”’»" for c in mark)
    return not (quoted and _SPEAKS.match(text, stop.end(), min(end, stop.end() + _SPEECH_REACH)))


def _full_stop(text: str, stop: re.Match[str], after: re.Match[str] | None, word: str) -> bool:
    if len(stop.group()) > 1:  # something closes after it: "... of the U.S."
        return True
    before = _LAST_WORD.search(text[max(0, stop.start() - _WORD_REACH) : stop.start() + 1])
    token = before.group() if before else "."
    starts = word.lower() in _words("starters") or bool(after and after["open"])
    if _CLOCK.search(token):
        return not _AFTER_CLOCK.match(word)
    if _ACRONYM.search(token):
        return starts
    return _after_word(token.rstrip(".").lower(), _INITIAL.fullmatch(token) is not None, word, starts)


def _after_word(token: str, initial: bool, word: str, starts: bool) -> bool:
    if token in _words("never"):
        return False
    if token in _words("before_number"):
        return not word[:1].isdigit()
    if token in _words("seldom") or (initial and token != "i"):
        return starts
    return True
