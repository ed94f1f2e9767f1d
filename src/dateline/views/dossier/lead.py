"""The lead: what the matter is and how it stands as of the day."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.views.dossier.making import told
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine
from dateline.views.matter import Selected
from dateline.views.state import foremost, standings

MOST = 5  # lines that tell how a matter stands


def standing_lines(material: Material) -> Sequence[DossierLine]:
    """How the matter stands: what holds on the day, weightiest first."""
    selected = Selected(material.gathered, material.relevance, ())
    kept, _ = standings(selected, material.matter.query, material.day)
    events = {e.id: e for e in material.gathered.events}
    best = kept[0].score if kept else 1.0
    return [
        told(events[s.told.event], material, s.told.claim, min(1.0, s.score / best), s.why)
        for s in foremost(kept)[:MOST]
    ]
