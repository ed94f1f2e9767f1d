"""A decision about a dossier as kept, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.model.matter import MatterEdit, Ruled
from dateline.run.dossier_edits import DossierEdited
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped


def terminal(result: DossierEdited, page: Page) -> None:
    """What was decided, and the id that takes it back."""
    page.say(told(result.edit))
    page.say(f"in {result.dossier} · {result.edit.id} by {result.edit.by}", style=DIM)


def told(edit: MatterEdit) -> str:
    """The decision in a sentence."""
    words = f"“{edit.target.words.exact}”" if edit.target else ""
    said = {
        Ruled.PIN: f"{words} is pinned",
        Ruled.DROP: f"{words} is left out",
        Ruled.NOTE: f"{words}: {edit.words}",
        Ruled.RENAME: f"section {edit.section} is called “{edit.words}”"
        if edit.words
        else f"{edit.section}: usual title",
    }
    return f"{'Taken back: ' * edit.undone}{said[edit.ruled]}"


def markdown(result: DossierEdited) -> str:
    """The same in a sentence."""
    return f"{escaped(told(result.edit))} (`{result.edit.id}`, in `{result.dossier}`)\n"
