"""Time expressions beside the peers: python -m evals.bench time [DIR] [--json] [--speed].

Without DIR: the sets of the benchmark folder, each in two halves by the hash of the file name (the first half is what
the tagger was developed on), and the dates of the gold cases. --speed adds words a second, ours and bare spaCy's, and
the memory that ours takes.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from dateline.annotate.dates import timeml
from dateline.annotate.dates.annotator import read
from dateline.annotate.parses import MODEL
from dateline.model.mark import DateMark
from evals.shared import load_module, shared_folder
from evals.time.cases import topic_figures
from evals.time.scoring import Tally
from evals.time.timeml import Annotated, Timex, read_timeml

SETS = ("wikiwars", "aquaint", "tweets")
# Best open system on the whole set: strict, relaxed, value F1 (HeidelTime; on WikiWars told that it reads narratives).
PEERS = {"wikiwars": (85.6, 92.1, 82.7), "aquaint": (81.3, 92.5, 73.1)}
SPEED_WORDS = 30_000
READER = """
import json, sys
from pathlib import Path
from datetime import date
from dateline.annotate.dates.annotator import read
for text, day in json.load(sys.stdin):
    read(text, date.fromisoformat(day) if day else None)
status = Path("/proc/self/status").read_text()
print(next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")))
"""


def main(argv: list[str]) -> int:
    """Prints the figures; exit status 3 if DIR holds no TimeML."""
    folders = [Path(a) for a in argv if not a.startswith("--")]
    if any(not list(f.glob("*.tml")) for f in folders):
        print("evals: no *.tml files there; give a folder of TimeML files", file=sys.stderr)
        return 3
    told: dict[str, Any] = {"sets": list(_sets(folders))}
    if not folders:
        told["cases"] = _cases()
    if "--speed" in argv:
        told["speed"] = _speed(folders or [shared_folder() / "bench" / "time" / "aquaint"])
    print(json.dumps(told, indent=1) if "--json" in argv else _table(told))
    return 0


def half_of(name: str) -> str:
    """Which half of a set a file belongs to, by the hash of its name."""
    return "reported" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "developed"


def expressions(marks: Sequence[DateMark]) -> Iterator[Timex]:
    """Our marks as TimeML would have them: the parts of a span, not the span."""
    for m in timeml.expressions(marks):
        yield Timex(m.words.start, m.words.end, m.type.value, m.value)


def _sets(folders: list[Path]) -> Iterator[dict[str, Any]]:
    bench = shared_folder() / "bench" / "time" if not folders else Path()
    for folder in folders or [bench / name for name in SETS]:
        tallies = {"whole": Tally(), "developed": Tally(), "reported": Tally()}
        for path in sorted(folder.glob("*.tml")):
            gold = read_timeml(path)
            ours = list(expressions(read(gold.text, gold.created)))
            for name in ("whole", half_of(path.name)):
                tallies[name].add(gold.timexes, ours)
        figures = {name: t.figures() for name, t in tallies.items()}
        yield {"set": folder.name, "peer": PEERS.get(folder.name), **figures}


def _cases() -> list[dict[str, Any]]:
    folder = shared_folder() / "cases"
    scorer = load_module(folder / "score.py")
    return [topic_figures(topic, scorer) for topic in sorted(folder.iterdir()) if (topic / "gold.json").exists()]


def _speed(folders: list[Path]) -> dict[str, float | None]:
    texts = _texts([read_timeml(p) for f in folders for p in sorted(f.glob("*.tml"))])
    words = sum(len(t.text.split()) for t in texts)
    ours = _seconds(lambda: [read(t.text, t.created) for t in texts])
    bare = import_module(MODEL).load()
    theirs = _seconds(lambda: list(bare.pipe(t.text for t in texts)))
    told = {"words": words, "ours": round(words / ours), "spacy": round(words / theirs), "ratio": theirs / ours}
    return {**told, "megabytes": _memory(texts)}


def _memory(texts: list[Annotated]) -> float | None:
    """The most memory that a process of its own has held after reading the texts, in MB, the interpreter included; None
    where the system does not tell it (it is Linux that does)."""
    if not Path("/proc/self/status").exists():
        return None
    given = json.dumps([(t.text, t.created.isoformat() if t.created else None) for t in texts])
    done = subprocess.run([sys.executable, "-c", READER], input=given, capture_output=True, text=True, check=True)
    return round(float(done.stdout), 1)


def _texts(documents: list[Annotated]) -> list[Annotated]:
    taken, words = [], 0
    for d in documents:
        if words < SPEED_WORDS:
            taken.append(d)
            words += len(d.text.split())
    return taken


def _seconds(work: Any) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _table(told: dict[str, Any]) -> str:
    lines = [f"{'set':12} {'half':10} {'docs':>5} {'strict':>7} {'relaxed':>8} {'type':>6} {'value':>6}"]
    for s in told["sets"]:
        for name in ("developed", "reported", "whole"):
            f = s[name]
            numbers = f"{f['strict_f1']:7.1f} {f['relaxed_f1']:8.1f} {f['type_f1']:6.1f} {f['value_f1']:6.1f}"
            lines.append(f"{s['set']:12} {name:10} {f['documents']:5} {numbers}")
        if s["peer"]:
            lines.append("{:12} best peer        {:7.1f} {:8.1f}        {:6.1f}".format(s["set"], *s["peer"]))
    for c in told.get("cases", []):
        lines.append("{topic:20} exact {exact[0]} of {exact[1]}, worded {worded[0]} of {worded[1]}".format(**c))
    if speed := told.get("speed"):
        lines.append(
            "words a second: ours {ours}, bare spaCy {spacy}, ratio {ratio:.1f}; {megabytes} MB".format(**speed)
        )
    return "\n".join(lines)
