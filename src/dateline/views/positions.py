"""Who stands how to a matter: each party's positions, the latest first, each with its words and what it replaced.

Derived from stored claims and quotations when it is asked for, so nothing of it is kept. For other views:

    positions_of(reading.store, selected.gathered, as_of=None, known_at=None) -> tuple[PartyPositions, ...]

gives the positions in the sentences of the gathered claims, parties with the most recent position first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.positions.finder import Page, positions
from dateline.link.positions import Dated, retold, succession
from dateline.model.actor import own_names
from dateline.model.claim import Claim, Status
from dateline.model.mark import ActorMark
from dateline.model.position import Position, Stance
from dateline.model.time import Days, Granularity, day
from dateline.store.base import Store
from dateline.views.base import Answer, AsOf, KnownAt, Query, Reading, view
from dateline.views.evidence import Evidence, evidence, published_day
from dateline.views.gather import Gathered
from dateline.views.matter import select
from dateline.views.wording import Stated, stated, stated_days

SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Stand:
    """One stance of a party: in which words, since when, on what evidence (the first report first).

    `speaker` is who spoke for the party, by name, "" for itself. `replaces` is the id of its earlier position on the
    same things, `replaced_by` that of the one which took this one's place; "" if there is none.
    """

    id: str
    stance: Stance
    words: str
    occurred: Stated | None
    speaker: str
    how: str
    evidence: tuple[Evidence, ...]
    replaces: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class PartyPositions:
    """A party with its positions, the latest first; those without a day stand last."""

    actor: str
    name: str
    country: str
    positions: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Positions(Answer):
    """Every party's positions on a matter, the party with the latest word first."""

    query: str
    actor: str
    as_of: date | None
    known_at: datetime | None
    parties: tuple[PartyPositions, ...]
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if nobody takes a position."""
        return 0 if self.parties else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """Words that no article has, and limits that were reached."""
        return self.notes


@view(
    "positions",
    doc="What each party of a matter supports, opposes, demands, offers or makes depend on something, latest first.",
    sample={"query": "Ukraine NATO"},
)
def positions_on(
    reading: Reading,
    query: Query,
    actor: Annotated[str, "Only this party (its id or a name), with the organs and people of a state."] = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Positions:
    """The positions on what the words of the query name; none for a party that takes no part in it."""
    selected = select(reading.store, query, as_of, known_at)
    parties = positions_of(reading.store, selected.gathered, as_of, known_at)
    if actor:
        parties = tuple(p for p in parties if _is(reading.store, p, actor))
    return Positions(query, actor, as_of, known_at, parties, selected.warnings)


def positions_of(
    store: Store, gathered: Gathered, as_of: date | None = None, known_at: datetime | None = None
) -> tuple[PartyPositions, ...]:
    """Each party's positions in the sentences of the gathered claims, by the day of its latest, then by name."""
    marks: dict[str, ActorMark] = {}
    found: list[tuple[Position, Claim]] = []
    sentences = {(c.revision_id, c.sentence.start) for c in gathered.claims.values()}
    for revision in sorted({c.revision_id for c in gathered.claims.values()}):
        page = _page(store, gathered, revision, known_at)
        claims = {c.id: c for c in page.claims}
        for mark in page.actors:
            held = marks.get(mark.actor)
            if held is None or len(mark.name) > len(held.name):
                marks[mark.actor] = mark
        told = (p for p in positions(page) if (revision, p.sentence.start) in sentences and p.claim in claims)
        found.extend((p, _act_of(claims[p.claim], page.claims)) for p in told)
    stands = _stands([(p, c) for p, c in found if _known(p, c, gathered, as_of)], gathered)
    return _by_party(stands, marks)


def _act_of(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Of the claims of one act of speech the one with its day: "called on 8 March for a truce for the month of Ramadan"
    has a term beside it."""
    same = [
        c
        for c in claims
        if c.sentence.start == claim.sentence.start and c.status is claim.status and c.speaker == claim.speaker != ""
    ]
    alike = [c for c in same if c.when and c.anchor.start < claim.anchor.end and claim.anchor.start < c.anchor.end]
    return min(alike, key=lambda c: (c.when.days.lower if c.when else date.max, c.id), default=claim)


def _page(store: Store, gathered: Gathered, revision: str, known_at: datetime | None) -> Page:
    held = gathered.held[revision]
    layer = store.annotations.layer
    claims = [c for c in store.claims.of_article(held.article.id, known_at) if c.revision_id == revision]
    return Page(
        held.revision.text,
        tuple(layer(revision, "sentences")),
        tuple(layer(revision, "actors")),
        tuple(layer(revision, "quotes")),
        claims,
    )


def _taken(position: Position, claim: Claim, gathered: Gathered) -> Stated | None:
    """When a position was taken: the day of the act or of its being said, else the day of publication.

    A day that lies ahead of the publication is a term that was set, not when it was set."""
    published = published_day(gathered.held[position.revision_id])
    when = claim.when
    if when is not None and _act(position, claim) and (published is None or when.days.lower <= published):
        return stated(when)
    return stated_days(day(published), Granularity.DAY) if published else None


def _act(position: Position, claim: Claim) -> bool:
    """Whether a claim tells of the act by which the position was taken, and not of something else in its sentence."""
    acts = any(r.name == "agent" and r.actor == position.actor for r in claim.roles)
    return claim.status in SPOKEN or (acts and not claim.said_of)


def _known(position: Position, claim: Claim, gathered: Gathered, as_of: date | None) -> bool:
    taken = _taken(position, claim, gathered)
    return as_of is None or (taken is not None and (taken.start or taken.end or date.max) <= as_of)


def _stands(found: Iterable[tuple[Position, Claim]], gathered: Gathered) -> list[tuple[str, Stand]]:
    """The positions as they are told, with their party; the same one in several reports is told once."""
    alike: dict[tuple[str, Stance], list[tuple[Dated, list[tuple[Position, Claim]]]]] = {}
    for position, claim in sorted(found, key=lambda f: _order(f[0], f[1], gathered)):
        taken = _taken(position, claim, gathered)
        dated = Dated(position, Days(taken.start, taken.end) if taken else None)
        held = alike.setdefault((position.actor, position.stance), [])
        same = next((told for first, told in held if retold(first, dated)), None)
        if same is None:
            held.append((dated, [(position, claim)]))
        else:
            same.append((position, claim))
    merged = [one for held in alike.values() for one in held]
    replaced = succession([dated for dated, _ in merged])
    by = {old: new for new, old in replaced.items()}
    return [
        (d.position.actor, _stand(told, gathered, replaced.get(d.position.id, ""), by.get(d.position.id, "")))
        for d, told in merged
    ]


def _order(position: Position, claim: Claim, gathered: Gathered) -> tuple[date, date, str, int]:
    taken, published = _taken(position, claim, gathered), published_day(gathered.held[position.revision_id])
    first = (taken.start or taken.end) if taken else None
    return (first or date.max, published or date.max, position.revision_id, position.words.start)


def _stand(told: Sequence[tuple[Position, Claim]], gathered: Gathered, replaces: str, by: str) -> Stand:
    position, claim = told[0]
    speaker = gathered.actors.get(claim.speaker, "") if claim.speaker != position.actor else ""
    return Stand(
        position.id,
        position.stance,
        position.words.exact,
        _closest(told, gathered),
        speaker,
        position.how,
        tuple(_evidence(p, c, gathered) for p, c in told),
        replaces,
        by,
    )


def _closest(told: Sequence[tuple[Position, Claim]], gathered: Gathered) -> Stated | None:
    """The most exact of the times that the reports of one position give."""
    times = [taken for p, c in told if (taken := _taken(p, c, gathered))]
    return min(times, key=lambda t: (t.end - t.start).days if t.start and t.end else 10**7, default=None)


def _evidence(position: Position, claim: Claim, gathered: Gathered) -> Evidence:
    start, end = position.words.start - position.sentence.start, position.words.end - position.sentence.start
    return replace(evidence(claim, gathered), sentence=position.sentence.exact, anchor=(start, end))


def _by_party(stands: Iterable[tuple[str, Stand]], marks: Mapping[str, ActorMark]) -> tuple[PartyPositions, ...]:
    held: dict[str, list[Stand]] = {}
    for actor, stand in stands:
        held.setdefault(actor, []).append(stand)
    parties = [
        PartyPositions(a, marks[a].name, marks[a].country, tuple(sorted(s, key=_latest_first))) for a, s in held.items()
    ]
    return tuple(sorted(parties, key=lambda p: (*_latest_first(p.positions[0])[:1], p.name, p.actor)))


def _latest_first(stand: Stand) -> tuple[int, str]:
    first = (stand.occurred.start or stand.occurred.end) if stand.occurred else None
    return (-(first.toordinal() if first else 0), stand.id)


def _is(store: Store, party: PartyPositions, typed: str) -> bool:
    """Whether a party is the one meant, or an organ or person of the state that is meant."""
    lists = lexicon(own_names(store.actors.edits()))
    meant = called(lists, typed)
    if not meant and typed not in (party.actor, party.name):
        return False
    states = {a.country for a in meant if a.kind == "state"}
    return party.actor in {typed, *(a.id for a in meant)} or party.name == typed or party.country in states
