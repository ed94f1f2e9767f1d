"""What an article's states changed, on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.feeds_list import moment
from dateline.serve.cli.render.timed import escaped, short
from dateline.views.shown.changes import ChangeShown, Passage, Piece

STYLES = {"gone": "red strike", "new": "green"}
SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}


def terminal(changed: Sequence[ChangeShown], page: Page) -> None:
    """Each change below its time; what went is struck through, what came is green, and without colour both stand in
    brackets."""
    from rich.text import Text

    if not changed:
        page.say("It has not changed since it came.")
    for change in changed:
        page.say(Text.assemble((f"{moment(change.recorded_at)} UTC", "bold"), f"  {short(change.revision)}"))
        for words in _told(change):
            page.say(words, indent=2)
        for passage in change.passages:
            if passage.same:
                page.say(_same(passage), indent=2, style=DIM)
            page.say(Text(" ").join(Text(_signed(p), style=STYLES.get(p.kind, "")) for p in passage.pieces), indent=2)
        for note in change.notes:
            page.say(note, indent=2, style=DIM)
        page.say()


def _told(change: ChangeShown) -> Iterator[str]:
    if change.withdrawn:
        yield "Withdrawn by its outlet; the text before stays held."
    one, other = change.headlines
    if one != other:
        yield f"Headline: {_signed(Piece('gone', one))} {_signed(Piece('new', other))}"
    was, now = (str(day or "no day") for day in change.days)
    if was != now:
        yield f"Published: {_signed(Piece('gone', was))} {_signed(Piece('new', now))}"


def _same(passage: Passage) -> str:
    return f"… {passage.same} paragraph{'s' * (passage.same != 1)} unchanged"


def _signed(piece: Piece) -> str:
    before, after = SIGNS.get(piece.kind, ("", ""))
    return f"{before}{piece.words}{after}"


def markdown(changed: Sequence[ChangeShown]) -> str:
    """The same in lists, with what went struck through and what came in bold."""
    lines: list[str] = []
    for change in changed:
        lines.append(f"## {moment(change.recorded_at)} UTC `{change.revision}`\n")
        lines += [f"- {escaped(words)}" for words in (*_told(change), *change.notes)]
        lines += [f"- {' '.join(_marked(p) for p in passage.pieces)}" for passage in change.passages]
        lines.append("")
    return "\n".join(lines or ["It has not changed since it came."]) + "\n"


def _marked(piece: Piece) -> str:
    sign = {"gone": "~~", "new": "**"}.get(piece.kind, "")
    return f"{sign}{escaped(piece.words)}{sign}"
