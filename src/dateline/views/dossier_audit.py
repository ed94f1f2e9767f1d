"""The mechanical audit: every line of a dossier re-read against the stored text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from dateline.model.matter import SectionKey
from dateline.views.base import Answer, AsOf, KnownAt, Reading, view
from dateline.views.dossier.auditing import Auditor, faulty
from dateline.views.dossier.composing import all_lines, compose
from dateline.views.dossier.material import read
from dateline.views.dossier.parts import Length


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A line that the store does not bear out, in which section, and why not."""

    line: str
    section: SectionKey
    text: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierAudit(Answer):
    """How many lines were re-read, on how many sentences they rest, and those that are not covered."""

    name: str
    as_of: date
    known_at: datetime | None
    lines: int
    sentences: int
    uncovered: tuple[Uncovered, ...]

    @property
    def exit_status(self) -> int:
        """2 if a line is not covered, 1 if there is no line."""
        return 2 if self.uncovered else 0 if self.lines else 1


@view(
    "audit.dossier",
    doc="Re-read every line of a dossier against the stored text; fails on one that is not covered.",
    sample={"name": "ukraine-and-nato"},
)
def audit(
    reading: Reading,
    name: Annotated[str, "The dossier's name; `dateline dossier list` has them."],
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> DossierAudit:
    """The audit of a dossier in full length. Raises NothingFound for a name that no dossier has."""
    material = read(reading.store, name, as_of or reading.today, as_of, known_at)
    dossier = compose(material, Length.FULL, known_at)
    auditor = Auditor(reading.store, known_at)
    lines = [(s.key, line) for s in dossier.sections for line in all_lines(s.parts)]
    sections = {line.id + line.text: key for key, line in lines}
    bad = faulty((line for _, line in lines), auditor)
    return DossierAudit(
        dossier.name,
        dossier.as_of,
        known_at,
        lines=len(lines),
        sentences=len({(c.revision, c.sentence.start) for _, line in lines for c in line.cited}),
        uncovered=tuple(Uncovered(x.id, sections[x.id + x.text], x.text, tuple(why)) for x, why in bad),
    )
