from __future__ import annotations

import io

from dateline.serve.cli.progress import EVERY, PATIENCE, Telling


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_quick_work_is_not_told() -> None:
    out, clock = io.StringIO(), Hands()
    with Telling(out, clock=clock) as telling:
        for done in range(100):
            clock.now += PATIENCE / 200
            telling.step("annotating", done, 100)
    assert out.getvalue() == ""
    assert telling.last == {"annotating": "annotating 99 of 100"}


def test_piped_a_line_is_told_now_and_then() -> None:
    out, clock = io.StringIO(), Hands()
    telling = Telling(out, clock=clock)
    for done in range(1, 31):
        clock.now += 1
        telling.step("annotating", done, 30)
    lines = out.getvalue().splitlines()
    assert len(lines) == int(30 / EVERY)
    assert lines[0] == "annotating 5 of 30, 1.0 a second, 25 s left"


def test_the_end_may_be_unknown() -> None:
    telling = Telling(io.StringIO(), quiet=True)
    telling.step("reading", 3, None)
    assert telling.last["reading"] == "reading 3"


def test_quiet_says_nothing() -> None:
    out, clock = io.StringIO(), Hands()
    telling = Telling(out, quiet=True, clock=clock)
    clock.now = 100
    telling.step("annotating", 1, 2)
    assert out.getvalue() == ""
