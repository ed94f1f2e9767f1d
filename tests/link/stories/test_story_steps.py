"""Steps of one matter within days are stories of their own; what belongs to the course of one is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.link.stories.affinity import STANDARD, affinity, reasons
from dateline.link.stories.days import UNTOLD, Days, compared
from dateline.link.stories.profile import Compared, profile
from dateline.link.stories.steps import AGAIN, NEXT, Step, another, step, told_days
from dateline.link.words import groups_in, lines
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.edtf import read_edtf
from dateline.model.story import StoryProfile
from dateline.model.text import select

DAY = date(2031, 5, 9)  # a Friday
DEAL = "Salmira's parties reached agreement on the budget on Friday."


def told(
    sentence: str, anchor: str, when: str = "2031-05-09", status: Status = Status.HAPPENED, head: str = "", at: int = 0
) -> Claim:
    text = " " * at + sentence
    start = text.index(anchor, at)
    return Claim(
        id=f"claim-{start}-{anchor}",
        article_id="a",
        revision_id="r",
        sentence=select(text, at, len(text)),
        anchor=select(text, start, start + len(anchor)),
        head=head or anchor,
        status=status,
        when=When(*read_edtf(when), "stated") if when else None,
    )


MOVED = "The council moved the vote from 1 June to 6 July."


def _object(claim: Claim, words: str) -> Claim:
    return replace(claim, roles=(Role("patient", words, words.rpartition(" ")[2]),))


@pytest.mark.parametrize(
    ("claim", "headline", "expected"),
    [
        (told(DEAL, "reached agreement", head="reach"), "Budget deal in Salmira", ("parley",)),
        (told("The house passed the bill on Friday.", "passed the bill", head="pass"), "", ("ballot", "law")),
        (told("The minister resigned on Friday.", "resigned", head="resign"), "Minister steps down", ("leaving",)),
        (told("Divers found two bodies on Friday.", "found two bodies", head="find"), "Search goes on", ()),
        (told("The toll passed 400 on Friday.", "passed 400", head="pass"), "Crash toll rises", ()),  # no vote
        (told("It raised the share of the vote on Friday.", "raised the share of the vote", head="raise"), "", ()),
        (
            told("She said the vote was 51 to 40.", "said the vote was 51 to 40", head="say"),
            "New count of the vote",
            (),
        ),
        (told("The envoy said so on Friday.", "said so", head="say"), "Envoy hopeful", ()),
        (told("She said she would resign.", "said she would resign", head="say"), "Premier to step down", ("leaving",)),
        (told("She said he should resign.", "said he should resign", head="say"), "Premier hits back", ()),
    ],
)
def test_families_of_what_is_told_first(claim: Claim, headline: str, expected: tuple[str, ...]) -> None:
    assert step([claim], headline, DAY).families == expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([told(DEAL, "reached agreement", head="reach")], Step(DAY, ("parley",))),
        ([told("They reached agreement.", "reached agreement", "", head="reach")], Step(DAY, ("parley",))),
        (
            [told("Leaders will meet on 12 May.", "meet", "2031-05-12", Status.PLANNED)],
            Step(date(2031, 5, 12), ("parley",), ahead=True),
        ),
        (
            [told("The summit of 12 May was put off.", "summit", "2031-05-12", Status.POSTPONED)],
            Step(date(2031, 5, 12), ("parley",), ahead=True),
        ),
        (
            [
                told("Voters rejected it on 8 May and he resigned on Friday.", "rejected", "2031-05-08", head="reject"),
                told("Voters rejected it on 8 May and he resigned on Friday.", "resigned", head="resign"),
            ],
            Step(DAY, ("leaving",)),
        ),
        (
            [
                _object(told(MOVED, "moved the vote", head="move"), "the vote"),
                told(MOVED, "vote", "2031-06-01/2031-07-06", Status.PLANNED),
            ],
            Step(date(2031, 6, 1), ("ballot", "law"), ahead=True),
        ),
        (
            [_object(told("They moved the vote to Ardesh.", "moved the vote", head="move"), "the vote")],
            Step(DAY, ("ballot", "law")),  # of no other day
        ),
        ([told("Parliament rejected it on 3 March 2030.", "rejected", "2030-03-03", head="reject")], Step()),
        ([], Step()),
    ],
)
def test_the_newest_that_happened_else_what_is_ahead(claims: list[Claim], expected: Step) -> None:
    assert step(claims, "", DAY) == expected


@pytest.mark.parametrize(
    ("when", "days"),
    [("2031-06-01", 1), ("2031-06-01/2031-07-06", 2), ("2031-06-01/2031-06-02", 0), ("2031-06", 0), ("", 0)],
)
def test_days_told_as_one_day_or_from_one_to_another(when: str, days: int) -> None:
    assert len(told_days(told("The vote was moved.", "vote", when))) == days


def test_what_is_decided_days_after_a_happening_of_no_family_is_a_step() -> None:
    before = one(9)
    assert another(before, one(9 + AGAIN, "leaving"))
    assert not another(before, one(9 + AGAIN - 1, "leaving"))
    assert not another(before, one(9 + AGAIN, "disaster", "leaving"))  # the dead of it, maybe
    assert not another(one(9, "leaving"), one(9 + AGAIN))  # what came of it
    assert not another(replace(before, spot=True), one(9 + AGAIN, "leaving"))
    assert not another(replace(before, act=None), one(9 + AGAIN, "leaving"))


def test_a_result_within_a_week_is_no_other_step() -> None:
    plan = one(20, "ballot", ahead=True, occurred=(20,))
    assert not another(plan, one(24, "ballot"))
    assert another(plan, one(28, "ballot"))
    assert another(plan, one(24, "court"))
    assert another(replace(plan, moved=plan.occurred), one(24, "ballot"))


def test_what_stands_behind_the_first_sentence_is_no_step() -> None:
    late = told("The minister resigned on Friday.", "resigned", head="resign", at=200)
    assert step([late], "", DAY) == Step(DAY)
    early = told("Rain fell on 8 May.", "fell", "2031-05-08", head="rain")
    assert step([early, late], "", DAY) == Step(date(2031, 5, 8))


def one(day: int, *families: str, ahead: bool = False, occurred: tuple[int, ...] = ()) -> StoryProfile:
    days = tuple(date(2031, 5, d) for d in (occurred or (day,)))
    return StoryProfile(f"a{day}", DAY, (), days, act=date(2031, 5, day), steps=families, ahead=ahead)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (one(5, "parley"), one(9, "ballot", "law"), True),  # a deal, the vote on it
        (one(5, "ballot"), one(5 + NEXT, "ballot", "office"), False),  # a vote, who won
        (one(5, "ballot"), one(4 + NEXT, "leaving"), False),  # too near: zones differ
        (one(5, "parley"), one(5 + AGAIN, "parley"), True),  # a meeting, the next
        (one(5, "disaster"), one(9), False),  # a later toll
        (one(12, "parley", ahead=True), one(12, "force"), True),  # talks that were planned, an invasion
        (one(12, "parley", ahead=True), one(12, "law"), False),  # talks that were planned, what came of them
        (one(5, "parley", ahead=True, occurred=(5, 20)), one(20, "parley"), False),  # put off, held on that day
        (one(9, "parley", occurred=(9, 12)), one(12, "parley", ahead=True), True),  # held; the next is put off
        (one(5, "parley", ahead=True, occurred=(5, 20)), one(8, "parley", ahead=True, occurred=(8, 20)), False),
        (one(5, "parley", ahead=True), one(20, "parley", ahead=True), True),  # two that are awaited
    ],
)
def test_when_two_tell_different_steps(a: StoryProfile, b: StoryProfile, expected: bool) -> None:
    assert another(a, b) is another(b, a) is expected


def test_a_step_parts_what_words_would_join_and_says_so() -> None:
    text = "Parties in Salmira fell out over the budget of Premier Teresa Vasques, who had promised Ardo a hospital."
    made = profile("a", "Salmira budget", text, DAY), profile("b", "Salmira budget", text + " Deputies voted.", DAY)
    plain = [Compared(p) for p in made]
    deal, vote = (
        Compared(StoryProfile(p.article_id, p.day, p.terms, act=date(2031, 5, n), steps=(family,)))
        for p, n, family in zip(made, (5, 9), ("parley", "ballot"), strict=True)
    )
    assert affinity(*plain) > STANDARD.same
    assert affinity(deal, vote) == pytest.approx(affinity(*plain) - STANDARD.step, abs=0.001)
    told_why = [r for r in reasons(deal, vote) if r.name == "step"]
    assert [(r.score, r.words) for r in told_why] == [(-STANDARD.step, "they tell different steps of a matter")]


def test_news_that_tells_no_day_may_be_of_the_days_before() -> None:
    def article(day: int, *, dated: bool) -> Compared:
        published = date(2031, 5, day)
        return Compared(StoryProfile("a", published, (), (published,), act=published if dated else None))

    assert compared(article(5, dated=True), article(9, dated=True)) == (Days.OTHER, 4)
    assert compared(article(5, dated=True), article(9, dated=False)) == (Days.OTHER, 4 - UNTOLD)


def test_a_look_at_an_outcome_is_not_against_what_awaited_it() -> None:
    awaiting = StoryProfile("a", date(2031, 3, 1), (), (date(2031, 5, 1),))
    looking = StoryProfile("b", DAY, (), (date(2031, 5, 1), DAY))
    assert compared(Compared(awaiting), Compared(looking))[0] is Days.UNKNOWN


def test_each_group_of_the_list_names_happenings() -> None:
    """A group that happenings.txt does not have would never be found."""
    known_groups = {line.split(":")[0].split()[0] for line in lines("happenings.txt") if ":" in line}
    listed = {g for line in lines("steps.txt") for g in line.partition(":")[2].split()}
    assert listed <= known_groups
    assert groups_in(("resign",)) & listed
