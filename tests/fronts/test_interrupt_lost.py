"""A Ctrl-C that falls where no exception can be raised is not lost."""

from __future__ import annotations

import sys

import pytest

from dateline.serve.cli.progress import Telling


class Interrupted:
    """Its end is when Ctrl-C falls: what a finalizer raises goes nowhere."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


def test_an_interrupt_that_was_lost_breaks_off_at_the_next_step() -> None:
    before = sys.unraisablehook
    with Telling(quiet=True) as telling:
        telling.step("annotating", 1, 3)
        _drop(Interrupted())
        with pytest.raises(KeyboardInterrupt):
            telling.step("annotating", 2, 3)
        telling.step("annotating", 3, 3)
    assert telling.last == {"annotating": "annotating 3 of 3"}
    assert sys.unraisablehook is before


def _drop(interrupted: Interrupted) -> None:
    del interrupted
