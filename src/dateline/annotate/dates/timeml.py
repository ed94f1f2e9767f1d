"""Marks as TimeML: the text with its time expressions as TIMEX3 elements, every other character kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from dateline.model.mark import DateMark, TimexType

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{name}</DOCID>\n<DCT>{creation}</DCT>\n<TEXT>'
UNKNOWN = frozenset({"so_far", "then"})  # the corpora of TimeML leave them out
PASSING = "in the day"  # "later in the day", "early in the day"
TAIL = "</TEXT>\n</TimeML>\n"


def timeml(text: str, marks: Sequence[DateMark], published: date | None = None, name: str = "") -> str:
    """A TimeML document (ISO 24617-1 as TempEval-3 used it). Spans are told by their parts, in the order of the text.

    Characters that XML cannot carry are left out of the text.
    """
    creation = ""
    if published:
        told = 'type="DATE" functionInDocument="CREATION_TIME"'
        creation = f'<TIMEX3 tid="t0" {told} value="{published}">{published}</TIMEX3>'
    body: list[str] = []
    at = 0
    for number, m in enumerate(expressions(marks), start=1):
        if m.words.start < at:
            continue
        body.append(_plain(text[at : m.words.start]))
        body.append(f'<TIMEX3 tid="t{number}" {_attributes(m)}>{_plain(m.words.exact)}</TIMEX3>')
        at = m.words.end
    body.append(_plain(text[at:]))
    return HEAD.format(name=escape(name), creation=creation) + "".join(body) + TAIL


def expressions(marks: Sequence[DateMark]) -> Iterator[DateMark]:
    """The marks that TimeML knows, as it writes them: the parts of a span, not the span; no "so far", no "by then"; in
    "ten days before the vote" a length of ten days."""
    for m in marks:
        unheard = m.rule == "anniversary" and not m.days
        if (
            m.rule in UNKNOWN
            or unheard
            or m.words.exact.lower().endswith("occasion")
            or m.words.exact.lower().endswith(PASSING)
            or (m.rule == "recent" and m.anchor_at is None)
        ):
            continue  # the "recent" of news, from publication on, is left out as well
        if m.parts:
            yield from expressions(m.parts)
        else:
            yield _conventional(m)


def _conventional(m: DateMark) -> DateMark:
    """A mark as TimeML has it: "weeks" of "the weeks before the vote", P10D for "ten days before the vote" in news."""
    words, article, rest = m.words, *m.words.exact.partition(" ")[::2]
    if m.rule == "beside" and article.lower() == "the" and rest.isalpha():
        words = replace(words, start=words.end - len(rest), exact=rest)
    if m.length:
        return replace(m, words=words, type=TimexType.DURATION, value=m.length)
    return replace(m, words=words)


def _attributes(m: DateMark) -> str:
    told = f"type={quoteattr(m.type.value)} value={quoteattr(m.value or 'XXXX')}"
    return told + (f' mod="{m.modifier.value}"' if m.modifier else "")


def _plain(text: str) -> str:
    return escape("".join(c for c in text if c in "\t\n\r" or c >= " "))
