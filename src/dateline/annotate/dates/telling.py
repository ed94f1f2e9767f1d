"""How a mark moves the telling on: which times the text comes to, and which it only mentions in passing."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.dates.antiquity import year_named
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.joining import year_stated
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Calendar, Deictic, Named, Part, Phrase, Season, Shift
from dateline.annotate.dates.reach import Reach, past_form, reach, remark
from dateline.annotate.dates.surroundings import attributive
from dateline.annotate.dates.tokens import Token
from dateline.model.mark import DateMark
from dateline.model.time import Days, Granularity, Modifier

FAR = 400  # days: a time counted from a happening further away than this is an aside in a narrative
UNTIL = 8  # tokens before the words in which "until" is looked for
OPENING = 3  # tokens at the head of a sentence
LATELY = 12  # times named, among which an anchor is looked up
SENTENCE = 200  # tokens before the words among which a break is looked for
HAD = 8  # tokens before the words in which a past perfect is looked for
FORESEEN = frozenset({"would", "eventually", "ultimately"})
REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def keep(mark: DateMark, p: Phrase, tokens: list[Token], heading: bool, course: Course, words: Lexicon) -> None:
    """Lets the course know of a time that the text named and, if the telling has come to it, of that."""
    course.before_christ = _before_christ(mark, course)
    if not mark.days or not mark.granularity or mark.type not in ("DATE", "TIME") or mark.value in REFERENCES:
        return
    if mark.complement:
        behind = Anchor(mark.days, mark.granularity, f"{mark.words.exact}, earlier in the text", mark.words.start)
        course.diary.note_behind(tokens, p.last, behind)
        return
    if mark.days.start is None:
        return
    modifies = attributive(p, tokens, words)
    explicit = not modifies and (year_stated(p.meaning) is not None or _told_explicitly(mark, course))
    words_told = f"{mark.words.exact}, earlier in the text"
    value = mark.value if mark.type == "DATE" else ""
    reaching = Reach.ONWARD if heading else reach(p, tokens, words, whole=_yearly(p))
    beside = _beside(mark, p, tokens, course) or (
        explicit and _looks_back(mark.days, course) and remark(p, tokens, words)
    )
    anchor = Anchor(
        mark.days,
        mark.granularity,
        words_told,
        mark.words.start,
        explicit,
        value,
        _leans(mark, course),
        beside,
        mark.direction == "since" and not mark.parts,
        reaching,
        mark.names,
    )
    course.named.append(anchor)
    course.lead = anchor if _leads(mark, p, tokens, course) else course.lead
    course.diary.note(tokens, p.first, p.last, anchor)
    if mark.names or _aside(mark, p, tokens, course, words) or (modifies and _only_year(p)):
        return
    if beside:
        course.mention(anchor)
        return
    for bound in _bounds(mark, anchor, heading):
        course.tell(bound)


def _looks_back(days: Days, course: Course) -> bool:
    """Whether what a clause only adds ("the palace, built in 1908, was shelled on 3 June") lies before the time that
    the telling has come to."""
    story = course.story if course.narrative or course.in_paragraph() else None
    return story is not None and days.upper < story.first


def _leads(mark: DateMark, p: Phrase, tokens: list[Token], course: Course) -> bool:
    """Whether a sentence opens with a year gone by, counted from publication: "two years ago," and "last year,"."""
    opens = p.first == 0 and p.last < len(tokens) and tokens[p.last].low == ","
    gone = course.published is not None and mark.days is not None and mark.days.upper < course.published
    return opens and gone and mark.granularity == Granularity.YEAR


def _before_christ(mark: DateMark, course: Course) -> int | None:
    last = mark.parts[-1].value if mark.parts else mark.value
    return year_named(last) or (None if mark.days else course.before_christ)


def _only_year(p: Phrase) -> bool:
    stated = p.meaning.of if isinstance(p.meaning, Part) else p.meaning
    return isinstance(stated, Calendar) and stated.month is None and stated.day is None


def _yearly(p: Phrase) -> bool:
    """Whether the words name no month: a year or a part of it, or years from one to another."""
    return all(_only_year(q) or _pointed_year(q) for q in p.parts or (p,))


def _pointed_year(p: Phrase) -> bool:
    return isinstance(p.meaning, Deictic) and p.meaning.unit == "year"


def _bounds(mark: DateMark, anchor: Anchor, heading: bool) -> list[Anchor]:
    """A span is told with the bound from which the telling goes on: in a heading its start, else its end."""
    bound = mark.parts[0 if heading else -1].days if mark.parts else None
    if bound is None:
        return [anchor]
    last = replace(anchor, days=bound, value="")
    return [anchor, last] if heading else [last, anchor]


def _told_explicitly(mark: DateMark, course: Course) -> bool:
    return mark.anchor_at is not None and any(a.explicit for a in course.named[-LATELY:] if a.at == mark.anchor_at)


def _leans(mark: DateMark, course: Course) -> bool:
    if mark.anchor_at is None:
        return bool(mark.anchor)
    return any(a.leans for a in course.named[-LATELY:] if a.at == mark.anchor_at)


def _aside(mark: DateMark, p: Phrase, tokens: list[Token], course: Course, words: Lexicon) -> bool:
    """Whether the telling does not come to that time: "since X", "before X", ends still to come, and
    what lay "two days before" a time of the sentence."""
    if mark.direction == "since" or mark.modifier == Modifier.BEFORE or (mark.vague and isinstance(p.meaning, Named)):
        return True
    if mark.direction == "until" and course.ahead:
        return True
    if isinstance(p.meaning, Shift) and p.meaning.sign < 0 and course.in_sentence():
        return True
    return course.narrative and (_backdrop(mark, p, tokens, course, words) or _generic(p))


def _beside(mark: DateMark, p: Phrase, tokens: list[Token], course: Course) -> bool:
    """Whether the sentence has told another time that the telling stays at: behind it, an earlier one only looks back
    ("took it off the list, on which it had been put in May 2021"), and a coming one is the day of a plan."""
    told = course.at_in_sentence()
    if told is None or told.at is None or mark.days is None or told.first == course.published:
        return False
    if mark.days.upper < told.first:
        parted = any(t.low == ";" for t in tokens[max(0, p.first - SENTENCE) : p.first] if t.start > told.at)
        return not parted or any(t.low == "had" for t in tokens[max(0, p.first - HAD) : p.first])
    return mark.days.lower > told.last and course.outlook.ahead and told.granularity == Granularity.DAY


def _generic(p: Phrase) -> bool:
    """ "the winter offensive", "the previous year": no step of a story."""
    if isinstance(p.meaning, Season):
        return not p.meaning.year and not p.meaning.within and not p.meaning.which
    return isinstance(p.meaning, Deictic) and p.meaning.which in ("last", "previous")


def _backdrop(mark: DateMark, p: Phrase, tokens: list[Token], course: Course, words: Lexicon) -> bool:
    """A look back in the past perfect, a remark in brackets, an end far off, a count from something else."""
    story = course.story
    if story is None or mark.days is None:
        return False
    forward, year = mark.days.lower > story.days.upper, mark.granularity == Granularity.YEAR
    if isinstance(p.meaning, Shift) and p.meaning.event:
        return abs((mark.days.lower - story.days.lower).days) > FAR
    if forward and _ends_later(mark, p, tokens, words):
        return True
    if _bracketed(p, tokens) and (year or mark.parts):
        return True
    if forward and _later_in_passing(p, tokens):
        return True
    had = any(t.low == "had" for t in tokens[max(0, p.first - HAD) : p.first])
    return had and mark.days.upper < story.days.lower and (year or _only_year(p))


def _ends_later(mark: DateMark, p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """An end that lies ahead: "until 1950", "until the fall of the city in February 1945", "by the end of 1776"; but
    "until they deposed him on 7 May 1950" tells what came then."""
    acted = [t.low for t in tokens[p.last : p.last + 2]] == [",", "when"]
    for t in reversed(tokens[max(0, p.first - UNTIL) : p.first]):
        if t.low in (",", ";", "(", ")", "and") or acted:
            break
        acted = mark.granularity == Granularity.DAY and past_form(t.low, words)
        if t.low in ("until", "till"):
            if tokens[p.first - 2] is t and tokens[p.first - 1].low in ("on", "in"):
                return False  # "until on the first of June 2001 he left" tells what came then
            return year_stated(p.meaning) is not None
    far = isinstance(p.meaning, Part) and p.first > OPENING
    return mark.direction == "until" and far and _only_year(p)


def _later_in_passing(p: Phrase, tokens: list[Token]) -> bool:
    """A year that only looks on from inside a sentence ("who would become president in 1959")."""
    before = tokens[max(0, p.first - HAD) : p.first]
    return _only_year(p) and p.first > OPENING and any(t.low in FORESEEN for t in before)


def _bracketed(p: Phrase, tokens: list[Token]) -> bool:
    return p.first > 0 and tokens[p.first - 1].low == "(" and p.last < len(tokens) and tokens[p.last].low == ")"
