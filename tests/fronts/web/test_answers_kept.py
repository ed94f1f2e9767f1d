from __future__ import annotations

import asyncio

from dateline.serve.web.caching import Cache, Made, Version

BEFORE, AFTER, OWN = Version(0, 1, 1), Version(0, 1, 2), Version(1, 1, 2)


class Maker:
    """Makes numbered answers, each when it is let."""

    def __init__(self) -> None:
        self.begun = 0
        self.may = asyncio.Event()

    async def __call__(self) -> Made:
        self.begun += 1
        number = self.begun
        await self.may.wait()
        return Made(str(number).encode(), b"", "", "")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def filled(cache: Cache, maker: Maker, keys: str) -> None:
    maker.may.set()
    for key in keys:
        await cache.get((key,), BEFORE, maker)
    maker.may.clear()


def test_what_others_changed_is_made_anew_behind_one_at_a_time() -> None:
    asyncio.run(_others_change())


async def _others_change() -> None:
    clock = Clock()
    cache, maker = Cache(clock), Maker()
    await filled(cache, maker, "ab")
    clock.now = 30
    assert [(await cache.get((key,), AFTER, maker)).body for key in "abab"] == [b"1", b"2", b"1", b"2"]
    await asyncio.sleep(0)
    assert maker.begun == 3
    maker.may.set()
    for _ in range(5):
        await asyncio.sleep(0)
    assert (await cache.get(("a",), AFTER, maker)).body == b"3"
    assert (await cache.get(("b",), AFTER, maker)).body == b"2"
    await asyncio.sleep(0)
    assert maker.begun == 4


def test_what_takes_long_to_make_is_given_once_more_when_it_is_old() -> None:
    asyncio.run(_old_answers())


async def _old_answers() -> None:
    clock = Clock()
    cache, maker = Cache(clock), Maker()
    slow = asyncio.create_task(cache.get(("slow",), BEFORE, maker))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    clock.now = 6
    maker.may.set()
    await slow
    await cache.get(("quick",), BEFORE, maker)
    clock.now = 206
    assert (await cache.get(("quick",), AFTER, maker)).body == b"3"
    assert (await cache.get(("slow",), AFTER, maker)).body == b"1"
    for _ in range(5):
        await asyncio.sleep(0)
    assert (await cache.get(("slow",), AFTER, maker)).body == b"4"


def test_after_an_own_change_everybody_waits_for_the_new_answer() -> None:
    asyncio.run(_own_change())


async def _own_change() -> None:
    cache, maker = Cache(Clock()), Maker()
    await filled(cache, maker, "a")
    maker.may.set()
    assert (await cache.get(("a",), OWN, maker)).body == b"2"
