from __future__ import annotations

import pytest

from dateline.model.ids import content_id
from dateline.model.text import select

TEXT = "The vote was held on Monday. A second vote was held on Friday."


def test_a_selector_keeps_words_and_surroundings() -> None:
    at = TEXT.index("second")
    chosen = select(TEXT, at, at + 6)
    assert (chosen.exact, chosen.prefix[-3:], chosen.suffix[:6]) == ("second", " A ", " vote ")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (0, 999)])
def test_bounds_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no words at"):
        select(TEXT, start, end)


def test_ids_differ_where_parts_are_cut_differently() -> None:
    assert content_id("claim", "ab", "c") != content_id("claim", "a", "bc")
    assert content_id("claim", "ab", "c") == content_id("claim", "ab", "c")
