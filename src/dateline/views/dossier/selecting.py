"""Which happenings belong to a matter, from the shares of its articles; claims are read of those that can be shown.

The rules are those of `views.matter`: near to the words by sentence, heading or article, carried by an article or by
articles that tell the same; here they work on a letter for each word and claim, so that thousands of articles cost
little. Of very many happenings those are read that a section can show: the weightiest, the latest, the plans, what was
said, what is disputed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from dateline.errors import NothingFound
from dateline.link.matching import (
    ARTICLE,
    FLOOR,
    HEADING,
    LOOSE,
    THRESHOLD,
    Around,
    Relevance,
    Strength,
    Term,
    carried,
    centred,
    combined,
    kindred,
    weigh,
    words_of,
)
from dateline.model.claim import Status
from dateline.model.event import Event
from dateline.model.matter import Matter, MatterShare, NearClaim, slug
from dateline.model.relation import RelationKind
from dateline.store.base import Store
from dateline.views.dossier.sharing import shares

PARTLY = "nothing fits all words; shown is what fits some of them"
READ = 1500  # happenings whose claims are read at most
EACH = READ // 5  # of each sort
PLANS = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Belonging:
    """The happenings of a matter that can be shown, how near each is, how many there are, and what to warn of."""

    events: tuple[Event, ...]
    relevance: Mapping[str, Relevance]
    happenings: int
    articles: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def belonging(store: Store, matter: Matter, as_of: date | None, known_at: datetime | None) -> Belonging:
    """What belongs to a matter, from what was held at a moment."""
    near = Near(words_of(matter.query), shares(store, matter, known_at))
    found = Happenings(store, near, known_at)
    scored = found.near_enough()
    chosen = [e for e in found.events if scored[e.id].enough]
    if not chosen:
        found.read(near.claims_from(LOOSE))
        scored = found.scored()
    loosely = [] if chosen else [e for e in found.events if scored[e.id].score >= LOOSE]
    kept = [e for e in chosen or loosely if matter.since is None or e.days is None or e.days.upper >= matter.since]
    articles = {near.article_of[c] for e in kept for c in e.claims if c in near.article_of}
    warnings = (*near.missing, *((PARTLY,) if loosely else ()))
    some = shown(store, kept, scored, near, as_of, known_at)
    return Belonging(tuple(some), scored, len(kept), tuple(sorted(articles)), warnings)


def articles_of(store: Store, name: str, known_at: datetime | None) -> frozenset[str]:
    """The ids of the articles that tell something of a matter. Raises NothingFound if there is no such matter."""
    return frozenset(belonging(store, matter_named(store, name, known_at), None, known_at).articles)


def matter_named(store: Store, name: str, known_at: datetime | None = None) -> Matter:
    """The matter with this name, title or id, as it was at a moment (one made later, as it is); raises NothingFound."""
    matter = store.matters.named(slug(name), known_at) or store.matters.named(slug(name))
    if matter is None:
        told = ", ".join(m.name for m in store.matters.all()[:10])
        do = f"there are {told}" if told else "make one: dateline dossier new NAME --query WORDS"
        raise NothingFound("no such dossier", what=name, do=do)
    return matter


class Near:
    """The claims of the articles that have words of a matter, and how near they stand to it."""

    def __init__(self, words: Sequence[str], shares: Mapping[str, MatterShare]) -> None:
        self.words = words
        self._shares = list(shares.values())
        self.claims: dict[str, NearClaim] = {c.claim: c for s in self._shares for c in s.claims}
        self.article_of: dict[str, str] = {c.claim: s.article_id for s in self._shares for c in s.claims}
        self._told_by = {s.article_id: [c.claim for c in s.claims] for s in self._shares}
        self._about = {s.article_id: s.about for s in self._shares}
        self._scores: dict[tuple[float, ...], dict[str, float]] = {}

    @cached_property
    def terms(self) -> Sequence[Term]:
        """The words with their weights."""
        arounds = [Around(dict(zip(self.words, s.about, strict=True))) for s in self._shares]
        return weigh(self.words, arounds, self._names())

    @cached_property
    def on_it(self) -> frozenset[str]:
        """The articles that are about the matter by more than one of its words."""
        arounds = ((s.article_id, Around(dict(zip(self.words, s.about, strict=True)))) for s in self._shares)
        return frozenset(article for article, around in arounds if centred(self.terms, around))

    @property
    def missing(self) -> tuple[str, ...]:
        """A warning for each word that no article has."""
        known = {t.word for t in self.terms}
        return tuple(f"no article has the word “{w}”" for w in self.words if w not in known)

    def _names(self) -> frozenset[str]:
        found = [Counter(s.names[n] for s in self._shares) for n in range(len(self.words))]
        named = (w for w, n in zip(self.words, found, strict=True) if n["n"] and n["n"] >= 0.8 * (n["n"] + n["w"]))
        return frozenset(named)

    def also(self, claims: Mapping[str, str]) -> None:
        """Takes in claims of articles without a word of the matter (claim id -> article id)."""
        self.article_of.update(claims)
        for claim, article in claims.items():
            self._told_by.setdefault(article, []).append(claim)

    def claims_of(self, article: str) -> Sequence[str]:
        """All claims of one of these articles."""
        return self._told_by[article]

    def score(self, claim: str) -> float:
        """How near one claim is (0..1)."""
        found = self.claims.get(claim)
        return self._near(found, self._about[self.article_of[claim]]) if found else 0.0

    def claims_from(self, least: float) -> list[str]:
        """The claims that are at least so near."""
        found: list[str] = []
        for share in self._shares:
            known = self._scores.setdefault(share.about, {})
            for c in share.claims:
                score = known[c.near] if c.near in known else self._near(c, share.about)
                if score >= least:
                    found.append(c.claim)
        return found

    def _near(self, claim: NearClaim, about: tuple[float, ...]) -> float:
        known = self._scores.setdefault(about, {})
        if claim.near not in known:
            score = _score(claim.near, about, self.words, self.terms)
            known[claim.near] = max(score, THRESHOLD if "@" in claim.near else 0.0)
        return known[claim.near]


class Happenings:
    """The happenings of a matter: of all that its articles tell, those are read that are near by themselves, and the
    others of an article that tells two of these, which it may carry along."""

    def __init__(self, store: Store, near: Near, known_at: datetime | None) -> None:
        self._store, self._near, self._known_at = store, near, known_at
        self._events: dict[str, Event] = {}
        self._asked: set[str] = set()
        self._near_by_itself: dict[str, Relevance] = {}
        self._tellers: dict[str, frozenset[str]] = {}

    @property
    def events(self) -> list[Event]:
        """Those that were read, by id."""
        return [self._events[i] for i in sorted(self._events)]

    def near_enough(self) -> dict[str, Relevance]:
        """How near each is once all that belong to the matter were read."""
        self.read(self._near.claims_from(THRESHOLD))
        self._read_beside()
        scored = self.scored()
        if beyond := _beyond(self._store, self._near, self.events, scored, self._known_at):
            claims = {c.id: a for a in beyond for c in self._store.claims.of_article(a, self._known_at)}
            self._near.also(claims)
            self.read(claims)
            self._read_beside()
            scored = self.scored()
        return scored

    def read(self, claims: Iterable[str]) -> None:
        """Reads the happenings of these claims."""
        new = set(claims) - self._asked
        self._asked |= new
        near = self._near
        for event in self._store.links.events_of(new, self._known_at) if new else ():
            self._tellers[event.id] = frozenset(near.article_of[c] for c in event.claims if c in near.article_of)
            if event.id not in self._events:
                self._events[event.id] = event
                score = max(map(near.score, event.claims), default=0.0)
                self._near_by_itself[event.id] = Relevance(score)

    def scored(self) -> dict[str, Relevance]:
        """How near each that was read is."""
        on_it = self._near.on_it
        return kindred(carried(self._near_by_itself, self._tellers, on_it), self._tellers, on_it)

    def _read_beside(self) -> None:
        """Reads all that is told by the articles that may carry something along, by what is near by itself and then by
        what is carried and told by others, too."""
        self._read_all_of(e for e, score in self._near_by_itself.items() if score.enough)
        scored = carried(self._near_by_itself, self._tellers, self._near.on_it)
        self._read_all_of(e for e, score in scored.items() if score.enough and len(self._tellers[e]) > 1)

    def _read_all_of(self, events: Iterable[str]) -> None:
        told = Counter(a for e in events for a in self._tellers[e])
        self.read(c for a, n in told.items() if n > 1 for c in self._near.claims_of(a))


def _score(near: str, about: tuple[float, ...], words: Sequence[str], terms: Sequence[Term]) -> float:
    letters = dict(zip(words, near, strict=False))
    shares = dict(zip(words, about, strict=True))
    return combined([Strength(_worth(letters[t.word], shares[t.word]), t.weight, t.name) for t in terms])


def _worth(letter: str, share: float) -> float:
    if letter == "s":
        return 1.0
    return HEADING if letter == "h" else max(FLOOR, ARTICLE * share) if share else FLOOR


def _beyond(
    store: Store, near: Near, events: Iterable[Event], scored: Mapping[str, Relevance], known_at: datetime | None
) -> list[str]:
    """Articles without a word of the matter that tell two or more of its happenings."""
    ids = [c for e in events if scored[e.id].enough for c in e.claims if c not in near.article_of]
    told = Counter(c.article_id for c in store.claims.get(ids, known_at)) if ids else Counter[str]()
    return sorted(a for a, n in told.items() if n >= 2)


def shown(
    store: Store,
    events: Sequence[Event],
    scored: Mapping[str, Relevance],
    near: Near,
    as_of: date | None,
    known_at: datetime | None,
) -> list[Event]:
    """Of many happenings those that some section can show; all of them if they are not many."""
    if len(events) <= READ:
        return list(events)
    day = as_of or date.max
    able = [e for e in events if e.days is None or e.days.lower <= day or e.status in PLANS]
    weight = {e.id: 0.35 * e.voices + 0.15 * scored[e.id].score for e in able}
    heavy = sorted(able, key=lambda e: (-weight[e.id], e.id))
    late = sorted(able, key=lambda e: (-_day(e, day), -weight[e.id], e.id))
    sorts = (
        heavy,
        late,
        [e for e in late if any(_status(c, near) in PLANS for c in e.claims)],
        [e for e in late if any(_status(c, near) in SPOKEN or _said(c, near) for c in e.claims)],
    )
    kept = {e.id for sort in sorts for e in sort[:EACH]} | _disputed(store, able, known_at)
    return [e for e in able if e.id in kept]


def _day(event: Event, day: date) -> int:
    start = event.days.lower if event.days else date.min
    return start.toordinal() if start <= day else 0


def _status(claim: str, near: Near) -> Status | None:
    found = near.claims.get(claim)
    return found.status if found else None


def _said(claim: str, near: Near) -> bool:
    found = near.claims.get(claim)
    return found is not None and found.said


def _disputed(store: Store, events: Sequence[Event], known_at: datetime | None) -> set[str]:
    """Ids of happenings that claims contradict each other about, or whose plans were replaced."""
    event_of = {c: e.id for e in events for c in e.claims if len(e.claims) > 1}
    kinds = (RelationKind.CONTRADICTION, RelationKind.SUPERSEDES, RelationKind.INCONSISTENCY)
    found = [r for r in store.links.relations_of(event_of, known_at) if r.kind in kinds]
    ids = sorted({event_of[x] for r in found for x in (r.a, r.b) if x in event_of})
    return set(ids[:EACH])
