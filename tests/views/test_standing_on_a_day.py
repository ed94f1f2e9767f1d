"""What a claim weighs in the state of a matter: its distance from the newest happening, plans that a report awaits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.desk import Desk, open_desk
from dateline.model.claim import Claim, Status, When
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity, day, month
from dateline.views.standing import BEHIND, Standing, Told, in_keeping, newest, speaks_from, standing

S = Status
TODAY = date(2021, 9, 30)
QUERY = "Lake Mirren dam"
DOCS = {
    "2021-09-30": "Norland opened the dam on Lake Mirren on Tuesday. Its turbines had been tested in May 2019. "
    "A second dam at Lake Mirren is to be opened on 4 November.",
    "2019-06-02": "Engineers tested the turbines of the dam on Lake Mirren on 20 May 2019. It was to "
    "be opened by the end of 2021.",
    "2020-07-01": "The lock on Lake Mirren was closed on 20 February 2020. The opening of a bridge at the dam, set for "
    "3 March 2020, was postponed to 8 June 2020, when forty guests came.",
    "2020-09-01": "Estmark, which closed the canal to Lake Mirren on 20 March 2018, will open it on 9 May 2021.",
    "2021-01-10": "Anna Voss, who dissolved the union of Lake Mirren on 3 October 2020, will not be invited to the "
    "regatta of 14 July 2021.",
}


def told(status: Status, days: Days, event: str = "e", made: date | None = None, still: date | None = None) -> Told:
    sentence = Selector(0, 10, "Norland x.")
    when = When(days, Granularity.DAY if days.length() == 1 else Granularity.MONTH, "stated")
    claim = Claim(f"claim-{event}-{status}-{days.start}", "a", "r", sentence, sentence, "open", status, when)
    return Told(claim, event, date(2021, 9, 30), made, False, 1.0, still)


def weighed(claim: Told, last: date | None) -> Standing:
    found = standing(claim, TODAY, last)
    assert found is not None
    return found


def test_an_act_behind_the_newest_one_tells_less_and_says_why() -> None:
    act = told(S.HAPPENED, day(TODAY - timedelta(20)))
    alone, behind = weighed(act, act.claim.when and act.claim.when.days.end), weighed(act, TODAY)
    assert behind.score < 0.5 * alone.score
    assert "20 days behind the newest happening" in behind.why
    assert not any("behind" in words for words in alone.why)


def test_the_distance_counts_and_not_the_age_alone() -> None:
    near, far = (told(S.HAPPENED, day(TODAY - timedelta(40 + d))) for d in (0, BEHIND))
    last = TODAY - timedelta(40)
    assert weighed(far, last).score < 0.5 * weighed(near, last).score
    assert weighed(far, None).score > 0.8 * weighed(near, None).score


@pytest.mark.parametrize("status", [S.ONGOING, S.PLANNED])
def test_what_lasts_or_is_planned_does_not_lie_behind(status: Status) -> None:
    days = Days(TODAY - timedelta(90), None) if status is S.ONGOING else day(TODAY + timedelta(9))
    claim = told(status, days, made=TODAY - timedelta(30))
    assert weighed(claim, TODAY) == weighed(claim, None)


def test_the_newest_happening_is_dated_closely_and_not_ahead() -> None:
    acts = [
        told(S.HAPPENED, day(date(2021, 9, 2))),
        told(S.HAPPENED, Days(date(2021, 1, 1), date(2021, 12, 31))),
        told(S.HAPPENED, day(date(2021, 10, 5))),
        told(S.SAID, day(date(2021, 9, 20))),
    ]
    assert newest(acts, TODAY) == date(2021, 9, 2)
    assert newest(acts[2:], TODAY) is None


def test_a_plan_speaks_from_the_last_report_that_awaits_it() -> None:
    made, report = date(2021, 2, 1), date(2021, 9, 20)
    plan = told(S.PLANNED, month(2021, 11), made=made, still=report)
    assert speaks_from(plan, TODAY) == report
    assert speaks_from(plan, date(2021, 3, 1)) == made
    assert speaks_from(plan, date(2021, 12, 24)) is None


def test_a_happening_is_told_as_most_of_its_claims_tell_it() -> None:
    days = day(date(2021, 9, 8))
    off = [told(S.POSTPONED, days, made=TODAY), told(S.POSTPONED, days, made=TODAY)]
    held, alone = told(S.HAPPENED, days), told(S.HAPPENED, days, event="other")
    assert in_keeping([off[0], held, off[1], alone]) == [*off, alone]
    assert len(in_keeping([off[0], held])) == 2


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("dam")
    for published, text in DOCS.items():
        article = {
            "url": f"https://paper.example/{published}",
            "outlet": "Paper",
            "published_at": published,
            "language": "en",
            "title": "The dam of Lake Mirren",
            "text": text,
        }
        (folder / f"{published}.json").write_text(json.dumps(article))
    with open_desk(None) as opened:
        opened.add([folder])
        yield opened


def test_a_plan_in_the_present_tense_stands_beside_the_newest_act(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=TODAY)
    days = [h.line.occurred.start for h in state.latest]
    assert days[:2] == [date(2021, 9, 28), date(2021, 11, 4)]
    assert date(2019, 5, 20) not in days
    assert state.latest[1].why[1] == "on the day"


def test_a_plan_is_as_old_as_the_act_before_it_only_in_the_past_tense(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=date(2019, 6, 10))
    plans = [h for h in state.latest if h.line.status is S.PLANNED]
    assert [p.why[1] for p in plans] == ["21 days before"]


def test_what_came_of_a_plan_is_not_where_it_comes_from(desk: Desk) -> None:
    state = desk.view("state", query=QUERY, as_of=date(2020, 3, 20))
    plans = [h for h in state.latest if h.line.occurred.start == date(2020, 6, 8)]
    assert [p.why[1] for p in plans] == ["29 days before"]


def test_an_act_of_years_before_is_not_where_a_plan_told_in_the_present_comes_from(desk: Desk) -> None:
    opened = date(2021, 5, 9)
    early, late = (desk.view("state", query="Lake Mirren", as_of=d) for d in (date(2018, 4, 1), date(2020, 9, 2)))
    assert early.latest
    assert not any(h.line.occurred.start == opened for h in early.latest)
    assert any(h.line.occurred.start == opened for h in late.latest)


def test_where_happenings_come_slowly_the_last_ones_still_tell() -> None:
    act = told(S.HAPPENED, day(TODAY - timedelta(60)))
    busy, slow = ([TODAY - timedelta(2 * n) for n in range(most)][::-1] for most in (20, 1))
    scores = [s.score for acts in (busy, slow) if (s := standing(act, TODAY, TODAY, acts))]
    assert scores[1] > 4 * scores[0]


def test_who_took_office_holds_it() -> None:
    acts = [TODAY - timedelta(n) for n in range(40)][::-1]
    act = told(S.HAPPENED, day(TODAY - timedelta(40)))
    spoke, sworn = act, replace(act, axes=frozenset({"enter-office"}))
    scores = [s.score for t in (spoke, sworn) if (s := standing(t, TODAY, TODAY, acts))]
    assert scores[1] > 1.8 * scores[0]


def test_a_state_in_the_lead_of_a_report_is_not_its_news() -> None:
    for status, news in ((S.ONGOING, False), (S.HAPPENED, True)):
        claim = told(status, Days(TODAY - timedelta(9), None))
        leading = weighed(replace(claim, leads=True), None)
        assert (leading.score > weighed(claim, None).score) == news
        assert ("leads a report of those days" in leading.why) == news


def test_a_plan_told_by_a_noun_takes_the_tense_of_its_sentence(desk: Desk) -> None:
    state = desk.view("state", query="Lake Mirren", as_of=date(2021, 1, 20))
    plans = [h for h in state.latest if h.line.occurred.start == date(2021, 7, 14)]
    assert [p.why[1] for p in plans] == ["10 days before"]
