"""Lands with governments of their own, where they act: "Bougainville rejected", "the Catalan parliament"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from dateline.annotate.actors.lexicon import Actor, Lexicon, words
from dateline.annotate.actors.names import acts
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.tokens import tokens
from dateline.annotate.gazetteer import fold

ACTS = "land that acts, by the words around it"
LONGEST = 4  # words of a name
OWN = frozenset(  # what shows behind its name or adjective that those who act for a land are meant
    """
government administration authorities parliament assembly legislature congress president premier leader leaders
leadership minister ministers cabinet officials forces fighters troops army soldiers militia rebels separatists
secessionists nationalists delegation negotiators lawmakers deputies voters people electorate referendum election
independence autonomy constitution regional
""".split()
)
PEOPLE = frozenset("people leaders government authorities parliament voters president governor citizens".split())
FIGHTING = frozenset("forces fighters troops army soldiers militia rebels".split())
CHOOSING = frozenset("votes voted held elected chose chooses seceded became remains remained".split())
SPORTY = 2  # words of sport in a sentence that make a land in it a team


@cache
def _firsts(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all names of lands and their people."""
    return frozenset(name.split()[0] for t in (lexicon.lands, lexicon.landsmen, lexicon.of_lands) for name in t)


def find_lands(scan: Scan, lexicon: Lexicon, headline: str) -> None:
    """Adds lands where the words around show that those who act there are meant; in a text on one, also "the leaders
    in" it and what it has."""
    headed = {name for name in _named(headline) if name in lexicon.lands}
    firsts = _firsts(lexicon)
    for n, token in enumerate(scan.tokens):
        if not token.capital or n in scan.taken or token.folded.partition(" ")[0] not in firsts:
            continue
        for last in range(min(n + LONGEST, len(scan.tokens)), n, -1):
            if scan.free(n, last) and all(scan.joined(k) for k in range(n + 1, last)):
                name = " ".join(t.folded for t in scan.tokens[n:last])
                found = _found(scan, n, last, name, lexicon, name in headed)
                if found is not None:
                    scan.add(found)
                    break


def _found(scan: Scan, n: int, last: int, name: str, lexicon: Lexicon, headed: bool) -> Found | None:
    land, people, of_it = lexicon.lands.get(name), lexicon.landsmen.get(name), lexicon.of_lands.get(name)
    if not (land or people or of_it) or _sporty(scan, n):
        return None
    if people and not _goes_on(scan, last):
        return Found(n, last, lexicon.armed.get(people.id, people), "people of a land of its own")
    if of_it and _has(scan, last):
        return Found(n, _organ(scan, last, lexicon), _armed(scan, last, of_it, lexicon), "what a land of its own has")
    if land and not _longer(scan, n, last) and _stands(scan, n, last, lexicon, headed):
        end = _organ(scan, last, lexicon) if scan.tokens[last - 1].owns else last
        return Found(n, end, _armed(scan, last, land, lexicon), ACTS)
    return None


def _armed(scan: Scan, last: int, land: Actor, lexicon: Lexicon) -> Actor:
    """The armed group of a land, where its fighters are told of; else the land."""
    fights = last < len(scan.tokens) and scan.tokens[last].folded in FIGHTING and not scan.tokens[last].gap.strip()
    return lexicon.armed.get(land.id, land) if fights else land


def _stands(scan: Scan, n: int, last: int, lexicon: Lexicon, headed: bool) -> bool:
    """Whether a land's name stands for those who act there."""
    if scan.tokens[last - 1].owns and (headed or _has(scan, last)):
        ahead = scan.tokens[last].folded if last < len(scan.tokens) else ""
        return ahead not in words("place_nouns") and ahead not in ("capital", "coast", "border", "north", "south")
    before = [t.folded for t in scan.tokens[max(0, n - 2) : n]]
    if len(before) == 2 and before[0] in PEOPLE and (before[1] == "of" or (before[1] == "in" and headed)):
        return True
    chosen = last < len(scan.tokens) and not scan.tokens[last].gap.strip() and scan.tokens[last].folded in CHOOSING
    return acts(scan, n, last, lexicon) or (chosen and (not before or before[-1] not in words("other_prepositions")))


def _organ(scan: Scan, last: int, lexicon: Lexicon) -> int:
    """Where the name ends with the parliament or government behind it, which is not that of the state."""
    ahead = scan.tokens[last] if last < len(scan.tokens) else None
    organ = ahead is not None and not ahead.gap.strip() and ahead.folded in lexicon.institution_starts
    return last + 1 if organ and last not in scan.taken else last


def _has(scan: Scan, last: int) -> bool:
    """Whether what only those who act for a land have follows its name or adjective."""
    ahead = [t for t in scan.tokens[last : last + 2] if not t.gap.strip()]
    return any(t.folded in OWN for t in ahead)


def _goes_on(scan: Scan, last: int) -> bool:
    """Whether a capitalised word goes on a name: "the Oldford Scots Guards"."""
    return last < len(scan.tokens) and scan.tokens[last].capital and scan.joined(last)


def _longer(scan: Scan, n: int, last: int) -> bool:
    """Whether a land's name is part of a longer name."""
    before = n > 0 and scan.joined(n) and scan.tokens[n - 1].capital and not scan.tokens[n - 1].first
    return _goes_on(scan, last) or (before and n - 1 not in scan.taken)


def _sporty(scan: Scan, n: int) -> bool:
    """Whether a sentence tells of a game."""
    number = scan.tokens[n].sentence
    near = {t.folded for t in scan.tokens[max(0, n - 40) : n + 40] if t.sentence == number}
    return len(near & words("sports")) >= SPORTY or bool(near & words("sports") and near & words("playing"))


def _named(headline: str) -> set[str]:
    """The capitalised words and pairs of words of a headline, folded."""
    named = [t.folded for t in tokens(headline, 0, len(headline), 0) if t.capital]
    return {fold(name) for name in (*named, *(f"{a} {b}" for a, b in pairwise(named)))}


def headed_lands(headline: str, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The lands that a headline names, in the order of their ids."""
    found = {lexicon.lands[name].id: lexicon.lands[name] for name in _named(headline) if name in lexicon.lands}
    return tuple(found[i] for i in sorted(found))
