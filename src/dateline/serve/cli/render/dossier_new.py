"""A dossier that was made, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.dossiers import DossierMade
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped


def terminal(result: DossierMade, page: Page) -> None:
    """Its name, and how to read it."""
    page.say(f"{result.matter.title}: kept as {result.matter.name}; {result.articles} articles looked at")
    page.say(f"dateline dossier show {result.matter.name}", style=DIM)


def markdown(result: DossierMade) -> str:
    """The same in a sentence."""
    return f"{escaped(result.matter.title)} is kept as `{result.matter.name}`.\n"
