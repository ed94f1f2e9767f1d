"""The audit of a dossier on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.timed import escaped
from dateline.views.dossier_audit import DossierAudit


def terminal(result: DossierAudit, page: Page) -> None:
    """The count, then each line that is not covered."""
    page.say(count(result))
    for bad in result.uncovered:
        page.say(f"{bad.section}: {bad.text}", indent=2, style=CLASH)
        for why in bad.why:
            page.say(why, indent=4, style=DIM)


def count(result: DossierAudit) -> str:
    """How many lines, and how many of them nothing covers."""
    return f"{result.lines} lines on {result.sentences} stored sentences: {len(result.uncovered)} not covered"


def markdown(result: DossierAudit) -> str:
    """The same as a list."""
    bad = [f"- {b.section}: {escaped(b.text)} ({escaped('; '.join(b.why))})" for b in result.uncovered]
    return "\n".join([f"{count(result)}.", *bad]) + "\n"
