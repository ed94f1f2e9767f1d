"""A claim on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.claim import Certainty
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.things import relation
from dateline.serve.cli.render.timed import Told, escaped, markdown_evidence, origin, quoted, short
from dateline.views.shown.claim import ClaimShown

COLUMN = 10


def terminal(shown: ClaimShown, page: Page) -> None:
    """The sentence in its surroundings, what was read from it, and what it is tied to."""
    from rich.text import Text

    before, after = _edge(shown.before, -1), _edge(shown.after, 0)
    page.say(Text.assemble((before, DIM), " " * bool(before), quoted(shown.evidence), " " * bool(after), (after, DIM)))
    told = Told(shown.evidence, ())
    page.say(f"{origin(told)} · {short(shown.evidence.article)} · {short(shown.evidence.claim)}", indent=2, style=DIM)
    page.say()
    for name, value in fields(shown):
        page.row(Text(f"{name:>{COLUMN}}  ", style=DIM), value)
    for related in shown.relations:
        page.say()
        relation.terminal(related, page)


def _edge(text: str, side: int) -> str:
    """The whole words of the surroundings' nearest paragraph: `side` -1 for those before, 0 for those after."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    near = lines[side] if lines else ""
    return f"…{near.partition(' ')[2]}" if side and near else f"{near.rpartition(' ')[0]}…" if near else ""


def fields(shown: ClaimShown) -> Iterator[tuple[str, str]]:
    """What was read from the sentence, by name, in words."""
    evidence = shown.evidence
    yield "what", shown.told + (" (negated)" if evidence.negated else "")
    yield "status", evidence.status.value
    if evidence.occurred:
        when = evidence.occurred
        yield "when", ", ".join(filter(None, (f"{when.words} ({when.edtf})", when.how, when.why)))
    for party in shown.parties:
        known = f"for {party.name}" if party.acts_for else f"= {party.name}"
        yield party.role, party.words + (f" {known} ({party.actor})" if party.actor else "")
    if shown.places:
        yield "where", ", ".join(shown.places)
    for quantity in shown.quantities:
        yield "number", f"{quantity.words} ({quantity.value:g} {quantity.unit})"
    if evidence.speaker:
        yield "speaker", evidence.speaker
    if evidence.certainty is not Certainty.CERTAIN:
        yield "certainty", evidence.certainty.value
    if shown.event:
        yield "event", f"{shown.label} · {short(shown.event)}"
    for decision in shown.decisions:
        yield "decided", f"{decision.words} by {decision.by} at {decision.at:%Y-%m-%d %H:%M}  {decision.note}".rstrip()
    for reason in shown.why:
        yield "because", reason
    if shown.producer:
        yield "by", shown.producer


def markdown(shown: ClaimShown) -> str:
    """The sentence, then a list of what was read."""
    rows = [f"- {name}: {escaped(value)}" for name, value in fields(shown)]
    related = [relation.markdown(r).replace("# ", "## ", 1) for r in shown.relations]
    told = markdown_evidence(Told(shown.evidence, ()))
    return "\n".join([f"# Claim `{shown.evidence.claim}`", "", told, "", *rows, "", *related]) + "\n"
