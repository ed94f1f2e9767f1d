"""How much a happening matters to a dossier, from few named parts, and which ones turned the matter. Pure.

A reader who has time for ten lines wants what many independent texts tell, what is still told long after, what its
sentences call a cause or a turn, what the matter's main parties did. The weights were set by hand and kept simple.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from dateline.link.words import groups_in, stems
from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.model.matter import Ruled
from dateline.model.provenance import Reason
from dateline.views.dossier.material import Material
from dateline.views.evidence import published_day

LATER = 60  # days after a happening from which telling it again counts as looking back
CLOSE = 366  # days within which a happening has to be dated to be a turning point
MANY = 12  # articles with a day of publication
WEIGHED = 2000  # happenings that are weighed fully
SPARSE = 5  # happenings for each turning point
MOST_TURNS = 8
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
GRAVE = frozenset(
    """invade attack annex seize overthrow coup elect vote sign agree ratify join leave resign kill declare
    independence ceasefire referendum collapse arrest""".split()
)
TURNING = re.compile(
    r"\b(?:turn(?:ed|ing)?|shift(?:ed)?|revers(?:al|ed)|prompt(?:ed|ing)|led to|leading to|trigger(?:ed)?|spark(?:ed)?"
    r"|caus(?:ed|ing)|because of|as a result|in response|for the first time|first|last|final(?:ly)?|histor(?:ic|y)"
    r"|landmark|since then|ended|began|brought|paved|collapsed|broke down|breakthrough|despite|in return)\b",
    re.IGNORECASE,
)


class Weights:
    """The weights of a matter's happenings, by id, each with its reasons."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._central = centrality(material)
        self._voices = max((e.voices for e in material.gathered.events), default=1)
        self._found: dict[str, tuple[Reason, ...]] = {}
        self._first = first_reported(material)
        pins = [e for e in material.edits if e.ruled is Ruled.PIN]
        self._pinned = frozenset(
            event.id
            for event in (material.gathered.events if pins else ())
            if any(material.ruled(c, Ruled.PIN) for c in material.gathered.claims_of(event))
        )

    @property
    def pinned(self) -> frozenset[str]:
        """Ids of the happenings that an editor pinned."""
        return self._pinned

    def ranked(self, events: Iterable[Event]) -> list[Event]:
        """The happenings by weight, pinned ones first. Of very many only those that most texts tell are weighed."""
        found = list(events)
        if len(found) > WEIGHED:
            found = sorted(found, key=lambda e: (e.id not in self._pinned, -self._outline(e), e.id))[:WEIGHED]
        return sorted(found, key=lambda e: (e.id not in self._pinned, -self.of(e), e.id))

    def _outline(self, event: Event) -> float:
        near = self._material.relevance.get(event.id)
        return 0.35 * event.voices + 0.15 * (near.score if near else 0.0)

    def reasons(self, event: Event) -> tuple[Reason, ...]:
        """The parts of a happening's weight."""
        if event.id not in self._found:
            self._found[event.id] = tuple(self._parts(event))
        return self._found[event.id]

    def of(self, event: Event) -> float:
        """The weight of a happening (0..1)."""
        return min(1.0, sum(r.score for r in self.reasons(event)))

    def _parts(self, event: Event) -> Sequence[Reason]:
        material, claims = self._material, self._material.gathered.claims_of(event)
        voices = {material.gathered.voice(c.article_id) for c in claims}
        share = math.log2(1 + len(voices)) / math.log2(1 + max(2, self._voices))
        found = [Reason("voices", 0.35 * share, f"{len(voices)} independent texts tell it")]
        reported = self._first is None or event.days is None or event.days.upper >= self._first
        if reported and (back := looking_back(event, claims, material)):
            found.append(Reason("later", 0.2 * min(1.0, back / 3), f"{back} of them long after"))
        near = material.relevance[event.id].score if event.id in material.relevance else 0.0
        found.append(Reason("near", 0.15 * near, f"near to the matter ({near:.2f})"))
        if word := turning_word(claims):
            found.append(Reason("turning", 0.1, f"told with “{word}”"))
        if GRAVE & groups_in(stems(" ".join(c.anchor.exact for c in claims[:4]))):
            found.append(Reason("grave", 0.1, "an act that changes things"))
        central = max((self._central.get(a, 0.0) for c in claims for a in c.actors), default=0.0)
        if central:
            found.append(Reason("parties", 0.1 * central, "a main party of the matter takes part"))
        return found


def first_reported(material: Material) -> date | None:
    """A year before the first report of a matter that many articles tell of: what lies before that, they look back on
    anyway; None for one of few articles."""
    held = material.gathered.held.values()
    published = [d for h in held if (d := published_day(h))]
    return min(published) - timedelta(days=CLOSE) if len(published) >= MANY else None


def centrality(material: Material) -> Mapping[str, float]:
    """How often each party takes part, as a share of the one that does most often."""
    told = Counter(
        a for e in material.gathered.events for a in {a for c in material.gathered.claims_of(e) for a in c.actors}
    )
    most = max(told.values(), default=1)
    return {actor: n / most for actor, n in told.items()}


def looking_back(event: Event, claims: Sequence[Claim], material: Material) -> int:
    """How many independent texts tell a happening long after it."""
    end = event.days.upper if event.days else date.max
    return len(
        {
            material.gathered.voice(c.article_id)
            for c in claims
            if (day := published_day(material.gathered.text_of(c))) and (day.toordinal() - end.toordinal()) > LATER
        }
    )


def turning_word(claims: Sequence[Claim]) -> str:
    """The word by which a sentence tells a turn or a cause; "" for none."""
    found = (TURNING.search(c.sentence.exact) for c in claims)
    return next((m[0].lower() for m in found if m), "")


def turning_points(events: Sequence[Event], weights: Weights) -> frozenset[str]:
    """Ids of the happenings at which the matter turned: the weightiest dated acts, at most one of SPARSE."""
    able = [e for e in events if e.status in REAL and e.days and (e.days.length() or 10**6) <= CLOSE]
    ranked = sorted(able, key=lambda e: (-weights.of(e), e.id))
    return frozenset(e.id for e in ranked[: min(MOST_TURNS, max(1, len(events) // SPARSE))])
