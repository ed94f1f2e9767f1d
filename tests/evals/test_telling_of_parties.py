"""Which claim tells a fact of the gold, and when its words name a party that no list knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evals.actors.gold import gold_ids, unlisted
from evals.actors.telling import telling, worded

from dateline.annotate.base import CLAIMS, Document
from dateline.model.article import Article, Revision
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.outlet import Outlet
from dateline.model.text import select
from dateline.model.time import Days, Granularity

TEXT = "Norway signed on 3 May, and the strikers went home."


def _claim(words: str, day: int | None, *roles: Role) -> Claim:
    at = TEXT.index(words)
    days = None if day is None else When(Days(date(2020, 5, day), date(2020, 5, day)), Granularity.DAY, "stated")
    return Claim(
        words, "a", "r", select(TEXT, 0, len(TEXT)), select(TEXT, at, at + len(words)), words.split(maxsplit=1)[0],
        Status.HAPPENED, days, roles,
    )  # fmt: skip


SIGNED = _claim("signed", 3, Role("agent", "Norway", "norway", "norway"))
LEFT = _claim("went home", None, Role("agent", "the strikers", "striker"))


def _document(*claims: Claim) -> Document:
    made = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", TEXT, "en"))
    made.put(CLAIMS, claims)
    return made


def _fact(anchor: str) -> dict[str, object]:
    return {"sentence": TEXT, "anchor": anchor, "when": {"start": "2020-05-03", "end": "2020-05-03"}}


def test_a_fact_is_held_against_the_claim_of_its_words_though_another_has_its_day() -> None:
    told = telling(_document(SIGNED, LEFT), _fact("the strikers went home"))
    assert told is LEFT


def test_of_two_claims_with_its_words_the_one_of_its_day_tells_the_fact() -> None:
    other = replace(SIGNED, id="other", when=None)
    assert telling(_document(other, SIGNED), _fact("signed")) is SIGNED


def test_a_claim_of_another_sentence_tells_nothing() -> None:
    assert telling(_document(SIGNED), _fact("signed") | {"sentence": "Sweden signed."}) is None


def test_a_party_that_is_only_described_is_met_by_its_noun_and_a_name_by_all_of_it() -> None:
    assert worded(LEFT, "strikers")
    assert not worded(LEFT, "unions")
    firm = _claim("signed", 3, Role("agent", "the Oldford Oil", "Oil"))
    assert worded(firm, "Oldford Oil")
    assert not worded(firm, "Newford Oil")


def test_lists_and_what_a_party_owns_lead_to_the_parties() -> None:
    assert gold_ids("Norway, Sweden and Denmark") == ["norway", "sweden", "denmark"]
    assert gold_ids("Norway's mission in Oldford") == ["norway"]
    assert unlisted("strikers") and not unlisted("norway")
