"""The page on documents tells every name of a field that JSON may use, and every kind of file."""

from __future__ import annotations

from pathlib import Path

from dateline.ingest.fields import ALIASES
from dateline.ingest.files import ADAPTERS


def test_every_field_is_documented(root: Path) -> None:
    told = (root / "docs" / "documents.md").read_text("utf-8")
    for ours, names in ALIASES.items():
        assert f"| {ours} | {', '.join(f'`{n}`' for n in names)} |" in told


def test_every_kind_of_file_is_documented(root: Path) -> None:
    told = (root / "docs" / "documents.md").read_text("utf-8")
    others = {".text", ".markdown", ".htm", ".xhtml"}
    assert [s for s in ADAPTERS if s not in others and f"`{s}`" not in told] == []
