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


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


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


def test_what_nobody_waits_for_is_made_when_nobody_waits() -> None:
    asyncio.run(_somebody_waits())


async def _somebody_waits() -> None:
    clock = Clock()
    cache, maker = Cache(clock), Maker()
    await filled(cache, maker, "a")
    clock.now = 8
    waiting = asyncio.ensure_future(cache.get(("b",), AFTER, maker))
    await turns()
    assert (await cache.get(("a",), AFTER, maker)).body == b"1"
    assert maker.begun == 2
    clock.now = 12
    await cache.get(("a",), AFTER, maker)
    await turns()
    assert maker.begun == 3  # who asks for it has been told long enough what is no longer so
    maker.may.set()
    await waiting
    await turns()


def test_nothing_lags_more_than_a_minute() -> None:
    asyncio.run(_old_answers())


async def _old_answers() -> None:
    clock = Clock()
    cache, maker = Cache(clock), Maker()
    await filled(cache, maker, "ab")
    clock.now = 300
    assert (await cache.get(("a",), BEFORE, maker)).body == b"1"
    clock.now = 355
    maker.may.set()
    assert (await cache.get(("a",), AFTER, maker)).body == b"1"  # it was true 55 seconds ago
    assert (await cache.get(("b",), AFTER, maker)).body == b"4"  # nobody knows since when it is not: all wait for it
    await asyncio.sleep(0)
    assert (await cache.get(("a",), AFTER, maker)).body == b"3"


def test_a_mark_of_a_reader_forgets_the_pages_that_show_the_thing() -> None:
    asyncio.run(_marked())


async def _marked() -> None:
    bodies = {
        "/": b'<article class="item" data-thing="story-1"><article data-thing="article-2">',
        "/story/2": b'<input type="hidden" name="things" value="story-2">',
        "/shelf": b"nothing is starred",
    }
    begun: list[str] = []

    async def get(path: str) -> bytes:
        async def make() -> Made:
            begun.append(path)
            return Made(bodies[path], b"", "", "")

        return (await cache.get(("ada", path), BEFORE, make)).body

    cache = Cache(Clock())
    for path in (*bodies, *bodies):
        await get(path)
    cache.forget(["article-2"])
    for path in bodies:
        await get(path)
    assert begun == [*bodies, "/", "/shelf"]


def test_what_is_made_while_something_is_marked_is_not_kept() -> None:
    asyncio.run(_marked_meanwhile())


async def _marked_meanwhile() -> None:
    cache, maker = Cache(Clock()), Maker()
    waiting = asyncio.create_task(cache.get(("a",), BEFORE, maker))
    for _ in range(3):
        await asyncio.sleep(0)
    cache.forget(["story-1"])
    maker.may.set()
    assert (await waiting).body == b"1"
    assert (await cache.get(("a",), BEFORE, maker)).body == b"2"


def test_after_an_own_change_everybody_waits_for_the_new_answer() -> None:
    asyncio.run(_own_change())


async def _own_change() -> None:
    cache, maker = Cache(Clock()), Maker()
    await filled(cache, maker, "a")
    maker.may.set()
    assert (await cache.get(("a",), OWN, maker)).body == b"2"


def test_a_page_that_comes_out_the_same_is_made_anew_less_often_up_to_half_a_minute() -> None:
    asyncio.run(_the_same())


async def _the_same() -> None:
    clock = Clock()
    cache = Cache(clock)
    made: list[float] = []
    held = [b"<header>1</header><main>A vote</main>"]

    async def make() -> Made:
        made.append(clock.now)
        return Made(held[0], b"", "", "")

    async def ask(seconds: range) -> list[float]:
        made.clear()
        for clock.now in seconds:
            held[0] = held[0].replace(b"r>1", b"r>2")  # the frame counts what arrives
            await cache.get(("a",), Version(0, 1, int(clock.now)), make)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        return list(made)

    assert await ask(range(100)) == [0, 3, 8, 17, 34, 65, 96]
    held[0] = b"<main>A vote is off</main>"
    assert await ask(range(100, 140)) == [127, 130, 135]


def test_what_takes_long_to_make_may_lag_longer() -> None:
    asyncio.run(_slow())


async def _slow() -> None:
    clock = Clock()
    cache, begun = Cache(clock), list[float]()

    async def make() -> Made:
        begun.append(clock.now)
        clock.now += 70  # on a machine that is busy with other things
        return Made(b"a dossier", b"", "", "")

    await cache.get(("a",), BEFORE, make)
    assert (await cache.get(("a",), AFTER, make)).body == b"a dossier"
    assert begun == [0]
    clock.now = 701
    await cache.get(("a",), AFTER, make)
    assert begun == [0, 701]
