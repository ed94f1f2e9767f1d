"""Reads a text from its first sentence to its last, keeping the text's own time, and makes the marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.annotate.dates.antiquity import ancient, with_years
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.durations import lasting
from dateline.annotate.dates.happenings import Anchor, Diary
from dateline.annotate.dates.joining import apposed, foretold
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.manner import adrift, narrative
from dateline.annotate.dates.meaning import Calendar, Clock, Phrase, Shift, Span, Today
from dateline.annotate.dates.phrases import phrases
from dateline.annotate.dates.reach import clause_start
from dateline.annotate.dates.resolve import in_order, resolve
from dateline.annotate.dates.surroundings import (
    NONE,
    adjectival,
    bounded,
    direction,
    hemisphere,
    labels,
    of_its_kind,
    slip,
)
from dateline.annotate.dates.telling import keep
from dateline.annotate.dates.tense import BACK, clause, governed, outlook, owned
from dateline.annotate.dates.tokens import Token, tokenise
from dateline.model.mark import DateMark, TimexType
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.model.time import Granularity, Modifier

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")
SPOKEN = 600  # characters on each side among which quotation marks are looked for
FOLLOWING = 4  # times after a quoted "tomorrow" among which the day of saying it may be
DATELINE = 60  # characters before the day in a dateline
AGENCY = 8  # tokens between the day and the dash of a dateline
LATE = 3  # days from the filing of a report to its publication


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
    era = ancient(passage.text)
    lines = [line for s in _all(passage) if (line := _line(passage.text, s, words, era))]
    filed = dateline_day(lines, passage, published)
    course = Course(filed or published, False, diary=Diary(words.lists["kindred"]))
    course.filed = "filed" if published and filed and filed != published else "published"
    meanings = [p.meaning for line in lines for p in line.phrases]
    course.narrative = narrative(meanings, course.published)
    course.adrift = course.published is None and adrift(meanings)
    headings: dict[int, Anchor] = {}
    title: Anchor | None = None
    block = -1
    stated = _stated(lines)
    for line in lines:
        if line.sentence.block != block:
            block = line.sentence.block
            section = passage.blocks[block].section
            item = passage.blocks[block].kind is BlockKind.BULLET
            course.paragraph(headings.get(section) if section is not None else title, item=item)
        heading = passage.blocks[block].kind is BlockKind.HEADING
        alone = _alone(line, passage.blocks[block])
        course.coming = _next(stated, line.sentence.end)
        yield from _of_line(line, passage.text, heading or alone, course, words)
        if (heading or alone) and (told := course.in_sentence()) and told.explicit:
            headings[block], title = told, told


def _stated(lines: Sequence[Line]) -> list[tuple[int, date]]:
    """The first days of the times that a text states with year and month, each with where its words begin."""
    found = []
    for line in lines:
        for p in line.phrases:
            at = p.meaning.first if isinstance(p.meaning, Span) else p.meaning
            if isinstance(at, Calendar) and at.year and at.month and (day := _day(at, None)):
                found.append((line.tokens[p.first].start, day))
    return found


def _next(stated: list[tuple[int, date]], after: int) -> date | None:
    at = bisect_left(stated, (after, date.min))
    return stated[at][1] if at < len(stated) else None


def _alone(line: Line, block: Block) -> bool:
    """Whether a time is all that a paragraph has: a title over what follows ("2023", "Spring 2024:")."""
    rest = line.tokens[line.phrases[-1].last :]
    whole = len(line.phrases) == 1 and line.phrases[0].first == 0 and block.start == line.sentence.start
    return whole and block.kind is BlockKind.PARAGRAPH and not any(t.low not in (":", ".") for t in rest)


def _all(passage: Passage) -> list[Sentence]:
    """Sentences and headings, in order."""
    split = {s.block for s in passage.sentences}
    headings = [
        Sentence(b.start, b.end, i)
        for i, b in enumerate(passage.blocks)
        if b.kind is BlockKind.HEADING and i not in split
    ]
    return sorted([*passage.sentences, *headings], key=lambda s: s.start)


def _line(text: str, s: Sentence, words: Lexicon, era: bool) -> Line | None:
    if not DIGIT.search(text, s.start, s.end) and words.triggers.isdisjoint(
        WORD.findall(text[s.start : s.end].lower())
    ):
        return None
    tokens = tokenise(text, s.start, s.end, words)
    if era:
        tokens = with_years(tokens, words)
    told = apposed(foretold(phrases(tokens, words)), tokens)
    found = [of_its_kind(p, told, tokens, words) for p in told]
    return Line(s, tokens, found) if found else None


def dateline_day(lines: Sequence[Line], passage: Passage, published: date | None) -> date | None:
    """The day that a dateline at the head of the text tells: in full if nobody says when the text was published, else
    without its year and at most some days before ("WASHINGTON, August 11 (Agency) -"). None if there is none."""
    for line in lines[:2]:
        first = line.phrases[0]
        head = passage.text[line.sentence.start : line.tokens[first.first].start].strip()
        day = first.meaning
        if not (isinstance(day, Calendar) and day.month and day.day and head.isupper() and len(head) < DATELINE):
            continue
        if published is None:
            return _day(day, None) if day.year else None
        told = _day(day, published) if head.endswith(",") and _dashed(line, first.last) else None
        return told if told and 0 <= (published - told).days <= LATE else None
    return None


def _day(c: Calendar, published: date | None) -> date | None:
    days = resolve(c, Course(published, False, outlook=BACK)).days
    return days.start if days else None


def _dashed(line: Line, after: int) -> bool:
    """Whether the words of a dateline end soon, with a dash ("(Agency) --")."""
    return any(t.letter == "-" for t in line.tokens[after : after + AGENCY])


def _of_line(line: Line, text: str, heading: bool, course: Course, words: Lexicon) -> Iterator[DateMark]:
    course.start_sentence()
    published = course.published
    for at, p in enumerate(line.phrases):
        course.published = speech_day(line, at, text, course) or published
        if not (_same_day(line.phrases, at) or _listed(line, at)):
            course.outlook = outlook(line.tokens, p.first, p.last, words)
        course.bygone = p.first > 0 and line.tokens[p.first - 1].low == "since"
        course.definite = _definite(p, line.tokens, words)
        course.owned = owned(line.tokens, p.first)
        course.governed = governed(line.tokens, p.first, words)
        course.start_clause(clause_start(line.tokens, p.first, words))
        course.clause = clause(line.tokens, p.first) if p.rule == "clock" else ()
        mark = _mark(in_order(p, course), line, text, course, words)
        course.published = published
        if p.rule == "at_time" and not (course.narrative and mark.days) and _links(p, line.tokens):
            continue
        if p.rule == "day_event" and not mark.days:
            continue  # of a happening that nobody has dated
        if p.rule == "former" and not (course.narrative and course.story):
            continue  # a "former minister" is an office, but in a story that has come to a time, one of the past
        keep(mark, p, line.tokens, heading, course, words)
        yield mark


def _same_day(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether a time of day belongs to the day told just before it ("until Monday at noon")."""
    m = phrases[at].meaning
    return at > 0 and isinstance(m, Clock) and m.of == phrases[at - 1].meaning


def _listed(line: Line, at: int) -> bool:
    """Whether a weekday stands in a list behind another one, and looks where that looks ("for Thursday and Friday")."""
    before, p = line.phrases[at - 1 : at + 1] if at else (None, line.phrases[at])
    if before is None or before.rule != "weekday" or p.rule != "weekday":
        return False
    return [t.low for t in line.tokens[before.last : p.first]] in (["and"], ["or"], [","], [",", "and"])


def _definite(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether "the" stands before the words, and no noun behind them."""
    follows = tokens[p.last] if p.last < len(tokens) else None
    bare = follows is None or not follows.low.isalpha() or follows.low in words.lists["stop"]
    return p.first > 0 and tokens[p.first - 1].low == "the" and bare


def _links(p: Phrase, tokens: list[Token]) -> bool:
    """ "at the same time" and "by the time he left" only link in news."""
    clause = p.last < len(tokens) and tokens[p.last].low.isalpha() and tokens[p.first - 1].low == "by"
    return tokens[p.last - 2].low == "same" or (clause and tokens[p.first].letter == "D")


def speech_day(line: Line, at: int, text: str, course: Course) -> date | None:
    """The day on which a quoted "tomorrow" or "last night" was said, if the sentence tells it ('"Tomorrow," he said on
    Wednesday'): what the quoted day counts from. None for all other words."""
    said = line.phrases[at].meaning
    pointing = isinstance(said, Clock) and said.which in ("this", "last")
    said = said.of if isinstance(said, Clock) and said.of else said
    if not (pointing or isinstance(said, Today)):
        return None
    start = line.tokens[line.phrases[at].first].start
    before, after = text[max(line.sentence.start, start - SPOKEN) : start], text[start : line.sentence.end][:SPOKEN]
    opened = _opened(before, after)
    if opened is None:
        return None
    told = course.named_in_sentence()
    if told and told.granularity == Granularity.DAY and told.at is not None and told.at < start - len(before) + opened:
        return told.first
    return _said_later(line, at, course)


def _said_later(line: Line, at: int, course: Course) -> date | None:
    for p in line.phrases[at + 1 : at + 1 + FOLLOWING]:
        if isinstance(p.meaning, Calendar) and (p.meaning.weekday is not None or p.meaning.day):
            course.outlook = BACK
            days = resolve(p.meaning, course).days
            return days.start if days else None
    return None


def _opened(before: str, after: str) -> int | None:
    """Where before the words the quotation starts in which they stand (0 if before the sentence); None outside one."""
    for opening, closing in (("“", "”"), ("``", "''")):
        if before.count(opening) > before.count(closing):
            return before.rfind(opening)
        if closing in after and opening not in after[: after.find(closing)]:
            return 0
    straight = before.count('"')
    if straight % 2:
        return before.rfind('"')
    return 0 if not straight and after.count('"') % 2 else None


def _mark(p: Phrase, line: Line, text: str, course: Course, words: Lexicon) -> DateMark:
    found = lasting(p, resolve(p.meaning, course), line.tokens, course)
    pointing = NONE if found.type == "DURATION" else direction(p, line.tokens)
    days, granularity = bounded(p, found, pointing, line.tokens)
    start, end = extent(p, line.tokens, words)
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
        note=slip(p.meaning, found) or hemisphere(p.meaning, line.tokens, words),
        complement=found.complement,
        parts=tuple(_mark(q, line, text, course, words) for q in p.parts),
        length=found.length,
    )


def approximate(p: Phrase, tokens: list[Token]) -> Modifier | None:
    """What "about", "nearly", "more than" at the head of the words make of the time."""
    head = tokens[p.first]
    return Modifier(head.value) if head.letter == "m" and head.value not in ("", "EXACT") else None


def extent(p: Phrase, tokens: list[Token], words: Lexicon) -> tuple[int, int]:
    """Where the words start and end: without "only", without the "after" that a happening follows, and without the
    article of a noun after them."""
    first, last = p.first, p.last
    if tokens[first].letter == "m" and tokens[first].value in ("", "EXACT"):
        first += 1
    counted = p.meaning.of if isinstance(p.meaning, Clock) and tokens[last - 1].letter in "bc" else p.meaning
    if isinstance(counted, Shift) and counted.event:
        last -= 1
    first += tokens[first].letter == "D" and adjectival(p, tokens, words)
    return tokens[first].start, tokens[last - 1].end
