"""Which position replaces which."""

from __future__ import annotations

from datetime import date

from dateline.link.positions import Dated, retold, same_thing, succession
from dateline.model.position import Position, Stance
from dateline.model.text import select
from dateline.model.time import Days, day, month


def taken(name: str, words: str, days: Days | None, stance: Stance = Stance.DEMANDS, actor: str = "norland") -> Dated:
    """A position on the words, of a party."""
    found = select(words, 0, len(words))
    return Dated(Position(name, actor, stance, found, found, "a", "r", tuple(words.split())), days)


def test_the_later_word_of_a_party_on_the_same_thing_replaces_the_earlier() -> None:
    first = taken("p1", "strait toll lifted", day(date(2020, 3, 1)))
    second = taken("p2", "strait toll halved", day(date(2021, 3, 1)), Stance.OFFERS)
    third = taken("p3", "strait toll kept", day(date(2022, 3, 1)))
    assert succession([third, first, second]) == {"p2": "p1", "p3": "p2"}


def test_other_things_other_parties_and_unknown_days_replace_nothing() -> None:
    first = taken("p1", "strait toll", day(date(2020, 3, 1)))
    others = [
        taken("p2", "fishing quota", day(date(2021, 3, 1))),
        taken("p3", "strait toll", day(date(2021, 3, 1)), actor="sudmark"),
        taken("p4", "strait toll", None),
        taken("p5", "strait toll", month(2020, 3)),
    ]
    assert succession([first, *others]) == {}


def test_a_party_alone_in_common_is_no_common_thing() -> None:
    assert not same_thing(taken("p1", "@sudmark quota", None).position, taken("p2", "@sudmark embargo", None).position)


def test_reports_of_one_position_are_told_by_nested_days() -> None:
    fine, coarse = day(date(2020, 3, 4)), month(2020, 3)
    assert retold(taken("p1", "strait toll", coarse), taken("p2", "toll strait", fine))
    assert not retold(taken("p1", "strait toll", coarse), taken("p2", "strait toll", day(date(2020, 4, 4))))
    assert not retold(taken("p1", "strait toll", fine), taken("p2", "strait toll", fine, Stance.OPPOSES))
