"""Offices on the day: cases of our own, each a person, an office and a day on which they did or did not hold it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.annotate.actors.offices import Held, office_on

CASES = Path(__file__).with_name("offices.tsv")


def office_figures() -> dict[str, float]:
    """How many cases are answered right, wrong, or not at all."""
    answers = [(wanted, office_on(name, title, date.fromisoformat(day))) for name, title, day, wanted in _rows()]
    right = sum(answer.value == wanted for wanted, answer in answers)
    unknown = sum(answer is Held.UNKNOWN for _, answer in answers)
    return {"cases": len(answers), "right": right, "unknown": unknown, "wrong": len(answers) - right - unknown}


def _rows() -> list[tuple[str, str, str, str]]:
    rows = []
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, title, day, wanted = line.split("\t")
            rows.append((name, title, day, wanted))
    return rows
