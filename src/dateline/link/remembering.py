"""What two articles were found to have in common, kept from one step to the next: the same claims are scored once."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from dataclasses import dataclass, field

from dateline.link.profile import Telling
from dateline.model.provenance import Reason
from dateline.model.relation import Relation

Edge = tuple[str, str]
PAIRS = 12_000  # pairs of articles that are kept: all among the claims that are regrouped together, twice


@dataclass(slots=True)
class Between:
    """What is known of the claims of two articles (or of one), by pair: points but for other claims, the same but for
    those of other sentences, points in all, reasons, what they differ in, the relation by whether they are joined and
    judged; by claim of the first or second article, which of the other are worth comparing with it."""

    points: dict[Edge, float] = field(default_factory=dict)
    in_sentence: dict[Edge, float] = field(default_factory=dict)
    scores: dict[Edge, float] = field(default_factory=dict)
    reasons: dict[Edge, tuple[Reason, ...]] = field(default_factory=dict)
    differing: dict[Edge, tuple[Relation, ...]] = field(default_factory=dict)
    same: dict[tuple[Edge, bool, bool], Relation] = field(default_factory=dict)
    near: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


class Remembered:
    """The findings on pairs of articles, the latest PAIRS; those on an article whose claims changed are forgotten."""

    def __init__(self, most: int = PAIRS) -> None:
        self._most, self._lock = most, threading.Lock()
        self._held: OrderedDict[Edge, tuple[weakref.ref[Telling], weakref.ref[Telling], Between]] = OrderedDict()

    def between(self, a: Telling, b: Telling) -> Between:
        """What is kept of two articles, smaller id first; nothing yet if one is not the very one that was compared."""
        with self._lock:
            return self._between(a, b)

    def _between(self, a: Telling, b: Telling) -> Between:
        key = (a.article_id, b.article_id)
        held = self._held.get(key)
        if held is not None and held[0]() is a and held[1]() is b:
            self._held.move_to_end(key)
            return held[2]
        made = Between()
        self._held[key] = (weakref.ref(a), weakref.ref(b), made)
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._held)


REMEMBERED = Remembered()
