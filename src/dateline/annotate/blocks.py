"""Blocks of a text: headings, paragraphs, list items and quotations, found before sentences; the text stays whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dateline.annotate.base import BLOCKS, Annotator, PerDocument
from dateline.model.provenance import Producer
from dateline.model.text import Block, BlockKind

PRODUCER = Producer("blocks", "1")
LONGEST_HEADING = 90  # characters; newspapers' crossheads and section titles stay well below
MOST_WORDS = 12
WRAP_WIDTHS = range(45, 110)  # line lengths at which people and mail programs wrap
LONGEST_RUN = 2  # more short lines in a row are a list without markers, not titles
PLAIN_LEVEL = 7  # a heading without # stands below all that have one

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*+•·▪●◦‣–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
_HASHES = re.compile(r"(#{1,6})[ \t]+")
_QUOTED = re.compile(r">[ \t]?")
_RULE = re.compile(r"[-=*_~]{3,}\Z")
_EMPHASIS = re.compile(r"(\*\*|__)(?P<inner>[^*_\n]{1,120})\1\Z")
_STOPPED = re.compile(r"""[.!?…:;,。！？؟।][)\]"'”’»*_]*\Z""")
_CLOSERS = "\"'”’»)]*_ "
_SPEECH = re.compile(r"""["“«„]""")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or several joined, that is not blank: start..end without marker, the words of the last, what marks it."""

    start: int
    end: int
    words: str
    kind: BlockKind | None
    level: int
    gap: bool
    indented: bool


@dataclass(slots=True)
class _Outline:
    """Where the blocks made so far leave the next one: the open headings by level, and the lead-in, if one is open."""

    headings: list[tuple[int, int]] = field(default_factory=list)
    lead: int | None = None
    listed: bool = False


def blocks() -> Annotator[Block]:
    """Blocks in the order of the text, without overlap; every character but white space and markers is in one."""
    return PerDocument(PRODUCER, (), BLOCKS, lambda document: find_blocks(document.text))


def find_blocks(text: str) -> list[Block]:
    """The blocks of a text. Paragraphs may be parted by one newline or more; hard-wrapped lines are joined."""
    lines = _joined(list(_lines(text)))
    kinds = _kinds(lines)
    made: list[Block] = []
    outline = _Outline()
    for line, kind in zip(lines, kinds, strict=True):
        made.append(_placed(line, kind, len(made), outline))
    return made


def is_lead(words: str) -> bool:
    """Whether a line announces what follows it: it ends in a colon."""
    return words.rstrip(_CLOSERS).endswith((":", "："))


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for found in _LINE.finditer(text):
        raw = found.group()
        words = raw.strip()
        if not words:
            continue
        gap = text.count("\n", before, found.start()) > 1 or text.count("\r\n", before, found.start()) > 1
        start = found.start() + len(raw) - len(raw.lstrip())
        before = found.end()
        yield _read(words, start, gap, raw[0] in " \t\u00a0")


def _read(words: str, start: int, gap: bool, indented: bool) -> _Line:
    end = start + len(words)
    if _RULE.match(words):
        return _Line(start, end, words, None, -1, gap, indented)
    for pattern, kind in ((_HASHES, BlockKind.HEADING), (_BULLET, BlockKind.BULLET), (_QUOTED, BlockKind.QUOTE)):
        marker = pattern.match(words)
        if marker and marker.end() < len(words):
            level = len(marker.group(1)) if kind is BlockKind.HEADING else 0
            inner = words[marker.end() :].lstrip()
            return _Line(end - len(inner), end, inner, kind, level, gap, indented)
    strong = _EMPHASIS.match(words)
    if strong and not _stopped(strong["inner"]):
        at = start + strong.start("inner")
        return _Line(at, at + len(strong["inner"]), strong["inner"], BlockKind.HEADING, PLAIN_LEVEL, gap, indented)
    return _Line(start, end, words, None, 0, gap, indented)


def _joined(lines: list[_Line]) -> list[_Line]:
    """Lines that belong together made one, underlined titles made headings, rules dropped."""
    wrapped = _is_wrapped(lines)
    made: list[_Line] = []
    for line in lines:
        if line.level < 0:
            _underline(made, line)
        elif made and _continues(made[-1], line, wrapped):
            last = made[-1]
            made[-1] = replace(last, end=line.end, words=line.words, kind=last.kind or BlockKind.PARAGRAPH)
        else:
            made.append(line)
    return made


def _underline(made: list[_Line], rule: _Line) -> None:
    if made and rule.words[0] in "=-" and not rule.gap and made[-1].kind is None and _is_title(made[-1]):
        made[-1] = replace(made[-1], kind=BlockKind.HEADING, level=1 if rule.words[0] == "=" else 2)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether a mail program or typist broke the lines: most that have another right below them end near one width."""
    inner = [a.end - a.start for a, b in pairwise(lines) if not b.gap and b.kind is None]
    widest = max((line.end - line.start for line in lines), default=0)
    full = sum(1 for length in inner if length > widest - 18)
    return widest in WRAP_WIDTHS and len(inner) >= 2 and full >= 0.7 * len(inner)


def _continues(last: _Line, line: _Line, wrapped: bool) -> bool:
    if line.gap or line.kind is not None or last.kind is BlockKind.HEADING:
        return line.kind is BlockKind.QUOTE and last.kind is BlockKind.QUOTE and not line.gap
    if wrapped or (last.kind is BlockKind.BULLET and line.indented):
        return True
    return line.words[0].islower() and last.end - last.start > WRAP_WIDTHS[0] and not _stopped(last.words)


def _is_title(line: _Line) -> bool:
    words = line.words
    return (
        len(words) <= LONGEST_HEADING
        and len(words.split()) <= MOST_WORDS
        and not _stopped(words)
        and not _SPEECH.match(words)
        and not words[0].islower()
        and any(c.isalpha() for c in words)
    )


def _stopped(words: str) -> bool:
    return _STOPPED.search(words[-12:]) is not None


def _kinds(lines: Sequence[_Line]) -> list[BlockKind]:
    """What each line is; short lines count as headings only in short runs that something stands under."""
    titles = [line.kind is None and _is_title(line) for line in lines]
    kinds: list[BlockKind] = []
    at = 0
    while at < len(lines):
        run = at
        while run < len(lines) and titles[run]:
            run += 1
        kinds.extend(_run_kinds(run - at, run < len(lines)))
        if run < len(lines):
            kinds.append(lines[run].kind or BlockKind.PARAGRAPH)
        at = run + 1
    return kinds


def _run_kinds(length: int, followed: bool) -> list[BlockKind]:
    if not followed:
        return [BlockKind.PARAGRAPH] * length
    headings = length if length <= LONGEST_RUN else 1
    return [BlockKind.PARAGRAPH] * (length - headings) + [BlockKind.HEADING] * headings


def _placed(line: _Line, kind: BlockKind, index: int, outline: _Outline) -> Block:
    if kind is BlockKind.HEADING:
        return _heading(line, index, outline)
    section = outline.headings[-1][1] if outline.headings else None
    if kind is BlockKind.PARAGRAPH and is_lead(line.words):
        outline.lead, outline.listed = index, False
        return Block(line.start, line.end, kind, section)
    if kind is not BlockKind.BULLET and outline.listed:
        outline.lead = None
    block = Block(line.start, line.end, kind, section, outline.lead)
    outline.listed = True
    return block


def _heading(line: _Line, index: int, outline: _Outline) -> Block:
    level = line.level or PLAIN_LEVEL
    while outline.headings and outline.headings[-1][0] >= level:
        outline.headings.pop()
    above = outline.headings[-1][1] if outline.headings else None
    outline.headings.append((level, index))
    outline.lead = None
    return Block(line.start, line.end, BlockKind.HEADING, above)
