"""Dates that are not firm enough to contradict another, and matters that only look alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.slips import reliable, spoken
from dateline.link.step import link
from dateline.model.claim import Role, Status, When
from dateline.model.edtf import read_edtf
from dateline.model.relation import Relation, RelationKind
from dateline.model.text import select


def marked(sentence: str, words: str, when: str) -> When:
    at = sentence.index(words)
    return replace(When(*read_edtf(when), "stated"), mark=select(sentence, at, at + len(words)))


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ('He said: "Last night a lorry hit the gate."', True),
        ('"We met last night in Norwood," he said.', True),
        ("“We met last night and talked.", True),
        ('We met last night," he said.', True),
        ('He said last night: "We go.', False),
        ('The so-called "deal" of last night was off.', False),
        ('They met last night, he said, "and we liked it".', False),
    ],
)
def test_what_is_counted_from_the_day_on_which_somebody_spoke(sentence: str, inside: bool) -> None:
    words = "Last night" if "Last" in sentence else "last night"
    assert spoken(marked(sentence, words, "2015-05-03"), select(sentence, 0, len(sentence))) is inside


@pytest.mark.parametrize(
    ("words", "held", "firm"),
    [("yesterday", "2015-05-03", False), ("yesterday", "2015-05-02", True), ("on Sunday", "2015-05-03", True)],
)
def test_a_day_told_by_its_distance_from_the_telling_may_be_off_by_one(words: str, held: str, firm: bool) -> None:
    told = marked(f"A lorry hit the gate {words}.", words, held)
    other = marked("On 4 May 2015 a lorry hit the gate.", "4 May 2015", "2015-05-04")
    assert reliable(told, other) is firm
    assert reliable(other, told) is firm


def contradictions(*claims: Known) -> list[Relation]:
    memory = Memory()
    for claim in claims:
        memory.take([claim], link([claim], memory))
    return [r for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION]


def told(article: str, sentence: str, anchor: str, head: str, status: Status = Status.HAPPENED) -> Known:
    return known(article, sentence, anchor, "2015-05-04", head=head, status=status, published=date(2015, 6, 1))


def test_talks_put_off_and_talks_held_on_one_day_exclude_each_other() -> None:
    off = told("a", "Talks on the fishing grounds off Norwood planned for 4 May 2015 were postponed.",
               "Talks on the fishing grounds", "talk", Status.POSTPONED)  # fmt: skip
    held = told("b", "Talks on the fishing grounds off Norwood were held on 4 May 2015.",
                "Talks on the fishing grounds off Norwood were held", "talk")  # fmt: skip
    (relation,) = contradictions(off, held)
    assert relation.slot == "outcome"


def test_a_start_that_was_late_and_an_arrival_do_not() -> None:
    late = told("a", "The midnight flight over the glacier was to travel on 4 May 2015.",
                "midnight flight over the glacier was to travel", "travel", Status.POSTPONED)  # fmt: skip
    there = told("b", "Passengers who travelled by the midnight flight over the glacier arrived on 4 May 2015.",
                 "Passengers who travelled by the midnight flight over the glacier arrived", "arrive")  # fmt: skip
    assert contradictions(late, there) == []


def on(article: str, sentence: str, anchor: str, when: str, head: str, **more: object) -> Known:
    made = known(article, sentence, anchor, when, head=head, published=date(2016, 1, 1), **more)  # type: ignore[arg-type]
    return Known(made.claim, made.outlet_id, made.published)


def signed(article: str, day: str, **more: object) -> Known:
    return on(article, f"The Norwood fisheries treaty was signed on {day}.", "fisheries treaty was signed", day, "sign",
              actors=["norwood"], **more)  # fmt: skip


def test_two_days_of_one_signing_exclude_each_other() -> None:
    (relation,) = contradictions(signed("a", "2015-05-04"), signed("b", "2015-05-05"))
    assert relation.slot == "date"


def test_two_days_of_what_is_told_as_going_on_do_not() -> None:
    going = signed("b", "2015-05-05", status=Status.ONGOING)
    assert contradictions(signed("a", "2015-05-04"), going) == []


def marched(article: str, day: str, who: str, more: str) -> Known:
    sentence = f"{who} protested against President Lund {more} on {day}."
    return on(article, sentence, f"{who} protested", day, "protest")


def test_what_happens_again_and_again_happened_twice() -> None:
    first = marched("a", "2015-05-04", "Crowds", "near the harbour")
    assert contradictions(first, marched("b", "2015-05-06", "Students", "outside the mint")) == []


def chosen(article: str, who: str, year: str) -> Known:
    sentence = f"{who} was appointed to head the state bank of Norwood in {year}."
    claim = on(article, sentence, "was appointed to head the state bank", year, "appoint")
    roles = (Role("patient", who, who.rsplit(maxsplit=1)[-1].lower()),)
    return Known(replace(claim.claim, roles=roles), "", claim.published)


def test_two_years_of_two_persons_do_not_exclude_each_other() -> None:
    assert contradictions(chosen("a", "Erik Lund", "2014"), chosen("b", "Mia Berg", "2015")) == []
    (relation,) = contradictions(chosen("a", "Erik Lund", "2014"), chosen("b", "Erik Lund", "2015"))
    assert relation.slot == "date"


def decided(article: str, sentence: str, head: str, agent: tuple[str, str], patient: str) -> Known:
    anchor = sentence.removesuffix(" on 2015-05-04.")
    made = on(article, sentence, anchor, "2015-05-04", head)
    roles = (Role("agent", agent[0], agent[0].split()[-1].lower(), agent[1]), Role("patient", patient, "resolution"))
    return Known(replace(made.claim, roles=roles), "", made.published)


@pytest.mark.parametrize(("house", "found"), [("the Harbour Council", 1), ("the Fisheries Board", 0)])
def test_what_one_house_adopted_cannot_have_been_blocked_in_it(house: str, found: int) -> None:
    adopted = decided("a", "The Harbour Council adopted a resolution on eel quotas on 2015-05-04.", "adopt",
                      ("The Harbour Council", "harbour-council"), "a resolution on eel quotas")  # fmt: skip
    blocked = decided("b", f"Norland blocked a resolution on eel quotas in {house} on 2015-05-04.", "block",
                      ("Norland", "norland"), f"a resolution on eel quotas in {house}")  # fmt: skip
    assert len(contradictions(adopted, blocked)) == found


def test_what_comes_before_a_happening_is_not_that_happening() -> None:
    def invaded(article: str, when: str, before: str, head: str) -> Known:
        anchor = f"{before}full-scale invasion of the Norwood islands"
        return on(article, f"A naval exercise {anchor} in {when}.", anchor, when, head)

    (relation,) = contradictions(invaded("a", "2014", "before the ", "invasion"), invaded("b", "2015", "", "invasion"))
    assert relation.slot == "date"
    assert (
        contradictions(
            invaded("a", "2014", "before the ", "invasion"), invaded("b", "2015", "preceded the ", "precede")
        )
        == []
    )
