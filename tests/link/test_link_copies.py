"""Runs of one text under several outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.link.copies import body, copies, copy_groups, same_copy
from dateline.model.relation import Relation, RelationKind

WIRE = " ".join(
    f"Paragraph {w} of the report says that the harbour of Norwood was closed after the storm, and the {w} ferry "
    f"stayed in port while crews from {w} towns cleared the roads."
    for w in ("first", "second", "third", "northern", "southern", "western")
)
OTHER = " ".join(
    f"In the {w} chamber of the court the judge heard that the company had sold its {w} shares to an unnamed buyer, "
    f"which the {w} lawyer denied."
    for w in ("upper", "lower", "old", "new")
)


def test_a_cut_run_with_another_headline_and_date_is_a_copy() -> None:
    cut = "STORM SHUTS NORWOOD (5 May 2015) " + WIRE[: len(WIRE) // 2]
    found = same_copy(body("article-a", WIRE), body("article-b", cut))
    assert found is not None
    assert (found.a, found.b, found.kind) == ("article-a", "article-b", "same_copy")
    assert "word for word" in found.reasons[0].words


def test_another_text_is_none() -> None:
    assert same_copy(body("article-a", WIRE), body("article-b", OTHER)) is None


def test_texts_too_short_to_tell_are_none() -> None:
    assert same_copy(body("article-a", "Read more here."), body("article-b", "Read more here.")) is None


def test_copies_share_a_key() -> None:
    cut = WIRE[: len(WIRE) * 3 // 4]
    assert set(body("a", WIRE).keys) & set(body("b", cut).keys)


def test_case_digits_and_punctuation_do_not_matter() -> None:
    assert body("a", WIRE).shingles == body("a", WIRE.upper().replace(",", " 17; ")).shingles


def test_groups_hang_together_and_take_the_smallest_id() -> None:
    bodies = [body(f"article-{x}", WIRE) for x in "cab"]
    relations = copies(bodies[:2], bodies)
    groups = copy_groups([b.article_id for b in bodies] + ["article-z"], Held(relations))
    assert groups == {"article-a": "article-a", "article-b": "article-a", "article-c": "article-a"}


def test_copies_of_copies_hang_together_whichever_is_asked_for() -> None:
    held = Held([_same(n, n + 1) for n in range(500)] + [_same(900, 901)])
    assert copy_groups([_name(500)], held) == {_name(n): _name(0) for n in range(501)}
    assert sorted(held.asked) == sorted({_name(n) for n in range(501)})
    assert copy_groups([_name(901), _name(700)], held) == {_name(900): _name(900), _name(901): _name(900)}


class Held:
    """Relations as a store answers for them, and which articles it was asked for."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self.of: dict[str, list[Relation]] = {}
        self.asked: list[str] = []
        for relation in relations:
            for end in (relation.a, relation.b):
                self.of.setdefault(end, []).append(relation)

    def __call__(self, ids: Sequence[str]) -> list[Relation]:
        self.asked += ids
        return [r for i in ids for r in self.of.get(i, [])]


def _name(number: int) -> str:
    return f"article-{number:03}"


def _same(a: int, b: int) -> Relation:
    return Relation(f"relation-{a}", RelationKind.SAME_COPY, _name(a), _name(b), 1.0, ())


def test_a_long_text_takes_linear_time() -> None:
    assert len(body("a", "word " * 400_000 + "end").shingles) == 1
