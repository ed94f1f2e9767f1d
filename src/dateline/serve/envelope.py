"""The one shape of every answer and of every error, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from dateline.errors import DatelineError
from dateline.serve.parameters import Declared


def envelope(declared: Declared, params: Mapping[str, Any], data: Any) -> dict[str, Any]:
    """{"view", "schema", "params", "data", "warnings", "next"}; a job stands under "view" too."""
    return {
        "view": declared.name,
        "schema": declared.schema,
        "params": {name: value for name, value in params.items() if value is not None},
        "data": data,
        "warnings": list(getattr(data, "warnings", ())),
        "next": list(getattr(data, "next", ())),
    }


def failure(error: DatelineError) -> dict[str, Any]:
    """{"error": {"kind", "message", "what", "do"}}."""
    return {"error": {"kind": error.kind, "message": error.message, "what": error.what, "do": error.do}}


def as_json(thing: Any) -> str:
    """The thing as JSON, indented by two, keys in the order of declaration."""
    return msgspec.json.format(msgspec.json.encode(thing, enc_hook=_encode), indent=2).decode()


def _encode(value: Any) -> Any:
    """What msgspec does not know: mappings of other types as dicts, all else (paths) as text."""
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)
