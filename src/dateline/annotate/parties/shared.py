"""Parties of claims that name none, or not all: "both sides", those of "their summit" or of talks named before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, BLOCKS, Document
from dateline.annotate.parties.carried import Carried
from dateline.annotate.parties.ground import Ground
from dateline.annotate.parties.happenings import Happenings
from dateline.annotate.parties.inside import forces, in_what_is_said, inside, main_beside
from dateline.annotate.parties.joined import Joined
from dateline.annotate.parties.others import Others
from dateline.annotate.parties.peoples import settled
from dateline.annotate.parties.sides import NEAR, REACH, Side, Sides
from dateline.annotate.parties.taking import Taking
from dateline.annotate.parties.weights import Weights
from dateline.annotate.parties.wording import (
    BETWEEN_PEOPLE,
    DEALS,
    MUTUAL,
    ONGOING,
    PAIRS,
    Sort,
    Standing,
    internal,
    mutual,
    sort_of,
    standing,
)
from dateline.model.claim import Claim, Role

HEADING = frozenset({"state", "alliance", "organisation", "group", "party"})
WE = frozenset({"we", "us"})
DOERS = frozenset({"agent", "patient"})


def with_parties(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims with the parties that pronouns and the like stand for in their roles, and with the parties that they
    are about without naming them as `implied`; unsure stays out."""
    text = _Text(document)
    made = [text.read(c) for c in settled(document, claims)]
    found: list[Claim] = []
    for claim in made:
        found.append(text.implied(claim, found))
    return found


def _dealt_with(claim: Claim) -> bool:
    """Whether what is done is a deal or talks with the party that the claim names, and nobody is named as doing it."""
    with_whom = [r for r in claim.roles if r.actor and r.name not in DOERS]
    things = [r.words for r in claim.roles if r.name in DOERS and not r.actor]
    doers = any(r.actor for r in claim.roles if r.name in DOERS)
    return not doers and any(f" with {r.words}".lower() in w.lower() for r in with_whom for w in things if mutual(w))


class _Text:
    """One text as its claims are read, in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sides = Sides(document)
        self._joined = Joined(document, self._sides)
        self._carried = Carried(document)
        self._weights = Weights(document)
        self._others = Others(document)
        self._happenings = Happenings(self._sides)
        self._taking = Taking(document)
        self._states = self._weights.states
        self._ground = Ground(document, self._states)
        self._countries: dict[str, str] | None = None
        self._groups = frozenset(m.actor for m in document[ACTORS] if m.kind == "group")
        self._named = frozenset(m.actor for m in document[ACTORS])
        self._on_land = self._weights.main in {a.id for a in lexicon().lands.values()}

    def read(self, claim: Claim) -> Claim:
        """The claim with what its words stand for in its roles."""
        claim = self._joined.settle(claim)
        if not any(not r.actor and (r.words.lower() in WE or standing(r.words)) for r in claim.roles):
            return claim
        roles = [made for role in claim.roles for made in self._resolved(claim, role)]
        return replace(claim, roles=tuple(dict.fromkeys(roles)))

    def _resolved(self, claim: Claim, role: Role) -> Iterator[Role]:
        found = () if role.actor else self._meant(claim, role)
        if not found:
            yield role
        for actor in found:
            yield replace(role, actor=actor)

    def _meant(self, claim: Claim, role: Role) -> tuple[str, ...]:
        """The parties that an argument without a name stands for; () if it stands for none, or nobody knows."""
        words = role.words.lower()
        if words in WE:
            return tuple(filter(None, [self._states.get(self._home(claim.speaker), "")]))
        kind = standing(words)
        if kind is None or kind is Standing.THEIR:
            return ()
        known = PAIRS.get(words.split()[-1]) if kind is Standing.TWO else None
        return known or self._stands_for(claim, role, kind)

    def _home(self, actor: str) -> str:
        """The country of a party; "" if it has none."""
        if self._countries is None:
            self._countries = {m.actor: m.country for m in self._document[ACTORS] if m.country}
        return self._countries.get(actor, "")

    def _stands_for(self, claim: Claim, role: Role, kind: Standing) -> tuple[str, ...]:
        at = self._document.text.find(role.words, claim.sentence.start, claim.sentence.end)
        at = at if at >= 0 else claim.anchor.start
        group = self._sides.before(at, NEAR if kind is Standing.THEY else REACH)
        if kind is Standing.THEY:
            near = group and self._sides.sentence_of(at) - self._sides.sentence_of(group[-1].start) <= 1
            met = near and claim.actors & {side.actor for side in group}  # "they pressed Roe" is not Roe
            return self._ids(group, Sort.ANY) if near and not met else ()
        if kind is Standing.THREE:
            return self._ids(self._sides.three(at), Sort.ANY)
        if (kind is Standing.TWO and len(group) != 2) or (group and self._sides.crowded(group, at)):
            group = ()
        sort = sort_of(role.words)
        found = self._ids(group, sort)
        if found or kind is not Standing.TWO:
            return found
        return (self._weights.people or self._sides.pair(at)) if sort is Sort.PERSONS else self._weights.both(at)

    def _ids(self, group: Iterable[Side], sort: Sort) -> tuple[str, ...]:
        """The ids of a group as a noun of that sort calls it; () if it cannot mean the group."""
        group = tuple(group)
        if sort is Sort.PERSONS:
            return tuple(s.actor for s in group) if all(s.kind == "person" for s in group) else ()
        if sort is Sort.STATES:
            found = [s.actor if s.kind != "person" else self._states.get(s.country, "") for s in group]
            return tuple(dict.fromkeys(found)) if all(found) and len(set(found)) > 1 else ()
        return tuple(s.actor for s in group)

    def implied(self, claim: Claim, earlier: Sequence[Claim]) -> Claim:
        """The claim with the parties that it is about without naming them; `earlier` are those before it."""
        found = dict.fromkeys(a for _, actors in self.grounds(claim, earlier) for a in actors)
        actors = tuple(a for a in found if a not in claim.actors)
        return replace(claim, implied=actors) if actors else claim

    def grounds(self, claim: Claim, earlier: Sequence[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The rules that give parties which a claim does not name, with what each gives."""
        ground = self._ground.of(claim)
        yield "ground", ground
        named: tuple[str, ...] = ()
        if claim.actors:
            named = forces(self._document, self._sides, claim)
            yield "forces", named
            told = in_what_is_said(self._document, self._sides, claim)
            named += told
            yield "told", told
        if claim.actors and self._weights.main:
            beside = main_beside(self._document, self._sides, claim, self._weights.main)
            named += beside
            yield "main beside", beside
        named = tuple(a for a in named if a not in claim.actors)
        if not (ground or named) and (not claim.actors or self._half(claim)):
            yield from self._without(claim, earlier)

    def _without(self, claim: Claim, earlier: Sequence[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The first rule that gives parties of a claim that names none, or only one of two."""
        rules: list[tuple[str, Callable[[], tuple[str, ...]]]] = [
            ("taking part", lambda: () if claim.actors else self._taking.of(claim)),
            ("other side", lambda: self._other_side(claim)),
            ("theirs", lambda: self._theirs(claim)),
            ("mutual", lambda: self._mutual(claim)),
        ]
        if not claim.actors and not self._spoken(claim):
            rules += [
                ("inside", lambda: inside(self._document, self._sides, claim)),
                ("within", lambda: self._carried.within(claim)),
                ("taken up", lambda: self._taken_up(claim, earlier)),
            ]
            if not self._others.act_in(claim):
                rules += [
                    ("headed", lambda: self._headed(claim)),
                    ("subject", lambda: tuple(filter(None, [self._subject(claim)]))),
                ]
        yield from islice(((name, found) for name, rule in rules if (found := rule())), 1)

    def _taken_up(self, claim: Claim, earlier: Sequence[Claim]) -> tuple[str, ...]:
        """The parties of the happening that a claim comes back to; where one is a body, people stand for theirs."""
        found = self._happenings.taken_up(claim, earlier)
        bodies = [self._body(a) for a in found]
        return (
            tuple(dict.fromkeys(bodies)) if all(bodies) and set(bodies) & set(found) and len(set(bodies)) > 1 else found
        )

    def _body(self, actor: str) -> str:
        """The party, or the group or state that a person stands for."""
        if actor in self._groups or not self._home(actor):
            return lexicon().led_group(actor) or actor
        led = lexicon().led_group(actor)
        return led if led in self._groups else self._states.get(self._home(actor), actor)

    def _subject(self, claim: Claim) -> str:
        """The party that the text is on before all; of what happens within a state, the state."""
        said = (claim.head, *(r.words for r in claim.roles if r.name in DOERS and not r.actor))
        state = self._weights.state if any(internal(w) for w in said) and not self._on_land else ""
        return state or self._weights.main

    def _headed(self, claim: Claim) -> tuple[str, ...]:
        """The states and organisations that the heading above a claim names, if it names no more than two."""
        at = self._sides.section(claim.anchor.start)
        if at is None:
            return ()
        block = self._document[BLOCKS][at]
        marks = self._sides.between(block.start, block.end)
        found = tuple(dict.fromkeys(m.actor for m in marks if m.kind in HEADING))
        return found if len(found) <= 2 else ()

    def _spoken(self, claim: Claim) -> bool:
        """Whether a party says it; words for a speaker that are none leave the claim without any."""
        return bool(claim.speaker) and claim.speaker in self._named

    def _half(self, claim: Claim) -> bool:
        """Whether a claim names one side of what takes two: "suspended the talks"."""
        things = [r.words for r in claim.roles if r.name in DOERS and not r.actor]
        half = any(mutual(w, ONGOING) and not w.lower().startswith("a ") for w in things) or _dealt_with(claim)
        return len(claim.actors) == 1 and half

    def _other_side(self, claim: Claim) -> tuple[str, ...]:
        """Who deals with the only party of a claim that deals with it: "an agreement with the Fund was reached"."""
        if len(claim.actors) != 1 or not _dealt_with(claim):
            return ()
        (named,) = claim.actors
        across = self._across(claim) if named in self._groups else ()
        sides = across or (self._weights.main, self._weights.state)
        own = {named, self._states.get(self._home(named), "")} if named not in self._groups else {named}
        return next(((a,) for a in sides if a and a not in own), ())

    def _theirs(self, claim: Claim) -> tuple[str, ...]:
        words = [claim.anchor.exact, *(r.words for r in claim.roles if r.name in DOERS and not r.actor)]
        if not any(standing(w) is Standing.THEIR for w in words):
            return ()
        return self._ids(self._sides.before(claim.anchor.start, NEAR), Sort.ANY)

    def _mutual(self, claim: Claim) -> tuple[str, ...]:
        """The sides of talks, a truce or a treaty: those named together last, else those that the text is on."""
        things = [r.words for r in claim.roles if r.name in DOERS and not r.actor]
        if not mutual(claim.head, MUTUAL | DEALS) and not any(mutual(w) for w in things):
            return ()
        if self._others.band_in(claim) or (not claim.actors and any(" with " in w for w in things)):
            return ()
        group = self._sides.dealing(claim.anchor.start)
        people = any(mutual(w, BETWEEN_PEOPLE) for w in (claim.head, *things))
        named = (self._ids(group, Sort.ANY) if people else self._bodies(group)) if len(group) == 2 else ()
        own = claim.actors | {self._states.get(self._home(a), "") for a in claim.actors - self._groups}
        both = self._across(claim) or self._weights.sides(claim.anchor.start)
        if claim.actors and not own & set(named):
            named = tuple(a for a in both if a not in own) if own & set(both) else ()
        return named or (both if not claim.actors else ())

    def _across(self, claim: Claim) -> tuple[str, ...]:
        """The two sides where one is a group at odds with its state: the group that the claim names, or the heading
        above it, and the state that it is of."""
        groups = [a for a in claim.actors if a in self._groups] or [a for a in self._headed(claim) if a in self._groups]
        if len(groups) != 1:
            return ()
        state = self._states.get(self._home(groups[0]), "")
        return (groups[0], state) if state else ()

    def _bodies(self, group: Iterable[Side]) -> tuple[str, ...]:
        """The ids of a group where people stand for their states, or for the armed group that they head, as in a war;
        one if both are of one state."""
        found = (s.actor if s.kind != "person" else self._body_of(s) for s in group)
        return tuple(dict.fromkeys(filter(None, found)))

    def _body_of(self, side: Side) -> str:
        led = lexicon().led_group(side.actor)
        return led if led in self._groups else self._states.get(side.country, "")
