"""A file of Markdown, with or without front matter: read as its plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from dateline.ingest.base import Told
from dateline.ingest.formats.dayline import with_day
from dateline.ingest.formats.frontmatter import split
from dateline.ingest.formats.plain import document, has_headline, readable
from dateline.ingest.markup import as_text
from dateline.ingest.opened import Opened

NARROWEST, WIDEST = 40, 132  # characters that editors wrap lines at


def documents(file: Opened) -> Iterator[Told]:
    """The one document of a .md file: CommonMark rendered to plain text, without emphasis and addresses of links.

    Blocks stand apart by a blank line, list items on lines of their own led by "- "; wrapped lines are joined. A
    first-level heading at the top is the headline, and no part of the text, if the front matter names none.
    """
    content = file.content()
    text, note = readable(content, file)
    above, below = split(text, file.where)
    blocks = list(_blocks(below))
    headline = ""
    if blocks and blocks[0][0] == "h1" and not has_headline(above):
        headline = blocks.pop(0)[1]
    body = _join(blocks)
    dated, told = with_day(above, f"{headline}\n{body}")
    yield document(file, content, {**dated, "text": body}, headline, "text/markdown", note).noted(told)


def _join(blocks: Sequence[tuple[str, str]]) -> str:
    out: list[str] = []
    for at, (kind, words) in enumerate(blocks):
        if at:
            out.append("\n" if kind == "item" and blocks[at - 1][0] == "item" else "\n\n")
        out.append(f"- {words}" if kind == "item" else words)
    return "".join(out)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Kind (tag, or "item" for the first block of a list item) and words of each block."""
    from markdown_it import MarkdownIt

    kind, in_item = "p", False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "list_item_open":
            in_item = True
        elif token.type == "list_item_close":
            in_item = False
        elif token.type in {"heading_open", "paragraph_open"}:
            kind = token.tag
        elif token.type == "inline":
            words = _inline(token, in_item)
            if words:
                yield ("item" if in_item else kind), words
                in_item = False
        elif token.type in {"fence", "code_block"} and token.content.strip():
            yield "p", token.content.rstrip("\n")
        elif token.type == "html_block":
            yield from (("p", part) for part in as_text(token.content).split("\n\n") if part)


def _inline(token: Any, in_item: bool) -> str:
    """The words of a block: lines that an editor wrapped are joined, lines that somebody set apart stay apart."""
    lines = [" ".join(line.split()) for line in "".join(map(_piece, token.children or [])).split("\n")]
    joiner = " " if in_item or _is_wrapped(token.content.split("\n")) else "\n"
    return joiner.join(line for line in lines if line)


def _piece(child: Any) -> str:
    if child.type in {"text", "code_inline"}:
        return str(child.content)
    return "\n" if child.type in {"softbreak", "hardbreak"} else ""


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether each line ends where the next word would have gone over the width of the widest, as editors wrap."""
    width = max(map(len, lines), default=0)
    pairs = pairwise(lines)
    return NARROWEST <= width <= WIDEST and all(len(a) + 1 + len(b.split(" ", 1)[0]) > width for a, b in pairs)
