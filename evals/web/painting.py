"""When a headless browser has painted the largest part of a page, and how much it loaded for it."""

from __future__ import annotations

import statistics
import sys
from typing import Any

from evals.web.browser import QUIET, chromium
from evals.web.serving import Served

LARGEST = """() => new Promise(done => {
    let last = 0;
    new PerformanceObserver(list => list.getEntries().forEach(e => { last = e.startTime; }))
        .observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => done(last), 300);
})"""


def largest_paint(server: Served, path: str, times: int) -> float | None:
    """Median milliseconds from the request to the largest paint, each time with nothing kept by the browser; None, and
    a loud word, without a browser."""
    found = chromium()
    if found is None:
        print("NOT MEASURED: no chromium here; name one in DATELINE_CHROMIUM", file=sys.stderr)
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        paints = [_paint(opened, f"http://127.0.0.1:{server.port}{path}") for _ in range(times)]
        opened.close()
    return round(statistics.median(paints))


def _paint(browser: Any, address: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="load", timeout=120_000)
    painted: float = page.evaluate(LARGEST)
    context.close()
    return painted
