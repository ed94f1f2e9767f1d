"""What is made ready when the server begins, so that its first readers wait no longer than others."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from pathlib import Path
from urllib.parse import unquote

import anyio.to_thread

from dateline.desk import Desk
from dateline.serve.web.addresses import address, read_path
from dateline.serve.web.answering import Asked, answer_of
from dateline.serve.web.rendering import environment
from dateline.serve.web.sessions import Session
from dateline.serve.web.site import Site
from dateline.store.ahead import read_ahead

LOG = logging.getLogger("dateline.web")
ALONE = 1.0  # seconds in which who opens the desk at once shares the processor with nobody
REST = 0.001  # seconds between two steps of reading ahead: who asks for a page goes first


def templates() -> None:
    """Reads all templates, which takes a tenth of a second."""
    for name in environment().list_templates():
        environment().get_template(name)


async def warm(site: Site, ready: asyncio.Event) -> None:
    """Has the system read the file ahead, and each reader look at the front page and at what could be asked for next.
    `ready` is set when the first of them has done so. What fails here fails for who asks for it, and is told there."""
    ended = threading.Event()
    ahead = asyncio.create_task(anyio.to_thread.run_sync(_ahead, site.desks.path, ended))
    try:
        head = await site.head()
        await site.desks.read(lambda desk: _look(site, desk, head))
        ready.set()
        await asyncio.sleep(ALONE)
        await site.desks.ready(lambda desk: _look(site, desk, head))
        await ahead
    except Exception:
        LOG.debug("not made ready", exc_info=True)
    finally:
        ended.set()
        ready.set()


def _look(site: Site, desk: Desk, head: object) -> None:
    """Makes the front page, and the pages of a story, an article and a search that it could lead to."""
    latest = desk.store.stories.latest(None, None, 1)
    asked = [address("glance")]
    for story in latest:
        held = desk.store.articles.get(story.articles[-1])
        words = held.revision.headline if held else ""
        asked += [address("story", story.id), address("show", story.articles[-1]), address("search", words or "news")]
    for path in asked:
        answer_of(site, desk, Asked(read_path(unquote(path)), {}, Session("", ""), "", path), head)


def _ahead(path: Path, ended: threading.Event) -> None:
    for _ in read_ahead(path):
        if ended.is_set():
            return
        time.sleep(REST)
