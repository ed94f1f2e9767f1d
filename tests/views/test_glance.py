"""The front page: each story once, honest about what is not held, ranked by named parts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.model.article import Article, Published, Revision
from dateline.model.mark import PlaceMark, PresenceMark
from dateline.model.outlet import Outlet, OutletEdit, Reliability
from dateline.model.provenance import Reason
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.run.copying import mark_copies
from dateline.run.stories import merge, mute, pin
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.glance import Glance, glance
from dateline.views.insights import InsightKind
from dateline.views.stories import stories
from dateline.views.story import story
from dateline.views.storyline import Course
from dateline.views.window import continent, first_day

TODAY = date(2024, 3, 8)
NOW = datetime(2024, 3, 8, 18, tzinfo=UTC)
KENYA = Outlet("herald.example", "The Herald", "KE", "en")
TONGA = Outlet("reef.example", "Reef Radio", "TO", "en")
CHILE = Outlet("andes.example", "Andes Daily", "CL", "en")
FERRY = (
    "The ferry Malaita Star sank off Mombasa with ninety passengers aboard, coast guards said. Divers search the wreck."
)
FERRY_TOO = "Divers found the wreck of the ferry Malaita Star off Mombasa; ninety passengers were aboard when it sank."
MINE = "Miners of the Esperanza pit near Calama downed tools over unpaid bonuses, their union told reporters there."


def add(
    store: Store, name: str, text: str, outlet: Outlet, land: tuple[str, str] | None, day: date | None = TODAY
) -> str:
    """An article about a country (ISO code and continent), annotated and put into a story."""
    article = Article(f"article-{name}", outlet.id, f"https://{outlet.id}/{name}")
    published = Published(day) if day else None
    revision = Revision(
        f"revision-{name}", article.id, text.split(",", maxsplit=1)[0][:60], text, "en", published_at=published
    )
    store.articles.put(outlet, article, revision, None, NOW)
    words = select(text, 0, 3)
    places = [PlaceMark(words, f"geonames:{land[0]}", land[0], *land, 0.0, 0.0)] if land else []
    sentences = [Sentence(0, text.find(".") + 1, 0)]
    layers = {"places": places, "sentences": sentences, "blocks": [Block(0, len(text), BlockKind.PARAGRAPH)]}
    store.annotations.put(revision.id, {**layers, "claims": ()}, (), NOW)
    mark_copies(working(store), article.id)
    story_pending(working(store))
    return article.id


def working(store: Store) -> Working:
    return Working(store, lambda: pytest.fail("no annotators are needed"), lambda: NOW)


def reading(store: Store) -> Reading:
    return Reading(store, lambda: pytest.fail("no annotators are needed"), TODAY, NOW)


def looked(store: Store, **given: object) -> Glance:
    return glance(reading(store), **given)


def world() -> Store:
    store = open_store(None)
    add(store, "one", FERRY, KENYA, ("KE", "AF"))
    add(store, "two", FERRY_TOO, TONGA, ("KE", "AF"))
    add(store, "mine", MINE, CHILE, ("CL", "SA"), TODAY - timedelta(days=1))
    return store


def shown(told: Glance) -> list[str]:
    return [r.story.story for r in (*told.breaking, *(s for news in told.regions for s in news.stories))]


def test_each_story_stands_once_a_burst_of_outlets_first() -> None:
    told = looked(world())
    assert [r.story.voices for r in told.breaking] == [2]
    assert told.breaking[0].story.course is Course.BREAKING
    assert len(shown(told)) == len(set(shown(told))) == told.held == 2
    regions = {news.code: news for news in told.regions}
    assert list(regions) == ["AF", "AS", "EU", "NA", "OC", "SA"]
    assert regions["AF"].elsewhere == (told.breaking[0].story.story,)
    assert [r.story.voice.article.outlet for r in regions["SA"].stories] == ["Andes Daily"]


def test_five_updates_of_one_outlet_and_copies_are_no_burst() -> None:
    store = open_store(None)
    for number in range(5):
        add(store, f"n{number}", f"{FERRY} Update number {number} of the day.", KENYA, ("KE", "AF"))
    add(store, "copy", FERRY + " Update number 0 of the day.", TONGA, ("KE", "AF"))
    (one,) = looked(store).regions[0].stories
    assert (one.story.course, one.story.articles, one.story.voices) == (Course.DEVELOPING, 6, 1)


def test_a_burst_must_stand_out_in_its_region() -> None:
    store = open_store(None)
    told = {
        KENYA: (FERRY, "Nyeri coffee growers cheered record auctions.", "Jinja masons finished a bridge over rapids.",
                "Huye drummers opened a festival, barefoot."),
        CHILE: (FERRY_TOO, "Record auctions made Nyeri coffee growers cheer.", "A bridge by Jinja masons spans rapids",
                "Barefoot drummers opened their festival in Huye."),
    }  # fmt: skip
    for outlet, texts in told.items():
        for n, text in enumerate(texts):
            add(store, f"{n}-{outlet.id}", text, outlet, ("KE", "AF"))
    assert looked(store).breaking == ()
    third = "Mombasa mourned: ninety passengers of the ferry Malaita Star had been aboard the wreck that divers found."
    add(store, "third", third, TONGA, ("KE", "AF"))
    assert [r.story.outlets for r in looked(store).breaking] == [3]


def test_the_parts_sum_up_to_the_rank() -> None:
    for ranked in looked(world()).breaking:
        assert sum(r.score for r in ranked.why) == pytest.approx(ranked.score, abs=0.002)
        assert {"voices", "spread", "recency", "novelty", "burst"} == {r.name for r in ranked.why}


def test_an_empty_window_is_nothing_held_and_tells_the_last() -> None:
    store = open_store(None)
    add(store, "mine", MINE, CHILE, ("CL", "SA"), TODAY - timedelta(days=90))
    told = looked(store)
    assert (told.held, told.exit_status) == (0, 1)
    assert "nothing is held" in told.warnings[0]
    south = told.regions[-1]
    assert south.latest is not None
    assert south.latest.story.last_day == TODAY - timedelta(days=90)
    assert (south.stories, south.feeds) == ((), 0)
    assert looked(store, since="100d").held == 1


def test_only_what_was_published_by_a_day_is_seen_from_it() -> None:
    store = world()
    told = looked(store, as_of=TODAY - timedelta(days=1))
    assert [r.story.voice.article.outlet for news in told.regions for r in news.stories] == ["Andes Daily"]
    assert told.breaking == ()


def test_a_region_alone() -> None:
    told = looked(world(), region="south-america")
    assert [news.code for news in told.regions] == ["SA"]
    assert told.held == 1
    with pytest.raises(UsageError, match="no such region"):
        looked(world(), region="atlantis")


def test_pins_come_first_and_muted_stories_not_at_all() -> None:
    store = world()
    mine = store.stories.of_articles(["article-mine"])[0].id
    ferry = store.stories.of_articles(["article-one"])[0].id
    pin(working(store), mine)
    assert looked(store).breaking[0].story.story == mine
    mute(working(store), ferry)
    told = looked(store)
    assert ferry not in shown(told)
    assert told.muted == 1
    assert "1 muted" in told.warnings[0]


def test_a_report_from_the_spot_is_shown_with_its_sentence() -> None:
    store = world()
    held = store.articles.get("article-mine")
    assert held is not None
    mark = PresenceMark(select(MINE, 0, 6), "CL", "Calama", (Reason("filed", 0.5, "filed from Calama"),))
    sentence = Sentence(0, len(MINE), 0)
    layers = {"presence": [mark], "sentences": [sentence], "claims": ()}
    store.annotations.put(held.revision.id, layers, (), NOW)
    told = looked(store)
    assert [g.article.article for g in told.ground] == []  # it speaks for its story above already
    add(store, "mine-too", MINE.replace("downed tools", "stay out") + " They light fires.", TONGA, ("CL", "SA"))
    ground = looked(store).ground
    assert [(g.place, g.sentence) for g in ground] in ([("Calama", MINE)], [])


def test_a_trusted_outlet_speaks_before_another() -> None:
    store = world()
    for outlet, rated in ((KENYA, Reliability.LOW), (TONGA, Reliability.HIGH)):
        store.outlets.edit(OutletEdit(f"edit-{outlet.id}", outlet.id, "ada", NOW, reliability=rated))
    (ferry,) = looked(store).breaking
    assert ferry.story.voice.article.outlet == "Reef Radio"
    assert "the desk rates its outlet high" in [r.words for r in ferry.story.voice.why]


def test_stories_are_found_and_told_with_reasons() -> None:
    store = world()
    found = stories(reading(store), "ferry")
    assert [s.voices for s in found.stories] == [2]
    told = story(reading(store), found.stories[0].story)
    assert [m.article.article for m in told.members] == ["article-one", "article-two"]
    second = told.members[1]
    assert second.nearest == "article-one"
    assert second.nearness >= told.threshold
    assert sum(r.score for r in second.why) == pytest.approx(second.nearness, abs=0.01)
    assert len(stories(reading(store)).stories) == 2
    assert stories(reading(store), "glacier").exit_status == 1


def test_an_ended_id_leads_to_the_story_that_it_became() -> None:
    store = world()
    ids = [s.id for s in store.stories.all()]
    merge(working(store), *ids)
    (left,) = store.stories.all()
    (ended,) = set(ids) - {left.id}
    told = story(reading(store), ended)
    assert told.brief.story == left.id
    assert "goes on as" in told.warnings[0]
    with pytest.raises(NothingFound):
        story(reading(store), "story-0000")


def test_only_what_is_new_since_a_day() -> None:
    store = world()
    mine = store.stories.of_articles(["article-mine"])[0].id
    assert story(reading(store), mine, new_since=TODAY).exit_status == 1
    assert len(story(reading(store), mine, new_since=TODAY - timedelta(days=1)).members) == 1


def test_lengths_of_time_and_regions_as_people_write_them() -> None:
    assert first_day("24h", TODAY) == TODAY - timedelta(days=1)
    assert first_day("25h", TODAY) == TODAY - timedelta(days=2)
    assert first_day("2w", TODAY) == TODAY - timedelta(days=14)
    assert first_day("2024-03-01", TODAY) == date(2024, 3, 1)
    assert first_day("99999d", date(50, 1, 1)) == date.min
    assert (continent("Africa"), continent("north_america"), continent("SA"), continent("")) == ("AF", "NA", "SA", "")
    with pytest.raises(UsageError, match="no length of time"):
        first_day("lately", TODAY)


def test_a_column_has_the_best_of_each_sub_region_first() -> None:
    store = open_store(None)
    lands = {
        "KE": "Coffee auctions broke records, growers cheered.",
        "UG": "Masons finished a suspension bridge over rapids.",
        "TZ": "Railway engineers tested new locomotives downhill.",
        "RW": "Drummers opened their festival, dancing barefoot.",
        "GH": "Cocoa smugglers hid sacks beneath fishing nets.",
    }
    for land, text in lands.items():
        add(store, land, text, Outlet(f"{land}.example", land, land), (land, "AF"))
    (news,) = looked(store, region="africa").regions
    assert len(news.stories) == 4
    parts = {p.name: (len(p.stories), p.held) for p in news.parts}
    assert parts == {"Eastern Africa": (3, 4), "Western Africa": (1, 1)}
    assert {s for p in news.parts for s in p.stories} == {r.story.story for r in news.stories}


def test_a_story_that_joins_two_regions_stands_in_full_once() -> None:
    store = open_store(None)
    add(store, "mine", MINE, CHILE, ("CL", "SA"))
    article = store.stories.of_articles(["article-mine"])[0].articles[0]
    held = store.articles.get(article)
    assert held is not None
    both = [PlaceMark(select(MINE, 0, 3), f"geonames:{c}", c, c, k, 0.0, 0.0) for c, k in (("CL", "SA"), ("KE", "AF"))]
    store.annotations.put(held.revision.id, {"places": both, "sentences": [], "blocks": [], "claims": ()}, (), NOW)
    told = looked(store)
    full = [news.code for news in told.regions for _ in news.stories]
    named = [news.code for news in told.regions if news.elsewhere]
    assert sorted(full + named) == ["AF", "SA"]
    assert len(full) == 1


def test_a_continent_goes_quiet_while_others_do_not() -> None:
    store = world()
    texts = (
        "Surfers off Tonga counted sharks, nobody was bitten.",
        "Copra prices halved in Nukualofa, planters told clerks.",
        "Choirs from Vavau won medals, their conductor wept.",
    )
    for back, text in enumerate(texts, 5):
        add(store, f"reef{back}", text, TONGA, ("TO", "OC"), TODAY - timedelta(days=back))
    (quiet,) = [i for i in looked(store).insights if i.kind is InsightKind.QUIET]
    assert quiet.told.startswith("Oceania: nothing held since 2024-03-07; 3 stories or more in the 28 days before")
    assert [b.article.outlet for b in quiet.basis] == ["Reef Radio"] * 3
    assert not [i for i in looked(store, since="7d").insights if i.kind is InsightKind.QUIET]


def test_a_desk_that_holds_nothing_new_calls_no_region_quiet() -> None:
    store = open_store(None)
    for back, text in enumerate((FERRY, MINE), 5):
        add(store, f"old{back}", text, TONGA, ("TO", "OC"), TODAY - timedelta(days=back))
    assert looked(store).insights == ()
