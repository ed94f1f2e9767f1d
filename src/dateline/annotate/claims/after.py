"""Claims as an annotator makes them, and what is added to them once all of a document are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.annotate.base import ACTORS, Annotator, Document, Layer
from dateline.model.claim import Claim
from dateline.model.provenance import Producer

Rework = Callable[[Document, Sequence[Claim]], Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class After:
    """Claims that `made_by` makes and the `steps` rework, in order; `version` is that of the steps."""

    made_by: Annotator[Claim]
    steps: tuple[Rework, ...]
    version: str

    @property
    def producer(self) -> Producer:
        """Who makes the claims, with the version of the steps."""
        return Producer(self.made_by.producer.name, f"{self.made_by.producer.version}+{self.version}")

    @property
    def needs(self) -> tuple[Layer[Any], ...]:
        """What the claims need, and the parties."""
        return tuple(dict.fromkeys((*self.made_by.needs, ACTORS)))

    @property
    def gives(self) -> Layer[Any]:
        """Claims."""
        return self.made_by.gives

    def annotate(self, documents: Sequence[Document]) -> Sequence[Sequence[Claim]]:
        """The claims of each document, in order."""
        made = self.made_by.annotate(documents)
        return [self._reworked(d, claims) for d, claims in zip(documents, made, strict=True)]

    def _reworked(self, document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
        for step in self.steps:
            claims = step(document, claims)
        return claims
