"""Makes the lines of a dossier: the words of a happening, on what the line rests, what counts behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.matter import Ruled
from dateline.views.dossier.choosing import Chosen, as_closely, at_odds, shown
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Cited, DossierLine, Piece, PieceKind
from dateline.views.dossier.sentence import pieces, quoted, text_of
from dateline.views.evidence import evidence, in_order, voices
from dateline.views.lines import Clash, clashes, occurred
from dateline.views.wording import Stated, stated

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def cited(claim: Claim, material: Material) -> Cited:
    """The sentence of a claim as evidence."""
    marked = material.texts.of(claim)
    return Cited(evidence(claim, material.gathered), claim.revision_id, claim.sentence, marked.captures)


def voiced(count: int) -> str:
    """How many independent sources, in words."""
    number = WORDS[count] if count < len(WORDS) else str(count)
    return f"{number} source" if count == 1 else f"{number} independent sources"


def told_by(
    claim: Claim,
    material: Material,
    weight: float = 1.0,
    why: Sequence[str] = (),
    *,
    whole: bool = False,
    only: Collection[str] | None = None,
) -> DossierLine:
    """The line of a happening by the sentence of this claim; with `only`, resting on it and these claims alone."""
    return line_by(shown(claim, material, whole=whole), material.event_of[claim.id], material, weight, why, only=only)


def line_by(
    made: Chosen,
    event: Event,
    material: Material,
    weight: float,
    why: Sequence[str],
    *,
    only: Collection[str] | None = None,
) -> DossierLine:
    """The line of a happening by a chosen sentence."""
    gathered, claim = material.gathered, made.claim
    claims = in_order(gathered.claims_of(event), gathered)
    resting = [claim, *(c for c in claims if c.id != claim.id and (only is None or c.id in only))]
    count = voices(resting, gathered)
    found = words_of(made, material)
    found_clashes = clashes(replace(gathered, relations=material.among(claims)), claims)
    return DossierLine(
        id=line_id(claim),
        text=text_of(found),
        pieces=found,
        rule=rule_of(found, made),
        occurred=_occurred(claim, event, claims, found_clashes),
        status=claim.status,
        event=event.id,
        claim=claim.id,
        voices=count,
        voiced=voiced(count),
        cited=tuple(cited(c, material) for c in resting),
        weight=round(weight, 3),
        why=tuple(why),
        clashes=found_clashes,
        speaker=gathered.actors.get(claim.speaker, claim.speaker),
        pinned=any(material.ruled(c, Ruled.PIN) for c in claims),
        notes=tuple(e.words for c in claims for e in material.ruled(c, Ruled.NOTE)),
    )


def _occurred(claim: Claim, event: Event, claims: Sequence[Claim], clashing: Sequence[Clash]) -> Stated | None:
    """The time of a happening; what the words that are shown say where its texts differ on that, or these tell it more
    closely."""
    own = stated(claim.when) if claim.when else None
    differ = at_odds(claim, event) or any(c.slot == "date" for c in clashing)
    closer = claim.when is not None and claim.when.days != event.days and as_closely(claim, event)
    return own if own and (differ or closer) else occurred(event, claims) or own


def words_of(made: Chosen, material: Material) -> tuple[Piece, ...]:
    """The pieces of a chosen sentence, with the sentence before it where that is needed."""
    marked = material.texts.of(made.claim)
    own = [b for b in made.added if b.at >= made.span[0]]
    found = pieces(made.claim, marked, made.span, own)
    if made.context < 0:
        return found
    before = marked.before(made.claim.sentence.start)
    at = made.claim.sentence.start
    lead = quoted(marked, made.context, before.end if before else at, [b for b in made.added if b.at < at])
    gap = Piece(PieceKind.CUT, " ", at, at, "told with what stands before it, for its pronoun")
    return (*lead, gap, *found)


def rule_of(found: Sequence[Piece], made: Chosen) -> str:
    """How the words of a line were made."""
    if made.context >= 0:
        return "sentence and the one before"
    return "clause" if any(p.kind is PieceKind.CUT and p.text for p in found) else "sentence"


def line_id(claim: Claim) -> str:
    """The id of the line that shows a claim: by the words that it shows, which outlive ids of claims."""
    return content_id("line", claim.article_id, claim.sentence.exact, claim.anchor.exact)


def resting_on(line: DossierLine, cited: Sequence[Cited], material: Material) -> DossierLine:
    """The line, resting on these sentences alone."""
    count = len({material.gathered.voice(c.evidence.article) for c in cited})
    return replace(line, cited=tuple(cited), voices=count, voiced=voiced(count))


def borne_out(line: DossierLine, events: Sequence[Event], material: Material) -> DossierLine:
    """The line, resting on the sentences of these happenings, too."""
    known = {c.evidence.claim for c in line.cited}
    claims = [c for e in events for c in in_order(material.gathered.claims_of(e), material.gathered)]
    more = [cited(c, material) for c in claims if c.id not in known]
    return resting_on(line, (*line.cited, *more), material) if more else line
