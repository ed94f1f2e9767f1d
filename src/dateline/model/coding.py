"""What parties do to one another, by the sixteen event types of PLOVER."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventType(StrEnum):
    """The types of PLOVER, from the friendliest words to the hardest deeds."""

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"


class Quad(StrEnum):
    """Words or deeds, with or against one another."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


_VERBAL_COOPERATION = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE})
_MATERIAL_COOPERATION = frozenset({EventType.COOPERATE, EventType.AID, EventType.RETREAT})
_VERBAL_CONFLICT = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})


def quad(of: EventType) -> Quad:
    """The class of a type."""
    if of in _VERBAL_COOPERATION:
        return Quad.VERBAL_COOPERATION
    if of in _MATERIAL_COOPERATION:
        return Quad.MATERIAL_COOPERATION
    return Quad.VERBAL_CONFLICT if of in _VERBAL_CONFLICT else Quad.MATERIAL_CONFLICT


OWN = frozenset({"party", "group", "company", "organisation", "alliance", "body"})  # who acts for no state


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act as worded; `actor` is its id ("" for no known party), `country` ISO 3166-1 alpha-2 or "".

    `kind` is what sort of party it is, "place" if only a place stands for it."""

    words: str
    actor: str = ""
    country: str = ""
    kind: str = ""

    @property
    def party(self) -> str:
        """For whom its acts count: the country (ISO code) of a state, its organs and people, else its own id."""
        return self.country if self.country and self.kind not in OWN else self.actor


@dataclass(frozen=True, slots=True)
class Coding:
    """What a claim tells that one side did to another: the type, its mode ("" if not clear), who and to whom (None if
    not told), and the words and rules by which it was read."""

    type: EventType
    mode: str = ""
    actor: Side | None = None
    recipient: Side | None = None
    why: str = ""
