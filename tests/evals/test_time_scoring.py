"""The scorer against examples worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals.time.bench import main
from evals.time.scoring import Tally, f1, pairs
from evals.time.timeml import Timex, read_timeml, strip_tags

DAY, WEEK = Timex(0, 10, "DATE", "2019-05-03"), Timex(20, 30, "DATE", "2019-W18")


def test_f1_of_two_hits_in_three_said_and_four_wanted():
    assert f1(2, 3, 4) == pytest.approx(4 / 7)
    assert f1(0, 0, 0) == 0.0


def test_exact_extents_meet_before_overlapping_ones():
    wide, same = Timex(0, 12, "DATE", "x"), Timex(0, 10, "DATE", "y")
    assert pairs([DAY], [wide, same]) == [(DAY, same)]


def test_one_of_ours_meets_one_gold_expression_only():
    both = Timex(0, 30, "DATE", "x")
    assert pairs([DAY, WEEK], [both]) == [(DAY, both)]


def test_figures_of_a_worked_example():
    tally = Tally()
    ours = [DAY, Timex(22, 30, "TIME", "2019-W18"), Timex(40, 44, "DATE", "2019")]
    tally.add([DAY, WEEK, Timex(60, 64, "DATE", "2020")], ours)
    figures = tally.figures()
    # 3 gold, 3 said, 2 met, 1 with equal extent, 1 with equal type, 2 with equal value
    assert figures["relaxed_f1"] == pytest.approx(66.67)
    assert figures["strict_f1"] == pytest.approx(33.33)
    assert figures["type_f1"] == pytest.approx(33.33)
    assert figures["value_f1"] == pytest.approx(66.67)


def test_tags_are_stripped_and_offsets_count_in_the_plain_text():
    body = 'On <TIMEX3 tid="t1" type="DATE" value="2019-05-03">May 3</TIMEX3> A &amp; B <EVENT eid="e1">met</EVENT>.'
    text, timexes = strip_tags(body)
    assert text == "On May 3 A & B met."
    assert timexes == (Timex(3, 8, "DATE", "2019-05-03"),)


def test_a_file_without_text_is_named(tmp_path: Path):
    (tmp_path / "a.tml").write_text("<TimeML></TimeML>", "utf-8")
    with pytest.raises(ValueError, match=r"a\.tml"):
        read_timeml(tmp_path / "a.tml")


def test_bench_runs_on_any_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    body = '<TEXT>It began on <TIMEX3 type="DATE" value="2019-05-03">May 3, 2019</TIMEX3>.</TEXT>'
    (tmp_path / "a.tml").write_text(f"<TimeML>{body}</TimeML>", "utf-8")
    assert main([str(tmp_path)]) == 0
    assert "100.0" in capsys.readouterr().out


def test_bench_refuses_a_folder_without_timeml(tmp_path: Path):
    assert main([str(tmp_path)]) == 3
