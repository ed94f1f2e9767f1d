"""Stretches between quotation marks: every manner of marks, unbalanced ones, and very many of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.blocks import find_blocks
from dateline.annotate.quotes.stretches import Stretch, stretches


def found(text: str) -> list[Stretch]:
    return stretches(text, find_blocks(text))


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        'He said "one two" and left.',
        "He said “one two” and left.",
        "He said „one two“ and left.",
        "He said „one two” and left.",
        "He said ”one two” and left.".replace("”one", "“one"),
        "He said «one two» and left.",
        "He said »one two« and left.",
        "He said ‹one two› and left.",
        "He said 'one two' and left.",
        "He said ‘one two’ and left.",
        "He said ‚one two‘ and left.",
        "He said ``one two'' and left.",
        "He said 「one two」 and left.",
        "He said 『one two』 and left.",
    ],
)
def test_every_manner_of_marks_is_read(text: str) -> None:
    assert words(text) == ["one two"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dogs' owner doesn't know the '90s.", []),
        ('A screen 42" wide, and a tube 3" long.', []),
        ("‘The players’ union won’t sign,’ he said.", ["The players’ union won’t sign,"]),
        ("It’s the boys’ fault.", []),
        ('An "open end and a "whole" one.', ["whole"]),
        ('"a" "b"', ["a", "b"]),
        ("« un deux », dit-il.", [" un deux "]),
        ('""', []),
        ("”", []),
    ],
)
def test_apostrophes_inches_and_lone_marks_are_no_quotation(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_marks_inside_marks_are_deeper() -> None:
    text = "“He said ‘stop’ twice,” she said."
    assert [(text[s.start : s.end], s.depth) for s in found(text)] == [("He said ‘stop’ twice,", 0), ("stop", 1)]


def test_speech_goes_on_over_paragraphs_that_open_anew() -> None:
    text = "“One.\n\n“Two.\n\n“Three.”\n\n“Four.”"
    flags = [(text[s.start : s.end], s.closed, s.continued) for s in found(text)]
    assert flags == [("One.", False, False), ("Two.", False, True), ("Three.", True, True), ("Four.", True, False)]


@given(st.text(alphabet="\"'“”‘’«»„‚‹›`「」 ab.\n", max_size=200))
def test_any_mess_of_marks_gives_ordered_nested_stretches(text: str) -> None:
    made = found(text)
    assert made == sorted(made, key=lambda s: (s.start, -s.end))
    for outer in made:
        assert 0 <= outer.start < outer.end <= len(text)
        assert all(s.end <= outer.end or s.start >= outer.end for s in made if s.start >= outer.start)


@pytest.mark.parametrize("piece", ['"', "“", "’", '"a" ', "'a s' ", "“‘", "``", "»«", '"a\n\n'])
def test_very_many_marks_are_read_to_their_end(piece: str, ends: None) -> None:
    text = piece * (160_000 // len(piece))
    assert all(0 <= s.start < s.end <= len(text) for s in found(text))
