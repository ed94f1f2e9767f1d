"""Positions on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped, markdown_evidence, once, tell_evidence
from dateline.views.positions import PartyPositions, Positions, Stand

INDENT = "    "


def terminal(result: Positions, page: Page) -> None:
    """A heading, then each party with its positions, the latest first."""
    from rich.text import Text

    page.say(Text.assemble((result.query, "bold"), (f" · {_size(result)}", DIM)))
    for party in result.parties:
        page.say()
        page.say(party.name, style="bold")
        for stand in party.positions:
            page.row(
                "  ", Text.assemble((stand.stance.value, "bold"), f"  {_when(stand)}", (_standing(stand, party), DIM))
            )
            for told in once(stand.evidence):
                tell_evidence(told, page, INDENT)


def markdown(result: Positions) -> str:
    """A heading, then a section for each party."""
    sections = [f"## {escaped(p.name)}\n\n" + "\n".join(_item(s, p) for s in p.positions) for p in result.parties]
    return "\n\n".join([f"# {escaped(result.query)}", _size(result), *sections]) + "\n"


def _item(stand: Stand, party: PartyPositions) -> str:
    head = f"- **{stand.stance.value}** {escaped(_when(stand) + _standing(stand, party))}"
    return "\n".join([head, *(f"  - {markdown_evidence(t)}" for t in once(stand.evidence))])


def _when(stand: Stand) -> str:
    return stand.occurred.words if stand.occurred else "undated"


def _standing(stand: Stand, party: PartyPositions) -> str:
    """Which other position of the party a stance replaced, or which took its place."""
    held = {s.id: s for s in party.positions}
    told = [f"said by {stand.speaker}"] if stand.speaker else []
    for words, other in (("replaced", held.get(stand.replaces)), ("replaced by", held.get(stand.replaced_by))):
        if other is not None:
            told.append(f"{words} {other.stance.value} of {_when(other)}")
    return "".join(f" · {t}" for t in told)


def _size(result: Positions) -> str:
    stands, parties = sum(len(p.positions) for p in result.parties), len(result.parties)
    if not stands:
        return "nobody takes a position"
    return f"{stands} position{'s' * (stands != 1)} of {parties} part{'ies' if parties != 1 else 'y'}"
