"""What is known of one party: which one a name or an id means, its other names, its offices."""

from __future__ import annotations

from datetime import date

from dateline.annotate.actors.lexicon import Actor, Lexicon, Office, Person
from dateline.annotate.gazetteer import fold


def called(lists: Lexicon, typed: str) -> tuple[Actor, ...]:
    """The parties that an id or a name means, the desk's own first, each once."""
    name = fold(typed)
    found = [a for a in (lists.own.get(name), lists.named.get(typed)) if a]
    found += [a for a in lists.own.values() if a.id == typed]
    found += [*lists.organisations.get(name, ()), *lists.states.get(name, ())]
    found += [p.actor for p in _people(lists, name) if fold(p.actor.name) == name]
    found += [p.actor for p in _people(lists, typed.replace("-", " ")) if p.actor.id == typed]
    return tuple({a.id: a for a in found}.values())


def names_of(lists: Lexicon, actor: Actor) -> tuple[str, ...]:
    """The names of a party in the lists and by the desk's word, without the one that it goes by here."""
    listed = [n for held, names in lists.organisation_rows if held.id == actor.id for n in names]
    if actor.kind == "state":
        listed += [n for row in lists.country_rows if row[0] == actor.country for n in row[2].split(";")]
    own = [n.words for n in lists.own_names if n.actor == actor.id]
    return tuple(n for n in dict.fromkeys(listed + own) if n and n != actor.name)


def offices_of(lists: Lexicon, actor: Actor) -> tuple[Office, ...]:
    """The offices of a person in the lists, oldest first."""
    held = [o for p in _people(lists, fold(actor.name)) if p.actor.id == actor.id for o in p.offices]
    return tuple(sorted(dict.fromkeys(held), key=lambda o: (o.start or date.min, o.title)))


def _people(lists: Lexicon, name: str) -> tuple[Person, ...]:
    """Office holders of a full name, family name last or first."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    return (*lists.person(parts[0], parts[-1]), *lists.person("".join(parts[1:]), parts[0]))
