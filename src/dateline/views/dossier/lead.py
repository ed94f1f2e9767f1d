"""The lead: what the matter is and how it stands as of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from dateline.link.matching import present, words_of
from dateline.model.claim import Claim, Status
from dateline.views.dossier.allotting import is_unconfirmed
from dateline.views.dossier.choosing import Chosen, at_odds, chosen, nominal, overlap, shown
from dateline.views.dossier.making import told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part
from dateline.views.evidence import published_day
from dateline.views.matter import Selected
from dateline.views.standing import Standing
from dateline.views.state import LEAST, standings
from dateline.views.wording import a_day

PERFECT = re.compile(r"\bhad\s+(?:[a-z]+ly\s+)?(?:been|[a-z]+(?:ed|en|wn))\b")
NAMED = 0.5  # share of the matter's words that a sentence on the whole of it has at least
LOOSELY = 0.37  # and one that opens a report
OPENING, EARLY = 150, 600  # characters in which the first sentence of a text begins, and the first ones
MONTH, YEAR = 31, 366  # days
VOICES = 4  # independent texts beyond the first that count
LOOKED_AT = 60  # claims that could tell what the matter is
BRIEF = 260  # characters of a sentence that tells it
COARSE = 300  # days from which a date is that of a state rather than an act
WHAT, HOW, STOOD = "What it is", "How it stands", "How it stood when last told of, {0}"
SILENCE = 60  # days without a report after which nobody can say how a matter stands now


def lead(material: Material, most: int) -> tuple[Part, ...]:
    """What the matter is, in one sentence, and how it stands on the day."""
    what = defining(material)
    stands = [line for line in standing_lines(material, most) if not what or line.text != what.text]
    last = last_told(material)
    how = HOW if (material.day - last).days <= SILENCE else STOOD.format(a_day(last))
    parts = (Part(WHAT, (what,) if what else ()), Part(how, tuple(stands[: most - bool(what)])))
    return tuple(p for p in parts if p.lines)


def last_told(material: Material) -> date:
    """The last day up to the day asked for on which something of the matter was published, or happened by a text of
    which nobody knows when it was."""
    gathered = material.gathered
    published = {c.id: published_day(gathered.held[c.revision_id]) for c in gathered.claims.values()}
    undated = [e for e in gathered.events if any(published.get(c) is None for c in e.claims if c in published)]
    acts = (e.days for e in undated if e.days and e.status is Status.HAPPENED)
    ends = (d.upper if (d.length() or COARSE) <= MONTH and d.upper <= material.day else d.start for d in acts)
    return max((d for d in (*published.values(), *ends) if d and d <= material.day), default=material.day)


def defining(material: Material) -> DossierLine | None:
    """The sentence that says best what the matter is: of the beginning of a text, on the whole of it, of no one day;
    else the first sentence of a report on what others tell, too."""
    words = words_of(f"{material.matter.title} {material.matter.query}")
    claims = [c for e in material.gathered.events for c in material.gathered.claims_of(e) if _tells_what(c)]
    able = [c for c in claims if not at_odds(c, material.event_of[c.id])]
    named = [c for c in able if _having(c, words, material) >= NAMED and _on_the_whole(c, material)]
    loosely = [c for c in able if _having(c, words, material) >= LOOSELY and _opens(c) and _shared(c, material)]
    return _best(named, words, material) or _best(loosely, words, material)


def _best(claims: Sequence[Claim], words: Sequence[str], material: Material) -> DossierLine | None:
    """The claim that fits best of those whose sentence can be read alone."""
    ranked = sorted(claims, key=lambda c: (-_fit(c, words, material), c.article_id, c.sentence.start, c.id))
    for claim in ranked[:LOOKED_AT]:
        made = shown(claim, material, whole=True)
        if not made.open and made.context < 0 and not made.added and made.span[1] - made.span[0] <= BRIEF:
            return told_by(claim, material, 1.0, ("names the matter at the beginning of a text",), whole=True)
    return None


def tells_an_act(line: DossierLine, material: Material) -> bool:
    """Whether the sentence on what the matter is tells an act of some day, so that it need not be told again."""
    event = material.event_of[line.claim]
    return event.days is not None and (event.days.length() or 10**6) < COARSE


def _tells_what(claim: Claim) -> bool:
    real = claim.status in (Status.ONGOING, Status.HAPPENED) and not claim.speaker and not claim.negated
    return real and len(claim.sentence.exact) <= BRIEF and not (_before_that(claim) or nominal(claim))


def _opens(claim: Claim) -> bool:
    """Whether a sentence stands at the beginning of its text."""
    return claim.sentence.start < OPENING


def _shared(claim: Claim, material: Material) -> bool:
    """Whether more than one independent text tells the happening."""
    return material.event_of[claim.id].voices > 1


def _lasts(claim: Claim) -> bool:
    """Whether what a claim tells is of no one day."""
    coarse = claim.when is None or (claim.when.days.length() or 10**6) > COARSE
    return coarse and (claim.status is Status.ONGOING or claim.when is not None)


def _on_the_whole(claim: Claim, material: Material) -> bool:
    """Whether a sentence may tell of the matter and not of one step of it: it opens its text, or tells what lasts or
    what others tell, too."""
    return _opens(claim) or _lasts(claim) or (claim.sentence.start < EARLY and _shared(claim, material))


def _fit(claim: Claim, words: Sequence[str], material: Material) -> float:
    """How well a sentence tells what the matter is: all of it, as a lasting state, of no one day, at the beginning."""
    having = _having(claim, words, material)
    dated = [c.when for c in material.beside(claim) if c.when]
    no_day = all((w.days.length() or 10**6) >= COARSE for w in dated)
    first = 1.0 if _opens(claim) else 0.5 if claim.sentence.start < EARLY else 0.0
    behind = sum(c.anchor.start < claim.anchor.start for c in material.beside(claim))
    near = material.relevance[material.event_of[claim.id].id].score
    voices = min(VOICES, material.event_of[claim.id].voices - 1)
    return 2.0 * having + 0.08 * voices - 0.4 * behind + 1.0 * _lasts(claim) + 0.5 * no_day + 0.6 * first + 0.3 * near


def _having(claim: Claim, words: Sequence[str], material: Material) -> float:
    """The share of the matter's words that a sentence has, a party counting by its name too."""
    return len(present(words, f"{claim.sentence.exact} {material.party_names(claim)}")) / max(1, len(words))


def standing_lines(material: Material, most: int) -> list[DossierLine]:
    """How the matter stands: what holds on the day, weightiest first, each sentence once; nothing that lies more than a
    YEAR before the last of it."""
    selected = Selected(material.gathered, material.relevance, ())
    kept, _ = standings(selected, material.matter.query, last_told(material))
    able = list(islice(_showable(kept[:LOOKED_AT], material), 2 * most))
    last = max((s.since for s, _ in able), default=date.max)
    recent = [(s, claim) for s, claim in able if (last - s.since).days <= YEAR]
    best = recent[0][0].score if recent else 1.0
    found: dict[str, DossierLine] = {}
    for s, claim in recent:
        if s.score >= LEAST * best:
            line = told_by(claim, material, min(1.0, s.score / best), s.why)
            found.setdefault(line.text, line)
    return list(found.values())[:most]


def _showable(kept: Sequence[Standing], material: Material) -> Iterator[tuple[Standing, Claim]]:
    """What holds, with the claim whose sentence tells it; no words twice."""
    quoted: list[tuple[str, tuple[int, int]]] = []
    for s in kept:
        claim, made = _told(s.told.claim, material)
        again = any(r == claim.revision_id and overlap(made.reach, place) for r, place in quoted)
        if made.open or again or _was(claim) or is_unconfirmed(material.event_of[claim.id], material):
            continue
        quoted.append((claim.revision_id, made.reach))
        yield s, claim


def _told(claim: Claim, material: Material) -> tuple[Claim, Chosen]:
    """A claim as it can be shown; where its time is at odds with its happening's, the one that tells that best."""
    event = material.event_of[claim.id]
    other = chosen(event, material) if at_odds(claim, event) else None
    return (other.claim, other) if other else (claim, shown(claim, material))


def _was(claim: Claim) -> bool:
    """Whether a state held before something that was itself past: "cooperation that had deepened since 2014"."""
    return claim.status is Status.ONGOING and _before_that(claim)


def _before_that(claim: Claim) -> bool:
    """Whether a claim tells of a time before the one that is told of: "had proclaimed"."""
    text, at = claim.sentence.exact, claim.anchor.start - claim.sentence.start
    return PERFECT.search(f"{text[max(0, at - 12) : at]}{claim.anchor.exact}") is not None
