"""Positions: one part for each party, the latest first, with what they replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dateline.annotate.gazetteer import fold
from dateline.annotate.positions.lexicon import lexicon
from dateline.annotate.positions.takers import takers
from dateline.link.words import stems
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark
from dateline.views.dossier.choosing import shown
from dateline.views.dossier.making import told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part
from dateline.views.gather import Gathered
from dateline.views.positions import SPOKEN, PartyPositions, Stand, positions_of

DUMB = frozenset({"media", "instrument"})  # kinds of parties that tell news, or are things
NO_PAPERS = frozenset({"agency", "network", "monitor"})  # last words of bodies, too, unless they tell "news"
AGAIN = 0.6  # share of the shorter one's words from which a position is said again
MANY = 12  # articles of a matter from which a speaker without an office is told of by more than one, or passed over
TOLD_OF = "parties of more than one text"  # what is kept of a material
LOOKED_AT = 60  # articles whose sentences are searched for positions, those that tell most of what was said


def stances(material: Material, spoken: Sequence[DossierLine], known_at: datetime | None) -> tuple[Part, ...]:
    """The positions of each party, with what else it said: the party with the latest word first, its latest first.

    `spoken` are lines of what was said, demanded or denied; they join those of the party that spoke.
    """
    parties = positions_of(material.store, _nearest(material), material.as_of, known_at)
    found = {p.actor: (p.name, list(_lines(p, material))) for p in parties}
    told = {line.text for _, lines in found.values() for line in lines}
    for line in spoken:
        claim = material.gathered.claims[line.claim]
        actor = claim.speaker or next((r.actor for r in claim.roles if r.name == "agent" and r.actor), "")
        if not _is_party(actor, claim, line.occurred is not None, material):
            continue  # what a bystander or a paper says is no position
        if line.text not in told:
            name = material.gathered.actors[actor]
            found.setdefault(actor, (name, []))[1].append(replace(line, value=claim.status.value, speaker=""))
    parts = [Part(name, tuple(sorted(ls, key=latest_first)), actor) for actor, (name, ls) in found.items() if ls]
    return tuple(sorted(parts, key=lambda p: (latest_first(p.lines[0])[0], p.title, p.actor)))


def _is_party(actor: str, claim: Claim, dated: bool, material: Material) -> bool:
    """Whether somebody is marked in the claim's text as a person or a body that can speak, and is no paper and no
    passer-by: what only words name ("an armed conflict", "a new minister") has no positions."""
    marks = [m for m in material.texts.of(claim).actors if m.actor == actor]
    if not marks or actor not in material.gathered.actors or any(m.kind in DUMB or is_paper(m) for m in marks):
        return False
    few = dated and len(material.telling) < MANY  # where nobody can be expected to recur
    return few or actor in takers(marks) or _recurs(actor, material)


def _recurs(actor: str, material: Material) -> bool:
    """Whether more than one independent text tells of a party."""
    if TOLD_OF not in material.kept:
        found: dict[str, set[str]] = {}
        for claim in material.gathered.claims.values():
            for one in (*claim.actors, claim.speaker):
                found.setdefault(one, set()).add(material.gathered.voice(claim.article_id))
        material.kept[TOLD_OF] = {one for one, voices in found.items() if len(voices) > 1}
    return actor in material.kept[TOLD_OF]


def is_paper(mark: ActorMark) -> bool:
    """Whether a body is a paper or a station, by the last word of its name."""
    words = fold(mark.name).removesuffix("'s").split()
    told = words[-1:] and words[-1] in lexicon()["papers"]
    return bool(told) and mark.kind in ("organisation", "body") and (words[-1] not in NO_PAPERS or "news" in words)


def latest_first(line: DossierLine) -> tuple[int, str]:
    """The order of positions: the last day first, those without one last."""
    when = line.occurred
    day = (when.end or when.start) if when else None
    return (-(day.toordinal() if day else 0), line.id)


def _nearest(material: Material) -> Gathered:
    """What is gathered, with the claims of those articles alone that tell most of the matter."""
    gathered = material.gathered
    told = Counter(c.article_id for c in gathered.claims.values() if c.status in SPOKEN)
    if len(told) <= LOOKED_AT:
        return gathered
    kept = {a for a, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))[:LOOKED_AT]}
    return replace(gathered, claims={i: c for i, c in gathered.claims.items() if c.article_id in kept})


def _lines(party: PartyPositions, material: Material) -> Sequence[DossierLine]:
    made = {s.id: _line(s, material) for s in party.positions if _stands_alone(s, material)}
    found: dict[str, DossierLine] = {}
    again = {s.replaces for s in party.positions if s.id in made and _says_again(made[s.id], made.get(s.replaces))}
    for stand in party.positions:
        if stand.id in made and stand.id not in again:
            replaced = made.get(stand.replaces) if stand.replaces not in again else None
            told = replaced.id if replaced and _on_one_thing(made[stand.id], replaced, party.actor, material) else ""
            line = replace(made[stand.id], replaces=told)
            found.setdefault(line.text, line)
    return list(found.values())


def _says_again(new: DossierLine, old: DossierLine | None) -> bool:
    """Whether a later position is the earlier one in much the same words."""
    if old is None or new.value != old.value:
        return False
    one, two = (frozenset(stems(x.text)) for x in (new, old))
    return len(one & two) >= AGAIN * min(len(one), len(two))


def _on_one_thing(new: DossierLine, old: DossierLine, actor: str, material: Material) -> bool:
    """Whether nothing tells two positions apart: they name no different parties and places as what they are on."""
    one, two = (_objects(material.gathered.claims[x.claim], actor) for x in (new, old))
    return not one or not two or not one.isdisjoint(two)


def _objects(claim: Claim, actor: str) -> frozenset[str]:
    return frozenset((*claim.actors, *claim.places)) - {actor, claim.speaker}


def _stands_alone(stand: Stand, material: Material) -> bool:
    """Whether a position has a sentence in the matter, without a pronoun that nobody can resolve."""
    if not stand.evidence or stand.evidence[0].claim not in material.event_of:
        return False
    return not shown(material.gathered.claims[stand.evidence[0].claim], material).open


def _line(stand: Stand, material: Material) -> DossierLine:
    claim = material.gathered.claims[stand.evidence[0].claim]
    made = told_by(claim, material, 1.0, (stand.how,), only={e.claim for e in stand.evidence})
    return replace(
        made,
        occurred=stand.occurred,
        value=stand.stance.value,
        speaker=stand.speaker,
    )
