"""What a drafted sentence only dates by: "a week after the flood". That is another happening's to tell. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.views.checking.whole import Whole

REFERENCE = re.compile(
    r"(?i)\b(?:hours?|days?|nights?|weeks?|fortnight|months?|years?|decades?)\s+"
    r"(?P<other>(?:before|after|on\s+which|when)\s+[^,;]+)(?P<end>[,;]|$)"
)
DOING = frozenset({"VERB", "AUX"})


def without_references(draft: Whole) -> Whole:
    """The same without the words for the happening that a time is counted from; blanks stand for them."""
    found = [m for m in REFERENCE.finditer(draft.text) if m["end"] or _told_before(draft, m.start())]
    if not found:
        return draft
    text = draft.text
    for m in found:
        text = text[: m.start("other")] + " " * len(m["other"]) + text[m.end("other") :]
    kept = text.casefold()
    spans = [(draft.start + m.start(), draft.start + m.end("other")) for m in found]
    return replace(
        draft,
        text=text,
        items=tuple(i for i in draft.items if i.words.casefold() in kept),
        dates=tuple(d for d in draft.dates if not any(a < d.words.end and d.words.start < b for a, b in spans)),
        sides={word: sides for word, sides in draft.sides.items() if word in kept},
    )


def _told_before(draft: Whole, at: int) -> bool:
    """Whether something is told before a character: what opens a sentence runs on into what it tells."""
    return any(draft.kinds.get(word) in DOING for word in draft.text[:at].lower().split())
