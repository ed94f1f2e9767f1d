"""Every view there is; importing this module declares them: each module of this folder is one, or serves one."""

from __future__ import annotations

import importlib
import pkgutil

from dateline import views
from dateline.views.base import VIEWS, View

__all__ = ["VIEWS", "View"]

for _module in sorted(m.name for m in pkgutil.iter_modules(views.__path__)):
    if _module != "every":
        importlib.import_module(f"dateline.views.{_module}")
