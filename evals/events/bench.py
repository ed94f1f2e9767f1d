"""Event coding against gold records of PLOVER's form: python -m evals.bench events [FILE] [--json] [--errors].

Each record is a sentence, annotated by the whole chain as an article of its own; what is scored is the coding of the
claim that stands highest in it. Without FILE, in two halves by the hash of the text: the lexicon was developed on the
first (--errors lists what is wrong in that half alone), the other is only reported.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.claim import Claim
from dateline.model.coding import Coding
from dateline.model.outlet import Outlet
from evals.events.gold import Record, half_of, read
from evals.events.scoring import Tally
from evals.shared import shared_folder

ASKED = {"type": 0.6, "actor": 0.6, "recipient": 0.6, "precision": 0.75}


def main(argv: list[str]) -> int:
    """Prints the figures; exit status 4 if one is below what is asked of it."""
    options = _options(argv)
    records = read(options.file or shared_folder() / "bench" / "events" / "plover_gold_dev.json")
    tallies = tally(records, halves=options.file is None)
    told: dict[str, Any] = {name: t.figures() for name, t in tallies.items()}
    print(json.dumps(told, indent=1) if options.json else table(told))
    if options.errors:
        print("\n".join(next(iter(tallies.values())).wrong))
    return 0 if all(told["whole"][name] >= least for name, least in ASKED.items()) else 4


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run.sh bench events", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    return parser.parse_args(argv)


def tally(records: Sequence[Record], *, halves: bool) -> dict[str, Tally]:
    """The counts of the whole, and of each half."""
    made = {"developed": Tally(), "reported": Tally(), "whole": Tally()} if halves else {"whole": Tally()}
    for record, coding in zip(records, codings(records), strict=True):
        for part in (half_of(record), "whole"):
            if part in made:
                made[part].add(record, coding)
    return made


def codings(records: Sequence[Record]) -> list[Coding | None]:
    """What the chain makes of each sentence; None if it is unsure."""
    documents = [_document(n, r.text) for n, r in enumerate(records)]
    return [first(d[CLAIMS]) for d in standard_chain(MODEL).run(documents)]


def _document(number: int, text: str) -> Document:
    name = f"record-{number}"
    return Document(Outlet("o", "O"), Article(name, "o", ""), Revision(name, name, "", text, "en"))


def first(claims: Sequence[Claim]) -> Coding | None:
    """The coding of the first claim that has one, those told by somebody after those of the reporter."""
    coded = [c for c in claims if c.coding]
    coded.sort(key=lambda c: (bool(c.said_of), c.anchor.start))
    return coded[0].coding if coded else None


def table(told: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [f"{'':10} records  type  precision      actor  recipient       sure"]
    for name, f in told.items():
        shares = "       ".join(f"{f[n]:.2f}" for n in ("precision", "actor", "recipient", "sure"))
        rows.append(f"{name:10} {f['records']:7}  {f['type']:.2f}       {shares}")
    rows.append(f"{'asked':18}  {'0.60       0.75       0.60       0.60'}")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
