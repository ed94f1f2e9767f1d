"""A timeline of the store's own articles: what it cites, and what it was known by."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from small_matter import reading

from dateline.annotate.dates.annotator import read
from dateline.annotate.sentences import split
from dateline.errors import NothingFound, UsageError
from dateline.link.copies import body, copies
from dateline.model.article import Article, Published, Revision, article_id, revision_id
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer
from dateline.model.text import Sentence
from dateline.serve.cli.page import page
from dateline.serve.cli.render import timeline as rendered
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Query, Reading
from dateline.views.timeline import Timeline, timeline

RECORDED = datetime(2026, 1, 2, 12, tzinfo=UTC)
MATTER = Query("Lissow dam")
FIRST = (
    "The dam above Lissow broke on Monday and water filled the old town within an hour. "
    "Engineers had warned of cracks in the dam above Lissow since 12 January 2023."
)
ARTICLES = (
    ("Marn Courier", "Dam above Lissow breaks", date(2024, 3, 5), FIRST),
    ("Northern Wire", "Dam above Lissow breaks, town under water", date(2024, 3, 6), FIRST),
    (
        "Hill Gazette",
        "Lissow buries its dead after the dam broke",
        date(2024, 3, 9),
        "Lissow buried nineteen people on Friday, four days after the dam broke over the town. "
        "The dam broke on 4 March, when most people of Lissow were at work.",
    ),
    (
        "Hill Gazette",
        "A spring prize for rye bread",
        date(2024, 3, 5),
        "A baker won the spring prize on Monday evening.",
    ),
)


def put(store: Store, outlet: str, headline: str, published: date, text: str, *, withdrawn: bool = False) -> str:
    of = Outlet(f"outlet-{outlet.lower().replace(' ', '-')}", outlet)
    url = f"https://{of.id}.example/{published}"
    article = article_id(of.id, url, headline)
    stated = Published(published)
    named = revision_id(article, headline, text, stated, withdrawn)
    revision = Revision(named, article, headline, text, "en", published_at=stated, withdrawn=withdrawn)
    store.articles.put(of, Article(article, of.id, url), revision, None, RECORDED)
    sentences = [Sentence(a, z, 0) for a, z in split(text, 0, len(text))]
    layers = {"sentences": sentences, "dates": read(text, published)}
    store.annotations.put(named, layers, [Producer("by-hand", "1")], RECORDED)
    return article


@pytest.fixture
def flood() -> Reading:
    """A desk with three articles on a broken dam, one of them a copy, and one on bread."""
    store = open_store(None)
    bodies = [body(put(store, *given), given[3]) for given in ARTICLES]
    relations = copies(bodies, ())
    assert len(relations) == 1
    store.links.put(seen=[], events=(), retired_events=(), relations=relations, retired_relations=(), at=RECORDED)
    return reading(store)


def days(told: Timeline) -> list[date]:
    return [e.day for e in told.entries]


def test_days_stand_in_order_with_stored_sentences(flood: Reading) -> None:
    told = timeline(flood, MATTER, dates=3)
    assert days(told) == [date(2023, 1, 12), date(2024, 3, 4), date(2024, 3, 8)]
    for entry in told.entries:
        assert entry.reasons
        for cited in entry.sentences:
            held = flood.store.articles.get(cited.article)
            assert held
            assert held.revision.text[cited.start :].startswith(cited.sentence)


def test_copies_are_one_voice_and_cited_from_the_first_run(flood: Reading) -> None:
    told = timeline(flood, MATTER, dates=3)
    assert (told.articles, told.voices) == (3, 2)
    assert "Northern Wire" not in {c.outlet for e in told.entries for c in e.sentences}
    broke = told.entries[1]
    assert broke.reasons[0].words == "2 independent articles name the day"


def test_dates_and_sentences_are_limits(flood: Reading) -> None:
    told = timeline(flood, MATTER, dates=1, sentences=1)
    assert days(told) == [date(2024, 3, 4)]
    assert len(told.entries[0].sentences) == 1


def test_another_matter_stays_out(flood: Reading) -> None:
    assert not any("baker" in c.sentence for e in timeline(flood, MATTER).entries for c in e.sentences)


def test_a_span_narrows_the_days(flood: Reading) -> None:
    told = timeline(flood, MATTER, since=date(2024, 3, 1), until=date(2024, 3, 7))
    assert date(2024, 3, 4) in days(told)
    assert all(date(2024, 3, 1) <= d <= date(2024, 3, 7) for d in days(told))


def test_as_of_a_day_later_articles_are_not_read(flood: Reading) -> None:
    told = timeline(flood, MATTER, as_of=date(2024, 3, 6))
    assert told.articles == 2
    assert max(days(told)) <= date(2024, 3, 6)


def test_before_it_was_recorded_nothing_was_known(flood: Reading) -> None:
    with pytest.raises(NothingFound):
        timeline(flood, MATTER, known_at=RECORDED - timedelta(1))


def test_withdrawn_articles_are_not_cited(flood: Reading) -> None:
    outlet, headline, published, text = ARTICLES[2]
    put(flood.store, outlet, headline, published, text, withdrawn=True)
    told = timeline(flood, MATTER)
    assert told.articles == 2


def test_words_that_no_article_has_are_told(flood: Reading) -> None:
    assert timeline(flood, Query("Lissow zeppelin")).warnings == ("no article has the word “zeppelin”",)


def test_limits_that_make_no_sense_are_refused(flood: Reading) -> None:
    for wrong in ({"dates": 0}, {"sentences": 0}, {"since": date(2024, 3, 2), "until": date(2024, 3, 1)}):
        with pytest.raises(UsageError):
            timeline(flood, MATTER, **wrong)
    with pytest.raises(UsageError):
        timeline(flood, MATTER, since=date(2024, 3, 2), as_of=date(2024, 3, 1))


def test_the_terminal_shows_day_reason_sentence_and_outlet(flood: Reading) -> None:
    out = StringIO()
    rendered.terminal(timeline(flood, MATTER, dates=1, sentences=1), page(out))
    said = out.getvalue()
    assert "4 Mar 2024  2 independent articles name the day" in said
    assert "Lissow" in said
    assert "names the day" in said


def test_markdown_links_each_sentence(flood: Reading) -> None:
    said = rendered.markdown(timeline(flood, MATTER, dates=1, sentences=1))
    assert said.startswith("# Lissow dam\n")
    assert "- **4 Mar 2024** (2 independent articles" in said
    assert "](<https://outlet-" in said
