"""What names in a list tell of each other: "in Paris, Lyon and Lille", "Oregon, New York and Washington"."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.gazetteer import Toponym
from dateline.annotate.places.candidate import Candidate
from dateline.annotate.places.surroundings import Area

LISTING = (",", "and", ", and", "or", ", or")
SMALL = 50_000  # inhabitants of towns that do not make the name of a state doubtful


def chained(found: list[Candidate], text: str) -> list[Candidate]:
    """Names in a list with one that is shown to be a place are shown as well: "in Paris, Lyon and Lille"."""
    made: list[Candidate] = []
    for c in found:
        last = made[-1] if made else None
        gap = _gap(last, c, text) if last else None
        listed = last is not None and gap in (*LISTING, "to", "/") and (last.shown or last.sure)
        whole = tuple(t for t in c.named if last and gap == "," and _holds(t, last.within))
        made.append(
            replace(c, named=whole, shown=True, doubtful=False) if whole else replace(c, shown=c.shown or listed)
        )
    return _of_one_kind(made, text)


def _holds(t: Toponym, areas: frozenset[Area]) -> bool:
    """Whether a place is itself one of the areas: in "Pieta, Malta" the country."""
    return t.kind in ("country", "state", "short") and (t.country, t.admin if t.kind != "country" else "") in areas


def _gap(last: Candidate, c: Candidate, text: str) -> str | None:
    """What stands between two names of one sentence, None if they are apart."""
    near = last.sentence == c.sentence and c.start - last.end < 8
    return text[last.end : c.start].strip() if near else None


def _of_one_kind(found: list[Candidate], text: str) -> list[Candidate]:
    """Names that states share with towns are states' in a list of states: "Oregon, New York and Washington"."""
    made = list(found)
    begun = 0
    for n in range(1, len(made) + 1):
        if n < len(made) and _gap(made[n - 1], made[n], text) in LISTING:
            continue
        run = range(begun, n)
        states = [k for k in run if _is_state(made[k])]
        for k in run if len(states) >= 2 else ():
            named = tuple(t for t in made[k].named if t.kind == "state")
            if named and k not in states and len(run) >= 3:
                made[k] = replace(made[k], named=named, within=frozenset())
        begun = n
    return made


def _is_state(c: Candidate) -> bool:
    return c.named[0].kind in ("state", "short") and all(t.population < SMALL for t in c.named[1:])
