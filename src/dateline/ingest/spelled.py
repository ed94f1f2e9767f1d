"""Which of two headlines the address of an article spells: content systems make it of the first one that they get."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

WORD = re.compile(r"[^\W_]{3,}")
MOST = 0.7  # share of a headline's words in the address from which on it spells it
TWICE = 2.0  # times the share of the other headline, so that words which both have decide nothing
FEWEST = 3  # words of a headline that make a name of their own
LONGEST = 1000  # characters
WIDE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "æ": "ae", "ø": "oe"})
NARROW = str.maketrans({"ß": "s", "å": "a", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def spelled(one: str, other: str, address: str) -> str:
    """The one of two headlines whose words stand in the path of an address, where those of the other do not; "" if it
    spells neither or both."""
    known = _words(unquote(_path(address)))
    shares = {line: _share(line, known) for line in (one, other)}
    best, worse = (one, other) if shares[one] >= shares[other] else (other, one)
    return best if shares[best] >= MOST and shares[best] >= TWICE * shares[worse] else ""


def _path(address: str) -> str:
    try:
        return urlsplit(address).path[:LONGEST]
    except ValueError:
        return ""


def _share(line: str, known: set[str]) -> float:
    """The share of a headline's words that are among those of an address, however it writes foreign letters."""
    words = WORD.findall(line[:LONGEST].casefold())
    return sum(bool(_words(w) & known) for w in words) / len(words) if len(words) >= FEWEST else 0.0


def _words(line: str) -> set[str]:
    """The words of a line in plain letters, with the umlauts written out and without."""
    low = line.casefold()
    return {w for table in (WIDE, NARROW) for w in WORD.findall(_plain(low.translate(table)))}


def _plain(line: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", line) if not unicodedata.combining(c))
