"""Answers and errors as a person or a program gets them: JSON, Markdown, or a page; notes on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.errors import DatelineError, UsageError
from dateline.serve.cli.given import Given
from dateline.serve.cli.page import DIM, page
from dateline.serve.envelope import as_json, envelope, failure
from dateline.serve.parameters import Declared

RENDERERS = "dateline.serve.cli.render"


def renderer(name: str) -> ModuleType:
    """The module that renders results of a view or job: `render/<name>.py` (dots, hyphens as underscores), or `plain`.

    It has `terminal(result, page)` and `markdown(result) -> str`, and may have `exit_status(result)`.
    """
    wanted = f"{RENDERERS}.{name.replace('.', '_').replace('-', '_')}"
    return import_module(wanted if find_spec(wanted) else f"{RENDERERS}.plain")


def tell(declared: Declared, params: Mapping[str, Any], result: Any, given: Given) -> int:
    """Shows a result; the exit status that it asks for."""
    if given.html:
        write_html(declared, result, given.html)
    if given.json:
        print(as_json(envelope(declared, params, result)))
    elif given.markdown:
        print(renderer(declared.name).markdown(result).rstrip())
    else:
        renderer(declared.name).terminal(result, page(color=not given.no_color))
    if not given.json and not given.quiet:
        _notes(result, given)
    return _exit_status(declared, result)


def write_html(declared: Declared, result: Any, file: Path) -> None:
    """Writes a result as a page of HTML. Raises UsageError if its command has no such form."""
    html = getattr(renderer(declared.name), "html", None)
    if html is None:
        raise UsageError("has no form in HTML", what=declared.name.replace(".", " "), do="--markdown has one of all")
    file.write_text(html(result), "utf-8")


def _exit_status(declared: Declared, result: Any) -> int:
    """What the result asks for itself, else what its renderer reads from it, else 0."""
    if hasattr(result, "exit_status"):
        return int(result.exit_status)
    asked = getattr(renderer(declared.name), "exit_status", None)
    return int(asked(result)) if asked else 0


def _notes(result: Any, given: Given) -> None:
    """Warnings, and on a terminal where to go on."""
    notes = page(sys.stderr, color=not given.no_color)
    for warning in getattr(result, "warnings", ()):
        notes.row("note: ", warning, style=DIM)
    if sys.stdout.isatty() and not given.markdown:
        for command in getattr(result, "next", ()):
            notes.row("  > " if not notes.unicode else "  → ", f"dateline {command}", style=DIM)


def tell_error(error: DatelineError, given: Given) -> int:
    """Shows an error; its exit status."""
    if given.json:
        print(as_json(failure(error)))
        return error.exit_status
    from rich.text import Text

    notes = page(sys.stderr, color=not given.no_color)
    subject = f"{error.what}: " if error.what else ""
    notes.row("dateline: ", Text.assemble((subject, "bold"), error.message))
    if error.do:
        notes.row("          ", error.do)
    return error.exit_status
