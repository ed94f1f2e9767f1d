"""A tree of HTML to plain text: a blank line between blocks, list items on lines of their own. One pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
    "head", "list", "quote", "row", "item", "li",  # what trafilatura's trees use
})  # fmt: skip
ITEMS = frozenset({"li", "item"})
BREAKS = frozenset({"br", "lb"})
SILENT = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "head", "title",
    "textarea", "select", "button",
})  # fmt: skip
CELLS = frozenset({"td", "th", "cell"})
SPACE = re.compile(r"[ \t\n\r\f\v\u00a0]+")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CONTROL_REFERENCES = re.compile(
    r"&#(?:0{0,20}(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0{0,20}(?:[0-8bcefBCEF]|1[0-9a-fA-F]))(?:;|(?![0-9a-fA-F]))"
)
HYPHENS = re.compile("[\u00ad\u200b\u2060\ufeff]")


def parse(markup: str) -> Any | None:
    """The tree of an HTML document or fragment, entities of the document type not expanded; None if there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    plain = CONTROLS.sub("", CONTROL_REFERENCES.sub("", markup))
    try:
        return html.document_fromstring(plain.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def opening(node: Any, most: int) -> str:
    """The first characters of the text inside a node, runs of white space as one space; the rest is not looked at."""
    parts: list[str] = []
    length = 0
    for part in node.itertext():
        parts.append(part)
        length += len(part)
        if length > 4 * most:
            break
    return " ".join(" ".join(parts).split())[:most]


def letters(line: str) -> str:
    """The letters and digits of a line in small letters: what two spellings of it have in common."""
    return "".join(c for c in line.casefold() if c.isalnum())


def as_text(markup: str) -> str:
    """The text of a fragment of HTML; a string without any tag comes back as it is (its entities read)."""
    if not markup or not ("<" in markup or "&" in markup):
        return markup
    tree = parse(f"<div>{markup}</div>")
    return text_of(tree) if tree is not None else ""


def text_of(tree: Any, *, silent: frozenset[str] = SILENT) -> str:
    """The text of a tree: blocks apart by a blank line, items of a list by a line end and led by "- "."""
    lines: list[tuple[str, bool]] = []
    words: list[str] = []
    mark = ""
    for kind, content in _walk(tree, silent):
        if kind == "words":
            words.append(content)
            continue
        joined = _line(words)
        words.clear()
        if joined:
            lines.append((mark + joined, bool(mark)))
            mark = ""
        mark = "- " if kind == "item" else ("" if kind == "end-item" else mark)
    joined = _line(words)
    if joined:
        lines.append((mark + joined, bool(mark)))
    return _join(lines)


def _line(words: list[str]) -> str:
    """Words as one line, without the marks that only tell a browser where it may break."""
    return SPACE.sub(" ", HYPHENS.sub("", "".join(words))).strip()


def _join(lines: list[tuple[str, bool]]) -> str:
    out: list[str] = []
    before = False
    for words, is_item in lines:
        if out:
            out.append("\n" if is_item and before else "\n\n")
        out.append(words)
        before = is_item
    return "".join(out)


def _walk(tree: Any, silent: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Words, starts of items, and breaks between blocks, in the order of the document."""
    from lxml import etree

    skipped = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            skipped += tag in silent and node is not tree
            if not skipped:
                yield from _opening(tag, node.text)
        else:
            if not skipped:
                yield from _closing(tag)
            skipped -= tag in silent and node is not tree
            if not skipped and node is not tree:
                yield "words", node.tail or ""


def _opening(tag: str, words: str | None) -> Iterator[tuple[str, str]]:
    if tag in ITEMS:
        yield "item", ""
    elif tag in BLOCKS or tag in BREAKS:
        yield "break", ""
    elif tag in CELLS:
        yield "words", " "
    yield "words", words or ""


def _closing(tag: str) -> Iterator[tuple[str, str]]:
    if tag in ITEMS:
        yield "end-item", ""
    elif tag in BLOCKS:
        yield "break", ""
