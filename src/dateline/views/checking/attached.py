"""Names of a draft that belong to another thing in what is cited: "Greek troops" where Turkish ones are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.link.words import stem
from dateline.views.checking.lands import lands
from dateline.views.checking.meant import Item, Meant
from dateline.views.checking.senses import key, things_of
from dateline.views.checking.whole import Whole

LED = re.compile(r"\b(from|to|with|against|by|for|into)\s+(?:the\s+)?([A-Z][\w-]+)")
BEHIND = re.compile(r"['’]?s?\s+([a-z][a-z-]+)\b(?:\s+([a-z][a-z-]+)\b)?")


def attached_otherwise(draft: Whole, cited: Sequence[Meant]) -> str:
    """A land of the draft with the thing that it belongs to, where each such thing that is cited belongs to another
    land; "" if there is none."""
    told = [p for m in cited for p in _pairs(m.said.claim.sentence.exact)]
    for item in draft.items:
        for noun in _nouns(item, draft):
            others = [n for n, w in told if _one_thing(noun, w)]
            mine = lands(item.words)
            if mine and others and not any(mine & n for n in others):
                return f"“{item.words} {noun}”"
    return _led_otherwise(draft, cited)


def _led_otherwise(draft: Whole, cited: Sequence[Meant]) -> str:
    """A name of the draft behind "from", "to" or the like, where each cited sentence that has it has it behind another
    of these, and another name behind that one."""
    told = [list(LED.finditer(m.said.claim.sentence.exact)) for m in cited]
    for found in LED.finditer(draft.text):
        led, name = found.groups()
        same = [p for p in told if any(m.group(2) == name for m in p)]
        if same and all(_exchanged(led, name, p) for p in same):
            return f"“{found.group()}”"
    return ""


def _exchanged(led: str, name: str, told: Sequence[re.Match[str]]) -> bool:
    mine = {m.group(1).lower() for m in told if m.group(2) == name}
    return led.lower() not in mine and any(m.group(1).lower() == led.lower() for m in told)


def _nouns(item: Item, draft: Whole) -> Iterator[str]:
    """The noun that a name stands before, or owns, or that is a part of it ("Greek troops")."""
    at = draft.text.find(item.words)
    if not item.name or at < 0:
        return
    last = item.words.split()[-1]
    if last[0].islower():
        yield last
        return
    found = BEHIND.match(draft.text, at + len(item.words))
    words = found.groups() if found else ()
    yield from [w for w in words if w and draft.kinds.get(w) == "NOUN"][:1]


def _pairs(text: str) -> Iterator[tuple[frozenset[str], str]]:
    """The lands that a text names, each with the words behind it."""
    for m in re.finditer(r"[A-Z][\w.'’-]*", text):
        found = lands(re.sub(r"['’]s$", "", m.group()))
        behind = re.match(r"\s+(?:([a-z][a-z-]+)\b)?(?:\s+([a-z][a-z-]+)\b)?", text[m.end() : m.end() + 60])
        if found and behind:
            yield from ((found, word) for word in behind.groups() if word)


def _one_thing(a: str, b: str) -> bool:
    return stem(a) == stem(b) or bool(things_of(key(a)) & things_of(key(b)))
