"""Times on a common axis: a day is a dot, a month a short bar, a year a long one; an end that nobody knows fades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.views.wording import SHORT, Stated

WIDTH = 100.0  # the axis is drawn in hundredths of its width
DOT = 0.6  # hundredths that a bar takes at least
TICKS = 12  # marks on the axis at most
STEPS = (1, 2, 5, 10, 20, 50, 100)


class Form(StrEnum):
    """How a time is drawn."""

    DOT = "dot"
    BAR = "bar"
    OPEN_START = "open-start"
    OPEN_END = "open-end"
    FADING = "fading"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A time on the axis: from x on, so wide, in that form."""

    form: Form
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis; `start` and `end` are the days that it opens when it is chosen."""

    x: float
    words: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the first to the last, both included, drawn over the width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins; what lies outside stands at the edge."""
        span = max(1, (self.last - self.first).days + 1)
        return round(min(1.0, max(0.0, (day - self.first).days / span)) * WIDTH, 2)

    def glyph(self, when: Stated) -> Glyph | None:
        """How a time is drawn; None for one without any day."""
        start, end = when.start or when.end, when.end or when.start
        if start is None or end is None or end < self.first or start > self.last:
            return None
        x, width = self.at(start), self.at(end) - self.at(start)
        if when.start is None or when.end is None:
            return self._open(when)
        if start == end:
            return Glyph(Form.DOT, x, DOT)
        bent = when.vague or when.words.startswith(("early", "late", "mid", "about"))
        return _inside(Form.FADING if bent else Form.BAR, x, width)

    def _open(self, when: Stated) -> Glyph:
        if when.start:
            x = self.at(when.start)
            return _inside(Form.OPEN_END, x, WIDTH - x)
        return _inside(Form.OPEN_START, 0, self.at(when.end or self.last))

    def ticks(self) -> tuple[Tick, ...]:
        """The marks: years, or months of a short span, or days of a month."""
        days = (self.last - self.first).days + 1
        if days <= 45:
            return tuple(self._days())
        return tuple(self._months() if days <= 800 else self._years())

    def _years(self) -> Iterable[Tick]:
        years = self.last.year - self.first.year + 1
        step = next((s for s in STEPS if years / s <= TICKS), STEPS[-1])
        for year in range(self.first.year // step * step, self.last.year + 1, step):
            if year >= max(1, self.first.year):
                end = date(min(9999, year + step - 1), 12, 31)
                yield Tick(self.at(date(year, 1, 1)), str(year), date(year, 1, 1), end)

    def _months(self) -> Iterable[Tick]:
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next(s for s in (1, 2, 3, 6) if months / s <= 14 or s == 6)
        for n in range(months):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + n, 12)
            start = date(year, month + 1, 1)
            if month % step == 0 and start >= self.first:
                words = f"{SHORT[month]} {year}" if month == 0 or n < step else SHORT[month]
                yield Tick(self.at(start), words, start, _month_end(start))

    def _days(self) -> Iterable[Tick]:
        days = (self.last - self.first).days + 1
        step = 1 if days <= 14 else 3 if days <= 32 else 5
        for n in range(0, days, step):
            day = date.fromordinal(self.first.toordinal() + n)
            yield Tick(self.at(day), f"{day.day} {SHORT[day.month - 1]}", day, day)


def _inside(form: Form, x: float, width: float) -> Glyph:
    """A bar wide enough to be seen, and not beyond the axis."""
    width = max(DOT, round(width, 2))
    return Glyph(form, min(x, WIDTH - width), width)


def _month_end(start: date) -> date:
    year, month = divmod(start.year * 12 + start.month, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def spanning(times: Sequence[Stated], first: date | None = None, last: date | None = None) -> Axis | None:
    """The axis that all these times fit on, or the one that is asked for; None without any day.

    One time far from all others would press them into a corner: the axis begins where nineteen in twenty do.
    """
    starts = sorted(d for t in times if (d := t.start or t.end))
    ends = sorted(d for t in times if (d := t.end or t.start))
    if not starts:
        return None
    begin = first or starts[len(starts) // 20]
    finish = last or ends[-1]
    if finish < begin:
        begin, finish = finish, begin
    if not first and (finish - begin).days > 365:
        begin = date(begin.year, 1, 1)
    return Axis(begin, finish)
