"""Every page in the real browser: nothing wrong in the console, nothing asked of others, accessible, and never wider
than the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from desk_server import Running
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Tab = Callable[..., Page]


def story_of(site: Running, words: str = "NATO") -> str:
    found: str = site.ask(f"/stories.json?query={words}").data["data"]["stories"][0]["story"]
    return found


def things(site: Running) -> dict[str, str]:
    """A page of each kind of thing, by name."""
    found = site.ask("/disagreements.json?query=Ukraine+NATO").data["data"]["disagreements"][0]
    evidence = found["sides"][0]["evidence"][0]
    other = found["sides"][1]["evidence"][0]
    return {
        "story": f"/story/{story_of(site)}",
        "article": f"/show/{evidence['article']}?why=1",
        "claim": f"/show/{evidence['claim']}?why=1",
        "event": f"/show/{found['event']}?why=1",
        "relation": f"/show/{found['relations'][0]}?why=1",
        "compare": f"/compare?articles={evidence['article']}&articles={other['article']}",
    }


PAGES = {
    "glance": "/",
    "glance-region": "/?region=europe&since=36500d",
    "glance-empty": "/?since=1d&as_of=1999-01-01",
    "stories": "/stories",
    "chronology": "/chronology?query=Ukraine+NATO",
    "chronology-year": "/chronology?query=Ukraine+NATO&from=2022-01-01&to=2022-12-31",
    "state": "/state?query=Ukraine+NATO&as_of=2022-10-02",
    "positions": "/positions?query=Ukraine+NATO",
    "timeline": "/timeline?query=Ukraine+NATO&dates=8",
    "changes": "/dossier/changes/ukraine-and-nato?since=2020-01-01",
    "failures": "/feeds/failures",
    "disagreements": "/disagreements",
    "dossiers": "/dossier",
    "dossier": "/dossier/ukraine-and-nato",
    "search": "/search?query=constitution+Ukraine",
    "search-empty": "/search",
    "search-nothing": "/search?query=zzyzx",
    "check-empty": "/check",
    "coverage": "/coverage",
    "outlets": "/outlets",
    "feeds": "/feeds",
    "decisions": "/decisions",
    "shelf": "/shelf",
    "actor": "/actors/NATO",
    "place": "/places/Kyiv",
    "status": "/status",
    "work": "/work",
    "help": "/help",
}
NAMES = [*PAGES, "story", "article", "claim", "event", "relation", "compare"]


def path_of(site: Running, name: str) -> str:
    return PAGES.get(name) or things(site)[name]


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    """What axe finds wrong on the page."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than the screen."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_accessible_and_whole_in_light_dark_and_on_a_phone(site: Running, tab: Tab, name: str) -> None:
    page = tab(site, path_of(site, name), color_scheme="light")
    assert page.locator("h1").count() == 1
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, ["color-contrast"]) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert overflow(page) <= 0


def test_an_error_is_a_page_too(site: Running, tab: Tab) -> None:
    page = tab(site, "/show/article-000000", expect_wrong=True)
    assert violations(page) == [] and page.locator("h1").inner_text() == "Nothing found"


def test_a_phone_gives_fingers_room(site: Running, tab: Tab) -> None:
    page = tab(site, "/", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    sizes = page.eval_on_selector_all(
        ".nav a, .lands a, .find input, .find button, .asof button",
        "all => all.map(e => e.getBoundingClientRect().height)",
    )
    assert sizes and min(sizes) >= 44


def test_paper_carries_the_notes_and_no_controls(site: Running, tab: Tab) -> None:
    page = tab(site, "/dossier/ukraine-and-nato")
    page.emulate_media(media="print")
    notes = page.locator("main .note")
    shown = notes.evaluate_all("all => all.filter(e => e.getBoundingClientRect().height > 0).length")
    assert shown == notes.count() > 10
    assert not page.locator(".nav, .find, .matter").first.is_visible()
    assert len(page.pdf(format="A4")) > 20_000


def test_words_from_right_to_left_run_that_way(site: Running, tab: Tab) -> None:
    from dateline.serve.web.rendering import lang

    assert str(lang("fa-IR")) == ' lang="fa-IR" dir="rtl"' and 'dir="auto"' in str(lang("fr"))


def test_nothing_moves_for_those_who_want_it_so(site: Running, tab: Tab) -> None:
    page = tab(site, "/", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_front_page_fits_a_screen_with_a_dozen_stories(site: Running, tab: Tab) -> None:
    page = tab(site, "/")
    heads = page.locator(".item h2, .item h3").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().top < innerHeight).length"
    )
    assert heads >= 10
    assert page.locator("a.land").count() == 6 == page.locator(".lands a").count()
    assert page.locator(".region").count() == 6
