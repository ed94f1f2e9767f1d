"""The sentence that a line rests on, with who published it and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from dateline.model.claim import Certainty, Claim, Status
from dateline.model.outlet import UNKNOWN_OUTLET
from dateline.store.base import Held
from dateline.views.gather import Gathered
from dateline.views.wording import Stated, stated


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as a reader needs it to check a line.

    `anchor` is where the words that name the happening stand in `sentence` (start, end; characters, half-open).
    `published_at` is a day in the outlet's own place, None if the outlet gives none. `copy_of` is the id of the article
    that this text is a copy of, "" for an independent one. `told` are the words for what is claimed, to be read by
    themselves: the anchor, or more of its clause.
    """

    claim: str
    article: str
    outlet: str
    outlet_id: str
    url: str
    headline: str
    published_at: date | None
    sentence: str
    anchor: tuple[int, int]
    occurred: Stated | None
    status: Status
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    speaker: str = ""
    copy_of: str = ""
    told: str = ""


def evidence(claim: Claim, gathered: Gathered) -> Evidence:
    """The evidence that a claim gives."""
    held = gathered.text_of(claim)
    voice = gathered.voice(claim.article_id)
    return Evidence(
        claim=claim.id,
        article=claim.article_id,
        outlet=told_by(held),
        outlet_id=held.outlet.id,
        url=held.article.url,
        headline=held.revision.headline,
        published_at=published_day(held),
        sentence=claim.sentence.exact,
        anchor=(claim.anchor.start - claim.sentence.start, claim.anchor.end - claim.sentence.start),
        occurred=stated(claim.when) if claim.when else None,
        status=claim.status,
        negated=claim.negated,
        certainty=claim.certainty,
        speaker=gathered.actors.get(claim.speaker, claim.speaker),
        copy_of=voice if voice != claim.article_id else "",
        told=claim.words.exact,
    )


def told_by(held: Held) -> str:
    """Who publishes: the outlet's name, or the file that an article of no known outlet came from."""
    file = unquote(urlsplit(held.article.url).path).rpartition("/")[2]
    if held.article.url.startswith("file:") and file and held.outlet.id == UNKNOWN_OUTLET:
        return file
    return held.outlet.name or held.outlet.id


def published_day(held: Held) -> date | None:
    """The day on which the outlet says that it published."""
    return held.revision.published_at.day if held.revision.published_at else None


def in_order(claims: Iterable[Claim], gathered: Gathered) -> list[Claim]:
    """The claims by publication (unknown last), originals before copies, then as they stand in the text."""

    def key(claim: Claim) -> tuple[date, bool, str, int, str]:
        held = gathered.text_of(claim)
        copied = gathered.voice(claim.article_id) != claim.article_id
        return (published_day(held) or date.max, copied, claim.article_id, claim.anchor.start, claim.id)

    return sorted(claims, key=key)


def voices(claims: Iterable[Claim], gathered: Gathered) -> int:
    """How many independent articles stand behind the claims; copies of one text count once."""
    return len({gathered.voice(c.article_id) for c in claims})
