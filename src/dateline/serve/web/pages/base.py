"""A page: how the answer of one view is shown, declared once beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk import Desk

Parameters = dict[str, Any]
Own = Mapping[str, Sequence[str]]
Context = Callable[[Desk, Any, Parameters, Own], dict[str, Any]]


def plainly(desk: Desk, name: str, parameters: Parameters) -> Any:
    """Asks the view as it was asked for."""
    return desk.view(name, **parameters)


@dataclass(frozen=True, slots=True)
class Page:
    """How a view is shown: its template and title.

    `context` makes what the template needs besides the answer; `ask` may ask the view otherwise than it was asked for;
    `beside` are names in the address that only the page takes (given to `context`, with the `user` who asks); `form` is
    the template for a page that was opened without the words that it needs.
    """

    template: str
    title: str = ""
    context: Context | None = None
    ask: Callable[[Desk, str, Parameters], Any] = plainly
    beside: tuple[str, ...] = ()
    form: str = ""


PAGES: dict[str, Page] = {}


def page(name: str, made: Page) -> None:
    """Declares the page of a view."""
    PAGES[name] = made
