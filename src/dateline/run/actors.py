"""What people add to the lists of parties: a party, or another name of one. Who said it and when is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import Actor, Lexicon, lexicon, slug
from dateline.errors import NothingFound, UsageError
from dateline.model.actor import ActorEdit, ActorKind, own_names
from dateline.model.ids import content_id
from dateline.run.base import job
from dateline.run.working import Working

LEAST = 2  # characters of a name: a single letter is no name


@dataclass(frozen=True, slots=True)
class ActorEdited:
    """What was said of a party, the names that the desk now has for it, and how many articles were annotated before:
    they keep their marks until `annotate --stale`."""

    edit: ActorEdit
    names: tuple[str, ...]
    stale: int

    @property
    def warnings(self) -> tuple[str, ...]:
        """That what is held stands on the lists of before."""
        return (f"{self.stale} revisions have marks from before this change",) if self.stale else ()

    @property
    def next(self) -> tuple[str, ...]:
        """How to bring them up to date."""
        return ("annotate --stale",) if self.stale else ()

    @property
    def exit_status(self) -> int:
        """Always fine."""
        return 0


@job(
    "actors.add",
    doc="Add a party that the lists lack: its name, what it is, and other names of it.",
    sample={"name": "Harbour Front", "kind": "party", "country": "LK", "alias": ("HFR",)},
)
def add(
    working: Working,
    name: Annotated[str, "The name that it shall go by."],
    *,
    kind: Annotated[ActorKind, "What sort of party it is."] = ActorKind.ORGANISATION,
    country: Annotated[str, "ISO 3166-1 code of its country, such as KE."] = "",
    alias: Annotated[tuple[str, ...], "Another name of it; may be given several times."] = (),
) -> ActorEdited:
    """Adds a party. Raises UsageError for a name that a party of the lists has, or a country that there is not."""
    names = tuple(_name(n) for n in (name, *alias))
    lists = _lists(working)
    held = called(lists, names[0])
    if held:
        raise UsageError(
            f"is a name of {held[0].name} ({held[0].id}) already",
            what=name,
            do=f"dateline actors alias {held[0].id} NAME adds one; add another party by a longer name",
        )
    code = country.strip().upper()
    if code and code not in lists.countries:
        raise UsageError("is no country code", what=country, do="write two letters, such as KE")
    return _edit(working, Actor(slug(names[0]), names[0], ActorKind(kind).value, code), names, dropped=False)


@job(
    "actors.alias",
    doc="Give a party another name, or take back a name that the desk gave it (--drop).",
    sample={"actor": "nato", "name": "Brussels pact"},
)
def alias(
    working: Working,
    actor: Annotated[str, "The party: its id or one of its names."],
    name: Annotated[str, "The other name."],
    *,
    drop: Annotated[bool, "Take the name back; names of the lists stay."] = False,
) -> ActorEdited:
    """Adds or takes back a name. Raises NothingFound for an unknown party, UsageError where several are meant."""
    party = named(working, actor)
    words = _name(name)
    own = own_names(working.store.actors.edits())
    if drop and not any(n.words.casefold() == words.casefold() and n.actor == party.id for n in own):
        raise NothingFound("the desk has given the party no such name", what=name, do="dateline actors show lists them")
    return _edit(working, party, (words,), dropped=drop)


def named(working: Working, typed: str) -> Actor:
    """The one party that an id or name means."""
    found = called(_lists(working), typed)
    if not found:
        raise NothingFound("no such party in the lists", what=typed, do="dateline actors add NAME adds it")
    if len(found) > 1 and found[0].id != typed:
        told = ", ".join(a.id for a in found[:5])
        raise UsageError(f"could be {told}", what=typed, do="give the id")
    return found[0]


def _edit(working: Working, actor: Actor, names: tuple[str, ...], *, dropped: bool) -> ActorEdited:
    user, now = working.settings.user, working.now()
    made = content_id("actoredit", actor.id, *names, str(dropped), user, now.isoformat())
    said = ActorEdit(made, actor.id, actor.name, actor.kind, user, now, actor.country, names, dropped)
    store = working.store
    store.actors.edit(said)
    own = own_names(store.actors.edits())
    stale = len(store.annotations.stale(working.chain().producers))
    return ActorEdited(said, tuple(n.words for n in own if n.actor == actor.id), stale)


def _lists(working: Working) -> Lexicon:
    return lexicon(own_names(working.store.actors.edits()))


def _name(typed: str) -> str:
    words = " ".join(typed.split())
    if len(words) < LEAST or not (words[0].isupper() or words[0].isdigit()):
        raise UsageError(
            "is no name that a text can be searched for", what=typed, do="write it with its capital letter"
        )
    return words
