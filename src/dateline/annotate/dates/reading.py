"""Reads a text from its first sentence to its last, keeping the text's own time, and makes the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.annotate.dates.course import Anchor, Course
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.manner import narrative
from dateline.annotate.dates.meaning import Calendar, Phrase
from dateline.annotate.dates.phrases import phrases
from dateline.annotate.dates.resolve import resolve
from dateline.annotate.dates.surroundings import bounded, direction, labels, slip
from dateline.annotate.dates.tense import future
from dateline.annotate.dates.tokens import Token, tokenise
from dateline.model.mark import DateMark, TimexType
from dateline.model.text import Block, Sentence, select

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its blocks and sentences."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its tokens and phrases."""

    sentence: Sentence
    tokens: list[Token]
    phrases: list[Phrase]


def marks(passage: Passage, published: date | None, words: Lexicon) -> Iterator[DateMark]:
    """The marks of a text, in order."""
    lines = [line for s in passage.sentences if (line := _line(passage.text, s, words))]
    said = dateline_day(lines, passage)
    course = Course(published or said, False)
    course.narrative = narrative([p.meaning for line in lines for p in line.phrases], course.published)
    block = -1
    for line in lines:
        if line.sentence.block != block:
            block = line.sentence.block
            course.paragraph()
        yield from _of_line(line, passage.text, course, words)


def _line(text: str, s: Sentence, words: Lexicon) -> Line | None:
    if not DIGIT.search(text, s.start, s.end) and words.words.keys().isdisjoint(
        WORD.findall(text[s.start : s.end].lower())
    ):
        return None
    tokens = tokenise(text, s.start, s.end, words)
    found = phrases(tokens, words)
    return Line(s, tokens, found) if found else None


def dateline_day(lines: Sequence[Line], passage: Passage) -> date | None:
    """The day that a dateline at the head of the text tells in full; None if there is none."""
    for line in lines[:2]:
        p = line.phrases[0]
        head = passage.text[line.sentence.start : line.tokens[p.first].start]
        day = p.meaning
        if isinstance(day, Calendar) and day.year and day.day and head.isupper() and len(head) < 60:
            found = resolve(day, Course(None, False))
            return found.days.start if found.days else None
    return None


def _of_line(line: Line, text: str, course: Course, words: Lexicon) -> Iterator[DateMark]:
    for p in line.phrases:
        if labels(p, line.tokens, words) == "none":
            continue
        mark = _mark(p, line, text, course, words)
        yield mark
        if tells(mark, p):
            assert mark.days and mark.granularity
            course.tell(
                Anchor(mark.days, mark.granularity, f"{mark.words.exact}, earlier in the text", mark.words.start)
            )


def tells(mark: DateMark, phrase: Phrase) -> bool:
    """Whether the telling has come to the time of the mark, so that what follows counts from it."""
    if mark.days is None or mark.days.start is None or mark.names or mark.complement or mark.direction:
        return False
    return mark.type in ("DATE", "TIME") and mark.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def _mark(p: Phrase, line: Line, text: str, course: Course, words: Lexicon) -> DateMark:
    course.future = future(line.tokens, p.first, p.last, words)
    found = resolve(p.meaning, course)
    pointing = direction(p, line.tokens)
    days, granularity = bounded(p.meaning, found, pointing)
    start, end = extent(p, line.tokens)
    return DateMark(
        select(text, start, end),
        TimexType(found.type),
        found.value,
        days,
        granularity,
        p.rule,
        modifier=found.modifier or pointing.modifier,
        anchor=found.anchor,
        anchor_at=found.anchor_at,
        vague=found.vague,
        names=labels(p, line.tokens, words) == "names",
        direction=pointing.name,
        note=slip(p.meaning, found),
        parts=tuple(_mark(q, line, text, course, words) for q in p.parts),
    )


def extent(p: Phrase, tokens: list[Token]) -> tuple[int, int]:
    """Where the words start and end."""
    return tokens[p.first].start, tokens[p.last - 1].end
