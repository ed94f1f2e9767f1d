"""Small records for the tests of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.model.article import Article, Capture, Published, Revision, article_id, revision_id
from dateline.model.claim import Claim, Quantity, Role, Status, When
from dateline.model.event import Event
from dateline.model.ids import content_id, digest
from dateline.model.mark import ActorMark, DatelineMark, DateMark, PlaceMark, PresenceMark, QuoteMark, Speech, TimexType
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer, Reason
from dateline.model.relation import Correction, Judgement, Relation, RelationKind, Slot, Target, Verdict
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.model.time import Days, Granularity, Modifier, day
from dateline.store.base import Store, Tombstone

T0 = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PRODUCERS = (Producer("dates", "1"), Producer("claims", "1"))
TEXT = "Parliament voted on Tuesday. Deputies of the coalition left the hall."


def at(minutes: float) -> datetime:
    """A moment some minutes after the start."""
    return T0 + timedelta(minutes=minutes)


@dataclass(frozen=True)
class Made:
    """An article ready to be put."""

    outlet: Outlet
    article: Article
    revision: Revision
    capture: Capture | None

    @property
    def id(self) -> str:
        return self.article.id


def made(
    name: str,
    text: str = TEXT,
    *,
    headline: str = "A vote",
    outlet: Outlet | None = None,
    day: date | None = date(2026, 2, 3),
    content: bytes | None = None,
) -> Made:
    """An article at address `name`, with this text."""
    outlet = outlet or Outlet("herald.example", "The Herald", "KE", "en")
    article = Article(article_id(outlet.id, name, ""), outlet.id, name)
    published = Published(day, datetime(day.year, day.month, day.day, 6, tzinfo=UTC)) if day else None
    revision = Revision(
        revision_id(article.id, headline, text, published), article.id, headline, text, "en", published_at=published
    )
    return Made(outlet, article, revision, None if content is None else capture(content))


def capture(content: bytes, url: str = "file:in.txt") -> Capture:
    """Bytes that came from an address."""
    seal = digest(content)
    return Capture(content_id("capture", url, seal), url, T0, seal, "text/plain", content)


def put(store: Store, item: Made, minutes: float = 0) -> Made:
    """Puts an article."""
    store.articles.put(item.outlet, item.article, item.revision, item.capture, at(minutes))
    return item


def claim(item: Made, number: int, head: str = "vote", **fields: Any) -> Claim:
    """Claim number so-and-so of an article: its anchor starts at that character."""
    text = item.revision.text
    words = select(text, number, number + 4)
    return Claim(
        id=content_id("claim", item.revision.id, str(number)),
        article_id=item.id,
        revision_id=item.revision.id,
        sentence=select(text, 0, 28),
        anchor=words,
        head=head,
        status=fields.pop("status", Status.HAPPENED),
        when=When(day(date(2026, 2, 3)), Granularity.DAY, "stated", "words", words, Modifier.APPROX),
        roles=(Role("agent", "Parliament", "parliament", "parliament-of-x"),),
        quantities=(Quantity(334.0, "deputy", "334 deputies", "about"),),
        terms=("vote", "hall"),
        **fields,
    )


def annotate(
    store: Store,
    item: Made,
    claims: Sequence[Claim] = (),
    minutes: float = 1,
    producers: Sequence[Producer] = PRODUCERS,
    **layers: Sequence[Any],
) -> Sequence[Claim]:
    """Puts the claims and other layers of an article."""
    store.annotations.put(item.revision.id, {**layers, "claims": claims}, producers, at(minutes))
    return claims


def marks(text: str = TEXT) -> dict[str, tuple[Any, ...]]:
    """A layer of every kind of mark."""
    words = select(text, 0, 10)
    return {
        "blocks": (Block(0, len(text), BlockKind.PARAGRAPH, section=None, lead=0),),
        "sentences": (Sentence(0, 28, 0), Sentence(29, len(text), 0)),
        "dates": (
            DateMark(words, TimexType.DATE, "2026-02", Days(date(2026, 2, 1), None), Granularity.MONTH, "r1"),
            DateMark(words, TimexType.SET, "XXXX", None, None, "r2", Modifier.END, "published", 4, True, True, "since"),
        ),
        "actors": (ActorMark(words, "x", "The X", "org", "KE", "surname", ("y", "z")),),
        "places": (kenya(text),),
        "datelines": (DatelineMark(words, "geonames:1", "Nairobi", "KE", "AFP"),),
        "quotes": (
            QuoteMark(words, Speech.MIXED, select(text, 11, 14), "x", select(text, 0, 4), True, "a clause"),
            QuoteMark(words, Speech.DIRECT),
        ),
        "presence": (PresenceMark(words, "KE", "geonames:1", (Reason("filed", 1.0, "filed from Nairobi"),)),),
    }


def kenya(text: str = TEXT) -> PlaceMark:
    """A place in Kenya."""
    return PlaceMark(select(text, 0, 4), "geonames:184745", "Nairobi", "KE", "AF", -1.28, 36.81)


def event(*claims: Claim, label: str = "a vote") -> Event:
    """The event of these claims."""
    ids = tuple(c.id for c in claims)
    return Event(content_id("event", *ids), ids, day(date(2026, 2, 3)), Granularity.DAY, Status.HAPPENED, 2, label)


def relation(a: str, b: str, kind: RelationKind = RelationKind.CONTRADICTION, score: float = 0.75) -> Relation:
    """A relation of two claims or articles."""
    a, b = sorted((a, b))
    reasons = (Reason("actors", 1.5, "both name the parliament"), Reason("days", -0.25, "a day apart"))
    values = ("2018", "2019")
    return Relation(content_id("relation", kind, a, b), kind, a, b, score, reasons, Slot.DATE, values, "scorer/1")


def judgement(a: Claim, b: Claim, minutes: float = 5, by: str = "ada") -> Judgement:
    """A person's word that two claims tell one happening."""
    ends = (Target(a.article_id, a.anchor), Target(b.article_id, b.anchor))
    name = content_id("judgement", a.id, b.id, by, str(minutes))
    return Judgement(name, *ends, Verdict.SAME, by, at(minutes), "the same vote")


def correction(claim: Claim, when: str = "2026-02-04", minutes: float = 6) -> Correction:
    """A person's other day for a claim."""
    target = Target(claim.article_id, claim.anchor)
    return Correction(content_id("correction", claim.id, when), target, "ada", at(minutes), when=when)


def link(store: Store, minutes: float = 2, **fields: Any) -> None:
    """One step of linking; what is not named is empty."""
    empty: dict[str, Any] = dict.fromkeys(("seen", "events", "retired_events", "relations", "retired_relations"), ())
    store.links.put(**{**empty, **fields}, at=at(minutes))


def stone(item: Made, minutes: float = 9, why: str = "a takedown") -> Tombstone:
    """The end of an article."""
    return Tombstone(item.id, at(minutes), "ada", why)
