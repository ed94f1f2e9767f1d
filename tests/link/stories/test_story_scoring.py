"""BCubed, by hand."""

from __future__ import annotations

import pytest
from evals.stories.scoring import bcubed


def test_three_articles_by_hand() -> None:
    # Gold {1, 2}, {3}; found {1, 2, 3}. Precision: 2/3, 2/3, 1/3; recall: 1, 1, 1.
    score = bcubed("aab", "xxx")
    assert score.precision == pytest.approx(5 / 9)
    assert score.recall == 1
    assert score.f1 == pytest.approx(2 * (5 / 9) / (14 / 9))


def test_all_apart_and_all_right() -> None:
    # Gold {1, 2, 3}; each alone: precision 1, recall 1/3.
    assert (bcubed("aaa", "xyz").precision, bcubed("aaa", "xyz").recall) == (1, pytest.approx(1 / 3))
    assert bcubed("aabb", "yyxx").f1 == 1


def test_over_some_articles_only() -> None:
    # Of the third alone: it stands with two strangers (precision 1/3), and is all of its own cluster.
    assert bcubed("aab", "xxx", [2]).precision == pytest.approx(1 / 3)


def test_labels_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="2 labels of the gold, 1 found"):
        bcubed("ab", "x")
