"""What days say for or against two articles being of one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from dateline.link.stories.affinity import STANDARD, affinity, elsewhen, reasons
from dateline.link.stories.days import Days, bearing, compared, looked_back
from dateline.link.stories.profile import Compared, profile

DAY = date(2024, 3, 1)
TEXT = "Voters in Tamarugal will be asked about the charter of Governor Ossandon, the board of elections said."


@dataclass
class Told:
    """An article of a day, in days counted from the first."""

    day: int | None
    occurred: tuple[int, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    dated: bool = True
    ahead: bool = False
    moved: tuple[int, ...] = ()


@pytest.mark.parametrize(
    ("day", "occurred", "own", "ahead"),
    [
        (100, (99,), (99,), ()),
        (100, (60, 99), (99,), ()),  # background before it
        (100, (60,), (100,), ()),  # nothing but background: the news is of its day
        (100, (98, 140), (98,), (140,)),
        (100, (140,), (100,), (140,)),
        (None, (60, 99), (60, 99), ()),
    ],
)
def test_days_that_an_article_brings_news_of(
    day: int | None, occurred: tuple[int, ...], own: tuple[int, ...], ahead: tuple[int, ...]
) -> None:
    found = bearing(day, occurred)
    assert (found.news, found.awaited) == (own, ahead)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Told(100, (99,)), Told(101, (99,)), (Days.SAME, 0)),
        (Told(100, (99,)), Told(101, (100,)), (Days.SAME, 1)),
        (Told(100, (140,)), Told(141, (140,)), (Days.AWAITED, 40)),  # planned, and held on that day
        (Told(100, (98, 140)), Told(141, (140,)), (Days.OTHER, 41)),  # another happening, and what comes after it
        (Told(100, (98, 140)), Told(130, (130, 140)), (Days.AWAITED, 32)),  # planned, and put off
        (Told(100, (99,)), Told(130, (99, 129)), (Days.UNKNOWN, 30)),  # the second looks back: a later toll
        (Told(120, (99, 119)), Told(130, (99, 129)), (Days.UNKNOWN, 10)),  # both look back to one day
        (Told(100, (99,)), Told(200, (99, 199)), (Days.OTHER, 100)),  # too long ago
        (Told(100, (99,)), Told(110, (110,)), (Days.OTHER, 10)),
        (Told(100), Told(101, (101,)), (Days.UNKNOWN, 0)),
        (
            Told(100, (99, 140), ahead=True),
            Told(141, (140,)),
            (Days.AWAITED, 41),
        ),  # what is told with a plan is no news
        (Told(100, (140,)), Told(300, (299,), moved=(140,)), (Days.AWAITED, 199)),  # put off from that day
        (Told(100, (99, 140)), Told(300, (299,), moved=(140,)), (Days.OTHER, 200)),
        (Told(100, (140,)), Told(144, (144,)), (Days.CAME, 44)),  # a result
        (Told(100, (140,)), Told(148, (148,)), (Days.OTHER, 48)),
        (Told(100, (140,), moved=(140,), ahead=True), Told(144, (144,)), (Days.OTHER, 44)),  # put off: none comes of it
        (Told(None, (99,)), Told(101, (99,)), (Days.SAME, 0)),
    ],
)
def test_how_the_days_of_two_stand(one: Told, other: Told, expected: tuple[Days, int]) -> None:
    assert compared(one, other) == compared(other, one) == expected


def test_the_more_days_between_the_more_they_take_away() -> None:
    taken = [elsewhen(Told(0, (0,)), Told(days, (days,))) for days in (1, 3, 9, 40, 400)]
    assert taken == sorted(taken)
    assert taken[0] == -STANDARD.together
    assert taken[1] < 0.1
    assert taken[3] > 0.25


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Nine days after the flood in Ardesh, the dead were counted.", [9]),
        ("Two weeks after the vote and 30 days since it was called, nothing is known.", [30, 14]),
        ("A week after the fire, rain came.", [7]),
        ("Three days after the flood", []),  # news still
        ("Ninety days after the flood, or 9 days before it", []),
    ],
)
def test_days_that_a_text_counts_from(text: str, days: list[int]) -> None:
    assert looked_back(text, DAY) == tuple(DAY - timedelta(days=n) for n in days)


def test_an_awaited_vote_is_one_story_and_the_next_vote_another() -> None:
    def made(name: str, day: int, *occurred: int) -> Compared:
        days = [DAY + timedelta(days=d) for d in occurred]
        return Compared(profile(name, "Tamarugal votes on charter", TEXT, DAY + timedelta(days=day), days))

    called, held, again = made("a", 0, 60), made("b", 61, 60), made("c", 161, 160)
    assert affinity(called, held) > 0.6
    assert affinity(held, again) < 0.3
    told = {r.name: r for r in reasons(held, again)}
    assert told["happened"].score < 0
    assert "different days" in told["happened"].words
    assert "awaits" in {r.name: r for r in reasons(called, held)}["happened"].words
