"""Which days a timeline takes, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline.link.timelines.days import rank
from dateline.link.timelines.records import Passage, Report
from dateline.link.timelines.rhythm import rhythm
from dateline.link.timelines.topic import topic
from dateline.link.timelines.weighing import STANDARD
from dateline.model.time import Days

FLOOD = date(2024, 3, 4)
VOTE = date(2024, 3, 20)


def told(name: str, published: date | None, *passages: tuple[str, tuple[date, ...]], voice: str = "") -> Report:
    return Report(name, published, tuple(Passage(text, days) for text, days in passages), voice)


def flood(name: str, published: date | None, *days: date, voice: str = "") -> Report:
    return told(name, published, (f"The river Marn flooded the old town of Lissow, {name} tells.", days), voice=voice)


def scores(*reports: Report) -> dict[date, float]:
    return {r.day: r.score for r in rank(topic(reports))}


def test_a_day_that_more_articles_name_stands_higher() -> None:
    ranked = rank(topic([flood("a", VOTE, FLOOD), flood("b", VOTE, FLOOD), flood("c", VOTE, FLOOD - timedelta(1))]))
    assert ranked[0].day == FLOOD
    assert ranked[0].reasons[0].words == "2 independent articles name the day"


def test_copies_count_once() -> None:
    copied = rank(topic([flood("a", VOTE, FLOOD), flood("b", VOTE, FLOOD, voice="a")]))[0]
    assert copied.reasons[0].words == "one article names the day"
    assert copied.score == pytest.approx(scores(flood("a", VOTE, FLOOD))[FLOOD], rel=0.01)


def test_what_is_remembered_long_after_counts_more() -> None:
    soon, late = FLOOD + timedelta(1), FLOOD + timedelta(STANDARD.later + 1)
    assert scores(flood("a", late, FLOOD))[FLOOD] > scores(flood("a", soon, FLOOD))[FLOOD]
    reasons = rank(topic([flood("a", late, FLOOD)]))[0].reasons
    assert [r.name for r in reasons] == ["named", "late"]
    assert reasons[1].words == "one article names it more than 7 days after"


def test_what_is_announced_or_of_the_day_counts_less() -> None:
    after = scores(flood("a", FLOOD + timedelta(1), FLOOD))[FLOOD]
    assert scores(flood("a", FLOOD, FLOOD))[FLOOD] < after
    assert scores(flood("a", FLOOD - timedelta(2), FLOOD))[FLOOD] < after
    assert scores(flood("a", FLOOD - timedelta(60), FLOOD))[FLOOD] == 0


def test_a_naming_at_the_top_of_an_article_counts_more() -> None:
    filler = [(f"Sentence number {n} speaks of the river Marn in Lissow.", ()) for n in range(9)]
    named = ("The river Marn flooded the old town of Lissow.", (FLOOD,))
    top, bottom = told("a", VOTE, named, *filler), told("a", VOTE, *filler, named)
    assert scores(top)[FLOOD] > scores(bottom)[FLOOD]


def test_only_days_of_the_span_are_ranked() -> None:
    ranked = rank(topic([flood("a", VOTE, FLOOD)]), Days(VOTE, None))
    assert [r.day for r in ranked] == [VOTE]


def test_scores_are_the_sums_of_their_reasons() -> None:
    days = [FLOOD + timedelta(n) for n in range(60)]
    reports = [flood(f"a{n}", d + timedelta(1), d, FLOOD) for n, d in enumerate(days)]
    ranked = rank(topic(reports))
    assert {r.name for day in ranked for r in day.reasons} == {"named", "late", "rhythm"}
    for day in ranked:
        assert day.score == pytest.approx(sum(r.score for r in day.reasons), abs=0.002)


def test_a_week_has_a_rhythm_where_articles_are_many() -> None:
    start = date(2024, 1, 1)  # a Monday
    days = [start + timedelta(n) for n in range(70)]
    weights = {d: 2.0 for d in days if d.weekday() < 5}
    averages = rhythm(weights, Days(days[0], days[-1]), days, STANDARD)
    assert averages is not None
    calm, mean = STANDARD.calm, 2.0 * 5 / 7
    assert averages[0] == pytest.approx((20 + calm * mean) / (10 + calm))
    assert averages[6] == pytest.approx(calm * mean / (10 + calm))


def test_few_weeks_or_few_articles_have_no_rhythm() -> None:
    days = [FLOOD + timedelta(n) for n in range(70)]
    weights = dict.fromkeys(days, 1.0)
    assert rhythm(weights, Days(days[0], days[20]), days, STANDARD) is None
    assert rhythm(weights, Days(days[0], days[-1]), days[:9], STANDARD) is None
    assert rhythm(weights, Days(days[0], None), days, STANDARD) is None


def test_a_collection_without_days_ranks_none() -> None:
    assert rank(topic([])) == []
    assert rank(topic([told("a", None, ("Nobody knows when this was.", ()))])) == []
