"""Any answer: its fields, for views that have no page of their own."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.desk import Desk
from dateline.serve.web.pages.base import Own, Page, Parameters


def _fields(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return {"fields": msgspec.to_builtins(result, str_keys=True, enc_hook=str)}


PLAIN = Page("plain.html", context=_fields, form="ask.html")
