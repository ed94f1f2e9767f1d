"""Shown as every word on stories is."""

from dateline.serve.cli.render.story_merge import markdown, terminal

__all__ = ["markdown", "terminal"]
