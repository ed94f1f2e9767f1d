"""The starter set, once added: as other feeds."""

from __future__ import annotations

from dateline.serve.cli.render.feeds_add import markdown, terminal

__all__ = ["markdown", "terminal"]
