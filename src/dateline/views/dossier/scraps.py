"""Words of a page that are no sentence of its text: clocks of a live page, stamps, headings run into the text. Pure."""

from __future__ import annotations

import re

CLOCK = re.compile(r"[\W_]*(?:[01]\d|2[0-3])[:.]?[0-5]\d\s+(?=[“\"]?[A-Z])")  # "1653 The minister says"
INNER = re.compile(
    r"\b[a-z]+\s(?:0\d|1[0-8]|2[1-3])[0-5]\d\s(?=[A-Z][a-z])"
)  # the same inside, if it can be no late year
STAMP = re.compile(
    r"\b(?:GMT|BST|[ECMP][SD]T|CES?T|UTC)\s+[A-Z]|\s\|\s|\b\d+\s+(?:hrs?|hours|mins?|minutes)\s+ago\b\s+[A-Z]"
)
# "... aid in Haiti A gang has attacked": a sentence that begins inside another one, behind a word that is no label.
RUN_IN = re.compile(
    r"(?P<word>[\w’'%)-]+)\s(?:A|An|The|More\sthan|Up\sto|At\sleast|As|But|It|He|She|They|There|Although|When|After|While)"
    r"\s(?=[a-z0-9])"
)
LABELS = frozenset(
    """vitamin hepatitis class grade group serie series category type influenza section schedule plan level team list
    annex block company unit exhibit part tier point model""".split()
)


def is_scrap(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins with the clock of a live page, or has a stamp or a heading run into it."""
    if CLOCK.match(text, start, end) or STAMP.search(text, start, end) or INNER.search(text, start, end):
        return True
    return any(m["word"].lower() not in LABELS for m in RUN_IN.finditer(text, start, end))
