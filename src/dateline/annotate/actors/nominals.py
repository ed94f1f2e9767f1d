"""What texts call a party without naming it: "the alliance", "the rebels", "the Tribunal", "the region"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.actors.lexicon import words
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.gazetteer import fold

ADJECTIVES = 2  # words between an article and its noun
LANDS = frozenset({"region", "province", "territory"})
CALLED_KINDS = frozenset(
    {"alliance", "organisation", "body", "group", "party", "parliament", "court", "company", "military"}
)


def find_called(scan: Scan) -> None:
    """Adds "the alliance", "the rebels", "the Tribunal": what was named last before, in the text or in its headline,
    of which texts speak so."""
    latest = {fold(word): [actor] for actor in reversed(scan.bodies) for word in actor.called}
    told = set[str]()
    for n, token in enumerate(scan.tokens):
        find = scan.finds.get(n)
        if find is not None:
            told.add(find.actor.id)
            for word in _calling(scan, find):
                named = [a for a in latest.get(word, []) if a.id != find.actor.id]
                latest[word] = [find.actor, *named[:2]]
        word = token.words if token.words in latest else token.folded
        if n in scan.taken or word not in latest:
            continue
        if _another(scan, n):
            del latest[word]
            continue
        if not _behind_the(scan, n) or not _stands_alone(scan, n) or _is_ground(scan, n):
            continue
        actor, *others = latest[word]
        where = "named before" if actor.id in told else "named in the headline"
        how = f"the {token.words}: {actor.name}, {where}"
        scan.add(Found(n, n + 1, actor, how, tuple(a.id for a in others)))


def _is_ground(scan: Scan, n: int) -> bool:
    """Whether "the region" only tells where something was."""
    return scan.tokens[n].folded in LANDS and (n < 2 or scan.tokens[n - 2].folded in words("place_prepositions"))


def _calling(scan: Scan, find: Found) -> Iterator[str]:
    """What may call a party that is named here: its kind, or its people, as "Russian troops" are then the troops."""
    if find.actor.kind in CALLED_KINDS and not _in_compound(scan, find):
        yield from (fold(word) for word in find.actor.called)
        ends = scan.tokens[find.last - 1]
        if find.last - find.first > 1 and ends.capital and ends.folded in words("organisation_heads"):
            yield ends.words
    if find.actor.kind == "person":
        return
    if scan.tokens[find.last - 1].folded in words("people_of_parties"):
        yield scan.tokens[find.last - 1].folded
    elif find.last < len(scan.tokens) and scan.joined(find.last):
        ahead = scan.tokens[find.last].folded
        if ahead in words("people_of_parties"):
            yield ahead


def _in_compound(scan: Scan, find: Found) -> bool:
    """Whether a name only describes somebody else: "the NATO-led force"."""
    return find.last < len(scan.tokens) and scan.tokens[find.last].gap == "-" and not scan.tokens[find.last].capital


def _another(scan: Scan, n: int) -> bool:
    """Whether a word tells of some other party of the kind: "an industry group"; it is then what "the group" means."""
    before = scan.tokens[max(0, n - ADJECTIVES - 1) : n]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k].folded in ("a", "an", "another")), None)
    return at is not None and not any(t.capital or t.gap.strip(" -") for t in (*before[at + 1 :], scan.tokens[n]))


def _behind_the(scan: Scan, n: int) -> bool:
    """Whether "the" stands before a word, "former" may stand between."""
    before = [t.folded for t in scan.tokens[max(0, n - 2) : n]]
    return before[-1:] == ["the"] or before == ["the", "former"]


def _stands_alone(scan: Scan, n: int) -> bool:
    """Whether a word that calls a party is not the beginning of a longer name: "the University of Oldford"."""
    ahead = scan.tokens[n + 1] if n + 1 < len(scan.tokens) and scan.joined(n + 1) else None
    return not scan.tokens[n].capital or ahead is None or not (ahead.capital or ahead.folded in ("of", "for"))
