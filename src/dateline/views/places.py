"""A place as the desk knows it: where it is, what it may be taken for, and the articles about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.annotate.gazetteer import Toponym, packed_places, prominence
from dateline.errors import NothingFound
from dateline.store.base import SearchFilter
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, Reading, view

MOST = 20  # articles that are named
OTHERS = 5  # places of the same name


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place: its id, its name, what it is, its country (ISO 3166-1 alpha-2), and where it lies in degrees."""

    id: str
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class PlaceShown(Answer):
    """The best known place of a name, others of the same name, and articles about it that name it, best first."""

    place: PlaceCard
    others: tuple[PlaceCard, ...]
    articles: tuple[Brief, ...]

    @property
    def exit_status(self) -> int:
        """1 if no article is about it."""
        return 0 if self.articles else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to read on."""
        return (f'search "{self.place.name}" --place {self.place.id}',) if self.articles else ("coverage",)


@view("places.show", doc="A place by its name: where it is, and the articles about it.", sample={"name": "Bucharest"})
def show(reading: Reading, name: Annotated[str, "Its name in English."]) -> PlaceShown:
    """What is known of a place; raises NothingFound for a name that the lists lack."""
    found = sorted(packed_places().named(name), key=lambda t: (-prominence(t, ""), t.place))
    if not found:
        raise NothingFound("no such place in the lists", what=name, do="write its name as English papers do")
    hits = reading.store.articles.search(name, SearchFilter(place=found[0].place), MOST)
    cards = [_card(t) for t in found[: OTHERS + 1]]
    return PlaceShown(cards[0], tuple(cards[1:]), tuple(brief(h.held) for h in hits))


def _card(t: Toponym) -> PlaceCard:
    return PlaceCard(t.place, t.name, t.kind or "city", t.country, t.latitude, t.longitude)
