"""Parts of pages by themselves: the axis, differing words, the map, words and addresses."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.time import Granularity
from dateline.serve.web.atom import text
from dateline.serve.web.axis import WIDTH, Axis, Form, spanning
from dateline.serve.web.differing import pieces
from dateline.serve.web.rendering import fragment, lang, parts, signed, spoken, web
from dateline.serve.web.world import circles, world
from dateline.views.wording import Stated

YEAR = Axis(date(2021, 1, 1), date(2021, 12, 31))


def told(words: str, start: date | None, end: date | None, vague: bool = False) -> Stated:
    return Stated(words, "", start, end, Granularity.DAY, vague=vague)


@pytest.mark.parametrize(
    ("stated", "form"),
    [
        (told("7 Feb 2021", date(2021, 2, 7), date(2021, 2, 7)), Form.DOT),
        (told("March 2021", date(2021, 3, 1), date(2021, 3, 31)), Form.BAR),
        (told("late 2021", date(2021, 9, 1), date(2021, 12, 31)), Form.FADING),
        (told("about 2021", date(2021, 1, 1), date(2021, 12, 31), True), Form.FADING),
        (told("since March 2021", date(2021, 3, 1), None), Form.OPEN_END),
        (told("until March 2021", None, date(2021, 3, 1)), Form.OPEN_START),
    ],
)
def test_a_time_is_drawn_as_exactly_as_it_is_told(stated: Stated, form: Form) -> None:
    glyph = YEAR.glyph(stated)
    assert glyph is not None and glyph.form is form
    assert 0 <= glyph.x <= WIDTH and glyph.x + (glyph.width if form is not Form.DOT else 0) <= WIDTH


def test_a_month_is_shorter_than_a_year_and_a_day_outside_is_not_drawn() -> None:
    month = YEAR.glyph(told("March 2021", date(2021, 3, 1), date(2021, 3, 31)))
    year = YEAR.glyph(told("2021", date(2021, 1, 1), date(2021, 12, 31)))
    assert month and year and month.width * 10 < year.width
    assert YEAR.glyph(told("2019", date(2019, 1, 1), date(2019, 12, 31))) is None
    assert spanning([]) is None


@pytest.mark.parametrize(("first", "last"), [(date(1, 1, 1), date(9999, 12, 31)), (date(2021, 5, 1), date(2021, 5, 1))])
def test_every_span_has_marks_and_not_too_many(first: date, last: date) -> None:
    ticks = Axis(first, last).ticks()
    assert 1 <= len(ticks) <= 200
    assert all(0 <= t.x <= WIDTH for t in ticks)


def test_words_that_differ_are_marked_and_others_are_not() -> None:
    found = pieces("The vote was held in 2018 in Kyiv.", ["The vote was held in 2019 in Kyiv."])
    assert [p.words for p in found if p.differs] == ["2018"]
    assert "".join(p.words for p in found) == "The vote was held in 2018 in Kyiv."


def test_sentences_that_share_little_are_marked_in_what_counts_alone() -> None:
    one = "In 2018 the goal was enshrined in Ukraine's constitution."
    other = "It is done: on Thursday the Rada amended the basic law, 7 February 2019."
    assert [p.words for p in pieces(one, [other], "2018") if p.differs] == ["2018"]


@pytest.mark.parametrize("sentence", ["", " ", "≠≠≠", "a" * 10_000, "word " * 3000])
def test_no_sentence_is_lost_in_pieces(sentence: str) -> None:
    assert "".join(p.words for p in pieces(sentence, ["another one"])) == sentence


def test_the_map_has_six_continents_and_every_country_on_the_sheet() -> None:
    drawn = world()
    assert [s.code for s in drawn.shapes] == ["AF", "AS", "EU", "NA", "OC", "SA"]
    assert len(drawn.countries) > 200
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in drawn.countries.values())


def test_circles_grow_with_sources_and_large_ones_lie_below() -> None:
    drawn = circles([("s1", "KE", 1), ("s2", "FR", 9), ("s3", "FR", 2), ("s4", "??", 5)])
    assert [(c.country, c.sources, c.stories) for c in drawn] == [("FR", 11, ("s2", "s3")), ("KE", 1, ("s1",))]
    assert drawn[0].radius > drawn[1].radius


def test_only_addresses_of_the_web_become_links() -> None:
    assert web("https://a.example/x") and web("http://a.example")
    for odd in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//a.example",
        "",
        "http://[",
        "mailto:a@b",
    ):
        assert web(odd) == fragment(odd, "Some words.") == ""


def test_a_text_fragment_names_both_ends_of_a_long_sentence() -> None:
    long = "One two three four five six seven eight nine ten eleven twelve thirteen-fourteen."
    told_of = fragment("https://a.example/x#y", long)
    assert (
        told_of
        == "https://a.example/x#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen%2Dfourteen."
    )


def test_a_span_that_does_not_fit_loses_nothing() -> None:
    for span in ((0, 0), (3, 99), (-5, 2), (99, 120)):
        assert "".join(parts("A sentence.", span)) == "A sentence."


def test_days_and_signs_are_written_as_an_editor_does_and_stay_escaped() -> None:
    told_of = str(signed("<b>2018-02-07 ≠ 2019-99-99"))
    assert told_of.startswith("&lt;b&gt;7 Feb 2018 <svg") and "2019-99-99" in told_of


def test_a_page_does_not_speak_of_options() -> None:
    assert spoken("only the first 20 are shown; --limit shows more") == "only the first 20 are shown"
    assert spoken("`dateline search` finds articles") == "the page /search finds articles"


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    assert text("a\x00b\x1b<c>\ud800") == "ab&lt;c&gt;?"


def test_languages_from_the_right_run_that_way() -> None:
    assert 'dir="rtl"' in str(lang("ar")) and 'dir="rtl"' in str(lang("fa-IR")) and 'dir="auto"' in str(lang("fr"))
