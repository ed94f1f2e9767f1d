"""A judgement or correction as kept, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.model.relation import Decision, Judgement
from dateline.run.deciding import Decided
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped, short


def terminal(result: Decided, page: Page) -> None:
    """What was decided, and what was linked anew."""
    decision = result.decision
    page.say(told(decision))
    page.say(f"{short(decision.id)} by {decision.by} · {again(result)}", style=DIM)


def markdown(result: Decided) -> str:
    """The same in a paragraph."""
    return f"{escaped(told(result.decision))} `{result.decision.id}` {again(result)}.\n"


def told(decision: Decision) -> str:
    """The decision in a sentence."""
    if isinstance(decision, Judgement):
        words = f"“{decision.a.words.exact}” and “{decision.b.words.exact}”: {decision.verdict}"
    else:
        changes = {"time": decision.when, "status": decision.status, "rejected": "yes" * decision.rejected}
        words = f"“{decision.target.words.exact}”: {', '.join(f'{k} {v}' for k, v in changes.items() if v)}"
    return f"{'Taken back: ' * decision.undone}{words}{f' ({decision.note})' if decision.note else ''}"


def again(result: Decided) -> str:
    """What was recomputed."""
    return f"{result.linked.claims} claims linked anew"
