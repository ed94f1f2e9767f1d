"""Texts with gaps: what the records of a real article become when it is told again under other names and days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

DAY = r'(?<=")\d{4}-\d\d-\d\d(?=")'  # a day in JSON
GAP = r"@@[A-Z][0-9.]*@@"
Key = tuple[str, str]  # what stands in a gap: its kind (gap, day, name, lower) and the words that stood there


@dataclass(frozen=True, slots=True)
class Template:
    """A text in parts; every second one is a gap."""

    parts: Sequence[str]
    keys: Sequence[Key]

    def fill(self, value: Callable[[Key], str]) -> str:
        """The text with every gap filled."""
        if not self.keys:
            return self.parts[0]
        whole = list(self.parts)
        whole[1::2] = [value(key) for key in self.keys]
        return "".join(whole)


def template(text: str, names: Iterable[str] = (), days: bool = False) -> Template:
    """A text whose marked gaps, days (in JSON) and names are to be filled; names in lower case count, too."""
    words = set(names)
    kinds = [GAP, *([DAY] if days else []), *([rf"\b(?:{'|'.join(sorted(_both(words)))})\b"] if words else [])]
    parts = re.split(f"({'|'.join(kinds)})", text)
    return Template(parts, [_key(found, words) for found in parts[1::2]])


def _both(words: set[str]) -> set[str]:
    return {re.escape(form) for w in words for form in (w, w.lower())}


def _key(found: str, words: set[str]) -> Key:
    if found.startswith("@@"):
        return ("gap", found[2:-2])
    if found[0].isdigit():
        return ("day", found)
    return ("name", found) if found in words else ("lower", found)


def shifted(day: str, by: int) -> str:
    """An ISO day so many days later; what lies outside the calendar stays."""
    try:
        return date.fromordinal(date.fromisoformat(day).toordinal() + by).isoformat()
    except (ValueError, OverflowError):
        return day
