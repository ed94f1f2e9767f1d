"""Shown as every decision about a dossier is."""

from dateline.serve.cli.render.dossier_pin import markdown, terminal

__all__ = ["markdown", "terminal"]
