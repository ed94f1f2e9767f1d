"""Where renderers write: lines of styled text, wrapped on a terminal, one line each and without colour when piped."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from dateline.model.claim import Status

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROWEST = 40
WIDEST = 110  # beyond, lines are tiring to read
ENDLESS = 1_000_000
DIM = "dim"
CLASH = "bold red"  # for disagreements and nothing else

GLYPHS = {
    Status.HAPPENED: ("●", "*"),
    Status.ONGOING: ("▬", "="),
    Status.PLANNED: ("○", "o"),
    Status.POSTPONED: ("◐", "%"),
    Status.CANCELLED: ("⊘", "x"),
    Status.SAID: ("“", '"'),
    Status.DEMANDED: ("!", "!"),
    Status.DENIED: ("¬", "-"),
    Status.CONDITIONAL: ("?", "?"),
}
BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
UNSEEN = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *BIDI), "\ufffd")
"""Letters that steer a terminal, or turn a line around: a text from outside must not."""

IN_ASCII = str.maketrans(
    {"≠": "!=", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "·": "|", "…": "...", "→": "->"}
)


@dataclass(frozen=True, slots=True)
class Page:
    """A stream to write on. `width` is None when piped: nothing is wrapped. `unicode` tells if glyphs can be shown."""

    console: Console
    width: int | None
    unicode: bool

    def glyph(self, status: Status) -> str:
        """The shape of a status."""
        return GLYPHS[status][0 if self.unicode else 1]

    def say(self, text: Text | str = "", *, indent: int = 0, style: str = "") -> None:
        """A paragraph, each of its lines indented."""
        self.row(" " * indent, text, style=style)

    def row(self, lead: Text | str, text: Text | str, *, style: str = "") -> None:
        """A paragraph behind a lead; its further lines hang below its first."""
        from rich.text import Text

        first = Text.assemble(lead)
        body = Text(text, style=style) if isinstance(text, str) else text
        hang = Text(" " * first.cell_len)
        lines = body.wrap(self.console, max(NARROWEST // 2, self.width - first.cell_len)) if self.width else [body]
        for at, line in enumerate(lines or [body]):
            self._put(Text.assemble(hang if at else first, line))

    def _put(self, line: Text) -> None:
        line.plain = line.plain.translate(UNSEEN)
        if not self.unicode:
            line.plain = line.plain.translate(IN_ASCII)
        line.rstrip()
        self.console.print(line, soft_wrap=True)


def page(stream: TextIO | None = None, *, color: bool = True, width: int | None = None) -> Page:
    """A page on a stream (standard output): wrapped and coloured if it is a terminal (or a width is given)."""
    from rich.console import Console

    out = stream or sys.stdout
    terminal = out.isatty()
    console = Console(
        file=out, highlight=False, markup=False, emoji=False, no_color=not color, width=None if terminal else ENDLESS
    )
    measured = max(NARROWEST, min(WIDEST, console.width)) if terminal else None
    return Page(console, width or measured, _takes_glyphs(out))


def _takes_glyphs(stream: TextIO) -> bool:
    try:
        "●◐⊘≠“…".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
