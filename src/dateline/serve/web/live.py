"""What arrives while a page is read, as server-sent events: counts and progress, never the page itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from dateline.serve.envelope import as_json
from dateline.serve.web.caching import Version
from dateline.serve.web.site import Site

EVERY = 1.0  # seconds between two looks at the store
REST = 3.0  # seconds between two counts: they cost something in a large store
BEAT = 15.0  # seconds after which a comment keeps the line open
MOST = 64  # readers who listen at a time
COUNTED = ("articles", "revisions", "decisions")  # what arrives


class Live:
    """Tells everybody who listens; one look at the store serves all."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._listening = 0
        self._task: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()
        self._latest: dict[str, object] = {}
        self._ended = False

    @property
    def full(self) -> bool:
        """Whether nobody more can listen."""
        return self._listening >= MOST

    def stream(self) -> StreamingResponse:
        """The answer to one who listens."""
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._told(), media_type="text/event-stream", headers=headers)

    async def end(self) -> None:
        """Sends everybody home."""
        self._ended = True
        async with self._changed:
            self._changed.notify_all()
        if self._task:
            self._task.cancel()

    async def _told(self) -> AsyncIterator[str]:
        self._listening += 1
        self._task = self._task or asyncio.create_task(self._watch())
        last: dict[str, object] = {}
        try:
            yield "retry: 3000\n\n"
            while not self._ended:
                if self._latest != last:
                    last = self._latest
                    yield f"event: desk\ndata: {_line(last)}\n\n"
                if not await self._something():
                    yield ": still here\n\n"
        finally:
            self._listening -= 1

    async def _something(self) -> bool:
        """Waits for news; False if none came for a while."""
        try:
            async with self._changed:
                await asyncio.wait_for(self._changed.wait(), BEAT)
        except TimeoutError:
            return False
        return True

    async def _watch(self) -> None:
        seen: Version | None = None
        counted = -REST
        while not self._ended:
            version = await self._site.version()
            told = dict(self._latest)
            if version != seen and time.monotonic() - counted > REST:
                seen, counted = version, time.monotonic()
                told |= await self._site.desks.read(lambda desk: _counts(desk.store.counts(*COUNTED)))
            progress = self._site.desks.progress
            going = self._site.tasks.going_on
            told["work"] = f"{going[0].job}: {progress.task} {progress.done} of {progress.total}" if going else ""
            if told != self._latest:
                self._latest = told
                async with self._changed:
                    self._changed.notify_all()
            await asyncio.sleep(EVERY)


def _counts(counts: object) -> dict[str, object]:
    held = dict(counts)  # type: ignore[call-overload]
    return {name: held[name] for name in COUNTED if name in held}


def _line(told: object) -> str:
    return " ".join(as_json(told).split())
