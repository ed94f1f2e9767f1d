"""A sentence that tells several happenings of one time stands on a page once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model.claim import Status
from dateline.model.time import Granularity
from dateline.serve.web.folding import Piece, folded
from dateline.serve.web.rendering import disagreeing
from dateline.views.evidence import Evidence
from dateline.views.lines import Clash, Line
from dateline.views.wording import Stated

SENTENCE = "The council sent its offer an hour before the time allowed ran out."
DAY = Stated("9 Jul 2015", "2015-07-09", date(2015, 7, 9), date(2015, 7, 9), Granularity.DAY)


def told(event: str, words: str, who: tuple[str, ...] = (), sentence: str = SENTENCE, voices: int = 1) -> Line:
    at = sentence.index(words)
    own = Evidence(
        f"claim-{event}", "article-1", "The Herald", "herald.example", "", "A vote", date(2015, 7, 10), sentence,
        (at, at + len(words)), DAY, Status.HAPPENED,
    )  # fmt: skip
    return Line(event, DAY, words, who, (), Status.HAPPENED, voices, (), (own,))


def test_lines_of_one_sentence_and_time_are_one_with_all_of_theirs() -> None:
    lines = [
        told("event-1", "sent its offer", ("Council",)),
        told("event-2", "ran out", ("Council", "Clerk"), voices=3),
        told("event-3", "time allowed"),
    ]
    (one,) = folded(lines)
    assert one.pieces == (
        Piece("The council "),
        Piece("sent its offer", True, "event-1"),
        Piece(" an hour before the "),
        Piece("time allowed", True, "event-3"),
        Piece(" "),
        Piece("ran out", True, "event-2"),
        Piece("."),
    )
    assert (one.line.event, one.line.who, one.line.voices) == ("event-1", ("Council", "Clerk"), 3)
    assert [e.claim for e in one.line.evidence] == ["claim-event-1", "claim-event-2", "claim-event-3"]


def test_another_time_standing_or_sentence_stays_a_line_of_its_own() -> None:
    first = told("event-1", "sent its offer")
    later = replace(told("event-2", "ran out"), occurred=replace(DAY, words="10 Jul 2015", edtf="2015-07-10"))
    planned = replace(told("event-3", "ran out"), status=Status.PLANNED)
    other = told("event-4", "voted", sentence="The council voted.")
    assert [f.line.event for f in folded([first, later, planned, other])] == [
        x.event for x in (first, later, planned, other)
    ]
    assert [f.line.event for f in folded([first, other, told("event-2", "ran out")])] == [
        "event-1",
        "event-4",
        "event-2",
    ]


def test_of_words_that_overlap_the_first_are_marked_and_nothing_is_lost() -> None:
    lines = [told("event-1", "the time allowed ran out"), told("event-2", "ran out")]
    (one,) = folded(lines)
    assert "".join(p.words for p in one.pieces) == SENTENCE
    assert [p.event for p in one.pieces if p.marked] == ["event-1"]


def test_clashes_of_all_stay_and_a_line_without_evidence_shows_its_label() -> None:
    clash = Clash("relation-1", None, ("a", "b"))
    (one,) = folded([told("event-1", "sent its offer"), replace(told("event-2", "ran out"), clashes=(clash,))])
    assert one.line.clashes == (clash,)
    bare = [replace(told(e, "ran out"), evidence=()) for e in ("event-1", "event-2")]
    assert [f.pieces for f in folded(bare)] == [(Piece("ran out", True, e),) for e in ("event-1", "event-2")]


def test_a_disagreement_is_told_as_a_headline_says_it() -> None:
    said = disagreeing("date: 2018-03-01 against 2019")
    assert said.startswith("Sources disagree on the date: 1 Mar 2018 <svg") and said.endswith("2019")
    assert disagreeing("what is told: <b> against c").startswith("Sources disagree on what is told: &lt;b&gt; <svg")
