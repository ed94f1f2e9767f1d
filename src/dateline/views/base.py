"""A view: one question to the desk, declared once; every front is derived from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Generic, NewType, ParamSpec, TypeVar, get_type_hints

from dateline.annotate.chain import Chain
from dateline.settings import Settings
from dateline.store.base import Store

P = ParamSpec("P")
R = TypeVar("R")

Query = NewType("Query", str)  # words of a matter; on the command line they need no quotation marks
AsOf = Annotated[date | None, "Only what was dated up to this day."]
KnownAt = Annotated[datetime | None, "Only what the store held at this time."]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a view may read: the store, the annotators (lazily made) for text that is not stored, today, and the
    settings."""

    store: Store
    chain: Callable[[], Chain]
    today: date
    now: datetime
    settings: Settings = field(default_factory=Settings)


class Answer:
    """What results may tell besides their data; a result that has nothing of the kind need not inherit it.

    `exit_status`: 0 fine, 1 nothing found, 2 some input failed, 4 a contradiction found. `warnings` are sentences for
    the reader. `next` are commands (without the program's name) that lead on from here.
    """

    __slots__ = ()

    @property
    def exit_status(self) -> int:
        """The exit status of a command that ends with this result."""
        return 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader should know before trusting the result."""
        return ()

    @property
    def next(self) -> tuple[str, ...]:
        """Where to go on."""
        return ()


@dataclass(frozen=True, slots=True)
class View(Generic[R]):
    """A declared view. `function` takes a Reading first; its other parameters, with their types and defaults, are the
    parameters of every front: keyword-only ones and those with a default are options, the others (and an optional
    Query or tuple) stand by position. A NewType whose name ends in Text is a whole text, which a command line takes
    from a file. The words in `Annotated[type, "words"]` document one. `sample` is a call that works on the sample
    corpus; tests make it."""

    name: str
    doc: str
    function: Callable[..., R]
    sample: Mapping[str, Any]
    schema: int = 1

    @property
    def result(self) -> type[R]:
        """The type of the result."""
        kind: type[R] = get_type_hints(self.function)["return"]
        return kind

    def __call__(self, reading: Reading, *args: Any, **params: Any) -> R:
        """Calls the function."""
        return self.function(reading, *args, **params)


VIEWS: dict[str, View[Any]] = {}


def view(name: str, *, doc: str, sample: Mapping[str, Any], schema: int = 1) -> Callable[[Callable[..., R]], View[R]]:
    """Declares a function as a view under a dotted name."""

    def declare(function: Callable[..., R]) -> View[R]:
        declared: View[R] = View(name, doc, function, sample, schema)
        VIEWS[name] = declared
        return declared

    return declare
