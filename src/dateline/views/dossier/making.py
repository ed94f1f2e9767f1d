"""Makes the lines of a dossier: which sentence tells a happening, on what the line rests, what counts behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.matter import Ruled
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Cited, DossierLine
from dateline.views.dossier.sentence import pieces, text_of
from dateline.views.evidence import evidence, in_order, voices
from dateline.views.lines import clashes, occurred
from dateline.views.wording import stated

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def cited(claim: Claim, material: Material) -> Cited:
    """The sentence of a claim as evidence."""
    marked = material.texts.of(claim)
    return Cited(evidence(claim, material.gathered), claim.revision_id, claim.sentence, marked.captures)


def voiced(count: int) -> str:
    """How many independent sources, in words."""
    number = WORDS[count] if count < len(WORDS) else str(count)
    return f"{number} source" if count == 1 else f"{number} independent sources"


def told(event: Event, material: Material, claim: Claim, weight: float = 1.0, why: Sequence[str] = ()) -> DossierLine:
    """The line of a happening by the sentence of one of its claims."""
    gathered = material.gathered
    claims = in_order(gathered.claims_of(event), gathered)
    count = voices(claims, gathered)
    found = pieces(claim, material.texts.of(claim))
    others = [c for c in claims if c.id != claim.id]
    return DossierLine(
        id=line_id(claim),
        text=text_of(found),
        pieces=found,
        rule="sentence",
        occurred=occurred(event, claims) or (stated(claim.when) if claim.when else None),
        status=claim.status,
        event=event.id,
        claim=claim.id,
        voices=count,
        voiced=voiced(count),
        cited=tuple(cited(c, material) for c in (claim, *others)),
        weight=round(weight, 3),
        why=tuple(why),
        clashes=clashes(gathered, claims),
        speaker=gathered.actors.get(claim.speaker, claim.speaker),
        pinned=any(material.ruled(c, Ruled.PIN) for c in claims),
        notes=tuple(e.words for c in claims for e in material.ruled(c, Ruled.NOTE)),
    )


def line_id(claim: Claim) -> str:
    """The id of the line that shows a claim: by the words that it shows, which outlive ids of claims."""
    return content_id("line", claim.article_id, claim.sentence.exact, claim.anchor.exact)


def speaking(event: Event, material: Material) -> Claim:
    """The claim whose sentence tells a happening."""
    claims = in_order(material.gathered.claims_of(event), material.gathered)
    return min(claims, key=lambda c: (c.status is not event.status, claims.index(c)))
