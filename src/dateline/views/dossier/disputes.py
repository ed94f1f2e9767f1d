"""What the sources disagree on: each disagreement with its versions side by side."""

from __future__ import annotations

from dataclasses import replace

from dateline.views.dossier.making import told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part
from dateline.views.findings import WEIGHTY, Disagreement, Side, findings
from dateline.views.wording import stated


def disputes(material: Material) -> tuple[Part, ...]:
    """One part for each disagreement, one line for each of its sides."""
    found = findings(material.gathered.relations, material.gathered, WEIGHTY)
    return tuple(_part(f, material) for f in found if f.event in {e.id for e in material.gathered.events})


def _part(found: Disagreement, material: Material) -> Part:
    values = " ≠ ".join(side.value for side in found.sides if side.value) or "; ".join(found.reasons[:1])
    lines = tuple(_line(side, found, material) for side in found.sides if side.evidence)
    return Part(f"{found.slot or 'what happened'}: {values}", lines, finding=found)


def _line(side: Side, found: Disagreement, material: Material) -> DossierLine:
    claim = material.gathered.claims[side.evidence[0].claim]
    made = told_by(claim, material, found.score, found.reasons, only={e.claim for e in side.evidence})
    when = stated(claim.when) if claim.when else made.occurred  # each side tells its own time
    return replace(made, value=side.value, occurred=when)
