"""The state of a matter on a day, on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped, markdown_line, short, tell
from dateline.views.lines import Line
from dateline.views.state import Held, State
from dateline.views.wording import a_day


def terminal(result: State, page: Page) -> None:
    """A heading, what held, what was then planned, and what had been overtaken."""
    from rich.text import Text

    page.say(Text.assemble((result.query, "bold"), (f" · as of {a_day(result.as_of)}", DIM)))
    for held in result.latest:
        page.say()
        tell(held.line, page)
    _lines("Planned then", [p for p in result.planned if p.event not in _shown(result)], page)
    _overtaken(result.superseded, page)


def _shown(result: State) -> set[str]:
    return {held.line.event for held in result.latest}


def _lines(title: str, lines: Sequence[Line], page: Page) -> None:
    if not lines:
        return
    page.say()
    page.say(title, style="bold")
    for line in lines:
        page.say()
        tell(line, page)


def _overtaken(superseded: Sequence[Held], page: Page) -> None:
    if not superseded:
        return
    page.say()
    page.say("Overtaken by then", style="bold")
    for held in superseded:
        when = held.line.occurred.words if held.line.occurred else "undated"
        why = f"{held.why[-1]} · {short(held.overtaken_by)}"
        page.row(f"{when:>16}  {page.glyph(held.line.status)}  ", held.line.label)
        page.row(" " * 20, why, style=DIM)


def markdown(result: State) -> str:
    """A heading and three lists, those that are empty left out."""
    latest = "\n".join(markdown_line(held.line) for held in result.latest)
    planned = "\n".join(markdown_line(p) for p in result.planned if p.event not in _shown(result))
    gone = "\n".join(f"{markdown_line(h.line)}\n  - {escaped(h.why[-1])}" for h in result.superseded)
    parts = [f"# {escaped(result.query)}, as of {a_day(result.as_of)}", latest]
    parts += ["## Planned then", planned] if planned else []
    parts += ["## Overtaken by then", gone] if gone else []
    return "\n\n".join(parts) + "\n"
