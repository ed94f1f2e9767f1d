"""Affinities in named parts, and groups by average link."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.stories.affinity import STANDARD, affinity, reasons, shared
from dateline.link.stories.countries import country_stems
from dateline.link.stories.grouping import group
from dateline.link.stories.profile import Compared, keys, profile
from dateline.link.stories.whole import whole
from dateline.model.story import Sort

DAY = date(2024, 3, 1)
FERRY = (
    "A ferry with ninety passengers sank off Marovo, police said. Divers from Gizo searched the lagoon for survivors."
)
AGAIN = (
    "Divers searched the lagoon off Marovo on Saturday after a ferry sank; the captain told police of a cracked hull."
)
BUDGET = "Parliament in Lilongwe passed a budget that raises fuel levies. Traders shut their shops in protest."


def made(name: str, headline: str, text: str, day: date | None = DAY, **more: object) -> Compared:
    return Compared(profile(name, headline, text, day, **more))  # type: ignore[arg-type]


def test_the_same_happening_is_near_and_another_is_not() -> None:
    one, other = made("a", "Ferry sinks off Marovo", FERRY), made("b", "Divers search for Marovo ferry", AGAIN)
    stranger = made("c", "Malawi raises fuel levies", BUDGET)
    assert affinity(one, other) > STANDARD.same > affinity(one, stranger)
    assert affinity(one, other) == affinity(other, one)
    assert affinity(one, one) > 3 * STANDARD.same


def test_reasons_sum_up_to_the_affinity_and_name_their_words() -> None:
    one = made("a", "Ferry sinks off Marovo", FERRY)
    other = made("b", "Divers search for Marovo ferry", AGAIN, DAY + timedelta(days=100))
    told = reasons(one, other)
    assert sum(r.score for r in told) == pytest.approx(affinity(one, other), abs=0.005)
    by_name = {r.name: r.words for r in told}
    assert "Marovo" in by_name["headline"]
    assert by_name["published"] == "published 100 days apart"


def test_one_name_in_two_headlines_makes_no_story() -> None:
    one = made("a", "Lancaster bridge to be painted", "Crews will paint the steel bridge over the river in May.")
    other = made("b", "Lancaster choir wins prize", "Forty singers came home with a silver cup from Oslo.")
    assert shared(one, other) > STANDARD.same > affinity(one, other)


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Divers search for Marovo ferry\n" + AGAIN, True),
        ("Divers search for Marovo ferry.\n" + AGAIN, False),  # a sentence
        ("Divers search for Marovo ferry " + AGAIN, False),
        ("Divers search for Marovo ferry", False),
    ],
)
def test_a_first_line_stands_for_a_missing_headline(text: str, headed: bool) -> None:
    sorts = {t.form: t.sort for t in profile("a", "", text, DAY).terms}
    assert (sorts["Divers"] is Sort.HEADLINE) is headed


def test_names_that_all_news_has_tell_little() -> None:
    of = profile("a", "Marovo", "The Senate heard on Monday what Ossandon said of Marovo on Monday.", None)
    weights = {t.stem: t.weight for t in of.terms}
    assert weights["ossandon"] > 1.5 * weights["mondai"]


def test_years_between_publications_speak_against() -> None:
    one = made("a", "Ferry sinks off Marovo", FERRY)
    late = made("b", "Ferry sinks off Marovo", FERRY, DAY.replace(year=2027))
    assert affinity(one, late) < 1 - STANDARD.apart * 0.9


def test_a_page_that_names_many_years_stands_back() -> None:
    years = " ".join(f"In {1950 + 7 * n} a ferry sank." for n in range(8))
    one, page = made("a", "Ferry sinks off Marovo", FERRY), made("b", "Ferries of Marovo", FERRY + years)
    news = made("c", "Ferries of Marovo", FERRY + years.replace("19", "18"))
    assert affinity(one, page) == pytest.approx(affinity(one, news) - STANDARD.history, abs=1e-6)
    assert {r.name: r.score for r in reasons(one, page)}["history"] == -STANDARD.history


def test_an_undated_article_is_judged_by_its_words_alone() -> None:
    one, undated = made("a", "Ferry sinks", FERRY), made("b", "Ferry sinks", FERRY, None)
    assert affinity(one, undated) == pytest.approx(affinity(one, one) - STANDARD.at_once, abs=1e-3)


def test_near_articles_published_within_a_day_come_together_first() -> None:
    one, other = (lambda day: made("a", "Ferry sinks", FERRY, day)), made("b", "Ferry sinks", AGAIN)
    next_, later = affinity(one(DAY + timedelta(days=1)), other), affinity(one(DAY + timedelta(days=2)), other)
    assert next_ == pytest.approx(later + STANDARD.at_once, abs=1e-3)
    told = reasons(one(DAY), other)
    assert {r.name: r.words for r in told}["together"] == "published within a day"
    assert sum(r.score for r in told) == pytest.approx(affinity(one(DAY), other), abs=0.005)
    assert "together" not in {r.name for r in reasons(made("c", "Malawi raises levies", BUDGET), other)}


def test_countries_weigh_little_and_are_no_keys() -> None:
    assert {"kenya", "malawi"} <= country_stems()
    of = profile("a", "Kenya ferry", "Kenya ferry", None)
    weights = {t.stem: t.weight for t in of.terms}
    assert weights["kenya"] < weights["ferri"]
    assert "kenya" not in keys(of)


def test_an_empty_text_has_an_empty_profile_and_joins_nothing() -> None:
    assert profile("a", "", "", None).terms == ()
    empty, other = made("a", "", ""), made("b", "", "")
    assert affinity(empty, other) == 0
    assert whole([empty.profile, other.profile]) == [("a",), ("b",)]


def test_a_headline_does_not_outweigh_a_short_text() -> None:
    long, short = made("a", "Ferry", FERRY + " and then" * 300), made("b", "Ferry", FERRY)
    assert long.weights["ferri"] / long.weights["lagoon"] > short.weights["ferri"] / short.weights["lagoon"] > 1


def test_a_very_long_text_is_read_to_its_first_words_only() -> None:
    assert profile("a", "Ferry", FERRY + " filler" * 600, DAY) == profile("a", "Ferry", FERRY + " filler" * 90_000, DAY)


def test_average_link_by_hand() -> None:
    # a-b join at .9; then c to {a, b} has (.5 + .1) / 2 = .3.
    near = {("a", "b"): 0.9, ("a", "c"): 0.5, ("b", "c"): 0.1}
    singles = [("a",), ("b",), ("c",)]
    assert group(singles, near, 0.31) == [("a", "b"), ("c",)]
    assert group(singles, near, 0.29) == [("a", "b", "c")]


def test_parts_are_not_broken_and_barred_pairs_never_meet() -> None:
    near = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "d"): 0.9}
    assert group([("a", "c"), ("b",), ("d",)], near, 0.4) == [("a", "b", "c", "d")] or group(
        [("a", "c"), ("b",), ("d",)], near, 0.4
    ) == [("a", "b", "c"), ("d",)]
    barred = group([("a",), ("b",), ("c",)], {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.8}, 0.5, [("a", "c")])
    assert barred == [("a", "b"), ("c",)]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] < p[1]),
        st.floats(0, 1),
    ),
    st.permutations("abcdefg"),
)
def test_groups_do_not_depend_on_the_order_of_parts(near: dict[tuple[str, str], float], order: list[str]) -> None:
    groups = group([(x,) for x in order], dict(reversed(near.items())), 0.3)
    assert groups == group([(x,) for x in "abcdefg"], near, 0.3)
    assert sorted(a for g in groups for a in g) == sorted("abcdefg")
