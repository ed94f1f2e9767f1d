"""What one article gives to a matter, by its own text and claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.link.matters import Page, asked, share, waiting
from dateline.model.claim import Claim, Role, Status
from dateline.model.mark import ActorMark
from dateline.model.matter import Matter
from dateline.model.text import Block, BlockKind, select

MATTER = Matter("m", "norland", "Norland", "Norland League", "ada", datetime(2026, 1, 1, tzinfo=UTC))
TEXT = "Norland asked to join.\n\nThe League met on Monday.\n\nPrices rose."


def claim(sentence: str, *actors: str, status: Status = Status.HAPPENED, speaker: str = "") -> Claim:
    at = TEXT.index(sentence)
    words = select(TEXT, at, at + len(sentence))
    roles = tuple(Role("agent", a, a, a) for a in actors)
    return Claim(f"claim-{at}", "article-1", "revision-1", words, words, "x", status, None, roles, speaker=speaker)


def page(*claims: Claim, text: str = TEXT, headline: str = "") -> Page:
    start, blocks = 0, []
    for part in text.split("\n\n"):
        blocks.append(Block(start, start + len(part), BlockKind.PARAGRAPH))
        start += len(part) + 2
    return Page("article-1", headline, text, claims, blocks, (), ())


def test_a_letter_for_each_word_tells_where_it_stands() -> None:
    found = share(MATTER, "key", page(claim("Norland asked to join."), claim("Prices rose.")))
    assert [c.near for c in found.claims] == ["s-", "--"]
    assert found.names == "-n"  # what only begins sentences tells nothing
    assert len(found.about) == 2


def test_names_are_told_from_words() -> None:
    text = "On Monday Norland asked the league."
    asked_for = replace(claim("Prices rose."), sentence=select(text, 0, len(text)), anchor=select(text, 18, 23))
    assert share(MATTER, "key", page(asked_for, text=text)).names == "nw"


def test_a_heading_above_counts() -> None:
    text = "Norland\n\nPrices rose."
    rose = replace(claim("Prices rose."), anchor=select(text, 9, 21), sentence=select(text, 9, 21))
    blocks = [Block(0, 7, BlockKind.HEADING), Block(9, 21, BlockKind.PARAGRAPH, section=0)]
    found = share(MATTER, "key", replace(page(rose, text=text), blocks=blocks))
    assert [c.near for c in found.claims] == ["h-"]


def test_an_article_without_a_word_of_it_gives_nothing() -> None:
    assert share(replace(MATTER, query="fish"), "key", page(claim("Prices rose."))).claims == ()


def test_two_parties_together_need_no_word() -> None:
    matter = replace(MATTER, query="fish", actors=("Norland", "harbour-league"))
    text = TEXT
    named = ActorMark(select(text, 0, 7), "norland", "Norland", "country")
    both = claim("Norland asked to join.", "norland", "harbour-league")
    alone = claim("Prices rose.", "norland")
    found = share(matter, "key", replace(page(both, alone), actors=[named]))
    assert [c.near for c in found.claims] == ["-@", "-"]


@pytest.mark.parametrize(("speaker", "said"), [("ada", True), ("", False)])
def test_what_is_somebodys_word_is_told(speaker: str, said: bool) -> None:
    (found,) = share(MATTER, "key", page(claim("Norland asked to join.", speaker=speaker))).claims
    assert found.said is said


def test_only_what_changed_waits() -> None:
    states = {"a": "one", "b": "two"}
    first = waiting(MATTER, {}, states)
    assert list(first) == ["a", "b"]
    assert waiting(MATTER, first, states) == {}
    assert list(waiting(MATTER, first, {"a": "one", "b": "three"})) == ["b"]
    assert list(waiting(replace(MATTER, query="fish"), first, states)) == ["a", "b"]


def test_the_index_is_asked_for_words_and_parties() -> None:
    assert {"norland", "league", "harbour"} <= set(asked(replace(MATTER, actors=("harbour-league",))).split())
