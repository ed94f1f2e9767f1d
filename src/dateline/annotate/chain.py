"""Orders annotators by what they need and give; a broken chain fails at start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.annotate.base import Annotator, Document
from dateline.errors import ChainError
from dateline.model.provenance import Producer

BATCH = 16  # documents that pass the chain together: enough for the parser's batching, little memory


@dataclass(frozen=True, slots=True)
class Chain:
    """Annotators in an order in which each finds what it needs."""

    annotators: tuple[Annotator[Any], ...]

    @property
    def producers(self) -> tuple[Producer, ...]:
        """Who makes the layers, in order; a change in any makes stored marks stale."""
        return tuple(a.producer for a in self.annotators)

    def run(self, documents: Sequence[Document]) -> Iterator[Document]:
        """Yields each document with all its layers, in order, BATCH at a time."""
        for at in range(0, len(documents), BATCH):
            batch = documents[at : at + BATCH]
            for annotator in self.annotators:
                for document, marks in zip(batch, annotator.annotate(batch), strict=True):
                    document.put(annotator.gives, marks)
            yield from batch


def chain(annotators: Sequence[Annotator[Any]]) -> Chain:
    """The annotators in an order that serves all needs; the given order decides where it is free.

    Raises ChainError if two give the same layer, a layer is needed that nobody gives, or needs go in a circle.
    """
    gives: dict[str, Annotator[Any]] = {}
    for a in annotators:
        if a.gives.name in gives:
            raise ChainError(
                f"'{a.gives.name}' is given twice, by {gives[a.gives.name].producer} and {a.producer}",
                do="leave one of them out",
            )
        gives[a.gives.name] = a
    for a in annotators:
        for layer in a.needs:
            if layer.name not in gives:
                raise ChainError(
                    f"{a.producer} needs '{layer.name}', which no annotator gives", do="add one that gives it"
                )
    return Chain(tuple(_ordered(annotators)))


def _ordered(annotators: Sequence[Annotator[Any]]) -> Iterator[Annotator[Any]]:
    waiting, made = list(annotators), set[str]()
    while waiting:
        ready = next((a for a in waiting if all(n.name in made for n in a.needs)), None)
        if ready is None:
            names = ", ".join(str(a.producer) for a in waiting)
            raise ChainError(f"these annotators wait for one another: {names}", do="break the circle in their needs")
        waiting.remove(ready)
        made.add(ready.gives.name)
        yield ready
