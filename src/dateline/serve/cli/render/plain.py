"""Any result: its fields, for views and jobs that bring no renderer of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped


def terminal(result: Any, page: Page) -> None:
    """One line for each field, those of records inside them indented."""
    from rich.text import Text

    for depth, name, value in _fields(msgspec.to_builtins(result, str_keys=True, enc_hook=str), 0):
        page.row("  " * depth, Text.assemble((f"{name}  ", DIM), value))


def markdown(result: Any) -> str:
    """A nested list."""
    rows = _fields(msgspec.to_builtins(result, str_keys=True, enc_hook=str), 0)
    return "\n".join(f"{'  ' * depth}- {escaped(name)}: {escaped(value)}".rstrip() for depth, name, value in rows)


def _fields(value: Any, depth: int) -> Iterator[tuple[int, str, str]]:
    named = value.items() if isinstance(value, dict) else ((str(n), v) for n, v in enumerate(value, 1))
    for name, inner in named:
        if isinstance(inner, dict | list | tuple):
            yield depth, name.replace("_", " "), "" if inner else "none"
            yield from _fields(inner, depth + 1)
        else:
            yield depth, name.replace("_", " "), "" if inner is None else str(inner)
