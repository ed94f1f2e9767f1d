from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from desk_server import Running, serving
from evals.web.browser import QUIET, chromium

from dateline.desk import open_desk

PATIENCE = 30_000  # milliseconds: a busy machine takes its time, and who waits for something stops when it is there
expect.set_options(timeout=PATIENCE)
NOON = datetime(2025, 9, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample_store(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a part of the sample corpus: all of Ukraine's, and every fourth of the others."""
    folder = tmp_path_factory.mktemp("web") / "articles"
    folder.mkdir()
    shutil.copy(root / "sample" / "outlets.toml", folder.parent)
    every = sorted((root / "sample" / "articles").iterdir())
    for n, path in enumerate(every):
        if n % 4 == 0 or any(word in path.name for word in ("nato", "ukrain", "rada", "long-road", "bid-stands")):
            shutil.copy(path, folder)
    store = folder.parent / "sample.sqlite"
    with open_desk(store, now=lambda: NOON) as desk:
        desk.add([folder])
        desk.job("dossier.new", name="Ukraine and NATO", query="Ukraine NATO")
    return store


@pytest.fixture
def copied(sample_store: Path, tmp_path: Path) -> Path:
    """The same in a file of its own, to be written to."""
    return Path(shutil.copy(sample_store, tmp_path / "own.sqlite"))


@pytest.fixture(scope="session")
def site(sample_store: Path) -> Iterator[Running]:
    """A server on the sample; nothing that it holds is changed but what was read."""
    with serving(sample_store, now=lambda: NOON) as running:
        yield running


@pytest.fixture
def own_site(copied: Path) -> Iterator[Running]:
    """A server on a copy of the sample."""
    with serving(copied, now=lambda: NOON) as running:
        yield running


@pytest.fixture(scope="module")  # a driver that stays open would keep its event loop running under all later tests
def browser() -> Iterator[Browser]:
    """The system's chromium, which asks nobody for anything; without one the tests skip, and fail under CI=true."""
    found = chromium()
    if found is None:
        told = "no chromium on this machine: apt-get install chromium, or name one in DATELINE_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


class Watched:
    """A browser's tab that tells what went wrong in it: console errors, exceptions, requests to other hosts."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(f"console: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda e: self.wrong.append(f"exception: {e}"))
        page.on("request", lambda r: self.wrong.append(f"asks {r.url}") if not r.url.startswith(root) else None)
        page.on("dialog", lambda d: (self.wrong.append(f"dialog: {d.message}"), d.dismiss()))


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens tabs on a server; after the test nothing may have gone wrong in any of them."""
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []

    def opened(running: Running, path: str = "/", expect_wrong: bool = False, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        one = Watched(page, running.root)
        if not expect_wrong:
            watched.append(one)
        page.goto(running.root + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [w for one in watched for w in one.wrong] == []
