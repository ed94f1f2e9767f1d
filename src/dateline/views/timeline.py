"""The short published form of a matter's course: so many days, so many of the sources' sentences for each, with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.link.matching import LOOSE, THRESHOLD, about, forms, names_among, relevance, weigh, words_of
from dateline.link.timelines.choosing import timeline as choose
from dateline.link.timelines.reading import report
from dateline.link.timelines.records import ChosenSentence, Report, TimelineDay
from dateline.model.provenance import Reason
from dateline.model.time import Days
from dateline.store.base import Held, Store
from dateline.views.base import Answer, AsOf, KnownAt, Query, Reading, view
from dateline.views.evidence import published_day, told_by
from dateline.views.gather import first_runs
from dateline.views.matter import HELP, MOST, PARTLY


@dataclass(frozen=True, slots=True)
class Cited:
    """A stored sentence, word for word: where it stands (character offset in the article's text), who published it and
    when, and why it was chosen."""

    sentence: str
    start: int
    article: str
    outlet: str
    outlet_id: str
    url: str
    headline: str
    published_at: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a timeline with its sentences, best first; the scores of its reasons sum up to its own."""

    day: date
    score: float
    reasons: tuple[Reason, ...]
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Timeline(Answer):
    """The chosen days in order; `articles` is how many were read for the query, `voices` how many are independent."""

    query: str
    since: date | None
    until: date | None
    as_of: date | None
    known_at: datetime | None
    entries: tuple[Entry, ...]
    articles: int
    voices: int
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if no day was found."""
        return 0 if self.entries else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """Words that no article has, and limits that were reached."""
        return self.notes

    @property
    def next(self) -> tuple[str, ...]:
        """All that is dated, and the article of the first sentence."""
        shown = tuple(f"show {e.sentences[0].article}" for e in self.entries[:1])
        return (f'chronology "{self.query}"', *shown)


@view(
    "timeline",
    doc="The days of a matter that count most, a few of the sources' sentences for each.",
    sample={"query": "Ukraine NATO", "dates": 5},
)
def timeline(  # noqa: PLR0913 -- each is an option of every front
    reading: Reading,
    query: Query,
    *,
    dates: Annotated[int, "At most so many days."] = 20,
    sentences: Annotated[int, "At most so many sentences a day."] = 2,
    since: Annotated[date | None, "Only this day and later ones."] = None,
    until: Annotated[date | None, "Only this day and earlier ones."] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Timeline:
    """The timeline of what the words of the query name. Raises NothingFound if no article has any of them."""
    _check(dates, sentences, since, until, as_of)
    words = words_of(query)
    held, notes = _articles(reading.store, words, query, as_of, known_at)
    reports = _reports(reading.store, held, known_at)
    days = choose(reports, dates, sentences, _span(since, until, as_of), words)
    by_id = {h.article.id: h for h in held}
    return Timeline(
        query,
        since,
        until,
        as_of,
        known_at,
        tuple(_entry(d, by_id) for d in days),
        articles=len(held),
        voices=len({r.speaker for r in reports}),
        notes=notes,
    )


def _check(dates: int, sentences: int, since: date | None, until: date | None, as_of: date | None) -> None:
    if dates < 1:
        raise UsageError("not a number of days", what=f"--dates {dates}", do="give 1 or more")
    if sentences < 1:
        raise UsageError("not a number of sentences", what=f"--sentences {sentences}", do="give 1 or more")
    for name, last in (("until", until), ("as-of", as_of)):
        if since and last and since > last:
            raise UsageError("ends before it starts", what=f"--since {since} --{name} {last}", do="swap the two days")


def _span(since: date | None, until: date | None, as_of: date | None) -> Days | None:
    """The days that may stand on the timeline; None for any."""
    last = min((d for d in (until, as_of) if d), default=None)
    return Days(since, last) if since or last else None


def _articles(
    store: Store, words: Sequence[str], query: str, as_of: date | None, known_at: datetime | None
) -> tuple[list[Held], tuple[str, ...]]:
    """The articles that are about the words, and what to warn of."""
    if not words:
        raise UsageError("no words to look for", what=query, do="give words of the matter, for example a name")
    hits = store.articles.search(forms(words), None, MOST, known_at, snippets=False)
    found = [h.held for h in hits if not h.held.revision.withdrawn and _known_by(h.held, as_of)]
    around = {h.article.id: about(words, h.revision.headline, h.revision.text) for h in found}
    if not any(any(a.about.values()) for a in around.values()):
        raise NothingFound("no article has these words", what=query, do=HELP)
    terms = weigh(words, list(around.values()), names_among(words, (h.revision.text for h in found)))
    near = {h.article.id: relevance(terms, h.revision.headline, "", around[h.article.id]).score for h in found}
    enough = [h for h in found if near[h.article.id] >= THRESHOLD]
    chosen = enough or [h for h in found if near[h.article.id] >= LOOSE]
    return chosen, _warnings(words, {t.word for t in terms}, len(hits), loosely=not enough)


def _known_by(held: Held, as_of: date | None) -> bool:
    """Whether an article was out by a day; one without a day of publication may have been later."""
    published = published_day(held)
    return as_of is None or (published is not None and published <= as_of)


def _warnings(words: Sequence[str], known: set[str], hits: int, *, loosely: bool) -> tuple[str, ...]:
    missing = [f"no article has the word “{w}”" for w in words if w not in known]
    full = [f"only the {MOST} articles that fit the words best were read"] if hits >= MOST else []
    return (*missing, *full, *([PARTLY] if loosely else []))


def _reports(store: Store, held: Sequence[Held], known_at: datetime | None) -> list[Report]:
    firsts = first_runs(store, {h.article.id for h in held}, known_at)
    return [
        report(
            h.article.id,
            published_day(h),
            h.revision.text,
            store.annotations.layer(h.revision.id, "sentences"),
            store.annotations.layer(h.revision.id, "dates"),
            firsts.get(h.article.id, ""),
        )
        for h in held
    ]


def _entry(day: TimelineDay, held: Mapping[str, Held]) -> Entry:
    return Entry(day.day, day.score, day.reasons, tuple(_cited(s, held[s.article_id]) for s in day.sentences))


def _cited(sentence: ChosenSentence, held: Held) -> Cited:
    return Cited(
        sentence.passage.text,
        sentence.passage.start,
        held.article.id,
        told_by(held),
        held.outlet.id,
        held.article.url,
        held.revision.headline,
        published_day(held),
        sentence.reasons,
    )
