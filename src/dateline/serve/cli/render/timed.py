"""Lines of a chronology and their evidence, as the terminal and Markdown have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.model.claim import Status
from dateline.serve.cli.page import CLASH, DIM, UNSEEN, Page
from dateline.views.evidence import Evidence
from dateline.views.lines import Clash, Line
from dateline.views.wording import LONG, a_day

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 16  # where dates end: "September 2021" and "about March 2015" fit
MOST = 5  # sentences shown below a line on a terminal; piped, all are
SHORT_ID = 8  # hex digits of an id that are shown


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence once, with the evidence that has it first and the outlets that copied it."""

    first: Evidence
    copied_by: tuple[str, ...]


def tell(line: Line, page: Page) -> None:
    """A line with its sentences."""
    from rich.text import Text

    when = line.occurred.words if line.occurred else "undated"
    title = Text(line.label, style="bold")
    if line.clashes:
        title.append("  ≠", style=CLASH)
    page.row(_lead(when, page.glyph(line.status), page), title)
    page.row(_indent(), " · ".join(about(line)), style=DIM)
    for clash in line.clashes:
        page.row(_indent(), Text.assemble(("≠ ", CLASH), in_words(clash)))
    shown = once(line.evidence)
    most = MOST if page.width else len(shown)
    for told in shown[:most]:
        tell_evidence(told, page)
    if len(shown) > most:
        page.row(_indent(), f"and {len(shown) - most} more: dateline show {short(line.event)}", style=DIM)


def _lead(when: str, glyph: str, page: Page) -> str:
    """The date, ending at COLUMN (months shortened if it must be), and the shape; a longer one stands alone."""
    if len(when) > COLUMN:
        when = re.sub("|".join(LONG), lambda month: month[0][:3], when)
    if len(when) > COLUMN:
        page.say(when)
        when = ""
    return f"{when:>{COLUMN}}  {glyph} "


def _indent() -> str:
    return " " * (COLUMN + 4)


def about(line: Line) -> Iterable[str]:
    """Who, how it stands if not simply happened, and how many tell it."""
    if line.who:
        yield ", ".join(line.who[:4])
    if line.status is not Status.HAPPENED:
        yield line.status.value
    yield sources(line.voices)


def sources(voices: int) -> str:
    """The number of independent articles in words."""
    return "1 source" if voices == 1 else f"{voices} independent sources"


def in_words(clash: Clash) -> str:
    """A clash in a few words: "date: 2018 ≠ 2019"."""
    return f"{clash.slot or 'what happened'}: {' ≠ '.join(clash.values)}"


def once(evidence: Sequence[Evidence]) -> list[Told]:
    """Each sentence once for each independent article, with the outlets of its copies."""
    copies: dict[tuple[str, str], list[str]] = {}
    firsts: dict[tuple[str, str], Evidence] = {}
    for found in evidence:
        key = (found.copy_of or found.article, found.sentence)
        if key not in firsts:
            firsts[key] = found
        elif found.article != firsts[key].article:
            copies.setdefault(key, []).append(found.outlet)
    return [Told(first, tuple(dict.fromkeys(copies.get(key, ())))) for key, first in firsts.items()]


def tell_evidence(told: Told, page: Page, indent: str | None = None) -> None:
    """A sentence with the words that name the happening marked, and below who published it."""
    lead = _indent() if indent is None else indent
    page.row(lead, quoted(told.first))
    page.row(lead, f"  {origin(told)} · {short(told.first.article)}", style=DIM)


def quoted(evidence: Evidence) -> Text:
    """The sentence in quotation marks, its anchor underlined."""
    from rich.text import Text

    start, end = evidence.anchor
    text = Text.assemble("“", evidence.sentence.replace("\n", " "), "”")
    text.stylize("underline", 1 + start, 1 + end)
    return text


def origin(told: Told) -> str:
    """Outlet, day of publication and copies."""
    copied = f", copied by {', '.join(told.copied_by)}" if told.copied_by else ""
    return f"{told.first.outlet}, {published(told.first.published_at)}{copied}"


def published(day: date | None) -> str:
    """A day of publication in words."""
    return a_day(day) if day else "no date of publication"


def short(full: str) -> str:
    """The first characters of an id, enough to type."""
    kind, _, digits = full.partition("-")
    return f"{kind}-{digits[:SHORT_ID]}" if digits else full


def markdown_line(line: Line) -> str:
    """A line as a list item with its sentences below."""
    when = line.occurred.words if line.occurred else "undated"
    marks = " ≠" if line.clashes else ""
    head = f"- **{when}**{marks} {escaped(line.label)} ({'; '.join(escaped(a) for a in about(line))})"
    clashes = [f"  - ≠ {escaped(in_words(c))}" for c in line.clashes]
    return "\n".join([head, *clashes, *(f"  - {markdown_evidence(t)}" for t in once(line.evidence))])


def markdown_evidence(told: Told) -> str:
    """A sentence with a link to its article."""
    name = escaped(origin(told))
    linked = f"[{name}](<{told.first.url}>)" if told.first.url.startswith(("http://", "https://")) else name
    return f"“{escaped(told.first.sentence)}” {linked} `{told.first.article}`"


def escaped(text: str) -> str:
    """The text on one line, with what Markdown would take for markup escaped."""
    flat = " ".join(text.translate(UNSEEN).split())
    return "".join("\\" + letter if letter in "\\`*_[]<>#|" else letter for letter in flat)
