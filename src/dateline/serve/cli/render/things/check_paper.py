"""A checked draft as a page of HTML: each sentence by its verdict, in shape and colour, its evidence beside it."""

from __future__ import annotations

from dateline.serve.cli.render.things.paper import escape, link, page
from dateline.serve.cli.render.timed import once, origin
from dateline.views.check import Check, Checked
from dateline.views.ruling import Verdict

SIGNS = {Verdict.SUPPORTED: "✓ supported", Verdict.CONTRADICTED: "≠ contradicted", Verdict.NOT_FOUND: "· not found"}
SHADES = {Verdict.SUPPORTED: "fine", Verdict.CONTRADICTED: "clash", Verdict.NOT_FOUND: "dim"}


def check_page(result: Check, count: str) -> str:
    """The whole report; `count` tells how many sentences have which verdict."""
    head = f'<h1>Draft checked</h1>\n<p class="dim">{escape(count)}</p>'
    return page("Draft checked", head + "\n" + "\n".join(_sentence(c) for c in result.sentences))


def _sentence(checked: Checked) -> str:
    beside = "".join(
        f'<p><span class="said">“{escape(told.first.sentence)}”</span> '
        f'<span class="dim">{link(origin(told), told.first.url)}</span></p>'
        for told in once(checked.evidence)
    )
    return (
        f'<div class="row"><div class="when"><span class="verdict {SHADES[checked.verdict]}">{SIGNS[checked.verdict]}'
        f'</span></div><div><div class="said {checked.verdict}">{escape(checked.sentence)}</div>'
        f'<div class="dim">{escape("; ".join(checked.why))}</div></div><div class="evidence">{beside}</div></div>'
    )
