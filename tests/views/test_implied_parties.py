"""Parties that a claim's own words do not name stand among its reasons, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from dateline.desk import open_desk
from dateline.views.shown.claim import ClaimShown

TEXT = """---
outlet: Harbour Wire
published: 2018-06-20
title: Kenya and Somalia over a line at sea
---

Kenya and Somalia opened talks on their sea border in Nairobi on 3 May 2016.

The talks collapsed in June 2017.
"""


def shown(place: Path, anchor: str, *, why: bool) -> ClaimShown:
    file = place / "article.md"
    file.write_text(TEXT, "utf-8")
    with open_desk(None) as desk:
        desk.add([file])
        claim = next(c for c in desk.store.claims.all() if anchor in c.anchor.exact)
        told: ClaimShown = desk.view("show", id=claim.id, why=why).claim
    return told


def test_who_is_not_named_is_told_as_a_reason(tmp_path: Path) -> None:
    told = shown(tmp_path, "collapsed", why=True)
    assert [w for w in told.why if "Kenya" in w and "Somalia" in w and "do not name them" in w]
    assert "Kenya" not in {p.name for p in told.parties}


def test_without_reasons_nobody_is_told_of_who_is_not_named(tmp_path: Path) -> None:
    assert shown(tmp_path, "collapsed", why=False).why == ()


def test_who_is_named_is_not_told_twice(tmp_path: Path) -> None:
    assert not [w for w in shown(tmp_path, "opened talks", why=True).why if "do not name them" in w]
