"""What else both articles tell decides between two dates of one happening and two happenings; loosely told days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.comparing import Comparing
from dateline.link.profile import telling
from dateline.link.rivals import outdone
from dateline.link.slips import reliable
from dateline.link.step import link
from dateline.link.times import Fit, compare
from dateline.model.claim import When
from dateline.model.edtf import read_edtf
from dateline.model.relation import RelationKind
from dateline.model.text import Selector, select


def worded(day: str, words: str, before: str = "") -> When:
    """A time with its words in a text."""
    return When(*read_edtf(day), "stated", mark=Selector(0, len(words), words, before))


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        (worded("2023-07-27", "two weeks"), worded("2023-07-26", "26 July"), Fit.NESTED),
        (worded("2023-07-27", "two weeks"), worded("2023-07-30", "30 July"), Fit.APART),
        (worded("2023-12-25", "Christmas", "were gone by "), worded("2023-12-05", "5 December"), Fit.NESTED),
        (worded("2023-12-25", "Christmas", "were gone by "), worded("2023-12-27", "27 December"), Fit.APART),
        (worded("2023-12-25", "Christmas", "left on "), worded("2023-12-22", "22 December"), Fit.APART),
        (worded("2016-09-26", "Monday of last week"), worded("2016-09-27", "27 September"), Fit.APART),
    ],
)
def test_loosely_told_days_leave_room(a: When, b: When, fit: Fit) -> None:
    assert compare(a, b).fit is fit
    assert compare(b, a).fit is fit


@pytest.mark.parametrize(
    ("a", "b", "once", "told"),
    [
        (worded("2018-07-13", "13 July"), worded("2015-07-13", "13 July 2015"), True, False),
        (worded("2014-07-13", "13 July 2014"), worded("2015-07-13", "13 July 2015"), False, True),
        (worded("2015-07-13", "Monday"), worded("2015-07-14", "14 July"), False, True),
        (worded("2015-07-13", "Monday"), worded("2015-07-03", "3 July"), True, True),
        (worded("2015-07-13", "Monday"), worded("2015-07-03", "3 July"), False, False),
        (worded("2015-07-13", "Monday"), worded("2015-07-20", "20 July"), True, False),
        (worded("2015-07-13", "ten days ago"), worded("2015-07-03", "3 July"), True, False),
    ],
)
def test_dates_are_held_against_each_other_as_far_as_they_are_told(a: When, b: When, once: bool, told: bool) -> None:
    assert reliable(a, b, once) is told
    assert reliable(b, a, once) is told


BUS = "A bus fell into the gorge near Norwood on {} and killed nineteen pilgrims."
FERRY = "A ferry with wine for Easthaven sank off Cape Marrow on {}."


def page(article: str, *told: tuple[str, str, str, str]) -> list[Known]:
    """The claims of one article: sentence, anchor, head and day of each."""
    return [
        known(article, sentence, anchor, day, head=head, at=200 * n)
        for n, (sentence, anchor, head, day) in enumerate(told)
    ]


def reasons(a: list[Known], b: list[Known]) -> set[str]:
    comparing = Comparing()
    comparing.add((telling(a), telling(b)))
    return {r.name for r in comparing.reasons(a[0].claim.id, b[0].claim.id)}


def test_each_the_others_nearest_speaks_for_one_happening_with_two_dates() -> None:
    bus = (BUS.format("4 May 2015"), "fell into the gorge near Norwood", "fall", "2015-05-04")
    late = (BUS.format("5 May 2015"), "fell into the gorge near Norwood", "fall", "2015-05-05")
    ferry = (FERRY.format("9 June 2015"), "sank off Cape Marrow", "sink", "2015-06-09")
    assert "nearest" in reasons(page("a", bus, ferry), page("b", late, ferry))


def test_another_claim_of_the_very_time_speaks_against_it() -> None:
    bus = (BUS.format("4 May 2015"), "fell into the gorge near Norwood", "fall", "2015-05-04")
    late = (BUS.format("5 May 2015"), "fell into the gorge near Norwood", "fall", "2015-05-05")
    found = reasons(page("a", bus, late), page("b", late))
    assert "rival" in found
    assert "nearest" not in found


TWO = "The cabinet banned night flights over Norwood and sent inspectors to the airport on 4 May 2015."


def test_of_the_claims_of_one_sentence_the_nearest_is_meant() -> None:
    banned = known("a", TWO, "banned night flights over Norwood", "2015-05-04", head="ban")
    sent = known("a", TWO, "sent inspectors", "2015-05-04", head="send")
    sent = replace(sent, claim=replace(sent.claim, terms=("send", "inspectors", "airport")))
    told = "Night flights over Norwood were banned on 4 May 2015 by the cabinet."
    other = known("b", told, "Night flights over Norwood were banned", "2015-05-04", head="ban")
    comparing = Comparing()
    comparing.add((telling([banned, sent]), telling([other])))
    assert "sibling" in {r.name for r in comparing.reasons(sent.claim.id, other.claim.id)}
    assert "sibling" not in {r.name for r in comparing.reasons(banned.claim.id, other.claim.id)}
    memory = Memory()
    memory.take([banned, sent], link([banned, sent], memory))
    memory.take([other], link([other], memory))
    assert memory.together(banned, other)
    assert not memory.together(sent, other)


def timed(article: str, sentence: str, anchor: str, words: str, day: str, head: str) -> Known:
    """A claim whose words for the time are known."""
    made = known(article, sentence, anchor, day, head=head, actors=["norwood"])
    at = sentence.index(words)
    assert made.claim.when is not None
    when = replace(made.claim.when, mark=select(sentence, at, at + len(words)))
    return replace(made, claim=replace(made.claim, when=when))


def test_a_date_that_stands_with_another_verb_is_held_against_nothing() -> None:
    listed = "Norwood's curfew was declared on 3 May 2015 and lifted by the harbour council after a vote."
    plain = "Norwood's curfew was lifted by the harbour council after a vote on 4 May 2015."
    declared = timed("a", listed, "curfew was declared", "3 May 2015", "2015-05-03", "declare")
    lifted = timed("a", listed, "lifted by the harbour council", "3 May 2015", "2015-05-03", "lift")
    dated = timed("b", plain, "curfew was lifted", "4 May 2015", "2015-05-04", "lift")
    borrowed = {p.id: p.borrowed for p in telling([declared, lifted]).profiles}
    assert borrowed == {declared.claim.id: False, lifted.claim.id: True}
    memory = Memory()
    memory.take([declared, lifted], link([declared, lifted], memory))
    memory.take([dated], link([dated], memory))
    assert not [r for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION]


@pytest.mark.parametrize(("others", "held"), [((), True), ((2.2,), True), ((2.2, 2.5), False)])
def test_two_that_are_barely_alike_are_not_one_where_another_is_clearly_nearer(
    others: tuple[float, ...], held: bool
) -> None:
    assert (outdone(2.1, others) is None) is held


@pytest.mark.parametrize(("other", "taken"), [("left the harbour of Lund", True), ("wrote home", False)])
def test_words_that_have_two_times_are_held_against_nothing(other: str, taken: bool) -> None:
    told = "On 8 May 2015, six days after the Guards left the harbour of Lund, they wrote home."
    first = known("a", told, "Guards left the harbour of Lund", "2015-05-08", head="leave")
    second = known("a", told, other, "2015-05-02", head="write")
    borrowed = {p.id: p.borrowed for p in telling([first, second]).profiles}
    assert borrowed == dict.fromkeys((first.claim.id, second.claim.id), taken)
