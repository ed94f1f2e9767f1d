"""Bulk imports: archives, dumps and folders in steps that are kept whole, so that one that was broken off goes on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from dateline.errors import InputError
from dateline.ingest import clean
from dateline.ingest.base import Given, Refusal
from dateline.ingest.bulk import Bulk, Step, bulk, steps
from dateline.ingest.decide import Change
from dateline.model.bulk import Import, Refused
from dateline.run.adding import catch_up, take
from dateline.run.annotating import Marked
from dateline.run.base import job
from dateline.run.linking import Linking
from dateline.run.listed import import_listed
from dateline.run.room import make_room
from dateline.run.working import Working

BATCH = 2000  # documents of one transaction: a page of an index that many of them touch is then written once
HEAVY = 32_000_000  # bytes of one transaction
OFTEN = 5.0  # seconds of reading after which what was read is kept
NOTHING_MARKED = Marked(0, 0, Linking(0, 0, 0))
MOST = 1000  # refusals that are told of


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of imports: how far each is with its counts, documents a second of this call, the first 1,000 of what
    could not be taken, and what was marked. `resumed` names those that went on where they were broken off, `held` those
    that had been read whole before and were passed over."""

    imports: tuple[Import, ...]
    resumed: tuple[str, ...]
    held: tuple[str, ...]
    documents: int
    per_second: float
    refused: tuple[Refused, ...]
    annotated: Marked

    @property
    def exit_status(self) -> int:
        """2 if something could not be taken: the rest went on."""
        return 2 if self.refused else 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was passed over."""
        return tuple(f"{name} was imported before and has not changed; --again reads it anew" for name in self.held)

    @property
    def next(self) -> tuple[str, ...]:
        """Where to look."""
        return ("imports list",) if self.refused else ("coverage",)


@job(
    "import",
    doc="Import archives (.warc.gz, .jsonl.gz), folders, or sitemaps by address; broken off, it goes on from there.",
    sample={"path": ("sample/articles",)},
)
def import_all(
    working: Working,
    path: Annotated[tuple[str, ...], "Archives, dumps, folders, or addresses of sitemaps."],
    outlet: Annotated[str, "Who publishes them: a host (paper.example) or a name."] = "",
    language: Annotated[str, "Their language as BCP 47: en, fr, pt-BR."] = "",
    *,
    again: Annotated[bool, "From the start, also what was read before."] = False,
    later: Annotated[bool, "Only take them in; `dateline annotate` does the rest later."] = False,
) -> Imported:
    """Imports each; what cannot be taken is listed with the reason, and the rest goes on."""
    began, before = time.monotonic(), [working.store.imports.get(_name(p)) for p in path]
    given = Given(outlet=outlet, language=language)
    done = [
        import_listed(working, p, again) if clean.is_web(p) else _import(working, Path(p), given, again) for p in path
    ]
    seconds = max(time.monotonic() - began, 0.001)
    read = sum(
        d.documents - (b.documents if b and b.began_at == d.began_at else 0) for d, b in zip(done, before, strict=True)
    )
    went_on = [b.name for d, b in zip(done, before, strict=True) if b and b.began_at == d.began_at and not b.finished]
    held = [b.name for d, b in zip(done, before, strict=True) if b == d and d.finished]
    refused = [r for d in done for r in working.store.imports.refused(d.name)]
    return Imported(
        imports=tuple(done),
        resumed=tuple(went_on),
        held=tuple(held),
        documents=read,
        per_second=round(read / seconds, 1),
        refused=tuple(refused[:MOST]),
        annotated=NOTHING_MARKED if later else catch_up(working),
    )


def _name(path: str) -> str:
    return path if clean.is_web(path) else str(Path(path).absolute())


def _import(working: Working, path: Path, given: Given, again: bool) -> Import:
    """Reads one path from where it stood; Ctrl-C or a crash loses at most the batch at hand."""
    whole, store = bulk(path), working.store.imports
    state = store.get(str(path.absolute()))
    if again or state is None or state.seal != whole.seal:
        state = Import(str(path.absolute()), whole.seal, working.now(), working.now())
        store.begin(state)
    if state.finished:
        return state
    progress = _Progress(working, whole, state.documents)
    after = (state.file, state.number)
    for batch in _batches(steps(whole, given, working.now(), after, working.settings.largest_file)):
        state = _keep(working, state, batch)
        progress.tell(state, batch)
        make_room(working)
    state = replace(state, finished=True, at=working.now())
    store.put(state)
    return state


def _keep(working: Working, state: Import, batch: Sequence[Step]) -> Import:
    """Takes a batch and notes how far the import is, in one transaction."""
    refused: list[Refused] = []
    changes: Counter[Change] = Counter()
    with working.store.transaction():
        for step in batch:
            made = step.made
            if not isinstance(made, Refusal):
                try:
                    changes[take(working, made)[0]] += 1
                    continue
                except InputError as error:
                    made = Refusal(made.capture.url, error.message, error.do)
            refused.append(Refused(made.what, made.message, made.do))
        counts = {str(change): n for change, n in changes.items()}
        last = batch[-1]
        state = state.moved(working.now(), last.file, last.number, refused=len(refused), **counts)
        working.store.imports.put(state, refused)
    return state


def _batches(read: Iterator[Step]) -> Iterator[list[Step]]:
    """Steps in batches that are neither long nor large, nor long in coming."""
    batch: list[Step] = []
    size, began = 0, time.monotonic()
    for step in read:
        batch.append(step)
        size += 0 if isinstance(step.made, Refusal) else len(step.made.capture.content)
        if len(batch) >= BATCH or size >= HEAVY or time.monotonic() - began >= OFTEN:
            yield batch
            batch, size, began = [], 0, time.monotonic()
    if batch:
        yield batch


class _Progress:
    """Tells how far an import is; how many documents there are in all is told from the bytes that are left."""

    def __init__(self, working: Working, whole: Bulk, before: int) -> None:
        self._step = working.progress.step
        self._whole = whole
        self._before = before
        self._from = -1

    def tell(self, state: Import, batch: Sequence[Step]) -> None:
        """After a batch was kept."""
        if self._from < 0:
            self._from = max(0, batch[0].size - 1)
        passed = batch[-1].size - self._from
        a_document = passed / max(1, state.documents - self._before)
        left = int((self._whole.size - batch[-1].size) / a_document) if a_document else 0
        self._step("importing", state.documents, state.documents + left)
