from __future__ import annotations

import pytest

from dateline.model.ids import content_id
from dateline.model.text import locate, select

TEXT = "The vote was held on Monday. A second vote was held on Friday."


def test_a_selector_keeps_words_and_surroundings() -> None:
    at = TEXT.index("second")
    chosen = select(TEXT, at, at + 6)
    assert (chosen.exact, chosen.prefix[-3:], chosen.suffix[:6]) == ("second", " A ", " vote ")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (0, 999)])
def test_bounds_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no words at"):
        select(TEXT, start, end)


def test_words_are_found_again_after_text_was_put_in_front() -> None:
    second = TEXT.index("vote", 10)
    chosen = select(TEXT, second, second + 4)
    moved = "An editor's note. " + TEXT
    found = locate(chosen, moved)
    assert found is not None
    assert found.start == second + len("An editor's note. ")


def test_words_that_are_gone_are_not_found() -> None:
    assert locate(select(TEXT, 4, 8), "Nothing of the kind.") is None


def test_ids_differ_where_parts_are_cut_differently() -> None:
    assert content_id("claim", "ab", "c") != content_id("claim", "a", "bc")
    assert content_id("claim", "ab", "c") == content_id("claim", "ab", "c")
