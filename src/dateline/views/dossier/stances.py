"""Positions: one part for each party, the latest first, with what they replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dateline.model.claim import Claim, Status
from dateline.views.dossier.choosing import shown
from dateline.views.dossier.making import told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part
from dateline.views.gather import Gathered
from dateline.views.positions import SPOKEN, PartyPositions, Stand, positions_of

BY_FORM = ("form of a name", "last word of the name")
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
        if claim.status is Status.SAID and line.occurred is None and not _is_known(claim, material):
            continue  # that a bystander or another paper says something, no day being told, is no position
        actor = claim.speaker or next((r.actor for r in claim.roles if r.name == "agent" and r.actor), "")
        if actor and line.text not in told:
            name = material.gathered.actors.get(actor, actor)
            found.setdefault(actor, (name, []))[1].append(replace(line, value=claim.status.value, speaker=""))
    parts = [Part(name, tuple(sorted(ls, key=latest_first)), actor) for actor, (name, ls) in found.items() if ls]
    return tuple(sorted(parts, key=lambda p: (latest_first(p.lines[0])[0], p.title, p.actor)))


def _is_known(claim: Claim, material: Material) -> bool:
    """Whether whoever speaks is a party by our lists, not only by the form of the name."""
    return any(m.actor == claim.speaker and m.how not in BY_FORM for m in material.texts.of(claim).actors)


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
    for stand in party.positions:
        if stand.id in made:
            replaced = made.get(stand.replaces)
            line = replace(made[stand.id], replaces=replaced.id if replaced else "")
            found.setdefault(line.text, line)
    return list(found.values())


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
