"""What a dossier is made from: the happenings of a matter with all that they rest on, and what editors decided."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from dateline.errors import NothingFound
from dateline.link.matching import Relevance
from dateline.link.words import stems
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.matter import Matter, MatterEdit, Ruled
from dateline.model.relation import Relation, Target
from dateline.model.time import Days
from dateline.store.base import Store
from dateline.views.asof import up_to
from dateline.views.dossier.gathering import gather
from dateline.views.dossier.reading import Texts
from dateline.views.dossier.selecting import belonging, matter_named
from dateline.views.gather import Gathered
from dateline.views.matter import HELP

MOST_MONTHS = 4


@dataclass(frozen=True)
class Material:
    """The happenings of a matter as of a day, with their relevance by id, the marks of their texts (read when needed),
    and the editors' decisions in force."""

    store: Store
    matter: Matter
    day: date
    as_of: date | None
    gathered: Gathered
    relevance: Mapping[str, Relevance]
    texts: Texts
    edits: tuple[MatterEdit, ...]
    notes: tuple[str, ...] = ()
    happenings: int = 0
    dropped: int = 0

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The happening that each claim speaks of, by claim id."""
        return {c: e for e in self.gathered.events for c in e.claims}

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """What was worked out of this material once, by what it is."""
        return {}

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the matter."""
        return frozenset(stems(f"{self.matter.title} {self.matter.query}"))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The articles that tell something of the matter."""
        return frozenset(c.article_id for e in self.gathered.events for c in self.gathered.claims_of(e))

    @cached_property
    def _by_article(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.gathered.events:
            for article in dict.fromkeys(c.article_id for c in self.gathered.claims_of(event)):
                found.setdefault(article, []).append(event)
        return found

    def events_in(self, article: str) -> list[Event]:
        """The happenings of the matter that an article tells."""
        return self._by_article.get(article, [])

    @cached_property
    def by_sentence(self) -> dict[tuple[str, int], list[Claim]]:
        """The claims of the matter by the sentence that they stand in (revision and start)."""
        found: dict[tuple[str, int], list[Claim]] = {}
        for event in self.gathered.events:
            for claim in self.gathered.claims_of(event):
                found.setdefault((claim.revision_id, claim.sentence.start), []).append(claim)
        return {key: sorted(claims, key=lambda c: (c.anchor.start, c.id)) for key, claims in found.items()}

    def sentence_claims(self, revision: str, start: int) -> list[Claim]:
        """The claims of the sentence that starts there, in order."""
        return self.by_sentence.get((revision, start), [])

    def beside(self, claim: Claim) -> list[Claim]:
        """The claims of a claim's sentence that tell something dated, in order."""
        return [c for c in self.sentence_claims(claim.revision_id, claim.sentence.start) if c.when]

    @cached_property
    def _relations(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.gathered.relations:
            for end in dict.fromkeys((relation.a, relation.b)):
                found.setdefault(end, []).append(relation)
        return found

    def related(self, claim_id: str) -> list[Relation]:
        """The relations with a claim at an end."""
        return self._relations.get(claim_id, [])

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {relation.id: n for n, relation in enumerate(self.gathered.relations)}

    def among(self, claims: Iterable[Claim]) -> tuple[Relation, ...]:
        """The relations with one of these claims at an end, in order."""
        found = {r.id: r for c in claims for r in self.related(c.id)}
        return tuple(sorted(found.values(), key=lambda r: self._rank[r.id]))

    @cached_property
    def _by_month(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for event in self.gathered.events:
            for claim in self.gathered.claims_of(event):
                for month in months(claim.when.days) if claim.when else ():
                    found.setdefault(month, []).append(claim)
        return found

    def around(self, days: Days) -> list[Claim]:
        """The closely dated claims of the months that hold these days."""
        return [c for month in months(days) for c in self._by_month.get(month, ())]

    def party_names(self, claim: Claim) -> str:
        """The names of the parties of a claim, one after the other."""
        return " ".join(self.gathered.actors.get(a, "") for a in sorted(claim.actors))

    def ruled(self, claim: Claim, ruled: Ruled) -> list[MatterEdit]:
        """The decisions of a kind that point at the words of a claim."""
        return [e for e in self.edits if e.ruled is ruled and e.target and points_at(e.target, claim)]


def months(days: Days) -> range:
    """The months of a span of at most MOST_MONTHS, counted from year 0; none of a longer one."""
    if not days.start or not days.end:
        return range(0)
    first, last = (d.year * 12 + d.month for d in (days.start, days.end))
    return range(first, last + 1) if last - first < MOST_MONTHS else range(0)


def points_at(target: Target, claim: Claim) -> bool:
    """Whether a decision means this claim: its words are, or lie across, those that name its happening; in another
    state of the text, the same words."""
    if target.article_id != claim.article_id:
        return False
    words, sentence = target.words, claim.sentence
    inside = sentence.start <= words.start < sentence.end and sentence.exact[words.start - sentence.start :].startswith(
        words.exact
    )
    if inside:
        return words.start < claim.anchor.end and claim.anchor.start < words.end
    return words.exact == claim.anchor.exact


def read(store: Store, name: str, day: date, as_of: date | None, known_at: datetime | None) -> Material:
    """The material of a dossier. Raises NothingFound if there is no such matter or nothing is held on it."""
    return material_of(store, matter_named(store, name, known_at), day, as_of, known_at)


def material_of(store: Store, matter: Matter, day: date, as_of: date | None, known_at: datetime | None) -> Material:
    """What is held on a matter. Raises NothingFound if that is nothing."""
    edits = tuple(store.matters.edits(matter.id, known_at))
    found = belonging(store, matter, as_of, known_at)
    if not found.happenings:
        raise NothingFound("nothing is held on this matter", what=matter.name, do=HELP)
    gathered = up_to(gather(store, found.events, known_at), as_of)
    texts = Texts(store, gathered)
    material = Material(
        store, matter, day, as_of, gathered, found.relevance, texts, edits, found.warnings, found.happenings
    )
    return _without_dropped(material)


def _without_dropped(material: Material) -> Material:
    gathered = material.gathered
    gone = {e.id for e in gathered.events if any(material.ruled(c, Ruled.DROP) for c in gathered.claims_of(e))}
    kept = tuple(e for e in gathered.events if e.id not in gone)
    return replace(material, gathered=replace(gathered, events=kept), dropped=len(gone))
