"""Shown as every decision is."""

from dateline.serve.cli.render.decided import markdown, terminal

__all__ = ["markdown", "terminal"]
