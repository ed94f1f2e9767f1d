"""The vote of three voices on who the parties of a fact are."""

from __future__ import annotations

from evals.actors.readers import Named, Wanted, met, parties_in, voted, wanted


def _one(*ids: str, asked: bool = True) -> Wanted:
    return Wanted(frozenset(ids), asked)


def test_a_cell_holds_parties_with_their_other_names_and_doubts() -> None:
    assert parties_in("Norway; Ann Roe|Sweden; ?NATO") == (
        Named(("Norway",)), Named(("Ann Roe", "Sweden")), Named(("NATO",), asked=False),
    )  # fmt: skip
    assert parties_in("-") == ()


def test_who_is_called_by_two_names_is_one_party() -> None:
    assert wanted(parties_in("Ann Roe|Norway"), str) == [_one("ann-roe", "norway")]
    assert wanted(parties_in("Norway and Sweden"), str) == [_one("norway"), _one("sweden")]


def test_two_voices_of_three_ask_for_a_party() -> None:
    list_, first, second = [_one("norway")], [_one("ann-roe", "norway"), _one("nato")], [_one("sweden", asked=False)]
    found = {min(p.ids): p.asked for p in voted([list_, first, second])}
    assert found == {"ann-roe": True, "nato": False, "sweden": False}


def test_a_single_voice_is_the_gold_itself() -> None:
    assert voted([[_one("norway"), _one("norway")]]) == [_one("norway")]


def test_a_party_that_joins_two_others_makes_them_one() -> None:
    assert voted([[_one("a")], [_one("b")], [_one("a", "b")]]) == [_one("a", "b")]


def test_a_party_that_one_voice_names_is_neither_missed_nor_wrong() -> None:
    parties = [_one("norway"), _one("nato", asked=False)]
    assert met(parties, {"norway", "nato", "kenya"}) == (1, 2, 1)
    assert met(parties, set()) == (1, 0, 0)


def test_two_names_of_one_party_count_once() -> None:
    assert met([_one("ann-roe", "norway")], {"ann-roe", "norway"}) == (1, 1, 1)
