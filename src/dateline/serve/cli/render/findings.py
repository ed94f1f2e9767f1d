"""Findings, the versions side by side, as the terminal and Markdown have them."""

from __future__ import annotations

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.timed import escaped, markdown_evidence, once, short, sources, tell_evidence
from dateline.views.findings import Disagreement, Finding, Side

NAMES = {
    Finding.CONTRADICTION: "disagreement",
    Finding.INCONSISTENCY: "a text at odds with itself",
    Finding.UPDATE: "update",
    Finding.LOOSER: "looser statement",
}
MANY = {
    Finding.CONTRADICTION: "disagreements",
    Finding.INCONSISTENCY: "texts at odds with themselves",
    Finding.UPDATE: "updates",
    Finding.LOOSER: "looser statements",
}
AT_ODDS = (Finding.CONTRADICTION, Finding.INCONSISTENCY)
INDENT = "    "


def tell_finding(found: Disagreement, page: Page) -> None:
    """What is at issue, each version with its sentences, and why they cannot both be true."""
    from rich.text import Text

    sign = ("≠ ", CLASH) if found.kind in AT_ODDS else ("· ", DIM)
    when = f", {found.occurred.words}" if found.occurred else ""
    page.row("", Text.assemble(sign, (found.label, "bold"), (when, DIM)))
    page.row("  ", f"{title(found)} · {short(found.relations[0])}", style=DIM)
    for side in found.sides:
        style = CLASH if found.kind in AT_ODDS else "bold"
        page.row("  ", Text.assemble((side.value, style), (f" · {sources(side.voices)}", DIM)))
        for told in once(side.evidence):
            tell_evidence(told, page, INDENT)
    for reason in found.reasons:
        page.row("  because ", reason, style=DIM)


def title(found: Disagreement) -> str:
    """The kind of finding and the slot in words."""
    return f"{NAMES[found.kind]} on the {found.slot}" if found.slot else NAMES[found.kind]


def markdown_finding(found: Disagreement) -> str:
    """A section of its own."""
    when = f" ({found.occurred.words})" if found.occurred else ""
    sign = "≠ " if found.kind in AT_ODDS else ""
    parts = [f"## {sign}{escaped(found.label)}{when}", f"{title(found).capitalize()} `{found.relations[0]}`"]
    sides = "\n".join(_markdown_side(s) for s in found.sides)
    because = "\n".join(f"- because {escaped(r)}" for r in found.reasons)
    return "\n\n".join([*parts, sides, because]) + "\n"


def _markdown_side(side: Side) -> str:
    told = [f"  - {markdown_evidence(t)}" for t in once(side.evidence)]
    return "\n".join([f"- **{escaped(side.value)}** ({sources(side.voices)})", *told])
