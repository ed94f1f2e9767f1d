"""Claims made ready to be compared: those of a draft, and those of stored articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.link.words import groups_in, stem, stems
from dateline.model.claim import Claim
from dateline.views.bearing import PRONOUNS, Said, anchor_groups, head_groups
from dateline.views.tokens import Marks, keys, negated, numbers, tokens, unreal

CLOSE = 0.5  # how near the one who acts must stand to a claim: in its sentence, or just before
HEADING = re.compile(r"^(?![-•*–])[^\n.!?]{2,60}$", re.MULTILINE)  # a line of its own that is no sentence
BEFORE = 400  # characters before a sentence that may tell what its pronouns mean


@dataclass(frozen=True)
class Page:
    """A text with its headline, marks and claims."""

    headline: str
    text: str
    marks: Marks
    claims: Sequence[Claim]

    @cached_property
    def named(self) -> list[tuple[int, str, frozenset[str]]]:
        """Where names stand, in order."""
        return _named(self.marks)

    @cached_property
    def most(self) -> dict[str, frozenset[str]]:
        """The keys of the names that the text is about, by kind."""
        return _most(self.named)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The stems of the words of the headline."""
        return frozenset(stems(self.headline))

    @cached_property
    def _headings(self) -> list[tuple[int, frozenset[str]]]:
        return [(m.start(), frozenset(stems(m.group()))) for m in HEADING.finditer(self.text)]

    def heading(self, at: int) -> frozenset[str]:
        """The stems of the words of the heading that a character stands under."""
        found = bisect_left(self._headings, at, key=lambda h: h[0]) - 1
        return self._headings[found][1] if found >= 0 else frozenset()


def sayings(page: Page) -> list[Said]:
    """What each claim of a page says; a sentence's only claim says all of its words, others those of their clause."""
    everything = keys(page.text, 0, len(page.text), page.marks) | page.titled
    return [_said(c, page, everything) for c in page.claims]


def _said(claim: Claim, page: Page, everything: frozenset[str]) -> Said:
    start, end = claim.sentence.start, claim.sentence.end
    verbs = {stem(w) for w in claim.head.split("-")}
    told = (t for t in tokens(page.text, start, end, page.marks) if t.name or t.keys[-1] not in verbs)
    agents = " ".join(r.words for r in claim.roles if r.name == "agent")
    sentence = [replace(t, least=CLOSE) if t.name and t.words in agents else t for t in told]
    alone = sum(c.sentence.start == start for c in page.claims) == 1
    clause = _clause(claim, page)
    near = keys(page.text, max(0, start - BEFORE), start, page.marks) | page.titled
    return Said(
        claim,
        tuple(sentence if alone else [t for t in sentence if t.stands_in(clause)]),
        (clause, keys(page.text, start, end, page.marks) | clause, near, everything),
        anchor_groups(claim),
        head_groups(claim),
        groups_in(stems(claim.sentence.exact)),
        numbers(page.text, page.marks.dates, start, end),
        negated(page.text, start, end),
        tuple(d.days for d in page.marks.dates if d.days and start - BEFORE <= d.words.start < end),
        unreal(page.text, start, end),
        tuple(d.days for d in page.marks.dates if d.days and start <= d.words.start < end),
        _understood(page, start, end) | page.titled | page.heading(start),
        tuple(d for d in page.marks.dates if start <= d.words.start < end),
    )


def _named(marks: Marks) -> list[tuple[int, str, frozenset[str]]]:
    """Where names of parties and places stand, their kind, and their keys; in the order of the text."""
    found = [(m.words.start, m.kind, frozenset({f"@{m.actor}", *stems(m.words.exact)})) for m in marks.actors]
    found += [
        (m.words.start, f"place {m.kind}", frozenset({f"#{m.place}", *stems(m.words.exact)})) for m in marks.places
    ]
    return sorted(found, key=lambda n: n[:2])


def _most(named: Sequence[tuple[int, str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The keys of the name that is the most frequent of each kind."""
    count = Counter((kind, tuple(sorted(own))) for _, kind, own in named)
    most: dict[str, frozenset[str]] = {}
    for (kind, own), _ in sorted(count.items(), key=lambda c: (-c[1], c[0])):
        most.setdefault(kind, frozenset(own))
    return most


def _understood(page: Page, start: int, end: int) -> frozenset[str]:
    """The keys of the names that are the last of their kind just before a sentence, or those that its text is about,
    of each kind of which the sentence itself names none."""
    first = bisect_left(page.named, max(0, start - BEFORE), key=lambda n: n[0])
    last: dict[str, frozenset[str]] = {}
    own = set[str]()
    for at, kind, found in page.named[first:]:
        if at >= end:
            break
        if at >= start:
            own.add(kind)
        else:
            last[kind] = found
    kinds = sorted((page.most.keys() | last.keys()) - own)
    return frozenset[str]().union(*(last.get(k, frozenset()) | page.most.get(k, frozenset()) for k in kinds))


def _clause(claim: Claim, page: Page) -> frozenset[str]:
    """All keys of the claim's own words: its anchor, terms, roles and the parties in them."""
    anchor = keys(page.text, claim.anchor.start, claim.anchor.end, page.marks)
    roles = {s for r in claim.roles for s in stems(r.words)}
    parties = {f"@{a}" for a in claim.actors} | {f"#{p}" for p in claim.places}
    meant = {stem(p) for r in claim.roles if r.actor and r.words.lower() in PRONOUNS for p in r.actor.split("-")}
    return anchor | roles | parties | meant | {stem(t) for t in claim.terms}


def of_sentence(found: Sequence[Said], start: int) -> list[Said]:
    """Those of one sentence, by where it starts."""
    return [s for s in found if s.claim.sentence.start == start]
