"""Dossiers of two gold topics: the calendar holds what was planned, and every line is covered on every day."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals.dossier import topic


@pytest.mark.parametrize("name", ["01-ukraine-nato", "03-sudan-war"])
def test_the_calendar_holds_the_plans_and_every_line_is_covered(shared: Path, name: str) -> None:
    found = topic(shared / "cases" / name)
    assert found["missed"] == []
    assert found["bad"] == []
    assert found["plans"] > 3
    assert found["lines"] > 100
