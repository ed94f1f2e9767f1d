"""What a front has to know of a declared view or job, read from its function: parameters with types, defaults, docs."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NewType, Protocol, Union, get_args, get_origin, get_type_hints

from dateline.errors import UsageError
from dateline.views.base import Query

USUAL: dict[type[Any], str] = {  # what stands for a parameter that its declaration leaves without words
    date: "A day, written as 2024-02-29.",
    datetime: "A time, written as 2024-02-29T18:30Z, or a day for its end.",
    Path: "A file or folder.",
}
TEXT = "A file of plain text, or - for standard input."
REQUIRED = inspect.Parameter.empty
NAMED = frozenset({"why", "note"})  # a person's reason is always named, so that it is never taken for an id
QUERY = "Words that name the matter, for example its parties."


class Declared(Protocol):
    """What views and jobs have in common."""

    @property
    def name(self) -> str:
        """The dotted name."""
        ...

    @property
    def doc(self) -> str:
        """One sentence."""
        ...

    @property
    def function(self) -> Callable[..., Any]:
        """The function; what it works with comes first."""
        ...

    @property
    def sample(self) -> Mapping[str, Any]:
        """A call that works on the sample corpus."""
        ...

    @property
    def schema(self) -> int:
        """The version of the result's shape."""
        ...


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: `kind` is its type without optional and tuple; `many` for a tuple of them; `words` for a query,
    which stands by position and may be several words; `text` for a whole text, which a command line takes from a file;
    `default` is REQUIRED if it must be given."""

    name: str
    kind: type[Any]
    doc: str
    default: Any
    positional: bool
    many: bool = False
    words: bool = False
    text: bool = False

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.default is REQUIRED

    @property
    def option(self) -> str:
        """Its name as an option."""
        return "--" + self.name.replace("_", "-")


def parameters(declared: Declared) -> tuple[Parameter, ...]:
    """The parameters of a view or job, in order, without what it works with."""
    return _parameters(declared.function)


@cache
def _parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    hints = get_type_hints(function, include_extras=True)
    given = list(inspect.signature(function).parameters.values())[1:]
    return tuple(_parameter(p, hints[p.name]) for p in given)


def result_type(declared: Declared) -> Any:
    """The type of what it returns."""
    return get_type_hints(declared.function)["return"]


def _parameter(given: inspect.Parameter, hint: Any) -> Parameter:
    hint, doc = _documented(hint)
    hint, inner_doc = _documented(_not_optional(hint))
    many = get_origin(hint) is tuple
    hint = get_args(hint)[0] if many else hint
    words = hint is Query
    text = isinstance(hint, NewType) and hint.__name__.endswith("Text")
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    free = given.kind is not inspect.Parameter.KEYWORD_ONLY and given.name not in NAMED
    by_position = free and (given.default is REQUIRED or words or many)
    doc = doc or inner_doc or (QUERY if words else TEXT if text else USUAL.get(hint, ""))
    return Parameter(given.name, hint, doc, given.default, by_position, many, words, text)


def _documented(hint: Any) -> tuple[Any, str]:
    if get_origin(hint) is not Annotated:
        return hint, ""
    inner, *notes = get_args(hint)
    return inner, next((n for n in notes if isinstance(n, str)), "")


def _not_optional(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(a for a in get_args(hint) if a is not type(None))
    return hint


def read_day(typed: str) -> date:
    """A day as typed; raises UsageError for anything else."""
    try:
        return date.fromisoformat(typed)
    except ValueError as e:
        raise UsageError("not a day", what=typed, do="write it as 2024-02-29") from e


def read_moment(typed: str) -> datetime:
    """A time as typed, aware: UTC if no zone is given, a day alone means its end. Raises UsageError for others."""
    try:
        if len(typed) == 10:
            return datetime.combine(date.fromisoformat(typed), time.max, UTC)
        moment = datetime.fromisoformat(typed)
    except ValueError as e:
        raise UsageError("not a time", what=typed, do="write it as 2024-02-29T18:30+01:00 or 2024-02-29") from e
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def metavar(parameter: Parameter) -> str:
    """What stands for a value in help: DAY, TIME, FILE, the choices, or the parameter's own name."""
    kind = parameter.kind
    if issubclass(kind, StrEnum):
        return "|".join(kind)
    named: dict[type[Any], str] = {datetime: "TIME", date: "DAY", Path: "FILE", int: "N"}
    word = named.get(kind, parameter.name.upper().removesuffix("S") if parameter.many else parameter.name.upper())
    return word.replace("_", "-")
