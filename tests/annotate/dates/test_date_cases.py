"""One-line cases: text | day of publication or "-" | expected marks or "none" | what it shows.

An expected mark is `words = days` with days in EDTF ("?" for none), then any of: a granularity, since, until, names,
vague, slip, south, complement, @VALUE. Marks are told in order, joined by " ; "; "\\n" in a text is a line break.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dateline.annotate.dates.annotator import read
from dateline.model.mark import DateMark
from dateline.model.time import Granularity

CASES = Path(__file__).parents[2] / "cases" / "dates"
GRANULARITIES = {g.value for g in Granularity}


@dataclass(frozen=True)
class Case:
    file: str
    text: str
    published: date | None
    wanted: tuple[str, ...]


def cases() -> list[Case]:
    return [_case(f.stem, line) for f in sorted(CASES.glob("*.txt")) for line in _lines(f)]


def _lines(file: Path) -> list[str]:
    return [x for x in file.read_text("utf-8").splitlines() if x.strip() and not x.startswith("#")]


def _case(file: str, line: str) -> Case:
    text, anchor, wanted, _ = (p.strip() for p in line.split(" | "))
    published = None if anchor == "-" else date.fromisoformat(anchor)
    marks = () if wanted == "none" else tuple(w.strip() for w in wanted.split(" ; "))
    return Case(file, text.replace("\\n", "\n"), published, marks)


def told(mark: DateMark, wanted: str) -> str:
    """The mark in the words of the case: what the case asks for, as the mark has it."""
    items = wanted.split(" = ")[1].split()
    return f"{mark.words.exact} = " + " ".join([_item(mark, i) for i in items] + _unasked(mark, items))


def _item(mark: DateMark, item: str) -> str:
    facts = _facts(mark) | {"vague": mark.vague}
    if item in facts:
        return item if facts[item] else f"not {item}"
    if item in ("since", "until"):
        return mark.direction or "no direction"
    if item in GRANULARITIES:
        return mark.granularity.value if mark.granularity else "no granularity"
    if item.startswith("@"):
        return f"@{mark.value}"
    return mark.days.edtf() if mark.days else "?"


def _unasked(mark: DateMark, items: list[str]) -> list[str]:
    return [name for name, is_so in _facts(mark).items() if is_so and name not in items]


def _facts(mark: DateMark) -> dict[str, bool]:
    slip, south = " is told, but " in mark.note, "tells of the south" in mark.note
    return {"names": mark.names, "slip": slip, "south": south, "complement": mark.complement}


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c.file}: {c.text[:60]}")
def test_case(case: Case):
    marks = read(case.text, case.published)
    padded = [*case.wanted, *[" = ?"] * (len(marks) - len(case.wanted))]
    assert [told(m, w) for m, w in zip(marks, padded, strict=False)] == list(case.wanted)


def test_there_are_enough_cases_and_enough_of_them_are_no_dates():
    assert len(cases()) >= 300
    assert sum(c.file == "not_dates" for c in cases()) >= 60
