"""A dossier follows what is added: each article is looked at once, when it comes, and again when it changes."""

from __future__ import annotations

from pathlib import Path

from dateline.desk import Desk, open_desk

FIRST = """---
outlet: Coast Post
headline: Norland and the Harbour League
published: 2024-03-02
url: https://coast.example/1
language: en
---
Norland's parliament approved the Harbour League treaty on Friday. The government will sign it on 10 March.
"""
SECOND = """---
outlet: Inland Gazette
headline: Norland joins the Harbour League
published: 2024-03-11
url: https://inland.example/2
language: en
---
Norland signed the Harbour League treaty on 10 March 2024.
"""


def put(desk: Desk, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")
    desk.add([folder / name])


def texts(desk: Desk) -> list[str]:
    shown = desk.view("dossier.show", name="the-league", length="full")
    return [x.text for s in shown.sections for p in s.parts for x in p.lines]


def test_a_new_article_is_looked_at_when_it_comes(tmp_path: Path) -> None:
    with open_desk(tmp_path / "desk.sqlite") as desk:
        put(desk, tmp_path, "one.md", FIRST)
        made = desk.job("dossier.new", name="The League", query="Norland Harbour League")
        assert made.articles == 1
        before = dict(desk.store.matters.share_keys(made.matter.id))
        put(desk, tmp_path, "two.md", SECOND)
        after = dict(desk.store.matters.share_keys(made.matter.id))
        assert len(after) == 2
        assert before.items() <= after.items()
        assert list(desk.store.matters.waiting()) == []
        assert any("signed" in text for text in texts(desk))
        put(desk, tmp_path, "two.md", SECOND.replace("signed", "did not sign"))
        changed = dict(desk.store.matters.share_keys(made.matter.id))
        assert [a for a in changed if changed[a] != after[a]] == [a for a in after if a not in before]
        assert any("did not sign" in text for text in texts(desk))
        assert desk.view("audit.dossier", name="the-league").uncovered == ()
