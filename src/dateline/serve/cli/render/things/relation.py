"""A relation on the terminal and in Markdown."""

from __future__ import annotations

from dateline.model.relation import RelationKind
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.compare import name, tell_brief
from dateline.serve.cli.render.timed import Told, escaped, markdown_evidence, short, tell_evidence
from dateline.views.shown.relation import RelationShown

BETWEEN = {RelationKind.CONTRADICTION: "≠", RelationKind.INCONSISTENCY: "≠", RelationKind.UPDATE: "→"}


def terminal(shown: RelationShown, page: Page) -> None:
    """Kind and values, both sentences, and the reasons with their weights."""
    from rich.text import Text

    page.row("", Text.assemble((title(shown), "bold"), (f" · {short(shown.id)}", DIM)))
    for claim in shown.claims:
        tell_evidence(Told(claim, ()), page, "  ")
    for article in shown.articles:
        tell_brief(article, page)
    for reason in shown.reasons:
        page.row(f"  {reason.score:+6.2f}  ", Text.assemble(reason.words, (f"  {reason.name}", DIM)))
    if shown.producer:
        page.row("  ", f"score {shown.score:.2f} by {shown.producer}", style=DIM)


def title(shown: RelationShown) -> str:
    """The kind of relation with its slot and values."""
    between = f" {BETWEEN.get(shown.kind, '/')} "
    values = f": {between.join(shown.values)}" if shown.values else ""
    slot = f" on the {shown.slot}" if shown.slot else ""
    return f"{shown.kind.replace('_', ' ')}{slot}{values}"


def markdown(shown: RelationShown) -> str:
    """A section with lists."""
    ends = [f"- {markdown_evidence(Told(c, ()))}" for c in shown.claims]
    articles = [f"- {escaped(a.headline)} ({escaped(name(a))}) `{a.article}`" for a in shown.articles]
    reasons = [f"- {r.score:+.2f} {escaped(r.words)}" for r in shown.reasons]
    return "\n".join([f"# {escaped(title(shown))} `{shown.id}`", "", *ends, *articles, "", *reasons]) + "\n"
