"""Articles in languages without annotators: held, labelled, counted, and found by words inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.serve.cli.render.compare import tell_brief
from dateline.serve.cli.render.coverage import markdown
from dateline.settings import Settings
from dateline.views.coverage import By

TEXTS = {
    "zh": ("外长会议在河内举行", "东南亚国家外长会议周三在河内举行。与会各方就边境停火问题进行了讨论。", "停火"),
    "ja": ("外相会談が始まる", "外相会談は水曜日にハノイで始まった。双方は停戦の延長について話し合った。", "停戦"),
    "ko": ("외교장관 회담 시작", "외교장관 회담이 수요일 하노이에서 시작됐다. 양측은 휴전을 논의했다.", "휴전"),
    "th": ("การประชุมรัฐมนตรีต่างประเทศ", "การประชุมเริ่มขึ้นที่ฮานอยเมื่อวันพุธ ทั้งสองฝ่ายหารือเรื่องการหยุดยิง", "หยุดยิง"),
    "ar": ("بدء محادثات وزراء الخارجية", "بدأت المحادثات في هانوي يوم الأربعاء، وناقش الطرفان وقف إطلاق النار.", "وقف"),
    "fr": ("Début des pourparlers", "Les pourparlers ont commencé mercredi à Hanoï. Une trêve a été évoquée.", "trève"),
    "en": ("Talks begin in Hanoi", "Talks began in Hanoi on Wednesday. Ministers discussed a ceasefire.", "ceasefire"),
}  # fmt: skip
HANOI = "hanoi 河内 ハノイ 하노이 ฮานอย هانوي"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("tongues")
    for tongue, (headline, text, _) in TEXTS.items():
        front = f"---\nurl: https://{tongue}.example/1\npublished: 2026-03-05\ncountry: TH\n---\n"
        (folder / f"{tongue}.md").write_text(f"{front}# {headline}\n\n{text}\n", encoding="utf-8")
    with open_desk(None, Settings(), now=lambda: datetime(2026, 3, 6, tzinfo=UTC)) as opened:
        opened.add([folder])
        yield opened


def test_each_is_labelled_with_its_language_and_whether_it_is_read(desk: Desk) -> None:
    told = {h.article.language: h.article.read for h in desk.view("search", query=HANOI).found}
    assert told == {tongue: tongue == "en" for tongue in TEXTS}


@pytest.mark.parametrize("tongue", TEXTS)
def test_a_word_inside_a_sentence_finds_it(desk: Desk, tongue: str) -> None:
    found = desk.view("search", query=TEXTS[tongue][2]).found
    assert [h.article.language for h in found] == [tongue]


def test_they_count_in_coverage_and_are_told_of(desk: Desk) -> None:
    told = desk.view("coverage", by=By.LANGUAGE)
    assert {g.code: (g.articles_from, g.read) for g in told.groups} == {t: (1, t == "en") for t in TEXTS}
    assert told.unread == {t: 1 for t in sorted(TEXTS) if t != "en"}
    assert "6 articles are not read yet" in " ".join(told.warnings)
    assert "zh (not read yet)" in markdown(told)
    assert desk.view("coverage").articles == len(TEXTS)


def test_nothing_of_them_waits_for_ever_or_is_made_up(desk: Desk) -> None:
    status = desk.view("status")
    assert (status.pending, status.stale, status.held["articles"]) == (0, 0, len(TEXTS))
    spoken = {desk.store.articles.get(c.article_id).revision.language for c in desk.store.claims.all()}  # type: ignore[union-attr]
    assert spoken == {"en"}


def test_a_person_is_told_beside_the_headline(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    from dateline.serve.cli.page import page

    (hit,) = desk.view("search", query="trêve").found
    tell_brief(hit.article, page(color=False))
    assert "not read yet (fr)" in capsys.readouterr().out
