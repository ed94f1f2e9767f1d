"""The options that stand before the command: kept until the command takes them up."""

from __future__ import annotations

import inspect
from typing import Any

import typer

from dateline.serve.cli.commands import everywhere
from dateline.serve.cli.given import Given, merged


def callback(ctx: typer.Context, **values: Any) -> None:
    """Keeps the options for the command that follows."""
    ctx.obj = merged(Given(), values)


_parameters = [inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context), *everywhere()]
callback.__signature__ = inspect.Signature(_parameters)  # type: ignore[attr-defined]
callback.__annotations__ = {p.name: p.annotation for p in _parameters}
callback.__doc__ = None
