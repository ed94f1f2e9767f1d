"""The dossier of the sample corpus on Ukraine and NATO: what was planted in it, the audit, and the page as reviewed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.model.matter import SectionKey
from dateline.serve.cli.render.dossier_show import html, markdown
from dateline.views.dossier.alone import hanging
from dateline.views.dossier.parts import Dossier, DossierLine, Length

PART = ("*bucharest*", "*ukraine-outside*", "*rada*", "*nato-clause*", "*geneva-plan*", "*kyiv-applies*", "*long-road*")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
GOLDEN = Path(__file__).resolve().parents[1] / "cases" / "dossier" / "ukraine-and-nato.md"
RENEW = "DATELINE_RENEW_GOLDEN"  # set to 1, the golden page is written anew: read the difference before keeping it


@pytest.fixture(scope="module")
def desk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("sample") / "articles"
    folder.mkdir()
    (folder.parent / "outlets.toml").write_bytes((root / "sample" / "outlets.toml").read_bytes())
    for path in sorted({p for pattern in PART for p in (root / "sample" / "articles").glob(pattern)}):
        (folder / path.name).write_bytes(path.read_bytes())
    with open_desk(None, now=lambda: NOON) as opened:
        opened.add([folder])
        opened.job("dossier.new", name="Ukraine and NATO", query="Ukraine NATO")
        yield opened


@pytest.fixture(scope="module")
def dossier(desk: Desk) -> Dossier:
    shown = desk.view("dossier.show", name="ukraine-and-nato")
    assert isinstance(shown, Dossier)
    return shown


def lines(dossier: Dossier, *keys: SectionKey) -> list[DossierLine]:
    return [x for s in dossier.sections if not keys or s.key in keys for p in s.parts for x in p.lines]


def test_the_page_is_the_one_that_was_reviewed(dossier: Dossier) -> None:
    told = markdown(dossier)
    if os.environ.get(RENEW):
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8"), f"read the difference; if it is better, set {RENEW}=1 once"


@pytest.mark.parametrize("day", [None, date(2008, 12, 31), date(2014, 12, 31), date(2019, 6, 1), date(2022, 10, 2)])
def test_every_line_is_covered_on_every_day(desk: Desk, day: date | None) -> None:
    audit = desk.view("audit.dossier", name="ukraine-and-nato", as_of=day)
    assert audit.lines > 5
    assert [(u.text, u.why) for u in audit.uncovered] == []


def test_no_happening_is_told_twice(dossier: Dossier) -> None:
    told = lines(dossier, SectionKey.LEAD, SectionKey.BACKGROUND, SectionKey.CHRONOLOGY, SectionKey.RECENT)
    assert len({x.text for x in told}) == len(told)
    quoted = [(x.cited[0].revision, p.start) for x in told for p in x.pieces if p.kind == "quoted"]
    assert len(quoted) == len(set(quoted))


def test_nothing_is_left_hanging_in_a_line(desk: Desk, dossier: Dossier) -> None:
    narrative = (SectionKey.LEAD, SectionKey.BACKGROUND, SectionKey.CHRONOLOGY, SectionKey.RECENT)
    open_ones = []
    for line in lines(dossier, *narrative, SectionKey.POSITIONS, SectionKey.CALENDAR):
        revision = line.cited[0].revision
        held = desk.store.articles.revision(revision)
        layers = [desk.store.annotations.layer(revision, name) for name in ("actors", "places", "dates")]
        assert held
        actors, apart = layers[0], [(m.words.start, m.words.end) for layer in layers[1:] for m in layer]
        shown = [p for p in line.pieces if p.kind == "quoted"]
        explained = {p.start for p in line.pieces if p.kind == "added"}
        found = hanging(held.revision.text, shown[0].start, shown[-1].end, actors, apart)
        open_ones += [line.text for at in found if at not in explained]
    assert open_ones == []


def test_the_planted_disagreement_stands_in_its_section(dossier: Dossier) -> None:
    values = {x.value for x in lines(dossier, SectionKey.DISAGREEMENTS)}
    assert "2018" in values
    assert any(v.endswith("2019") for v in values)


def test_three_runs_of_one_wire_text_are_one_source(dossier: Dossier) -> None:
    (copied,) = [t for g in dossier.sources.groups for t in g.texts if len(t.copies) == 2]
    assert "NATO says Ukraine will join" in copied.headline
    told = [x for x in lines(dossier) if copied.article in {c.evidence.article for c in x.cited}]
    assert all(x.voices < len({c.evidence.article for c in x.cited}) for x in told)


def test_a_shorter_dossier_is_a_part_of_a_longer_one(desk: Desk) -> None:
    sizes = [len(lines(desk.view("dossier.show", name="ukraine-and-nato", length=n))) for n in Length]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2]


def test_the_same_question_has_the_same_answer(desk: Desk, dossier: Dossier) -> None:
    assert desk.view("dossier.show", name="ukraine-and-nato") == dossier


def test_pages_of_html_take_no_markup_from_the_news(dossier: Dossier) -> None:
    first = dossier.sections[0].parts[0].lines[0]
    from dataclasses import replace

    evil = replace(first, pieces=(replace(first.pieces[0], text="<script>alert(1)</script>"),))
    part = replace(dossier.sections[0].parts[0], lines=(evil,))
    page = html(replace(dossier, sections=(replace(dossier.sections[0], parts=(part,)),)))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<section") == page.count("</section>") == 2


def test_a_draft_is_checked_against_the_dossier_alone(desk: Desk) -> None:
    draft = "Ukraine applied for fast-track membership of NATO on 30 September 2022."
    assert desk.view("check", draft=draft, dossier="ukraine-and-nato").supported == 1
    desk.job("dossier.new", name="Lisbon trams", query="trams Lisbon Ukraine 1890")
    with pytest.raises(Exception, match="no such dossier"):
        desk.view("check", draft=draft, dossier="nothing")
