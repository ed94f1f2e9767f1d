from __future__ import annotations

import time

import pytest

from dateline.link.matching import (
    THRESHOLD,
    Around,
    Relevance,
    Strength,
    Term,
    about,
    akin,
    carried,
    centred,
    forms,
    names_among,
    present,
    relevance,
    sufficient,
    weigh,
    words_of,
)

MATTER = "Norland weighs joining the Harbour League.\n\nNorlandic ships were at sea.\n\nIt rained.\n\nThe League met."
ELSEWHERE = "Fisheries ministers met.\n\nNorland sent a note.\n\nPrices rose.\n\nNothing else happened.\n\nThe end."


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ukraine", "ukrainian", True),
        ("korea", "korean", True),
        ("vote", "votes", True),
        ("war", "wars", True),
        ("iran", "iranian", True),
        ("war", "warsaw", False),
        ("nato", "nation", False),
        ("norway", "norwegian", True),
        ("drops", "dropped", True),
        ("plan", "planning", True),
        ("plan", "planet", False),
        ("commission", "committee", False),
        ("eu", "europe", False),
    ],
)
def test_forms_of_one_stem_are_akin(a: str, b: str, same: bool) -> None:
    assert akin(a, b) is same
    assert akin(b, a) is same


def test_empty_words_are_dropped_unless_nothing_else_is_asked() -> None:
    assert words_of("What did the League say about Norland?") == ("league", "say", "norland")
    assert words_of("who") == ("who",)
    assert words_of("…") == ()


def test_an_article_is_wholly_about_what_its_headline_names() -> None:
    words = words_of("Norland League price")
    around = about(words, "Norland at sea", MATTER)
    assert around.about == {"norland": 1.0, "league": 1.0, "price": 0.0}
    assert 0 < about(words, "Fish", ELSEWHERE).about["norland"] < 0.5


def test_words_that_few_articles_have_weigh_more_and_names_twice() -> None:
    words = ("norland", "met")
    articles = [about(words, "", MATTER), about(words, "", ELSEWHERE), about(words, "", "They met.")]
    plain = {t.word: t.weight for t in weigh(words, articles)}
    named = {t.word: t.weight for t in weigh(words, articles, names_among(words, ["In Norland they met."]))}
    assert plain["norland"] > plain["met"]
    assert named["norland"] > plain["norland"]
    assert sum(plain.values()) == pytest.approx(1)


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert names_among(("ships", "norland"), ["Ships sailed. Then Norland spoke.\n“Ships,” it said."]) == {"norland"}


def test_words_that_no_article_has_do_not_count_against_the_others() -> None:
    words = ("norland", "zeppelin")
    assert [t.word for t in weigh(words, [about(words, "", MATTER)])] == ["norland"]


def test_a_sentence_of_the_matter_belongs_to_it_with_reasons() -> None:
    words = words_of("Norland League")
    around = about(words, "Norland at sea", MATTER)
    terms = weigh(words, [around])
    found = relevance(terms, "The League met.", "", around)
    assert found.enough
    assert found.why == (
        "“norland” in the article (100% about it)",
        "“league” in the sentence",
    )


def test_what_is_near_only_to_half_of_the_matter_does_not_belong_to_it() -> None:
    words = words_of("Norland League")
    around = about(words, "Fish", ELSEWHERE)
    terms = weigh(words, [around, about(words, "", MATTER)])
    assert not relevance(terms, "Prices rose.", "", around).enough
    assert not relevance(terms, "Norland sent a note.", "", around).enough


def test_a_heading_counts_nearly_as_much_as_the_sentence() -> None:
    words = ("league",)
    around = about(words, "", "")
    terms = weigh(words, [about(words, "League", "")])
    assert relevance(terms, "It met.", "The League", around).score == pytest.approx(0.9)


def strengths(*near_weight_name: tuple[float, float, bool]) -> list[Strength]:
    return [Strength(*s) for s in near_weight_name]


def test_forms_of_a_name_with_endings_of_one_length_are_akin_whichever_comes_first() -> None:
    assert akin("argentina", "argentine")
    assert akin("argentine", "argentina")


def test_of_a_short_query_words_of_little_weight_may_be_missing() -> None:
    found = sufficient(strengths((1.0, 0.5, True), (0.2, 0.15, False), (0.9, 0.35, False)))
    assert [s.near for s in found] == [1.0, 0.9]
    assert len(sufficient(strengths((1.0, 0.5, True), (0.2, 0.5, True)))) == 2


def test_of_a_long_query_three_words_in_five_suffice() -> None:
    found = sufficient(strengths(*[(0.1 * n, 0.2, False) for n in range(1, 6)]))
    assert [round(s.near, 1) for s in found] == [0.5, 0.4, 0.3]


def test_happenings_beside_enough_of_the_matter_are_carried_along() -> None:
    far, near = Relevance(0.2, ("far",)), Relevance(0.9)
    scores = {"a": near, "b": near, "c": far, "d": far, "lone": far}
    told = {"a": ["one"], "b": ["one"], "c": ["one"], "d": ["two"], "lone": ["two"]}
    result = carried(scores, told)
    assert result["c"].score == THRESHOLD
    assert result["c"].why[-1] == "2 of 3 happenings in one belong to the matter"
    assert result["d"] == far
    assert result["a"] == near


def test_a_single_happening_carries_nothing_along() -> None:
    scores = {"a": Relevance(0.9), "b": Relevance(0.1)}
    assert not carried(scores, {"a": ["one"], "b": ["one"]})["b"].enough


def test_an_article_on_the_matter_carries_along_what_a_long_query_does_not_list() -> None:
    scores = {f"far {n}": Relevance(0.2) for n in range(10)} | {"a": Relevance(0.9), "b": Relevance(0.8)}
    told = {happening: ["one"] for happening in scores}
    assert not carried(scores, told)["far 3"].enough
    assert carried(scores, told, ["one"])["far 3"].enough


def test_an_article_is_on_the_matter_by_two_words_with_a_name_among_them() -> None:
    terms = [Term("norland", 0.4, name=True), Term("harbour", 0.3), Term("fish", 0.3)]
    assert centred(terms, Around({"norland": 1.0, "harbour": 0.8, "fish": 0.0}))
    assert not centred(terms, Around({"norland": 1.0, "harbour": 0.5, "fish": 0.1}))
    assert not centred(terms, Around({"norland": 0.3, "harbour": 1.0, "fish": 1.0}))


def test_time_is_linear_in_hostile_text() -> None:
    def spent(n: int) -> float:
        text = "aaaaaaaaaa" * n + " aaaaaaaaac" * n
        begun = time.process_time()
        present(("aaaaaaaaab", "norland"), text)
        return time.process_time() - begun

    small, large = (min(spent(n) for _ in range(3)) for n in (10_000, 80_000))
    assert large < 30 * max(small, 0.001)


def test_full_text_is_asked_for_people_and_things_of_a_place_too() -> None:
    asked = forms(("korea", "ukraine", "turkey", "italy", "uk")).split()
    assert asked[0] == "korea"
    assert {"korean", "koreans", "ukrainian", "ukrainians", "turkish", "italian", "uk"} <= set(asked)
    assert all(akin(form, "korea") for form in ("korean", "koreans"))
    assert not any(form.startswith("uk") and len(form) < 5 and form != "uk" for form in asked)
