from __future__ import annotations

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.views.base import Reading
from dateline.views.compare import compare


def ids(small: Reading) -> dict[str, str]:
    return {h.revision.headline.split(":")[0].split()[0]: h.article.id for h in small.store.articles.all()}


def test_shared_only_and_clashes(small: Reading) -> None:
    known = ids(small)
    long, law = sorted((known["League"], known["A"]))
    told = compare(small, (long, law))
    assert [line.label for line in told.shared] == ["wrote membership of the Harbour League into its constitution"]
    only = {o.article: [line.label for line in o.lines] for o in told.only}
    assert only[known["League"]] == ["decide", "knows"]
    assert only[known["A"]] == []
    assert told.clashes == ()


def test_clashes_between_the_articles_alone(small: Reading) -> None:
    known = {h.outlet.name: h.article.id for h in small.store.articles.all()}
    told = compare(small, (known["Inland Gazette"], known["Wire of the Sound"]))
    (clash,) = told.clashes
    assert {s.value for s in clash.sides} == {"2018", "7 February 2019"}
    assert {e.article for line in told.shared for e in line.evidence} == {a.article for a in told.articles}


def test_copies_are_told(small: Reading) -> None:
    wire = next(h for h in small.store.articles.all() if h.outlet.name == "Wire of the Sound").article.id
    first = small.store.links.relations_of([wire])[0]
    told = compare(small, (first.a, first.b))
    assert set(told.copies[0]) == {first.a, first.b}
    assert "copies of one text" in told.warnings[0]


def test_the_first_characters_of_an_id_suffice_without_its_kind(small: Reading) -> None:
    a, b, *_ = [h.article.id for h in small.store.articles.all()]
    assert compare(small, (a[:14], b.removeprefix("article-")[:8])) == compare(small, (a, b))


def test_two_articles_are_needed(small: Reading) -> None:
    a = next(small.store.articles.all()).article.id
    with pytest.raises(UsageError):
        compare(small, (a, a))
    with pytest.raises(NothingFound):
        compare(small, (a, "article-ffffffffff"))
