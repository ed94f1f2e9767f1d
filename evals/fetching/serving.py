"""A server of feeds on loopback in a process of its own: `python -m evals.fetching.serving FEEDS BAD [PAGES]`.

It prints its port and the way of each host as one line of JSON, then serves until its input ends. The servers are those
of the tests; PAGES is a folder of news pages (as for `evals.pages`) that are served behind one feed per 50 pages.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "servers"))

from loopback import Loopback, feed, page
from newsroom import rss, serve

A_FEED = 50  # pages behind one feed


def pages(server: Loopback, folder: Path) -> dict[str, str]:
    """Serves the pages of a folder, each behind an entry that has a summary only."""
    files = sorted(folder.glob("*/*.html.gz"))
    hosts = {}
    for n in range(0, len(files), A_FEED):
        host, entries = f"p{n // A_FEED}", ""
        for k, file in enumerate(files[n : n + A_FEED]):
            server.on(f"/a/{k}", page(gzip.decompress(file.read_bytes()), Content_Type="text/html"), host)
            link = escape(server.url(f"/a/{k}", host))
            entries += f"<item><title>{escape(file.stem)}</title><link>{link}</link><description>x</description></item>"
        server.on("/rss", feed(rss(entries, host)), host)
        hosts[host] = "pages"
    return hosts


def main(argv: list[str]) -> int:
    with Loopback() as server:
        ways = serve(server, int(argv[0]), int(argv[1]))
        if len(argv) > 2:
            ways |= pages(server, Path(argv[2]))
        print(json.dumps({"port": server.port, "ways": ways}), flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
