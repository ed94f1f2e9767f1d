"""Reports from the spot and pages of history: which story they stand in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.link.stories.affinity import STANDARD, affinity, reasons
from dateline.link.stories.grouping import group
from dateline.link.stories.news import Marks, history, news
from dateline.link.stories.profile import Compared, profile
from dateline.link.stories.whole import whole
from dateline.model.claim import Claim, Status, When
from dateline.model.mark import DateMark, PlaceMark, PresenceMark, TimexType
from dateline.model.story import StoryProfile
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity

DAY = date(2031, 5, 20)
QUEUE = "The queue at the school of Orlan went round two corners. Nobody in it spoke. A vendor sold umbrellas."
RESULT = (
    "The Reed party lost its majority in the assembly, the electoral commission of Tamarugal said. A queue was seen."
)
LOST = "Reed party loses majority as queue is counted"


def _words(start: int, exact: str = "x") -> Selector:
    return Selector(start, start + len(exact), exact, "", "")


def _claim(n: int, day: date, status: Status = Status.HAPPENED, at: int = 0) -> Claim:
    when = When(Days(day, day), Granularity.DAY, "stated")
    return Claim(f"c{n}", "a", "r", _words(at), _words(at), "open", status, when)


def _dated(day: date, at: int) -> DateMark:
    return DateMark(_words(at), TimexType.DATE, day.isoformat(), Days(day, day), Granularity.DAY, "md")


def _report(day: date = DAY) -> StoryProfile:
    marks = Marks(
        (PresenceMark(_words(0), "ZZ", "Orlan", ()),),
        (_dated(DAY, 30), _dated(DAY - timedelta(30), 60)),
        (PlaceMark(_words(40), "geonames:1", "Orlan", "ZZ", "AF", 1.0, 1.0),),
    )
    plain = profile("spot", "In Orlan the queue does not shorten", QUEUE, day)
    return news(plain, "", QUEUE, [_claim(1, day)], marks)


def _news(name: str, day: date, text: str = RESULT, land: str = "ZZ", headline: str = LOST) -> StoryProfile:
    plain = profile(name, headline, text, day)
    marks = Marks(places=(PlaceMark(_words(10), "geonames:2", "Tamarugal", land, "AF", 2.0, 2.0),))
    return news(plain, "", text, [_claim(2, day)], marks)


def test_a_report_from_the_spot_is_nearer_to_news_of_its_day_and_land() -> None:
    spot = Compared(_report())
    same, elsewhere, later = (
        affinity(spot, Compared(p))
        for p in (_news("a", DAY), _news("b", DAY, land="YY"), _news("c", DAY + timedelta(9)))
    )
    assert same == pytest.approx(elsewhere + STANDARD.spot)
    assert later < elsewhere
    assert "report from the spot" in {r.name: r for r in reasons(spot, Compared(_news("a", DAY)))}["spot"].words
    assert "spot" not in {r.name for r in reasons(spot, Compared(_news("c", DAY + timedelta(9))))}


def test_a_scene_is_no_step_of_a_matter_and_tells_in_passing_what_day_it_is_of() -> None:
    found = _report(DAY + timedelta(2))
    assert (found.spot, found.steps, found.lands) == (True, (), ("ZZ",))
    assert set(found.occurred) == {DAY, DAY + timedelta(2)}  # the day a month ago is another's


AFFINITIES = {("a", "b"): 0.6, ("a", "d"): 0.6, ("b", "d"): 0.6, ("a", "s"): 0.2, ("b", "s"): 0.18, ("c", "s"): 0.1}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, [("a", "b", "d", "s"), ("c",)]),
        ({("c", "s"): 0.165}, [("a", "b", "d"), ("c",), ("s",)]),  # two fit
        ({("b", "s"): 0.1}, [("a", "b", "d"), ("c",), ("s",)]),  # near to one of them alone
    ],
)
def test_a_report_that_is_left_alone_joins_the_only_story_that_fits(
    changed: dict[tuple[str, str], float], expected: list[tuple[str, ...]]
) -> None:
    pairs = {**AFFINITIES, **changed}
    names = sorted({a for pair in pairs for a in pair})
    assert group([(n,) for n in names], pairs, 0.17, loose=["s"]) == expected


def test_a_report_takes_nothing_from_what_comes_later() -> None:
    pairs = {("a", "n"): 0.2, ("b", "n"): 0.2, ("n", "s"): 0.0}
    parts: Sequence[Sequence[str]] = [("a", "b", "s"), ("n",)]
    assert group(parts, pairs, 0.17, loose=["s"]) == [("a", "b", "n", "s")]
    assert group(parts, pairs, 0.17) == [("a", "b", "s"), ("n",)]


def test_what_people_put_apart_is_not_attached() -> None:
    parts = [(n,) for n in "abcds"]
    assert group(parts, AFFINITIES, 0.17, never=[("d", "s")], loose=["s"]) == [("a", "b", "d"), ("c",), ("s",)]


def test_the_order_of_arrival_changes_nothing() -> None:
    drawn = random.Random(7)
    for _ in range(40):
        names = [f"{n:02}" for n in range(9)]
        pairs = {(a, b): drawn.choice((0.0, 0.1, 0.2, 0.4)) for a in names for b in names if a < b}
        loose = drawn.sample(names, 4)
        shuffled = drawn.sample(names, len(names))
        once = group([(n,) for n in names], pairs, 0.17, loose=loose)
        assert group([(n,) for n in shuffled], dict(reversed(pairs.items())), 0.17, loose=loose[::-1]) == once
        assert sorted(n for g in once for n in g) == names


YEARS = [date(1990 + n, 3, 1) for n in range(6)]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([_claim(n, d, at=60 + 50 * n) for n, d in enumerate(YEARS)], True),
        ([_claim(n, d, at=60 + 50 * n) for n, d in enumerate(YEARS[:3])], False),
        ([_claim(9, DAY), *(_claim(n, d, at=300 + n) for n, d in enumerate(YEARS))], False),  # opens with news
        ([_claim(9, YEARS[0], Status.SAID), *(_claim(n, d, at=300 + n) for n, d in enumerate(YEARS))], False),
        ([_claim(n, DAY - timedelta(30 + n), at=60 + 50 * n) for n in range(6)], False),  # one month
        ([*(_claim(n, d, at=300) for n, d in enumerate(YEARS)), *(_claim(n, DAY, at=400) for n in range(9))], False),
    ],
)
def test_a_page_of_history(claims: list[Claim], expected: bool) -> None:
    assert history(claims, DAY) is expected


def test_a_page_of_history_stands_alone_but_for_its_copies() -> None:
    told = (
        "Dockers of Tamarugal met under a bridge, wrote twelve pages, quarrelled over a drum and elected a treasurer."
    )
    page, copy = (_news(n, DAY, told, headline="How dockers founded the Reed party") for n in "bc")
    others = [_news("a", DAY), _news("d", DAY)]
    assert whole([*others, page, copy]) == [("a", "b", "c", "d")]
    assert whole([*others, *(replace(p, history=True) for p in (page, copy))]) == [("a", "d"), ("b", "c")]
