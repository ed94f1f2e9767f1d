"""The dossiers there are, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped
from dateline.views.dossier_list import DossierList, MatterBrief


def terminal(result: DossierList, page: Page) -> None:
    """Each with what selects it."""
    if not result.dossiers:
        page.say("no dossier yet")
    for brief in result.dossiers:
        page.say(f"{brief.name}  {brief.title}", style="bold")
        page.say(selected_by(brief), indent=2, style=DIM)


def selected_by(brief: MatterBrief) -> str:
    """What selects a matter, and what editors decided."""
    told = [f"words: {brief.query}"]
    told += [f"parties: {', '.join(brief.actors)}"] if brief.actors else []
    told += [f"places: {', '.join(brief.places)}"] if brief.places else []
    told += [f"since {brief.since}"] if brief.since else []
    told += [f"{brief.edits} decisions of editors"] if brief.edits else []
    return " · ".join([*told, f"begun by {brief.by} on {brief.at.date()}"])


def markdown(result: DossierList) -> str:
    """A list."""
    items = [f"- **{escaped(b.title)}** `{b.name}` {escaped(selected_by(b))}" for b in result.dossiers]
    return "\n".join(items or ["No dossier yet."]) + "\n"
