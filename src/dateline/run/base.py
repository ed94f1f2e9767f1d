"""A job: something that changes what the desk holds, declared once; every front is derived from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints

from dateline.run.working import Working

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Job(Generic[P, R]):
    """A declared job. `function` takes a Working first; its other parameters are those of every front.

    `sample` shows a call by its parameters' names; an id in it stands for any of its kind.
    """

    name: str
    doc: str
    function: Callable[Concatenate[Working, P], R]
    sample: Mapping[str, Any]
    schema: int = 1

    @property
    def result(self) -> type[R]:
        """The type of the outcome."""
        kind: type[R] = get_type_hints(self.function)["return"]
        return kind

    def __call__(self, working: Working, *args: P.args, **kwargs: P.kwargs) -> R:
        """Does it."""
        return self.function(working, *args, **kwargs)


JOBS: dict[str, Job[..., Any]] = {}


def job(
    name: str, *, doc: str, sample: Mapping[str, Any], schema: int = 1
) -> Callable[[Callable[Concatenate[Working, P], R]], Job[P, R]]:
    """Declares a function as a job under a dotted name."""

    def declare(function: Callable[Concatenate[Working, P], R]) -> Job[P, R]:
        declared: Job[P, R] = Job(name, doc, function, sample, schema)
        JOBS[name] = declared
        return declared

    return declare
