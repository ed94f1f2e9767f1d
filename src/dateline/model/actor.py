"""What people add to the lists of parties: a party, or another name of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.ids import digest


class ActorKind(StrEnum):
    """What sort of party somebody adds."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PARTY = "party"
    GROUP = "group"
    ALLIANCE = "alliance"
    BODY = "body"
    COMPANY = "company"
    MILITARY = "military"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    COURT = "court"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class ActorEdit:
    """A person's word on a party: these names mean it (or, if `dropped`, no longer mean it by anybody's word).

    `actor` is its id, of a party of the lists or of a new one; `name`, `kind` and `country` describe it.
    """

    id: str
    actor: str
    name: str
    kind: str
    by: str
    at: datetime
    country: str = ""
    names: tuple[str, ...] = ()
    dropped: bool = False


@dataclass(frozen=True, slots=True, order=True)
class OwnName:
    """A name that the desk has given a party: what stands above the lists when a text is read."""

    words: str
    actor: str
    name: str
    kind: str
    country: str = ""


def own_names(edits: Iterable[ActorEdit]) -> tuple[OwnName, ...]:
    """The names in force, in order; `edits` oldest first. The last word on a name holds."""
    found: dict[str, OwnName] = {}
    for edit in edits:
        for words in edit.names:
            held = found.pop(words.casefold(), None)
            if not edit.dropped:
                found[words.casefold()] = OwnName(words, edit.actor, edit.name, edit.kind, edit.country)
            elif held and held.actor != edit.actor:
                found[words.casefold()] = held
    return tuple(sorted(found.values()))


def fingerprint(names: tuple[OwnName, ...]) -> str:
    """Eight characters that change with the names, "" for none: part of the version of what reads them."""
    return (
        digest("\n".join("\t".join((n.words, n.actor, n.name, n.kind, n.country)) for n in names))[:8] if names else ""
    )
