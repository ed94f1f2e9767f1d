"""A view: one question to the desk, declared once; every front is derived from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, ParamSpec, TypeVar

from dateline.annotate.chain import Chain
from dateline.store.base import Store

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a view may read: the store, the annotators (lazily made) for text that is not stored, and today."""

    store: Store
    chain: Callable[[], Chain]
    today: date
    now: datetime


@dataclass(frozen=True, slots=True)
class View(Generic[R]):
    """A declared view. `function` takes a Reading first; its other parameters, with their types and defaults, are the
    parameters of every front. `sample` is a call that works on the sample corpus; tests make it."""

    name: str
    doc: str
    function: Callable[..., R]
    result: Any
    sample: Mapping[str, Any]
    schema: int = 1


VIEWS: dict[str, View[Any]] = {}


def view(name: str, *, doc: str, sample: Mapping[str, Any], schema: int = 1) -> Callable[[Callable[..., R]], View[R]]:
    """Declares a function as a view under a dotted name."""

    def declare(function: Callable[..., R]) -> View[R]:
        declared: View[R] = View(name, doc, function, function.__annotations__["return"], sample, schema)
        VIEWS[name] = declared
        return declared

    return declare
