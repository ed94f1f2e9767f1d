"""Fills a store: `store_writer.py FILE COUNT` puts COUNT articles with their marks and links.

Each article is one transaction of several puts; what is there already is left as it is. Prints each one that is done.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from store_records import annotate, at, claim, event, link, made, marks

from dateline.store.base import Store
from dateline.store.open import open_store

CLAIMS = 4  # of each article


def fill(file: Path, count: int, *, tell: Callable[[int], object] = lambda _: None) -> None:
    """Puts the articles that are not there yet, and tells of each."""
    store = open_store(file)
    for number in range(count):
        if put_whole(store, number):
            tell(number)
    store.close()


def put_whole(store: Store, number: int) -> bool:
    """Puts one article with all that belongs to it; False if it is there."""
    text = f"Parliament of district {number} voted on Tuesday. " * 12
    item = made(f"page-{number}", text, content=text.encode())
    if store.articles.get(item.id):
        return False
    with store.transaction():
        store.articles.put(item.outlet, item.article, item.revision, item.capture, at(number))
        claims = annotate(store, item, [claim(item, 9 * k) for k in range(CLAIMS)], **marks(text))
        store.claims.put_keys({c.id: [f"key-{k}", "all"] for k, c in enumerate(claims)})
        link(store, seen=[c.id for c in claims], events=[event(*claims)], minutes=number)
    return True


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), tell=partial(print, flush=True))
