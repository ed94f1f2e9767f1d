"""Local news that all tell different things (the LGL collection): how many of them are wrongly put together.

Its articles are of one month and many small towns; a few do tell of one thing, so that no figure reaches 1.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from html import unescape
from pathlib import Path

from dateline.link.stories.affinity import STANDARD
from evals.shared import shared_folder
from evals.stories.bench import Labelled, Measured

ARTICLE = re.compile(
    r'<article docid="(\d+)">.*?<title>(.*?)</title>.*?<dltime>(.*?)</dltime>\s*<text>(.*?)</text>', re.DOTALL
)


def main() -> int:
    """Prints precision, recall and F of each article as a story of its own."""
    score = Measured(read(shared_folder() / "bench" / "places" / "lgl.xml")).score(STANDARD)
    print(json.dumps({"P": round(score.precision, 4), "R": round(score.recall, 4), "F": round(score.f1, 4)}))
    return 0


def read(path: Path) -> list[Labelled]:
    """The articles, each an event of its own."""
    found = ARTICLE.findall(path.read_text("utf-8"))
    return [
        Labelled(name, name, unescape(title), _plain(text), date.fromisoformat(loaded[:10]))
        for name, title, loaded, text in found
    ]


def _plain(text: str) -> str:
    return " ".join(unescape(text.replace("<![CDATA[", "").replace("]]>", "")).split())


if __name__ == "__main__":
    sys.exit(main())
