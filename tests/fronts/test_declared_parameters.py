from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NewType

import pytest
import typer
from typer.testing import CliRunner

from dateline.errors import InputError, UsageError
from dateline.serve.cli.commands import attach
from dateline.serve.cli.given import Given
from dateline.serve.envelope import as_json, envelope
from dateline.serve.parameters import Declared, metavar, parameters, read_day, read_moment
from dateline.views.base import AsOf, KnownAt, Query


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def whole(
    desk: object,
    colour: Colour,
    files: Annotated[tuple[Path, ...], "What to read."],
    why: str,
    *,
    named: str,
    deep: bool = False,
    limit: int = 20,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> int:
    return 0


def asked(desk: object, query: Query | None = None, named_one: str = "") -> int:
    return 0


LetterText = NewType("LetterText", str)


def read(desk: object, letter: LetterText) -> int:
    return 0


@dataclass(frozen=True)
class Fake:
    name: str
    function: Any
    doc: str = "A declaration."
    sample: Mapping[str, Any] = field(default_factory=dict)
    schema: int = 1


def run(declared: Declared, words: list[str]) -> tuple[int, dict[str, Any]]:
    seen: dict[str, Any] = {}

    def kept(declared: Declared, params: Mapping[str, Any], given: Given) -> int:
        seen.update(params, given=given)
        return 4 if given.quiet else 0

    app = typer.Typer()
    app.callback()(lambda: None)
    attach(app, {}, declared, kept, "Ask")
    result = CliRunner().invoke(app, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, seen


def test_parameters_are_read_from_the_signature() -> None:
    found = {p.name: p for p in parameters(Fake("whole", whole))}
    assert [n for n, p in found.items() if p.positional] == ["colour", "files"]
    assert found["files"].many
    assert found["files"].doc == "What to read."
    assert found["why"].required
    assert not found["why"].positional
    assert not found["named"].positional
    assert found["as_of"].kind is date
    assert found["as_of"].doc
    assert [metavar(p) for p in found.values()] == ["red|blue", "FILE", "WHY", "NAMED", "DEEP", "N", "DAY", "TIME"]


def test_an_optional_query_stands_by_position() -> None:
    query, named = parameters(Fake("asked", asked))
    assert (query.positional, query.words, query.required) == (True, True, False)
    assert (named.positional, named.option) == (False, "--named-one")


def test_typed_words_become_values() -> None:
    status, seen = run(
        Fake("whole", whole),
        [
            "whole",
            "red",
            "a.txt",
            "b",
            "--why",
            "x",
            "--named",
            "y",
            "--deep",
            "--as-of",
            "2024-02-29",
            "--known-at",
            "2024-02-29",
        ],
    )
    assert status == 0
    assert seen["colour"] is Colour.RED
    assert seen["files"] == (Path("a.txt"), Path("b"))
    assert (seen["deep"], seen["limit"], seen["as_of"]) == (True, 20, date(2024, 2, 29))
    assert seen["known_at"] == datetime(2024, 2, 29, 23, 59, 59, 999999, UTC)


def test_a_query_needs_no_quotation_marks_and_may_be_missing() -> None:
    assert run(Fake("asked", asked), ["asked", "north", "sea"])[1]["query"] == "north sea"
    assert "query" not in run(Fake("asked", asked), ["asked"])[1]


def test_a_dotted_name_stands_in_a_group() -> None:
    status, seen = run(Fake("matter.list", asked), ["matter", "list", "sea", "--quiet"])
    assert (status, seen["query"]) == (4, "sea")


def test_what_is_missing_or_wrong_is_refused() -> None:
    assert run(Fake("whole", whole), ["whole", "red", "a.txt"])[0] != 0
    assert run(Fake("whole", whole), ["whole", "green", "a.txt", "--why", "x"])[0] != 0
    with pytest.raises(UsageError, match="--as-of tomorrow"):
        run(Fake("whole", whole), ["whole", "red", "a", "--why", "x", "--named", "y", "--as-of", "tomorrow"])


def test_times_are_aware() -> None:
    assert read_moment("2024-01-01T10:00") == datetime(2024, 1, 1, 10, tzinfo=UTC)
    assert read_moment("2024-01-01T10:00+02:00") == datetime(2024, 1, 1, 8, tzinfo=UTC)
    assert read_day("2024-01-01") == date(2024, 1, 1)
    for wrong in ("", "yesterday", "2024-13-01", "24-1-1"):
        with pytest.raises(UsageError):
            read_day(wrong)
        with pytest.raises(UsageError):
            read_moment(wrong)


def test_the_envelope_holds_paths_days_and_nothing_unsaid() -> None:
    told = envelope(Fake("whole", whole), {"files": (Path("a"),), "as_of": date(2024, 1, 1), "why": None}, {"n": 1})
    assert list(told) == ["view", "schema", "params", "data", "warnings", "next"]
    assert told["params"] == {"files": (Path("a"),), "as_of": date(2024, 1, 1)}
    assert '"files": [\n      "a"\n    ]' in as_json(told)


def test_a_whole_text_is_taken_from_a_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes("\ufeffIt was 2014.".encode())
    assert run(Fake("read", read), ["read", str(letter)])[1]["letter"] == "It was 2014."
    letter.write_bytes(b"\xff\xfe\x00")
    for wrong in (letter, tmp_path, tmp_path / "none"):
        with pytest.raises(InputError) as refused:
            run(Fake("read", read), ["read", str(wrong)])
        assert refused.value.what == str(wrong)
