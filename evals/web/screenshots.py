"""Pictures of every page of the desk at three widths: python -m evals.web.screenshots [FOLDER]."""

from __future__ import annotations

import argparse
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dateline.desk import open_desk
from dateline.serve.web.server import Serving, server, site_for
from dateline.settings import Settings
from evals.web.browser import chromium

WIDTHS = {390: 844, 1280: 900, 1920: 1080}
FLAGS = ("--no-sandbox", "--disable-background-networking", "--force-color-profile=srgb")
PAGES = {
    "glance": "/",
    "region": "/?region=africa",
    "stories": "/stories",
    "chronology": "/chronology?query=Ukraine+NATO",
    "state": "/state?query=Ukraine+NATO&as_of=2022-10-02",
    "positions": "/positions?query=Ukraine+NATO",
    "disagreements": "/disagreements",
    "dossiers": "/dossier",
    "dossier": "/dossier/ukraine-and-nato",
    "search": "/search?query=constitution+Ukraine",
    "check": "/check",
    "coverage": "/coverage",
    "outlets": "/outlets",
    "feeds": "/feeds",
    "judgements": "/decisions",
    "starred": "/shelf",
    "actor": "/actors/NATO",
    "place": "/places/Kyiv",
    "store": "/status",
    "work": "/work",
    "help": "/help",
    "nothing": "/show/article-000000",
}
DRAFT = (
    "The Verkhovna Rada amended the constitution on 7 February 2018. At Vilnius in 2023 the allies dropped the "
    "requirement of an action plan. Hungary vetoed the invitation."
)


def main(argv: list[str]) -> int:
    """Writes NAME-WIDTH.png for every page (and the front page in the dark) into the folder."""
    parser = argparse.ArgumentParser(prog="python -m evals.web.screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--store", type=Path, help="a store that is there already, for quick looks")
    parser.add_argument("--only", default="", help="names of pages, divided by commas")
    parser.add_argument("--whole", action="store_true", help="the page to its end, not the first screen alone")
    options = parser.parse_args(argv)
    browser = chromium()
    if browser is None:
        print("no chromium here: apt-get install chromium, or name one in DATELINE_CHROMIUM", file=sys.stderr)
        return 2
    options.folder.mkdir(parents=True, exist_ok=True)
    only = frozenset(n for n in options.only.split(",") if n)
    with tempfile.TemporaryDirectory() as place:
        store = options.store or Path(place) / "sample.sqlite"
        if options.store is None:
            fill(store)
        with served(store) as root:
            count = picture(root, browser, options.folder, only, options.whole)
    print(f"{count} pictures in {options.folder}")
    return 0


def fill(store: Path) -> None:
    """The sample corpus and one dossier."""
    articles = Path(__file__).resolve().parents[2] / "sample" / "articles"
    with open_desk(store) as desk:
        desk.add([articles])
        desk.job("dossier.new", name="Ukraine and NATO", query="Ukraine NATO")


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a server on the store; it ends with the block."""
    how = Serving(port=free_port())
    running = server(site_for(store, Settings(store=store), how, lambda: datetime.now(UTC)), how)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{how.port}"
    running.should_exit = True
    thread.join(15)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def picture(root: str, browser: str, folder: Path, only: frozenset[str], whole: bool = False) -> int:
    """Takes the pictures, of the first screen or of the whole page; how many."""
    from playwright.sync_api import sync_playwright

    taken = 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
        for scheme in ("light", "dark"):
            for width, height in WIDTHS.items():
                page = opened.new_context(
                    viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
                ).new_page()
                for name, path in pages(root).items():
                    if (only and name not in only) or (scheme == "dark" and name not in ("glance", "dossier")):
                        continue
                    page.goto(root + path, wait_until="load")
                    if name == "check":
                        page.locator("#draft").fill(DRAFT)
                        page.get_by_role("button", name="Check").click()
                        page.wait_for_selector(".verdict")
                    dark = "-dark" if scheme == "dark" else ""
                    page.screenshot(path=folder / f"{name}-{width}{dark}.png", full_page=whole)
                    taken += 1
                page.context.close()
        opened.close()
    return taken


def pages(root: str) -> dict[str, str]:
    """All pages, those of single things by what the desk holds."""
    import json
    from urllib.request import urlopen

    def ask(path: str) -> dict[str, object]:
        with urlopen(root + path) as answer:  # our own server on this machine
            data: dict[str, object] = json.load(answer)["data"]
            return data

    found = ask("/disagreements.json?query=Ukraine+NATO")["disagreements"][0]  # type: ignore[index]
    one, other = (side["evidence"][0] for side in found["sides"][:2])
    story = ask("/stories.json?query=Greece+euro")["stories"][0]["story"]  # type: ignore[index]
    return PAGES | {
        "story": f"/story/{story}",
        "article": f"/show/{one['article']}",
        "claim": f"/show/{one['claim']}?why=1",
        "relation": f"/show/{found['relations'][0]}?why=1",
        "compare": f"/compare?articles={one['article']}&articles={other['article']}",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
