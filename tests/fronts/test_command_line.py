from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from front_process import Dateline

ENVELOPE = {"view", "schema", "params", "data", "warnings", "next"}


def test_a_chronology_in_the_envelope(dateline: Dateline) -> None:
    said = dateline("chronology", "Norland", "League", "--json", "--as-of", "2022-12-31")
    assert said.status == 0
    assert said.err == ""
    assert set(said.data) == ENVELOPE
    assert said.data["view"] == "chronology"
    assert said.data["params"] == {"query": "Norland League", "as_of": "2022-12-31"}
    lines = said.data["data"]["lines"]
    assert [line["occurred"]["words"] for line in lines][:2] == ["7 Feb 2019", "late 2021"]
    assert lines[0]["voices"] == 3
    assert {"sentence", "outlet", "published_at", "article", "claim"} <= set(lines[0]["evidence"][0])


def test_options_stand_before_or_after_the_command(dateline: Dateline, kept: Path) -> None:
    before = dateline("--store", str(kept), "--json", "status", DATELINE_STORE="/nowhere/at/all.sqlite")
    after = dateline("status", "--json", "--store", str(kept), DATELINE_STORE="/nowhere/at/all.sqlite")
    assert before.status == after.status == 0
    assert before.data == after.data
    assert before.data["data"]["held"]["articles"] == 5


def test_piped_output_is_plain_and_unwrapped(process: Dateline) -> None:
    said = process("chronology", "Norland League")
    assert "\x1b" not in said.out
    lines = said.out.splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert any(
        line.strip()
        == "“On 7 February 2019 the Norlandic parliament put membership of the League into the constitution.”"
        for line in lines
    )
    assert re.search(r"^      7 Feb 2019  ● wrote membership .* ≠$", said.out, re.M)
    assert "3 independent sources" in said.out
    assert "copied by Wire of the Sound" in said.out


def test_dates_end_in_one_column(dateline: Dateline) -> None:
    said = dateline("chronology", "Norland League")
    heads = re.findall(r"^( *(?:7 Feb 2019|late 2021|December 2021|24 Feb 2022|2023))  \S", said.out, re.M)
    assert len(heads) == 5
    assert {len(head) for head in heads} == {16}


def test_where_glyphs_cannot_be_shown_letters_stand_for_them(process: Dateline) -> None:
    said = process("chronology", "Norland League", PYTHONUTF8="0", PYTHONIOENCODING="ascii:replace", LC_ALL="C")
    assert said.status == 0
    assert said.out.isascii()
    assert re.search(r"^      7 Feb 2019  \* wrote membership .* !=$", said.out, re.M)
    assert re.search(r"^ +24 Feb 2022  x meeting$", said.out, re.M)


def test_json_is_utf_8_whatever_the_terminal_takes(process: Dateline) -> None:
    said = process("disagreements", "--json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert said.status == 0
    assert said.data["view"] == "disagreements"


def test_markdown_is_a_list_with_links(dateline: Dateline) -> None:
    said = dateline("chronology", "Norland League", "--markdown")
    assert said.out.startswith("# Norland League\n")
    assert "- **7 Feb 2019** ≠ wrote membership" in said.out
    assert re.search(r"  - “On 7 February 2019 .*” \[Inland Gazette, 8 Feb 2019\]\(<https://.*>\) `article-", said.out)


@pytest.mark.parametrize("form", [(), ("--markdown",), ("--json",)])
def test_disagreements_name_both_values_and_the_reason(dateline: Dateline, form: tuple[str, ...]) -> None:
    said = dateline("disagreements", *form)
    assert said.status == 0
    for words in ("2018", "7 February 2019", "have no day in common", "Coast Post", "Inland Gazette"):
        assert words in said.out


@pytest.mark.parametrize("form", [(), ("--markdown",), ("--json",)])
def test_every_view_answers_in_every_form(dateline: Dateline, form: tuple[str, ...]) -> None:
    line = dateline("chronology", "Norland League", "--json").data["data"]["lines"][0]
    articles = [e["article"] for e in line["evidence"][:2]]
    for words in (["status"], ["coverage"], ["search", "norland"], ["show", line["event"]], ["compare", *articles]):
        said = dateline(*words, *form)
        assert (said.status, bool(said.out)) == (0, True), (words, said.err)


def test_show_knows_every_kind_of_thing(dateline: Dateline) -> None:
    line = dateline("chronology", "Norland League", "--json").data["data"]["lines"][0]
    ids = [line["event"], line["clashes"][0]["relation"], line["evidence"][0]["claim"], line["evidence"][0]["article"]]
    for thing in ids:
        for form in ((), ("--markdown",)):
            said = dateline("show", thing[:-4], "--why", *form)
            assert said.status == 0, said.err
            assert "constitution" in said.out


def test_nothing_found_is_status_1_and_says_what_to_do(process: Dateline) -> None:
    said = process("chronology", "zeppelin")
    assert (said.status, said.out) == (1, "")
    assert "zeppelin: no article has these words" in said.err
    assert "dateline status" in said.err


def test_errors_have_one_shape_in_json(dateline: Dateline) -> None:
    said = dateline("show", "claim-ffffffff", "--json")
    assert said.status == 1
    assert set(said.data) == {"error"}
    assert set(said.data["error"]) == {"kind", "message", "what", "do"}
    assert said.data["error"]["what"] == "claim-ffffffff"
    usage = dateline("chronology", "--json")
    assert (usage.status, usage.data["error"]["kind"]) == (3, "usage")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chronolgy", "x"], "chronology"),
        (["chronology"], "QUERY"),
        (["chronology", "Norland", "--as-of", "soon"], "2024-02-29"),
        (["search", "Norland", "--limit", "many"], "--limit"),
        (["chronology", "Norland", "--json", "--markdown"], "one of them"),
        (["disagreements", "--kind", "quarrel"], "contradiction"),
        (["show", ""], "id"),
    ],
)
def test_what_is_not_understood_is_status_3_and_says_what_to_write(
    dateline: Dateline, words: list[str], told: str
) -> None:
    said = dateline(*words)
    assert said.status == 3
    assert told in said.err + said.out
    assert "Traceback" not in said.err


def test_help_for_all_and_for_one(dateline: Dateline) -> None:
    whole = dateline("--help")
    assert whole.status == 0
    for command in ("add", "chronology", "disagreements", "compare", "search", "show", "judge", "undo", "backup"):
        assert re.search(rf"\b{command}\b", whole.out), command
    assert dateline().out == whole.out
    one = dateline("search", "--help")
    assert "--since" in one.out
    assert "Published on this day or later." in one.out


def test_a_closed_pipe_is_no_error_message(kept: Path) -> None:
    told = f"{sys.executable} -m dateline --store {kept} chronology Norland League --json | head -c 20"
    done = subprocess.run(["bash", "-c", told], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.startswith("{")
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_a_store_that_is_no_store_is_told(dateline: Dateline, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_text("this is not a database, whatever its name says, and it is long enough to be read as one" * 20)
    said = dateline("status", "--store", str(broken))
    assert said.status == 2
    assert "broken.sqlite" in said.err
    assert "Traceback" not in said.err


def test_the_clock_is_an_argument(dateline: Dateline) -> None:
    both = dateline("status", "--now", "2026-01-01T00:00Z", "--today", "2026-01-01")
    assert both.status == 3
    early = dateline("chronology", "Norland League", "--known-at", "2025-12-31")
    assert early.status == 1
    late = dateline("chronology", "Norland League", "--known-at", "2026-01-02T13:00+00:00", "--json")
    assert late.status == 0
