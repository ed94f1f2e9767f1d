"""Jobs on a real desk: what adding, judging, correcting, removing and undoing do to what views show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.errors import InputError, NothingFound, UsageError
from dateline.model.claim import Claim, Status
from dateline.model.relation import RelationKind, Verdict

START = datetime(2026, 1, 1, tzinfo=UTC)
ONE = "Parliament ratified the fisheries treaty on 4 March 2021 with 112 votes."
OTHER = "The fisheries treaty was ratified by parliament on 5 March 2021 with 112 votes."


class Ticking:
    """A clock that goes on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = None if request.param == "memory" else tmp_path / "store.sqlite"
    with open_desk(path, now=Ticking()) as opened:
        yield opened


def write(folder: Path, number: int, text: str, **fields: object) -> Path:
    path = folder / f"{number}.json"
    told = {
        "url": f"https://paper{number}.example/{number}",
        "outlet": f"Paper {number}",
        "published_at": "2021-03-20",
        "language": "en",
        "title": f"The fisheries treaty, report {number}",
        "text": text,
    }
    path.write_text(json.dumps(told | fields))
    return path


@pytest.fixture
def two(desk: Desk, tmp_path: Path) -> Desk:
    desk.add([write(tmp_path, 1, ONE), write(tmp_path, 2, OTHER)])
    return desk


def claim(desk: Desk, sentence: str) -> Claim:
    return next(c for c in desk.store.claims.all() if c.sentence.exact == sentence and c.when)


def contradictions(desk: Desk) -> list[frozenset[str]]:
    found = (r for r in desk.store.links.relations() if r.kind is RelationKind.CONTRADICTION)
    return [frozenset((r.a, r.b)) for r in found]


def test_two_days_for_one_ratification_are_a_disagreement(two: Desk) -> None:
    assert contradictions(two) == [frozenset((claim(two, ONE).id, claim(two, OTHER).id))]
    (found,) = two.view("disagreements").disagreements
    assert found.slot == "date"


def test_adding_the_same_again_changes_nothing(two: Desk, tmp_path: Path) -> None:
    before = dict(two.store.counts())
    again = two.add([tmp_path / "1.json", tmp_path / "2.json"])
    assert (again.new, again.revised, again.same) == (0, 0, 2)
    assert dict(two.store.counts()) == before


def test_a_changed_text_is_a_revision_and_what_rests_on_it_is_recomputed(two: Desk, tmp_path: Path) -> None:
    was = two.reading.now
    changed = write(tmp_path, 2, OTHER.replace("5 March", "4 March"))
    outcome = two.add([changed])
    assert (outcome.new, outcome.revised) == (0, 1)
    assert not contradictions(two)
    event = two.store.links.events_of([claim(two, ONE).id])
    assert [len(e.claims) for e in event] == [2]
    assert [len(two.store.articles.revisions(a)) for a in outcome.articles] == [2]
    then = two.view("disagreements", known_at=was)
    assert len(then.disagreements) == 1, "what was known then stays known"


def test_a_withdrawn_article_claims_nothing_and_is_still_held(two: Desk, tmp_path: Path) -> None:
    outcome = two.add([write(tmp_path, 2, OTHER, withdrawn=True)])
    assert outcome.withdrawn == 1
    assert not contradictions(two)
    held = two.store.articles.get(outcome.articles[0])
    assert held is not None
    assert held.revision.withdrawn
    assert not two.store.claims.of_article(outcome.articles[0])


def test_a_judgement_wins_over_the_scorer_and_survives_new_marks(two: Desk) -> None:
    a, b = claim(two, ONE).id, claim(two, OTHER).id
    two.job("judge", verdict=Verdict.DIFFERENT, a=a, b=b, note="two treaties")
    assert not contradictions(two)
    assert len(two.store.links.events_of([a, b])) == 2
    revisions = [h.revision.id for h in two.store.articles.all()]
    from dateline.run.annotating import annotate_these
    from dateline.run.linking import link_pending

    annotate_these(two.working, two.working.chain(), revisions)
    link_pending(two.working)
    assert not contradictions(two)
    two.job("undo")
    assert len(contradictions(two)) == 1


def test_a_correction_changes_the_day_and_undo_brings_it_back(two: Desk) -> None:
    two.job("correct", claim=claim(two, OTHER).id, when="2021-03-04", note="a slip of the paper's")
    mended = claim(two, OTHER)
    assert mended.when is not None
    assert mended.when.days.start == date(2021, 3, 4)
    assert not contradictions(two)
    two.job("undo")
    assert len(contradictions(two)) == 1


def test_a_corrected_status_and_a_rejected_claim(two: Desk) -> None:
    two.job("correct", claim=claim(two, ONE).id, status=Status.PLANNED)
    assert claim(two, ONE).status is Status.PLANNED
    two.job("correct", claim=claim(two, ONE).id, reject=True)
    assert all(c.sentence.exact != ONE for c in two.store.claims.all())
    two.job("undo")
    assert claim(two, ONE).status is Status.PLANNED


def test_a_removed_article_leaves_a_tombstone_and_cannot_come_back(two: Desk, tmp_path: Path) -> None:
    article = claim(two, OTHER).article_id
    two.job("remove", article=article, why="a takedown")
    assert two.store.articles.get(article) is None
    stone = two.store.articles.tombstone(article)
    assert stone is not None
    assert stone.why == "a takedown"
    assert not contradictions(two)
    again = two.add([tmp_path / "2.json"])
    assert again.new == 0
    assert "removed" in again.refused[0].message


@pytest.mark.parametrize(
    ("job", "parameters", "error"),
    [
        ("judge", {"verdict": Verdict.SAME, "a": "claim-none", "b": "claim-none"}, NothingFound),
        ("correct", {"claim": "claim-none", "status": Status.PLANNED}, NothingFound),
        ("correct", {"claim": "claim-none"}, UsageError),
        ("correct", {"claim": "claim-none", "when": "soon"}, UsageError),
        ("remove", {"article": "article-none", "why": "x"}, NothingFound),
        ("undo", {}, NothingFound),
        ("no such job", {}, UsageError),
    ],
)
def test_what_cannot_be_done_says_what_to_do(two: Desk, job: str, parameters: dict[str, object], error: type) -> None:
    with pytest.raises(error) as told:
        two.job(job, **parameters)
    assert told.value.do


def test_a_claim_is_not_judged_against_itself(two: Desk) -> None:
    one = claim(two, ONE).id
    with pytest.raises(UsageError, match="itself"):
        two.job("judge", verdict=Verdict.SAME, a=one, b=one)


def test_a_backup_is_a_desk_of_its_own_and_never_overwrites(tmp_path: Path) -> None:
    with open_desk(tmp_path / "store.sqlite", now=Ticking()) as desk:
        desk.add([write(tmp_path, 1, ONE)])
        desk.job("backup", file=tmp_path / "copy.sqlite")
        with pytest.raises((UsageError, InputError)):
            desk.job("backup", file=tmp_path / "copy.sqlite")
        expected = dict(desk.store.counts())
    with open_desk(tmp_path / "copy.sqlite") as copy:
        assert dict(copy.store.counts()) == expected
