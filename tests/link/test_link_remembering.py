"""What linking keeps of pairs of articles from one step to the next: nothing of claims that changed."""

from __future__ import annotations

from datetime import date

from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.comparing import Comparing
from dateline.link.profile import telling
from dateline.link.remembering import Remembered
from dateline.link.step import link

TOLD = "Norland's parliament ratified the fisheries treaty with Estmark in Halden on {} March 2012 by a wide margin"


def ratified(article: str, day: int = 4) -> Known:
    when = f"2012-03-{day:02d}"
    words = TOLD.format(day)
    parties = ("norland", "estmark")
    return known(article, words, "ratified the fisheries treaty", when, head="ratify", actors=parties)


def linked(claims: list[Known]) -> list[tuple[str, ...]]:
    memory = Memory()
    for claim in claims:
        memory.take([claim], link([claim], memory))
    return sorted(e.claims for e in memory.events.values())


def test_many_claims_that_are_alike_make_one_event_in_any_order() -> None:
    claims = [ratified(f"alike-{i:02d}") for i in range(24)]
    assert linked(claims) == linked(claims[::-1])
    assert len(linked(claims)) == 1


def test_a_score_does_not_depend_on_what_was_kept_before() -> None:
    a, b = ratified("kept-a"), ratified("kept-b", 5)
    first = Comparing()
    first.add([telling([a]), telling([b])])
    points = first.score(a.claim.id, b.claim.id)
    c = ratified("kept-c", 5)
    crowded = Comparing()
    crowded.add([telling([a]), telling([b]), telling([c])])
    assert crowded.score(b.claim.id, a.claim.id) == points


def test_what_is_kept_of_an_article_is_forgotten_when_its_claims_change() -> None:
    kept = Remembered()
    a, b = telling([ratified("changed-a")]), telling([ratified("changed-b")])
    kept.between(a, b).scores[("x", "y")] = 1.0
    assert kept.between(a, b).scores
    changed = telling([Known(ratified("changed-b").claim, published=date(2013, 1, 1))])
    assert not kept.between(a, changed).scores


def test_the_pairs_that_were_not_asked_for_longest_are_forgotten_first() -> None:
    kept = Remembered(2)
    a, b, c = (telling([ratified(f"bound-{x}")]) for x in "abc")
    kept.between(a, b).scores[("x", "y")] = 1.0
    kept.between(a, c)
    assert kept.between(a, b).scores
    kept.between(b, c)
    assert len(kept) == 2
    assert not kept.between(a, c).scores
    assert kept.between(b, c) is kept.between(b, c)
