"""Every view's sample call, made on a part of the sample corpus with the real annotators."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.desk import Desk, open_desk
from dateline.serve.cli.commands import READERS
from dateline.serve.cli.page import page
from dateline.serve.cli.telling import renderer
from dateline.serve.envelope import as_json, envelope
from dateline.serve.parameters import parameters, result_type
from dateline.views.every import VIEWS

PART = ("*bucharest*", "*rada*", "*long-road*", "*bid-stands*")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with a few articles of the sample corpus."""
    part = tmp_path_factory.mktemp("sample") / "articles"
    part.mkdir()
    shutil.copy(root / "sample" / "outlets.toml", part.parent)
    for pattern in PART:
        for path in (root / "sample" / "articles").glob(pattern):
            shutil.copy(path, part)
    with open_desk(part.parent / "part.sqlite", now=lambda: NOON) as opened:
        opened.add([part])
        opened.job("dossier.new", name="Ukraine and NATO", query="Ukraine NATO")
        yield opened


def sample(name: str) -> Mapping[str, Any]:
    """The sample call with days and times as views take them."""
    kinds = {p.name: p.kind for p in parameters(VIEWS[name])}
    return {
        n: READERS[kinds[n]](v) if kinds[n] in READERS and isinstance(v, str) else v
        for n, v in VIEWS[name].sample.items()
    }


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_the_sample_call_answers_in_every_form(desk: Desk, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    params = sample(name)
    result = desk.view(name, **params)
    told = msgspec.json.decode(as_json(envelope(VIEWS[name], params, result)))
    kind = result_type(VIEWS[name])
    assert set(told["data"]) == {f.name for f in fields(kind)}
    assert msgspec.convert(told["data"], kind, strict=False) == result
    renderer(name).terminal(result, page())
    assert capsys.readouterr().out.strip()
    assert renderer(name).markdown(result).strip()


def test_the_sample_chronology_tells_the_planted_disagreement(desk: Desk) -> None:
    told = desk.view("disagreements", query="Ukraine constitution")
    values = {side.value for found in told.disagreements for side in found.sides}
    assert "2018" in values
    assert any(value.endswith("2019") for value in values)
