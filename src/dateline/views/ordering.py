"""Whether a sentence says that one thing came before another: one that says nothing of it bears it out no more."""

from __future__ import annotations

import re

BESIDE = re.compile(
    r"(?i)(\b(?:day|week|month|year)s?\s+)?\b(?:before|after)\b"
    r"(?!\s+(?:all|an?|(?:the\s+)?(?:court|judges?|tribunal)s?)\b)"
)  # a thing that is known; "before the court" tells of no order
ORDER = re.compile(
    r"(?i)\b(?:before|after|afterwards|following|followed|once|later|earlier|then|since|until|when|while|as|next|"
    r"previous|preceding|anniversary|already|thereupon|subsequently|on the (?:day|eve)|the same)\b"
)


def order_unsaid(drafted: str, stored: str, dated: bool) -> bool:
    """Whether the draft says that something came before or after another thing, and the stored sentence has no word for
    any order; how many days before or after is a time, which is compared as such if it is known (`dated`)."""
    told = BESIDE.search(drafted)
    return told is not None and not (dated and told.group(1)) and ORDER.search(stored) is None
