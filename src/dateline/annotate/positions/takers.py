"""Who takes positions: parties and their people, not passers-by, papers, or peoples."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.annotate.actors.card import offices_of
from dateline.annotate.actors.lexicon import Actor
from dateline.annotate.actors.lexicon import lexicon as lexicon_of_parties
from dateline.annotate.gazetteer import fold
from dateline.annotate.positions.lexicon import lexicon
from dateline.model.mark import ActorMark

UNLISTED = "last word of the name"  # an organisation that no list has
SPEAKING = frozenset({"state", "government"})
SILENT = frozenset({"media", "instrument", "company"})


def takers(marks: Iterable[ActorMark]) -> frozenset[str]:
    """The ids of those in a text who can take a position: states, their organs, organisations, holders of offices."""
    return frozenset(m.actor for m in marks if _takes(m))


def _takes(mark: ActorMark) -> bool:
    if mark.kind == "person":
        return mark.office not in ("", "spokesman", "chair") or (bool(mark.country) and _holds(mark.actor, mark.name))
    last = fold(mark.name).replace("'s", "").split()[-1:]
    if mark.how == UNLISTED and not set(last) & lexicon()["bodies"]:
        return False
    return mark.kind not in SILENT and not (mark.kind in ("organisation", "body") and set(last) & lexicon()["papers"])


@cache
def _holds(actor: str, name: str) -> bool:
    """Whether somebody of the lists has held an office of a state or a party, and is not only known."""
    return any(o.title != "other" for o in offices_of(lexicon_of_parties(), Actor(actor, name, "person")))


def peoples(marks: Iterable[ActorMark]) -> frozenset[str]:
    """Words that mean a people and not its state: "Colombians", "the British"."""
    return frozenset(m.words.exact for m in marks if m.how == "demonym" and m.kind == "state")


def names_of(marks: Iterable[ActorMark], actor: str) -> frozenset[str]:
    """The words by which a text names a party and the state that it speaks for, in lower case, without articles."""
    empty = lexicon()["empty"]
    marks = tuple(marks)
    home = {m.country for m in marks if m.actor == actor and m.country}
    own = [m for m in marks if m.actor == actor or (m.kind in SPEAKING and m.country in home)]
    told = (w for m in own for w in (*m.words.exact.lower().split(), *m.name.lower().split()))
    return frozenset(w for w in told if w not in empty and len(w) > 1)
