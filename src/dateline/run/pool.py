"""Annotation shared out over processes: by article, in batches, the results in the order given."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from typing import Any

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import BATCH, Chain
from dateline.annotate.standard import standard_chain
from dateline.model.actor import OwnName
from dateline.model.claim import Claim
from dateline.store.codec import decode, decode_marks, encode, kind_of

Packed = dict[str, tuple[str, bytes]]  # layers as the store writes them: read ten times as fast as pickled ones
SHARE = 8  # documents handed to a process at once: few enough that all end at about the same time
AHEAD = 2  # batches per process that wait or are done: keeps processes busy, bounds memory


def annotated(
    documents: Iterable[Document], chain: Chain, model: str, processes: int, own: tuple[OwnName, ...] = ()
) -> Iterator[Document]:
    """Each document with the layers that are kept, in order; with one process here, else in that many others, which
    make the standard chain of `model` and the desk's `own` names of parties."""
    if processes <= 1:
        for part in _batches(documents, BATCH):
            yield from (_kept(chain, d) for d in chain.run(part))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context) as pool:
        waiting: list[tuple[list[Document], Future[list[Packed]]]] = []
        for part in _batches(documents, SHARE):
            waiting.append((part, pool.submit(_annotate, model, own, part)))
            if len(waiting) >= AHEAD * processes:
                yield from _received(*waiting.pop(0))
        for several, future in waiting:
            yield from _received(several, future)


def _received(part: Sequence[Document], future: Future[list[Packed]]) -> Iterator[Document]:
    """The documents with the layers that a process made of them."""
    for document, packed in zip(part, future.result(), strict=True):
        document.layers = {name: _unpacked(kind, body) for name, (kind, body) in packed.items()}
        yield document


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    rest = iter(documents)
    while part := list(islice(rest, size)):
        yield part


@cache
def _chain(model: str, own: tuple[OwnName, ...]) -> Chain:
    return standard_chain(model, own)


def _annotate(model: str, own: tuple[OwnName, ...], documents: Sequence[Document]) -> list[Packed]:
    chain = _chain(model, own)
    made = (_kept(chain, d).layers for d in chain.run(documents))
    return [{name: (_kind(name, marks), encode(marks)) for name, marks in layers.items()} for layers in made]


def _kind(layer: str, marks: Sequence[Any]) -> str:
    return CLAIMS.name if layer == CLAIMS.name else kind_of(layer, marks)


def _unpacked(kind: str, body: bytes) -> tuple[Any, ...]:
    return tuple(decode(list[Claim], body)) if kind == CLAIMS.name else decode_marks(kind, body)


def _kept(chain: Chain, document: Document) -> Document:
    """The document without layers that are not stored, such as parses: they are large and need not travel."""
    names = {a.gives.name for a in chain.annotators if a.gives.kept}
    document.layers = {name: marks for name, marks in document.layers.items() if name in names}
    return document
