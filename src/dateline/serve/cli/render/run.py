"""What came of all rounds: as of one."""

from __future__ import annotations

from dateline.serve.cli.render.fetch import markdown, terminal

__all__ = ["markdown", "terminal"]
