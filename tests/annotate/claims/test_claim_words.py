"""What a reader is shown of a claim: words that say what happened, whole names, numbers of the happening itself."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.annotate.claims.phrases import phrase
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet


@cache
def _chain() -> Chain:
    return standard_chain(MODEL)


def read(text: str) -> tuple[Claim, ...]:
    revision = Revision("r", "a", "", text, "en", published_at=Published(dt.date(2021, 5, 4)))
    (done,) = _chain().run([Document(Outlet("o", "O"), Article("a", "o", ""), revision)])
    return done[CLAIMS]


def test_speech_is_named_by_what_is_said() -> None:
    (claim,) = read('"The bridge is closed to lorries," the mayor said on Monday.')
    assert "is closed to lorries" in claim.anchor.exact


def test_names_with_hyphens_are_whole() -> None:
    (claim,) = read("Kim Dae-jung met the envoy in Oldford on 3 May 2001.")
    assert not claim.anchor.exact.startswith("jung")


def test_a_passive_of_speech_has_no_speaker() -> None:
    (claim,) = read("Michael Neu was charged with fraud on 3 May 2021.")
    assert claim.speaker == ""


def test_not_until_is_affirmed() -> None:
    (claim,) = read("The park did not open until 1914.")
    assert not claim.negated


def test_numbers_of_what_is_compared_are_left_out() -> None:
    (claim,) = read("On Monday the city had 82 schools, compared with 70 schools in 2015.")
    assert [q.value for q in claim.quantities] == [82.0]


def test_loose_quotations_make_no_claims() -> None:
    assert read('"I will never forget this day.') == ()


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("an option to", "an option"),
        ("82 schoolgirls that were", "82 schoolgirls"),
        ("the town’s", "the town"),
        ("“The plan", "The plan"),
    ],
)
def test_phrases_end_where_they_are_complete(found: str, wanted: str) -> None:
    assert phrase(found) == wanted
