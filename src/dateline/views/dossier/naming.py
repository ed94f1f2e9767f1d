"""Who a pronoun stands for that nothing in its line explains: the only person named in the sentences right before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.mark import ActorMark
from dateline.views.dossier.alone import ANOTHER, BEHIND

WINDOW = 500  # characters before a sentence in which people are looked for
WHY = "the only person named right before"
PRONOUN = re.compile(r"(?:he|she|him|his|her)\b", re.IGNORECASE)
SHE = frozenset(("she", "her"))
POSSESSIVE = re.compile(r"(?:his\b|her\b(?!" + BEHIND.pattern + r"))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sole:
    """Words text[start:end] that stand for the person of this name."""

    start: int
    end: int
    name: str
    possessive: bool

    @property
    def words(self) -> str:
        """What a bracket says."""
        return f"{self.name}’s" if self.possessive else self.name


def sole(text: str, at: int, begins: int, actors: Sequence[ActorMark]) -> Sole | None:
    """Who the pronoun at a place of a line that begins at `begins` stands for; None if that is not sure.

    One person, and no other, is named in the WINDOW before; nobody without a name ("a man of forty-one") comes in
    since; and the text calls that person by no pronoun of the other sex.
    """
    found = PRONOUN.match(text, at)
    if found is None:
        return None
    named = {m.actor: m for m in actors if begins - WINDOW <= m.words.start < begins and _is_person(m)}
    if len(named) != 1:
        return None
    (mark,) = named.values()
    if ANOTHER.search(text, mark.words.end, begins):
        return None
    own = {w for m in actors if m.actor == mark.actor and (w := m.words.exact.lower()) in ("he", "she", "him", "her")}
    if own and (found[0].lower() in SHE) not in {w in SHE for w in own}:
        return None
    return Sole(at, found.end(), mark.name, POSSESSIVE.match(text, at) is not None)


def _is_person(mark: ActorMark) -> bool:
    return mark.kind == "person"
