"""What an annotator is: a named, versioned function from texts to one layer of marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from dateline.model.article import Article, Revision
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, DatelineMark, DateMark, PlaceMark, PresenceMark, QuoteMark
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer
from dateline.model.text import Block, Sentence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """The name of one layer of a document, typed by what stands in it; `kept` layers go to the store."""

    name: str
    kept: bool = True


BLOCKS: Layer[Block] = Layer("blocks")
SENTENCES: Layer[Sentence] = Layer("sentences")
DATELINES: Layer[DatelineMark] = Layer("datelines")
DATES: Layer[DateMark] = Layer("dates")
ACTORS: Layer[ActorMark] = Layer("actors")
PLACES: Layer[PlaceMark] = Layer("places")
QUOTES: Layer[QuoteMark] = Layer("quotes")
PRESENCE: Layer[PresenceMark] = Layer("presence")
CLAIMS: Layer[Claim] = Layer("claims")
PARSES: Layer[Any] = Layer("parses", kept=False)  # one spaCy Doc per sentence, in the order of SENTENCES


@dataclass(slots=True)
class Document:
    """One revision on its way through the chain: what is known of it, and the layers made so far."""

    outlet: Outlet
    article: Article
    revision: Revision
    layers: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text that all spans point into."""
        return self.revision.text

    def __getitem__(self, layer: Layer[T]) -> tuple[T, ...]:
        """The marks of a layer; KeyError if no annotator has made it yet."""
        return cast("tuple[T, ...]", self.layers[layer.name])

    def put(self, layer: Layer[T], marks: Iterable[T]) -> None:
        """Sets a layer."""
        self.layers[layer.name] = tuple(marks)


class Annotator(Protocol[T_co]):
    """Makes one layer from others. `needs` are read, `gives` is made; a new `producer.version` makes old marks stale.

    `annotate` takes documents that have all layers in `needs` and returns, for each in order, the marks of `gives`. It
    never changes a document, reads no clock, opens no file but its own data, and depends on nothing else.
    """

    @property
    def producer(self) -> Producer:
        """Who makes the marks."""
        ...

    @property
    def needs(self) -> tuple[Layer[Any], ...]:
        """The layers that are read."""
        ...

    @property
    def gives(self) -> Layer[Any]:
        """The layer that is made."""
        ...

    def annotate(self, documents: Sequence[Document]) -> Sequence[Sequence[T_co]]:
        """The marks of `gives` for each document, in order."""
        ...


@dataclass(frozen=True, slots=True)
class PerDocument(Generic[T]):
    """An annotator made of a function of one document."""

    producer: Producer
    needs: tuple[Layer[Any], ...]
    gives: Layer[T]
    function: Callable[[Document], Sequence[T]]

    def annotate(self, documents: Sequence[Document]) -> Sequence[Sequence[T]]:
        """The function on each document."""
        return [self.function(d) for d in documents]
