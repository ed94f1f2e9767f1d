"""The dossier of a matter: every line with its evidence."""

from __future__ import annotations

from typing import Annotated

from dateline.views.base import AsOf, KnownAt, Reading, view
from dateline.views.dossier.composing import compose
from dateline.views.dossier.material import read
from dateline.views.dossier.parts import Dossier, Length


@view(
    "dossier.show",
    doc="A matter's dossier: how it stands, its chronology, positions, calendar, disagreements; every line evidenced.",
    sample={"name": "ukraine-and-nato"},
)
def show(
    reading: Reading,
    name: Annotated[str, "The dossier's name; `dateline dossier list` has them."],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    length: Annotated[Length, "How much is shown."] = Length.MEDIUM,
) -> Dossier:
    """The dossier as of a day (today by default). Raises NothingFound for a name that no dossier has."""
    material = read(reading.store, name, as_of or reading.today, as_of, known_at)
    return compose(material, length, known_at)
