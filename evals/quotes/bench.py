"""Quotations against our own annotation: python -m evals.bench quotes [--json] [--errors] [--speed].

In two halves by the hash of the document's name: the first is what the annotator was developed on. --errors lists what
is wrong in that half alone. --speed adds the annotator's share of the bare parser's time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from time import perf_counter
from typing import Any

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import QUOTES, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.chain import Chain, chain
from dateline.annotate.datelines import datelines
from dateline.annotate.parses import LEFT_OUT, MODEL, parses
from dateline.annotate.quotes.annotator import quotes
from dateline.annotate.sentences import sentences
from evals.quotes.gold import Quotation, documents, half_of, names, quotations
from evals.quotes.scoring import Tally, score
from evals.quotes.traps import Trap, mistaken, traps
from evals.shared import shared_folder


def main(argv: list[str]) -> int:
    """Prints the figures of both halves and of the scare quotes."""
    texts = documents(shared_folder(), names())
    gold = list(quotations({name: d.text for name, d in texts.items()}))
    own = quote_chain()
    list(own.run(list(texts.values())))
    tallies = tally(texts, gold)
    held = list(traps())
    told: dict[str, Any] = {name: t.figures() for name, t in tallies.items()}
    wrong = mistaken(held, own)
    told["scare quotes"] = {"of": len(held), "mistaken": len(wrong), "share": len(wrong) / (len(held) or 1)}
    if "--speed" in argv:
        told["speed"] = speed(list(texts.values()))
    print(json.dumps(told, indent=1) if "--json" in argv else table(told, len(texts)))
    if "--errors" in argv:
        print("\n".join(tallies["developed"].wrong + [_trap(t) for t in wrong]))
    return 0


def quote_chain() -> Chain:
    """The annotators that quotations need, and theirs."""
    return chain([blocks(), sentences(), datelines(), actors(), parses(MODEL), quotes()])


def tally(texts: dict[str, Document], gold: Sequence[Quotation]) -> dict[str, Tally]:
    """The counts of each half and of the whole."""
    made = {"developed": Tally(), "reported": Tally(), "whole": Tally()}
    for name, document in texts.items():
        own = [q for q in gold if q.document == name]
        for part in (half_of(name), "whole"):
            score(document, name, own, made[part])
    return made


def speed(texts: list[Document]) -> dict[str, float]:
    """Seconds of this annotator alone and of the bare parser over the same texts, and their ratio."""
    annotator = quotes()
    start = perf_counter()
    for document in texts:
        document.put(QUOTES, annotator.annotate([document])[0])
    ours = perf_counter() - start
    bare = import_module(MODEL).load(exclude=LEFT_OUT)
    start = perf_counter()
    list(bare.pipe(d.text for d in texts))
    theirs = perf_counter() - start
    return {"ours": ours, "spacy": theirs, "share": ours / theirs}


def table(told: dict[str, Any], count: int) -> str:
    """The figures for people."""
    lines = [f"{count} documents      gold  found |  span P     R    F1 |  both P     R    F1"]
    for name in ("developed", "reported", "whole"):
        f = told[name]
        kinds = " | ".join(
            " ".join(f"{f[f'{kind} {figure}']:6.3f}" for figure in ("precision", "recall", "f1"))
            for kind in ("span", "both")
        )
        lines.append(f"{name:16} {f['gold']:6} {f['found']:6} | {kinds}")
    lines.append("scare quotes: {mistaken} of {of} mistaken ({share:.1%})".format(**told["scare quotes"]))
    if "speed" in told:
        lines.append("speed: {ours:.2f} s, bare parser {spacy:.2f} s, share {share:.1%}".format(**told["speed"]))
    return "\n".join(lines)


def _trap(trap: Trap) -> str:
    return f"{trap.where}: taken for speech: {trap.text[trap.start : trap.end]!r} in {trap.text!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
