"""The sentences of claims in their surroundings: what stands before and after them in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.errors import UsageError
from dateline.model.claim import Claim
from dateline.store.base import Held, Store
from dateline.views.base import Answer, Reading, view

AROUND = 160  # characters on each side
MOST = 2000  # claims asked for at once


@dataclass(frozen=True, slots=True)
class Surrounded:
    """The text `before` and `after` the sentence of a claim (whole words, one paragraph), and where in the text the
    sentence starts. `copies` are how many other articles run the same text."""

    claim: str
    start: int
    before: str
    after: str
    copies: int


@dataclass(frozen=True, slots=True)
class Surroundings(Answer):
    """Those of the claims that are held, in the order asked for."""

    surroundings: tuple[Surrounded, ...]


@view(
    "surroundings",
    doc="The sentences of claims with what stands before and after them in their articles.",
    sample={"claims": ()},
)
def surroundings(reading: Reading, claims: Annotated[tuple[str, ...], "Ids of claims."] = ()) -> Surroundings:
    """What stands around these claims. Raises UsageError for too many of them."""
    if len(claims) > MOST:
        raise UsageError(f"more than {MOST} claims", what=str(len(claims)), do="ask for fewer at once")
    texts: dict[str, Held | None] = {}
    copies: dict[str, int] = {}
    found = []
    for claim in reading.store.claims.get(claims):
        if claim.revision_id not in texts:
            texts[claim.revision_id] = reading.store.articles.revision(claim.revision_id)
            copies[claim.article_id] = _copies(reading.store, claim.article_id)
        if held := texts[claim.revision_id]:
            found.append(_around(claim, held.revision.text, copies[claim.article_id]))
    return Surroundings(tuple(found))


def _copies(store: Store, article_id: str) -> int:
    relations = store.links.relations_of([article_id])
    return len({x for r in relations for x in (r.a, r.b)} - {article_id})


def _around(claim: Claim, text: str, copies: int) -> Surrounded:
    start, end = claim.sentence.start, claim.sentence.end
    return Surrounded(claim.id, start, before(text, start), after(text, end), copies)


def before(text: str, start: int) -> str:
    """What stands before in the same paragraph, from a whole word on; a bullet alone is nothing."""
    piece = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    if len(piece) == AROUND and " " in piece:
        piece = "… " + piece.partition(" ")[2]
    return piece.strip() if any(c.isalnum() for c in piece) else ""


def after(text: str, end: int) -> str:
    """What stands after in the same paragraph, up to a whole word."""
    piece = text[end : end + AROUND].partition("\n")[0]
    if len(piece) == AROUND and " " in piece:
        piece = piece.rpartition(" ")[0] + " …"
    return piece.strip()
