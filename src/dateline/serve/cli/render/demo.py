"""The demonstration: coverage, a chronology and its disagreements, one after the other."""

from __future__ import annotations

from dateline.serve.cli.own import Demo
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render import chronology, coverage, disagreements

INVENTED = "The outlets of this corpus are invented; what they tell is true, except for planted disagreements."


def terminal(result: Demo, page: Page) -> None:
    """The three answers."""
    page.say(INVENTED, style=DIM)
    page.say()
    coverage.terminal(result.coverage, page)
    page.say()
    chronology.terminal(result.chronology, page)
    page.say()
    disagreements.terminal(result.disagreements, page)


def markdown(result: Demo) -> str:
    """The three answers."""
    parts = (
        coverage.markdown(result.coverage),
        chronology.markdown(result.chronology),
        disagreements.markdown(result.disagreements),
    )
    return "\n\n".join([INVENTED, *parts])
