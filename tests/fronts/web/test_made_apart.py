"""Dear pages are made in a process of their own; without one, whoever asks makes them."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from dateline.errors import NothingFound
from dateline.serve.web.apart import Apart


def made(asked: str) -> tuple[str, int]:
    if asked == "nothing":
        raise NothingFound("no such thing", what=asked, do="ask for another")
    if asked == "the end":
        os.kill(os.getpid(), signal.SIGKILL)
    return asked.upper(), os.getpid()


def test_another_process_makes_them_and_hands_on_what_went_wrong() -> None:
    apart = Apart(made)
    try:
        told, process = asyncio.run(apart.ask("this")) or ("", 0)
        assert told == "THIS"
        assert process not in (0, os.getpid())
        with pytest.raises(NothingFound, match="no such thing"):
            asyncio.run(apart.ask("nothing"))
        assert asyncio.run(apart.ask("that")) == ("THAT", process)
    finally:
        apart.end()


def test_once_the_process_has_ended_nothing_is_made_there() -> None:
    apart = Apart(made)
    try:
        assert asyncio.run(apart.ask("the end")) is None
        assert asyncio.run(apart.ask("this")) is None
    finally:
        apart.end()


def test_one_that_was_ended_makes_nothing() -> None:
    apart = Apart(made)
    apart.end()
    assert asyncio.run(apart.ask("this")) is None
