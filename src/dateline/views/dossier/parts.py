"""What a dossier is made of: the records that `dossier.show` answers with. No text enters but with where it comes from.

A `Dossier` has `sections` in a fixed order, each there only if there is evidence for it; a section has `parts` (one per
actor, per state of the calendar, per stretch of time), a part has `lines`. A line is words of one stored sentence,
or a statement derived from marks by a named rule; both rest on `cited` sentences. Its `pieces` tell word for word what
is quoted, what the desk added in brackets and why, and where it left something out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.model.claim import Status
from dateline.model.matter import SectionKey
from dateline.model.text import Selector
from dateline.views.base import Answer
from dateline.views.evidence import Evidence
from dateline.views.findings import Disagreement
from dateline.views.lines import Clash
from dateline.views.wording import Stated


class PieceKind(StrEnum):
    """Whose words a piece of a line is."""

    QUOTED = "quoted"  # the source's own, at `start`..`end` of the article's text
    ADDED = "added"  # the desk's, in brackets: what a pronoun or a relative date stands for
    CUT = "cut"  # "…" where words of the sentence were left out at the boundary of a clause
    TOLD = "told"  # the desk's: a statement derived from marks by the line's rule


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line. `start` and `end` are characters of the article's text (half-open) where the words are
    quoted, or which the added words explain; -1 for words that the desk tells. `why` says where they come from."""

    kind: PieceKind
    text: str
    start: int = -1
    end: int = -1
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A stored sentence that a line rests on: its evidence, the revision and where in its text it stands, and the ids
    of the captures that the article came as."""

    evidence: Evidence
    revision: str
    sentence: Selector
    captures: tuple[str, ...] = ()


class Turnout(StrEnum):
    """How a planned occasion stands as of the day."""

    AHEAD = "ahead"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNREPORTED = "unreported"  # its day has passed, and nobody tells what came of it


@dataclass(frozen=True, slots=True)
class Plan:
    """An occasion of the calendar: the day for which it was planned (None if not told), how it stands, the day on which
    that changed (None if not told), and the sentence's own word that tells it."""

    state: Turnout
    planned_for: Stated | None
    changed_on: Stated | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line. The `id` stays while it rests on the same words, whatever happens around it.

    `text` is all pieces together; `rule` names how it was made ("sentence", "clause", or the rule of a derived
    statement). `voices` counts independent articles (copies of one text once), `voiced` tells it in words. `claim` is
    that whose sentence is shown, "" for a derived statement; `cited` are all sentences that it rests on, the shown one
    first. `replaces` is the id of a line of the same part that this one took the place of. `weight` (0..1) tells how
    much it matters; `why` gives the reasons for its place here; `value` is the side that it takes in a disagreement;
    `also` are ids of other happenings that the same words tell, or that say the same.
    """

    id: str
    text: str
    pieces: tuple[Piece, ...]
    rule: str
    occurred: Stated | None
    status: Status
    event: str
    claim: str
    voices: int
    voiced: str
    cited: tuple[Cited, ...]
    weight: float = 1.0
    why: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    plan: Plan | None = None
    speaker: str = ""
    replaces: str = ""
    turning: bool = False
    pinned: bool = False
    notes: tuple[str, ...] = ()
    value: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section. `title` is made of marks (an actor's name, a span of time, a slot and its values), "" if the
    section has but one; `actor` is the id of the actor whose part it is; `finding` the disagreement that it tells."""

    title: str
    lines: tuple[DossierLine, ...]
    actor: str = ""
    finding: Disagreement | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section: `title` is its usual one, or what an editor called it. `left_out` lines did not fit the length."""

    key: SectionKey
    title: str
    parts: tuple[Part, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Copied:
    """An article that runs a text that another one had first."""

    article: str
    outlet: str
    published_at: date | None
    url: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """One independent text: who had it first, of what kind and country (ISO 3166-1 alpha-2, "" if not known), the
    articles that copied it, and how many lines of the dossier rest on it."""

    article: str
    outlet: str
    outlet_id: str
    kind: str
    country: str
    headline: str
    url: str
    published_at: date | None
    copies: tuple[Copied, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Independent texts of outlets of one kind and country; `voiced` counts them in words."""

    kind: str
    country: str
    voiced: str
    texts: tuple[SourceText, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """All that the dossier rests on: independent texts, the articles with their copies, outlets and countries counted;
    the same in words; the groups by kind and country, those of most texts first; the last day of publication."""

    independent: int
    articles: int
    outlets: int
    countries: int
    voiced: str
    groups: tuple[SourceGroup, ...]
    latest: date | None = None


class Length(StrEnum):
    """How much of a dossier is shown."""

    SHORT = "short"
    MEDIUM = "medium"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Dossier(Answer):
    """A matter's dossier as of a day, from what was held at a moment (None: now).

    `happenings` counts those of the matter, shown or not; `dropped` those that an editor left out.
    """

    matter: str
    name: str
    title: str
    query: str
    as_of: date
    known_at: datetime | None
    length: Length
    sections: tuple[Section, ...]
    sources: Sources
    happenings: int
    dropped: int = 0
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if nothing is known of the matter."""
        return 0 if self.sections else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader should know before trusting the dossier."""
        return self.notes

    @property
    def next(self) -> tuple[str, ...]:
        """What changed in the last month, the audit, and the reasons behind the first line."""
        first = next((line for s in self.sections for p in s.parts for line in p.lines if line.event), None)
        shown = (f"show {first.event} --why",) if first else ()
        changes = f"dossier changes {self.name} --since {_month_before(self.as_of)}"
        return (changes, f"audit dossier {self.name}", *shown)


def _month_before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 30))
