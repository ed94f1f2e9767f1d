"""The readers and counts behind the toponym figures, on two documents of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.places.bench import main
from evals.places.gold import read

LGL = """<articles><article docid="1"><text>Rain fell in Paris, Texas. Dallas stayed dry.</text><toponyms>
<toponym><start>13</start><end>18</end><phrase>Paris</phrase><gaztag geonameid="4717560"><fcode>PPL</fcode>
<lat>33.66</lat><lon>-95.55</lon><country>United States</country><admin1>Texas</admin1></gaztag></toponym>
<toponym><start>20</start><end>25</end><phrase>Texas</phrase><gaztag geonameid="4736286"><fcode>ADM1</fcode>
<lat>31.25</lat><lon>-99.25</lon><country>United States</country><admin1>Texas</admin1></gaztag></toponym>
<toponym><start>27</start><end>33</end><phrase>Dallas</phrase></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><source>x</source><text>Fever spread in Kenya.</text><locations><location>
<name>Kenya</name><start>17</start><end>22</end><lat>1</lat><lon>38</lon><page>https://en.wikipedia.org/wiki/Kenya</page>
</location></locations></article></articles>"""


@pytest.mark.parametrize(("source", "expected"), [(LGL, ["", "state", ""]), (GEOVIRUS, ["country"])])
def test_both_formats_are_read(source: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "set.xml").write_text(source, "utf-8")
    (text,) = read(tmp_path / "set.xml")
    assert [g.area for g in text.toponyms] == expected
    assert all(text.text[g.start : g.end] == g.phrase for g in text.toponyms)


def test_figures_count_what_is_found_and_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "set.xml").write_text(LGL, "utf-8")
    assert main([str(tmp_path / "set.xml"), "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)[0]["whole"]
    assert (whole["recognition"], whole["near_recognised"], whole["country_recognised"]) == (1.0, 1.0, 1.0)
    assert whole["near_end_to_end"] == 1.0
