"""A party as the desk knows it: id, kind, country, names, offices, what people said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dateline.annotate.actors.card import called, names_of, offices_of
from dateline.annotate.actors.lexicon import Actor, Lexicon, lexicon
from dateline.errors import NothingFound
from dateline.model.actor import ActorEdit, own_names
from dateline.views.base import Answer, Reading, view


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office with its first and last day; None for an end that is open or not known."""

    office: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ActorCard:
    """One party. `names` are its other names, of the lists and of the desk; `edits` what people said, oldest first."""

    id: str
    name: str
    kind: str
    country: str
    names: tuple[str, ...]
    offices: tuple[OfficeHeld, ...]
    edits: tuple[ActorEdit, ...]


@dataclass(frozen=True, slots=True)
class ActorsShown(Answer):
    """The parties that a name means: one, or several that share it."""

    actors: tuple[ActorCard, ...]

    @property
    def next(self) -> tuple[str, ...]:
        """How to give it another name."""
        return tuple(f"actors alias {a.id} NAME" for a in self.actors[:1])


@view("actors.show", doc="A party by its name or id: what the lists and the desk know of it.", sample={"name": "NATO"})
def show(reading: Reading, name: Annotated[str, "Its id or one of its names."]) -> ActorsShown:
    """What is known of a party; raises NothingFound for one that neither the lists nor the desk have."""
    edits = tuple(reading.store.actors.edits())
    lists = lexicon(own_names(edits))
    found = called(lists, name)
    if not found:
        raise NothingFound("no such party in the lists", what=name, do="dateline actors add NAME adds it")
    return ActorsShown(tuple(_card(lists, a, edits) for a in found))


def _card(lists: Lexicon, actor: Actor, edits: tuple[ActorEdit, ...]) -> ActorCard:
    offices = tuple(OfficeHeld(o.title, o.start, o.end) for o in offices_of(lists, actor) if o.title != "gov")
    mine = tuple(e for e in edits if e.actor == actor.id)
    return ActorCard(actor.id, actor.name, actor.kind, actor.country, names_of(lists, actor), offices, mine)
