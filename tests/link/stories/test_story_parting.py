"""Two happenings of one kind, whose articles share many words, are two stories; one happening told twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from evals.stories.bench import Measured, read

from dateline.link.stories.affinity import STANDARD, affinity, reasons
from dateline.link.stories.parting import MANY, Parting
from dateline.link.stories.profile import Compared, profile
from dateline.link.stories.whole import whole
from dateline.model.story import Sort, StoryProfile, StoryTerm

DAY = date(2024, 3, 1)
KIND = ("quake", "magnitude", "rescue", "rubble")  # what both happenings share
WEIGHT = 0.26  # of each word that articles share; what each tells alone makes up the rest


def article(
    name: str, own: Sequence[str], day: date | None = None, figures: Sequence[str] = (), alone: str = ""
) -> StoryProfile:
    words = dict.fromkeys((*KIND, *own), WEIGHT)
    rest = (1 - sum(w * w for w in words.values())) ** 0.5
    terms = tuple(StoryTerm(s, w, s, Sort.WORD) for s, w in (words | {alone or name: rest}).items())
    common = tuple(StoryTerm(f"#{f}", 0.3, f, Sort.NAME) for f in figures)
    return StoryProfile(name, day, terms, common=common)


def told(happening: str, count: int, day: date | None = None, figures: Sequence[str] = ()) -> list[StoryProfile]:
    own = [f"{happening}{n}" for n in range(2)]
    return [article(f"{happening}-{n}", own, day, figures) for n in range(count)]


def average(one: Sequence[StoryProfile], other: Sequence[StoryProfile]) -> float:
    pairs = [affinity(Compared(a), Compared(b)) for a in one for b in other]
    return sum(pairs) / len(pairs)


def parted(one: Sequence[StoryProfile], other: Sequence[StoryProfile]) -> bool:
    held = {p.article_id: Compared(p) for p in (*one, *other)}
    sides = [p.article_id for p in one], [p.article_id for p in other]
    return Parting(held)(*sides, average(one, other))


def test_many_articles_each_of_two_happenings_are_two_stories_though_near() -> None:
    one, other = told("north", MANY), told("south", MANY)
    assert average(one, other) > STANDARD.same
    assert parted(one, other)
    assert sorted(map(len, whole([*one, *other]))) == [MANY, MANY]
    assert whole([*one, *other]) == whole([*reversed(other), *reversed(one)])


def test_few_articles_are_not_parted_by_words_alone() -> None:
    assert not parted(told("north", MANY - 1), told("south", MANY))
    assert not parted(told("north", 1), told("south", MANY))


def test_halves_of_one_happening_are_one_story() -> None:
    all_ = told("north", 2 * MANY)
    assert not parted(all_[:MANY], all_[MANY:])
    assert len(whole(all_)) == 1


def test_copies_hang_together_no_more_than_a_story_does() -> None:
    """Runs of one text would else part from the reports that were written anew."""
    copies = [article(f"copy-{n}", ["north0", "north1"], alone="wire") for n in range(MANY)]
    anew = [article(f"anew-{n}", ["north0", "north1"], alone="desk") for n in range(MANY)]
    assert STANDARD.hold * average(copies, copies) > average(copies, anew)
    assert not parted(copies, anew)


@pytest.mark.parametrize(("later", "two"), [(0, False), (3, False), (9, True), (400, True)])
def test_a_lull_between_their_days_parts_few(later: int, two: bool) -> None:
    one, other = told("north", 2, DAY), told("south", 2, DAY + timedelta(days=later))
    assert parted(one, other) is two


def test_no_lull_where_a_day_is_not_known_or_the_days_of_one_go_on() -> None:
    later = DAY + timedelta(days=9)
    assert not parted(told("north", 2), told("south", 2, later))
    longer = [*told("north", 1, DAY), *told("north", 2, DAY - timedelta(days=30))[1:]]
    assert not parted(longer, told("south", 2, later))


def test_no_lull_between_what_was_awaited_and_what_came() -> None:
    later = DAY + timedelta(days=9)
    before = [replace(p, occurred=(later,), ahead=True) for p in told("north", 2, DAY)]
    after = [replace(p, occurred=(later,)) for p in told("south", 2, later)]
    assert not parted(before, after)


def test_figures_of_their_own_part_three() -> None:
    assert not parted(told("north", 3), told("south", 3))
    assert parted(told("north", 3, figures=["7.1"]), told("south", 3, figures=["6.3"]))
    assert not parted(told("north", 3, figures=["7.1"]), told("south", 3, figures=["6.3", "7.1"]))


def test_a_figure_that_both_give_is_a_reason() -> None:
    one, other = (
        Compared(profile(n, "Quake shakes Marovo", f"A quake of magnitude 7.1 shook Marovo in {year}, {more}.", DAY))
        for n, year, more in (("a", 2024, "felling 12 trees"), ("b", 2024, "12 people said"))
    )
    assert one.figures == other.figures == {"7.1"}  # neither years nor what is told of anything
    found = {r.name: r for r in reasons(one, other)}
    assert found["figures"].words == "both give 7.1"
    assert sum(r.score for r in found.values()) == pytest.approx(affinity(one, other), abs=0.005)


def test_sets_of_two_happenings_of_one_kind(root: Path) -> None:
    """Web news without days, and three outlets on each event of politics."""
    kept = {"twice.jsonl": 0.91, "terse.jsonl": 0.66, "politics.jsonl": 0.96}
    found = {name: Measured(read(root / "evals" / "stories" / name)).f1 for name in kept}
    assert {name for name, floor in kept.items() if found[name] < floor} == set(), found
