"""Fields of claims beyond time and status, and the annotator's manners."""

from __future__ import annotations

import pytest
from claims_of_text import chain, claims_of, document

from dateline.annotate.base import ACTORS, CLAIMS, PARSES, SENTENCES
from dateline.annotate.claims.lexicon import lexicon
from dateline.annotate.parses import parses
from dateline.errors import ChainError
from dateline.model.claim import Certainty, Status


def test_parties_have_roles() -> None:
    (claim,) = claims_of("On 3 May 1808 French soldiers shot the rebels.")
    assert [(r.name, r.head) for r in claim.roles] == [("agent", "soldier"), ("patient", "rebel")]


def test_a_passive_turns_roles_round() -> None:
    (claim,) = claims_of("The rebels were shot by French soldiers on 3 May 1808.")
    assert {r.name: r.head for r in claim.roles} == {"agent": "soldier", "patient": "rebel"}


def test_a_known_party_brings_its_id() -> None:
    (claim,) = claims_of("France recognised Kosovo on 18 February 2008.")
    agent = next(r for r in claim.roles if r.name == "agent")
    assert agent.actor == "france"


def test_joined_parties_have_a_role_each() -> None:
    (claim,) = claims_of("Bolivia and Peru signed the treaty on 2 May 1910.")
    assert [r.head for r in claim.roles if r.name == "agent"] == ["bolivia", "peru"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("On 3 May 2011 the quake killed 334 people.", 334.0, "people", ""),
        ("On 3 May 2011 the quake killed more than two thousand people.", 2000.0, "people", "more than"),
        ("On 3 May 2011 prices rose 4.5 percent.", 4.5, "percent", ""),
        ("On 3 May 2011 the bank lent $2 billion.", 2e9, "$", ""),
        ("On 3 May 2011 about 20,000 people marched.", 20000.0, "people", "about"),
    ],
)
def test_numbers_keep_value_unit_and_hedge(text: str, value: float, unit: str, approx: str) -> None:
    (claim,) = claims_of(text)
    assert [(q.value, q.unit, q.approx) for q in claim.quantities] == [(value, unit, approx)]


def test_the_date_is_no_number_of_the_claim() -> None:
    (claim,) = claims_of("The bridge opened on 28 May 1937.")
    assert claim.quantities == ()


def test_terms_are_content_words_without_names_and_dates() -> None:
    (claim,) = claims_of("France recognised the new government on 18 February 2008.")
    assert claim.terms == ("recognise", "government")


def test_words_said_point_to_the_act_of_saying() -> None:
    said, content = claims_of("On 4 July 2012 the laboratory said that the particle was found on 3 July 2012.")
    assert (said.status, content.status) == (Status.SAID, Status.HAPPENED)
    assert said.said_of == ""
    assert content.said_of == said.id
    assert content.speaker == said.speaker == "the laboratory"


def test_a_denied_verb_is_negated() -> None:
    (claim,) = claims_of("The council did not meet on 5 June 2012.")
    assert claim.negated


def test_may_is_possible() -> None:
    (claim,) = claims_of("The court may rule on 5 June 2012.", "2012-05-01")
    assert claim.certainty is Certainty.POSSIBLE


def test_a_main_clause_without_a_date_is_claimed_without_time() -> None:
    (claim,) = claims_of("The council rejected the plan.")
    assert claim.when is None
    assert (claim.head, claim.status) == ("reject", Status.HAPPENED)


def test_every_claim_says_why() -> None:
    claims = claims_of("The council rejected the plan. On 5 June 2012 it met again.")
    assert claims
    assert all(c.why for c in claims)


def test_inherited_times_say_from_where() -> None:
    (claim,) = claims_of("In March 2011:\n- The army fired on the crowd.")
    assert claim.when is not None
    assert claim.when.how == "inherited"
    assert "March 2011" in claim.when.why


def test_spans_point_into_the_text() -> None:
    text = "Heading\n\nThe council rejected the plan.\n\nOn 5 June 2012 it met\nagain."
    for claim in claims_of(text):
        assert text[claim.anchor.start : claim.anchor.end] == claim.anchor.exact
        assert text[claim.sentence.start : claim.sentence.end] == claim.sentence.exact
        assert claim.sentence.covers(claim.anchor)


def test_the_same_text_gives_the_same_claims() -> None:
    text = "On 5 June 2012 the council met and rejected the plan. The mayor resigned on 6 June 2012."
    assert claims_of(text) == claims_of(text)


def test_ids_are_unique() -> None:
    claims = claims_of("Voters turned the treaty down on 12 June 2008 and on 3 October 2009.")
    assert len({c.id for c in claims}) == len(claims) == 2


def test_other_languages_get_no_parses_and_no_claims() -> None:
    (done,) = chain().run([document("Der Rat trat am 5. Juni 2012 zusammen.", language="de")])
    assert done[PARSES] == ()
    assert done[CLAIMS] == ()


def test_a_parse_has_the_sentence_offsets() -> None:
    text = "The  council met\nin June. It left."
    (done,) = chain().run([document(text)])
    for sentence, doc in zip(done[SENTENCES], done[PARSES], strict=True):
        assert len(doc.text) == sentence.end - sentence.start
        for token in doc:
            if not token.is_space:
                assert text[sentence.start + token.idx :].startswith(token.text)


def test_a_dateline_is_no_part_of_the_parse() -> None:
    (done,) = chain().run([document("NAIROBI, July 1 (Reuters) - Floods hit the coast.", "2021-07-01")])
    assert "NAIROBI" not in done[PARSES][0].text
    assert not any("NAIROBI" in r.words for c in done[CLAIMS] for r in c.roles)


def test_a_missing_model_is_named() -> None:
    done = document("It rained.")
    (made,) = chain().run([done])
    with pytest.raises(ChainError, match="no_such_model"):
        parses("en_no_such_model").annotate([made])


@pytest.mark.parametrize(
    "text",
    ["", "   ", "?", ", , , ,", "2012", "a" * 5000, "On 5 June 2012 " + "and he ran " * 400, "(((" * 500, "no, " * 900],
)
def test_odd_texts_do_no_harm(text: str) -> None:
    claims_of(text)


def test_actors_are_optional() -> None:
    (done,) = chain().run([document("On 5 June 2012 it rained.")])
    done.put(ACTORS, ())
    assert done[CLAIMS][0].roles is not None


def test_the_lexicon_has_no_word_for_saying_and_denying_at_once() -> None:
    words = lexicon("en")
    assert not words["speech"] & words["denying"]
    assert not words["postponing"] & words["cancelling"]
    assert words.happening("evacuation")
    assert not words.happening("government")
