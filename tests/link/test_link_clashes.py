"""Pairs of short articles of our own: the contradictions that linking tells between them, and those it must not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from test_link_pairs import findings

from dateline.annotate.chain import Chain
from dateline.annotate.standard import standard_chain
from dateline.model.relation import Slot
from dateline.settings import Settings

CLASHES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("clashes.toml").read_text("utf-8"))["pair"]
SLOTS = {slot.value for slot in Slot}


@pytest.fixture(scope="module")
def chain() -> Chain:
    return standard_chain(Settings().model)


@pytest.mark.parametrize("pair", CLASHES, ids=[p["what"] for p in CLASHES])
def test_what_contradicts_between_two_articles(pair: Mapping[str, Any], chain: Chain) -> None:
    assert [s for s in findings(pair, chain) if s in SLOTS] == ([pair["find"]] if pair["find"] else [])
