from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from evals.time.timeml import read_timeml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.dates.annotator import read
from dateline.annotate.dates.holding import held
from dateline.annotate.dates.timeml import expressions, timeml
from dateline.model.time import Granularity

PUBLISHED = date(2024, 6, 12)


def test_export_comes_back_with_text_and_expressions(tmp_path: Path):
    text = "From 23 to 27 September 2022 <they> voted & left in early 2023."
    file = tmp_path / "a.tml"
    file.write_text(timeml(text, read(text, PUBLISHED), PUBLISHED, "a"), "utf-8")
    back = read_timeml(file)
    assert back.text == text
    assert back.created == PUBLISHED
    assert [(text[t.start : t.end], t.value) for t in back.timexes] == [
        ("23", "2022-09-23"),
        ("27 September 2022", "2022-09-27"),
        ("early 2023", "2023"),
    ]


def test_a_count_from_a_happening_is_a_length_in_news_and_a_day_in_a_story():
    news = read("The dam was approved on 3 May 2024. Ten days before the vote he resigned.", PUBLISHED)
    assert [(m.type, m.value) for m in expressions(news)] == [("DATE", "2024-05-03"), ("DURATION", "P10D")]
    story = read("The dam was approved on 3 May 1924. Ten days before the vote he resigned.", None)
    assert [(m.type, m.value) for m in expressions(story)] == [("DATE", "1924-05-03"), ("DATE", "1924-04-23")]


def test_decades_are_written_as_each_kind_of_text_has_them():
    assert [m.value for m in read("It began in the 1960s.", PUBLISHED)] == ["196X"]
    assert [m.value for m in read("It began in the 1960s.", None)] == ["196"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="May 3,2019<>&\"'\x00\x0b last Friday", max_size=80))
def test_export_is_well_formed_xml(text: str):
    ElementTree.fromstring(
        timeml(text, read(text, PUBLISHED), PUBLISHED, text[:5].replace("\x00", "").replace("\x0b", ""))
    )


def test_since_leaves_the_end_open():
    (mark,) = read("It has held since May 2024.", PUBLISHED)
    days, granularity = held(mark, PUBLISHED) or (None, None)
    assert days
    assert (days.start, days.end, granularity) == (date(2024, 5, 1), None, Granularity.MONTH)


def test_before_a_day_ahead_runs_from_now_to_the_day_before():
    (mark,) = read("They must say so before 1 July 2024.", PUBLISHED)
    days, granularity = held(mark, PUBLISHED) or (None, None)
    assert days
    assert (days.start, days.end, granularity) == (PUBLISHED, date(2024, 6, 30), Granularity.RANGE)


def test_before_a_day_gone_by_is_open_at_its_start():
    (mark,) = read("They had said so before 1 July 2020.", PUBLISHED)
    days, _ = held(mark, PUBLISHED) or (None, None)
    assert days
    assert (days.start, days.end) == (None, date(2020, 6, 30))
