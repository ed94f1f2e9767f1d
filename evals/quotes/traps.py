"""Words in quotation marks that nobody said: scare quotes, titles, names, terms; written by hand, one a line.

A line of the file is a text in which the words that are no speech stand between ⟦ and ⟧ (left out of the text).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.base import QUOTES
from dateline.annotate.chain import Chain
from dateline.model.mark import QuoteMark, Speech
from evals.quotes.gold import written
from evals.shared import ROOT

FILE = ROOT / "tests" / "cases" / "quotes" / "not_speech.txt"


@dataclass(frozen=True, slots=True)
class Trap:
    """text[start:end] stands between quotation marks and is nobody's speech."""

    where: str
    text: str
    start: int
    end: int


def traps() -> Iterator[Trap]:
    """The traps of the file, several to a line if it marks several."""
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            text = line.replace("⟦", "").replace("⟧", "")
            at = 0
            for n, part in enumerate(line.split("⟦")[1:], 1):
                start = line.index("⟦", at)
                at = start + 1
                begin = start - 2 * (n - 1)
                yield Trap(f"{FILE.name}:{number}", text, begin, begin + part.index("⟧"))


def mistaken(held: Sequence[Trap], own: Chain) -> list[Trap]:
    """The traps whose words were taken for speech of their own."""
    made = {t.text: written(t.text) for t in held}
    list(own.run(list(made.values())))
    return [t for t in held if any(_takes(m, t) for m in made[t.text][QUOTES])]


def _takes(mark: QuoteMark, trap: Trap) -> bool:
    """Whether a mark takes the trap's words for quoted; what is said in the reporter's words may hold them."""
    quoted = mark.kind is not Speech.INDIRECT
    return quoted and mark.words.start < trap.end and trap.start < mark.words.end
