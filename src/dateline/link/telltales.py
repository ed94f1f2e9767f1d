"""What alone makes two claims worth comparing: digits of a figure, who decided, an act or office of one person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from dateline.link.words import WORD, lines, stem, stems
from dateline.model.claim import Claim, Quantity

BREAK = re.compile(r"[,;.:]|\b(?:and|but|while|after|before|who|which)\b")
REACH = 60  # characters behind the anchor in which an office still belongs to it
DIGITS = 3  # digits from which a figure may be recognised though they are turned round
DECIDED = frozenset(
    "approve reject ratify veto agree elected win lose draw convict acquit impeach uphold overturn allow ban fail "
    "collapse success survive join".split()
)  # groups that name an outcome
HOW_MANY = frozenset(
    "a all an any both each every few half her his its many more most no none one our several some such that the their "
    "these this those two three four five six seven eight nine ten".split()
)  # what stands before a noun, also with a capital


def telltales(claim: Claim, groups: Collection[str], quantities: Iterable[Quantity]) -> frozenset[str]:
    """Keys, at least one of which claims share that name one thing in other words; most claims have none."""
    figures = (sorted(c for c in f"{q.value:g}" if c.isdigit()) for q in quantities)
    found = {f"#{''.join(f)}" for f in figures if len(f) >= DIGITS}
    found |= {f"!{thing}" for thing in acts(claim)} | {f"!{office}" for office in offices(claim)}
    return frozenset(found if DECIDED.isdisjoint(groups) else found | {f"!{n}" for n in deciders(claim)})


def deciders(claim: Claim) -> frozenset[str]:
    """Stems of the capitalised words of the agents, but for the names of offices: there is more than one president."""
    words = " ".join(r.words for r in claim.roles if r.name == "agent")
    named = (m.group() for m in WORD.finditer(words) if m.group()[0].isupper() and m.group().lower() not in HOW_MANY)
    return frozenset(map(stem, named)) - _words("office")


def acts(claim: Claim) -> frozenset[str]:
    """The stems of the things to which the claim's words do what one person alone does ("brought down the gavel")."""
    told = stems(claim.anchor.exact)
    return frozenset(t for t in told for v in _acts().get(t, ()) if v in told)


def deeds(claim: Claim) -> frozenset[str]:
    """What one person alone does to such a thing, by one name for all that it is called ("called the vote", "called a
    referendum"); it does not make two claims worth comparing."""
    told = frozenset(stems(claim.anchor.exact))
    return frozenset(things[0] for things, verbs in _deeds() if told & set(things) and told & verbs)


def offices(claim: Claim) -> dict[str, int]:
    """Where from the anchor on each office stands that one person alone holds, if it is not a deputy's."""
    found = [(m.start(), stem(m.group())) for m in WORD.finditer(clause(claim))]
    wanted, beside = _words("office"), _words("beside")
    return {w: at for i, (at, w) in enumerate(found) if w in wanted and (i == 0 or found[i - 1][1] not in beside)}


def clause(claim: Claim) -> str:
    """The anchor's words, and those behind it that still belong to it."""
    behind = claim.sentence.exact[claim.anchor.end - claim.sentence.start :][:REACH]
    return claim.anchor.exact + BREAK.split(behind, maxsplit=1)[0]


@cache
def _acts() -> dict[str, frozenset[str]]:
    """Verbs by thing."""
    made: dict[str, frozenset[str]] = {}
    for line in lines("sole.txt"):
        head, _, verbs = line.partition(":")
        kind, *things = head.split()
        if kind == "act":
            made.update({stem(t): frozenset(map(stem, verbs.split())) for t in things})
    return made


@cache
def _deeds() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The names of each thing, and its verbs."""
    found = (line.partition(":") for line in lines("sole.txt") if line.startswith("deed "))
    return tuple(
        (tuple(stem(w) for w in head.split()[1:]), frozenset(map(stem, verbs.split()))) for head, _, verbs in found
    )


def besides() -> frozenset[str]:
    """Stems of the words before an office that make it another one: "deputy", "acting"."""
    return _words("beside")


@cache
def _words(kind: str) -> frozenset[str]:
    found = (line.partition(":") for line in lines("sole.txt"))
    return frozenset(stem(w) for head, _, words in found if head == kind for w in words.split())
