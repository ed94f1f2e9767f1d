"""Short names and seats of bodies that other words of the text bear out: "the Union", "a letter to Brussels"."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import Actor, Lexicon
from dateline.annotate.actors.names import acts
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.gazetteer import fold

ANY = "any text"  # in place of words that bear a name out


def find_hints(scan: Scan, lexicon: Lexicon) -> None:
    """Adds short names behind "the", and seats where the words around them show that the body is meant, if the text
    names the body or one of the words that bear it out, no other body by that short name, and for a seat does not speak
    of its country before all."""
    spoken: frozenset[str] | None = None
    others: frozenset[str] = frozenset()
    for n, token in enumerate(scan.tokens):
        hinted = lexicon.hints.get(token.folded) if token.capital and n not in scan.taken else None
        if not hinted or not _alone(scan, n):
            continue
        if spoken is None:
            spoken, others = _spoken(scan), _others(scan, lexicon)
        if token.folded in others:
            continue
        for actor, witnesses in hinted:
            if (fold(actor.name) in spoken or witnesses & spoken or ANY in witnesses) and _meant(scan, n, lexicon):
                scan.add(Found(n, n + 1, actor, f"{token.words}, as the text is on {actor.name}"))
                break


def _others(scan: Scan, lexicon: Lexicon) -> frozenset[str]:
    """The folded short names with which the text ends other names: "the African Union", "the Election Commission"."""
    return frozenset(
        t.folded
        for n, t in enumerate(scan.tokens)
        if t.capital
        and t.folded in lexicon.hints
        and t.folded not in lexicon.seats
        and n > 0
        and scan.joined(n)
        and scan.tokens[n - 1].capital
        and not scan.tokens[n - 1].first
        and not _own(scan, n, lexicon)
    )


def _own(scan: Scan, n: int, lexicon: Lexicon) -> bool:
    """Whether a word is a part of a name of a body that it may stand for alone."""
    find = scan.taken.get(n)
    return find is not None and find.actor in [actor for actor, _ in lexicon.hints[scan.tokens[n].folded]]


def _spoken(scan: Scan) -> frozenset[str]:
    """The capitalised words of a text, and the names of the parties found in it."""
    parties: list[Actor] = [f.actor for f in scan.finds.values()]
    return frozenset({t.folded for t in scan.tokens if t.capital} | {fold(a.name) for a in parties})


def _alone(scan: Scan, n: int) -> bool:
    """Whether no capitalised word stands beside a word in one name."""
    ahead = n + 1 < len(scan.tokens) and scan.joined(n + 1) and scan.tokens[n + 1].capital
    before = n > 0 and scan.joined(n) and scan.tokens[n - 1].capital and not scan.tokens[n - 1].first
    return not ahead and not before


def _meant(scan: Scan, n: int, lexicon: Lexicon) -> bool:
    seat = lexicon.seats.get(scan.tokens[n].folded)
    if seat is None:
        return n > 0 and scan.tokens[n - 1].folded == "the" and scan.joined(n)
    return not scan.countries[seat[0].country] and acts(scan, n, n + 1, lexicon)
