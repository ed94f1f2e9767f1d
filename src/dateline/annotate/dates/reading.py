"""Reads a text from its first sentence to its last, keeping the text's own time, and makes the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.annotate.dates.course import Course
from dateline.annotate.dates.durations import lasting
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.joining import year_stated
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.manner import narrative
from dateline.annotate.dates.meaning import Calendar, Deictic, Phrase, Shift
from dateline.annotate.dates.phrases import phrases
from dateline.annotate.dates.resolve import resolve
from dateline.annotate.dates.surroundings import attributive, bounded, direction, labels, slip
from dateline.annotate.dates.tense import outlook
from dateline.annotate.dates.tokens import Token, tokenise
from dateline.model.mark import DateMark, TimexType
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.model.time import Modifier

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")
DATELINE = 60  # characters before the day in a dateline
REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its blocks and sentences."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or heading with its tokens and phrases."""

    sentence: Sentence
    tokens: list[Token]
    phrases: list[Phrase]


def marks(passage: Passage, published: date | None, words: Lexicon) -> Iterator[DateMark]:
    """The marks of a text, in order."""
    lines = [line for s in _all(passage) if (line := _line(passage.text, s, words))]
    course = Course(published or dateline_day(lines, passage), False)
    course.narrative = narrative([p.meaning for line in lines for p in line.phrases], course.published)
    headings: dict[int, Anchor] = {}
    block = -1
    for line in lines:
        if line.sentence.block != block:
            block = line.sentence.block
            section = passage.blocks[block].section
            course.paragraph(headings.get(section) if section is not None else None)
        yield from _of_line(line, passage.text, course, words)
        if passage.blocks[block].kind is BlockKind.HEADING and (told := course.in_sentence()) and told.explicit:
            headings[block] = told


def _all(passage: Passage) -> list[Sentence]:
    """Sentences and headings, in order."""
    split = {s.block for s in passage.sentences}
    headings = [
        Sentence(b.start, b.end, i)
        for i, b in enumerate(passage.blocks)
        if b.kind is BlockKind.HEADING and i not in split
    ]
    return sorted([*passage.sentences, *headings], key=lambda s: s.start)


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
        first = line.phrases[0]
        head = passage.text[line.sentence.start : line.tokens[first.first].start]
        day = first.meaning
        if isinstance(day, Calendar) and day.year and day.day and head.isupper() and len(head) < DATELINE:
            return (resolve(day, Course(None, False)).days or NO_DAYS).start
    return None


NO_DAYS = type("NoDays", (), {"start": None})()


def _of_line(line: Line, text: str, course: Course, words: Lexicon) -> Iterator[DateMark]:
    course.sentence = len(course.told)
    for p in line.phrases:
        course.outlook = outlook(line.tokens, p.first, p.last, words)
        mark = _mark(p, line, text, course, words)
        if mark.days and mark.granularity and mark.type in ("DATE", "TIME") and mark.value not in REFERENCES:
            _keep(mark, p, line, course, words)
        yield mark


def _only_year(p: Phrase) -> bool:
    return isinstance(p.meaning, Calendar) and p.meaning.month is None


def _keep(mark: DateMark, p: Phrase, line: Line, course: Course, words: Lexicon) -> None:
    """Lets the course know of a time that the text named, and, if the telling has come to it, of that."""
    assert mark.days and mark.granularity
    told = f"{mark.words.exact}, earlier in the text"
    modifies = attributive(p, line.tokens, words)
    explicit = not modifies and (year_stated(p.meaning) is not None or _told_explicitly(mark, course))
    anchor = Anchor(mark.days, mark.granularity, told, mark.words.start, explicit)
    if mark.complement or mark.days.start is None:
        return
    course.named.append(anchor)
    course.diary.note(line.tokens, p.first, p.last, anchor)
    if not mark.names and not _aside(mark, p, course) and not (modifies and _only_year(p)):
        if mark.parts and (end := mark.parts[-1].days):
            course.tell(Anchor(end, mark.granularity, told, mark.words.start, explicit))
        course.tell(anchor)


def _told_explicitly(mark: DateMark, course: Course) -> bool:
    return mark.anchor_at is not None and any(a.explicit for a in course.named[-12:] if a.at == mark.anchor_at)


def _aside(mark: DateMark, p: Phrase, course: Course) -> bool:
    """Whether the telling does not come to that time: "since X", "before X", and ends still to come."""
    if mark.direction == "since" or mark.modifier == Modifier.BEFORE:
        return True
    if course.narrative and isinstance(p.meaning, Deictic) and p.meaning.which in ("last", "previous"):
        return True
    return mark.direction == "until" and course.ahead


def _mark(p: Phrase, line: Line, text: str, course: Course, words: Lexicon) -> DateMark:
    found = lasting(p, resolve(p.meaning, course), line.tokens, course)
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
        modifier=found.modifier or approximate(p, line.tokens) or pointing.modifier,
        anchor=found.anchor,
        anchor_at=found.anchor_at,
        vague=found.vague,
        names=labels(p, line.tokens, words),
        direction=pointing.name,
        note=slip(p.meaning, found),
        complement=found.complement,
        parts=tuple(_mark(q, line, text, course, words) for q in p.parts),
    )


def approximate(p: Phrase, tokens: list[Token]) -> Modifier | None:
    """What "about", "nearly", "more than" at the head of the words make of the time."""
    head = tokens[p.first]
    return Modifier(head.value) if head.letter == "m" and head.value not in ("", "EXACT") else None


def extent(p: Phrase, tokens: list[Token]) -> tuple[int, int]:
    """Where the words start and end: without "only", and without the "after" that a happening follows."""
    first, last = p.first, p.last
    if tokens[first].letter == "m" and tokens[first].value in ("", "EXACT"):
        first += 1
    if isinstance(p.meaning, Shift) and p.meaning.event:
        last -= 1
    return tokens[first].start, tokens[last - 1].end
