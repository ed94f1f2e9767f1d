"""Who made a row: a program with its version, or a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Producer:
    """A program that makes marks, claims or relations; a new version makes old rows stale (W3C PROV agent)."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a score: its name, how much it weighs (negative: against), and the same in words for a reader."""

    name: str
    score: float
    words: str
