from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_records import annotate, at, claim, kenya, made, marks, put, stone

from dateline.model.claim import Status
from dateline.model.mark import PlaceMark
from dateline.model.outlet import Outlet
from dateline.model.text import select
from dateline.store.base import SearchFilter, Store
from dateline.store.memory import MemoryStore


def urls(store: Store, query: str, where: SearchFilter | None = None, minutes: float | None = None) -> list[str]:
    known_at = None if minutes is None else at(minutes)
    return [h.held.article.url for h in store.articles.search(query, where, known_at=known_at)]


def fill(store: Store, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        put(store, made(f"n{number}", text, headline="Report"))


def test_any_word_is_enough_and_case_does_not_matter(store: Store) -> None:
    fill(store, ["The harbour was closed.", "A strike began.", "Nothing else."])
    assert urls(store, "HARBOUR Strike") == ["n0", "n1"] or urls(store, "HARBOUR Strike") == ["n1", "n0"]
    assert urls(store, "absent") == []
    assert urls(store, "harb") == []


def test_rarer_words_weigh_more(store: Store) -> None:
    fill(store, ["The council met in spring.", "The council met again.", "The quorum failed.", "The council.", "Rain."])
    assert urls(store, "council quorum")[0] == "n2"


def test_more_words_weigh_more(store: Store) -> None:
    filler = [f"Unrelated item number {n}." for n in range(8)]
    fill(store, ["The strike closed a road.", "The strike closed the harbour.", "A harbour opened.", *filler])
    assert urls(store, "strike harbour")[0] == "n1"


def test_the_headline_is_searched_and_weighs_more(store: Store) -> None:
    put(store, made("text", "Quorum was not reached by them.", headline="Council meets today"))
    put(store, made("head", "The council did not meet today.", headline="Quorum not reached"))
    for n in range(4):
        put(store, made(f"x{n}", "Rain fell on the hills all day.", headline="Weather over there"))
    assert urls(store, "quorum") == ["head", "text"]


def test_quoted_words_are_a_phrase(store: Store) -> None:
    fill(store, ["They declined to offer a plan.", "An offer to which they declined.", "To offer."])
    assert urls(store, '"declined to offer"') == ["n0"]
    assert urls(store, '"declined to offer') == ["n0"]
    assert set(urls(store, '"declined to" rain')) == {"n0"}


def test_accents_and_letters_are_folded(store: Store) -> None:
    fill(store, ["A café in Łódź.", "Sao Paulo and Malmo.", "São Paulo, Malmö, Straße.", "Cafe\u0301."])
    assert set(urls(store, "cafe")) == {"n0", "n3"}
    assert urls(store, "lodz") == ["n0"]
    assert urls(store, "ŁÓDŹ") == ["n0"]
    assert set(urls(store, "são malmö")) == {"n1", "n2"}
    assert urls(store, "STRASSE") == ["n2"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("北京大学发表声明。", "北京"),
        ("北京大学发表声明。", "声明"),
        ("東京で会議が開かれた。", "会議"),
        ("トルコのエルドアン大統領", "エルドアン"),
        ("우크라이나가 성명을 발표했다", "우크라이나"),
        ("การประชุมที่กรุงเทพ", "กรุงเทพ"),
        ("हिन्दी समाचार", "हिन्दी"),
        ("Верховна Рада проголосувала", "рада"),
        ("أعلنت الحكومة، أمس", "الحكومة"),
        ("Η Ελλάδα ψήφισε", "ΕΛΛΑΔΑ"),
        ("ＮＡＴＯ met", "nato"),
        ("the 14.5% rise", "14"),
    ],
)
def test_every_script_is_found(store: Store, text: str, query: str) -> None:
    fill(store, [text, "Another text without any of it, 1 2 3.", "第三个文本。"])
    assert urls(store, query) == ["n0"]


def test_unspaced_words_are_not_found_scattered(store: Store) -> None:
    fill(store, ["北京大学", "京北"])
    assert urls(store, "北京") == ["n0"]


def test_snippets_show_the_found_words(store: Store) -> None:
    before, after = "one two three " * 30, " four five six" * 30
    fill(store, [f"{before}the quorum\nfailed{after}.", "Rain."])
    (hit,) = store.articles.search("quorum")
    assert "the \x02quorum\x03 failed" in hit.snippet
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…")
    assert 20 <= len(hit.snippet.split()) <= 36


def test_a_snippet_prefers_the_place_with_most_words(store: Store) -> None:
    fill(store, ["Quorum once. " + "Rain fell there. " * 30 + "No quorum, said the council speaker.", "Sun."])
    (hit,) = store.articles.search("quorum council speaker")
    assert "\x02quorum\x03, said the \x02council\x03 \x02speaker\x03." in hit.snippet


def test_a_snippet_of_a_short_text_is_all_of_it(store: Store) -> None:
    fill(store, ["Parliament met in Łódź \x02today\x03."])
    (hit,) = store.articles.search('"in lodz"')
    assert hit.snippet == "Parliament met \x02in Łódź\x03 today."


def test_a_word_of_the_headline_alone_shows_the_headline(store: Store) -> None:
    put(store, made("a", "Nothing of the kind.", headline="Quorum fails"))
    (hit,) = store.articles.search("quorum")
    assert hit.snippet == "\x02Quorum\x03 fails"


def test_days_of_publication_narrow(store: Store) -> None:
    for number in (1, 2, 3):
        put(store, made(f"d{number}", day=date(2026, 2, number)))
    put(store, made("none", day=None))
    assert set(urls(store, "parliament")) == {"d1", "d2", "d3", "none"}
    assert set(urls(store, "parliament", SearchFilter(since=date(2026, 2, 2)))) == {"d2", "d3"}
    assert set(urls(store, "parliament", SearchFilter(until=date(2026, 2, 2)))) == {"d1", "d2"}
    assert urls(store, "parliament", SearchFilter(date(2026, 2, 2), date(2026, 2, 2))) == ["d2"]


def test_outlets_narrow_by_id_or_name(store: Store) -> None:
    put(store, made("a", outlet=Outlet("herald.example", "The Hérald")))
    put(store, made("b", outlet=Outlet("post.example", "Post")))
    for named in ("herald.example", "the herald", "THE HÉRALD"):
        assert urls(store, "parliament", SearchFilter(outlet=named)) == ["a"]
    assert urls(store, "parliament", SearchFilter(outlet="herald")) == []


def test_places_narrow_by_id_country_or_continent(store: Store) -> None:
    kabul = PlaceMark(select("Kabul", 0, 5), "geonames:1138958", "Kabul", "AF", "AS", 34.5, 69.2)
    a, b = put(store, made("kenya")), put(store, made("kabul"))
    put(store, made("nowhere"))
    annotate(store, a, places=[kenya()])
    annotate(store, b, places=[kabul])
    asked = {
        "geonames:184745": {"kenya"},
        "KE": {"kenya"},
        "ke": {"kenya"},
        "AS": {"kabul"},
        "AF": {"kenya", "kabul"},
        "country:AF": {"kabul"},
        "continent:af": {"kenya"},
        "EU": set(),
        "geonames:1": set(),
    }
    for place, expected in asked.items():
        assert set(urls(store, "parliament", SearchFilter(place=place))) == expected
    annotate(store, a, places=[kabul], minutes=3)
    assert set(urls(store, "parliament", SearchFilter(place="country:AF"))) == {"kenya", "kabul"}


def test_only_the_text_of_the_moment_is_found(store: Store) -> None:
    put(store, made("a", "The former wording."), 0)
    put(store, made("a", "The later phrase."), 5)
    assert urls(store, "former") == []
    assert urls(store, "later") == ["a"]
    assert urls(store, "former", minutes=4) == ["a"]
    assert urls(store, "later", minutes=4) == []
    assert urls(store, "the", minutes=-1) == []
    assert [h.snippet for h in store.articles.search("former", known_at=at(1))] == ["The \x02former\x03 wording."]


def test_ties_go_by_id_and_the_limit_holds(store: Store) -> None:
    items = [put(store, made(f"n{n}")) for n in range(9)]
    found = store.articles.search("parliament", limit=5)
    assert [h.held.article.id for h in found] == sorted(i.id for i in items)[:5]
    assert list(store.articles.search("parliament", limit=0)) == []
    assert [h.rank for h in found] == sorted(h.rank for h in found)


HOSTILE = [
    "",
    " ",
    '"',
    '""',
    '"" ""',
    "*",
    "^",
    "NOT",
    "AND OR NOT",
    "a AND",
    "NEAR(a b)",
    "headline:x",
    "-x",
    "(((",
    ")",
    "{a b}:c",
    "'; DROP TABLE articles; --",
    "%",
    "_",
    "\\",
    "\x00",
    "a\x00b",
    "\x02\x03",
    "\ud800",
    "a" * 100_000,
    "x " * 50_000,
    '"' * 999,
    "\u200d",
    "\u0301",
    "😀",
    "ﷺ",
    "ß İ ǰ",
    "rowid",
    "search_index",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_is_wrong(store: Store, query: str) -> None:
    fill(store, ["Parliament met.", "Nothing."])
    assert isinstance(list(store.articles.search(query, SearchFilter(outlet=query, place=query))), list)
    assert isinstance(list(store.articles.search(query)), list)


TEXTS = [
    "The council met on the harbour question, and the council voted.",
    "Harbour workers began a strike; the strike closed the harbour for days on end.",
    "北京大学发表声明, and the council replied.",
    "Café owners in Łódź asked the council for help.",
    "",
]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """Both back ends with the same texts."""
    from dateline.store.open import open_store

    stores = (MemoryStore(), open_store(tmp_path_factory.mktemp("pair") / "store.db"))
    for one in stores:
        fill(one, TEXTS)
    return stores


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.one_of(
        st.text(max_size=30),
        st.lists(st.sampled_from('council harbour "the strike" 北京 京大 cafe lodz for " OR'.split(" "))).map(" ".join),
    )
)
def test_both_back_ends_answer_alike(pair: tuple[Store, Store], query: str) -> None:
    ours, theirs = (list(one.articles.search(query)) for one in pair)
    assert [(h.held.article.id, h.snippet) for h in ours] == [(h.held.article.id, h.snippet) for h in theirs]
    assert [h.rank for h in ours] == pytest.approx([h.rank for h in theirs])


def test_without_snippets_the_same_articles_are_found(store: Store) -> None:
    fill(store, ["Parliament met on Tuesday and voted.", "Rain."])
    (with_one,) = store.articles.search("parliament")
    (without,) = store.articles.search("parliament", snippets=False)
    assert with_one.snippet
    assert without == replace(with_one, snippet="")


def test_many_texts_of_one_rank_come_in_the_order_of_their_ids(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.best.MARGIN", 1)
    fill(store, ["The harbour was closed."] * 30 + ["Rain."] * 40)
    found = [h.held.article.id for h in store.articles.search("harbour", limit=7)]
    assert found == sorted(h.held.article.id for h in store.articles.search("harbour", limit=100))[:7]


def test_kinds_are_counted_one_by_one_as_all_together(store: Store) -> None:
    fill(store, ["The harbour was closed.", "Rain."])
    every = store.counts()
    assert every["articles"] == 2
    assert store.counts("revisions", "articles") == {k: every[k] for k in ("revisions", "articles")}


def test_parties_and_statuses_narrow(store: Store) -> None:
    named, other = put(store, made("a")), put(store, made("b", "Deputies left the hall after a vote."))
    annotate(store, named, [claim(named, 0)], **marks(named.revision.text))
    annotate(store, other, [claim(other, 0, status=Status.PLANNED)])

    def found(**where: Any) -> list[str]:
        return [h.held.article.id for h in store.articles.search("vote deputies", SearchFilter(**where))]

    assert found(actors=("x",)) == [named.id] == found(actors=("y", "x"))
    assert found(actors=("y",)) == []
    assert found(status="planned") == [other.id]
    assert found(status="planned", actors=("x",)) == []
    assert store.articles.tags([named.id, "article-0"]) == {named.id: {"actor:x", f"status:{claim(named, 0).status}"}}
    annotate(store, named, [], minutes=5)
    assert (found(actors=("x",)), dict(store.articles.tags([named.id]))) == ([], {})
    store.articles.remove(stone(other))
    assert found(status="planned") == []
