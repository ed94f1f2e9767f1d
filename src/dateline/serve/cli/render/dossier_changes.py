"""What changed in a dossier, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.dossier_show import COLUMN, origins, when
from dateline.serve.cli.render.timed import escaped, short
from dateline.views.dossier.comparing import Change, ChangeKind
from dateline.views.dossier_changes import DossierChanges
from dateline.views.wording import a_day


def terminal(result: DossierChanges, page: Page) -> None:
    """The count, then each change with its sentence."""
    from rich.text import Text

    page.say(Text.assemble((result.title, "bold"), (f" · since {a_day(result.since)}", DIM)))
    page.say(count(result), style=DIM)
    for change in result.changes:
        page.say()
        style = CLASH if change.kind is ChangeKind.DISPUTED else "bold"
        page.say(Text.assemble((str(change.kind), style), (f"  {'; '.join(change.why)}", DIM)))
        for line in (change.line, *((change.before,) if change.before else ())):
            page.row(f"{when(line):>{COLUMN}}  {page.glyph(line.status)} ", line.text)
            page.row(" " * (COLUMN + 4), f"{'; '.join(origins(line.cited))} · {short(line.claim)}", style=DIM)


def count(result: DossierChanges) -> str:
    """How many changes of each kind."""
    return ", ".join(f"{n} {kind}" for kind, n in result.counts.items()) or "nothing changed"


def markdown(result: DossierChanges) -> str:
    """The same as a list."""
    items = "\n".join(_item(c) for c in result.changes)
    return f"# {escaped(result.title)}, since {a_day(result.since)}\n\n{count(result)}\n\n{items}\n"


def _item(change: Change) -> str:
    lines = [change.line, *((change.before,) if change.before else ())]
    told = "".join(
        f"\n  - {escaped(when(x))} {escaped(x.text)} ({escaped('; '.join(origins(x.cited)))})" for x in lines
    )
    return f"- **{change.kind}** {escaped('; '.join(change.why))}{told}"
