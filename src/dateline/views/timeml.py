"""An article as TimeML, for other programs: its text with every time expression as a TIMEX3 element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.annotate.dates.timeml import timeml as written
from dateline.model.mark import DateMark
from dateline.store.resolving import one_of
from dateline.views.articles import removed
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.evidence import published_day


@dataclass(frozen=True, slots=True)
class Written(Answer):
    """The article's id, how many marks of dates its text has, and the document (TimeML as TempEval-3 used it)."""

    article: str
    marks: int
    timeml: str


@view(
    "timeml",
    doc="An article as TimeML: its text with TIMEX3 elements.",
    sample={"article": "article-b56b2da4"},
)
def timeml(
    reading: Reading,
    article: Annotated[str, "The article's id, or its first characters."],
    known_at: KnownAt = None,
) -> Written:
    """The article's text as held, with the times that were marked in it; every other character is kept."""
    found = one_of(reading.store, article, ("article",))
    held = reading.store.articles.get(found, known_at)
    if held is None:
        raise removed(reading.store, found)
    layer = reading.store.annotations.layer(held.revision.id, "dates")
    marks = [m for m in layer if isinstance(m, DateMark)]
    return Written(found, len(marks), written(held.revision.text, marks, published_day(held), found))
