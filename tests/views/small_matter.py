"""A small desk made by hand: two matters, four outlets, a copy, a disagreement, a plan that was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.annotate.chain import Chain
from dateline.model.article import Article, Published, Revision, article_id, revision_id
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.mark import ActorMark, DateMark, PlaceMark, TimexType
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer, Reason
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.text import Selector, select
from dateline.model.time import Days, Granularity, Modifier, day, month, year
from dateline.store.base import Store
from dateline.views.base import Reading

RECORDED = datetime(2026, 1, 2, 12, tzinfo=UTC)
PRODUCER = Producer("by-hand", "1")
G, S = Granularity, Status


@dataclass(frozen=True)
class Told:
    """One claim: its sentence, the anchor in it, the words for its time, and what they mean."""

    sentence: str
    anchor: str
    status: Status
    days: Days | None = None
    granularity: Granularity = G.YEAR
    words: str = ""
    modifier: Modifier | None = None
    event: str = ""


ACTORS = {"Norland": "norland", "Norlandic": "norland", "Harbour League": "harbour-league", "Sudmark": "sudmark"}
PLACES = {"Lundby": ("dateline:lundby", "NO", "EU"), "Accra": ("geonames:2306104", "GH", "AF")}
OUTLETS = {
    "Coast Post": "NO",
    "Inland Gazette": "GB",
    "Wire of the Sound": "DK",
    "Accra Ledger": "GH",
}
BYLAW = Told(
    "Norland wrote membership of the Harbour League into its constitution in 2018.",
    "wrote membership of the Harbour League into its constitution",
    S.HAPPENED,
    year(2018),
    words="in 2018",
    event="constitution",
)
ARTICLES: Sequence[tuple[str, str, date | None, Sequence[Told]]] = (
    (
        "Coast Post",
        "Norland and the Harbour League: the long way in",
        date(2022, 3, 1),
        (
            Told(
                "Norland asked to join the Harbour League in December 2021.",
                "asked to join",
                S.HAPPENED,
                month(2021, 12),
                G.MONTH,
                "December 2021",
                event="asked",
            ),
            BYLAW,
            Told(
                "Ships gathered off Lundby in late 2021.",
                "gathered",
                S.HAPPENED,
                Days(date(2021, 9, 1), date(2021, 12, 31)),
                G.RANGE,
                "late 2021",
                Modifier.END,
                "gathered",
            ),
            Told(
                "A meeting planned for 24 February 2022 was called off.",
                "meeting",
                S.CANCELLED,
                day(date(2022, 2, 24)),
                G.DAY,
                "24 February 2022",
                event="meeting",
            ),
        ),
    ),
    (
        "Inland Gazette",
        "League membership stands in Norland's basic law",
        date(2019, 2, 8),
        (
            Told(
                "On 7 February 2019 the Norlandic parliament put membership of the League into the constitution.",
                "put membership of the League into the constitution",
                S.HAPPENED,
                day(date(2019, 2, 7)),
                G.DAY,
                "On 7 February 2019",
                event="constitution",
            ),
            Told("The League will decide in 2023.", "decide", S.PLANNED, year(2023), words="in 2023", event="decide"),
            Told("Nobody knows the price.", "knows", S.ONGOING, event="price"),
        ),
    ),
    ("Wire of the Sound", "Norland: League in the constitution", date(2022, 3, 2), (BYLAW,)),
    ("Coast Post", "A history of Norland's basic law", None, (BYLAW,)),
    (
        "Accra Ledger",
        "Accra opens a market hall",
        date(2021, 6, 1),
        (
            Told(
                "Accra opened a market hall on 31 May 2021.",
                "opened",
                S.HAPPENED,
                day(date(2021, 5, 31)),
                G.DAY,
                "on 31 May 2021",
                event="market",
            ),
        ),
    ),
)


def fill(store: Store) -> Store:
    """The store with both matters in it."""
    by_event: dict[str, list[Claim]] = {}
    for outlet, headline, published, told in ARTICLES:
        revision = _put_article(store, outlet, headline, published, told)
        claims = [_claim(revision, t) for t in told]
        layers = {"blocks": [], "actors": _actors(revision.text), "places": _places(revision.text)}
        dates = [_date(revision.text, t) for t in told if t.days]
        store.annotations.put(revision.id, {**layers, "dates": dates, "claims": claims}, [PRODUCER], RECORDED)
        for claim, t in zip(claims, told, strict=True):
            by_event.setdefault(t.event, []).append(claim)
    events = [_event(claims) for claims in by_event.values()]
    store.links.put(
        seen=[c.id for claims in by_event.values() for c in claims],
        events=events,
        retired_events=(),
        relations=_relations(by_event["constitution"]),
        retired_relations=(),
        at=RECORDED,
    )
    return store


def reading(store: Store) -> Reading:
    """What a view reads."""
    return Reading(store, lambda: Chain(()), RECORDED.date(), RECORDED)


def _put_article(store: Store, outlet: str, headline: str, published: date | None, told: Sequence[Told]) -> Revision:
    slug = outlet.lower().replace(" ", "-")
    url = f"https://{slug}.example/{headline.rsplit(maxsplit=1)[-1].lower()}"
    article = Article(article_id(slug, url, headline), slug, url)
    text = "\n\n".join(t.sentence for t in told)
    when = Published(published) if published else None
    revision = Revision(revision_id(article.id, headline, text, when), article.id, headline, text, "en", "", when)
    store.articles.put(Outlet(slug, outlet, OUTLETS[outlet], "en"), article, revision, None, RECORDED)
    return revision


def _within(text: str, outer: str, inner: str) -> Selector:
    start = text.index(outer) + outer.index(inner)
    return select(text, start, start + len(inner))


def _claim(revision: Revision, told: Told) -> Claim:
    text = revision.text
    mark = _within(text, told.sentence, told.words) if told.words else None
    when = When(told.days, told.granularity, "stated", "", mark, told.modifier) if told.days else None
    sentence = _within(text, told.sentence, told.sentence)
    roles = tuple(
        Role("agent", n, n, ACTORS[n])
        for n in ("Norlandic", "Norland", "League")
        if n in told.sentence[:40] and n in ACTORS
    )
    return Claim(
        content_id("claim", revision.id, told.sentence, told.anchor),
        revision.article_id,
        revision.id,
        sentence,
        _within(text, told.sentence, told.anchor),
        told.anchor.split()[0],
        told.status,
        when,
        roles[:1],
        tuple(PLACES[p][0] for p in PLACES if p in told.sentence),
    )


def _marks(text: str, names: Sequence[str]) -> list[tuple[str, Selector]]:
    return [(n, select(text, text.index(n), text.index(n) + len(n))) for n in names if n in text]


def _actors(text: str) -> list[ActorMark]:
    full = {"norland": "Norland", "harbour-league": "Harbour League", "sudmark": "Sudmark"}
    return [ActorMark(s, ACTORS[n], full[ACTORS[n]], "country") for n, s in _marks(text, list(ACTORS))]


def _places(text: str) -> list[PlaceMark]:
    return [PlaceMark(s, PLACES[n][0], n, *PLACES[n][1:], 1.0, 2.0) for n, s in _marks(text, list(PLACES))]


def _date(text: str, told: Told) -> DateMark:
    words = _within(text, told.sentence, told.words)
    value = told.days.edtf() if told.days else ""
    return DateMark(words, TimexType.DATE, value, told.days, told.granularity, "by hand", told.modifier)


def _event(claims: Sequence[Claim]) -> Event:
    dated = sorted((c.when for c in claims if c.when), key=lambda w: w.days.length() or 0)
    best = dated[0] if dated else None
    return Event(
        content_id("event", *(c.id for c in claims)),
        tuple(c.id for c in claims),
        best.days if best else None,
        best.granularity if best else None,
        claims[-1].status,
        len({c.article_id for c in claims}),
        claims[0].anchor.exact,
    )


def _relations(claims: Sequence[Claim]) -> list[Relation]:
    """The first claim against the second (2018, 2019); the third article is a copy of the first's text."""
    first, second, third, _ = claims
    reasons = (Reason("dates", -3.0, "2018 and 7 February 2019 have no day in common"),)
    clash = [
        Relation(
            content_id("relation", *sorted((c.id, second.id))),
            RelationKind.CONTRADICTION,
            *sorted((c.id, second.id)),
            0.9,
            reasons,
            Slot.DATE,
            ("2018", "7 February 2019") if c.id < second.id else ("7 February 2019", "2018"),
            "by-hand/1",
        )
        for c in (first, third)
    ]
    copy = sorted((first.article_id, third.article_id))
    same = Relation(content_id("relation", *copy), RelationKind.SAME_COPY, copy[0], copy[1], 1.0, ())
    return [*clash, same]
