"""An article with its marks on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.compare import name, tell_brief
from dateline.serve.cli.render.timed import escaped, short
from dateline.views.evidence import Evidence
from dateline.views.shown.article import ArticleShown, MarkShown

STYLES = {"date": "green", "actor": "cyan", "place": "blue", "dateline": "magenta"}


def terminal(shown: ArticleShown, page: Page) -> None:
    """The text with its marks in colour (a list of marks where there is no colour), then its claims."""
    from rich.text import Text

    tell_brief(shown.brief, page)
    for words in _notes(shown):
        page.say(words, indent=2, style=DIM)
    page.say()
    text = Text(shown.text)
    for mark in shown.marks:
        text.stylize(STYLES.get(mark.kind, ""), mark.start, mark.end)
    for paragraph in text.split("\n", allow_blank=True):
        page.say(paragraph)
    page.say()
    for mark in shown.marks:
        _mark(mark, page)
    for claim in shown.claims:
        _claim(claim, page)


def _notes(shown: ArticleShown) -> Sequence[str]:
    held = [f"{len(shown.states)} states held" if len(shown.states) > 1 else "", shown.byline]
    copied = f"a copy of {short(shown.copy_of)}" if shown.copy_of else ""
    stale = "marks of older producers" if shown.stale else ""
    return [words for words in (shown.brief.url, *held, copied, stale, *shown.notes) if words]


def _mark(mark: MarkShown, page: Page) -> None:
    from rich.text import Text

    style = STYLES.get(mark.kind, "")
    page.row(f"{mark.kind:>9}  ", Text.assemble((mark.words, style), "  ", mark.meaning))
    for reason in (*mark.why, mark.producer):
        if reason:
            page.row(" " * 13, reason, style=DIM)


def _claim(claim: Evidence, page: Page) -> None:
    from rich.text import Text

    page.row(
        f"{'claim':>9}  ", Text.assemble((claim.told, "bold"), f"  {_stands(claim)}", (f" · {short(claim.claim)}", DIM))
    )


def _stands(claim: Evidence) -> str:
    return f"{claim.occurred.words if claim.occurred else 'undated'}, {claim.status}"


def markdown(shown: ArticleShown) -> str:
    """The text, then lists of marks and claims."""
    marks = [f"- {m.kind} “{escaped(m.words)}”: {escaped('; '.join((m.meaning, *m.why)))}" for m in shown.marks]
    claims = [f"- {escaped(c.told)}: {_stands(c)} `{c.claim}`" for c in shown.claims]
    paragraphs = "\n\n".join(escaped(p) for p in shown.text.split("\n") if p.strip())
    head = f"# {escaped(shown.brief.headline)}\n\n{escaped(name(shown.brief))} `{shown.brief.article}`"
    return "\n\n".join([head, paragraphs, "## Marks", "\n".join(marks), "## Claims", "\n".join(claims)]) + "\n"
