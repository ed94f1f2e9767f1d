from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.snippet import occurrences, snippet
from dateline.store.words import LONGEST, folded, phrases, words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The U.S. voted", ("the", "u", "s", "voted")),
        ("Ukraine's and Kyiv’s NATO-led", ("ukraine", "and", "kyiv", "nato", "led")),
        ("s is a letter", ("s", "is", "a", "letter")),
        ("snake_case 3,000", ("snake", "case", "3", "000")),
        ("Ærø Þór Ångström", ("aero", "thor", "angstrom")),
        ("e\u0301te\u0301", ("ete",)),
        ("北京abc大学", ("北", "京", "abc", "大", "学")),
        ("می‌خواهم", ("میخواهم",)),
        ("ｱ", ("ア",)),
        ("𝐁old İstanbul", ("bold", "istanbul")),
        ("⑴ ﷺ", ("1", "صلىاللهعليهوسلم")),
        ("\u0301 ' — …", ()),
    ],
)
def test_words_are_folded(text: str, forms: tuple[str, ...]) -> None:
    assert folded(text) == forms


@given(st.text())
def test_words_point_into_the_text_in_order(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.form and not any(c.isspace() or c == '"' for c in word.form)
        end = word.end


@given(st.text())
def test_folding_is_steady(text: str) -> None:
    once = folded(text)
    assert folded(" ".join(once)) == folded(" ".join(folded(" ".join(once))))


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_has_the_same_words_as_any_other(text: str) -> None:
    assert folded(text + " ") == folded(text + " é")[:-1]


def test_a_word_without_end_is_cut() -> None:
    (word,) = words("a" * 1_000_000)
    assert (word.end, word.form) == (1_000_000, "a" * LONGEST)


def test_a_query_is_words_and_phrases() -> None:
    assert phrases('NATO "declined to" summit NATO') == (("nato",), ("declined", "to"), ("summit",))
    assert phrases("北京 in 2008年") == (("北", "京"), ("in",), ("2008",), ("年",))
    assert phrases("ceasefire-talks") == (("ceasefire",), ("talks",))
    assert phrases('"') == phrases("-- * ()") == ()
    assert len(phrases(" ".join(f"w{n}" for n in range(1000)))) == 64


def test_phrases_are_found_longest_first_without_overlap() -> None:
    forms = "a b c a b a".split()
    assert occurrences(forms, [("a",), ("a", "b")]) == [(0, 2, 1), (3, 5, 1), (5, 6, 0)]
    assert occurrences("a a a".split(), [("a", "a")]) == [(0, 2, 0)]
    assert occurrences([], [("a",)]) == []


@given(st.text(max_size=200), st.text(max_size=20))
def test_a_snippet_holds_only_words_of_the_text(text: str, query: str) -> None:
    shown = snippet("Headline", text, phrases(query))
    assert shown.count("\x02") == shown.count("\x03")
    assert "\n" not in shown
    assert set(folded(shown)) <= set(folded(text)) | {"headline"}


@pytest.mark.parametrize("unit", ["a", "a ", "北", "'s", "\u0301", '"', "́a", "\u200d", "_", "a\u0301\u0301"])
def test_hostile_text_is_read_to_its_end(unit: str, ends: None) -> None:
    text = unit * (500_000 // len(unit))
    shown = snippet("", text, phrases(text[:2000]) or (("a",),))
    assert len(shown) <= len(text) + 100
