"""What a reader is shown of a claim: words that say what happened, whole names, numbers of the happening itself."""

from __future__ import annotations

import pytest
from claims_of_text import claims_of

from dateline.annotate.claims.phrases import phrase
from dateline.model.claim import Claim


def read(text: str) -> tuple[Claim, ...]:
    return claims_of(text, "2021-05-04")


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


def test_numbers_of_an_offer_before_are_left_out() -> None:
    (claim,) = read("On Monday the firm raised its offer to $82 a share, up from an offer of $70 a share.")
    assert [q.value for q in claim.quantities] == [82.0]


def test_times_as_many_is_no_number() -> None:
    (claim,) = read("On Monday there were ten times as many officers on the streets.")
    assert claim.quantities == ()


def test_words_reach_what_is_said() -> None:
    text = (
        "The mayor said the old wooden bridge over the river at the northern end of the town was closed on 3 May 2021."
    )
    assert any("said the old" in c.anchor.exact and "was closed" in c.anchor.exact for c in read(text))


def test_words_end_before_a_clause_that_is_cut() -> None:
    text = "On Friday the bank became one of the first firms to release details on how changes in the tax code hit it."
    assert not read(text)[0].anchor.exact.endswith("how changes")


def test_a_relative_clause_behind_a_comma_is_left_out() -> None:
    (claim,) = read("On Friday he opened his sixth shop, a small room, which was praised as a sort of salon.")
    assert claim.anchor.exact.endswith("shop, a small room")


def test_what_was_refused_is_told_by_its_polarity() -> None:
    (claim,) = read("The driver failed to finish his last race on Sunday.")
    assert claim.negated
    assert claim.anchor.exact == "finish his last race"


def test_no_on_the_subject_denies_both_verbs() -> None:
    text = "No petrol or diesel was pumped or shipped to the town on 3 May 2021."
    assert all(c.negated for c in read(text) if c.when)


def test_numbered_names_deny_nothing() -> None:
    (claim,) = read("On Thursday the council added three ships, Oak No. 18, Elm 6 and Ash 1, to a list.")
    assert not claim.negated


def test_an_attempt_that_was_not_made_is_denied() -> None:
    (claim,) = read("The guards did not try to stop the truck on Monday.")
    assert claim.negated


def test_whom_somebody_quotes_is_the_speaker() -> None:
    claims = read("The paper quoted Ann Lee as saying on Monday that the bridge was safe.")
    assert not any(c.speaker.lower() in ("the paper", "him", "her") for c in claims)


def test_a_he_in_direct_speech_is_not_the_speaker() -> None:
    claims = read('Tom Lee came home on Monday. Tom Lee said: "He surprised me on Sunday."')
    surprises = [c for c in claims if "surprised" in c.anchor.exact and c.when]
    assert surprises
    assert all(r.actor != c.speaker for c in surprises for r in c.roles if r.words.lower() == "he")


def test_an_idea_does_not_act() -> None:
    (claim,) = [c for c in read("The plan to build a bridge in 2023 was praised.") if c.when]
    assert not any(r.name == "agent" and "plan" in r.words for r in claim.roles)


def test_a_dangling_participle_has_no_agent() -> None:
    claims = read("The child fell into the pond while picking apples on Monday, state media reported.")
    assert not any("media" in r.words for c in claims if c.head == "pick" for r in c.roles)


def test_parties_end_before_a_clause_that_clings_to_them() -> None:
    claims = read("The mayor praised the improvements the firm made to the engine.")
    assert "the improvements" in [r.words for c in claims for r in c.roles]


def test_they_did_it_to_them_says_nothing() -> None:
    assert read("They identified them.") == ()


def test_an_undated_claim_is_told_in_its_whole_clause() -> None:
    (claim,) = read("The new mayor of Oldford promised the firm a lower rent until the bridge is mended.")
    assert claim.words.exact.startswith("The new mayor")
    assert claim.words.exact.endswith("until the bridge is mended")


def test_a_clause_ends_before_the_next_one() -> None:
    first, second = read("The firm closed the mill, and the union took the case to a court in Norwood.")
    assert first.words.exact == "The firm closed the mill"
    assert second.words.exact.startswith("the union took")


def test_who_tells_of_it_in_passing_is_the_speaker() -> None:
    (claim,) = read("The bridge, the mayor said, needs a new roof.")
    assert claim.speaker == "the mayor"
    assert "needs a new roof" in claim.words.exact
    assert not any(r.name == "agent" and "mayor" in r.words for r in claim.roles)


def test_what_goes_on_behind_the_speaker_is_not_the_speakers_doing() -> None:
    claims = read("He had few friends, his neighbours said, and was rarely seen in town.")
    assert not any("neighbours" in r.words for c in claims for r in c.roles if r.name in ("agent", "patient"))


def test_numbers_that_end_a_span_are_left_out() -> None:
    claims = read("The tax takes between 8% and 15.5% of the money held abroad.")
    assert [q for c in claims for q in c.quantities] == []


def test_a_number_in_two_words_is_one() -> None:
    (claim,) = read("Fifty-eight people were killed in the fire.")
    assert [(q.value, q.unit) for q in claim.quantities] == [(58.0, "people")]


def test_a_part_of_a_record_is_no_number() -> None:
    claims = read("The team finished with a 103-58 record in the western league.")
    assert [q for c in claims for q in c.quantities] == []


def test_a_number_counts_whose_thing_it_is() -> None:
    (claim,) = read("The firm lost 4,000 people's personal information in the fire.")
    assert [(q.value, q.unit) for q in claim.quantities] == [(4000.0, "people")]


def test_a_verb_that_nothing_joins_makes_no_claim() -> None:
    claims = read("He boarded the plane and watched as yellow-vested workers rummaged through the cockpit.")
    assert not any(c.head == "rummage" for c in claims)


def test_a_heading_run_into_a_sentence_makes_no_claim() -> None:
    assert read("BROKEN WINDOWS VISIBLE The hotel is about 400 yards from the stage.") == ()
