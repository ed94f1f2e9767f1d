"""Days of feasts that move with the moon, by the rules of each calendar.

Easter after Meeus, Jones and Butcher (western) and Meeus (eastern); the Hebrew and the tabular Islamic calendar after
Reingold and Dershowitz, Calendrical Calculations; new moons after Meeus, Astronomical Algorithms, chapter 49, its
largest terms (good to some minutes). The Islamic calendar goes by the sighting of the moon: its days may be one off.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import radians, sin

HEBREW_EPOCH, HEBREW_YEARS = -1373427, 3761  # the day before the first, as an ordinal of ours; years before ours begin
LONG_HESHVAN = (355, 385)  # days of a year whose second month has thirty
ISLAMIC_EPOCH, ISLAMIC_YEAR = 227014, 354.367  # the day before the first; days
LUNATION, FIRST_MOON = 29.530588861, 730125.59766  # days; the new moon of 6 January 2000, as an ordinal of ours
CHINA = 8 / 24  # days ahead of Greenwich


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in our calendar."""
    d = (19 * (year % 19) + 15) % 30
    month, day = divmod(d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def hebrew(year: int, days: int) -> date:
    """So many days from the Jewish New Year that falls in a year of ours; after its second month, which may have a day
    more, from there."""
    first = _hebrew_new_year(year + HEBREW_YEARS)
    longer = days > 59 and _hebrew_new_year(year + HEBREW_YEARS + 1) - first in LONG_HESHVAN
    return date.fromordinal(first + days + longer)


def _hebrew_new_year(of_year: int) -> int:
    before, this, after = (_elapsed(of_year + i) for i in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + delay


def _elapsed(of_year: int) -> int:
    months = (235 * of_year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def islamic(year: int, month: int, day: int) -> date:
    """The first such day of the Islamic calendar in a year of ours (there may be two); OverflowError if none."""
    first = date(year, 1, 1)
    of_year = int((first.toordinal() - ISLAMIC_EPOCH) / ISLAMIC_YEAR)
    days = (_islamic(of_year + i, month, day) for i in range(3))
    found = next((d for d in days if d >= first), None)
    if found is None or of_year < 1:
        raise OverflowError(f"no Islamic year in {year}")
    return found


def _islamic(year: int, month: int, day: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(ISLAMIC_EPOCH + days)


def lunar_new_year(year: int) -> date:
    """The New Year of China and its neighbours: the new moon from 21 January to 20 February, in China's day."""
    start = date(year, 1, 21).toordinal()
    k = round((start - FIRST_MOON) / LUNATION) - 1
    days = (date.fromordinal(int(_new_moon(k + i) + CHINA)) for i in range(4))
    return next(d for d in days if d.toordinal() >= start)


def _new_moon(k: int) -> float:
    """The kth new moon after that of 6 January 2000, as an ordinal with a part of the day."""
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k)
    latitude = radians(160.7108 + 390.67050284 * k)
    terms = -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
    terms += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return FIRST_MOON + LUNATION * k + terms
