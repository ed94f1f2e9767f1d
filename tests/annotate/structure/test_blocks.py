"""Blocks: headings, paragraphs, items and lead-ins, in text with single or double newlines; the text stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.blocks import find_blocks
from dateline.model.text import Block, BlockKind

NOTE = """A short opening paragraph tells what happened on the day in question.
Recent Developments
In the weeks before the vote:
- The first item ends here.
- The second has no stop
A paragraph follows and ends the list.
What comes next
1. Talks open in March.
2) They close in May."""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, text[b.start : b.end]) for b in find_blocks(text)]


def test_single_newlines_part_headings_items_and_paragraphs() -> None:
    assert [kind for kind, _ in kinds(NOTE)] == [
        "paragraph", "heading", "paragraph", "bullet", "bullet", "paragraph", "heading", "bullet", "bullet",
    ]  # fmt: skip


def test_double_newlines_give_the_same_blocks() -> None:
    assert [words for _, words in kinds(NOTE.replace("\n", "\n\n"))] == [words for _, words in kinds(NOTE)]


def test_items_know_their_lead_in_and_section() -> None:
    blocks = find_blocks(NOTE)
    assert [b.lead for b in blocks] == [None, None, None, 2, 2, None, None, None, None]
    assert [b.section for b in blocks] == [None, None, 1, 1, 1, 1, None, 6, 6]


def test_lead_in_without_list_leads_one_paragraph() -> None:
    text = "The minister put it so:\n\nWe shall not go.\n\nNobody asked him why."
    assert [b.lead for b in find_blocks(text)] == [None, 0, None]


def test_markdown_headings_nest() -> None:
    text = "# Peace talks\n\nThey began early.\n\n## Round one\n\nIt failed.\n\n# War\n\nIt came back."
    assert [b.section for b in find_blocks(text)] == [None, 0, 0, 2, None, 4]


def test_underlined_and_bold_lines_are_headings() -> None:
    text = "Background\n==========\nIt began in May.\n\n**Later on**\n\nIt ended in June."
    assert kinds(text)[0] == ("heading", "Background")
    assert kinds(text)[2] == ("heading", "Later on")


def test_last_line_without_stop_is_no_heading() -> None:
    assert kinds("The council met on Friday.\n\nReporting by our staff")[-1][0] == "paragraph"


def test_many_short_lines_are_no_headings_but_the_last() -> None:
    text = "Paris\nLondon\nRome\nMadrid\nThe four capitals agreed on Friday."
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3 + ["heading", "paragraph"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two sides met in the old town hall for the third time this year and\n"
        "spoke until midnight about the border, the bridges over the river, and\n"
        "the fishing rights that have divided them since the spring. Nobody came\n"
        "out smiling.\n\nA second paragraph follows."
    )
    assert len(find_blocks(text)) == 2


def test_quoted_lines_are_a_quote() -> None:
    assert kinds("He wrote:\n> We shall go.\n> Soon.\nThen he left.")[1] == ("quote", "We shall go.\n> Soon.")


@given(st.text(alphabet="aA.:#-*>=1) \n\t", max_size=300))
def test_blocks_cover_all_letters_in_order_without_overlap(text: str) -> None:
    blocks = find_blocks(text)
    for a, b in pairwise(blocks):
        assert a.end <= b.start
    covered = "".join(text[b.start : b.end] for b in blocks)
    outside = text
    for b in reversed(blocks):
        outside = outside[: b.start] + outside[b.end :]
    assert covered.count("A") + outside.count("A") == text.count("A")
    assert all(isinstance(b, Block) and isinstance(b.kind, BlockKind) for b in blocks)
    assert "A" not in outside


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("piece", ["- ", "#", ">", "=\n", "a\n", "**", "A a ", ". "])
def test_markers_without_an_end_are_read_to_its_end(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    blocks = find_blocks(text)
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
