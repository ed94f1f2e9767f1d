"""Annotation shared out over processes: by article, in batches, the results in the order given."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice

from dateline.annotate.base import Document
from dateline.annotate.chain import BATCH, Chain
from dateline.annotate.standard import standard_chain
from dateline.model.actor import OwnName

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
        waiting: list[Future[list[Document]]] = []
        for part in _batches(documents, SHARE):
            waiting.append(pool.submit(_annotate, model, own, part))
            if len(waiting) >= AHEAD * processes:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    rest = iter(documents)
    while part := list(islice(rest, size)):
        yield part


@cache
def _chain(model: str, own: tuple[OwnName, ...]) -> Chain:
    return standard_chain(model, own)


def _annotate(model: str, own: tuple[OwnName, ...], documents: Sequence[Document]) -> list[Document]:
    chain = _chain(model, own)
    return [_kept(chain, d) for d in chain.run(documents)]


def _kept(chain: Chain, document: Document) -> Document:
    """The document without layers that are not stored, such as parses: they are large and need not travel."""
    names = {a.gives.name for a in chain.annotators if a.gives.kept}
    document.layers = {name: marks for name, marks in document.layers.items() if name in names}
    return document
