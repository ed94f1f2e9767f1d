"""A checked draft on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.things.check_paper import check_page
from dateline.serve.cli.render.timed import escaped, markdown_evidence, once, tell_evidence
from dateline.views.check import Check, Checked
from dateline.views.ruling import Verdict

MARKS = {
    Verdict.SUPPORTED: ("✓", "+", "green"),
    Verdict.CONTRADICTED: ("≠", "!=", CLASH),
    Verdict.NOT_FOUND: ("·", "?", DIM),
}
NAMES = {Verdict.SUPPORTED: "supported", Verdict.CONTRADICTED: "contradicted", Verdict.NOT_FOUND: "not found"}


def terminal(result: Check, page: Page) -> None:
    """Each sentence behind its mark with the evidence below, then the count."""
    for checked in result.sentences:
        _tell(checked, page)
        page.say()
    page.say(_count(result), style=DIM)


def _tell(checked: Checked, page: Page) -> None:
    from rich.text import Text

    mark, plain, style = MARKS[checked.verdict]
    page.row(Text(f"{mark if page.unicode else plain:>2}  ", style=style), Text(checked.sentence, style="bold"))
    page.row("    ", f"{NAMES[checked.verdict]}: {'; '.join(checked.why)}", style=DIM)
    for told in once(checked.evidence):
        tell_evidence(told, page, "    ")


def markdown(result: Check) -> str:
    """A list item for each sentence, with its verdict and evidence."""
    items = [_item(checked) for checked in result.sentences]
    return "\n".join(["# Draft checked", "", _count(result), "", *items]) + "\n"


def _item(checked: Checked) -> str:
    evidence = [f"  - {markdown_evidence(told)}" for told in once(checked.evidence)]
    why = "; ".join(checked.why)
    return "\n".join([f"- **{NAMES[checked.verdict]}** {escaped(checked.sentence)} ({escaped(why)})", *evidence])


def html(result: Check) -> str:
    """The report as a page of its own: each sentence coloured by its verdict, its evidence beside it."""
    return check_page(result, _count(result))


def _count(result: Check) -> str:
    return f"{result.supported} supported, {result.contradicted} contradicted, {result.not_found} not found"
