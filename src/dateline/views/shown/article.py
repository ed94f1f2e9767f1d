"""An article as `show` tells it: its text, its states, its marks and its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.model.mark import ActorMark, DatelineMark, DateMark, PlaceMark, PresenceMark, QuoteMark
from dateline.store.base import Held
from dateline.views.articles import Brief, brief, removed
from dateline.views.base import Reading
from dateline.views.evidence import Evidence, evidence
from dateline.views.gather import gather_claims
from dateline.views.wording import worded

LAYERS = ("datelines", "dates", "actors", "places", "quotes", "presence")


@dataclass(frozen=True, slots=True)
class MarkShown:
    """A mark: its words at text[start:end], what they mean, and (if asked for) how that was found and by whom."""

    kind: str
    start: int
    end: int
    words: str
    meaning: str
    why: tuple[str, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """One state of an article's text, and since when it is held."""

    revision: str
    headline: str
    recorded_at: datetime
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article: in brief, its text, all its states (oldest first), marks in the order of the text, claims, notes of
    its reception, and ids of articles that run the same text. `stale` if older producers made the marks."""

    brief: Brief
    revision: str
    byline: str
    text: str
    states: tuple[State, ...]
    marks: tuple[MarkShown, ...]
    claims: tuple[Evidence, ...]
    notes: tuple[str, ...]
    copy_of: str
    stale: bool


def show(reading: Reading, article_id: str, why: bool, known_at: datetime | None) -> ArticleShown:
    """The article with this id; raises NothingFound if it is not held (any more)."""
    store = reading.store
    held = store.articles.get(article_id, known_at)
    if held is None:
        raise removed(store, article_id)
    claims = store.claims.of_article(article_id, known_at)
    gathered = gather_claims(store, claims, (), known_at)
    voice = gathered.voice(article_id)
    revision = held.revision
    return ArticleShown(
        brief=brief(held),
        revision=revision.id,
        byline=revision.byline,
        text=revision.text,
        states=tuple(_state(h) for h in store.articles.revisions(article_id)),
        marks=marks(reading, revision.id, why),
        claims=tuple(evidence(c, gathered) for c in claims if c.id in gathered.claims),
        notes=revision.notes,
        copy_of=voice if voice != article_id else "",
        stale=bool(store.annotations.stale(reading.chain().producers, [revision.id])),
    )


def _state(held: Held) -> State:
    return State(held.revision.id, held.revision.headline, held.recorded_at, held.revision.withdrawn)


def marks(reading: Reading, revision_id: str, why: bool) -> tuple[MarkShown, ...]:
    """The marks of a revision in the order of its text."""
    makers = {a.gives.name: str(a.producer) for a in reading.chain().annotators}
    shown = [
        _mark(mark, why, makers.get(layer, ""))
        for layer in LAYERS
        for mark in reading.store.annotations.layer(revision_id, layer)
    ]
    return tuple(sorted(shown, key=lambda m: (m.start, -m.end, m.kind)))


def _mark(mark: Any, why: bool, producer: str) -> MarkShown:
    kind, means, reasons = _MEANINGS[type(mark)]
    words = mark.words
    told = tuple(r for r in reasons(mark) if r) if why else ()
    return MarkShown(kind, words.start, words.end, words.exact, means(mark), told, producer if why else "")


def _date(mark: DateMark) -> str:
    if mark.names:
        return "dates nothing: names a document, law or level"
    return worded(mark.days, mark.granularity, mark.modifier, mark.vague) if mark.days else "not resolved"


def _date_why(mark: DateMark) -> Sequence[str]:
    found = f"rule {mark.rule}, {mark.type} {mark.value}"
    edtf = f"EDTF {mark.days.edtf()}" if mark.days else ""
    return (found, edtf, f"counted from {mark.anchor}" if mark.anchor else "", mark.note)


def _actor(mark: ActorMark) -> str:
    return " · ".join(part for part in (mark.name, mark.kind, mark.country) if part)


def _actor_why(mark: ActorMark) -> Sequence[str]:
    return (f"{mark.actor}, by {mark.how}", _others(mark.others))


def _place(mark: PlaceMark) -> str:
    return " · ".join(part for part in (mark.name, mark.country, mark.continent) if part)


def _place_why(mark: PlaceMark) -> Sequence[str]:
    return (f"{mark.place} at {mark.latitude:.2f}, {mark.longitude:.2f}", _others(mark.others))


def _dateline(mark: DatelineMark) -> str:
    return " · ".join(part for part in (mark.name, mark.country, mark.agency) if part)


def _quote(mark: QuoteMark) -> str:
    named = mark.speaker_words.exact if mark.speaker_words else ""
    speaker = f"{named} ({mark.speaker})" if named and mark.speaker else named or mark.speaker or "unknown speaker"
    return " · ".join(part for part in (speaker, str(mark.kind), "in another's speech" if mark.nested else "") if part)


def _quote_why(mark: QuoteMark) -> Sequence[str]:
    return (f"cue “{mark.cue.exact}”" if mark.cue else "", mark.how)


def _presence(mark: PresenceMark) -> str:
    return f"written on the ground · {' · '.join(part for part in (mark.place, mark.country) if part)}"


def _presence_why(mark: PresenceMark) -> Sequence[str]:
    return tuple(r.words for r in mark.reasons)


def _others(others: Sequence[str]) -> str:
    return f"could also be {', '.join(others)}" if others else ""


_MEANINGS: dict[type[Any], tuple[str, Callable[[Any], str], Callable[[Any], Sequence[str]]]] = {
    DateMark: ("date", _date, _date_why),
    ActorMark: ("actor", _actor, _actor_why),
    PlaceMark: ("place", _place, _place_why),
    DatelineMark: ("dateline", _dateline, lambda mark: (mark.place,)),
    QuoteMark: ("quote", _quote, _quote_why),
    PresenceMark: ("presence", _presence, _presence_why),
}
