"""What came of imports, on the terminal and in Markdown."""  # noqa: N999

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.bulk import Import
from dateline.run.importing import Imported
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.annotate import made
from dateline.serve.cli.render.timed import escaped

MOST = 20  # refusals shown on a terminal


def terminal(result: Imported, page: Page) -> None:
    """How far each is, the rate, then what was refused and why."""
    from rich.text import Text

    for words in _told(result):
        page.say(words)
    for refusal in result.refused[: MOST if page.width else len(result.refused)]:
        page.say()
        page.row("refused  ", Text.assemble((refusal.what, "bold"), f": {refusal.message}"))
        page.row("         ", refusal.do, style=DIM)
    if page.width and len(result.refused) > MOST:
        page.say("… and more: dateline imports list, --json or a pipe has them", style=DIM)


def _told(result: Imported) -> Iterator[str]:
    for one in result.imports:
        began = " (went on where it was broken off)" if one.name in result.resumed else ""
        yield f"{one.name}: {', '.join(counted(one))}{began}."
    if result.documents:
        yield f"{result.documents:,} documents, {result.per_second:,.0f} a second."
    yield made(result.annotated)


def counted(one: Import) -> Iterator[str]:
    """The counts of an import in words."""
    yield f"{one.new} new article{'s' * (one.new != 1)}"
    kinds = ((one.revised, "revised"), (one.withdrawn, "withdrawn"), (one.same, "unchanged"), (one.refused, "refused"))
    for n, words in kinds:
        if n:
            yield f"{n} {words}"


def markdown(result: Imported) -> str:
    """The same in lists."""
    refused = [f"- refused {escaped(f'{r.what}: {r.message} ({r.do})')}" for r in result.refused]
    return "\n".join([*map(escaped, _told(result)), "", *refused]) + "\n"
