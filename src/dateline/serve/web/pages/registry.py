"""Every page there is: each module of this folder declares some. A view without one is shown plainly."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from dateline.serve.web import pages
from dateline.serve.web.pages.base import PAGES, Page
from dateline.serve.web.pages.plain import PLAIN


@cache
def _load() -> None:
    for module in sorted(m.name for m in pkgutil.iter_modules(pages.__path__)):
        if module != "registry":
            importlib.import_module(f"dateline.serve.web.pages.{module}")


def page_of(name: str) -> Page:
    """The page of a view."""
    _load()
    return PAGES.get(name, PLAIN)


__all__ = ["Page", "page_of"]
