"""The part of a page that holds most running text: a second opinion on where the article is."""

from __future__ import annotations

from typing import Any

from dateline.ingest.markup import SILENT, opening, text_of

PARAGRAPH = 60  # characters from which on a paragraph is running text
LONGEST = 20_000  # characters of one paragraph that count
HIDDEN = SILENT | {"aside", "nav", "footer", "form", "figure", "figcaption"}


def densest(tree: Any) -> str:
    """The text of the element whose own paragraphs are longest together; "" if there are none.

    Paragraphs count for their parent in full, for its parent by a fifth (after Arc90's Readability), so that one block
    of text wins over a page's many teasers.
    """
    weights: dict[Any, float] = {}
    for node in tree.iter("p", "h2", "h3", "li", "blockquote"):
        length = len(opening(node, LONGEST)) if node.tag in {"p", "blockquote"} else 0
        parent = node.getparent()
        if length < PARAGRAPH or parent is None:
            continue
        weights[parent] = weights.get(parent, 0) + length
        above = parent.getparent()
        if above is not None:
            weights[above] = weights.get(above, 0) + length / 5
    if not weights:
        return ""
    best = max(weights, key=lambda node: weights[node])
    return text_of(best, silent=HIDDEN)
