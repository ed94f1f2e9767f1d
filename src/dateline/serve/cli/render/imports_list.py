"""How far bulk imports have come, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.model.bulk import Import
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.feeds_list import moment
from dateline.serve.cli.render.timed import escaped
from dateline.views.imports_list import ImportsListed

MOST = 10  # refusals shown for one import on a terminal


def terminal(result: ImportsListed, page: Page) -> None:
    """Each import with its counts, then what it could not take."""
    from rich.text import Text

    if not result.imports:
        page.say("Nothing was imported yet.")
    for shown in result.imports:
        page.say(Text.assemble((shown.state.name, "bold"), f": {told(shown.state)}"))
        for refusal in shown.refused[: MOST if page.width else len(shown.refused)]:
            page.row("  refused  ", f"{refusal.what}: {refusal.message}")
            page.row("           ", refusal.do, style=DIM)
        if page.width and len(shown.refused) > MOST:
            page.say(f"  … and {len(shown.refused) - MOST} more: --json or a pipe has all", style=DIM)


def told(one: Import) -> str:
    """How far it is and what came of it, in a sentence."""
    counts = (
        f"{one.new} new, {one.revised} revised, {one.same} unchanged, {one.withdrawn} withdrawn, {one.refused} refused"
    )
    stands = "whole" if one.finished else f"broken off at document {one.number} of {one.file or one.name}"
    return f"{stands} ({moment(one.at)}); {counts}"


def markdown(result: ImportsListed) -> str:
    """The same in lists."""
    lines = []
    for shown in result.imports:
        lines.append(f"- {escaped(shown.state.name)}: {escaped(told(shown.state))}")
        lines += [f"  - refused {escaped(f'{r.what}: {r.message} ({r.do})')}" for r in shown.refused]
    return "\n".join(lines or ["Nothing was imported yet."]) + "\n"
