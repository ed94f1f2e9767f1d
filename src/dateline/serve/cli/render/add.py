"""What came of adding files, on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.run.adding import Added
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.annotate import made
from dateline.serve.cli.render.timed import escaped, short

MOST = 20  # notes and refusals shown on a terminal
REFUSED = 2


def exit_status(result: Added) -> int:
    """2 if anything was refused."""
    return REFUSED if result.refused else 0


def terminal(result: Added, page: Page) -> None:
    """Counts, then what was refused and why, then doubts about what was taken."""
    from rich.text import Text

    page.say(taken(result))
    page.say(made(result.annotated))
    for refusal in result.refused[: _most(page, len(result.refused))]:
        page.say()
        page.row("refused  ", Text.assemble((refusal.what, "bold"), f": {refusal.message}"))
        page.row("         ", refusal.do, style=DIM)
    for noted in result.notes[: _most(page, len(result.notes))]:
        page.row("note  ", f"{noted.note} · {short(noted.article)}", style=DIM)
    if page.width and max(len(result.refused), len(result.notes)) > MOST:
        page.say("… and more: --json or a pipe has all", style=DIM)


def _most(page: Page, n: int) -> int:
    return min(n, MOST) if page.width else n


def taken(result: Added) -> str:
    """The counts in a sentence."""
    return ", ".join(_counted(result)) + "."


def _counted(result: Added) -> Iterator[str]:
    yield f"{result.new} new article{'s' * (result.new != 1)}"
    for n, words in ((result.revised, "revised"), (result.withdrawn, "withdrawn"), (result.same, "unchanged")):
        if n:
            yield f"{n} {words}"
    if result.refused:
        yield f"{len(result.refused)} refused"


def markdown(result: Added) -> str:
    """The same in lists."""
    refused = [f"- refused {escaped(str(r))}" for r in result.refused]
    notes = [f"- {escaped(n.note)} `{n.article}`" for n in result.notes]
    return "\n".join([taken(result), made(result.annotated), "", *refused, *notes]) + "\n"
