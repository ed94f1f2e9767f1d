"""Feeds taken up again: as paused ones."""

from __future__ import annotations

from dateline.serve.cli.render.feeds_pause import markdown, terminal

__all__ = ["markdown", "terminal"]
