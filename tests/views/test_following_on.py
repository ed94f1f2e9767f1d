"""Of one thread the newest turn tells how it stands, and two acts of one happening are both told."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.model.claim import Claim, Role, Status, When
from dateline.model.text import Selector
from dateline.model.time import Granularity, day
from dateline.views.following_on import BESIDE, FOLLOWED, followed, with_seconds
from dateline.views.standing import Standing, Told

TODAY = date(2021, 9, 30)


def act(
    words: str, ago: int, score: float, event: str, actor: str = "", status: Status = Status.HAPPENED, at: int = 0
) -> Standing:
    """Who does what, for example "the senate|lifted the ban"."""
    who, _, what = words.partition("|")
    since = TODAY - timedelta(ago)
    sentence = Selector(at, at + len(words), words)
    roles = (Role("agent", who, who.split()[-1], actor),) if who else ()
    anchor, when = Selector(at, at + len(what), what), When(day(since), Granularity.DAY, "stated")
    claim = Claim(f"{event}-{what}", f"a{at}", "r", sentence, anchor, what.split()[0], status, when, roles)
    return Standing(Told(claim, event, since, None, False, 1.0), score, since, (status.value,))


def scores(found: list[Standing]) -> dict[str, float]:
    return {s.told.claim.anchor.exact: round(s.score, 3) for s in found}


def test_an_act_is_lowered_after_which_another_of_the_same_party_came() -> None:
    first = act("Ilse Brandt|toured the harbour", 9, 1.0, "e1", "ilse-brandt")
    later = act("Ilse Brandt|flew home", 2, 1.0, "e2", "ilse-brandt", at=50)
    other = act("Otto Lind|painted a wall", 9, 0.9, "e3", "otto-lind", at=90)
    found = followed([first, later, other])
    assert scores(found) == {"flew home": 1.0, "painted a wall": 0.9, "toured the harbour": FOLLOWED}
    assert "another act of those concerned came after it" in found[-1].why


def test_what_came_on_the_same_day_or_is_a_trifle_leaves_nothing_behind() -> None:
    first = act("Ilse Brandt|toured the harbour", 9, 1.0, "e1", "ilse-brandt")
    same_day = act("Ilse Brandt|flew home", 9, 1.0, "e2", "ilse-brandt", at=50)
    trifle = act("Ilse Brandt|wrote a letter", 2, 0.2, "e3", "ilse-brandt", at=90)
    assert scores(followed([first, same_day, trifle]))["toured the harbour"] == 1.0


def test_words_and_plans_leave_nothing_behind_and_are_not_left_behind() -> None:
    plan = act("Ilse Brandt|tour the harbour", 9, 1.0, "e1", "ilse-brandt", Status.PLANNED)
    speech = act("Ilse Brandt|praised the harbour", 5, 1.0, "e2", "ilse-brandt", Status.SAID, at=50)
    assert followed([plan, speech]) == [plan, speech]


def test_the_second_act_of_one_happening_is_told_too() -> None:
    took = act("rebels|retook Velden", 3, 1.0, "e1")
    truce = act("the cabinet|called a truce", 3, 0.9, "e1")
    again = act("rebels|captured Velden", 3, 0.95, "e1", at=70)
    found = with_seconds([took], [took, again, truce])
    assert scores(found) == {"retook Velden": 1.0, "called a truce": round(0.9 * BESIDE, 3)}


def test_the_same_act_in_other_texts_is_not_told_twice() -> None:
    took = act("rebels|retook Velden", 3, 1.0, "e1")
    told = act("the army|was driven out", 3, 0.9, "e1", at=70)
    assert with_seconds([took], [took, told]) == [took]
