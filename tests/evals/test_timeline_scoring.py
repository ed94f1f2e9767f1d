"""The scorer of timelines against examples worked out by hand, and the reader of its folders."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from evals.shared import load_module
from evals.timelines.bench import main
from evals.timelines.gold import read, read_timeline, untokenised
from evals.timelines.porter import porter
from evals.timelines.scoring import Words, aligned, dates, rouge_words

MAY_1, MAY_2, MAY_4 = date(2020, 5, 1), date(2020, 5, 2), date(2020, 5, 4)
PLAIN = Words(frozenset(("the", "a")))


def test_date_f1_by_hand() -> None:
    score = dates({MAY_1: [], MAY_2: [], MAY_4: []}, {MAY_1: [], MAY_4: [], date(2021, 1, 1): [], date(2021, 1, 2): []})
    assert (score.precision, score.recall) == (2 / 3, 2 / 4)
    assert score.f1 == pytest.approx(4 / 7)
    assert dates({}, {MAY_1: []}).f1 == 0


def test_words_are_cut_stopped_and_stemmed() -> None:
    words = Words(frozenset(("the",)), {"went": "go"})
    assert words.of(["The well-known Mayors went up , in 2020 ."]) == [
        "well",
        "known",
        "mayor",
        "go",
        "up",
        "in",
        "2020",
    ]


def test_aligned_rouge_by_hand() -> None:
    # Our 2 May goes to the gold's 1 May (one day off: half) and shares "dam broke": 2 of our 3 words, 2 of its 4.
    ours = {MAY_2: ["the dam broke today"]}
    gold = {MAY_1: ["a dam broke near town"]}
    one = aligned(ours, gold, PLAIN, 1)
    assert one.precision == pytest.approx(0.5 * 2 / 3)
    assert one.recall == pytest.approx(0.5 * 2 / 4)
    two = aligned(ours, gold, PLAIN, 2)
    assert two.precision == pytest.approx(0.5 * 1 / 2)
    assert two.recall == pytest.approx(0.5 * 1 / 3)


def test_many_days_may_go_to_one() -> None:
    # Both of ours go to 1 May: 1/1 * 1 word and 1/2 * 1 word of 2; the gold's one word is met by the nearer, whole.
    score = aligned({MAY_1: ["dam"], MAY_2: ["dam"]}, {MAY_1: ["dam"]}, PLAIN, 1)
    assert score.precision == pytest.approx(1.5 / 2)
    assert score.recall == 1


def test_content_decides_between_days_equally_far() -> None:
    # 2 May stands between two days of the gold; the one with its words costs less.
    gold = {MAY_1: ["nothing at all"], date(2020, 5, 3): ["dam broke"]}
    assert aligned({MAY_2: ["dam broke"]}, gold, PLAIN, 1).precision == pytest.approx(0.5)


def test_nothing_said_scores_nothing() -> None:
    assert aligned({}, {MAY_1: ["dam"]}, PLAIN, 1).f1 == 0


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("plastered", "plaster"), ("motoring", "motor"),
        ("conflated", "conflat"), ("hopping", "hop"), ("falling", "fall"), ("filing", "file"), ("happy", "happi"),
        ("relational", "relat"), ("vietnamization", "vietnam"), ("triplicate", "triplic"), ("hopefulness", "hope"),
        ("revival", "reviv"), ("adoption", "adopt"), ("replacement", "replac"), ("probate", "probat"), ("rate", "rate"),
        ("controll", "control"), ("roll", "roll"), ("sky", "sky"), ("feed", "feed"),
    ],
)  # fmt: skip
def test_stems_of_porters_paper(word: str, stem: str) -> None:
    assert porter(word) == stem


def test_a_timeline_is_read_and_the_latter_of_a_day_told_twice_kept() -> None:
    rule = "-" * 32
    text = f"2020-05-01\nA dam broke .\nMen fled .\n{rule}\n2020-5-2\nRain .\n{rule}\n2020-05-02\nSun .\n{rule}\n"
    assert read_timeline(text) == {MAY_1: ["A dam broke .", "Men fled ."], MAY_2: ["Sun ."]}


def test_tokens_are_put_together() -> None:
    tokens = "`` We ca n't go , '' she said -LRB- in May -RRB- of the $ 5 deal at 24\\/7 ."
    assert untokenised(tokens) == "“We can't go,” she said (in May) of the $5 deal at 24/7."


def fill(folder: Path) -> Path:
    days = [date(2020, 5, 1 + n) for n in range(4)]
    lines = [
        f"The dam above Lissow broke further on May {d.day} and water came , officials number {d.day} said ."
        for d in days
    ]
    rows = [{"id": f"a{n}", "published_at": f"2020-05-{d.day + 1:02}", "text": lines[n]} for n, d in enumerate(days)]
    (folder / "gold").mkdir(parents=True)
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (folder / "gold" / "one.txt").write_text(
        f"2020-05-01\n{lines[0]}\n{'-' * 32}\n2020-05-04\n{lines[3]}\n{'-' * 32}\n"
    )
    return folder


def test_articles_are_read_with_their_days(tmp_path: Path) -> None:
    gold = read(fill(tmp_path / "dam"))
    assert [p.days for r in gold.reports for p in r.passages] == [(date(2020, 5, n),) for n in (1, 2, 3, 4)]
    assert sorted(gold.timelines) == ["one"]


def test_bench_runs_on_any_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], shared: Path) -> None:
    fill(tmp_path / "dam")
    assert main([str(tmp_path), "--json"]) == 0
    (topic,) = json.loads(capsys.readouterr().out)["topics"]
    assert topic["chance"] == pytest.approx(0.5)
    assert 0 < topic["ours"][0] <= 1


def test_a_folder_without_topics_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "articles.jsonl" in capsys.readouterr().err


def test_figures_are_those_of_the_benchmarks_own_script(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shared / "bench" / "score"
    stemmer = ModuleType("nltk.stem")
    stemmer.PorterStemmer = _Stemmer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nltk", ModuleType("nltk"))
    monkeypatch.setitem(sys.modules, "nltk.stem", stemmer)
    script = load_module(folder / "tls.py")
    path = next((shared / "bench" / "timelines" / "t17" / "haiti" / "gold").glob("*.txt"))
    gold = read_timeline(path.read_text("utf-8"))
    assert gold == script.read_timeline(path)
    days = sorted(gold)
    ours = {later: gold[day][:2] for day, later in zip(days, days[1:] + days[:1], strict=True) if day.day % 3}
    expected, words = script.score(ours, gold), rouge_words(folder / "rouge_data")
    assert dates(ours, gold).f1 == pytest.approx(expected["date"]["f_score"])
    for n in (1, 2):
        assert aligned(ours, gold, words, n).f1 == pytest.approx(expected[f"rouge_{n}"]["f_score"])


class _Stemmer:
    """In the place of nltk's, which is not installed here; the two agree on every word of the benchmark."""

    ORIGINAL_ALGORITHM = "original"

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def stem(self, token: str, *, to_lowercase: bool) -> str:
        return porter(token)
