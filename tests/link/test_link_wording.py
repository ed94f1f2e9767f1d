"""Stems and groups of happening words."""

from __future__ import annotations

import pytest
from held_claims import known

from dateline.link.naming import naming
from dateline.link.words import groups_in, kin, many, once, opposite, rarity, stem, stems


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("formalised", "formalize"), ("formalization", "formalise"), ("invade", "invasion"), ("votes", "voting"),
        ("stopped", "stops"), ("resignation", "resigns"), ("fell", "falling"), ("ratification", "ratify"),
        ("signature", "signed"), ("policies", "policy"), ("approval", "approving"), ("army's", "army"), ("laid", "lay"),
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(("a", "b"), [("parliament", "party"), ("army", "arm"), ("press", "president")])
def test_other_words_do_not(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("referendum", "ballot"),
        ("stepped down", "resigned"),
        ("truce", "ceasefire"),
        ("tremor", "earthquake"),
        ("came into being", "was founded"),
        ("took his place", "succeeded"),
    ],
)
def test_words_for_one_kind_of_happening_share_a_group(a: str, b: str) -> None:
    assert groups_in(stems(a)) & groups_in(stems(b))


def test_a_phrase_hides_what_its_words_name_alone() -> None:
    assert "reject" in groups_in(stems("voted the motion down"))
    assert "vote" not in groups_in(stems("voted the motion down"))


def test_a_phrase_may_be_spread_but_not_far() -> None:
    assert "repeal" in groups_in(stems("gave the plan up"))
    assert "repeal" not in groups_in(stems("gave a very long speech before anybody looked up"))


def test_kin_and_opposites() -> None:
    assert kin(["sign"], ["treaty"]) == ("sign", "treaty")
    assert kin(["sign"], ["earthquake"]) is None
    assert opposite(["open"], ["close"]) == ("open", "close")


def test_what_happens_once_and_what_repeats() -> None:
    assert once(["die"])
    assert many(["talk"])
    assert not once(["talk"])


def test_rarity_tells_common_from_rare() -> None:
    assert rarity("say") < 0.1 < rarity(stem("parliament")) < rarity("fisheri")


def test_a_very_long_word_is_cut() -> None:
    assert len(stem("x" * 100_000)) < 40


@pytest.mark.parametrize(
    ("anchor", "head", "named", "not_named"),
    [
        ("treaty took place", "take-place", "treaty", "capture"),
        ("talks went back to the lenders", "go", "talk", "support"),
        ("harbour was back in their hands", "be", "", "support"),
    ],
)
def test_what_a_phrase_does_not_name(anchor: str, head: str, named: str, not_named: str) -> None:
    found = naming(known("a", f"The {anchor}.", anchor, "2015-05-04", head=head).claim)
    assert not named or named in found.groups | found.theme
    assert not_named not in found.groups | found.theme
