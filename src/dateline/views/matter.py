"""What a query selects: articles by full text, and of their happenings those that belong to the matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateline.errors import NothingFound, UsageError
from dateline.link.matching import (
    LOOSE,
    Around,
    Relevance,
    Term,
    about,
    carried,
    centred,
    forms,
    kindred,
    names_among,
    relevance,
    weigh,
    words_of,
)
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.text import Block
from dateline.store.base import Hit, Store
from dateline.views.asof import up_to
from dateline.views.gather import Gathered, gather

MOST = 300  # articles that a query may select; enough for a matter of years, and bounds the work

PARTLY = "nothing fits all words; shown is what fits some of them"
HELP = "try fewer or other words; `dateline status` shows what is held"


@dataclass(frozen=True, slots=True)
class Selected:
    """The happenings of a matter with their relevance by event id, all that they rest on, the articles that the query
    found, best first, and what to warn of."""

    gathered: Gathered
    relevance: Mapping[str, Relevance]
    hits: tuple[Hit, ...]
    warnings: tuple[str, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The happenings of the matter."""
        return self.gathered.events


def select(store: Store, query: str, as_of: date | None = None, known_at: datetime | None = None) -> Selected:
    """What belongs to the matter that the words name. Raises NothingFound if no article has any of them."""
    words = words_of(query)
    if not words:
        raise UsageError("no words to look for", what=query, do="give words of the matter, for example a name")
    hits = tuple(store.articles.search(forms(words), None, MOST, known_at, snippets=False))
    arounds = {h.held.article.id: about(words, h.held.revision.headline, h.held.revision.text) for h in hits}
    if not any(any(a.about.values()) for a in arounds.values()):
        raise NothingFound("no article has these words", what=query, do=HELP)
    names = names_among(words, (h.held.revision.text for h in hits))
    terms = weigh(words, list(arounds.values()), names)
    gathered = gather(store, _events(store, arounds, known_at), known_at)
    on_it = frozenset(a for a, around in arounds.items() if centred(terms, around))
    scored = _scored(gathered, terms, arounds, _headings(store, gathered), on_it)
    if beyond := _beyond(gathered, scored, arounds):
        gathered = gather(store, _events(store, [*arounds, *beyond], known_at), known_at)
    scored = kindred({e.id: scored.get(e.id, Relevance(0.0)) for e in gathered.events}, _telling(gathered), on_it)
    chosen = [e for e in gathered.events if scored[e.id].enough]
    loosely = [] if chosen else [e for e in gathered.events if scored[e.id].score >= LOOSE]
    notes = _warnings(words, terms, hits) + ((PARTLY,) if loosely else ())
    return Selected(up_to(_only(gathered, chosen or loosely), as_of), scored, hits, notes)


def _events(store: Store, articles: Iterable[str], known_at: datetime | None) -> Sequence[Event]:
    claims = [c.id for a in articles for c in store.claims.of_article(a, known_at)]
    return store.links.events_of(claims, known_at)


def _beyond(gathered: Gathered, scored: Mapping[str, Relevance], arounds: Mapping[str, Around]) -> list[str]:
    """Articles that the words did not find, but that tell two or more happenings of the matter."""
    near = (articles for event, articles in _telling(gathered).items() if scored[event].enough)
    told = Counter(article for articles in near for article in articles - set(arounds))
    return sorted(a for a, n in told.items() if n >= 2)


def _telling(gathered: Gathered) -> dict[str, set[str]]:
    """The articles that tell each happening."""
    return {e.id: {c.article_id for c in gathered.claims_of(e)} for e in gathered.events}


def _headings(store: Store, gathered: Gathered) -> dict[str, Sequence[Block]]:
    return {r: store.annotations.layer(r, "blocks") for r in gathered.held}


def _scored(
    gathered: Gathered,
    terms: Sequence[Term],
    arounds: Mapping[str, Around],
    blocks: Mapping[str, Sequence[Block]],
    on_it: Collection[str],
) -> dict[str, Relevance]:
    """How near each happening is, those carried along by an article included; `on_it` are articles on the matter."""
    claims = {e.id: [c for c in gathered.claims_of(e) if c.article_id in arounds] for e in gathered.events}
    scores = {
        event: max(
            (_of_claim(c, gathered, terms, arounds[c.article_id], blocks[c.revision_id]) for c in found),
            key=lambda r: r.score,
            default=Relevance(0.0),
        )
        for event, found in claims.items()
    }
    return carried(scores, {event: {c.article_id for c in found} for event, found in claims.items()}, on_it)


def _of_claim(
    claim: Claim, gathered: Gathered, terms: Sequence[Term], around: Around, blocks: Sequence[Block]
) -> Relevance:
    """How near one claim is; a party counts by its name too, where the sentence has another word for it."""
    parties = [gathered.actors.get(a, "") for a in sorted(claim.actors)]
    places = [gathered.places.get(p, "") for p in claim.places]
    sentence = " ".join([claim.sentence.exact, *parties, *places])
    return relevance(terms, sentence, heading_of(claim, blocks, gathered.text_of(claim).revision.text), around)


def heading_of(claim: Claim, blocks: Sequence[Block], text: str) -> str:
    """The heading and the lead-in that a claim stands under, "" if there is none."""
    inside = next((b for b in blocks if b.start <= claim.anchor.start < b.end), None)
    above = [blocks[at] for at in (inside.section, inside.lead) if at is not None] if inside else []
    return " ".join(text[b.start : b.end] for b in above)


def _only(gathered: Gathered, events: Sequence[Event]) -> Gathered:
    kept = {c for e in events for c in e.claims}
    claims = {i: c for i, c in gathered.claims.items() if i in kept}
    return replace(gathered, events=tuple(events), claims=claims)


def _warnings(words: Sequence[str], terms: Sequence[Term], hits: Sequence[Hit]) -> tuple[str, ...]:
    known = {t.word for t in terms}
    missing = [f"no article has the word “{w}”" for w in words if w not in known]
    full = [f"only the {MOST} articles that fit the words best were read"] if len(hits) >= MOST else []
    return (*missing, *full)
