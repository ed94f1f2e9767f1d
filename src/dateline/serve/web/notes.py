"""The notes of a page: every sentence that something on it rests on, numbered in the order in which it is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from dateline.desk import Desk
from dateline.views.evidence import Evidence
from dateline.views.surroundings import Surrounded

MOST = 1500  # sentences of a page whose surroundings are looked up


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence with its number on the page, its own anchor there (the page may show it several times), and what
    stands around it (None if that is not known)."""

    number: int
    anchor: str
    evidence: Evidence
    around: Surrounded | None


class Notes:
    """Numbers sentences as a template asks for them; the same sentence has the same number."""

    def __init__(self, around: Mapping[str, Surrounded]) -> None:
        self._around = around
        self._numbers: dict[tuple[str, str], int] = {}
        self._shown: dict[int, int] = {}

    def note(self, evidence: Evidence) -> Note:
        """The note of a sentence."""
        named = (evidence.article, evidence.sentence)
        number = self._numbers.setdefault(named, len(self._numbers) + 1)
        self._shown[number] = self._shown.get(number, 0) + 1
        anchor = f"n{number}" if self._shown[number] == 1 else f"n{number}-{self._shown[number]}"
        return Note(number, anchor, evidence, self._around.get(evidence.claim))

    def of(self, evidence: tuple[Evidence, ...]) -> list[Note]:
        """The notes of several, each sentence once."""
        once = {(e.article, e.sentence): e for e in reversed(evidence)}
        return [self.note(e) for e in evidence if once.get((e.article, e.sentence)) is e]


def notes_for(desk: Desk, result: Any) -> Notes:
    """The notes for an answer, with the surroundings of all sentences in it."""
    claims = list(dict.fromkeys(e.claim for e in evidence_in(result)))[:MOST]
    found = desk.view("surroundings", claims=tuple(claims)).surroundings if claims else ()
    return Notes({s.claim: s for s in found})


def evidence_in(thing: Any) -> Iterator[Evidence]:
    """All evidence anywhere inside an answer."""
    if isinstance(thing, Evidence):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from evidence_in(one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for name in _holding(type(thing)):
            yield from evidence_in(getattr(thing, name))


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """The fields of a record in which evidence may stand: a page of a thousand others is not searched through."""
    hints = get_type_hints(kind)
    return tuple(f.name for f in fields(kind) if _reaches(hints[f.name], frozenset()))


def _reaches(hint: Any, above: frozenset[Any]) -> bool:
    """Whether evidence may stand inside what is declared so."""
    if hint in (Evidence, Any, object) or isinstance(hint, TypeVar):
        return True
    if any(_reaches(inner, above) for inner in get_args(hint)):
        return True
    if not is_dataclass(hint) or hint in above:
        return False
    inside = get_type_hints(hint)
    return any(_reaches(inside[f.name], above | {hint}) for f in fields(hint))
