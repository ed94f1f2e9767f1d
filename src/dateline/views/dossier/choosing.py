"""Which of its sentences tells a happening best: one that stands alone, dates it and tells it as its main thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.views.dossier.alone import hanging
from dateline.views.dossier.brackets import Bracket, dayless, doubtful, resolved, unsure
from dateline.views.dossier.clauses import span
from dateline.views.dossier.leaning import leans
from dateline.views.dossier.material import Material
from dateline.views.dossier.naming import WHY, sole
from dateline.views.dossier.reading import Marked
from dateline.views.dossier.scraps import is_scrap
from dateline.views.dossier.sentence import begins, behind_dateline
from dateline.views.evidence import in_order, published_day

LONG, TOO_LONG, SHORT = 220, 320, 40  # characters
BACK = 2  # sentences before that are read for a pronoun
LOOKED_AT = 12  # sentences of a happening that are compared
Place = tuple[str, tuple[int, int]]  # a revision, and from where to where in its text
LEANING = re.compile(r"(?:The|This|That|These|Those|Such)\s+[a-z-]+\s+(?!of\b|between\b|on\b|in\b|to\b)")
HEADING, SUBJECT = "the heading right above", "the subject of the sentence before"
ROUGH = re.compile(r"(?:[“\"(]?[^\W\d_A-Z]|[-–—]|.{0,40}\b[A-Z]{2,}:\s)|.*(?:\bNEW:|\?\s*\Z|\(voice-over\))", re.DOTALL)
OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
ITS_WORD = re.compile(
    r"\b(?:it|the\s+(?:news)?paper|[Tt]he\s+[A-Z][\w’'-]+)\s+(?:also\s+)?(?:says|writes|adds|recalls|reports|observes|reckons)\b"
)
LEAD_IN = re.compile(r":\s*\Z")  # what follows it tells something, not the words themselves

SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})
PLANS = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
JOINED = re.compile(r"(?:However|But|And|Yet|Meanwhile|Moreover|Still|Also|Instead|Nevertheless|So|Then)\b")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence (or the part at `span`) that can tell a happening. `context` is where the sentence before it starts,
    -1 if it is not needed; `added` are brackets for pronouns that marks before the sentence explain; `open` is true
    where a pronoun is left that nobody can resolve, or a day that nobody can be sure of."""

    claim: Claim
    span: tuple[int, int]
    context: int = -1
    added: tuple[Bracket, ...] = ()
    open: bool = False
    score: float = 0.0

    @property
    def reach(self) -> tuple[int, int]:
        """All words that are shown, those of the sentences before included."""
        return (self.context if self.context >= 0 else self.span[0], self.span[1])


def chosen(event: Event, material: Material, before: Collection[Place] = (), *, whole: bool = False) -> Chosen | None:
    """The sentence that tells a happening best, the first published of equals; None if all its sentences stand
    `before` (with `whole`, or a sentence that would be told for its pronoun)."""
    claims = in_order(material.gathered.claims_of(event), material.gathered)[:LOOKED_AT]
    made = [_weighed(c, event, material, n) for n, c in enumerate(claims)]
    told = [(m, m.reach if whole else m.span) for m in made]
    free = [m for m, words in told if not any(r == m.claim.revision_id and overlap(s, words) for r, s in before)]
    return max(free, key=lambda c: c.score, default=None)


def at_odds(claim: Claim, event: Event) -> bool:
    """Whether a claim gives its happening another time than the one that is agreed on."""
    return bool(claim.when and event.days and not claim.when.days.overlaps(event.days))


def as_closely(claim: Claim, event: Event) -> bool:
    """Whether a claim dates its happening as closely as is agreed on, or more closely."""
    if claim.when is None or event.days is None:
        return claim.when is None and event.days is None
    return claim.when.days == event.days or event.days.holds(claim.when.days)


def nominal(claim: Claim) -> bool:
    """Whether a claim only names its happening in a sentence that asserts another one ("months after the coup")."""
    return any(w.startswith("names the happening") or w == "named as a happening" for w in claim.why)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def shown(claim: Claim, material: Material, *, whole: bool = False) -> Chosen:
    """A claim's own sentence as it can be shown, or the part of it that tells its happening; worked out once."""
    key = (claim.id, whole)
    if key not in material.kept:
        material.kept[key] = _shown(claim, material, whole=whole)
    made: Chosen = material.kept[key]
    return made


def _shown(claim: Claim, material: Material, *, whole: bool) -> Chosen:
    marked = material.texts.of(claim)
    others = [] if whole else [c for c in material.beside(claim) if c.id != claim.id and _another_time(c, claim)]
    first, last = span(claim, others, marked.text)
    begin = begins(claim, marked)
    first = begin if first == claim.sentence.start else first
    dated = _surely_dated(claim, marked) and not is_scrap(marked.text, first, last)
    if not _hanging(marked, first, last) and not _leans(claim, marked, first, last, material):
        return Chosen(claim, (first, last), open=not dated)
    first = begin  # a pronoun that nothing explains: its sentence may
    made = _explained(claim, (first, last), marked, material)
    return made if dated else replace(made, open=True)


def _explained(claim: Claim, place: tuple[int, int], marked: Marked, material: Material) -> Chosen:
    """The sentence with brackets for what hangs in it, or with the sentences before that tell it."""
    first, last = place
    open_ones = _hanging(marked, first, last)
    leaning = _leans(claim, marked, first, last, material)
    subject = _subject(open_ones, first, claim, marked, material)
    if subject and len(open_ones) == 1:
        return Chosen(claim, place, added=(subject,))
    people = _people(open_ones, first, marked)
    if len(people) == len(open_ones) and not leaning:
        return Chosen(claim, place, added=_once(people))
    found = _context(claim, last, marked, BACK if open_ones else 1)
    if found.open and not open_ones:  # it only leans, and what stands before does not stand by itself
        return Chosen(claim, place)
    return replace(found, span=place)


def _people(open_ones: Sequence[int], begins_at: int, marked: Marked) -> tuple[Bracket, ...]:
    """Brackets for those pronouns that stand for the only person named right before the words that are shown."""
    found = (sole(marked.text, at, begins_at, marked.actors) for at in open_ones)
    return tuple(Bracket(p.end, p.start, p.end, f" [{p.words}]", WHY) for p in found if p)


def _once(added: Sequence[Bracket]) -> tuple[Bracket, ...]:
    """The brackets, each person told once: whose the next pronoun is, a reader knows then."""
    found: dict[str, Bracket] = {}
    for bracket in added:
        found.setdefault(re.sub(r"[’']s\]$", "]", bracket.words), bracket)
    return tuple(found.values())


def _hanging(marked: Marked, first: int, last: int) -> list[int]:
    """What hangs in these words: pronouns, and days that nobody can be sure of."""
    inside = [m for m in marked.dates if first <= m.words.start and m.words.end <= last]
    unsure_ones = [m for m in inside if unsure(m, marked)]
    fixed = [m.words.start for m in unsure_ones if dayless(m) or not _told_by_then(m.words.start, first, marked)]
    doubted = [m.words.start for m in marked.actors if first <= m.words.start < last and doubtful(m, marked)]
    pronouns = hanging(marked.text, first, last, resolved(marked, first, last), marked.apart)
    return sorted({*pronouns, *fixed, *doubted})


def _told_by_then(at: int, first: int, marked: Marked) -> bool:
    """Whether the sentence before is told with "the same day" anyway, so that a reader can judge."""
    before = marked.before_word(at)
    return before is not None and first <= before.start


def _surely_dated(claim: Claim, marked: Marked) -> bool:
    """Whether nothing speaks against a claim's time: that nobody can tell which day is meant, or that it lies ahead of
    the report that tells it as done."""
    own = claim.when.mark if claim.when else None
    published = published_day(marked.held)
    early = claim.when is not None and published is not None and (claim.when.days.lower - published).days > 1
    if own is None or (early and claim.status is Status.HAPPENED):
        return own is None
    return not any(unsure(m, marked) for m in marked.dates if m.words.start == own.start)


def _leans(claim: Claim, marked: Marked, first: int, last: int, material: Material) -> bool:
    told = marked.before_word(first) is not None
    return told and leans(marked.text, first, last, claim.anchor.start, marked.actors, material.stems)


def _another_time(other: Claim, claim: Claim) -> bool:
    """Whether a claim beside this one tells of other days; what was done or said at the same time belongs to it."""
    return claim.when is None or other.when is None or other.when.days != claim.when.days


def _context(claim: Claim, last: int, marked: Marked, most: int) -> Chosen:
    """The sentence with those before it (at most so many) from where on nothing hangs; open if it does even so."""
    place = (claim.sentence.start, last)
    at, found = claim.sentence.start, Chosen(claim, place, open=True)
    for _ in range(most):
        before = marked.before(at)
        if before is None or last - before.start > TOO_LONG + LONG:
            break
        at = behind_dateline(before.start, before.end, marked)
        open_ones = _hanging(marked, at, last)
        people = _people(open_ones, at, marked)
        hangs = len(people) < len(open_ones) or is_scrap(marked.text, at, before.end)
        found = Chosen(claim, place, context=at, added=_once(people), open=hangs)
        if not found.open:
            break
    return found


def _subject(open_ones: Sequence[int], first: int, claim: Claim, marked: Marked, material: Material) -> Bracket | None:
    """What "it" at the beginning stands for: the heading right above, or the subject of the sentence before, if that is
    one thing and nobody."""
    at = open_ones[0] if open_ones else -1
    if at < 0 or at - first > 1 or marked.text[at : at + 3].lower() != "it ":
        return None
    if (above := marked.heading(claim.sentence.start)) is not None:
        named = marked.text[above.start : above.end]
        return _thing(at, named, HEADING) if named.startswith("The ") and _is_one(named) else None
    before = marked.before(claim.sentence.start)
    for other in material.sentence_claims(claim.revision_id, before.start) if before else ():
        role = next((r for r in other.roles if r.name in ("agent", "patient") and not r.actor and r.words), None)
        if role and before and marked.text[before.start : before.end].startswith(role.words) and _is_one(role.words):
            return _thing(at, role.words, SUBJECT)
    return None


def _thing(at: int, words: str, why: str) -> Bracket:
    small = words[0].lower() + words[1:] if words.split(maxsplit=1)[0] in ("The", "A", "An") else words
    return Bracket(at + 2, at, at + 2, f" [{small}]", why)


def _agreeing(claim: Claim, event: Event, material: Material) -> float:
    """The share of the independent texts of a happening that date it so that this claim's time may be right."""
    voice, when = material.gathered.voice, claim.when
    dated = [c for c in material.gathered.claims_of(event) if c.when]
    if when is None or len(dated) < 3:
        return 1.0
    agree = {voice(c.article_id) for c in dated if c.when and c.when.days.overlaps(when.days)}
    return len(agree) / len({voice(c.article_id) for c in dated})


def _second_hand(claim: Claim, event: Event) -> bool:
    """Whether a text tells by somebody else's word what another may tell in its own."""
    said = claim.speaker or claim.said_of or ITS_WORD.search(claim.sentence.exact)
    return event.status not in SPOKEN and bool(said)


def _is_one(words: str) -> bool:
    return re.fullmatch(r"(?:The|A|An)\s[^,;]{2,60}", words) is not None and not words.endswith("s")


def _weighed(claim: Claim, event: Event, material: Material, order: int) -> Chosen:
    made = shown(claim, material)
    length = made.span[1] - made.span[0]
    text = material.texts.of(claim).text
    parts = (
        3.0 * (claim.status is event.status),
        1.0 * as_closely(claim, event),
        -1.2 * nominal(claim),
        1.0 * (claim.when is not None and claim.when.mark is not None),
        -1.5 * at_odds(claim, event),
        1.5 * _agreeing(claim, event, material),
        -0.8 * _second_hand(claim, event),
        -3.0 * made.open,
        -2.0 * (made.context >= 0) - 0.5 * bool(made.added),
        -4.0 * (LEAD_IN.search(text, made.span[0], made.span[1]) is not None),
        -0.5 * (LEANING.match(text, made.span[0], made.span[1]) is not None),
        -0.5 * (JOINED.match(text, made.span[0], made.span[1]) is not None),
        -1.0 * (length > LONG) - 1.0 * (length > TOO_LONG) - 1.0 * (length < SHORT),
        -0.5 * (material.gathered.voice(claim.article_id) != claim.article_id),
        -1.0 * (ROUGH.match(text, made.span[0], made.span[1]) is not None),
        -0.5 * (OWN_VOICE.search(text, made.span[0], made.span[1]) is not None),
        0.4 * any(r.name == "agent" and r.words for r in claim.roles),
        -0.7 * any(c.status in PLANS and claim.status not in PLANS for c in material.beside(claim)),
        -0.3 * sum(c.anchor.start < claim.anchor.start for c in material.beside(claim)),
        -0.001 * order,
    )
    return replace(made, score=sum(parts))
